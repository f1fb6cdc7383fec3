"""The keys of a page or a card in one row, each with what it does."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QHBoxLayout

from ui.theme.parts import KeyHint

_SPACING: Final = 16


class KeyRow(QHBoxLayout):
    """Key caps from left to right; what they do is said when the language is known."""

    def __init__(self, keys: Sequence[str], spacing: int = _SPACING) -> None:
        super().__init__()
        self.hints = tuple(KeyHint(key) for key in keys)
        self.setSpacing(spacing)
        for hint in self.hints:
            self.addWidget(hint)
        self.addStretch(1)

    def say(self, words: Sequence[str]) -> None:
        """Name what each key does."""
        for hint, word in zip(self.hints, words, strict=True):
            hint.say(word)
