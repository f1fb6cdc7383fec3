"""Whether the history is as it was written, by its hash chain; and a code that can be copied."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout

from ui.language import Speaking
from ui.theme.fonts import BODY, HALF_BOLD
from ui.theme.glyphs import Glyph, GlyphMark
from ui.theme.icons import icon
from ui.theme.parts import button
from ui.theme.runs import Run, RunLine

_SHOWN = 12


def in_groups(code: str, size: int = 4) -> str:
    """Return a code in groups that can be read out."""
    return " ".join(code[at : at + size] for at in range(0, len(code), size)).upper()


class ChainLine(Speaking):
    """One line below the history."""

    def __init__(self) -> None:
        super().__init__()
        self._chain = ""
        self._broken_at: int | None = None
        self._sound, self._broken = GlyphMark(Glyph.COMPLETE), GlyphMark(Glyph.ERROR)
        self._words = RunLine()
        self.copy = button("link")
        self.copy.setIcon(icon("copy", "accent"))
        self.copy.clicked.connect(self._copy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._sound)
        row.addWidget(self._broken)
        row.addWidget(self._words, 1)
        row.addWidget(self.copy)

    def show_chain(self, chain: str, broken_at: int | None) -> None:
        """Show the hash of the newest entry, or where the chain is broken."""
        self._chain, self._broken_at = chain, broken_at
        self.retranslate()

    def retranslate(self) -> None:
        is_broken = self._broken_at is not None
        self._sound.setVisible(not is_broken)
        self._broken.setVisible(is_broken)
        self.copy.setText(self.tr("Copy"))
        self.copy.setAccessibleName(self.tr("Copy the hash of the history"))
        self.copy.setVisible(not is_broken and bool(self._chain))
        if is_broken:
            words = self.tr("Entry {number} was changed afterwards. Compare with a backup.")
            said = words.format(number=self._broken_at)
            self._words.say(Run(said, BODY, HALF_BOLD, "danger"))
            return
        self._words.say(
            Run(self.tr("Hash chain intact"), BODY, role="text2"),
            Run(self.tr("last"), BODY, role="text3", before=8),
            Run(in_groups(self._chain[:_SHOWN]), BODY, HALF_BOLD, before=6),
        )
        self._words.setToolTip(self._chain)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._chain)
        self.copy.setText(self.tr("Copied"))
