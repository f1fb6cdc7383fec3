"""One line of a card: its shape, what is so, and below it what to know of it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.fonts import BODY, DENSE, HALF_BOLD
from ui.theme.glyphs import Glyph, GlyphMark
from ui.theme.parts import Words


class StepLine(QWidget):
    """A glyph, a line and its explanation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = GlyphMark()
        self._line = Words(BODY, HALF_BOLD)
        self._detail = Words(DENSE, role="text2")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._line)
        words.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        glyph = QVBoxLayout()
        glyph.addSpacing(2)
        glyph.addWidget(self._glyph)
        glyph.addStretch(1)
        row.addLayout(glyph)
        row.addLayout(words, 1)

    def say(self, glyph: Glyph, line: str, detail: str = "") -> None:
        """Show a step or a finding."""
        self._glyph.show_glyph(glyph)
        self._line.setText(line)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
