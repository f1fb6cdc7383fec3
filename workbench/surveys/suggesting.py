"""A first guess at what the columns of a survey mean; whoever imports looks at it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from workbench.surveys.columns import OF_ANSWERS, Column, Kind
from workbench.surveys.ladders import steps_in, whole_ladders
from workbench.surveys.mapping import AnyMapping, Dimension, FiguresMapping, SurveyMapping
from workbench.surveys.table_reading import SurveyTable
from workbench.surveys.typed_answers import AnswerWords

SCALES: Final = ((1, 5), (0, 5), (1, 7), (1, 10), (0, 10), (0, 100))
_INSIDE: Final = 9
"""Tenths of the answers that lie on a scale if it is the one."""
_OVERALL: Final = re.compile("전반|종합|체감|overall", re.IGNORECASE)
_ABOUT_PEOPLE: Final = re.compile(
    "성별|연령|나이|거주|지역|학력|직업|소득|기간|횟수|빈도|경험|유형|구분|연번|번호|순번|일시|날짜"
    "|gender|^sex$|^age|^id$|^no\\.?$|date|time",
    re.IGNORECASE,
)
_LONGEST_ABOUT_PEOPLE: Final = 12
_PREFIX: Final = re.compile(r"\[(?P<bracket>[^\]]+)\]|(?P<plain>[^\W\d_]+)\s*[-_.·: ]?\s*\d+")
_PCSI: Final = {
    "과정": "과정품질",
    "결과": "결과품질",
    "환경": "환경품질",
    "사회": "사회적품질",
    "사회적": "사회적품질",
}
_NO_PREFIX: Final = "요소만족도"
_FIGURES: Final[Mapping[str, frozenset[str]]] = {
    "n": frozenset(
        ("n", "응답자수", "응답자", "응답수", "표본수", "표본", "respondents", "survey_n")
    ),
    "mean": frozenset(("mean", "평균", "만족도평균", "평균점수", "만족도", "survey_mean")),
    "low": frozenset(("min", "최소", "척도최소", "최솟값", "survey_min")),
    "high": frozenset(("max", "최대", "척도최대", "최댓값", "survey_max")),
}


def suggested(table: SurveyTable) -> AnyMapping:
    """Return what the columns most probably mean; what cannot be guessed stays empty."""
    service = _service(table)
    named = {part: _named(table, part) for part in _FIGURES}
    if named["n"] and named["mean"]:
        return FiguresMapping(
            service,
            named["n"],
            named["mean"],
            named["low"],
            named["high"],
            header_rows=table.heading.rows,
        )
    answers = [
        column
        for column in table.columns
        if column.kind in OF_ANSWERS and not column.is_refused and column.name != service
    ]
    candidates = [column for column in answers if not _is_about_people(column.header)]
    low, high = _scale_of(table, candidates)
    words = whole_ladders(_texts(table, candidates), low, high)
    known = AnswerWords(words)
    questions = [
        column for column in candidates if _share(_numbers(table, column, known), low, high) == 1
    ]
    names = [column.name for column in questions]
    overall = tuple(name for name in names if _OVERALL.search(name))
    return SurveyMapping(
        service,
        _dimensions(column for column in questions if column.name not in overall),
        overall,
        low,
        high,
        left_out=tuple(column.name for column in answers if column.name not in names),
        words=words,
        header_rows=table.heading.rows,
    )


def _texts(table: SurveyTable, columns: Iterable[Column]) -> list[str]:
    """Return every text of ``columns`` once, in the order in which they are met."""
    return list(dict.fromkeys(text for column in columns for text in table.counts(column.name)))


def _service(table: SurveyTable) -> str:
    """Return the column that speaks of the roster's services; of several the fullest."""
    found = [column for column in table.columns if column.kind is Kind.SERVICE]
    return max(found, key=lambda column: column.filled).name if found else ""


def _named(table: SurveyTable, part: str) -> str:
    for column in table.columns:
        word = "".join(unicodedata.normalize("NFKC", column.header).casefold().split())
        if word in _FIGURES[part] and not column.is_refused:
            return column.name
    return ""


def _is_about_people(name: str) -> bool:
    return len(name) <= _LONGEST_ABOUT_PEOPLE and _ABOUT_PEOPLE.search(name) is not None


def _numbers(table: SurveyTable, column: Column, known: AnswerWords) -> Counter[int]:
    found: Counter[int] = Counter()
    for text, count in table.counts(column.name).items():
        number = known.number(text)
        if number is not None:
            found[number] += count
    return found


def _scale_of(table: SurveyTable, columns: Sequence[Column]) -> tuple[int, int]:
    """Return the scale of the numbers, or of the words where more columns are in words."""
    in_words = [column for column in columns if column.kind is Kind.WORDS]
    if 2 * len(in_words) > len(columns):
        return 1, steps_in(list(table.counts(column.name)) for column in in_words)
    bare = AnswerWords(())
    return _scale([_numbers(table, column, bare) for column in columns])


def _scale(columns: Sequence[Counter[int]]) -> tuple[int, int]:
    """Return the narrowest scale on which most columns lie."""
    scores = [sum(_share(column, *ends) for column in columns) for ends in SCALES]
    best = max(scores, default=0)
    enough = [ends for ends, score in zip(SCALES, scores, strict=True) if 2 * score > best]
    return enough[0] if best else SCALES[0]


def _share(column: Counter[int], low: int, high: int) -> int:
    """Say (1 or 0) whether almost all answers of a column lie on the scale."""
    inside = sum(count for number, count in column.items() if low <= number <= high)
    return int(10 * inside >= _INSIDE * column.total() > 0)


def _dimensions(columns: Iterable[Column]) -> tuple[Dimension, ...]:
    grouped: dict[str, list[str]] = {}
    for column in columns:
        name = _PCSI.get(column.group, column.group) or _dimension(column.name)
        grouped.setdefault(name, []).append(column.name)
    return tuple(Dimension(name, tuple(questions)) for name, questions in grouped.items())


def _dimension(name: str) -> str:
    found = _PREFIX.match(name)
    if found is None:
        return _NO_PREFIX
    prefix = (found["bracket"] or found["plain"]).strip()
    return _PCSI.get(prefix, prefix)
