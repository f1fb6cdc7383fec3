"""What the ledger's tables show: columns, and rows of cells in voices, glyphs, tags and bars."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from ui.theme.fonts import REGULAR
from ui.theme.glyphs import Glyph, glyph_word

_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column:
    """A caption over cells; without a width it takes what the others leave."""

    name: str
    width: int = 0
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell; ``role`` and ``tag`` name colour tokens."""

    text: str = ""
    role: str = "text2"
    weight: int = REGULAR
    below: str = ""
    """A caption under the text."""
    glyph: Glyph | None = None
    """In front of the text."""
    tag: str = ""
    """Paints the text as a tag in this role."""
    share: tuple[int, int] | None = None
    """So many of so many, as a bar under the text."""

    def spoken(self) -> str:
        """Return what the cell says, without its voices."""
        glyph = glyph_word(self.glyph) if self.glyph is not None and not self.text else ""
        return ", ".join(part for part in (glyph, self.text, self.below) if part)


@dataclass(frozen=True, slots=True)
class Row:
    """Cells under the columns; ``key`` says of what, ``tint`` names the token behind them."""

    key: Hashable
    cells: tuple[Cell, ...]
    tint: str = ""


class LedgerModel(QAbstractTableModel):
    """Rows as Qt's views know them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns: tuple[Column, ...] = ()
        self._rows: tuple[Row, ...] = ()

    def show(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._columns, self._rows = tuple(columns), tuple(rows)
        self.endResetModel()

    def row(self, number: int) -> Row:
        """Return one row."""
        return self._rows[number]

    def cell(self, index: _Index) -> Cell:
        """Return one cell."""
        return self._rows[index.row()].cells[index.column()]

    def column(self, number: int) -> Column:
        """Return one column."""
        return self._columns[number]

    def row_of(self, key: Hashable) -> int:
        """Return the row of ``key``; the first one where there is none."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), 0)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index).text
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.cell(index).spoken()
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical or section >= len(self._columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            is_number = self._columns[section].is_number
            side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return self._columns[section].name if role == Qt.ItemDataRole.DisplayRole else None
