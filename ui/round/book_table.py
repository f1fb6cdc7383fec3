"""Who gets which book: a painted table, so that sixty evaluators are as calm as three."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.setup.sheet_header import HEADER_HEIGHT, SheetHeader
from ui.theme.fonts import BODY, HALF_BOLD, REGULAR, font
from ui.theme.glyphs import Glyph, glyph_word, paint_glyph
from ui.theme.scheme import color, tokens
from ui.theme.tokens import TABLE_ROW_HEIGHT

_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_WIDTHS: Final = (34, 226, 84, 76, 0, 150)
_NUMBERS: Final = (2, 3)
_FILE: Final = 4
_MOST: Final = 12


@dataclass(frozen=True, slots=True)
class BookRow:
    """One evaluator: who, how many services and marks, the file written here, since when."""

    glyph: Glyph
    who: str
    services: int
    marks: int
    file: str
    since: str


class BookModel(QAbstractTableModel):
    """Evaluators in roster order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[BookRow, ...] = ()

    def show_rows(self, rows: Sequence[BookRow]) -> None:
        """Show other books."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, number: int) -> BookRow:
        """Return one row."""
        return self._rows[number]

    def text(self, number: int, column: int) -> str:
        """Return a cell as it is painted."""
        row = self._rows[number]
        texts = ("", row.who, str(row.services), str(row.marks), row.file, row.since)
        return texts[column]

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_WIDTHS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shown = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        )
        if not index.isValid() or role not in shown:
            return None
        if index.column() == 0:
            return glyph_word(self._rows[index.row()].glyph)
        return self.text(index.row(), index.column())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignRight if section in _NUMBERS else Qt.AlignmentFlag.AlignLeft
            )
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            "",
            self.tr("Evaluator"),
            self.tr("Services"),
            self.tr("Marks"),
            self.tr("File"),
            self.tr("Handed out"),
        )[section]


class _BookPainter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(60, TABLE_ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        if not isinstance(model, BookModel):
            return
        box, column = QRectF(option.rect), index.column()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, color("select"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), color("line"))
        if column == 0:
            place = QRectF(box.left() + 4, box.center().y() - 8, 16, 16)
            paint_glyph(painter, model.row(index.row()).glyph, place, tokens())
            painter.restore()
            return
        is_number = column in _NUMBERS
        voice = font(BODY, HALF_BOLD if column == 1 else REGULAR, digits=True)
        room = box.adjusted(8, 0, -8, 0)
        text = QFontMetricsF(voice).elidedText(
            model.text(index.row(), column), Qt.TextElideMode.ElideMiddle, room.width()
        )
        side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
        painter.setFont(voice)
        painter.setPen(color("text" if column == 1 else "text2"))
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), text)
        painter.restore()


class BookTable(QTableView):
    """As high as its rows up to twelve, then it scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.books = BookModel(self)
        self.setModel(self.books)
        self.setItemDelegate(_BookPainter(self))
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(TABLE_ROW_HEIGHT)
        self.setHorizontalHeader(SheetHeader(Qt.Orientation.Horizontal, self))
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(_FILE, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(_WIDTHS):
            if width:
                head.resizeSection(column, width)

    def show_rows(self, rows: Sequence[BookRow]) -> None:
        """Show other books and take the height they need."""
        self.books.show_rows(rows)
        shown = min(max(len(rows), 1), _MOST)
        self.setFixedHeight(HEADER_HEIGHT + shown * TABLE_ROW_HEIGHT)

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing here."""
