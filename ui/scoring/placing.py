"""Where the fields of the score sheet's lines stand, and what painting them depends on."""

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from ui.scoring.cell import Cell
from ui.scoring.geometry import TEXT_MOST, Columns
from ui.scoring.lines import Line, LineKind, is_given_by_rubric, stored_text
from ui.scoring.wording import figure_caption
from ui.theme.fonts import CAPTION, font
from ui.theme.tokens import CELL_HEIGHT, CELL_WIDTH, Tokens
from workbench.definition.terms import Scale

FIGURE_WIDTH = 96
SURVEY_WIDTH = 64
GIVEN_WIDTH = 44


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line with its place on the canvas."""

    line: Line
    top: int
    height: int


@dataclass(frozen=True, slots=True)
class Look:
    """What painting depends on besides the lines."""

    columns: Columns
    tokens: Tokens
    width: int
    places: int
    current: Cell | None
    preview: Decimal | None
    is_closed: bool
    """A recused service: everything stands in caption grey and nothing is a field."""

    def is_current(self, line: Line) -> bool:
        """Say whether the cell in work stands in the row of ``line``."""
        return (
            self.current is not None
            and line.row is not None
            and self.current.service == line.service
            and self.current.subject == line.row.indicator.uid
        )


def figure_boxes(placed: PlacedLine, columns: Columns) -> dict[Cell, QRectF]:
    """Return the fields of a line of figures, each behind its caption."""
    row = placed.line.row
    if row is None:
        return {}
    width = SURVEY_WIDTH if row.indicator.scale is Scale.SURVEY else FIGURE_WIDTH
    metrics = QFontMetricsF(font(CAPTION))
    x = float(columns.name)
    boxes = {}
    for cell in placed.line.cells:
        x += metrics.horizontalAdvance(figure_caption(row.indicator, cell.field)) + 6
        is_quiet = is_given_by_rubric(row.indicator, cell.field) and not stored_text(row, cell)
        own = GIVEN_WIDTH if is_quiet else width
        boxes[cell] = QRectF(x, cell_top(placed), own, CELL_HEIGHT)
        x += own + 14
    return boxes


def cell_boxes(placed: PlacedLine, columns: Columns) -> dict[Cell, QRectF]:
    """Return every field of a line by its cell."""
    if placed.line.kind is LineKind.FIGURES:
        return figure_boxes(placed, columns)
    boxes = {}
    for cell in placed.line.cells:
        if cell.field == "comment":
            x, width = columns.comment - 8, columns.comment_width + 8
        else:
            x, width = columns.score, CELL_WIDTH
        boxes[cell] = QRectF(x, cell_top(placed), width, CELL_HEIGHT)
    return boxes


def sentence_box(placed: PlacedLine, columns: Columns) -> QRectF:
    """Return where a sentence stands: from the indicator's name to the right."""
    width = min(columns.right - columns.name, TEXT_MOST)
    return QRectF(columns.name, placed.top, width, placed.height - 3)


def cell_top(placed: PlacedLine) -> float:
    """Return where a field begins, centred in its line."""
    return placed.top + (placed.height - CELL_HEIGHT) / 2
