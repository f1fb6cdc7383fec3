"""The table of heads is derived: it is believed only where the history says the same.

A flipped bit in it can name a mark that was replaced long ago: genuine, intact, and wrong.
"""

from collections.abc import Iterable, Mapping, Sequence
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

    Where everything counts, a head is what nobody replaced. In a round some revisions may sleep:
    of an owner with a withdrawn file, or where that does not hold, all is worked out anew.

    Raises:
        StoreError: the table of heads is wrong, or a byte of a replaced revision was changed.
    """
    others = intact(replaced_revisions(connection))
    replaced = {parent for row in chain(heads, others) if row.parents for parent in row.parent_ids}
    doubtful = {row.owner for row in others if row.id not in replaced}
    if replaced:
        doubtful |= {row.owner for row in heads if row.id in replaced}
    if is_round:
        doubtful |= owners_withdrawn(connection)
    for owner in doubtful:
        present = {row.id for row in heads if row.owner == owner}
        if not is_round or _derived(connection, owner) != present:
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


def _derived(connection: Connection, owner: bytes) -> set[bytes]:
    (lead,) = stored_facts(connection, "lead")
    numbered = revisions_of(connection, owner)
    intact(numbered.values())
    return heads_in_round(numbered, imports_of(connection, owner), lead)
