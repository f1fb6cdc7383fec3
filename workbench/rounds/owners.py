"""Each owner's side of the journal: heads of his own, what was settled, futures that are open."""

from dataclasses import dataclass

from sqlalchemy import Connection

from models.journal import NOWHERE, Revision, spans
from workbench.definition.terms import Uid
from workbench.journal.counting import counting, forked
from workbench.journal.revisions import Cell, heads
from workbench.rounds.state import RoundState, read_owner


@dataclass(frozen=True, slots=True)
class OwnerView:
    """The heads among one owner's own counting revisions, and the cells of two futures."""

    own_heads: tuple[Revision, ...]
    settled: frozenset[bytes]
    """His own revisions, heads or not, in cells where a settlement of the lead stands."""
    forked: frozenset[Cell]


def owner_views(connection: Connection, state: RoundState) -> dict[Uid, OwnerView]:
    """Return the view of every owner who was handed a book."""
    views: dict[Uid, OwnerView] = {}
    settled = {
        cell
        for cell, group in state.heads.items()
        if any(row.author == state.lead for row in group)
    }
    counted: dict[Uid, list[Revision]] = {}
    for cell, group in state.heads.items():
        counted.setdefault(cell[0], []).extend(group)
    where = spans(connection)
    for owner in state.books:
        journal = read_owner(connection, owner, where.get(owner, NOWHERE))
        standing = list(journal.imported.values())
        awake = counting(journal.revisions, standing, state.lead)
        own = [row for row in journal.revisions.values() if row.author == owner]
        held = {row.id: row for row in counted.get(owner, ())}  # at hand, and kept once
        views[owner] = OwnerView(
            tuple(held.get(row.id, row) for row in heads(row for row in own if row.id in awake)),
            frozenset(row.id for row in own if row.cell in settled),
            frozenset(forked(journal.revisions, standing, state.lead)),
        )
    return views
