"""The table of heads is derived: it is believed only where the history says the same.

A flipped bit in it can name a mark that was replaced long ago: genuine, intact, and wrong.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain

from sqlalchemy import Connection

from models.errors import StoreError
from models.imports import Import, imports_of, owners_withdrawn
from models.journal import Revision, replaced_revisions, revisions_of
from workbench.definition.stored import stored_facts
from workbench.journal.counting import counting
from workbench.journal.revisions import heads as heads_of
from workbench.journal.revisions import intact


def require_heads(connection: Connection, heads: Sequence[Revision], *, is_round: bool) -> None:
    """Refuse ``heads``, all that the file holds as such, unless they follow from its history.

    Where everything counts, a head is what nobody replaced. Only of owners with a withdrawn
    file, some of whose revisions sleep, everything is worked out anew.

    Raises:
        StoreError: the table of heads is wrong, or a byte of a replaced revision was changed.
    """
    others = intact(replaced_revisions(connection))
    sleeping = owners_withdrawn(connection) if is_round else frozenset()
    replaced = {
        parent
        for row in chain(heads, others)
        if row.parents and row.owner not in sleeping
        for parent in row.parent_ids
    }
    is_wrong = _are_loose(others, replaced, sleeping) or _are_stale(heads, replaced)
    if is_wrong or any(
        _derived(connection, owner) != {row.id for row in heads if row.owner == owner}
        for owner in sleeping
    ):
        raise StoreError("derived_state_wrong")


def heads_in_round(
    numbered: Mapping[int, Revision], imports: Iterable[Import], lead: bytes
) -> set[bytes]:
    """Return the ids of the heads of one owner's cells, from his revisions by number in a round.

    ``imports`` are those of his files that stand or were withdrawn.
    """
    rows = {row.id: row for row in numbered.values()}
    standing = [
        frozenset(numbered[number].id for number in found.revisions)
        for found in imports
        if not found.withdrawn
    ]
    return {row.id for row in heads_of(rows[id_] for id_ in counting(rows, standing, lead))}


def _are_loose(
    others: Iterable[Revision], replaced: Collection[bytes], sleeping: Collection[bytes]
) -> bool:
    """Say whether one that is no head was replaced by nobody."""
    return any(row.id not in replaced for row in others if row.owner not in sleeping)


def _are_stale(heads: Iterable[Revision], replaced: Collection[bytes]) -> bool:
    return bool(replaced) and any(row.id in replaced for row in heads)


def _derived(connection: Connection, owner: bytes) -> set[bytes]:
    (lead,) = stored_facts(connection, "lead")
    numbered = revisions_of(connection, owner)
    intact(numbered.values())
    return heads_in_round(numbered, imports_of(connection, owner), lead)
