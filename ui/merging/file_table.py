"""The table of files: hairlines between rows, a sentence in place of the numbers where refused."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.merging.file_rows import (
    COLUMNS,
    CONFLICTS,
    EVALUATOR,
    GLYPH,
    NEW,
    NUMBERS,
    RECEIPT,
    STATE,
    FileRow,
    FilesModel,
)
from ui.theme.fonts import BODY, CAPTION, HALF_BOLD, REGULAR, font
from ui.theme.glyphs import paint_glyph
from ui.theme.parts import paint_tag, tag_width
from ui.theme.scheme import color, tokens
from ui.theme.tokens import TABLE_ROW_HEIGHT, TAG_HEIGHT

_Index = QModelIndex | QPersistentModelIndex
_WIDTHS = (30, 118, 0, 150, 92, 62, 76, 70)
_FILE = 2


class FileDelegate(QStyledItemDelegate):
    """Paints a cell of the file table from tokens."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(60, TABLE_ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        if not isinstance(model, FilesModel):
            return
        row, column = model.row(index.row()), index.column()
        box = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, color("select"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), color("line"))
        if column == GLYPH:
            place = QRectF(box.left(), box.center().y() - 8, 16, 16)
            paint_glyph(painter, row.glyph, place, tokens())
        elif column == STATE and row.report.error is None:
            self._paint_state(painter, row, model.text(row, column), box)
        else:
            self._paint_text(painter, row, column, model.text(row, column), box)
        painter.restore()

    def _paint_state(self, painter: QPainter, row: FileRow, text: str, box: QRectF) -> None:
        role = "success" if row.report.sealed else "warning"
        top = box.center().y() - TAG_HEIGHT / 2
        paint_tag(painter, text, role, QRectF(box.left(), top, tag_width(text), TAG_HEIGHT))

    def _paint_text(
        self, painter: QPainter, row: FileRow, column: int, text: str, box: QRectF
    ) -> None:
        voice, role = font(BODY, digits=True), "text2"
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if row.report.error is not None and column == RECEIPT:
            painter.setFont(font(CAPTION, HALF_BOLD))
            painter.setPen(color("danger"))
            painter.drawText(box, int(align) | int(Qt.TextFlag.TextWordWrap), text)
            return
        if column in (EVALUATOR, RECEIPT):
            voice, role = font(BODY, HALF_BOLD, digits=True), "text"
        if column in NUMBERS:
            align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            is_loud = text != "0" and column in (NEW, CONFLICTS)
            voice = font(BODY, HALF_BOLD if is_loud else REGULAR, digits=True)
            role = "text3"
            if is_loud:
                role = "danger" if column == CONFLICTS else "text"
        painter.setFont(voice)
        painter.setPen(color(role))
        room = box.adjusted(0, 0, 0 if column in NUMBERS else -10, 0)
        elided = QFontMetricsF(voice).elidedText(text, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, int(align), elided)


class FileTable(QTableView):
    """Shows files; as high as its rows, at most eight of them before it scrolls."""

    MOST_ROWS = 8

    def __init__(self, model: FilesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = model
        self.setModel(model)
        self.setItemDelegate(FileDelegate(self))
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(_FILE, QHeaderView.ResizeMode.Stretch)
        head.setHighlightSections(False)
        head.setFont(font(CAPTION))
        for column, width in enumerate(_WIDTHS):
            if width:
                head.resizeSection(column, width)

    def refresh(self) -> None:
        """Span the sentences of refused files and give every row its height."""
        self.clearSpans()
        room = sum(self.columnWidth(column) for column in range(RECEIPT, COLUMNS))
        metrics = QFontMetrics(font(CAPTION, HALF_BOLD))
        height = self.horizontalHeader().height() + 2
        for number in range(self._files.rowCount()):
            row = self._files.row(number)
            needed = TABLE_ROW_HEIGHT
            if row.report.error is not None:
                self.setSpan(number, RECEIPT, 1, COLUMNS - RECEIPT)
                text = self._files.text(row, RECEIPT)
                wrap = int(Qt.TextFlag.TextWordWrap)
                needed = max(
                    needed, metrics.boundingRect(0, 0, room, 999, wrap, text).height() + 12
                )
            self.setRowHeight(number, needed)
            height += needed if number < self.MOST_ROWS else 0
        self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.refresh()
