"""What the cells of one service show in the grid, as values that painting only reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from ui.scoring.cell import Cell
from ui.scoring.desk import ScoringDesk
from ui.scoring.headings import glyph_of_service
from ui.scoring.lines import is_given_by_rubric
from ui.scoring.numbers import figure_text, points_text
from ui.scoring.wording import not_applicable_word
from ui.theme.glyphs import Glyph
from workbench.definition.terms import Scale, Uid
from workbench.results.formulas import parameters
from workbench.results.outcome import MarkState
from workbench.scoring.columns import Column, typed_fields
from workbench.scoring.sheet import DONE, MarkRow, SheetState


class Look(Enum):
    """How a cell is painted."""

    NOTHING = auto()
    """The service has no such field."""
    EMPTY = auto()
    QUIET = auto()
    """Not typed, and nothing is missing: the rubric gives what is shown."""
    FILLED = auto()
    OUT = auto()
    """Not applicable."""
    REFUSED = auto()
    TOTAL = auto()
    PART_TOTAL = auto()
    """The sum of a service that is not complete."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell as it is painted; ``stored`` is what the file holds, as typed."""

    look: Look
    text: str = ""
    cell: Cell | None = None
    row: MarkRow | None = None
    stored: str = ""
    glyph: Glyph | None = None
    is_open: bool = False
    """Whether something is left to do here."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One service: its cells from left to right."""

    service: Uid
    number: str
    name: str
    glyph: Glyph
    is_closed: bool
    """Nothing may be entered: recused, or a book only being read."""
    is_recused: bool
    cells: tuple[GridCell, ...]


_GLYPHS = {
    MarkState.CONFLICT: Glyph.CONFLICT,
    MarkState.ENTER_AGAIN: Glyph.PART,
    MarkState.NO_POINTS: Glyph.PART,
}
_EVEN_WITH_A_VALUE = frozenset(_GLYPHS)


def cells_of(desk: ScoringDesk, service: Uid, columns: Sequence[Column]) -> tuple[GridCell, ...]:
    """Return the cells of one service, the total last."""
    return tuple(
        _cell(desk, service, column) if column.field else _total(desk, service)
        for column in columns
    )


def _cell(desk: ScoringDesk, service: Uid, column: Column) -> GridCell:
    row = desk.overview.row(service, column.code)
    if row is None or column.field not in typed_fields(row.indicator):
        return GridCell(Look.NOTHING)
    cell = Cell(service, row.indicator.uid, column.field)
    stored = dict(row.mark.values).get(column.field, "")
    draft = desk.drafts(service).get(cell)
    if draft is not None:
        one_line = " ".join(draft.text.split())
        return GridCell(Look.REFUSED, one_line, cell, row, stored, is_open=True)
    state = row.mark.state
    glyph = _GLYPHS.get(state)
    is_first = column.field == typed_fields(row.indicator)[0]
    if glyph is None and is_first and desk.overview.asked(service, column.code) is not None:
        glyph = Glyph.FLAG
    if state is MarkState.NOT_APPLICABLE:
        return GridCell(Look.OUT, not_applicable_word(), cell, row, stored, glyph)
    is_given = is_given_by_rubric(row.indicator, column.field)
    is_open = state not in DONE and (state in _EVEN_WITH_A_VALUE or (not stored and not is_given))
    look = Look.FILLED if stored else Look.QUIET if is_given else Look.EMPTY
    text = _shown(row, stored, desk.places)
    if look is Look.QUIET:
        text = figure_text(parameters(row.indicator)[column.field.removeprefix("survey_")])
    return GridCell(look, text, cell, row, stored, glyph, is_open)


def _shown(row: MarkRow, stored: str, places: int) -> str:
    """Return a stored value as the sheet shows it."""
    if row.indicator.scale is Scale.POINTS and row.points is not None:
        return points_text(row.points, places)
    return figure_text(stored)


def _total(desk: ScoringDesk, service: Uid) -> GridCell:
    sheet = desk.sheet(service)
    look = Look.TOTAL if sheet.state is SheetState.COMPLETE else Look.PART_TOTAL
    return GridCell(look, points_text(sheet.subtotal, desk.places))


def row_of(desk: ScoringDesk, service: Uid, columns: Sequence[Column]) -> GridRow:
    """Return one service as a row of the grid."""
    sheet = desk.sheet(service)
    return GridRow(
        service,
        str(sheet.service.number),
        sheet.service.name,
        glyph_of_service(desk, service),
        is_closed=desk.is_closed(service),
        is_recused=sheet.state is SheetState.RECUSED,
        cells=cells_of(desk, service, columns),
    )
