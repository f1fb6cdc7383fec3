"""A table that is painted: as calm with six hundred rows as with three."""

from collections.abc import Hashable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from ui.ledger.cell_painter import CellPainter
from ui.ledger.rows import Column, LedgerModel, Row
from ui.theme.fonts import CAPTION, font
from ui.theme.tokens import TABLE_ROW_HEIGHT

_NO_LIMIT: Final = 16777215  # Qt's own word for it


class LedgerTable(QTableView):
    """Arrows move, Enter asks for the row, Ctrl+C asks for its copy; letters do nothing."""

    moved = Signal()
    """Another row is the current one, or the rows are others."""
    entered = Signal()
    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, row: int = TABLE_ROW_HEIGHT) -> None:
        super().__init__(parent)
        self.rows = LedgerModel(self)
        self._height = row
        self._is_filling = False
        self.setModel(self.rows)
        self.setItemDelegate(CellPainter(self, row))
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(row)
        self.verticalHeader().setDefaultSectionSize(row)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setMinimumSectionSize(8)
        head.setFont(font(CAPTION))
        self.selectionModel().currentRowChanged.connect(self._on_moved)
        self.doubleClicked.connect(self.entered)

    def show_rows(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        """Show other rows; the current one stays current where it is still there."""
        key = self.key()
        self._is_filling = True
        self.rows.show(columns, rows)
        head = self.horizontalHeader()
        head.setVisible(any(column.name for column in columns))
        for at, column in enumerate(columns):
            mode = QHeaderView.ResizeMode
            head.setSectionResizeMode(at, mode.Fixed if column.width else mode.Stretch)
            if column.width:
                head.resizeSection(at, column.width)
        if rows:
            self.setCurrentIndex(self.rows.index(self.rows.row_of(key), 0))
        self._is_filling = False
        self.updateGeometry()
        self.moved.emit()

    def key(self) -> Hashable | None:
        """Return of what the current row is."""
        index = self.currentIndex()
        return self.rows.row(index.row()).key if index.isValid() else None

    def choose(self, key: Hashable, *, at_top: bool = False) -> None:
        """Make the row of ``key`` the current one; ``at_top`` where more of it stands below."""
        if not self.rows.rowCount():
            return
        index = self.rows.index(self.rows.row_of(key), 0)
        self.setCurrentIndex(index)
        if at_top:
            self.scrollTo(index, QTableView.ScrollHint.PositionAtTop)

    def whole_height(self) -> int:
        """Return the height at which no row has to be scrolled to."""
        head = self.horizontalHeader()
        caption = 0 if head.isHidden() else head.sizeHint().height()
        return caption + self._height * self.rows.rowCount() + 2

    def hug(self, least: int = 1, most: int = 0) -> None:
        """Be as high as the rows; below ``least`` rows never, above ``most`` (if any) never."""
        whole, spare = self.whole_height(), self._height * self.rows.rowCount()
        self.setMinimumHeight(whole - spare + self._height * min(least, self.rows.rowCount()))
        self.setMaximumHeight(min(whole, whole - spare + self._height * most) if most else whole)

    def let_grow(self, least: int) -> None:
        """Take what room there is, room for ``least`` rows at least."""
        self.setMinimumHeight(self._height * least)
        self.setMaximumHeight(_NO_LIMIT)

    @Slot()
    def _on_moved(self) -> None:
        if not self._is_filling:
            self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.text().isprintable() and event.text():
            event.ignore()  # digits belong to the page
        else:
            super().keyPressEvent(event)
