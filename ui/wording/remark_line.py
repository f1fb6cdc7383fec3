"""A remark below what it is on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.texts.text_box import INSET
from ui.theme.fonts import CAPTION
from ui.theme.glyphs import Glyph, GlyphMark
from ui.theme.parts import Words


class RemarkLine(QWidget):
    """A flag and a sentence that wraps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Words(CAPTION, role="warning")
        row = QHBoxLayout(self)
        row.setContentsMargins(INSET, 0, 0, 2)
        row.setSpacing(6)
        row.addWidget(GlyphMark(Glyph.FLAG), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    def say(self, sentence: str) -> None:
        """Show another sentence."""
        self._words.setText(sentence)

    def text(self) -> str:
        """Return what stands here."""
        return self._words.text()
