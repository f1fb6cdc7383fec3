"""The number that was pressed, and the services it is made of; the chosen one is shown beside."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.ledger.rows import Cell, Column, Row
from ui.ledger.table import LedgerTable
from ui.results.origins import Gathered
from ui.theme.fonts import CARD_TITLE, DENSE, HALF_BOLD
from ui.theme.parts import Card, Words, button
from ui.theme.runs import Run, RunLine
from workbench.definition.terms import Uid
from workbench.results.outcome import Verdict

_ROW = 26
_LEAST = 5


class SourceCard(Speaking):
    """Title, the sum as a sentence, and the services by what they add."""

    back_wanted = Signal()
    chosen = Signal(object)
    """The uid of another service."""
    entered = Signal()
    """The keyboard shall go on to the marks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gathered: Gathered | None = None
        self.back = button("link")
        self.back.clicked.connect(self.back_wanted)
        self._title, self._sentence = RunLine(), Words(DENSE, role="text2")
        self.table = LedgerTable(row=_ROW)
        self.table.moved.connect(self._on_moved)
        self.table.entered.connect(self.entered)
        card = Card()
        card.column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.back)
        card.column.addLayout(head)
        card.column.addWidget(self._sentence)
        card.column.addWidget(self.table, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self.table.let_grow(_LEAST)
        self.retranslate()

    def show_gathered(self, gathered: Gathered, service: Uid | None) -> None:
        """Show the services of a number; the first one is chosen where ``service`` is none."""
        self._gathered = gathered
        rows = [
            Row(
                row.service.uid,
                (
                    Cell(str(row.rank or ""), "text3"),
                    Cell(row.service.name, "text"),
                    Cell(
                        value,
                        "danger" if row.verdict is Verdict.BELOW else "text",
                        HALF_BOLD if row.total is not None else 400,
                    ),
                ),
            )
            for row, value in zip(gathered.services, gathered.values, strict=True)
        ]
        columns = (Column("", 36), Column(""), Column("", 76, is_number=True))
        self.table.blockSignals(True)
        self.table.show_rows(columns, rows)
        self.table.choose(service)
        self.table.blockSignals(False)
        self.retranslate()

    def current(self) -> Uid | None:
        """Return the chosen service."""
        key = self.table.key()
        return key if isinstance(key, bytes) else None

    def take_focus(self) -> None:
        """Put the keyboard on the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_moved(self) -> None:
        self.chosen.emit(self.current())

    def retranslate(self) -> None:
        self.back.setText(self.tr("Back to the result"))
        self.back.setToolTip("Esc")
        if self._gathered is None:
            return
        title, sentence = self._gathered.title, self._gathered.sentence
        self._title.say(Run(title, CARD_TITLE, HALF_BOLD))
        self._sentence.setText(sentence)
        self.table.setAccessibleName(f"{title}, {sentence}")
