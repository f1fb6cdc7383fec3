"""A table edited in place like a spreadsheet: arrows, Enter, F2, Delete, blocks, whole rows."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.grid.editor import GridEditor
from ui.scoring.route import Step
from ui.setup.calm_table import CalmTable
from ui.setup.row_commands import RowCommands
from ui.setup.sheet_header import SheetHeader
from ui.setup.sheet_model import SheetModel
from ui.setup.sheet_painter import CAPTION_HEIGHT, ROW_HEIGHT, SheetPainter
from ui.theme.fonts import CAPTION, HALF_BOLD, font
from ui.theme.icons import paint_icon
from ui.theme.scheme import color

_WAYS: Final = {
    Step.NEXT: (1, 0),
    Step.BACK: (-1, 0),
    Step.DOWN: (1, 0),
    Step.UP: (-1, 0),
    Step.RIGHT: (0, 1),
    Step.LEFT: (0, -1),
}
_Flag = QItemSelectionModel.SelectionFlag


class SheetTable(CalmTable):
    """Selects, types, copies and pastes; every change becomes one step of the draft."""

    current_changed = Signal()

    def __init__(
        self,
        model: SheetModel,
        parent: QWidget | None = None,
        *,
        caption_of: Callable[[SheetModel, int], str] | None = None,
    ) -> None:
        super().__init__(parent)
        self.sheet = model
        self._caption_of = caption_of
        self.editor = GridEditor(self.viewport())
        self.commands = RowCommands(self)
        self._kept = (0, 0)
        self.setHorizontalHeader(SheetHeader(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(SheetHeader(Qt.Orientation.Vertical, self))
        self.setModel(model)
        self.setItemDelegate(SheetPainter(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.editor)
        self.editor.stepped.connect(self._on_stepped)
        self.editor.given_up.connect(self._give_up)
        self.editor.left.connect(self.store)
        self.editor.leaving.connect(self._leave)
        self.editor.key_pressed.connect(self._on_key)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.selectionModel().selectionChanged.connect(self._look_again)
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(self._look_again)
        model.dataChanged.connect(self.fit)
        model.draft.store_requested.connect(self.store)
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Give every column its width, the widest text what is left over; and captions room."""
        widths = [column.width for column in self.sheet.columns]
        names = [column.name for column in self.sheet.columns]
        spare = self.viewport().width() - sum(widths)
        if spare > 0:
            grows = next((it for it in ("name", "description") if it in names), names[-1])
            widths[names.index(grows)] += spare
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width)
        for row in range(self.sheet.rowCount()):
            wanted = ROW_HEIGHT + (CAPTION_HEIGHT if self._caption(row) else 0)
            if self.rowHeight(row) != wanted:
                self.setRowHeight(row, wanted)

    def _caption(self, row: int) -> str:
        return self._caption_of(self.sheet, row) if self._caption_of is not None else ""

    # --- where the keyboard is ----------------------------------------

    def current(self) -> tuple[int, int] | None:
        """Return row and column of the current cell."""
        index = self.currentIndex()
        return (index.row(), index.column()) if index.isValid() else None

    def go_to(self, row: int, column: int) -> None:
        """Make another cell the current one, alone in the selection, and bring it into sight."""
        row = max(0, min(row, self.sheet.rowCount() - 1))
        column = max(0, min(column, self.sheet.columnCount() - 1))
        index = self.sheet.index(row, column)
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
        self.scrollTo(index)

    def take_focus(self) -> None:
        """Put the keyboard on the current cell, the first where there is none."""
        if self.current() is None:
            self.go_to(0, 0)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def select(self, part: QRect) -> None:
        """Select a rectangle; its first cell becomes the current one."""
        self.go_to(part.top(), part.left())
        first = self.sheet.index(part.top(), part.left())
        last = self.sheet.index(part.bottom(), part.right())
        self.selectionModel().select(QItemSelection(first, last), _Flag.ClearAndSelect)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid():
            is_number = self.sheet.columns[now.column()].is_number
            side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
            self.editor.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self.lay_editor()
        self.current_changed.emit()

    @Slot()
    def _on_reset(self) -> None:
        kept = self._kept
        self.fit()
        self.go_to(*kept)

    @Slot()
    def _look_again(self) -> None:
        self._kept = self.current() or self._kept
        self.editor.setReadOnly(not self.sheet.draft.may_edit)
        self.editor.setAccessibleName(self._spoken())
        self.viewport().update()

    def _spoken(self) -> str:
        index = self.currentIndex()
        said = index.data(Qt.ItemDataRole.AccessibleTextRole) if index.isValid() else ""
        return f"{self.accessibleName()} {said}".strip()

    # --- typing ----------------------------------------

    def box(self, index: QModelIndex) -> QRect:
        """Return where a cell stands in the viewport, a caption above it apart."""
        box = self.visualRect(index)
        box.setTop(box.bottom() + 1 - ROW_HEIGHT)
        return box

    def lay_editor(self) -> None:
        """Lay the live field over the current cell."""
        index = self.currentIndex()
        if index.isValid():
            self.editor.setGeometry(self.box(index).adjusted(1, 1, -1, -2))

    @Slot()
    def store(self) -> None:
        """Make what is being typed an edit."""
        here = self.current()
        if not self.editor.is_typing or here is None:
            return
        self.editor.finish_syllable()
        text = self.editor.text()
        self.editor.rest()
        self.enter(text)

    @Slot(bool)
    def _leave(self, is_forward: bool) -> None:
        """Go out of the table by Ctrl+Tab: Tab alone goes from cell to cell."""
        self.store()
        self.focusNextPrevChild(is_forward)

    @Slot()
    def _give_up(self) -> None:
        self.editor.rest()

    @Slot(object)
    def _on_stepped(self, step: Step) -> None:
        here = self.current()
        self.store()
        if here is None:
            return
        row, column = here[0] + _WAYS[step][0], here[1] + _WAYS[step][1]
        last = self.sheet.columnCount() - 1
        if column > last and row + 1 < self.sheet.rowCount():
            row, column = row + 1, 0
        elif column < 0 and row > 0:
            row, column = row - 1, last
        self.go_to(row, column)

    # --- keys ----------------------------------------

    @Slot(object)
    def _on_key(self, event: QKeyEvent) -> None:
        if not self.commands.take(event):
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.commands.begin()

    def begin(self) -> None:
        """Mend the text of the current cell."""
        here = self.current()
        if here is not None:
            self.editor.mend(self.sheet.stored(*here))

    def enter(self, text: str) -> None:
        """Put ``text`` into the current cell."""
        here = self.current()
        if here is None or (here[0] >= self.sheet.count() and not text.strip()):
            return
        self.sheet.enter({here: text}, self.sheet.columns[here[1]].caption)

    # --- painting ----------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_captions(painter, event.rect())
        index = self.currentIndex()
        if index.isValid() and not self.editor.is_typing:
            role = "accent" if self.editor.hasFocus() else "edge"
            painter.setPen(QPen(color(role), 2 if self.editor.hasFocus() else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = QRectF(self.box(index))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -2), 4, 4)
            if self.sheet.columns[index.column()].choices and self.sheet.draft.may_edit:
                place = QRectF(box.right() - 18, box.center().y() - 6, 12, 12)
                paint_icon(painter, "down", place, "text3")
        painter.end()

    def _paint_captions(self, painter: QPainter, part: QRect) -> None:
        if self._caption_of is None:
            return
        painter.setFont(font(CAPTION, HALF_BOLD, digits=True))
        painter.setPen(color("text"))
        for row in range(max(0, self.rowAt(part.top())), self.sheet.rowCount()):
            top = self.rowViewportPosition(row)
            if top > part.bottom():
                break
            words = self._caption(row)
            if words:
                band = QRectF(0, top, self.viewport().width(), CAPTION_HEIGHT)
                painter.fillRect(band, color("surface"))  # the view tints a chosen row whole
                box = band.adjusted(8, 4, -8, 0)
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.lay_editor()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self.lay_editor()
