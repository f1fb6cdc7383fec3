"""The painted score sheet: lines from top to bottom, one live editor over the cell in work."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.scoring.cell import Cell
from ui.scoring.cell_editor import CellEditor
from ui.scoring.geometry import (
    SECTION_GAP,
    SECTION_HEIGHT,
    SENTENCE_HEIGHT,
    TEXT_MOST,
    WIDTH_LEAST,
    Columns,
    columns_for,
)
from ui.scoring.lines import Line, LineKind
from ui.scoring.placing import Look, PlacedLine, cell_boxes
from ui.scoring.sheet_painter import paint_line
from ui.theme.fonts import CAPTION, HALF_BOLD, font
from ui.theme.glyphs import glyph_word
from ui.theme.parts import on_surface
from ui.theme.scheme import tokens
from ui.theme.tokens import SCORE_ROW_HEIGHT


class SheetCanvas(QWidget):
    """Shows lines and says which cell was clicked; it stores nothing and decides nothing."""

    cell_chosen = Signal(object)
    columns_changed = Signal(object)
    focused = Signal()
    """The keyboard came to the sheet, but to no field yet."""

    def __init__(self, places: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._placed: list[PlacedLine] = []
        self._places = places
        self._current: Cell | None = None
        self._preview: Decimal | None = None
        self._is_closed = False
        self.columns: Columns = columns_for(WIDTH_LEAST)
        on_surface(self)  # opaque, or Qt paints it once for itself and once with its parent
        self.editor = CellEditor(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumWidth(WIDTH_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # --- what is shown ---------------------------------------------------------------------

    def show_lines(self, lines: Sequence[Line], *, is_closed: bool = False) -> None:
        """Show other lines; the cell in work stays where it is if it still exists."""
        self._lines = tuple(lines)
        self._is_closed = is_closed
        self._place()
        if self._current is not None and self.box(self._current).isEmpty():
            self.show_current(None)
        self._lay_editor()
        self.update()

    def show_current(self, cell: Cell | None) -> None:
        """Mark another cell as the one in work; an open editor follows it there."""
        self._current = cell
        self._preview = None
        self._lay_editor()
        self.update()

    def close_editor(self) -> None:
        """Let the cell show what is stored; only when the keyboard is elsewhere."""
        self._preview = None
        self.editor.hide()
        self.update()

    def open_editor(self) -> None:
        """Lay the editor over the cell in work."""
        if self._current is not None and not self._is_closed:
            self.editor.show()
            self._lay_editor()

    def show_preview(self, points: Decimal | None) -> None:
        """Show the points that the typing would make."""
        if points != self._preview:
            self._preview = points
            self.update()

    @property
    def preview(self) -> Decimal | None:
        """The points that the typing would make."""
        return self._preview

    def box(self, cell: Cell) -> QRect:
        """Return where a cell stands; empty where it does not."""
        for placed in self._placed:
            if cell in placed.line.cells:
                return cell_boxes(placed, self.columns)[cell].toRect()
        return QRect()

    def row_span(self, cell: Cell) -> QRect:
        """Return the band of all lines of a cell's indicator, its sentences included."""
        own = [
            placed
            for placed in self._placed
            if placed.line.row is not None
            and placed.line.service == cell.service
            and placed.line.row.indicator.uid == cell.subject
        ]
        if not own:
            return QRect()
        top = own[0].top
        return QRect(0, top, self.width(), own[-1].top + own[-1].height - top)

    def _lay_editor(self) -> None:
        if self._current is not None and not self.editor.isHidden():
            self.editor.setGeometry(self.box(self._current))

    # --- places ----------------------------------------------------------------------------

    def _place(self) -> None:
        self._placed = []
        top = 0
        for number, line in enumerate(self._lines):
            height = self._height_of(line)
            if line.kind is LineKind.SECTION and number:
                height += SECTION_GAP
            self._placed.append(PlacedLine(line, top, height))
            top += height
        self.setFixedHeight(top + SECTION_GAP)

    def _height_of(self, line: Line) -> int:
        if line.kind is LineKind.SECTION:
            return SECTION_HEIGHT
        if line.kind is not LineKind.SENTENCE:
            return SCORE_ROW_HEIGHT
        width = min(self.columns.right - self.columns.name, TEXT_MOST)
        metrics = QFontMetrics(font(CAPTION, HALF_BOLD))
        flags = int(Qt.TextFlag.TextWordWrap)
        return max(
            SENTENCE_HEIGHT, metrics.boundingRect(0, 0, width, 999, flags, line.text).height() + 4
        )

    def sizeHint(self) -> QSize:
        return QSize(WIDTH_LEAST, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() == event.oldSize().width():
            return
        self.columns = columns_for(event.size().width())
        self._place()
        self._lay_editor()
        self.columns_changed.emit(self.columns)

    # --- Qt --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = Look(
            self.columns,
            tokens(),
            self.width(),
            self._places,
            self._current,
            self._preview,
            self._is_closed,
        )
        top, bottom = event.rect().top(), event.rect().bottom()
        for placed in self._placed:
            if placed.top <= bottom and placed.top + placed.height >= top:
                paint_line(painter, placed, look)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_near(event.position().toPoint())
        if cell is not None and not self._is_closed:
            self.cell_chosen.emit(cell)
            return
        super().mousePressEvent(event)

    def _line_at(self, point: QPoint) -> PlacedLine | None:
        for placed in self._placed:
            if placed.top <= point.y() < placed.top + placed.height:
                return placed
        return None

    def _cell_near(self, point: QPoint) -> Cell | None:
        """Return the field under ``point``; beside the fields, the row's first one."""
        placed = self._line_at(point)
        if placed is None or not placed.line.cells:
            return None
        boxes = cell_boxes(placed, self.columns)
        for cell, box in boxes.items():
            if box.contains(point):
                return cell
        if placed.line.cells[0].field != "comment":
            return placed.line.cells[0]
        below = self._placed[self._placed.index(placed) + 1]
        return below.line.cells[0]

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip_at(event.pos()), self)
            return True
        return super().event(event)

    def _tip_at(self, point: QPoint) -> str:
        placed = self._line_at(point)
        if placed is None or placed.line.row is None:
            return ""
        row, columns = placed.line.row, self.columns
        if columns.state <= point.x() < columns.comment - 8:
            return glyph_word(placed.line.glyph)
        if point.x() >= columns.comment - 8:
            return row.comment
        return placed.line.name if point.x() < columns.max_right else ""
