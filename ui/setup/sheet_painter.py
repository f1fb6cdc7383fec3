"""Paints the cells of an editable table from tokens: chosen, wrong, current, and group captions."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.setup.sheet_model import SheetModel
from ui.theme.fonts import BODY, HALF_BOLD, REGULAR, font
from ui.theme.glyphs import Glyph, paint_glyph
from ui.theme.scheme import color, tokens

_Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT: Final = 30
CAPTION_HEIGHT: Final = 30
_INSET: Final = 8
_MARK: Final = 14


class SheetPainter(QStyledItemDelegate):
    """A cell stands in the lower part of its row: a caption may stand above it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(60, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        if not isinstance(model, SheetModel):
            return
        row, column = index.row(), index.column()
        box = QRectF(option.rect)
        box.setTop(box.bottom() + 1 - ROW_HEIGHT)
        wrong = model.wrong(row, column)
        painter.save()
        if wrong:
            painter.fillRect(box, color("danger_tint"))
        elif option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, color("select"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), color("line"))
        if wrong:
            painter.setPen(QPen(color("danger"), 1))
            painter.drawRect(box.adjusted(0.5, 0.5, -1.5, -1.5))
            place = QRectF(box.right() - _MARK - 4, box.center().y() - _MARK / 2, _MARK, _MARK)
            paint_glyph(painter, Glyph.ERROR, place, tokens(), ground=tokens().danger_tint)
        self._write(painter, model, row, column, box, is_wrong=bool(wrong))
        painter.restore()

    def _write(
        self,
        painter: QPainter,
        model: SheetModel,
        row: int,
        column: int,
        box: QRectF,
        *,
        is_wrong: bool,
    ) -> None:
        text, head = " ".join(model.shown(row, column).split()), model.columns[column]
        voice = font(BODY, HALF_BOLD if head.name in _LOUD else REGULAR, digits=True)
        room = box.adjusted(_INSET, 0, -_INSET - (_MARK if is_wrong else 0), 0)
        side = Qt.AlignmentFlag.AlignRight if head.is_number else Qt.AlignmentFlag.AlignLeft
        painter.setFont(voice)
        painter.setPen(color("text" if head.name in _LOUD or head.is_number else "text2"))
        elided = QFontMetricsF(voice).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), elided)


_LOUD: Final = frozenset({"code", "name", "number", "label"})
"""What a row is known by."""
