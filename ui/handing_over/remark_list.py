"""The remarks to walk through: services that open and close, and a jump to the very cell."""

from typing import Final

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from ui.handing_over.remark_model import Index, RemarkModel, RowWords
from ui.lists.grounds import bar_in, paint_ground
from ui.scoring.desk import ScoringDesk
from ui.theme.fonts import BODY, DENSE, HALF_BOLD, REGULAR, font
from ui.theme.glyphs import paint_glyph
from ui.theme.icons import paint_chevron, paint_icon
from ui.theme.scheme import color, tokens
from ui.theme.tokens import FIELD_RADIUS, GLYPH_SIZE

ROW: Final = 30
OPEN_MOST: Final = 40
"""So many remarks are all shown at first; of more only those of the first services."""
_FIRST: Final = 12
_LEFT: Final = 12
_INDENT: Final = 24
_CHEVRON: Final = 10
_SAID_AT: Final = 0.46
"""Where the sentences begin, as a share of the width."""


class RemarkDelegate(QStyledItemDelegate):
    """Paints a service with its counts, or a cell with its sentence."""

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, RemarkModel):
            return
        box = QRectF(0, option.rect.top(), self._tree.viewport().width(), option.rect.height())
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = box.adjusted(0, 1, 0, -1)
        paint_ground(painter, option, frame, bar_in(frame, ROW - 6), FIELD_RADIUS)
        words = model.words(index)
        ground = tokens().select if is_chosen else ""
        if model.is_group(index):
            is_open = self._tree.isExpanded(model.index(index.row(), 0))
            place = QRectF(_LEFT, box.center().y() - _CHEVRON / 2, _CHEVRON, _CHEVRON)
            paint_chevron(painter, place, is_open=is_open)
            self._paint_service(painter, words, box, ground)
        else:
            self._paint_remark(painter, words, box, ground)
            if is_chosen or is_hovered:
                place = QRectF(box.right() - 26, box.center().y() - 7, 14, 14)
                paint_icon(painter, "arrow", place, "accent")
        painter.restore()

    def _paint_service(self, painter: QPainter, words: RowWords, box: QRectF, ground: str) -> None:
        left: float = _LEFT + _CHEVRON + 10
        place = QRectF(left, box.center().y() - 8, GLYPH_SIZE, GLYPH_SIZE)
        _paint_state(painter, words, place, ground)
        width = _width(words.said, DENSE, REGULAR)
        end = box.right() - 14
        _write(painter, words.said, (DENSE, REGULAR, "text2"), end - width, box, width + 1)
        left += GLYPH_SIZE + 10
        if words.code:
            number = _width(words.code, BODY, REGULAR)
            _write(painter, words.code, (BODY, REGULAR, "text3"), left, box, number + 1)
            left += max(number, 18) + 8
        room = end - width - 12 - left
        _write(painter, words.name, (BODY, HALF_BOLD, "text"), left, box, room)

    def _paint_remark(self, painter: QPainter, words: RowWords, box: QRectF, ground: str) -> None:
        left = _LEFT + _INDENT + _CHEVRON
        place = QRectF(left + 2, box.center().y() - 7, 14, 14)
        _paint_state(painter, words, place, ground)
        left += GLYPH_SIZE + 10
        if words.code:
            _write(painter, words.code, (DENSE, REGULAR, "text3"), left, box, 34)
            left += 38
        said = box.width() * _SAID_AT
        _write(painter, words.name, (DENSE, REGULAR, "text"), left, box, said - 12 - left)
        room = box.right() - 34 - said
        _write(painter, words.said, (DENSE, REGULAR, "text2"), said, box, room)


def _paint_state(painter: QPainter, words: RowWords, place: QRectF, ground: str) -> None:
    if words.glyph is None:
        paint_icon(painter, "info", place, "text3")
    else:
        paint_glyph(painter, words.glyph, place, tokens(), ground=ground)


def _width(text: str, points: float, weight: int) -> float:
    return QFontMetricsF(font(points, weight, digits=True)).horizontalAdvance(text)


def _write(
    painter: QPainter,
    text: str,
    voice: tuple[float, int, str],
    left: float,
    box: QRectF,
    room: float,
) -> None:
    points, weight, role = voice
    face = font(points, weight, digits=True)
    painter.setFont(face)
    painter.setPen(color(role))
    elided = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, room)
    line = QRectF(left, box.top(), room + 2, box.height())
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, elided)


class RemarkList(QTreeView):
    """Arrows walk and open, Enter or a click jumps; a click on a service opens or closes it."""

    jump_requested = Signal(object)
    pledge_requested = Signal()

    def __init__(self, desk: ScoringDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RemarkModel(desk, self)
        self.setModel(self._model)
        self.setItemDelegate(RemarkDelegate(self))
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(4 * ROW)
        self.clicked.connect(self._on_clicked)
        self._model.modelReset.connect(self._on_reset)

    @property
    def remarks(self) -> RemarkModel:
        """The rows."""
        return self._model

    @Slot()
    def _on_reset(self) -> None:
        counts = [len(group.remarks) for group in self._model.groups]
        most = OPEN_MOST if sum(counts) <= OPEN_MOST else _FIRST
        shown = 0
        for number, count in enumerate(counts):
            shown += count
            if shown > most and number > 0:
                break
            self.expand(self._model.index(number, 0))
        if counts:
            self.setCurrentIndex(self._model.index(0, 0))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for every row, closed ones too: opening a service then moves nothing below."""
        rows = sum(1 + len(group.remarks) for group in self._model.groups)
        return QSize(200, rows * ROW + 2)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if self._model.is_group(index):
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.jump(index)

    def jump(self, index: Index) -> None:
        """Ask for the cell of a row."""
        cell = self._model.cell(index)
        if cell is None:
            self.pledge_requested.emit()
        else:
            self.jump_requested.emit(cell)

    def drawBranches(self, painter: QPainter, rect: object, index: Index) -> None:
        """Draw nothing: the delegate paints the chevron."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.jump(index)
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        is_over = self.indexAt(event.position().toPoint()).isValid()
        shape = Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing here."""
