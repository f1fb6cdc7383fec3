"""Versions of the definition in a file: parts by their hash, and which version holds which."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection, insert, select

from models.tables import definition, definition_part, document, part


class Version(NamedTuple):
    """One definition version; ``parts`` are the hashes of all its parts, also those not here."""

    hash: bytes
    made_at: int
    reason: str
    parts: frozenset[bytes]


def facts(connection: Connection) -> dict[str, str]:
    """Return what the document says of itself, by key."""
    return dict(connection.execute(select(document.c.key, document.c.value)).all())


def set_fact(connection: Connection, key: str, value: str) -> None:
    """Store one fact about the document, replacing an older value."""
    connection.exec_driver_sql(
        "INSERT INTO document (key, value) VALUES (?, ?)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )


def versions(connection: Connection) -> tuple[Version, ...]:
    """Return every definition version in the file, oldest first."""
    members: dict[int, set[bytes]] = {}
    for number, hash_ in connection.execute(
        select(definition_part.c.definition, definition_part.c.part)
    ):
        members.setdefault(number, set()).add(hash_)
    rows = connection.execute(select(definition).order_by(definition.c.number))
    return tuple(
        Version(hash_, made_at, reason, frozenset(members.get(number, ())))
        for number, hash_, made_at, reason in rows
    )


def bodies(connection: Connection) -> dict[bytes, str]:
    """Return the text of every part in the file by its hash."""
    return dict(connection.execute(select(part.c.hash, part.c.body)).all())


def add_version(
    connection: Connection, version: Version, texts: Iterable[tuple[bytes, str]]
) -> None:
    """Add a version and the texts of those of its parts that this file may hold."""
    known = bodies(connection)
    fresh = [{"hash": hash_, "body": body} for hash_, body in texts if hash_ not in known]
    if fresh:
        connection.execute(insert(part), fresh)
    number = 1 + len(connection.execute(select(definition.c.number)).all())
    connection.execute(
        insert(definition).values(
            number=number, hash=version.hash, made_at=version.made_at, reason=version.reason
        )
    )
    connection.execute(
        insert(definition_part),
        [{"definition": number, "part": hash_} for hash_ in sorted(version.parts)],
    )
