"""The round's history: everything that happened to it, each entry chained to the one before."""

import json
from hashlib import sha256

from sqlalchemy import Connection

from models.imports import Event, add_event, events
from workbench.home import now_ms


def record_event(connection: Connection, kind: str, **detail: object) -> None:
    """Append what happened; ``detail`` is kept as JSON."""
    known = events(connection)
    previous = known[-1].hash if known else b""
    text = json.dumps(detail, ensure_ascii=False, sort_keys=True)
    blank = Event(len(known) + 1, now_ms(), kind, text, b"")
    add_event(connection, blank._replace(hash=event_hash(previous, blank)))


def event_hash(previous: bytes, entry: Event) -> bytes:
    """Return the hash that chains ``entry`` to the entry whose hash is ``previous``."""
    text = json.dumps([entry.number, entry.at, entry.kind, entry.detail], ensure_ascii=False)
    return sha256(previous + text.encode()).digest()


def broken_link(entries: list[Event]) -> int | None:
    """Return the number of the first entry that does not follow from those before, or None."""
    previous = b""
    for place, entry in enumerate(entries, start=1):
        if entry.number != place or entry.hash != event_hash(previous, entry):
            return place
        previous = entry.hash
    return None
