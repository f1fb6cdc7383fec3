"""Whole sentences in a painted list: how high they stand, and how they are written."""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTextLayout, QTextOption

from ui.theme.fonts import font
from ui.theme.scheme import color

_KEPT = 1024


def height_of(sentence: str, size: float, room: int) -> int:
    """Return how high ``sentence`` stands, broken between words where that can be."""
    return _height(sentence, size, room, font(size, digits=True).key())


def write_wrapped(painter: QPainter, box: QRectF, sentence: str, size: float, role: str) -> None:
    """Write ``sentence`` from the top of ``box``, broken as it was measured."""
    painter.setFont(font(size, digits=True))
    painter.setPen(color(role))
    painter.drawText(box, sentence, _wrapping())


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


@lru_cache(_KEPT)
def _height(sentence: str, size: float, room: int, _face: str) -> int:
    layout = QTextLayout(sentence, font(size, digits=True))
    layout.setTextOption(_wrapping())
    layout.beginLayout()
    high = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        high += line.height()
    layout.endLayout()
    return ceil(high)
