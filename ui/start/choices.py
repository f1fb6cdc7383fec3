"""One of the plain choices of the start page: a tile that is a button."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme.fonts import BODY, DENSE, HALF_BOLD, KEY, font
from ui.theme.icons import paint_icon
from ui.theme.scheme import color
from ui.theme.tokens import CARD_RADIUS, KEY_HEIGHT

_HEIGHT: Final = 76
_TILE: Final = 40


class Choice(QAbstractButton):
    """Icon tile, what it does, a line of explanation and its key."""

    def __init__(self, icon_name: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon_name
        self._key = key
        self._detail = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, title: str, detail: str) -> None:
        """Name the choice and explain it."""
        self.setText(title)
        self._detail = detail
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(460, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        tile = QRectF(19, (_HEIGHT - _TILE) / 2, _TILE, _TILE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("select"))
        painter.drawRoundedRect(tile, 8, 8)
        paint_icon(painter, self._icon, tile.adjusted(10, 10, -10, -10), "accent")
        self._paint_words(painter, self._paint_key(painter))
        painter.end()

    def _paint_frame(self, painter: QPainter) -> None:
        focused = self.hasFocus()
        pen = QPen(color("accent" if focused else "line"), 2 if focused else 1)
        inset = pen.widthF() / 2
        painter.setPen(pen)
        hovered = self.underMouse() or self.isDown()
        painter.setBrush(color("hover" if hovered else "surface"))
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, CARD_RADIUS, CARD_RADIUS)

    def _paint_key(self, painter: QPainter) -> float:
        if not self._key:
            return self.width() - 19
        painter.setFont(font(KEY, HALF_BOLD))
        width = QFontMetricsF(font(KEY, HALF_BOLD)).horizontalAdvance(self._key) + 11
        cap = QRectF(self.width() - 19 - width, (_HEIGHT - KEY_HEIGHT) / 2, width, KEY_HEIGHT)
        painter.setPen(color("line"))
        painter.setBrush(color("sunken"))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(color("text2"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)
        return cap.left() - 12

    def _paint_words(self, painter: QPainter, right: float) -> None:
        left = 73.0
        for text, points, weight, role, top in (
            (self.text(), BODY + 0.5, HALF_BOLD, "text", 16),
            (self._detail, DENSE, 400, "text2", 38),
        ):
            voice = font(points, weight)
            metrics = QFontMetricsF(voice)
            painter.setFont(voice)
            painter.setPen(color(role))
            elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, right - left)
            box = QRectF(left, top, right - left + 2, 22)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, elided)
