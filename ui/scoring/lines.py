"""A sheet as lines with cells: sections, indicators, figures, sentences. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from ui.scoring.cell import COMMENT, Cell
from ui.scoring.desk import Draft, ScoringDesk
from ui.theme.glyphs import Glyph
from workbench.definition.terms import Indicator, Scale, Uid
from workbench.errors import AppError
from workbench.results.formulas import parameters
from workbench.results.outcome import Mark, MarkState
from workbench.scoring.columns import typed_fields
from workbench.scoring.patterns import Asked
from workbench.scoring.sheet import MarkRow, SectionRows, SheetState

_GLYPHS = {
    MarkState.EMPTY: Glyph.EMPTY,
    MarkState.GIVEN: Glyph.COMPLETE,
    MarkState.NOT_APPLICABLE: Glyph.NOT_APPLICABLE,
    MarkState.CONFLICT: Glyph.CONFLICT,
    MarkState.ENTER_AGAIN: Glyph.PART,
    MarkState.NO_POINTS: Glyph.PART,
}


@dataclass(frozen=True, slots=True)
class Wording:
    """How the lines find their sentences."""

    spell: Callable[[AppError], str]
    why: Callable[[str], str]


class LineKind(Enum):
    """What a line shows."""

    SECTION = auto()
    INDICATOR = auto()
    FIGURES = auto()
    SENTENCE = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sheet; ``cells`` are its fields from left to right.

    ``code`` and ``name`` say what the row is about: the indicator, or the service where one
    indicator runs through all services.
    """

    kind: LineKind
    service: Uid
    section: SectionRows | None = None
    row: MarkRow | None = None
    code: str = ""
    name: str = ""
    cells: tuple[Cell, ...] = ()
    glyph: Glyph = Glyph.EMPTY
    text: str = ""
    role: str = "danger"
    asked: Asked | None = None
    """Why the mark asks for a comment, if it does."""
    drafts: Mapping[Cell, Draft] = field(default_factory=dict)


def lines_of_service(
    desk: ScoringDesk, service: Uid, words: Wording, before: Sequence[Line] = ()
) -> tuple[Line, ...]:
    """Return the lines of one service, every refused entry with its sentence below it.

    Lines of ``before`` whose row is still as it was are taken over.
    """
    known = _by_row(before)
    lines: list[Line] = []
    for section in desk.sheet(service).sections:
        lines.append(Line(LineKind.SECTION, service, section))
        for row in section.rows:
            named = row.indicator.code, row.indicator.name
            lines += _lines_of_row(desk, service, row, named, words, known)
    return tuple(lines)


def lines_of_indicator(
    desk: ScoringDesk, code: str, words: Wording, before: Sequence[Line] = ()
) -> tuple[Line, ...]:
    """Return one indicator through all services that have it; recused ones stand apart.

    Lines of ``before`` whose row is still as it was are taken over.
    """
    known = _by_row(before)
    lines: list[Line] = []
    for sheet, row in desk.overview.rows(code):
        service = sheet.service
        if sheet.state is SheetState.RECUSED:
            continue
        named = str(service.number), service.name
        lines += _lines_of_row(desk, service.uid, row, named, words, known)
    return tuple(lines)


def _by_row(lines: Sequence[Line]) -> dict[int, list[Line]]:
    """Return lines by the identity of their row: a row that changed is another object."""
    known: dict[int, list[Line]] = {}
    for line in lines:
        if line.row is not None:
            known.setdefault(id(line.row), []).append(line)
    return known


def _lines_of_row(
    desk: ScoringDesk,
    service: Uid,
    row: MarkRow,
    named: tuple[str, str],
    words: Wording,
    known: Mapping[int, list[Line]],
) -> list[Line]:
    uid, drafts = row.indicator.uid, desk.drafts(service)
    asked = desk.overview.asked(service, row.indicator.code)
    before = known.get(id(row))
    if before and not drafts and not before[0].drafts and before[0].asked is asked:
        return before
    own = {cell: it for cell, it in drafts.items() if cell.subject == uid}
    cells = mark_cells(service, row.indicator)
    comment = Cell(service, uid, COMMENT)
    first = Line(
        LineKind.INDICATOR,
        service,
        row=row,
        code=named[0],
        name=named[1],
        cells=(comment,) if is_computed(row.indicator) else (*cells, comment),
        glyph=Glyph.ERROR if own else glyph_of(row.mark),
        asked=asked,
        drafts=own,
    )
    lines = [first]
    if is_computed(row.indicator):
        lines.append(replace(first, kind=LineKind.FIGURES, cells=cells))
    said = [(words.spell(draft.error), "danger") for draft in own.values()]
    if row.mark.why and not own:
        said.append((words.why(row.mark.why), "warning"))
    lines += [
        Line(LineKind.SENTENCE, service, row=row, text=text, role=role) for text, role in said
    ]
    return lines


def glyph_of(mark: Mark) -> Glyph:
    """Return the shape of a stored mark."""
    if mark.state is MarkState.EMPTY and mark.values:
        return Glyph.PART
    return _GLYPHS[mark.state]


def is_computed(indicator: Indicator) -> bool:
    """Say whether the points come from figures that stand on a line of their own."""
    return indicator.scale in (Scale.MEASURE, Scale.SURVEY)


def mark_fields(indicator: Indicator) -> tuple[str, ...]:
    """Return the fields in which the mark of ``indicator`` is typed."""
    return typed_fields(indicator)


def mark_cells(service: Uid, indicator: Indicator) -> tuple[Cell, ...]:
    """Return the cells in which the mark of ``indicator`` is typed for ``service``."""
    return tuple(Cell(service, indicator.uid, name) for name in mark_fields(indicator))


def is_given_by_rubric(indicator: Indicator, field: str) -> bool:
    """Say whether the rubric already gives this end of the survey scale."""
    names = {"survey_min": "min", "survey_max": "max"}
    return names.get(field, "") in parameters(indicator)


def entry_order(lines: Sequence[Line]) -> tuple[Cell, ...]:
    """Return the cells that Enter walks through: marks, without what the rubric gives."""
    return tuple(
        cell
        for line in lines
        if line.row is not None
        for cell in line.cells
        if cell.field != COMMENT and not is_given_by_rubric(line.row.indicator, cell.field)
    )


def stored_text(row: MarkRow, cell: Cell) -> str:
    """Return what the file holds for ``cell``, as typed."""
    if cell.field == COMMENT:
        return row.comment
    return dict(row.mark.values).get(cell.field, "")


def first_open(lines: Sequence[Line]) -> Cell | None:
    """Return the first cell that still needs a mark, else the first cell."""
    order = entry_order(lines)
    rows = {
        (line.service, line.row.indicator.uid): line.row for line in lines if line.row is not None
    }
    done = (MarkState.GIVEN, MarkState.NOT_APPLICABLE)
    for cell in order:
        row = rows[cell.service, cell.subject or b""]
        if row.mark.state not in done and not stored_text(row, cell):
            return cell
    return order[0] if order else None
