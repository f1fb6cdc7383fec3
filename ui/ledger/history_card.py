"""The history: chips, a search, one row an entry, the chosen one whole, the chain."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.composing import Composition
from ui.language import Speaking
from ui.ledger.chain_line import ChainLine
from ui.ledger.history_rows import Group, Told, columns, group_word, row_of, told
from ui.ledger.table import LedgerTable
from ui.ledger.wording import when_words
from ui.theme.fonts import BODY, CARD_TITLE, HALF_BOLD
from ui.theme.icons import icon
from ui.theme.parts import Card, Hairline, Words, button
from ui.theme.runs import Run, RunLine
from workbench.ledger.entries import History

if TYPE_CHECKING:
    from ui.ledger.rows import Row

_ROW = 42
_LEAST = 4
_DETAIL_HEIGHT = 92
_SEARCH_WIDTH = 200


class HistoryCard(Speaking):
    """Newest first; what the chips and the search leave."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history = History((), "", None)
        self._told: tuple[Told, ...] = ()
        self._rows: dict[int, Row] = {}
        """By number: made once, so that a key pressed in the search only chooses among them."""
        self._title = RunLine()
        self.search = QLineEdit()
        self.search.addAction(icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(_SEARCH_WIDTH)
        Composition(self.search)
        self.chips = {group: button("chip") for group in Group}
        self._group = QButtonGroup(self)
        self.table = LedgerTable(row=_ROW)
        self._none, self._clear = Words(BODY, role="text2"), button()
        self._when, self._words = RunLine(), Words(BODY)
        self._reason = Words(BODY, role="text2")
        self.chain = ChainLine()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        card = Card()
        head, chips = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.search)
        chips.setSpacing(6)
        for chip in self.chips.values():
            self._group.addButton(chip)
            chips.addWidget(chip)
        chips.addStretch(1)
        card.column.addLayout(head)
        card.column.addLayout(chips)
        card.column.addWidget(self._none)
        card.column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignLeft)
        card.column.addWidget(self.table, 1)
        card.column.addStretch(0)
        self.table.let_grow(_LEAST)
        self._detail = QWidget()
        self._detail.setMinimumHeight(_DETAIL_HEIGHT)
        self._detail.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        lines = QVBoxLayout(self._detail)
        lines.setContentsMargins(0, 2, 0, 2)
        lines.setSpacing(3)
        for part in (self._when, self._words, self._reason):
            lines.addWidget(part)
        lines.addStretch(1)
        for below in (Hairline(), self._detail, Hairline(), self.chain):
            card.column.addWidget(below)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def _connect(self) -> None:
        self.chips[Group.ALL].setChecked(True)
        self._group.buttonToggled.connect(self._narrow)
        self.search.textChanged.connect(self._narrow)
        self._clear.clicked.connect(self._clear_filter)
        self.table.moved.connect(self._show_chosen)

    def show_history(self, history: History) -> None:
        """Show everything that happened."""
        self._history = history
        self.chain.show_chain(history.chain, history.broken_at)
        self.retranslate()

    def retranslate(self) -> None:
        self._told = told(self._history.entries)
        broken_at = self._history.broken_at
        self._rows = {one.entry.number: row_of(one, broken_at) for one in self._told}
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search the history"))
        for group, chip in self.chips.items():
            chip.setText(group_word(group))
        self._none.setText(self.tr("Nothing of this kind happened."))
        self._clear.setText(self.tr("Clear the filter"))
        self.table.setAccessibleName(self.tr("What happened to this round"))
        self._narrow()

    def _chosen_group(self) -> Group:
        return next(group for group, chip in self.chips.items() if chip.isChecked())

    @Slot()
    def _narrow(self) -> None:
        if not any(chip.isChecked() for chip in self.chips.values()):
            return  # between one chip and the next
        group, wanted = self._chosen_group(), self.search.text().strip()
        fitting = [one for one in self._told if one.fits(group, wanted)]
        self.table.show_rows(columns(), [self._rows[one.entry.number] for one in fitting])
        self.table.setVisible(bool(fitting))
        self._none.setVisible(not fitting)
        self._clear.setVisible(not fitting)
        count = str(len(fitting))
        if len(fitting) != len(self._told):
            count = f"{len(fitting)} / {len(self._told)}"
        self._title.say(
            Run(self.tr("What happened"), CARD_TITLE, HALF_BOLD),
            Run(count, CARD_TITLE, HALF_BOLD, "text3", 8),
        )

    @Slot()
    def _clear_filter(self) -> None:
        self.search.clear()
        self.chips[Group.ALL].setChecked(True)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_chosen(self) -> None:
        key = self.table.key()
        one = next((one for one in self._told if one.entry.number == key), None)
        for part in (self._when, self._words, self._reason):
            part.setVisible(one is not None)
        if one is None:
            return
        number = self.tr("No. {number}").format(number=one.entry.number)
        self._when.say(
            Run(number, BODY, HALF_BOLD),
            Run(when_words(one.entry.at), BODY, role="text2", before=8),
        )
        self._words.setText(one.words)
        reason = self.tr("Reason: {reason}").format(reason=one.entry.reason)
        self._reason.setText(reason if one.entry.reason else "")
