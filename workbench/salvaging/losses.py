"""What a damaged file no longer tells, in figures and places; counted, never guessed."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from models.carving import Carved, ImportRow
from models.journal import Revision
from models.pages import missing_pages
from workbench.definition.terms import Uid
from workbench.journal.fields import Field
from workbench.journal.revisions import Cell
from workbench.salvaging.bringing import Bringings
from workbench.salvaging.journal import REVISIONS, Journal, Texts

_UNCOUNTED: Final = frozenset({"definition", "seal", "import", "book", "event"})


@dataclass(frozen=True, slots=True)
class Group:
    """Missing revisions of one owner and service; None where the file no longer says whose."""

    owner: Uid | None
    service: Uid | None
    count: int


@dataclass(frozen=True)
class Losses:
    """Everything that the new document lacks of what the file held."""

    missing: tuple[Group, ...]
    """Revisions that cannot be read."""
    left_out: tuple[Revision, ...]
    """Revisions that are proven, but of which a parent or the definition is missing."""
    absent_parents: tuple[bytes, ...]
    """The ids of revisions that others name as parents and that are not there."""
    older: tuple[Cell, ...]
    """Cells that show an older value than the file did, or none."""
    versions: int
    seals: int
    imports: tuple[ImportRow, ...]
    books: tuple[Uid, ...]
    """Evaluators of whose book the uid is not sure."""
    events: int
    torn: tuple[str, ...]
    """Tables that are torn themselves: more of them may be missing than is counted."""
    pages: int
    """How many pages are cut off the end of the file: more than is counted may be missing."""
    was_final: bool = False
    """Whether the round was final and can be so no longer."""

    @property
    def count(self) -> int:
        """How many revisions the new document lacks."""
        return sum(group.count for group in self.missing) + len(self.left_out)

    @property
    def is_nothing(self) -> bool:
        """Say whether the new document holds everything that the file held."""
        others = (self.versions, self.seals, self.imports, self.books, self.events, self.pages)
        return self.count == 0 and not any(others) and not (self.torn or self.was_final)


def losses_of(
    image: bytes,
    carved: Carved,
    texts: Texts,
    journal: Journal,
    bringings: Bringings,
    writer: Uid | None,
) -> Losses:
    """Return what is missing of a damaged file; ``writer`` is the one owner of a score book."""
    known = journal.kept.keys() | journal.left_out.keys()
    cells = _cells_of_absent(carved, journal)
    lost = [number for number in range(1, journal.last + 1) if number not in journal.ids]
    groups: Counter[tuple[Uid | None, Uid | None]] = Counter()
    older = {row.cell for row in journal.left_out.values()}
    for number in lost:
        cell = cells.get(number)
        if cell is not None:
            older.add(cell)
        owner, service = (writer, None) if cell is None else cell[:2]
        groups[owner or _owner_by_import(carved, number), service] += 1
    parents = {one for row in journal.left_out.values() for one in row.parent_ids}
    return Losses(
        missing=tuple(
            Group(owner, service, count)
            for (owner, service), count in sorted(groups.items(), key=repr)
        ),
        left_out=tuple(journal.left_out.values()),
        absent_parents=tuple(sorted(parents - known)),
        older=tuple(sorted(older)),
        versions=texts.lost,
        seals=bringings.lost_seals,
        imports=bringings.lost_imports,
        books=tuple(sorted(bringings.unsure_books)),
        events=bringings.lost_events,
        torn=_torn(carved),
        pages=missing_pages(image),
    )


def _torn(carved: Carved) -> tuple[str, ...]:
    """Return the torn tables of which nothing else tells how much they held.

    Revisions carry numbers that their index repeats; parts are named by their version.
    """
    torn = carved.torn & _UNCOUNTED
    if carved.torn >= REVISIONS:
        torn |= {"revision"}
    return tuple(sorted(torn))


def _cells_of_absent(carved: Carved, journal: Journal) -> Mapping[int, Cell]:
    """Return the cells of missing revisions by number, where a child or a torn row names them."""
    rows = (*journal.kept.values(), *journal.left_out.values())
    by_id = {parent: row.cell for row in rows for parent in row.parent_ids}
    found = {
        number: by_id[id_]
        for id_, number in carved.numbers.items()
        if id_ in by_id and number not in journal.ids
    }
    owners, services = {row.owner for row in rows}, {row.service for row in rows}
    for said, row in journal.damaged:
        number = carved.numbers.get(row.id) or said
        is_likely = row.owner in owners and row.service in services and row.field in set(Field)
        if is_likely and number not in journal.ids:
            found.setdefault(number, row.cell)
    return found


def _owner_by_import(carved: Carved, number: int) -> Uid | None:
    brought = {one for one, row in carved.pairs.get("import_revision", ()) if row == number}
    owners = {row.owner for row in carved.imports if row.number in brought}
    return owners.pop() if len(owners) == 1 else None
