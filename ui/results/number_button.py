"""A number that can be pressed: it opens what it is made of."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.runs import RunLine
from ui.theme.scheme import color
from ui.theme.tokens import FIELD_RADIUS

SIDE: Final = 6
"""The ring stands so far out of the text; whoever lays it out takes it off the margin."""


class NumberButton(QAbstractButton):
    """Lines of text below each other; ring, tint and hand say that they can be pressed."""

    def __init__(self, *lines: RunLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 2, SIDE, 2)
        column.setSpacing(2)
        for line in lines:
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(line)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ring(painter, self, is_over=self.underMouse() and self.isEnabled())
        painter.end()


def paint_ring(painter: QPainter, widget: QWidget, *, is_over: bool = False) -> None:
    """Paint the ring of the keyboard around a widget, and the tint under the mouse."""
    box = QRectF(widget.rect())
    if is_over:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("hover"))
        painter.drawRoundedRect(box, FIELD_RADIUS, FIELD_RADIUS)
    if widget.hasFocus():
        painter.setPen(QPen(color("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), FIELD_RADIUS, FIELD_RADIUS)
