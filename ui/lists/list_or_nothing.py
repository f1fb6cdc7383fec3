"""A list with what is chosen in it beside it, or a card that says why there is none."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.parts import Card, Words, button
from ui.theme.tokens import CARD_GAP


class ListOrNothing(QWidget):
    """The card has one button, the way to what can be done; the page names both."""

    def __init__(self, left: QWidget, right: QWidget, shares: tuple[int, int]) -> None:
        super().__init__()
        self.words, self.way_on = Words(role="text2"), button()
        self._empty, self._both = Card(), QWidget()
        self._empty.column.addWidget(self.words)
        self._empty.column.addWidget(self.way_on, 0, Qt.AlignmentFlag.AlignLeft)
        across = QHBoxLayout(self._both)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(CARD_GAP)
        across.addWidget(left, shares[0])
        across.addWidget(right, shares[1])
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addWidget(self._empty)
        column.addWidget(self._both, 1)
        column.addStretch(0)

    def show_list(self, *, is_known: bool = True, has_rows: bool) -> None:
        """Show the list, or the card; neither before anything is known."""
        self._empty.setVisible(is_known and not has_rows)
        self._both.setVisible(is_known and has_rows)
