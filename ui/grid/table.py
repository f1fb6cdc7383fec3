"""The table itself: its cells are painted in one go, its live field lies over the current one."""

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui.grid.editor import GridEditor
from ui.grid.headers import ColumnHeader, Corner, RowHeader
from ui.grid.model import GridModel
from ui.grid.painter import CellPainter, Scene
from ui.scoring.cell import Cell
from ui.theme.scheme import color

ROW_HEIGHT = 30
Place = tuple[int, int]
_Flag = QItemSelectionModel.SelectionFlag
_Action = QAbstractItemView.CursorAction
_WAYS = {
    _Action.MoveUp: (-1, 0),
    _Action.MoveDown: (1, 0),
    _Action.MoveLeft: (0, -1),
    _Action.MoveRight: (0, 1),
}
"""How many rows and columns further each of them goes."""


class GridTable(QTableView):
    """Selects and moves; what is typed and what becomes of it is the pane's business."""

    current_changed = Signal()
    copy_requested = Signal()
    paste_requested = Signal()
    clear_requested = Signal()

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = model
        self._painter = CellPainter(model)
        self.editor = GridEditor(self.viewport())
        self._corner = Corner(self)
        self.setHorizontalHeader(ColumnHeader(model, self))
        self.setVerticalHeader(RowHeader(model, self))
        self.setModel(model)
        self._lay_out()
        self.editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.editor.key_pressed.connect(self._on_key)
        self.setFocusProxy(self.editor)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.selectionModel().selectionChanged.connect(self._look_again)

    def _lay_out(self) -> None:
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give every column the width it asks for."""
        for place, column in enumerate(self.grid.columns):
            self.setColumnWidth(place, column.width)

    # --- where the keyboard is ----------------------------------------------------------------

    def place(self) -> Place | None:
        """Return row and column of the current cell."""
        index = self.currentIndex()
        return (index.row(), index.column()) if index.isValid() else None

    def go_to(self, place: Place) -> None:
        """Make another cell the current one, alone in the selection, and bring it into sight."""
        index = self.grid.index(*place)
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
        self.scrollTo(index)

    def box(self, cell: Cell) -> QRect:
        """Return where a cell stands in the viewport; empty where it does not."""
        place = self.grid.place_of(cell)
        return self.visualRect(self.grid.index(*place)) if place is not None else QRect()

    def go_near(self, place: Place) -> None:
        """Go to a cell; where the keyboard cannot stand on it, only bring it into sight."""
        if self.grid.can_stand(*place):
            self.go_to(place)
        else:
            self.scrollTo(self.grid.index(*place))

    def select(self, part: QRect) -> None:
        """Select a rectangle of columns and rows; the current cell stays."""
        first = self.grid.index(part.top(), part.left())
        last = self.grid.index(part.bottom(), part.right())
        self.selectionModel().select(QItemSelection(first, last), _Flag.ClearAndSelect)

    def selected(self) -> QRect:
        """Return the selected rectangle: x counts columns, y rows; the total is never in it.

        Where nothing is selected it is the current cell.
        """
        found = QRect()
        for part in self.selectionModel().selection().toList():
            corners = QPoint(part.left(), part.top()), QPoint(part.right(), part.bottom())
            found = found.united(QRect(*corners))
        typed = QRect(0, 0, self.grid.columnCount() - 1, self.grid.rowCount())
        found = found.intersected(typed)
        here = self.place()
        if found.isEmpty() and here is not None:
            return QRect(here[1], here[0], 1, 1)
        return found

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, now: QModelIndex, before: QModelIndex) -> None:
        self.current_changed.emit()
        self.lay_editor()
        self._look_again()

    @Slot()
    def _look_again(self) -> None:
        for part in (self, self.horizontalHeader(), self.verticalHeader()):
            part.viewport().update()

    # --- the live field ------------------------------------------------------------------------

    def lay_editor(self) -> None:
        """Lay the live field over the current cell."""
        index = self.currentIndex()
        if index.isValid():
            self.editor.setGeometry(self.visualRect(index).adjusted(2, 2, -2, -2))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.lay_editor()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        width, height = self.verticalHeader().width(), self.horizontalHeader().height()
        self._corner.setGeometry(0, 0, width, height)
        self._corner.raise_()
        self.lay_editor()

    # --- keys ----------------------------------------------------------------------------------

    @Slot(object)
    def _on_key(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_requested.emit()
        elif key == Qt.Key.Key_Delete:
            self.clear_requested.emit()
        elif key == Qt.Key.Key_Backspace:
            self.editor.begin_empty()
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: _Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        place = self.place()
        if place is None or action not in _WAYS:
            return super().moveCursor(action, modifiers)
        if not modifiers & Qt.KeyboardModifier.ControlModifier:
            return super().moveCursor(action, modifiers)
        down, right = _WAYS[action]
        row, column = place
        while self._is_inside(row + down, column + right):
            row, column = row + down, column + right
        while not self.grid.can_stand(row, column):
            row, column = row - down, column - right
        return self.grid.index(row, column)

    def _is_inside(self, row: int, column: int) -> bool:
        return 0 <= row < self.grid.rowCount() and 0 <= column < self.grid.columnCount()

    def keyboardSearch(self, search: str) -> None:
        """Letters begin an entry; nothing is searched here."""

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), color("surface"))
        self._painter.paint(painter, self._scene(event.rect()))
        painter.end()

    def _scene(self, part: QRect) -> Scene:
        rows = []
        first = max(0, self.rowAt(max(0, part.top())))
        for row in range(first, self.grid.rowCount()):
            top = self.rowViewportPosition(row)
            if top > part.bottom():
                break
            rows.append((row, top))
        columns = []
        for column in range(self.grid.columnCount()):
            left, width = self.columnViewportPosition(column), self.columnWidth(column)
            if left <= part.right() and left + width > part.left():
                columns.append((column, left, width))
        right = columns[-1][1] + columns[-1][2] if columns else 0
        return Scene(
            rows,
            columns,
            ROW_HEIGHT,
            right,
            self._chosen(),
            self.place(),
            self.editor.hasFocus(),
        )

    def _chosen(self) -> list[QRect]:
        """Return the selected rectangles in pixels; the current cell alone needs none."""
        found = []
        for part in self.selectionModel().selection().toList():
            if part.width() * part.height() == 1:
                continue
            first = self.visualRect(part.topLeft())
            last = self.visualRect(part.bottomRight())
            found.append(first.united(last))
        return found
