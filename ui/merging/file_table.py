"""The table of files: hairlines between rows, a sentence in place of the numbers where refused."""

from typing import Final

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from ui.merging.file_painter import FilePainter
from ui.merging.file_rows import (
    CONFLICTS,
    FILE,
    RECEIVED,
    FilesModel,
    Index,
)
from ui.theme.fonts import CAPTION, HALF_BOLD, font
from ui.theme.tokens import TABLE_ROW_HEIGHT

_WIDTHS: Final = (44, 112, 0, 88, 138, 70, 84, 52, 66, 78, 66)
_LINE: Final = 24
_MOST_FILES: Final = 8
_MOST_LINES: Final = 10


class _Heights(QStyledItemDelegate):
    """How high a row is; the view paints whole rows by itself."""

    def __init__(self, table: "FileTable") -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._table.row_height(index))


class FileTable(QTreeView):
    """A row a file; Enter or a click opens what it leaves to be looked at.

    As high as its rows, at most eight files and ten lines before it scrolls.
    """

    def __init__(self, model: FilesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = model
        self.setModel(model)
        self.setItemDelegate(_Heights(self))
        self._painter = FilePainter(self, model)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setAllColumnsShowFocus(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        head = self.header()
        head.setStretchLastSection(False)
        head.setMinimumSectionSize(20)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(FILE, QHeaderView.ResizeMode.Stretch)
        head.setSectionsMovable(False)
        head.setFont(font(CAPTION))
        for column, width in enumerate(_WIDTHS):
            if width:
                head.resizeSection(column, width)
        self.clicked.connect(self._turn)
        self.expanded.connect(self._fit)
        self.collapsed.connect(self._fit)
        model.modelReset.connect(self._fit)

    # --- rows ------------------------------------------------------------------------------

    def row_height(self, index: Index) -> int:
        """Return how high a row has to be; a sentence may need two lines."""
        if not self._files.is_file(index):
            return _LINE
        row = self._files.row(index)
        if row.report.error is None:
            return TABLE_ROW_HEIGHT
        room = self.sentence_room()
        wrap = int(Qt.TextFlag.TextWordWrap)
        box = QFontMetrics(font(CAPTION, HALF_BOLD)).boundingRect(
            QRect(0, 0, int(room.width()), 999), wrap, self._files.text(row, RECEIVED)
        )
        return max(TABLE_ROW_HEIGHT, box.height() + 12)

    def sentence_room(self) -> QRectF:
        """Return from where to where the sentence of a refused file goes; heights aside."""
        left = self.columnViewportPosition(RECEIVED)
        end = self.columnViewportPosition(CONFLICTS) + self.columnWidth(CONFLICTS)
        return QRectF(left, 0, max(80, end - left), 0)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        chosen = self.selectionModel().isSelected(index)
        self._painter.paint(painter, QRectF(option.rect), index, is_chosen=chosen)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw nothing: a row is painted whole."""

    # --- opening ---------------------------------------------------------------------------

    @Slot(QModelIndex)
    def _turn(self, index: QModelIndex) -> None:
        first = index.siblingAtColumn(0)
        if self._files.rowCount(first):
            self.setExpanded(first, not self.isExpanded(first))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        turning = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in turning and index.isValid():
            self._turn(index)
            return
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and index.isValid():
            file = index if self._files.is_file(index) else index.parent()
            self.setCurrentIndex(file.siblingAtColumn(0))
            self.setExpanded(file.siblingAtColumn(0), event.key() == Qt.Key.Key_Right)
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing here."""

    # --- height ----------------------------------------------------------------------------

    @Slot()
    def _fit(self) -> None:
        """Be as high as the rows, within reason."""
        self.scheduleDelayedItemsLayout()
        height, lines = self.header().sizeHint().height() + 2, 0
        for number in range(self._files.rowCount()):
            index = self._files.index(number, 0)
            if self.isExpanded(index):
                lines += self._files.rowCount(index)
            if number < _MOST_FILES:
                height += self.row_height(index)
        self.setFixedHeight(height + min(lines, _MOST_LINES) * _LINE)

    def refresh(self) -> None:
        """Say and measure everything anew."""
        self._fit()
        self.header().viewport().update()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
