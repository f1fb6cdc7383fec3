"""The history of a round as people read it: every event in words, with its reason, chained."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from models.errors import AppError
from models.imports import Event, events
from workbench.definition.terms import Definition
from workbench.ledger.telling import KINDS, words_of
from workbench.rounds.desk import RoundDesk
from workbench.rounds.history import broken_link

__all__ = ["KINDS", "Entry", "History", "entry_of", "history"]

Detail = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened to the round."""

    number: int
    at: int
    """Milliseconds since 1970, UTC; shown, never deciding."""
    kind: str
    words: AppError
    """What happened, spelt out in the reader's language."""
    reason: str
    detail: Detail


@dataclass(frozen=True, slots=True)
class History:
    """Everything that happened, oldest first, and whether each entry follows from those before."""

    entries: tuple[Entry, ...]
    chain: str
    """Hash of the newest entry, in hexadecimal: it stands for the whole history."""
    broken_at: int | None
    """Number of the first entry that was changed afterwards; None where the chain holds."""


def history(desk: RoundDesk) -> History:
    """Return everything that happened to the round."""
    with desk.store.read() as connection:
        found = events(connection)
    return History(
        tuple(entry_of(event, desk.definition) for event in found),
        found[-1].hash.hex() if found else "",
        broken_link(found),
    )


def entry_of(event: Event, definition: Definition) -> Entry:
    """Return ``event`` as people read it; places are named as ``definition`` names them.

    An entry whose content was changed afterwards is told as one that cannot be read: the chain
    says where, and the rest of the history stays readable.
    """
    try:
        detail: Detail = json.loads(event.detail)
        words = words_of(event.kind, detail, definition)
        reason = str(detail.get("reason", detail.get("note", "")))
    except (AttributeError, LookupError, TypeError, ValueError):
        words = AppError("event_unreadable", kind=event.kind[:40])
        detail, reason = {}, ""
    return Entry(event.number, event.at, event.kind, words, reason, detail)
