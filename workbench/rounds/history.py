"""The round's history: everything that happened to it, each entry chained to the one before."""

import json
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection

from models.errors import StoreError
from models.imports import Event, add_event, events
from models.schema import DocumentKind
from workbench.home import now_ms
from workbench.opening import open_document


def record_event(connection: Connection, kind: str, **detail: object) -> None:
    """Append what happened; ``detail`` is kept as JSON."""
    known = events(connection)
    previous = known[-1].hash if known else b""
    text = json.dumps(detail, ensure_ascii=False, sort_keys=True)
    blank = Event(len(known) + 1, now_ms(), kind, text, b"")
    add_event(connection, blank._replace(hash=event_hash(previous, blank)))


def next_entry(connection: Connection) -> int:
    """Return the number that the next entry will have."""
    return len(events(connection)) + 1


def is_entered(path: Path, number: int) -> bool:
    """Say whether the round at ``path`` holds entry ``number``: a commit may be all but undone.

    Asked of the file itself, as whoever was interrupted cannot know.
    """
    try:
        opened = open_document(path, DocumentKind.ROUND, read_only=True)
        with opened as store, store.read() as connection:
            return number < next_entry(connection)
    except StoreError:
        return False


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
