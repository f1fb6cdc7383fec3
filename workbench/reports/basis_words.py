"""What 계산 근거 says in words: the way from figures to points, and what to look at."""

from collections.abc import Iterator
from typing import Final

from workbench.definition.terms import Rules, Scale
from workbench.journal.fields import Field
from workbench.measures.amounts import closely
from workbench.measures.catalogue import (
    WARNINGS,
    Flag,
    NamedFormula,
    Part,
    Told,
    flag_words,
    why_words,
)
from workbench.measures.confirmations import Entered, FiguresRow
from workbench.measures.explaining import Explained
from workbench.reports.wording import MARK_STATES, POINT_STATES
from workbench.results.outcome import PointState
from workbench.surveys.basis import Basis

_HASH_SHOWN: Final = 12
_STATED: Final = (Part.LOW, Part.HIGH, Part.EARLIER_RATE, Part.PREVIOUS)
_TOLD: Final[dict[Told, str]] = {
    Told.UNITS: "단위",
    Told.LIMITS: "범위",
    Told.ZERO: "0의 처리",
    Told.MISSING: "빈 값·음수",
}


def documented(formula: NamedFormula) -> Iterator[str]:
    """Yield what ``formula`` is, then its units, limits and what comes of 0 and of nothing."""
    yield f"{formula.name} = {formula.text}"
    for told, word in _TOLD.items():
        yield f"    {word} : {formula.words(told)}"


def process_words(one: Entered, basis: Basis | None) -> str:
    """Return every value on the way, or why there is none, and where survey figures are from."""
    made = one.explained
    if made is None:
        return MARK_STATES[one.mark.state]
    given = [row.said() for row in made.inputs if row.part in _STATED]
    lines = [", ".join(given)] if given else []
    if made.table:
        steps = ", ".join(f"{closely(low)}%→{closely(share)}%" for low, share in made.table)
        lines.append(f"구간표 {steps}")
    if made.steps:
        lines.append(" → ".join(row.said() for row in made.steps))
    if made.why is not None:
        lines.append(why_words(made.why))
    if basis is not None:
        lines.append(f"원본 {basis.source} (SHA-256 {basis.sha256[:_HASH_SHOWN]}…)")
        if not is_source(one, basis):
            lines.append("원본을 가져온 뒤 수치를 고침")
    return "\n".join(lines)


def is_source(one: Entered, basis: Basis) -> bool:
    """Say whether the figures still are those that were imported from the source."""
    return basis.is_of(dict(one.mark.values))


def looks(row: FiguresRow, one: Entered, rules: Rules) -> tuple[str, ...]:
    """Return what there is to be looked at or to be known of one evaluator's figures."""
    few = _few(one, rules.min_respondents) if row.made.indicator.scale is Scale.SURVEY else ""
    return tuple(words for words in (*_flags(one.explained), few, _fate(row)) if words)


def asks_to_look(row: FiguresRow, one: Entered, rules: Rules) -> bool:
    """Say whether somebody should look again, and not only know."""
    flags = one.explained.flags if one.explained else ()
    is_survey = row.made.indicator.scale is Scale.SURVEY
    few = is_survey and bool(_few(one, rules.min_respondents))
    return few or any(flag in WARNINGS for flag in flags)


def _flags(made: Explained | None) -> Iterator[str]:
    for flag in made.flags if made else ():
        words = flag_words(flag)
        if made and flag in (Flag.TARGET_BELOW_PREVIOUS, Flag.TARGET_ABOVE_PREVIOUS):
            previous = made.input(Part.PREVIOUS)
            words += "" if previous is None else f"(전년 {closely(previous)})"
        yield words


def _few(one: Entered, least: int | None) -> str:
    """Return that fewer answered than the round asks for; empty where they are enough."""
    said = dict(one.mark.values).get(Field.SURVEY_N)
    if least is None or one.explained is None or one.explained.exact is None:
        return ""
    if said is None:
        return "응답자 수 없음"
    return f"응답자 {said}명: 기준 {least}명보다 적음" if int(said) < least else ""


def _fate(row: FiguresRow) -> str:
    """Return why the points do not count as they are; empty where they do."""
    if row.made.is_agreed:
        return "조정 평점으로 대신함"
    if row.made.state is PointState.COUNTED:
        return ""
    return f"미반영({POINT_STATES[row.made.state]})"
