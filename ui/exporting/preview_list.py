"""The preview as one list: arrows walk and open, Enter goes where a thing is dealt with."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QTreeView, QWidget

from ui.exporting.model import Index, PreviewModel
from ui.exporting.painter import PreviewDelegate, link_width
from ui.exporting.rows import Row

_LEAST: Final = 150


class PreviewList(QTreeView):
    """A click on a link goes there, on a line with several things opens or closes it."""

    jump_requested = Signal(object)
    """A ``Jump``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = PreviewModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(PreviewDelegate(self))
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(_LEAST)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._go)
        self._pressed_at = QPoint()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; what is chosen and open stays so where it is still there."""
        current = self.currentIndex()
        key = self.rows.row(current).key if current.isValid() else None
        opened = [row.key for row in self._upper() if self.isExpanded(self.rows.place_of(row.key))]
        self.rows.show_rows(rows)
        for one in opened:
            self.expand(self.rows.place_of(one))
        place = self.rows.place_of(key)
        self.setCurrentIndex(place if place.isValid() else self.rows.first())
        if not place.isValid():
            self.scrollToTop()

    def current(self) -> Row | None:
        """Return the chosen row."""
        index = self.currentIndex()
        return self.rows.row(index) if index.isValid() else None

    def _upper(self) -> list[Row]:
        rows = (self.rows.index(at, 0) for at in range(self.rows.rowCount()))
        return [row for row in map(self.rows.row, rows) if row.rows]

    def _is_on_link(self, index: Index, x: int) -> bool:
        return x > self.viewport().width() - link_width(self.rows.row(index))

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if self._is_on_link(index, self._pressed_at.x()):
            self._go(index)
        elif self.rows.row(index).rows:
            self.setExpanded(index, not self.isExpanded(index))

    @Slot(QModelIndex)
    def _go(self, index: QModelIndex) -> None:
        jump = self.rows.row(index).jump
        if jump is not None:
            self.jump_requested.emit(jump)

    def drawBranches(self, painter: object, rect: object, index: Index) -> None:
        """Draw nothing: the delegate paints the chevron."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._go(index)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        is_over = index.isValid() and self._is_on_link(index, place.x())
        shape = Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing here."""
