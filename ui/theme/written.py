"""Short texts laid out once and painted many times."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QStaticText, QTextOption

_MOST: Final = 20_000


@dataclass(frozen=True, slots=True)
class Written:
    """A text in one voice, cut to its room."""

    static: QStaticText
    width: int
    height: int
    reach: float
    """How wide it was laid out, to the fraction of a dot."""


class Texts:
    """Remembers how texts look in one voice; the fonts of the house never change."""

    def __init__(self, voice: QFont) -> None:
        self._voice = voice
        self._metrics = QFontMetrics(voice)
        self._known: dict[tuple[str, int], Written] = {}

    def written(self, text: str, room: int) -> Written:
        """Return ``text`` as it fits into ``room`` pixels."""
        known = self._known.get((text, room))
        if known is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            known = self._known[text, room] = self._write(text, room)
        return known

    def _write(self, text: str, room: int) -> Written:
        fitting = text
        if self._metrics.horizontalAdvance(text) > room:
            fitting = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        static = QStaticText(fitting)
        static.setTextFormat(Qt.TextFormat.PlainText)
        static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        static.setTextOption(option)
        static.prepare(font=self._voice)
        width, height = self._metrics.horizontalAdvance(fitting), self._metrics.height()
        return Written(static, width, height, static.size().width())

    def begin(self, painter: QPainter) -> None:
        """Let ``painter`` speak in this voice."""
        painter.setFont(self._voice)
