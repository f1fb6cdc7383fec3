"""One of several ways as a card that can be chosen; the ring and the disc show it."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme.fonts import BODY, DENSE, HALF_BOLD, font
from ui.theme.glyphs import Glyph, paint_glyph
from ui.theme.scheme import color, tokens

_HEIGHT: Final = 58


class OptionCard(QAbstractButton):
    """A checkable card with a title and a line below; put several into one button group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detail = ""
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, title: str, detail: str) -> None:
        """Name the way and explain it."""
        self.setText(title)
        self._detail = detail
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.setToolTip(detail)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, usable = self.isChecked(), self.isEnabled()
        width = 2 if self.hasFocus() else 1
        edge = "accent" if self.hasFocus() or chosen else "edge"
        painter.setPen(QPen(color(edge if usable else "line"), width))
        painter.setBrush(color("select" if chosen else "surface"))
        inset = width / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, 8, 8)
        mark = Glyph.COMPLETE if chosen else Glyph.EMPTY
        place = QRectF(14, _HEIGHT / 2 - 8, 16, 16)
        paint_glyph(painter, mark, place, tokens(), ground=tokens().select)
        room = self.width() - 44 - 12
        for text, points, weight, role, top in (
            (self.text(), BODY, HALF_BOLD, "text" if usable else "text3", 8),
            (self._detail, DENSE, 400, "text2" if usable else "text3", 28),
        ):
            painter.setFont(font(points, weight))
            painter.setPen(color(role))
            elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
            line = QRectF(42, top, room + 2, 22)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, elided)
        painter.end()
