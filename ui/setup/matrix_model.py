"""Services × sections: who scores what, as the draft was last judged."""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Slot

from ui.setup.choices import section_words
from ui.setup.draft import SetupDraft
from workbench.definition.terms import Standing
from workbench.setup.assigning import Holder, MatrixRow

_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()


class MatrixModel(QAbstractTableModel):
    """A cell is what several people hold of a section of one service."""

    def __init__(self, draft: SetupDraft) -> None:
        super().__init__(draft)
        self.draft = draft
        self._matrix = draft.matrix
        draft.looked.connect(self._on_looked)

    @Slot()
    def _on_looked(self) -> None:
        new = self.draft.matrix
        is_alike = len(new.rows) == len(self._matrix.rows)
        if is_alike and new.sections == self._matrix.sections:
            self._matrix = new
            if new.rows and new.sections:
                last = self.index(len(new.rows) - 1, len(new.sections) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._matrix = new
        self.endResetModel()

    def retranslate(self) -> None:
        """Say the sections in the present language."""
        if self._matrix.sections:
            across = Qt.Orientation.Horizontal
            self.headerDataChanged.emit(across, 0, len(self._matrix.sections) - 1)

    def service(self, row: int) -> MatrixRow:
        """Return one service."""
        return self._matrix.rows[row]

    def section(self, column: int) -> str:
        """Return the code of a section."""
        return self._matrix.sections[column]

    def section_name(self, column: int) -> str:
        """Return what a section is called."""
        code = self._matrix.sections[column]
        for row in self.draft.sheets.of("sections"):
            if row.text("code") == code and row.text("name"):
                return row.text("name")
        return section_words().get(code, code)

    def holders(self, row: int, column: int) -> tuple[Holder, ...]:
        """Return who holds something in a cell."""
        service = self._matrix.rows[row]
        return service.cells.get(self._matrix.sections[column], ())

    def assigned(self, row: int, column: int) -> tuple[str, ...]:
        """Return the codes of those whose marks count in a cell."""
        return tuple(
            holder.code
            for holder in self.holders(row, column)
            if holder.standing is Standing.ASSIGNED
        )

    def chip(self, row: int, column: int, holder: Holder) -> str:
        """Return the words of a chip: the code, and how much where it is not all."""
        service, section = self._matrix.rows[row], self._matrix.sections[column]
        held = len(service.indicators.get((section, holder), ()))
        every = len(service.applying.get(section, ()))
        return holder.code if held >= every else f"{holder.code} {held}/{every}"

    def is_open(self, row: int, column: int) -> bool:
        """Say whether something of a cell is left to nobody."""
        service, section = self._matrix.rows[row], self._matrix.sections[column]
        if service.is_exempt:
            return False
        given: set[str] = set()
        for holder in service.cells.get(section, ()):
            if holder.standing is Standing.ASSIGNED:
                given.update(service.indicators.get((section, holder), ()))
        return bool(set(service.applying.get(section, ())) - given)

    # --- Qt ----------------------------------------

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._matrix.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._matrix.sections)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return ", ".join(self.assigned(row, column))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row, column)
        return None

    def _spoken(self, row: int, column: int) -> str:
        service, section = self._matrix.rows[row], self._matrix.sections[column]
        parts = []
        for holder in self.holders(row, column):
            codes = ", ".join(service.indicators.get((section, holder), ()))
            standing = "" if holder.standing is Standing.ASSIGNED else f" ({holder.standing.value})"
            parts.append(f"{holder.code}{standing}: {codes}")
        where = f"{service.number} {service.name}, {self.section_name(column)}"
        return f"{where}\n" + ("\n".join(parts) or self.nobody())

    def nobody(self) -> str:
        """Return what a cell says that is left to nobody."""
        return self.tr("Nobody")

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self.section_name(section)
        service = self._matrix.rows[section]
        return f"{service.number} {service.name}"
