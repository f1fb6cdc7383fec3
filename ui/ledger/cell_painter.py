"""Paints the cells of the ledger's tables from tokens."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.ledger.rows import Cell, LedgerModel
from ui.lists.one_line import write_line
from ui.theme.fonts import BODY, CAPTION
from ui.theme.glyphs import paint_glyph
from ui.theme.parts import paint_tag, tag_width
from ui.theme.scheme import color, tokens
from ui.theme.tokens import TAG_HEIGHT

_Index = QModelIndex | QPersistentModelIndex
_GAP: Final = 12
_GLYPH: Final = 24
_BAR: Final = 4


class CellPainter(QStyledItemDelegate):
    """One line of text, a caption below it where there is one, hairlines between rows."""

    def __init__(self, parent: QWidget, height: int) -> None:
        super().__init__(parent)
        self._height = height

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(60, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        if not isinstance(model, LedgerModel):
            return
        row, cell = model.row(index.row()), model.cell(index)
        column = model.column(index.column())
        box = QRectF(option.rect)
        painter.save()
        ground = self._ground(painter, option, box, row.tint)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), color("line"))
        if index.column() == 0 and _has_keyboard(option):
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height() - 1), color("accent"))
        left = 8 if index.column() == 0 else 0
        room = box.adjusted(left, 0, 0 if column.is_number else -_GAP, 0)
        if column.is_number:
            room.adjust(0, 0, -8 if index.column() == model.columnCount() - 1 else 0, 0)
        if cell.glyph is not None:
            place = QRectF(room.left(), room.center().y() - 8, 16, 16)
            paint_glyph(painter, cell.glyph, place, tokens(), ground=ground)
            room.adjust(_GLYPH, 0, 0, 0)
        if cell.tag:
            width = min(tag_width(cell.text), room.width())
            top = room.center().y() - TAG_HEIGHT / 2
            paint_tag(painter, cell.text, cell.tag, QRectF(room.left(), top, width, TAG_HEIGHT))
        else:
            self._write(painter, cell, room, at_end=column.is_number)
        painter.restore()

    def _ground(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, tint: str
    ) -> str:
        name = "select" if option.state & QStyle.StateFlag.State_Selected else tint
        if name:
            painter.fillRect(box, color(name))
        return str(getattr(tokens(), name or "surface"))

    def _write(self, painter: QPainter, cell: Cell, room: QRectF, *, at_end: bool) -> None:
        upper, lower = room, room
        if cell.below:
            middle = room.center().y()
            upper = QRectF(room.left(), middle - 20, room.width(), 20)
            lower = QRectF(room.left(), middle, room.width(), 18)
        elif cell.share is not None:
            upper = room.adjusted(0, 0, 0, -8)
        for text, box, points, weight, role in (
            (cell.text, upper, BODY, cell.weight, cell.role),
            (cell.below, lower, CAPTION, 400, "text3"),
        ):
            if text:
                write_line(painter, box, text, (points, weight), role, at_end=at_end)
        if cell.share is not None:
            self._paint_share(painter, cell.share, room)

    def _paint_share(self, painter: QPainter, share: tuple[int, int], room: QRectF) -> None:
        given, expected = share
        if not expected:
            return
        tray = QRectF(room.left(), room.bottom() - 9, room.width(), _BAR)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().line))
        painter.drawRoundedRect(tray, _BAR / 2, _BAR / 2)
        if given:
            tray.setWidth(max(_BAR, tray.width() * given / expected))
            painter.setBrush(color("success" if given == expected else "warning"))
            painter.drawRoundedRect(tray, _BAR / 2, _BAR / 2)


def _has_keyboard(option: QStyleOptionViewItem) -> bool:
    widget = option.widget
    is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    return is_chosen and isinstance(widget, QWidget) and widget.hasFocus()
