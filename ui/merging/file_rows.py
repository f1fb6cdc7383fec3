"""What each file does, as rows of a table: one row a file, a refused one with its sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from ui.problems import sentence_of
from ui.theme.glyphs import Glyph, glyph_word
from workbench.definition.terms import Definition
from workbench.merging.report import FileReport

_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()

GLYPH, EVALUATOR, FILE, RECEIPT, STATE, NEW, UNCHANGED, CONFLICTS = range(8)
COLUMNS: Final = 8
NUMBERS: Final = (NEW, UNCHANGED, CONFLICTS)


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file with everything the table says of it."""

    report: FileReport
    glyph: Glyph
    evaluator: str


def rows_of(files: Sequence[FileReport], definition: Definition) -> tuple[FileRow, ...]:
    """Return the rows of ``files`` in the order in which they were given."""
    names = {row.code: f"{row.code} {row.name}" for row in definition.evaluators}
    return tuple(
        FileRow(report, glyph_of(report), names.get(report.evaluator or "", "–"))
        for report in files
    )


def glyph_of(report: FileReport) -> Glyph:
    """Return the shape of what became of a file; the worst wins."""
    if report.error is not None:
        return Glyph.ERROR
    if report.conflicts or report.futures:
        return Glyph.CONFLICT
    if report.status == "nothing new":
        return Glyph.NOT_APPLICABLE
    return Glyph.COMPLETE if report.sealed else Glyph.INTERIM


class FilesModel(QAbstractTableModel):
    """Files of a plan or of a merge that was done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[FileRow, ...] = ()

    def show_rows(self, rows: Sequence[FileRow]) -> None:
        """Show other files."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, number: int) -> FileRow:
        """Return one file."""
        return self._rows[number]

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else COLUMNS

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return glyph_word(row.glyph) if column == GLYPH else self.text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            if column == GLYPH:
                return glyph_word(row.glyph)
            return str(row.report.file) if column == FILE else self.text(row, column)
        return None

    def text(self, row: FileRow, column: int) -> str:
        """Return what a cell says."""
        report = row.report
        if column == EVALUATOR:
            return row.evaluator
        if column == FILE:
            return report.file.name
        if report.error is not None:
            return sentence_of(report.error) if column == RECEIPT else ""
        return {
            RECEIPT: report.receipt or "–",
            STATE: self.tr("Sealed") if report.sealed else self.tr("Interim"),
            NEW: str(report.new),
            UNCHANGED: str(report.unchanged),
            CONFLICTS: str(report.conflicts),
        }.get(column, "")

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            end = Qt.AlignmentFlag.AlignRight
            side = end if section in NUMBERS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            EVALUATOR: self.tr("Evaluator"),
            FILE: self.tr("File"),
            RECEIPT: self.tr("Receipt code"),
            STATE: self.tr("State"),
            NEW: self.tr("New"),
            UNCHANGED: self.tr("Unchanged"),
            CONFLICTS: self.tr("Conflicts"),
        }.get(section, "")
