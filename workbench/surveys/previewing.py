"""From a table and its mapping to what an import would do: nothing is stored here."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from workbench.definition.problems import runs
from workbench.definition.terms import Service
from workbench.errors import InputError
from workbench.exact import half_up, plain
from workbench.journal.fields import FIGURES, Field
from workbench.progress import Pulse, unwatched
from workbench.results.findings import one_value
from workbench.results.formulas import parameters
from workbench.results.outcome import MarkState
from workbench.scoring.book import Book
from workbench.surveys.arithmetic import index_of
from workbench.surveys.basis import Basis, DuplicatesBasis, basis_text
from workbench.surveys.basis_making import (
    allowed_columns,
    answers_basis,
    figures_basis,
    unused,
)
from workbench.surveys.judging import Target, require_fit, target_of
from workbench.surveys.mapping import AnyMapping, FiguresMapping, SurveyMapping
from workbench.surveys.preview import FigureChange, ServicePreview, SurveyPreview, UnevenScale
from workbench.surveys.ready_figures import ready_rows
from workbench.surveys.responding import Doubled, QuestionReader, Roster, Sorted, doubled
from workbench.surveys.table_reading import SurveyTable, read_survey
from workbench.surveys.typed_answers import words_in_force


def preview_survey(
    book: Book,
    path: Path,
    mapping: AnyMapping,
    *,
    code: str = "",
    sheet: str = "",
    keep_duplicates: bool = False,
    allowed: Collection[str] = (),
    pulse: Pulse = unwatched,
) -> SurveyPreview:
    """Return what importing the file at ``path`` into ``book`` would do.

    Raises:
        InputError: the file is no such table, the mapping does not fit it, no row speaks of a
            service of the book, or the book has no survey indicator of that ``code``.
    """
    table = read_survey(
        path,
        book.definition.services,
        sheet=sheet,
        allowed=allowed,
        header_rows=mapping.header_rows,
        pulse=pulse,
    )
    return preview_table(
        book, table, mapping, code=code, keep_duplicates=keep_duplicates, pulse=pulse
    )


def preview_table(
    book: Book,
    table: SurveyTable,
    mapping: AnyMapping,
    *,
    code: str = "",
    keep_duplicates: bool = False,
    pulse: Pulse = unwatched,
) -> SurveyPreview:
    """Return what importing a table that was read before would do; see ``preview_survey``.

    Raises:
        InputError: as ``preview_survey`` says.
    """
    target = target_of(book, code)
    require_fit(table, mapping)
    if isinstance(mapping, FiguresMapping):
        found = _of_figures(book, target, table, mapping)
    else:
        found = _of_answers(book, target, table, mapping, pulse, is_kept=keep_duplicates)
    if found.recused and not found.services and not found.no_figures:
        numbers = runs([row.number for row in found.recused])
        raise InputError("survey_only_recused", name=table.source.name, numbers=numbers)
    if not found.services and not found.no_figures:
        raise InputError("survey_no_service", name=table.source.name, column=mapping.service)
    if not found.services:
        raise InputError("survey_no_answers", name=table.source.name)
    return found


def _of_answers(
    book: Book,
    target: Target,
    table: SurveyTable,
    mapping: SurveyMapping,
    pulse: Pulse,
    *,
    is_kept: bool,
) -> SurveyPreview:
    found = _sorted(target, table, mapping)
    twice = doubled(table, mapping, found, is_kept=is_kept)
    reader = QuestionReader(table, mapping)
    positions, words = found.positions(), words_in_force(table, mapping)
    services, no_figures, silent = [], [], []
    for service in target.services:
        if service.uid not in positions:
            continue
        pulse()
        rows = positions[service.uid]
        kept = [at for at in rows if at not in twice.left_out]
        tallies, answers, without = reader.read(service.number, kept)
        silent += without
        basis = answers_basis(table, mapping, target.rows[service.uid], tallies, answers)
        if basis is None:
            no_figures.append(service)
            continue
        basis = replace(basis, duplicates=_duplicates(twice, rows), words=words)
        services.append(_service_preview(book, target, service, len(kept), basis))
    base = _base(book, target, table, mapping, services, found)
    return replace(
        base,
        without_answers=tuple(sorted(silent)),
        questions=reader.findings(),
        read_as=reader.read_as(),
        blocks=twice.blocks,
        respondents=twice.respondents,
        empty=tuple(row for row in target.services if row.uid not in positions),
        no_figures=tuple(no_figures),
    )


def _sorted(target: Target, table: SurveyTable, mapping: AnyMapping) -> Sorted:
    roster = Roster((*target.services, *target.recused))
    return Sorted(table, mapping.service, roster, {row.uid for row in target.recused})


def _duplicates(twice: Doubled, rows: Sequence[int]) -> DuplicatesBasis:
    blocks = [twice.block_rows[at] for at in rows if at in twice.block_rows]
    again = [at for at in rows if at in twice.respondent_rows]
    twofold = {*again, *(at for at in rows if at in twice.block_rows)}
    is_kept = not twofold <= twice.left_out
    return DuplicatesBasis(len(set(blocks)), len(blocks), len(again), is_kept)


def _of_figures(
    book: Book, target: Target, table: SurveyTable, mapping: FiguresMapping
) -> SurveyPreview:
    found = _sorted(target, table, mapping)
    rows = ready_rows(table, mapping, found)
    services = []
    for row in sorted(rows, key=lambda row: row.service.number):
        basis = figures_basis(table, mapping, target.rows[row.service.uid], row)
        services.append(_service_preview(book, target, row.service, 1, basis))
    with_row = {row.service.uid for row in rows}
    base = _base(book, target, table, mapping, services, found)
    return replace(
        base,
        empty=tuple(row for row in target.services if row.uid not in with_row),
        rounded=tuple(row.line for row in rows if row.is_rounded),
    )


def _base(
    book: Book,
    target: Target,
    table: SurveyTable,
    mapping: AnyMapping,
    services: Sequence[ServicePreview],
    found: Sorted,
) -> SurveyPreview:
    return SurveyPreview(
        source=table.source,
        mapping=mapping,
        code=target.code,
        rows=len(table.lines),
        services=tuple(services),
        without_service=tuple(found.without),
        unknown=found.unknown,
        recused=found.recused,
        uneven=tuple(_uneven(target, services)),
        refused=table.refused,
        allowed=allowed_columns(table),
        unused=unused(table, mapping),
        min_respondents=book.definition.rules.min_respondents,
        table=table,
    )


def _uneven(target: Target, services: Sequence[ServicePreview]) -> Iterator[UnevenScale]:
    """Yield the services whose rubric names other ends of the scale than the survey."""
    for row in services:
        given = parameters(target.rows[row.service.uid])
        low, high = (Decimal(given[name]) if name in given else None for name in ("min", "max"))
        if low not in (None, row.basis.low) or high not in (None, row.basis.high):
            ends = (
                given if given is not None else own
                for given, own in ((low, row.basis.low), (high, row.basis.high))
            )
            yield UnevenScale(row.service.number, *ends)


def _service_preview(
    book: Book, target: Target, service: Service, rows: int, basis: Basis
) -> ServicePreview:
    indicator = target.rows[service.uid]
    rules = book.definition.rules
    index = index_of(indicator, basis.mean, basis.low, basis.high) or Fraction(0)
    points = index * Fraction(indicator.max_points) / 100
    least, state = rules.min_respondents, target.states[service.uid]
    place = (book.owner.uid, service.uid, indicator.uid)
    wanted = {
        Field.SURVEY_N: str(basis.n),
        Field.SURVEY_MEAN: plain(basis.mean),
        Field.SURVEY_MIN: plain(basis.low),
        Field.SURVEY_MAX: plain(basis.high),
        Field.SURVEY_BASIS: basis_text(basis),
    }
    before = {field: one_value(book.heads, (*place, field)) for field in wanted}
    return ServicePreview(
        service=service,
        indicator=indicator.uid,
        rows=rows,
        basis=basis,
        points=half_up(points, rules.score_places),
        is_few=least is not None and basis.n < least,
        is_out=state is MarkState.NOT_APPLICABLE,
        figures=tuple((field.value, text) for field, text in wanted.items()),
        changes=tuple(
            FigureChange(field.value, before[field], text)
            for field, text in wanted.items()
            # what was typed under another rule is typed again, equal or not
            if before[field] != text or (state is MarkState.ENTER_AGAIN and field in FIGURES)
        ),
    )
