"""The model of a painted list: it holds rows, and a subclass puts them into words."""

from collections.abc import Sequence
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()


class RowsModel(QAbstractListModel, Generic[Row]):
    """Rows as they are shown; ``data`` of the subclass says what each reads."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, at: int) -> Row:
        """Return the row that stands at ``at``."""
        return self._rows[at]

    def row_or_none(self, at: int) -> Row | None:
        """Return the row that stands at ``at``, None where none does."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def key_of(self, row: Row) -> object:
        """Return what a row is known by: the row itself, unless a subclass knows better."""
        return row

    def row_of(self, key: object) -> int:
        """Return where the row known by ``key`` stands, -1 where none is."""
        keys = enumerate(map(self.key_of, self._rows))
        return next((at for at, known in keys if known == key), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)


class HeadedModel(RowsModel[Row]):
    """Rows of which some are headings: those are seen and never chosen."""

    def can_be_chosen(self, row: Row) -> bool:
        """Say whether a row is more than a heading."""
        return True

    def entries(self) -> list[int]:
        """Return where the rows stand that can be chosen."""
        return [at for at, row in enumerate(self._rows) if self.can_be_chosen(row)]

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row_or_none(index.row())
        if row is not None and self.can_be_chosen(row):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags
