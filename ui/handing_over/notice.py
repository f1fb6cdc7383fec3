"""A tray across the page: one sentence beside an icon, in the colour of what it is about."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.theme.fonts import BODY, HALF_BOLD
from ui.theme.glyphs import Glyph, GlyphMark
from ui.theme.icons import IconMark
from ui.theme.parts import Card, Words


class Notice(Card):
    """Good to know (a grey line), or a trouble that has its shape and its way out."""

    def __init__(
        self, *buttons: QPushButton, glyph: Glyph | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, kind="tray")
        is_quiet = glyph is None
        mark = IconMark("info", "text2", 16) if glyph is None else GlyphMark(glyph)
        self._words = Words(BODY, role="text2") if is_quiet else Words(BODY, HALF_BOLD, "danger")
        if glyph is Glyph.FLAG:
            self._words.speak_as("warning")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        for one in buttons:
            row.addWidget(one, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(row)

    def say(self, sentence: str) -> None:
        """Show a sentence; without one the tray is away."""
        self._words.setText(sentence)
        self.setVisible(bool(sentence))
