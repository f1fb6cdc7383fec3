"""What each file does, one row a file; below it every cell that does not simply count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from ui.merging.file_words import caption, glyph_of, heading, row_word
from ui.problems import sentence_of
from ui.theme.glyphs import Glyph
from workbench.definition.terms import Definition
from workbench.home import moment
from workbench.merging.naming import CellNote, Kind
from workbench.merging.report import FileReport

Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_TOP: Final = 0

GLYPH, EVALUATOR, FILE, RECEIVED, RECEIPT, STATE, WHOLE, NEW, CHANGED, UNCHANGED, CONFLICTS = range(
    11
)
COLUMNS: Final = 11
NUMBERS: Final = (WHOLE, NEW, CHANGED, UNCHANGED, CONFLICTS)


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file with everything the table says of it."""

    report: FileReport
    glyph: Glyph
    evaluator: str
    lines: tuple[Kind | CellNote, ...]
    """What is shown below it: each kind of cell, then its cells."""


def rows_of(files: Sequence[FileReport], definition: Definition) -> tuple[FileRow, ...]:
    """Return the rows of ``files`` in the order in which they were given."""
    names = {row.code: f"{row.code} {row.name}" for row in definition.evaluators}
    return tuple(
        FileRow(
            report,
            glyph_of(report),
            names.get(report.evaluator or "", "–"),
            tuple(_lines(report.notes)),
        )
        for report in files
    )


def _lines(notes: Sequence[CellNote]) -> Iterator[Kind | CellNote]:
    before: Kind | None = None
    for note in notes:  # they come kind by kind
        if note.kind is not before:
            yield note.kind
        before = note.kind
        yield note


class FilesModel(QAbstractItemModel):
    """Files of a plan or of a merge that was done; what a file leaves open stands below it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[FileRow, ...] = ()

    def show_rows(self, rows: Sequence[FileRow]) -> None:
        """Show other files."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def is_file(self, index: Index) -> bool:
        """Say whether a row is a file, and not a line below one."""
        return index.internalId() == _TOP

    def row(self, index: Index) -> FileRow:
        """Return the file of a row, or the one above a line."""
        return self._rows[index.row() if self.is_file(index) else index.internalId() - 1]

    def line(self, index: Index) -> Kind | CellNote:
        """Return a line below a file."""
        return self.row(index).lines[index.row()]

    def words(self, index: Index) -> tuple[str, str]:
        """Return what a line says, and what it says beside that more quietly."""
        line = self.line(index)
        if isinstance(line, Kind):
            many = sum(note.kind is line for note in self.row(index).report.notes)
            return heading(line, many), ""
        says_why = line.kind in (Kind.ENTER_AGAIN, Kind.STRAY)
        return sentence_of(line.place), sentence_of(line.why) if says_why else ""

    def text(self, row: FileRow, column: int) -> str:
        """Return what a cell of a file says."""
        report = row.report
        if column == EVALUATOR:
            return row.evaluator
        if column == FILE:
            return report.file.name
        if report.error is not None:
            return sentence_of(report.error) if column == RECEIVED else ""
        is_same = report.status == "nothing new"
        return {
            RECEIVED: "–" if report.received_at is None else time_words(report.received_at),
            RECEIPT: report.receipt or "–",
            STATE: self.tr("Sealed") if report.sealed else self.tr("Interim"),
            WHOLE: f"{report.given} / {report.expected}",
            NEW: self.tr("nothing new") if is_same else str(report.new),
            CHANGED: "" if is_same else str(report.changed),
            UNCHANGED: str(report.unchanged),
            CONFLICTS: str(report.conflicts),
        }.get(column, "")

    # --- what Qt asks ----------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or self.is_file(index):
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _TOP)

    def rowCount(self, parent: Index = _ROOT) -> int:
        if not parent.isValid():
            return len(self._rows)
        is_opened = self.is_file(parent) and parent.column() == 0
        return len(self._rows[parent.row()].lines) if is_opened else 0

    def columnCount(self, parent: Index = _ROOT) -> int:
        return COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if not self.is_file(index):
            return self._line_data(index, role)
        row, column = self.row(index), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row_word(row.report) if column == GLYPH else self.text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            if column == GLYPH:
                return row_word(row.report)
            if row.report.error is not None and column > FILE:
                return sentence_of(row.report.error)
            return str(row.report.file) if column == FILE else self.text(row, column)
        return None

    def _line_data(self, index: Index, role: int) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole or (
            role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            and index.column() == 0
        ):
            return ": ".join(filter(None, self.words(index)))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            end = Qt.AlignmentFlag.AlignRight
            side = end if section in (STATE, *NUMBERS) else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return caption(section) if role == Qt.ItemDataRole.DisplayRole else None


def time_words(at_ms: int) -> str:
    """Return a moment on this computer's clock, as short as a table has room for."""
    return f"{moment(at_ms).astimezone():%m-%d %H:%M}"
