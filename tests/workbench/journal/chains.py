"""Revisions made by hand, and how they hang together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.journal.revisions import Cell, make_revision

if TYPE_CHECKING:
    from models.journal import Revision

OWNER, LEAD, SERVICE = b"o" * 16, b"l" * 16, b"s" * 16
VERSION = b"v" * 32


def cell(name: str = "C1", field: str = "score", owner: bytes = OWNER) -> Cell:
    return (owner, SERVICE, name.encode().ljust(16, b"."), field)


def revision(
    value: str | None,
    *parents: Revision,
    at: Cell | None = None,
    author: bytes = OWNER,
    replica: bytes = b"r" * 16,
    seq: int = 1,
    made_at: int = 0,
) -> Revision:
    place = parents[0].cell if at is None and parents else at or cell()
    return make_revision(
        place,
        value,
        author=author,
        replica=replica,
        seq=seq,
        definition=VERSION,
        made_at=made_at,
        parents=[row.id for row in parents],
    )


def by_id(*rows: Revision) -> dict[bytes, Revision]:
    return {row.id: row for row in rows}


def ids(*rows: Revision) -> frozenset[bytes]:
    return frozenset(row.id for row in rows)
