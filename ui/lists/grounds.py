"""What lies below a painted row: whether it is chosen, has the keyboard, or is under the mouse."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui.theme.scheme import color, tokens

_BAR: Final = 3


def bar_in(frame: QRectF, height: float) -> QRectF:
    """Return the place of the bar of the keyboard: at the left of a row, half-way down."""
    return QRectF(frame.left(), frame.center().y() - height / 2, _BAR, height)


def paint_chosen(painter: QPainter, frame: QRectF, bar: QRectF | None, radius: float = 8) -> None:
    """Paint the rounded ground of a chosen row, with its bar where there is one."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("select"))
    painter.drawRoundedRect(frame, radius, radius)
    if bar is not None:
        painter.setBrush(color("accent"))
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)


def paint_hovered(
    painter: QPainter, option: QStyleOptionViewItem, frame: QRectF, radius: float = 8
) -> bool:
    """Paint the rounded ground of a row that is under the mouse; say whether it is."""
    if not option.state & QStyle.StateFlag.State_MouseOver:
        return False
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("hover"))
    painter.drawRoundedRect(frame, radius, radius)
    return True


def paint_ground(
    painter: QPainter,
    option: QStyleOptionViewItem,
    frame: QRectF,
    bar: QRectF,
    radius: float = 8,
) -> str:
    """Paint what says how a row stands, its bar only with the keyboard; return the colour."""
    if option.state & QStyle.StateFlag.State_Selected:
        has_keys = option.state & QStyle.StateFlag.State_HasFocus
        paint_chosen(painter, frame, bar if has_keys else None, radius)
        return tokens().select
    return tokens().hover if paint_hovered(painter, option, frame, radius) else tokens().surface


def paint_plain_chosen(painter: QPainter, box: QRectF, *, has_keys: bool) -> None:
    """Paint a chosen row from edge to edge, with its bar where the keyboard is."""
    painter.fillRect(box, color("select"))
    if has_keys:
        painter.fillRect(QRectF(box.left(), box.top(), _BAR, box.height()), color("accent"))
