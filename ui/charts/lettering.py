"""How the letters of a chart are measured and set: on the screen, on paper, or as outlines."""

from functools import lru_cache
from typing import Final, NamedTuple, Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath

from ui.theme.fonts import CAPTION, REGULAR, SHIPPED_FAMILY, bring_fonts, font

UNITS: Final = 20
"""Units of a printed face per dot: fine enough that no letter sits off its place."""
_DOTS_PER_POINT: Final = 96 / 72
_CLEAR: Final = QColor(0, 0, 0, 0)


class Voice(NamedTuple):
    """A size in points and a weight."""

    points: float = CAPTION
    weight: int = REGULAR


class Lettering(Protocol):
    """Measures and sets text; all measures are in dots of a 96 dpi screen."""

    def width(self, text: str, voice: Voice) -> float:
        """Return how far ``text`` reaches."""

    def ascent(self, voice: Voice) -> float:
        """Return how far the letters stand above their baseline."""

    def height(self, voice: Voice) -> float:
        """Return how high a line is."""

    def fitted(self, text: str, voice: Voice, room: float) -> str:
        """Return ``text``, elided where it passes ``room``."""

    def write(self, painter: QPainter, at: QPointF, text: str, voice: Voice, ink: QColor) -> None:
        """Set ``text`` on the baseline that begins at ``at``."""


class OnScreen:
    """The type of the window, with figures of one width."""

    def width(self, text: str, voice: Voice) -> float:
        """Return how far ``text`` reaches."""
        return _screen_metrics(voice).horizontalAdvance(text)

    def ascent(self, voice: Voice) -> float:
        """Return how far the letters stand above their baseline."""
        return _screen_metrics(voice).ascent()

    def height(self, voice: Voice) -> float:
        """Return how high a line is."""
        return _screen_metrics(voice).height()

    def fitted(self, text: str, voice: Voice, room: float) -> str:
        """Return ``text``, elided where it passes ``room``."""
        return _screen_metrics(voice).elidedText(text, Qt.TextElideMode.ElideRight, room)

    def write(self, painter: QPainter, at: QPointF, text: str, voice: Voice, ink: QColor) -> None:
        """Set ``text`` on the baseline that begins at ``at``."""
        painter.setFont(font(voice.points, voice.weight, digits=True))
        painter.setPen(ink)
        painter.drawText(at, text)


class OnPaper:
    """The shipped type whatever the machine has; figures keep their widths, to be copied out.

    ``outlined`` draws the shapes of the letters and lays the text over them unseen: what cannot
    carry a typeface looks the same everywhere and can still be searched.
    """

    def __init__(self, *, outlined: bool = False) -> None:
        """Make the shipped type known to the application."""
        bring_fonts()
        self._outlined = outlined

    def width(self, text: str, voice: Voice) -> float:
        """Return how far ``text`` reaches."""
        return _paper_metrics(voice).horizontalAdvance(text) / UNITS

    def ascent(self, voice: Voice) -> float:
        """Return how far the letters stand above their baseline."""
        return _paper_metrics(voice).ascent() / UNITS

    def height(self, voice: Voice) -> float:
        """Return how high a line is."""
        return _paper_metrics(voice).height() / UNITS

    def fitted(self, text: str, voice: Voice, room: float) -> str:
        """Return ``text``, elided where it passes ``room``."""
        mode = Qt.TextElideMode.ElideRight
        return _paper_metrics(voice).elidedText(text, mode, room * UNITS)

    def write(self, painter: QPainter, at: QPointF, text: str, voice: Voice, ink: QColor) -> None:
        """Set ``text`` on the baseline that begins at ``at``."""
        painter.save()
        painter.translate(at)
        painter.scale(1 / UNITS, 1 / UNITS)
        if self._outlined:
            shapes = QPainterPath()
            shapes.setFillRule(Qt.FillRule.WindingFill)
            shapes.addText(QPointF(0, 0), _face(voice), text)
            painter.fillPath(shapes, ink)
        painter.setFont(_face(voice))
        painter.setPen(_CLEAR if self._outlined else ink)
        painter.drawText(QPointF(0, 0), text)
        painter.restore()


@lru_cache(maxsize=32)
def _screen_metrics(voice: Voice) -> QFontMetricsF:
    return QFontMetricsF(font(voice.points, voice.weight, digits=True))


@lru_cache(maxsize=32)
def _face(voice: Voice) -> QFont:
    made = QFont(SHIPPED_FAMILY)
    made.setPixelSize(round(voice.points * _DOTS_PER_POINT * UNITS))
    made.setWeight(QFont.Weight(voice.weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in ("calt", "clig", "liga"):
        # what changes its shape beside others has no code then, and cannot be copied out
        made.setFeature(QFont.Tag(feature), 0)
    return made


@lru_cache(maxsize=32)
def _paper_metrics(voice: Voice) -> QFontMetricsF:
    return QFontMetricsF(_face(voice))
