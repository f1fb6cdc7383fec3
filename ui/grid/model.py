"""The grid as Qt's views know it: a row is built when somebody looks at it."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.grid.cells import GridCell, GridRow, Look, row_of
from ui.grid.columns import GridColumn, grid_columns
from ui.scoring.cell import Cell
from ui.scoring.desk import ScoringDesk
from ui.theme.glyphs import glyph_word
from workbench.definition.terms import Uid

_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()


class GridModel(QAbstractTableModel):
    """Services × typed fields, the total at the end; painting asks for whole rows."""

    def __init__(self, desk: ScoringDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._services = desk.services()
        self._places = {service: row for row, service in enumerate(self._services)}
        self._rows: dict[int, GridRow] = {}
        self.columns: tuple[GridColumn, ...] = grid_columns(desk)
        self._plain = tuple(column.column for column in self.columns)
        self._by_code: dict[str, list[int]] = {}
        for place, column in enumerate(self._plain):
            self._by_code.setdefault(column.code, []).append(place)

    # --- what painting and the keyboard ask --------------------------------------------------

    def row(self, row: int) -> GridRow:
        """Return one service as it is painted."""
        found = self._rows.get(row)
        if found is None:
            found = row_of(self._desk, self._services[row], self._plain)
            self._rows[row] = found
        return found

    def names(self) -> Iterator[str]:
        """Yield the name of every service."""
        for service in self._services:
            yield self._desk.sheet(service).service.name

    def cell(self, row: int, column: int) -> GridCell:
        """Return one cell as it is painted."""
        return self.row(row).cells[column]

    def can_stand(self, row: int, column: int) -> bool:
        """Say whether the keyboard may stand on a cell."""
        return self.cell(row, column).cell is not None

    def can_enter(self, row: int, column: int) -> bool:
        """Say whether something may be typed into a cell."""
        return self.can_stand(row, column) and not self.row(row).is_closed

    def is_open(self, row: int, column: int) -> bool:
        """Say whether something is left to do in a cell."""
        return self.cell(row, column).is_open and not self.row(row).is_closed

    def place_of(self, cell: Cell) -> tuple[int, int] | None:
        """Return row and column of a cell; of a comment, where its mark is typed."""
        row = self._places.get(cell.service)
        mark = self._desk.row(cell)
        if row is None:
            return None
        standing = [
            column
            for column in (self._by_code.get(mark.indicator.code, ()) if mark else ())
            if self.can_stand(row, column)
        ]
        fitting = [it for it in standing if self._plain[it].field == cell.field] or standing
        if not fitting:
            every = range(len(self.columns))
            fitting = [column for column in every if self.can_stand(row, column)]
        return (row, fitting[0]) if fitting else None

    # --- changes -----------------------------------------------------------------------------

    def take(self, services: Iterable[Uid]) -> None:
        """Look at these services again."""
        for service in services:
            row = self._places.get(service)
            if row is not None and self._rows.pop(row, None) is not None:
                last = self.index(row, len(self.columns) - 1)
                self.dataChanged.emit(self.index(row, 0), last)

    def retranslate(self) -> None:
        """Say every word in the present language."""
        self._rows.clear()
        self.columns = grid_columns(self._desk)
        across = Qt.Orientation.Horizontal
        self.headerDataChanged.emit(across, 0, len(self.columns) - 1)

    # --- Qt ----------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._services)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or not self.can_stand(index.row(), index.column()):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.text if cell.look in (Look.REFUSED, Look.FILLED) else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index.row(), index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation is Qt.Orientation.Vertical:
            row = self.row(section)
            return f"{row.number} {row.name}"
        column = self.columns[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return " ".join(dict.fromkeys((column.code, column.name)))
        return f"{column.code} {column.caption}".strip()

    def spoken(self, row: int, column: int) -> str:
        """Return a cell in words, for those who cannot see it."""
        line, head, cell = self.row(row), self.columns[column], self.cell(row, column)
        where = f"{line.number} {line.name}, {head.code} {head.name}, {head.caption}"
        state = f", {glyph_word(cell.glyph)}" if cell.glyph is not None else ""
        return f"{where}: {cell.text or '–'}{state}"
