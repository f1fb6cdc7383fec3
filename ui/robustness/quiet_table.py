"""A table that is only read: no row is chosen while the keyboard is elsewhere."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from ui.ledger.rows import Column, Row
from ui.ledger.table import LedgerTable


class QuietTable(LedgerTable):
    """Arrows move from row to row once it has the keyboard; as high as its rows."""

    def __init__(self, row: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, row=row)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        """Show other rows."""
        super().show_rows(columns, rows)
        if not self.hasFocus():
            self.clearSelection()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectRow(max(self.currentIndex().row(), 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.clearSelection()
