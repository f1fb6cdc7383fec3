"""Whether a mapping fits a table and a book, before anything is computed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.definition.problems import shown
from workbench.definition.terms import Indicator, Scale, Service, Uid
from workbench.errors import EntryUnfit, InputError
from workbench.results.outcome import MarkState
from workbench.scoring.book import Book
from workbench.scoring.sheet import MarkRow, ServiceSheet, SheetState
from workbench.surveys.columns import LARGEST_ANSWER
from workbench.surveys.headers import LONGEST_NAME
from workbench.surveys.mapping import AnyMapping, FiguresMapping, SurveyMapping
from workbench.surveys.table_reading import SurveyTable
from workbench.surveys.typed_answers import LONGEST_WORD, word_problems
from workbench.text import clean_text


@dataclass(frozen=True, slots=True)
class Target:
    """Where the figures go: one indicator code, with its row of the rubric by service."""

    code: str
    rows: dict[Uid, Indicator]
    services: tuple[Service, ...]
    """By number: those that the book's owner scores under this code."""
    recused: tuple[Service, ...]
    """Those that he would score, and is recused from: they get no figures."""
    states: dict[Uid, MarkState]
    """How the mark of each service stands now."""


def survey_codes(book: Book) -> tuple[str, ...]:
    """Return the codes of the survey indicators that the book's owner scores, in rubric order."""
    wanted = {row.indicator.code for _, row in _survey_rows(book)}
    return tuple(row.code for row in book.definition.indicators if _once(wanted, row.code))


def _once(wanted: set[str], code: str) -> bool:
    if code not in wanted:
        return False
    wanted.remove(code)
    return True


def _survey_rows(book: Book) -> Iterator[tuple[ServiceSheet, MarkRow]]:
    for sheet in book.sheets():
        for row in sheet.rows():
            if row.indicator.scale is Scale.SURVEY:
                yield sheet, row


def target_of(book: Book, code: str = "") -> Target:
    """Return where figures go: the one survey indicator of the book, or the one named ``code``.

    Raises:
        InputError: the owner scores no such indicator, or several and none was named.
    """
    codes = survey_codes(book)
    if not codes:
        raise InputError("survey_no_indicator", name=book.path.name)
    if code and code not in codes:
        raise InputError("survey_unknown_indicator", code=shown(code), codes=", ".join(codes))
    if not code and len(codes) > 1:
        raise InputError("survey_which_indicator", codes=", ".join(codes))
    wanted = code or codes[0]
    found = [one for one in _survey_rows(book) if one[1].indicator.code == wanted]
    scored = [(sheet.service, row) for sheet, row in found if sheet.state is not SheetState.RECUSED]
    return Target(
        wanted,
        {service.uid: row.indicator for service, row in scored},
        tuple(service for service, _ in scored),
        tuple(sheet.service for sheet, _ in found if sheet.state is SheetState.RECUSED),
        {service.uid: row.mark.state for service, row in scored},
    )


def require_fit(table: SurveyTable, mapping: AnyMapping) -> None:
    """Refuse a mapping that does not fit ``table``.

    Raises:
        EntryUnfit: with every problem.
    """
    if isinstance(mapping, FiguresMapping):
        problems = list(_figures_problems(mapping))
        named = [mapping.service, mapping.n, mapping.mean, mapping.low, mapping.high]
        columns = [name for name in named if name]
    else:
        problems = list(_answers_problems(mapping))
        columns = [name for name in (mapping.service, mapping.respondent) if name]
        columns += mapping.questions
    if not mapping.service:
        problems.append(InputError("survey_no_service_column"))
    if not 0 <= mapping.scale_min < mapping.scale_max <= LARGEST_ANSWER:
        ends = {"low": mapping.scale_min, "high": mapping.scale_max, "most": LARGEST_ANSWER}
        problems.append(InputError("survey_scale_unfit", **ends))
    problems += _column_problems(table, columns)
    if problems:
        raise EntryUnfit("survey_unfit", tuple(problems), name=table.source.name)


def _figures_problems(mapping: FiguresMapping) -> Iterator[InputError]:
    for part, name in (("n", mapping.n), ("mean", mapping.mean)):
        if not name:
            yield InputError("survey_no_figures_column", part=InputError(f"survey_part_{part}"))


def _answers_problems(mapping: SurveyMapping) -> Iterator[InputError]:
    if not mapping.questions:
        yield InputError("survey_no_questions")
    if not 0 <= mapping.factor_weight <= 100 or mapping.factor_weight % 1:
        yield InputError("survey_weight_unfit", weight=mapping.factor_weight)
    for word in word_problems(mapping.words):
        yield InputError("survey_word_unfit", word=shown(word), most=LONGEST_WORD)
    low, high = mapping.scale_min, mapping.scale_max
    for word, number in mapping.words:
        if not low <= number <= high:
            ends = {"low": low, "high": high}
            yield InputError("survey_word_outside", word=shown(word), number=number, **ends)
    names = [row.name for row in mapping.dimensions]
    for name in names:
        is_fit = name and len(name) <= LONGEST_NAME and clean_text(name) == name
        if not is_fit or names.count(name) > 1:
            yield InputError("survey_dimension_unfit", dimension=shown(name))
    for row in mapping.dimensions:
        if not row.questions:
            yield InputError("survey_dimension_empty", dimension=shown(row.name))


def _column_problems(table: SurveyTable, columns: list[str]) -> Iterator[InputError]:
    for name, count in Counter(columns).items():
        column = table.column.get(name)
        if column is None:
            yield InputError("survey_column_absent", column=shown(name))
        elif column.is_refused:
            kind = InputError(f"survey_kind_{column.kind}")
            yield InputError("survey_column_refused", column=shown(name), kind=kind)
        elif count > 1:
            yield InputError("survey_column_twice", column=shown(name))
