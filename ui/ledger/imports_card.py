"""The files that were merged, and withdrawing one of them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import Speaking
from ui.ledger.rows import Cell, Column, Row
from ui.ledger.table_card import TableCard
from ui.ledger.wording import when_words
from ui.theme.fonts import HALF_BOLD
from ui.theme.glyphs import Glyph
from ui.theme.parts import button
from workbench.ledger.withdrawing import ImportRow

_LEAST = 2
_STATE = 84
_NO_STATE = 8


class ImportsCard(Speaking):
    """Newest first; Enter or the button asks to withdraw the current one."""

    withdrawal_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._imports: tuple[ImportRow, ...] = ()
        self._why_not = ""
        self.withdraw = button()
        self._card = TableCard(self.withdraw)
        self.table = self._card.table
        self.table.let_grow(_LEAST)
        self.table.moved.connect(self._look)
        self.table.entered.connect(self._ask)
        self.withdraw.clicked.connect(self._ask)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._card)

    def show_imports(self, imports: Sequence[ImportRow], why_not: str) -> None:
        """Show what was merged; ``why_not`` says why nothing can be withdrawn, if so."""
        self._imports, self._why_not = tuple(imports), why_not
        self.retranslate()

    def retranslate(self) -> None:
        self.withdraw.setText(self.tr("Withdraw…"))
        self.withdraw.setVisible(bool(self._imports))
        rows = [self._row(row) for row in reversed(self._imports)]
        state = _STATE if any(row.withdrawn for row in self._imports) else _NO_STATE
        columns = (Column(""), Column("", state))
        none = self.tr("No score book was merged yet.")
        self._card.show_rows(self.tr("Imports"), none, columns, rows)

    def _row(self, row: ImportRow) -> Row:
        who = "?" if row.evaluator is None else f"{row.evaluator.code} {row.evaluator.name}"
        said = f"{who} · {row.receipt}" if row.receipt else who
        below = f"{when_words(row.imported_at)} · {row.file}"
        if row.withdrawn:
            cell = Cell(said, "text3", below=below, glyph=Glyph.NOT_APPLICABLE)
            return Row(row.number, (cell, Cell(self.tr("Withdrawn"), tag="text3")))
        glyph = Glyph.COMPLETE if row.receipt else Glyph.INTERIM
        return Row(row.number, (Cell(said, "text", HALF_BOLD, below, glyph), Cell()))

    def current(self) -> ImportRow | None:
        """Return the chosen import."""
        key = self.table.key()
        return next((row for row in self._imports if row.number == key), None)

    def _why_not_this(self) -> str:
        row = self.current()
        if self._why_not or row is None:
            return self._why_not
        return self.tr("Withdrawn already; merge the file again.") if row.withdrawn else ""

    @Slot()
    def _look(self) -> None:
        self.withdraw.setEnabled(self.current() is not None and not self._why_not_this())
        self.withdraw.setToolTip(self._why_not_this())

    @Slot()
    def _ask(self) -> None:
        row = self.current()
        if row is not None and self.withdraw.isEnabled():
            self.withdrawal_requested.emit(row.number)
