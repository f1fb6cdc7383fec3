"""One line of text in a box, laid out once and painted many times."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from ui.theme.fonts import REGULAR, font
from ui.theme.written import Texts


@lru_cache(maxsize=64)
def lettering(points: float, weight: int = REGULAR, *, digits: bool = False) -> "Lettering":
    """Return the lettering in one voice of the house."""
    return Lettering(points, weight, digits=digits)


class Lettering:
    """Writes in one voice; what was written once is remembered."""

    def __init__(self, points: float, weight: int, *, digits: bool) -> None:
        self._texts = Texts(font(points, weight, digits=digits))

    def width(self, text: str) -> float:
        """Return how wide ``text`` is where nothing is cut."""
        return self._texts.written(text, 9999).reach

    def write(
        self,
        painter: QPainter,
        text: str,
        box: QRectF,
        ink: QColor,
        *,
        to_right: bool = False,
    ) -> None:
        """Write ``text`` on the middle of ``box`` from its left or to its right, cut there."""
        if not text:
            return
        width = box.width()
        written = self._texts.written(text, round(width))
        left = box.x() + width - written.reach if to_right else box.x()
        self._texts.begin(painter)
        painter.setPen(ink)
        top = box.y() + (box.height() - written.height) / 2
        painter.drawStaticText(QPointF(left, top), written.static)
