"""Reading a score book from outside: bytes in, checked rows out; nothing in it is believed.

The steps and their order are those of RELIABILITY §3.8: the bytes are read once, the header is
checked in Python, the image is opened in memory (a planted journal is never seen), limits and
an authorizer are set, and the schema text must equal the literal list of its version before any
check runs, because a check would execute what a foreign schema planted.
"""

import sqlite3
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from models import beside, sqlite
from models.definitions import Version
from models.errors import StoreError
from models.imports import Seal
from models.journal import COLUMNS, Revision
from models.schema import VERSION, DocumentKind
from models.steps import climb

MAX_BYTES: Final = 64 * 1024 * 1024
MAX_ROWS: Final = 500_000
DEADLINE_S: Final = 15.0

_LIMITS: Final = {
    sqlite3.SQLITE_LIMIT_LENGTH: 16 * 1024 * 1024,  # the part of one who scores 9,999 services
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 20_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 64,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 20,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 3,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 25_000,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 8,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 50,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 10,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}
_PRAGMAS: Final = frozenset({"integrity_check", "foreign_key_check"})
_DAMAGE: Final = (
    sqlite3.Error,
    UnicodeDecodeError,
    ValueError,
    OverflowError,
    TypeError,
    KeyError,
)


@dataclass(frozen=True, slots=True)
class RawBook:
    """The content of a score book as found: typed and complete, its meaning not yet judged."""

    facts: dict[str, str]
    versions: tuple[Version, ...]
    bodies: dict[bytes, str]
    revisions: tuple[Revision, ...]
    heads: frozenset[bytes]
    seals: tuple[Seal, ...]


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file from outside, read once.

    Raises:
        StoreError: absent, a folder or link, unreadable, or larger than any score book.
    """
    try:
        if path.is_symlink() or path.is_dir():
            raise StoreError("not_a_file", name=path.name)
        if not path.exists():
            raise StoreError("file_absent", name=path.name, path=str(path))
        if not path.is_file():
            raise StoreError("not_a_file", name=path.name)
        if path.stat().st_size > MAX_BYTES:
            raise StoreError("file_too_big", name=path.name, most=MAX_BYTES // 1024**2)
        return beside.read_bytes(path)
    except OSError as error:
        raise StoreError("file_unreadable", name=path.name) from error


def read_book(image: bytes, name: str) -> RawBook:
    """Return what the score book in ``image`` holds.

    Raises:
        StoreError: not a score book of ours, newer, damaged, or with structures of its own.
    """
    kind, version = sqlite.header_of(image, name)
    if kind is not DocumentKind.SCORE:
        raise StoreError("book_wanted", name=name)
    _require_sound_header(image, name)
    raw: sqlite3.Connection | None = None
    try:
        raw = sqlite.connect_to_image(image)
        _restrict(raw)
        if not sqlite.schema_matches(raw, kind, version):
            raise StoreError("foreign_structure", name=name)
        if sqlite.integrity_problem(raw) is not None:
            raise StoreError("store_damaged", name=name)
        if version < VERSION:
            raw.set_authorizer(None)  # the schema is proven ours, so the steps may run
            raw.execute("PRAGMA query_only=OFF")
            climb(raw, kind, version)
            _restrict(raw)
        return _content(raw)
    except _DAMAGE as error:
        raise StoreError("store_damaged", name=name) from error
    except MemoryError as error:
        raise StoreError("file_too_big", name=name, most=MAX_BYTES // 1024**2) from error
    finally:
        if raw is not None:
            raw.close()


def _require_sound_header(image: bytes, name: str) -> None:
    page = int.from_bytes(image[16:18])
    pages = int.from_bytes(image[28:32])
    sound = (
        page == 4096
        and image[18:20] == b"\x01\x01"  # 2 would be WAL: not a closed, mailable file
        and image[20] == 0
        and image[21:24] == b"\x40\x20\x20"
        and int.from_bytes(image[56:60]) == 1
        and pages * page == len(image)
    )
    if not sound:
        raise StoreError("store_damaged", name=name)


def _restrict(raw: sqlite3.Connection) -> None:
    for limit, most in _LIMITS.items():
        raw.setlimit(limit, most)
    deadline = time.monotonic() + DEADLINE_S
    raw.set_progress_handler(lambda: time.monotonic() > deadline, 10_000)
    raw.execute("PRAGMA automatic_index=OFF")
    raw.execute("PRAGMA query_only=ON")
    raw.set_authorizer(_authorize)


def _authorize(
    action: int, first: str | None, second: str | None, database: str | None, inner: str | None
) -> int:
    if inner is not None:  # inside a trigger or view: ours have none
        return sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_PRAGMA:
        return sqlite3.SQLITE_OK if first in _PRAGMAS else sqlite3.SQLITE_DENY
    allowed = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ)
    return sqlite3.SQLITE_OK if action in allowed else sqlite3.SQLITE_DENY


def _content(raw: sqlite3.Connection) -> RawBook:
    facts = dict(_rows(raw, "SELECT key, value FROM document", (str, str)))
    bodies = dict(_rows(raw, "SELECT hash, body FROM part", (bytes, str)))
    members: dict[int, set[bytes]] = {}
    for number, hash_ in _rows(raw, "SELECT definition, part FROM definition_part", (int, bytes)):
        members.setdefault(number, set()).add(hash_)
    versions = tuple(
        Version(hash_, made_at, reason, frozenset(members.get(number, ())))
        for number, hash_, made_at, reason in _rows(
            raw,
            "SELECT number, hash, made_at, reason FROM definition ORDER BY number",
            (int, bytes, int, str),
        )
    )
    revisions, ids = _revisions(raw)
    heads = frozenset(ids[number] for (number,) in _rows(raw, "SELECT revision FROM head", (int,)))
    return RawBook(facts, versions, bodies, revisions, heads, _seals(raw, ids))


def _revisions(raw: sqlite3.Connection) -> tuple[tuple[Revision, ...], dict[int, bytes]]:
    wanted = (int, bytes, bytes, bytes, bytes, str, None, bytes, bytes, int, bytes, int, bytes)
    rows = _rows(raw, f"SELECT number, {COLUMNS} FROM revision ORDER BY number", wanted)
    ids: dict[int, bytes] = {}
    revisions: list[Revision] = []
    for row in rows:
        ids[row[0]] = row[1]
        revisions.append(Revision._make(row[1:]))
    return tuple(revisions), ids


def _seals(raw: sqlite3.Connection, ids: dict[int, bytes]) -> tuple[Seal, ...]:
    covered: dict[int, list[bytes]] = {}
    for number, revision in _rows(raw, "SELECT seal, revision FROM seal_head", (int, int)):
        covered.setdefault(number, []).append(ids[revision])
    query = "SELECT number, id, book, owner, definition, sealed_at FROM seal ORDER BY number"
    return tuple(
        Seal(id_, book, owner, definition, at, tuple(sorted(covered.get(number, ()))))
        for number, id_, book, owner, definition, at in _rows(
            raw, query, (int, bytes, bytes, bytes, bytes, int)
        )
    )


def _rows(
    raw: sqlite3.Connection, query: str, wanted: tuple[type | None, ...]
) -> Iterable[tuple[Any, ...]]:
    """Return the rows of ``query``; every value exactly of its type, None for text or null."""
    rows = raw.execute(query).fetchmany(MAX_ROWS + 1)
    if len(rows) > MAX_ROWS:
        raise ValueError("more rows than any score book has")
    for row in rows:
        for value, type_ in zip(row, wanted, strict=True):
            if type_ is None:
                if value is not None and type(value) is not str:
                    raise TypeError("not a text")
            elif type(value) is not type_:
                raise TypeError("not of the type of its column")
    return rows
