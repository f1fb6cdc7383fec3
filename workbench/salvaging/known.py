"""What a document holds, as plain values: of a sound backup, or out of a damaged file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from models.definitions import Version, bodies, facts, versions
from models.imports import Event, Seal, books, events, imports_of, seals, seals_by_import
from models.journal import Revision, all_revisions, numbers_of
from models.schema import DocumentKind
from models.store import Store


class Brought(NamedTuple):
    """One file that was merged: its revisions and seals by their ids."""

    number: int
    digest: bytes
    owner: bytes
    file: str
    imported_at: int
    withdrawn: bool
    revisions: frozenset[bytes]
    seals: frozenset[bytes]


@dataclass(frozen=True)
class Known:
    """The whole content of a document; everything in it is proven by a hash or by its check."""

    facts: Mapping[str, str]
    versions: Mapping[bytes, Version]
    """Oldest first."""
    texts: Mapping[bytes, str]
    revisions: Mapping[bytes, Revision]
    """Oldest first."""
    numbers: Mapping[bytes, int]
    """The number of every revision in its file."""
    seals: tuple[Seal, ...]
    imports: tuple[Brought, ...]
    books: Mapping[bytes, bytes]
    events: tuple[Event, ...]


NOTHING = Known({}, {}, {}, {}, {}, (), (), {}, ())
"""What is known where there is no backup."""


def known_in(store: Store) -> Known:
    """Return what an open document holds; its history was proven before.

    Raises:
        StoreError: the file cannot be read.
    """
    is_round = store.kind is DocumentKind.ROUND
    with store.read() as connection:
        numbers = numbers_of(connection)
        ids = {number: id_ for id_, number in numbers.items()}
        brought = seals_by_import(connection) if is_round else {}
        return Known(
            facts=facts(connection),
            versions={row.hash: row for row in versions(connection)},
            texts=bodies(connection),
            revisions={row.id: row for row in all_revisions(connection)},
            numbers=numbers,
            seals=tuple(seals(connection)),
            imports=tuple(
                Brought(
                    *row[:6],
                    revisions=frozenset(ids[number] for number in row.revisions),
                    seals=frozenset(brought.get(row.number, ())),
                )
                for row in (imports_of(connection) if is_round else ())
            ),
            books=books(connection) if is_round else {},
            events=tuple(events(connection)) if is_round else (),
        )
