"""How score books are forged and damaged: always on a copy, never with our own writing code."""

from __future__ import annotations

import sqlite3
import struct
from contextlib import contextmanager
from typing import TYPE_CHECKING

from models.journal import COLUMNS, Revision
from workbench.journal.receipt import seal_id
from workbench.journal.revisions import heads, revision_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PAGE = 4096


@contextmanager
def database(book: Path) -> Iterator[sqlite3.Connection]:
    """The book opened by any tool that speaks SQLite, with nothing checked or enforced."""
    raw = sqlite3.connect(book, isolation_level=None)
    raw.execute("PRAGMA journal_mode=MEMORY")
    raw.execute("PRAGMA synchronous=OFF")
    raw.execute("PRAGMA ignore_check_constraints=ON")
    raw.execute("PRAGMA foreign_keys=OFF")
    try:
        yield raw
    finally:
        raw.close()


def execute(book: Path, *statements: str) -> None:
    with database(book) as raw:
        for statement in statements:
            raw.execute(statement)


def patched(book: Path, at: int, new: bytes) -> None:
    image = bytearray(book.read_bytes())
    image[at : at + len(new)] = new
    book.write_bytes(image)


def behind_strict(book: Path, *statements: str) -> None:
    """Run ``statements`` while the schema says nothing of STRICT, then restore its text."""
    with database(book) as raw:
        texts = raw.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").fetchall()
        raw.execute("PRAGMA writable_schema=ON")
        raw.execute("UPDATE sqlite_schema SET sql = replace(sql, 'STRICT, ', '')")
        raw.execute("UPDATE sqlite_schema SET sql = replace(sql, ' STRICT', '')")
        raw.execute("UPDATE sqlite_schema SET sql = replace(sql, 'NOT NULL', '')")
    with database(book) as raw:
        for statement in statements:
            raw.execute(statement)
        raw.execute("PRAGMA writable_schema=ON")
        raw.executemany(
            "UPDATE sqlite_schema SET sql = ? WHERE name = ?", [(s, n) for n, s in texts]
        )


def revisions_of(book: Path) -> list[Revision]:
    with database(book) as raw:
        return [
            Revision._make(row)
            for row in raw.execute(f"SELECT {COLUMNS} FROM revision ORDER BY number")
        ]


def rewritten(
    book: Path, change: Callable[[list[Revision]], list[Revision]], *, sealed: bool = False
) -> None:
    """Forge the history by whoever knows every rule: ids, parents, heads and seals recomputed."""
    new_id: dict[bytes, bytes] = {}
    rows: list[Revision] = []
    for row in change(revisions_of(book)):
        parents = b"".join(sorted(new_id.get(parent, parent) for parent in row.parent_ids))
        forged = row._replace(parents=parents)
        forged = forged._replace(id=revision_id(forged))
        new_id[row.id] = forged.id
        rows.append(forged)
    replace_history(book, rows, sealed=sealed)


def replace_history(book: Path, rows: list[Revision], *, sealed: bool = False) -> None:
    present = sorted(row.id for row in heads(rows))
    numbers = {row.id: number for number, row in enumerate(rows, start=1)}
    with database(book) as raw:
        old = raw.execute("SELECT book, owner, definition, sealed_at FROM seal").fetchone()
        for table in ("seal_head", "seal", "head", "revision"):
            raw.execute(f"DELETE FROM {table}")
        raw.executemany(
            f"INSERT INTO revision (number, {COLUMNS}) VALUES (?{', ?' * len(Revision._fields)})",
            [(number, *row) for number, row in enumerate(rows, start=1)],
        )
        raw.executemany("INSERT INTO head VALUES (?)", [(numbers[id_],) for id_ in present])
        if sealed:
            raw.execute(
                "INSERT INTO seal VALUES (1, ?, ?, ?, ?, ?)", (seal_id(*old, present), *old)
            )
            raw.executemany("INSERT INTO seal_head VALUES (1, ?)", [(numbers[i],) for i in present])


def replaced(**new: object) -> Callable[[list[Revision]], list[Revision]]:
    """Change the newest revision."""
    return lambda rows: [*rows[:-1], rows[-1]._replace(**new)]


def with_value(field: str, value: str | None) -> Callable[[list[Revision]], list[Revision]]:
    """Change the value of the newest revision of ``field``."""

    def change(rows: list[Revision]) -> list[Revision]:
        at = max(place for place, row in enumerate(rows) if row.field == field)
        return [*rows[:at], rows[at]._replace(value=value), *rows[at + 1 :]]

    return change


def planted_journal(genuine: bytes, wanted: bytes) -> bytes:
    """A rollback journal that makes SQLite turn ``genuine`` into ``wanted`` when it opens it."""
    pages = len(wanted) // PAGE
    head = struct.pack(">8sIIIII", b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", pages, 7, pages, 512, PAGE)
    records = []
    for number in range(1, pages + 1):
        page = wanted[(number - 1) * PAGE : number * PAGE]
        check = 7 + sum(page[at] for at in range(PAGE - 200, 0, -200))
        records.append(struct.pack(">I", number) + page + struct.pack(">I", check & 0xFFFFFFFF))
    assert len(genuine) % PAGE == 0
    return head.ljust(512, b"\0") + b"".join(records)
