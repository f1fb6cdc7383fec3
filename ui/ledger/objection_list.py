"""The objections that were logged, the undecided ones counted."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import Speaking
from ui.ledger.rows import Cell, Column, Row
from ui.ledger.table_card import TableCard
from ui.ledger.wording import DECISIONS, decision_word
from ui.theme.fonts import BODY, HALF_BOLD
from ui.theme.parts import button
from ui.theme.runs import Run
from workbench.ledger.objections import Objection

_DECISION = 108
_LEAST = 3


class ObjectionList(Speaking):
    """One row an objection, in the order in which they came."""

    logging_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._objections: tuple[Objection, ...] = ()
        self.log = button()
        self._card = TableCard(self.log)
        self.table = self._card.table
        self.table.let_grow(_LEAST)
        self.log.clicked.connect(self.logging_requested)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._card)

    def show_objections(self, objections: Sequence[Objection]) -> None:
        """Show what was logged."""
        self._objections = tuple(objections)
        self.retranslate()

    def current(self) -> Objection | None:
        """Return the chosen one."""
        key = self.table.key()
        return next((row for row in self._objections if row.number == key), None)

    def retranslate(self) -> None:
        waiting = sum(not row.decision for row in self._objections)
        undecided = self.tr("undecided {count}").format(count=waiting) if waiting else ""
        self.log.setText(self.tr("Log…"))
        self.log.setAccessibleName(self.tr("Log an objection"))
        self._card.show_rows(
            self.tr("Objections"),
            self.tr("No objection was raised. Log one as soon as it comes in."),
            (Column(self.tr("Service")), Column(self.tr("Decision"), _DECISION)),
            [self._row(row) for row in self._objections],
            Run(undecided, BODY, HALF_BOLD, "warning", 8),
        )

    def _row(self, row: Objection) -> Row:
        service = f"{row.service.number} {row.service.name}"
        glyph, role = DECISIONS[row.decision]
        return Row(
            row.number,
            (
                Cell(service, "text", HALF_BOLD, f"{row.by} · {row.received}", glyph),
                Cell(decision_word(row.decision), tag=role),
            ),
        )
