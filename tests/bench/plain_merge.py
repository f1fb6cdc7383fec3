"""The merge as plain code: every book's rows read, ids recomputed, written in one transaction.

No judging of values, no comparison, no report, no backup: what anybody would have to do at least
to bring the same rows into the same tables, and to know that each is what its id says.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from hashlib import sha256
from struct import Struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_NUMBERS = Struct(">QqII")
_CLEARED = 0xFFFFFFFF
_PRAGMAS = (
    "locking_mode=EXCLUSIVE",
    "journal_mode=TRUNCATE",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
)


def connected(path: Path) -> sqlite3.Connection:
    """Open ``path`` with the program's own pragmas."""
    raw = sqlite3.connect(path, isolation_level=None)
    for pragma in _PRAGMAS:
        raw.execute(f"PRAGMA {pragma}").fetchall()
    return raw


def plain_merge(target: Path, books: Sequence[Path]) -> None:
    with closing(connected(target)) as raw:
        raw.execute("BEGIN IMMEDIATE")
        last = 0
        for number, book in enumerate(books, start=1):
            last = _take(raw, book, number, last)
        raw.execute("COMMIT")


def _take(raw: sqlite3.Connection, book: Path, number: int, last: int) -> int:
    with closing(sqlite3.connect(f"{book.absolute().as_uri()}?mode=ro", uri=True)) as source:
        rows = source.execute("SELECT * FROM revision ORDER BY number").fetchall()
        heads = source.execute("SELECT revision FROM head").fetchall()
        seals = source.execute("SELECT * FROM seal").fetchall()
        covered = source.execute("SELECT revision FROM seal_head").fetchall()
    if any(_id(row) != row[1] for row in rows):
        raise ValueError(f"altered: {book}")
    marks = ", ".join("?" * 13)
    raw.executemany(
        f"INSERT INTO revision VALUES ({marks})", ((last + row[0], *row[1:]) for row in rows)
    )
    raw.executemany("INSERT INTO head VALUES (?)", ((last + one,) for (one,) in heads))
    raw.executemany("INSERT INTO seal VALUES (?, ?, ?, ?, ?, ?)", ((number, *seals[0][1:]),))
    raw.executemany(
        "INSERT INTO seal_head VALUES (?, ?)", ((number, last + one) for (one,) in covered)
    )
    digest = sha256(b"".join(row[1] for row in rows)).digest()
    values = number, digest, rows[0][2], book.name, 0, 0
    raw.execute('INSERT INTO "import" VALUES (?, ?, ?, ?, ?, ?)', values)
    raw.executemany(
        "INSERT INTO import_revision VALUES (?, ?)", ((number, last + row[0]) for row in rows)
    )
    raw.execute("INSERT INTO import_seal VALUES (?, ?)", (number, number))
    return last + len(rows)


def _id(row: tuple[object, ...]) -> bytes:
    _, _, owner, service, subject, field, value, author, replica, seq, version, at, parents = row
    name = field.encode()
    text = b"" if value is None else value.encode()
    numbers = _NUMBERS.pack(seq, at, len(name), _CLEARED if value is None else len(text))
    parts = (owner, service, subject, author, replica, version, numbers, name, text, parents)
    return sha256(b"scoring-workbench revision 1\n" + b"".join(parts)).digest()
