"""Each owner's side of the journal: the heads of his own revisions, and futures that are open."""

from dataclasses import dataclass

from sqlalchemy import Connection

from models.journal import Revision
from workbench.definition.terms import Uid
from workbench.journal.counting import counting, forked
from workbench.journal.revisions import Cell, heads
from workbench.rounds.state import RoundState, read_owner


@dataclass(frozen=True, slots=True)
class OwnerView:
    """The heads among one owner's own counting revisions, and the cells of two futures."""

    own_heads: tuple[Revision, ...]
    forked: frozenset[Cell]


def owner_views(connection: Connection, state: RoundState) -> dict[Uid, OwnerView]:
    """Return the view of every owner who was handed a book."""
    views: dict[Uid, OwnerView] = {}
    for owner in state.books:
        journal = read_owner(connection, owner)
        standing = list(journal.imported.values())
        awake = counting(journal.revisions, standing, state.lead)
        own = (row for id_, row in journal.revisions.items() if id_ in awake)
        views[owner] = OwnerView(
            tuple(heads(row for row in own if row.author == owner)),
            frozenset(forked(journal.revisions, standing, state.lead)),
        )
    return views
