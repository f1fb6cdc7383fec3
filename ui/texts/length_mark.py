"""How long a text is, at the lower right of its box while the box has the keyboard."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.language import Speaking
from ui.theme.fonts import CAPTION, HALF_BOLD, REGULAR, font
from ui.theme.scheme import color
from workbench.text import MAX_CHARACTERS

NEAR: Final = MAX_CHARACTERS * 95 // 100
"""From here on the count warns."""


class LengthMark(Speaking):
    """A count of characters; near the limit it warns, past it it says what is too much."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._length = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def count(self, length: int) -> None:
        """Show another length."""
        self._length = length
        self.setAccessibleName(self.text())
        self.update()

    def text(self) -> str:
        """Return what stands here."""
        if self._length < NEAR:
            return self._plain(self._length)
        numbers = {"length": f"{self._length:,}", "most": f"{MAX_CHARACTERS:,}"}
        return self.tr("{length} of {most} chars").format(**numbers)

    def _plain(self, length: int) -> str:
        return self.tr("{length} chars").format(length=f"{length:,}")

    def usual_width(self) -> int:
        """Return how much room the lengths of most texts need."""
        metrics = QFontMetricsF(font(CAPTION, digits=True))
        return int(metrics.horizontalAdvance(self._plain(8_888))) + 2

    def role(self) -> str:
        """Return the colour in which the length stands."""
        if self._length > MAX_CHARACTERS:
            return "danger"
        return "warning" if self._length >= NEAR else "text3"

    def retranslate(self) -> None:
        self.count(self._length)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(font(CAPTION, HALF_BOLD, digits=True))
        return QSize(int(metrics.horizontalAdvance(self.text())) + 2, int(metrics.height()) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("surface"))
        role = self.role()
        weight = REGULAR if role == "text3" else HALF_BOLD
        painter.setFont(font(CAPTION, weight, digits=True))
        painter.setPen(color(role))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(self.rect()), int(right), self.text())
        painter.end()
