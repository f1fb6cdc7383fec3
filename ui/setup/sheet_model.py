"""One sheet of the draft, or those of its rows that belong to something, as a table."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Slot

from ui.setup import row_edits
from ui.setup.columns import Column, columns_for
from ui.setup.draft import SetupDraft
from ui.setup.wording import bare_sentence
from workbench.scoring.pasting import Block, text_of
from workbench.setup.sheets import SheetRow

_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
Cells = Mapping[tuple[int, int], str]
"""Texts by row and column of the table."""


class SheetModel(QAbstractTableModel):
    """Rows as typed; below them one blank row in which a new one begins."""

    def __init__(
        self,
        draft: SetupDraft,
        sheet: str,
        *left_out: str,
        belongs: Callable[[SheetRow], bool] | None = None,
        begun: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        super().__init__(draft)
        self.draft = draft
        self.sheet = sheet
        self._left_out = left_out
        self._belongs = belongs
        self._begun = begun
        self.columns: tuple[Column, ...] = columns_for(sheet, *left_out)
        self._rows: tuple[SheetRow, ...] = ()
        self._places: tuple[int, ...] = ()
        self._rows, self._places = self._found()
        draft.changed.connect(self.look)
        draft.looked.connect(self._on_looked)

    def _found(self) -> tuple[tuple[SheetRow, ...], tuple[int, ...]]:
        rows = self.draft.sheets.of(self.sheet)
        places = (at for at, row in enumerate(rows) if self._belongs is None or self._belongs(row))
        return rows, tuple(places)

    @Slot()
    def look(self) -> None:
        """Show the rows as they are now."""
        rows, places = self._found()
        if len(places) != len(self._places):
            self.beginResetModel()
            self._rows, self._places = rows, places
            self.endResetModel()
        elif rows is not self._rows or places != self._places:
            self._rows, self._places = rows, places
            self._on_looked()

    @Slot()
    def _on_looked(self) -> None:
        last = self.index(self.rowCount() - 1, len(self.columns) - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def retranslate(self) -> None:
        """Say captions and fixed values in the present language."""
        self.columns = columns_for(self.sheet, *self._left_out)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    # --- what is asked ----------------------------------------

    def count(self) -> int:
        """Return how many rows there are, the blank one apart."""
        return len(self._places)

    def place(self, row: int) -> int:
        """Return where a shown row stands in its sheet; the blank one stands behind the last."""
        return self._places[row] if row < len(self._places) else len(self._rows)

    def row_at(self, place: int) -> int:
        """Return which shown row stands at ``place`` of the sheet, -1 where none does."""
        return self._places.index(place) if place in self._places else -1

    def sheet_row(self, row: int) -> SheetRow | None:
        """Return a shown row, None for the blank one."""
        return self._rows[self._places[row]] if 0 <= row < len(self._places) else None

    def stored(self, row: int, column: int) -> str:
        """Return what is stored in a cell."""
        found = self.sheet_row(row)
        return found.text(self.columns[column].name) if found is not None else ""

    def shown(self, row: int, column: int) -> str:
        """Return a cell as people read it."""
        return self.columns[column].shown(self.stored(row, column))

    def wrong(self, row: int, column: int) -> str:
        """Return what is wrong with a cell, empty where nothing is."""
        if row >= len(self._places):
            return ""
        found = self.draft.problem(self.sheet, self._places[row], self.columns[column].name)
        return bare_sentence(found) if found is not None else ""

    def column_named(self, name: str) -> int:
        """Return where a column stands, the first where there is none of this name."""
        names = [column.name for column in self.columns]
        return names.index(name) if name in names else 0

    def copied(self, part: QRect) -> str:
        """Return a rectangle as text for a spreadsheet."""
        return text_of(
            [
                [self.shown(row, column) for column in range(part.left(), part.right() + 1)]
                for row in range(part.top(), min(part.bottom() + 1, self.count()))
            ]
        )

    # --- edits ----------------------------------------

    def enter(self, cells: Cells, step: str) -> bool:
        """Put texts into cells as one step, new rows below the last included."""
        rows, places = self._rows, list(self._places)
        new = max((row for row, _ in cells), default=-1) + 1 - len(places)
        if new > 0:
            after = places[-1] if places else len(rows) - 1
            made = [row_edits.blank(self.sheet, self._begun()) for _ in range(new)]
            rows = row_edits.with_rows_after(rows, after, made)
            places += range(after + 1, after + 1 + new)
        texts: dict[int, dict[str, str]] = {}
        for (row, column), typed in cells.items():
            head = self.columns[column]
            texts.setdefault(places[row], {})[head.name] = head.meant(typed.strip())
        return self._edit(step, row_edits.with_texts(rows, texts))

    def paste(self, block: Block, row: int, column: int) -> bool:
        """Lay a block from a spreadsheet onto the table; what passes its right edge is left."""
        room = len(self.columns) - column
        cells = {
            (row + down, column + right): text
            for down, line in enumerate(block)
            for right, text in enumerate(line[:room])
        }
        return self.enter(cells, self.tr("Paste"))

    def clear(self, part: QRect) -> bool:
        """Empty the cells of a rectangle."""
        cells = {
            (row, column): ""
            for row in range(part.top(), min(part.bottom() + 1, self.count()))
            for column in range(part.left(), part.right() + 1)
        }
        return self.enter(cells, self.tr("Clear")) if cells else False

    def insert(self, row: int) -> bool:
        """Put a blank row behind a shown one; -1 puts it before the first."""
        after = self._places[row] if 0 <= row < self.count() else len(self._rows) - 1
        if row < 0:
            after = self._places[0] - 1 if self._places else -1
        made = [row_edits.blank(self.sheet, self._begun())]
        return self._edit(self.tr("Add a row"), row_edits.with_rows_after(self._rows, after, made))

    def remove(self, rows: Sequence[int]) -> bool:
        """Take rows away."""
        gone = [self._places[row] for row in rows if row < self.count()]
        return self._edit(self.tr("Remove rows"), row_edits.without(self._rows, gone))

    def move(self, first: int, last: int, way: int) -> bool:
        """Move rows one up (-1) or down (1)."""
        if last >= self.count():
            return False
        rows = row_edits.moved(self._rows, self._places, first, last, way)
        return self._edit(self.tr("Move rows"), rows)

    def _edit(self, step: str, rows: row_edits.Rows) -> bool:
        return self.draft.edit(step, self.draft.sheets.replaced(self.sheet, rows))

    # --- Qt ----------------------------------------

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._places) + 1

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.shown(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.wrong(row, column) or self.shown(row, column) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = f"{self.columns[column].caption}: {self.shown(row, column) or '–'}"
            return ", ".join(filter(None, (said, self.wrong(row, column))))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation is Qt.Orientation.Horizontal:
            is_number = self.columns[section].is_number
            side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self.columns[section].caption
        # as a spreadsheet counts them: the header is row 1, and so are they named in sentences
        return str(self.place(section) + 2) if section < self.count() else "+"
