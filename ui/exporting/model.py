"""The rows of the preview as Qt's views know them: two levels, the things of a line below it."""

from collections.abc import Hashable, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.exporting.rows import Kind, Row

Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_TOP: Final = 0
"""The internal id of an upper row; a thing carries the row of its line, counted from 1."""


class PreviewModel(QAbstractItemModel):
    """Headings cannot be chosen; everything else can."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, index: Index) -> Row:
        """Return one row."""
        if index.internalId() == _TOP:
            return self._rows[index.row()]
        return self._rows[index.internalId() - 1].rows[index.row()]

    def place_of(self, key: Hashable) -> QModelIndex:
        """Return where the row of ``key`` stands, an invalid index where none does."""
        for at, row in enumerate(self._rows):
            if row.key == key and row.kind is not Kind.HEADING:
                return self.index(at, 0)
            for below, one in enumerate(row.rows):
                if one.key == key:
                    return self.index(below, 0, self.index(at, 0))
        return QModelIndex()

    def first(self) -> QModelIndex:
        """Return the first row that can be chosen."""
        chosen = (at for at, row in enumerate(self._rows) if row.kind is not Kind.HEADING)
        at = next(chosen, None)
        return QModelIndex() if at is None else self.index(at, 0)

    # --- Qt's model ------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, child: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        if not child.isValid() or child.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(child.internalId() - 1, 0, _TOP)

    def rowCount(self, parent: Index = _ROOT) -> int:
        if not parent.isValid():
            return len(self._rows)
        is_upper = parent.internalId() == _TOP
        return len(self._rows[parent.row()].rows) if is_upper else 0

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.row(index).kind is Kind.HEADING:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.name} {row.count}".rstrip()
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken()
        return None
