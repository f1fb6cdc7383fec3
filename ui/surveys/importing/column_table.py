"""The columns of the file as a table: letters, header, what was found, what it is for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ui.ledger.rows import Cell, Row
from ui.ledger.rows import Column as Head
from ui.surveys.importing.choice_table import ChoiceTable
from ui.surveys.importing.draft import MappingDraft
from ui.surveys.importing.roles import Part
from ui.surveys.importing.words import kind_word, not_read_word, role_word, why_not_read
from ui.theme.fonts import HALF_BOLD
from workbench.surveys.columns import REFUSED, Column

ROW: Final = 30
_LEAST: Final = 150
_LETTERS: Final = 36
_KIND: Final = 106
_ROLE: Final = 166
_ROLE_AT: Final = 3
_Flag = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True, slots=True)
class _Told(Cell):
    """A tag that says why it stands there."""

    why: str = ""

    def spoken(self) -> str:
        return f"{self.text}. {self.why}"


class ColumnTable(ChoiceTable):
    """Arrows move, with Shift they choose several; Enter asks for the role, F2 for a name."""

    name_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_ROLE_AT, ROW, parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMinimumHeight(_LEAST)

    def sizeHint(self) -> QSize:
        """Return its least height: it takes what room is left, and a scrolled page asks for it."""
        return QSize(super().sizeHint().width(), _LEAST)

    def show_columns(self, draft: MappingDraft, heads: Sequence[str]) -> None:
        """Show what the columns of ``draft`` are for; chosen ones stay chosen."""
        chosen = set(self.chosen())
        widths = (_LETTERS, 0, _KIND, _ROLE)
        columns = [Head(name, width) for name, width in zip(heads, widths, strict=True)]
        self.show_rows(columns, [_row(draft, column) for column in draft.table.columns])
        if len(chosen) > 1:
            self._choose(chosen)

    def _choose(self, names: set[str]) -> None:
        picked = QItemSelection()
        for at in range(self.rows.rowCount()):
            if self.rows.row(at).key in names:
                index = self.rows.index(at, 0)
                picked.select(index, index)
        self.selectionModel().select(picked, _Flag.ClearAndSelect | _Flag.Rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.name_wanted.emit()
        else:
            super().keyPressEvent(event)


def _row(draft: MappingDraft, column: Column) -> Row:
    role = draft.role(column.name)
    is_out = role.part is Part.OUT
    said = Cell(role_word(role), "text3" if is_out else "text", 400 if is_out else HALF_BOLD)
    if column.is_refused:
        said = Cell(not_read_word(), "text3")
    kind = Cell(kind_word(column), "text3")
    if column.kind in REFUSED:
        kind = _Told(kind_word(column), tag="warning", why=why_not_read(column))
    letters, name = Cell(column.letters, "text3"), Cell(column.name, "text")
    return Row(column.name, (letters, name, kind, said))
