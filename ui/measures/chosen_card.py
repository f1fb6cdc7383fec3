"""The right card: the chosen figures in full, what can be done with them, and the keys."""

from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.measures.form import ConfirmForm
from ui.measures.second_look import SecondLook
from ui.measures.sheet import FiguresSheet
from ui.measures.words import by_words
from ui.theme.fonts import DENSE, HALF_BOLD
from ui.theme.key_row import KeyRow
from ui.theme.parts import Card, Words
from workbench.measures.confirmations import UNCONFIRMED, FiguresRow

_WIDTHS: Final = (440, 760)
_KEYS: Final = ("Enter", "↑ ↓", "Esc", "PgDn")


class ChosenFigures(Card):
    """Holds the form, or says why nothing can be changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet, self.form = FiguresSheet(), ConfirmForm()
        self.closed = Words(DENSE, HALF_BOLD, role="text2")
        self._keys = KeyRow(_KEYS)
        self.setMinimumWidth(_WIDTHS[0])
        self.setMaximumWidth(_WIDTHS[1])
        self.column.addWidget(self.sheet, 1)
        for part in (self.closed, self.form):
            self.column.addWidget(part)
        self.column.addLayout(self._keys)
        self.sheet.resized.connect(self._offer_keys)

    def show_row(self, look: SecondLook | None, row: FiguresRow | None, closed: str) -> None:
        """Show the chosen figures as ``look`` sees them; ``closed`` says why nothing is offered."""
        self.sheet.show_row(None if look is None else look.outcome, row)
        self.form.setVisible(row is not None and not closed)
        self.closed.setText(closed)
        self.closed.setVisible(row is not None and bool(closed))
        if row is not None and look is not None:
            self.form.show_people(look.people(row), look.by)
            is_waiting = row.stand in UNCONFIRMED
            self.form.show_way(look.refusal(row), by_words(row), can_change=is_waiting)
        self._offer_keys()

    @Slot()
    def _offer_keys(self) -> None:
        """Name the keys where they do something."""
        *of_form, read_on = self._keys.hints
        for hint in of_form:
            hint.setVisible(self.form.begins())
        read_on.setVisible(self.sheet.overflows())
        self._keys.say(
            (
                self.tr("confirm, go on"),
                self.tr("others"),
                self.tr("to the list"),
                self.tr("read on"),
            )
        )
