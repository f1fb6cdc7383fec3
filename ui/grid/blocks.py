"""Copying, pasting and clearing whole blocks of the grid: each one step, whole or not at all."""

from PySide6.QtCore import QObject, QRect, Signal, Slot
from PySide6.QtGui import QGuiApplication

from ui.grid.cells import Look
from ui.grid.exchange import copied, spread
from ui.grid.table import GridTable
from ui.scoring.cell import NOT_APPLICABLE, Cell
from ui.scoring.desk import ScoringDesk
from workbench.journal.pen import Change
from workbench.results.outcome import MarkState
from workbench.scoring.pasting import Block, Laid, block_of, lay_block


class GridBlocks(QObject):
    """Talks to the clipboard and the desk; what came of it is told in words."""

    told = Signal(str)
    """What came of it."""
    refused = Signal(object)
    """The Refused cells of a block of which nothing was pasted."""
    pasted = Signal()

    def __init__(self, desk: ScoringDesk, table: GridTable, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._table = table
        self._model = table.grid
        table.copy_requested.connect(self.copy)
        table.paste_requested.connect(self.paste)
        table.clear_requested.connect(self.clear)

    # --- copying -----------------------------------------------------------------------------

    @Slot()
    def copy(self) -> None:
        """Put the selected marks on the clipboard, as a spreadsheet takes them."""
        part = self._table.selected()
        if part.isEmpty():
            return
        QGuiApplication.clipboard().setText(copied(self._model, part))
        self.told.emit(
            self.tr("Copied: {rows} × {columns} cells").format(
                rows=part.height(), columns=part.width()
            )
        )

    # --- pasting -----------------------------------------------------------------------------

    @Slot()
    def paste(self) -> None:
        """Lay the clipboard onto the grid from the first selected cell: all of it or nothing."""
        part = self._table.selected()
        block = block_of(QGuiApplication.clipboard().text())
        if part.isEmpty() or not block:
            self.told.emit(self.tr("There is nothing to paste on the clipboard."))
            return
        if self._desk.read_at is not None:
            self.told.emit(self.tr("This book is only being read, so nothing was pasted."))
            return
        block = spread(self._model, block, part)
        columns = [column.column for column in self._model.columns]
        at = part.top(), part.left()
        laid = lay_block(self._desk.book, self._desk.overview, columns, block, at)
        if laid.refused:
            self.told.emit(self.tr("Nothing was pasted."))
            self.refused.emit(laid.refused)
            return
        self._store(laid, block, part)

    def _store(self, laid: Laid, block: Block, part: QRect) -> None:
        if laid.changes and not self._desk.write(laid.changes):
            return
        for change in laid.same:
            self._desk.give_up(_cell_of(change))
        width, height = max(map(len, block)), len(block)
        self._table.select(QRect(part.left(), part.top(), width, height))
        self.pasted.emit()
        self.told.emit(self._words(laid))

    def _words(self, laid: Laid) -> str:
        if not laid.marks:
            return self.tr("Nothing changed: it all stands here already, or is blank.")
        parts = [self.tr("Marks pasted: {count}").format(count=laid.marks)]
        if laid.blank:
            parts.append(self.tr("blank cells skipped: {count}").format(count=laid.blank))
        return " · ".join((*parts, self._way_back()))

    def _way_back(self) -> str:
        return self.tr("Ctrl+Z takes it back")

    # --- clearing ----------------------------------------------------------------------------

    @Slot()
    def clear(self) -> None:
        """Take every selected mark away, as one step; what was refused there goes too."""
        changes: list[Change] = []
        cleared: set[Cell] = set()
        part = self._table.selected()
        for row in range(part.top(), part.bottom() + 1):
            for column in range(part.left(), part.right() + 1):
                if self._model.can_enter(row, column):
                    found = self._clearing(row, column, cleared)
                    changes += found
        if changes and self._desk.write(changes):
            words = self.tr("Marks cleared: {count}").format(count=len(cleared))
            self.told.emit(f"{words} · {self._way_back()}")

    def _clearing(self, row: int, column: int, cleared: set[Cell]) -> list[Change]:
        shown = self._model.cell(row, column)
        cell, mark = shown.cell, shown.row
        if cell is None or mark is None:
            return []
        if shown.look is Look.REFUSED:
            self._desk.give_up(cell)
        is_out = mark.mark.state is MarkState.NOT_APPLICABLE
        if not shown.stored and not is_out and mark.mark.state is not MarkState.CONFLICT:
            return []
        cleared.add(cell)
        fields = (cell.field, NOT_APPLICABLE) if is_out else (cell.field,)
        change = self._desk.book.change
        return [change(cell.service, cell.subject, field, "") for field in fields]


def _cell_of(change: Change) -> Cell:
    _, service, subject, field = change[0]
    return Cell(service, subject, field)
