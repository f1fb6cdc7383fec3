"""The whole history behind one number: every revision of a subject, and what became of it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection

from models.imports import events
from models.journal import Revision, revisions_of_subject
from models.provenance import bringings, sealed_ids
from workbench.definition.stored import stored_facts
from workbench.definition.terms import Uid
from workbench.journal.counting import counting
from workbench.journal.revisions import heads, intact
from workbench.rounds.desk import RoundDesk


class Hand(StrEnum):
    """In which way a revision came to be."""

    TYPED = "typed"
    """By the evaluator himself, in his book."""
    SETTLED = "settled"
    """By the lead, over what an evaluator's copies say."""
    LEAD = "lead"
    """By the lead, in a cell of his own: an agreed mark, an adjustment."""


@dataclass(frozen=True, slots=True)
class Brought:
    """One file that contains a revision."""

    number: int
    """Of the import, as the history of the round counts them."""
    file: str
    imported_at: int
    """Milliseconds since 1970, UTC."""
    is_withdrawn: bool


@dataclass(frozen=True, slots=True)
class Traced:
    """One revision of a cell, with everything that is known of it."""

    revision: bytes
    owner: Uid
    """Whose cell it is: an evaluator's or the lead's."""
    field: str
    value: str | None
    """As stored; None is cleared."""
    before: tuple[str | None, ...]
    """What it replaced; several values where it ended a conflict, none where it was the first."""
    author: Uid
    hand: Hand
    made_at: int
    """Milliseconds since 1970, UTC; shown, never deciding."""
    files: tuple[Brought, ...]
    """Every import that contains it, first one first; none for what the lead wrote here."""
    counts: bool
    """False while it sleeps: no standing import brings it, or what it stands on sleeps."""
    is_present: bool
    """Whether it is what the cell holds now, or one of the values that differ there."""
    is_sealed: bool
    """Whether a seal of a standing import covers it."""
    event: str
    """The kind of the event that was written with it, empty where there is none."""
    reason: str


@dataclass(frozen=True, slots=True)
class Trace:
    """The history of one subject of a service, over all its cells."""

    service: Uid
    subject: Uid
    rows: tuple[Traced, ...]
    """Newest first; what a revision replaced never stands before it."""

    def of(self, owner: Uid) -> tuple[Traced, ...]:
        """Return what was written into the cells of one owner."""
        return tuple(row for row in self.rows if row.owner == owner)

    @property
    def lead(self) -> tuple[Traced, ...]:
        """What the lead wrote into cells of his own."""
        return tuple(row for row in self.rows if row.hand is Hand.LEAD)


def trace(desk: RoundDesk, service: Uid, subject: Uid) -> Trace:
    """Return the history of an indicator of a service, or of an adjustment of it.

    Raises:
        StoreError: a byte of it was changed.
    """
    with desk.store.read() as connection:
        rows = intact(revisions_of_subject(connection, service, subject))
        return Trace(service, subject, _traced(connection, rows, service, subject))


def _traced(
    connection: Connection, rows: Sequence[Revision], service: Uid, subject: Uid
) -> tuple[Traced, ...]:
    (lead,) = stored_facts(connection, "lead")
    brought: dict[bytes, list[Brought]] = {}
    standing: dict[int, set[bytes]] = {}
    for found in bringings(connection, service, subject):
        brought.setdefault(found.revision, []).append(
            Brought(found.number, found.file, found.imported_at, found.withdrawn)
        )
        if not found.withdrawn:
            standing.setdefault(found.number, set()).add(found.revision)
    known = {row.id: row for row in rows}
    # parents stand in the same cell, so what counts here follows from these revisions alone
    awake = counting(known, standing.values(), lead)
    present = {row.id for row in heads(known[id_] for id_ in awake)}
    sealed = sealed_ids(connection, service, subject)
    told = _told(connection, known)
    return tuple(
        Traced(
            revision=row.id,
            owner=row.owner,
            field=row.field,
            value=row.value,
            before=tuple(known[id_].value for id_ in row.parent_ids if id_ in known),
            author=row.author,
            hand=_hand(row, lead),
            made_at=row.made_at,
            files=tuple(brought.get(row.id, ())),
            counts=row.id in awake,
            is_present=row.id in present,
            is_sealed=row.id in sealed,
            event=told.get(row.id, ("", ""))[0],
            reason=told.get(row.id, ("", ""))[1],
        )
        for row in _newest_first(rows)
    )


def _hand(row: Revision, lead: bytes) -> Hand:
    if row.owner == lead:
        return Hand.LEAD
    return Hand.SETTLED if row.author == lead else Hand.TYPED


def _newest_first(rows: Sequence[Revision]) -> list[Revision]:
    """Sort by the clock, but never a revision before what it replaced: clocks go wrong."""
    known = {row.id: row for row in rows}
    at: dict[bytes, tuple[int, int]] = {}
    for row in sorted(rows, key=lambda row: row.made_at):
        _place(row, known, at)
    return sorted(rows, key=lambda row: (*at[row.id], row.id), reverse=True)


def _place(
    row: Revision, known: Mapping[bytes, Revision], at: dict[bytes, tuple[int, int]]
) -> None:
    """Note for ``row`` and all it stands on a time not before any of them, and how deep it is."""
    waiting = [row]
    while waiting:
        one = waiting[-1]
        parents = [known[id_] for id_ in one.parent_ids if id_ in known]
        missing = [parent for parent in parents if parent.id not in at]
        if missing:
            waiting.extend(missing)
            continue
        waiting.pop()
        below = [at[parent.id] for parent in parents]
        time = max([one.made_at, *(time for time, _ in below)])
        at[one.id] = (time, 1 + max((depth for _, depth in below), default=0))


def _told(connection: Connection, known: Mapping[bytes, Revision]) -> dict[bytes, tuple[str, str]]:
    """Return kind and reason of the event that was written with each revision."""
    wanted = {id_.hex(): id_ for id_ in known}
    found: dict[bytes, tuple[str, str]] = {}
    for event in events(connection):
        if '"revision"' not in event.detail:
            continue
        try:
            detail = json.loads(event.detail)
            for id_ in _revisions(detail):
                if id_ in wanted:
                    found[wanted[id_]] = (event.kind, str(detail.get("reason", "")))
        except (AttributeError, TypeError, ValueError):
            continue  # the history page says where the chain is broken; the number stands anyway
    return found


def _revisions(detail: Mapping[str, Any]) -> list[str]:
    """Return the revisions that an event names, cell by cell or by itself."""
    cells = detail.get("cells", ())
    listed = [cell.get("revision", "") for cell in cells] if isinstance(cells, list) else []
    own = detail.get("revision")
    return [*listed, *([own] if isinstance(own, str) else [])]
