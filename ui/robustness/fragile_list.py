"""The counted services, most fragile first, and the chips that leave some of them out."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.ledger.table import LedgerTable
from ui.robustness.rows import label_text, service_columns, service_rows
from ui.robustness.words import label_words
from ui.theme.fonts import BODY, CAPTION, CARD_TITLE, HALF_BOLD
from ui.theme.parts import Card, Words, button, say_chip
from ui.theme.runs import Run, RunLine
from ui.theme.tab_stop import stop_at_checked
from workbench.definition.terms import Definition, Uid
from workbench.exact import plain
from workbench.results.outcome import Verdict
from workbench.results.robustness import Firmness, Robustness

ALL: Final = "all"
BELOW: Final = "below"
FRAGILE: Final = "fragile"
_ROW: Final = 42


class FragileList(Speaking):
    """Says which service was chosen, and when more of it is wanted."""

    chosen = Signal(object)
    """A ``Robustness``, or None."""
    entered = Signal()

    def __init__(self, definition: Definition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._definition = definition
        self._rows: tuple[Robustness, ...] = ()
        self._title, self._none = RunLine(), Words(BODY, role="text2")
        self._clear = button()
        self.chips = {name: button("chip") for name in (ALL, BELOW, FRAGILE)}
        self._group = QButtonGroup(self)
        self.table = LedgerTable(row=_ROW)
        self._labels = [Words(CAPTION, role="text3") for _ in Firmness]
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        card = Card()
        chips = QHBoxLayout()
        chips.setSpacing(6)
        for name, chip in self.chips.items():
            chip.setObjectName(name)
            self._group.addButton(chip)
            chips.addWidget(chip)
        chips.addStretch(1)
        self.chips[ALL].setChecked(True)
        stop_at_checked(self.chips.values())
        card.column.addWidget(self._title)
        card.column.addLayout(chips)
        card.column.addWidget(self._none)
        card.column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignLeft)
        card.column.addWidget(self.table, 1)
        card.column.addStretch(0)
        for words in self._labels:
            card.column.addWidget(words)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def _connect(self) -> None:
        self.table.moved.connect(self._on_moved)
        self.table.entered.connect(self.entered)
        self._clear.clicked.connect(self._show_all)
        for chip in self.chips.values():
            chip.clicked.connect(self._on_chip)

    # --- what is shown ---------------------------------------------------------------------

    def show_rows(self, definition: Definition, rows: Sequence[Robustness]) -> None:
        """List other services; the chosen one stays chosen where it is still there."""
        self._definition, self._rows = definition, tuple(rows)
        self.retranslate()

    def current(self) -> Robustness | None:
        """Return the chosen service."""
        key = self.table.key()
        return next((row for row in self._shown() if row.service.uid == key), None)

    def choose(self, service: Uid) -> None:
        """Choose a service, whatever the chips leave out."""
        if all(row.service.uid != service for row in self._shown()):
            self._show_all()
        self.table.choose(service)

    def _shown(self) -> list[Robustness]:
        checked = self._group.checkedButton()
        part = ALL if checked is None else checked.objectName()
        return [row for row in self._rows if _belongs(row, part)]

    def retranslate(self) -> None:
        shown = self._shown()
        cut = plain(self._definition.rules.cut)
        names = {
            ALL: self.tr("All {count}"),
            BELOW: self.tr("Below {cut} points {count}"),
            FRAGILE: self.tr("Not firm {count}"),
        }
        for name, chip in self.chips.items():
            count = sum(_belongs(row, name) for row in self._rows)
            say_chip(chip, names[name].format(cut=cut, count=count))
        self._title.say(
            Run(self.tr("Most fragile first"), CARD_TITLE, HALF_BOLD),
            Run(str(len(shown)), CARD_TITLE, HALF_BOLD, "text3", before=8),
        )
        for words, (firmness, said) in zip(self._labels, label_words(), strict=True):
            words.setText(f"{label_text(firmness)}: {said}")
        self._none.setText(self.tr("No service is like that."))
        self._clear.setText(self.tr("Show all"))
        for one in (self._none, self._clear):
            one.setVisible(not shown)
        self.table.setVisible(bool(shown))
        self.table.setAccessibleName(self.tr("Services by firmness"))
        self.table.show_rows(service_columns(), service_rows(self._definition, shown))

    # --- what people do --------------------------------------------------------------------

    @Slot()
    def _on_moved(self) -> None:
        self.chosen.emit(self.current())

    @Slot()
    def _on_chip(self) -> None:
        stop_at_checked(self.chips.values())
        self.retranslate()

    @Slot()
    def _show_all(self) -> None:
        self.chips[ALL].setChecked(True)
        self._on_chip()
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on the list, or on what shows all where nothing is listed."""
        target = self.table if self._shown() else self._clear
        target.setFocus(Qt.FocusReason.OtherFocusReason)


def _belongs(row: Robustness, part: str) -> bool:
    if part == BELOW:
        return row.verdict is Verdict.BELOW
    return part == ALL or row.firmness is not Firmness.FIRM
