"""The matrix itself: chips of codes, cells chosen like in a spreadsheet, a list to assign from."""

from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.setup.calm_table import CalmTable
from ui.setup.matrix_model import MatrixModel
from ui.theme.fonts import BODY, CAPTION, HALF_BOLD, font
from ui.theme.parts import paint_tag, tag_width
from ui.theme.scheme import color
from ui.theme.tokens import TAG_HEIGHT
from workbench.definition.terms import Standing

_Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT: Final = 34
_NAME_WIDTH: Final = 250
_HEAD: Final = 30
_INSET: Final = 8
_GAP: Final = 6
_LEAST: Final = 120


class _ChipPainter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(_LEAST, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model, view = index.model(), option.widget
        if not isinstance(model, MatrixModel) or not isinstance(view, MatrixTable):
            return
        row, column, box = index.row(), index.column(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, color("select" if is_chosen else "surface"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), color("line"))
        if view.currentIndex() == index:
            pen = QPen(color("accent" if view.hasFocus() else "edge"), 2 if view.hasFocus() else 1)
            painter.setPen(pen)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -2), 4, 4)
        self._chips(painter, model, row, column, box)
        painter.restore()

    def _chips(
        self, painter: QPainter, model: MatrixModel, row: int, column: int, box: QRectF
    ) -> None:
        if model.service(row).is_exempt:
            return
        left, top = box.left() + _INSET, box.center().y() - TAG_HEIGHT / 2
        for holder in model.holders(row, column):
            is_counted = holder.standing is Standing.ASSIGNED
            words = model.chip(row, column, holder)
            if not is_counted:
                words = f"{holder.code} {holder.standing.value}"
            width = tag_width(words)
            if left + width > box.right() - _INSET:
                painter.setPen(color("text2"))
                painter.drawText(QRectF(left, box.top(), 20, box.height()), 0x80, "…")
                return
            place = QRectF(left, top, width, TAG_HEIGHT)
            paint_tag(painter, words, "text3" if is_counted else "recused", place)
            left += width + _GAP
        if model.is_open(row, column):
            painter.setFont(font(CAPTION, HALF_BOLD))
            painter.setPen(color("danger"))
            room = QRectF(left, box.top(), box.right() - left - _INSET, box.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, model.nobody())


class _NameHeader(QHeaderView):
    """Services by number and name, exempt ones quiet."""

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        model = self.model()
        if not isinstance(model, MatrixModel):
            return
        across = self.orientation() is Qt.Orientation.Horizontal
        box = QRectF(rect)
        painter.fillRect(rect, color("surface"))
        painter.fillRect(QRectF(box.left(), box.bottom(), box.width(), 1), color("line"))
        is_quiet = across or model.service(logical).is_exempt
        voice = font(CAPTION if across else BODY, digits=True)
        painter.setFont(voice)
        painter.setPen(color("text3" if is_quiet else "text"))
        text = str(model.headerData(logical, self.orientation()))
        room = box.adjusted(_INSET, 0, -_INSET, 0)
        shown = QFontMetricsF(voice).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


class MatrixTable(CalmTable):
    """Selects; what is assigned is the card's business."""

    assign_requested = Signal()
    clear_requested = Signal()
    fill_requested = Signal()

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix = model
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        for orientation, place in (
            (across, self.setHorizontalHeader),
            (down, self.setVerticalHeader),
        ):
            place(_NameHeader(orientation, self))
        self.setModel(model)
        self.setItemDelegate(_ChipPainter(self))
        self.horizontalHeader().setFixedHeight(_HEAD)
        self.horizontalHeader().setSectionsClickable(True)
        self.verticalHeader().setFixedWidth(_NAME_WIDTH)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionsClickable(True)
        model.modelReset.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Let the sections share the room."""
        count = self.matrix.columnCount()
        for column in range(count):
            self.setColumnWidth(column, max(_LEAST, self.viewport().width() // count))

    def chosen(self) -> tuple[range, range]:
        """Return the rows and columns of the selected rectangle."""
        found = self.selected()
        if found.isEmpty():
            return range(0), range(0)
        return range(found.top(), found.bottom() + 1), range(found.left(), found.right() + 1)

    def spot(self) -> QPoint:
        """Return where a list belongs that opens at the current cell, in the viewport."""
        return self.visualRect(self.currentIndex()).bottomLeft()

    def take_focus(self) -> None:
        """Put the keyboard on the current cell, the first where there is none."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.matrix.index(0, 0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- Qt ----------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space):
            self.assign_requested.emit()
        elif key == Qt.Key.Key_Delete:
            self.clear_requested.emit()
        elif control and key == Qt.Key.Key_D:
            self.fill_requested.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.assign_requested.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
