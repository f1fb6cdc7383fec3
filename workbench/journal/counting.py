"""Which revisions of a round count (DESIGN §3), and where one file has two futures."""

from collections.abc import Collection, Iterable, Mapping
from itertools import combinations

from models.journal import Revision
from workbench.journal.revisions import Cell, by_cell, heads, values


def counting(
    revisions: Mapping[bytes, Revision], imported: Iterable[Collection[bytes]], lead: bytes
) -> set[bytes]:
    """Return the ids of the revisions that count.

    ``imported`` holds, for every standing import, the ids it brought. A revision counts while
    one of them holds it; one made in this round (its author is the lead) while all its parents
    count. What does not count sleeps and returns by itself.
    """
    awake: set[bytes] = set()
    for ids in imported:
        awake.update(ids)
    own = {id_: row for id_, row in revisions.items() if row.author == lead}
    waiting = dict(own)
    while True:
        woken = [
            id_ for id_, row in waiting.items() if all(parent in awake for parent in row.parent_ids)
        ]
        if not woken:
            return awake
        awake.update(woken)
        for id_ in woken:
            del waiting[id_]


def forked(
    revisions: Mapping[bytes, Revision], imported: Collection[frozenset[bytes]], lead: bytes
) -> set[Cell]:
    """Return the cells in which one owner's standing imports are two futures of one file.

    Two imports are, when neither contains the other and no standing import contains both; so
    are two revisions of one replica with the same running number. A cell that differs but that
    the lead settled (its one head is his) is settled.
    """
    differing: set[Cell] = set()
    for ours, theirs in _parted(imported):
        differing |= _differing(revisions, ours, theirs)
    differing |= _numbered_twice(revisions, imported)
    if not differing:
        return differing
    awake = counting(revisions, imported, lead)
    current = by_cell(heads(revisions[id_] for id_ in awake))
    return {cell for cell in differing if not _is_settled(current.get(cell, ()), lead)}


def _parted(
    imported: Collection[frozenset[bytes]],
) -> Iterable[tuple[frozenset[bytes], frozenset[bytes]]]:
    distinct = set(imported)
    largest = [ids for ids in distinct if not any(ids < other for other in distinct)]
    return combinations(largest, 2)  # none of these contains another


def _differing(
    revisions: Mapping[bytes, Revision], ours: frozenset[bytes], theirs: frozenset[bytes]
) -> set[Cell]:
    mine = by_cell(heads(revisions[id_] for id_ in ours))
    other = by_cell(heads(revisions[id_] for id_ in theirs))
    return {
        cell
        for cell in mine.keys() | other.keys()
        if _content(mine.get(cell, ())) != _content(other.get(cell, ()))
    }


def _content(group: Iterable[Revision]) -> set[str | None]:
    return values(group) or {None}  # cleared and never filled are the same to a person


def _numbered_twice(
    revisions: Mapping[bytes, Revision], imported: Collection[frozenset[bytes]]
) -> set[Cell]:
    numbered: dict[tuple[bytes, int], list[Revision]] = {}
    for id_ in frozenset().union(*imported):
        row = revisions[id_]
        numbered.setdefault((row.replica, row.seq), []).append(row)
    return {
        row.cell
        for twins in numbered.values()
        if len(twins) > 1
        for pair in combinations(twins, 2)
        if not any({row.id for row in pair} <= ids for ids in imported)
        for row in pair
    }


def _is_settled(group: tuple[Revision, ...], lead: bytes) -> bool:
    return len(group) == 1 and group[0].author == lead
