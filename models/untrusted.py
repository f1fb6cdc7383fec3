"""Reading a score book from outside: bytes in, typed rows out; nothing in it is believed.

This runs in a child process (``workbench.outside``) and imports only what that needs. The steps
and their order are those of RELIABILITY §3.8: the bytes are read once, the header is checked in
Python, the image is opened in memory (a planted journal is never seen), limits and an authorizer
are set, and the schema text must equal the literal list of its version before any check runs,
because a check would execute what a foreign schema planted.
"""

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from models import beside, sqlite
from models.errors import StoreError
from models.schema import VERSION, DocumentKind
from models.steps import climb

MAX_BYTES: Final = 64 * 1024 * 1024
MAX_ROWS: Final = 500_000
DEADLINE_S: Final = 15.0
MOST_HEAP: Final = 256 * 1024 * 1024
"""What SQLite may take in a process that reads nothing else."""

TABLES: Final = {
    "document": (("key", str), ("value", str)),
    "part": (("hash", bytes), ("body", str)),
    "definition": (("number", int), ("hash", bytes), ("made_at", int), ("reason", str)),
    "definition_part": (("definition", int), ("part", bytes)),
    "revision": (
        ("number", int),
        ("id", bytes),
        ("owner", bytes),
        ("service", bytes),
        ("subject", bytes),
        ("field", str),
        ("value", None),
        ("author", bytes),
        ("replica", bytes),
        ("seq", int),
        ("definition", bytes),
        ("made_at", int),
        ("parents", bytes),
    ),
    "head": (("revision", int),),
    "seal": (
        ("number", int),
        ("id", bytes),
        ("book", bytes),
        ("owner", bytes),
        ("definition", bytes),
        ("sealed_at", int),
    ),
    "seal_head": (("seal", int), ("revision", int)),
}
"""What is read: columns by table, every value exactly of its type; None is text or null."""

Rows = list[tuple[Any, ...]]

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


def require_readable(image: bytes, name: str) -> None:
    """Judge the first bytes of a score book, without SQLite.

    Raises:
        StoreError: not a score book of ours, newer, or not as a closed file of ours begins.
    """
    kind, _ = sqlite.header_of(image, name)
    if kind is not DocumentKind.SCORE:
        raise StoreError("book_wanted", name=name)
    if image[18:20] == sqlite.WRITE_AHEAD:
        # no closed, mailable file: what is newest may lie beside it
        raise StoreError("book_rearranged", name=name)
    page = int.from_bytes(image[16:18])
    pages = int.from_bytes(image[28:32])
    sound = (
        page == 4096
        and image[18:20] == sqlite.ROLLBACK
        and image[20] == 0
        and image[21:24] == b"\x40\x20\x20"
        and int.from_bytes(image[56:60]) == 1
        and pages * page == len(image)
    )
    if not sound:
        raise StoreError("store_damaged", name=name)


def read_tables(image: bytes, name: str) -> dict[str, Rows]:
    """Return the rows of the score book in ``image``, by table and in the order of their keys.

    Raises:
        StoreError: not a score book of ours, newer, damaged, or with structures of its own.
    """
    require_readable(image, name)
    kind, version = sqlite.header_of(image, name)
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
        return {table: _rows(raw, table) for table in TABLES}
    except _DAMAGE as error:
        raise StoreError("store_damaged", name=name) from error
    except MemoryError as error:
        raise StoreError("file_too_big", name=name, most=MAX_BYTES // 1024**2) from error
    finally:
        if raw is not None:
            raw.close()


def rehearse() -> None:
    """Read a score book of our own that holds nothing.

    Whatever reading keeps for the next time is there from now on, in forks of this process too.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as raw:
        sqlite.create_schema(raw, DocumentKind.SCORE)
        image = raw.serialize()
    read_tables(image, "")


def limit_heap() -> None:  # pragma: no cover - for good, so in a process that measures nothing
    """Let SQLite take no more memory than ``MOST_HEAP`` in this process, for good."""
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.execute(f"PRAGMA hard_heap_limit={MOST_HEAP}")


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


def _rows(raw: sqlite3.Connection, table: str) -> Rows:
    columns = ", ".join(name for name, _ in TABLES[table])
    rows = raw.execute(f"SELECT {columns} FROM {table} ORDER BY 1").fetchmany(MAX_ROWS + 1)
    if len(rows) > MAX_ROWS:
        raise ValueError("more rows than any score book has")
    for (_, wanted), column in zip(TABLES[table], zip(*rows, strict=True), strict=False):
        allowed = {str, type(None)} if wanted is None else {wanted}
        if not allowed.issuperset(map(type, column)):
            raise TypeError("not of the type of its column")
    return rows
