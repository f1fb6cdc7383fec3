"""The remarks of the check as a tree of two levels: services, and the cells in each of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.handing_over.remark_words import (
    GLYPHS,
    count_words,
    indicator_of,
    remark_sentence,
    worst_glyph,
)
from ui.problems import sentence_of
from ui.scoring.cell import LISTS, Cell
from ui.scoring.desk import ScoringDesk
from ui.theme.glyphs import Glyph, glyph_word
from workbench.definition.terms import Uid
from workbench.scoring.check import Checked, Remark, Weight

Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_TOP: Final = 0
"""The internal id of a group; a remark carries the row of its group, counted from 1."""


@dataclass(frozen=True, slots=True)
class Group:
    """The remarks on one service, or on the book as a whole."""

    service: Uid | None
    remarks: tuple[Checked, ...]


@dataclass(frozen=True, slots=True)
class RowWords:
    """What a row shows, from left to right."""

    glyph: Glyph | None
    """None where it is only good to know."""
    code: str
    name: str
    said: str


class RemarkModel(QAbstractItemModel):
    """Remarks by service; the words of a row are made when it is painted."""

    def __init__(self, desk: ScoringDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._groups: tuple[Group, ...] = ()

    def show_remarks(self, remarks: Sequence[Checked]) -> None:
        """Show other remarks, which come by service."""
        by_service: dict[Uid | None, list[Checked]] = {}
        for each in remarks:
            by_service.setdefault(each.service, []).append(each)
        groups = tuple(Group(uid, tuple(found)) for uid, found in by_service.items())
        if groups == self._groups:
            return
        self.beginResetModel()
        self._groups = groups
        self.endResetModel()

    @property
    def groups(self) -> tuple[Group, ...]:
        """The services with a remark."""
        return self._groups

    def checked(self, index: Index) -> Checked:
        """Return the remark of a row; of a service its first."""
        if self.is_group(index):
            return self._groups[index.row()].remarks[0]
        return self._groups[index.internalId() - 1].remarks[index.row()]

    def is_group(self, index: Index) -> bool:
        """Say whether a row is a service."""
        return index.internalId() == _TOP

    def cell(self, index: Index) -> Cell | None:
        """Return the cell that a row leads to, None for the book as a whole."""
        checked = self.checked(index)
        if checked.service is None:
            return None
        if checked.remark is Remark.RECUSED:
            return Cell(checked.service, None, "")
        return Cell(checked.service, checked.subject, checked.field)

    def words(self, index: Index) -> RowWords:
        """Return what a row shows."""
        if self.is_group(index):
            return self._group_words(self._groups[index.row()])
        checked = self.checked(index)
        row = indicator_of(self._desk, checked)
        draft = self._draft_text(checked)
        said = remark_sentence(self._desk, checked, draft)
        name = row.name if row is not None else self._place_name(checked)
        return RowWords(GLYPHS.get(checked.remark), row.code if row is not None else "", name, said)

    def _group_words(self, group: Group) -> RowWords:
        counts = Counter(each.weight for each in group.remarks)
        said = " · ".join(
            count_words(weight, counts[weight]) for weight in Weight if counts[weight]
        )
        glyph = worst_glyph(group.remarks)
        if group.service is None:
            return RowWords(glyph, "", self.tr("The whole book"), said)
        service = self._desk.sheet(group.service).service
        return RowWords(glyph, str(service.number), service.name, said)

    def _place_name(self, checked: Checked) -> str:
        if checked.remark is Remark.PLEDGE:
            return self.tr("Integrity pledge")
        if checked.remark is Remark.RECUSED:
            return self.tr("Recusal")
        if checked.remark is Remark.NOT_STORED and checked.field in LISTS:
            return self.tr("Finding")
        if checked.field == "opinion":
            return self.tr("Overall opinion")
        return self.tr("Findings and opinion")

    def _draft_text(self, checked: Checked) -> str:
        if checked.remark is not Remark.NOT_STORED or checked.service is None:
            return ""
        cell = Cell(checked.service, checked.subject, checked.field)
        draft = self._desk.drafts(checked.service).get(cell)
        return draft.text if draft is not None else ""

    # --- what Qt asks ----------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        owner = parent.row() + 1 if parent.isValid() else _TOP
        return self.createIndex(row, column, owner)

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or self.is_group(index):
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _TOP)

    def rowCount(self, parent: Index = _ROOT) -> int:
        if not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()].remarks) if self.is_group(parent) else 0

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        words = self.words(index)
        named = f"{words.code} {words.name}".strip()
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{named}: {words.said}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = f", {glyph_word(words.glyph)}" if words.glyph is not None else ""
            return f"{named}{state}, {words.said}"
        return f"{named}\n{self._reason(index) or words.said}"

    def _reason(self, index: Index) -> str:
        """Return the full sentence of an entry that was refused."""
        checked, cell = self.checked(index), self.cell(index)
        if self.is_group(index) or checked.remark is not Remark.NOT_STORED or cell is None:
            return ""
        draft = self._desk.drafts(cell.service).get(cell)
        return sentence_of(draft.error) if draft is not None else ""
