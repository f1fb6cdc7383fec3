"""The rows of a small list that opens at a field: a code, a text, a figure."""

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.lists.rows_model import Index, RowsModel
from ui.theme.fonts import BODY, CAPTION, font
from ui.theme.scheme import color

ROW_HEIGHT: Final = 28
_CODE_WIDTH: Final = 38


@dataclass(frozen=True, slots=True)
class PopupRow:
    """One thing that can be picked; ``key`` is what it stands for."""

    key: object
    text: str
    code: str = ""
    detail: str = ""


class PopupModel(RowsModel[PopupRow]):
    """What the filter lets through."""

    def key_of(self, row: PopupRow) -> object:
        """Return what it stands for."""
        return row.key

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(part for part in (row.code, row.text, row.detail) if part)
        return None


class PopupDelegate(QStyledItemDelegate):
    """Paints a row from the tokens: the chosen one tinted, long texts elided."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, PopupModel):
            return
        row = model.row(index.row())
        box = QRectF(option.rect)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("select"))
            painter.drawRoundedRect(box.adjusted(4, 0, -4, 0), 6, 6)
        left, right = box.left() + 12, box.right() - 12
        if any(model.row(place).code for place in range(model.rowCount())):
            _write(painter, row.code, "text3", QRectF(left, box.top(), _CODE_WIDTH, box.height()))
            left += _CODE_WIDTH
        if row.detail:
            painter.setFont(font(CAPTION, digits=True))
            painter.setPen(color("text3"))
            aligned = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box.adjusted(0, 0, -12, 0), int(aligned), row.detail)
            right -= QFontMetricsF(painter.font()).horizontalAdvance(row.detail) + 12
        _write(painter, row.text, "text", QRectF(left, box.top(), right - left, box.height()))
        painter.restore()


def _write(painter: QPainter, text: str, role: str, box: QRectF) -> None:
    painter.setFont(font(BODY))
    painter.setPen(color(role))
    line = " ".join(text.split())
    mode = Qt.TextElideMode.ElideRight
    elided = QFontMetricsF(painter.font()).elidedText(line, mode, box.width())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), elided)
