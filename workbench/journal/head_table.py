"""The heads of a whole round by cell, laid out so that results need not look every mark up."""

from collections.abc import ItemsView, Iterable, Iterator, Mapping, Sequence, ValuesView
from types import MappingProxyType
from typing import Final

from models.journal import Revision
from workbench.definition.terms import Uid
from workbench.journal.fields import FIGURES, Field
from workbench.journal.revisions import Cell

Heads = Mapping[Cell, Sequence[Revision]]
Columns = Mapping[str, Mapping[Uid, tuple[Revision, ...]]]
"""By field and owner the heads of the marks of one indicator of one service."""
_MARKS: Final = FIGURES | {Field.NOT_APPLICABLE}
_NOTHING: Final[Columns] = MappingProxyType({})
_NOBODY: Final[Mapping[Uid, tuple[Revision, ...]]] = MappingProxyType({})


class HeadTable(Mapping[Cell, tuple[Revision, ...]]):
    """Heads by cell, each group sorted by id; those of marks stand by place and owner.

    Of a mark no cell is kept, only where it stands: a round may have millions.
    """

    def __init__(self, rows: Iterable[Revision]) -> None:
        """Lay ``rows`` out."""
        self.others: dict[Cell, tuple[Revision, ...]] = {}
        """The heads of all that is no mark: findings, recusals, what the lead wrote."""
        self._marks: dict[Uid, dict[Uid, dict[str, dict[Uid, tuple[Revision, ...]]]]] = {}
        self.several: set[Cell] = set()
        """The cells that have more than one head."""
        for row in rows:
            _, owner, service, subject, field, *_ = row
            alone = (row,)
            if field not in _MARKS:
                cell = owner, service, subject, field
                if self.others.setdefault(cell, alone) is not alone:
                    self.others[cell] = _with(self.others[cell], row)
                    self.several.add(cell)
                continue
            try:
                column = self._marks[service][subject][field]
            except KeyError:  # the first of its place
                of_service = self._marks.setdefault(service, {})
                column = of_service.setdefault(subject, {}).setdefault(field, {})
            if column.setdefault(owner, alone) is not alone:
                column[owner] = _with(column[owner], row)
                self.several.add((owner, service, subject, field))
        self._many = len(self.others) + sum(len(column) for _, column in self._columns())

    def columns(self, service: Uid, indicator: Uid) -> Columns:
        """Return the heads of the marks of one indicator of one service."""
        return self._marks.get(service, {}).get(indicator, _NOTHING)

    def unexpected(self, expected: Mapping[tuple[Uid, Uid], tuple[Uid, ...]]) -> Heads:
        """Return the heads of marks that are there though they are expected of nobody."""
        return {
            (owner, service, indicator, field): group[owner]
            for service, of_service in self._marks.items()
            for indicator, columns in of_service.items()
            for field, group in columns.items()
            for owner in group.keys() - expected.get((service, indicator), ())
        }

    def __getitem__(self, cell: Cell) -> tuple[Revision, ...]:
        """Return the heads of ``cell``; an empty one has none and is not there."""
        owner, service, subject, field = cell
        if field in _MARKS:
            return self.columns(service, subject).get(field, _NOBODY)[owner]
        return self.others[cell]

    def __len__(self) -> int:
        """Return how many cells have heads."""
        return self._many

    def __iter__(self) -> Iterator[Cell]:
        """Yield every cell that has heads."""
        return (cell for cell, _ in self._pairs())

    def items(self) -> ItemsView[Cell, tuple[Revision, ...]]:
        """Return every cell with its heads."""
        return _Items(self)

    def values(self) -> ValuesView[tuple[Revision, ...]]:
        """Return the heads of every cell."""
        return _Groups(self)

    def _columns(self) -> Iterator[tuple[tuple[Uid, Uid, str], dict[Uid, tuple[Revision, ...]]]]:
        for service, of_service in self._marks.items():
            for subject, columns in of_service.items():
                for field, column in columns.items():
                    yield (service, subject, field), column

    def _pairs(self) -> Iterator[tuple[Cell, tuple[Revision, ...]]]:
        yield from self.others.items()
        for (service, subject, field), column in self._columns():
            for owner, group in column.items():
                yield (owner, service, subject, field), group

    def _groups(self) -> Iterator[tuple[Revision, ...]]:
        yield from self.others.values()
        for _, column in self._columns():
            yield from column.values()


class _Items(ItemsView[Cell, tuple[Revision, ...]]):
    """Without looking up every cell that is named."""

    _mapping: HeadTable

    def __iter__(self) -> Iterator[tuple[Cell, tuple[Revision, ...]]]:
        return self._mapping._pairs()


class _Groups(ValuesView[tuple[Revision, ...]]):
    """Without naming a cell."""

    _mapping: HeadTable

    def __iter__(self) -> Iterator[tuple[Revision, ...]]:
        return self._mapping._groups()


def table_of(heads: Heads) -> HeadTable:
    """Return ``heads`` as a table, themselves if they are one."""
    if isinstance(heads, HeadTable):
        return heads
    return HeadTable(row for group in heads.values() for row in group)


def _with(group: tuple[Revision, ...], row: Revision) -> tuple[Revision, ...]:
    return tuple(sorted((*group, row), key=lambda one: one.id))
