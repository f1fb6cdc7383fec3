"""A card with a title, a button and a table; or with a sentence while the table has no rows."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from ui.ledger.rows import Column, Row
from ui.ledger.table import LedgerTable
from ui.theme.fonts import BODY, CARD_TITLE, HALF_BOLD
from ui.theme.parts import Card, Words
from ui.theme.runs import Run, RunLine

_ROW = 44


class TableCard(Card):
    """Rows of two lines."""

    def __init__(self, act: QPushButton) -> None:
        super().__init__()
        self._title, self._none = RunLine(), Words(BODY, role="text2")
        self.table = LedgerTable(row=_ROW)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(act)
        self.column.addLayout(head)
        self.column.addWidget(self._none)
        self.column.addWidget(self.table, 1)
        self.column.addStretch(0)

    def show_rows(
        self,
        name: str,
        none: str,
        columns: Sequence[Column],
        rows: Sequence[Row],
        more: Run | None = None,
    ) -> None:
        """Show other rows under their name and count, or ``none`` where there are none."""
        self._title.say(
            Run(name, CARD_TITLE, HALF_BOLD),
            Run(str(len(rows)), CARD_TITLE, HALF_BOLD, "text3", 8),
            *((more,) if more is not None else ()),
        )
        self._none.setText(none)
        self._none.setVisible(not rows)
        self.table.setAccessibleName(name)
        self.table.setVisible(bool(rows))
        self.table.show_rows(columns, rows)
