"""All that only SQLite knows: pragmas, the lock, the header, images in memory, error codes.

Settings are those that lost nothing in 2,000 simulated power cuts (RELIABILITY §2.1):
TRUNCATE journal, synchronous FULL, exclusive lock, transactions that we begin ourselves.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Final

from models.beside import read_bytes
from models.errors import StoreBusy, StoreError
from models.schema import STATEMENTS, VERSION, DocumentKind

BUSY_TIMEOUT_S: Final = 0.5
_HEADER_BYTES: Final = 100
_SPENT: Final = bytes(28)
"""The header of a journal that was played back."""
ROLLBACK: Final = b"\x01\x01"
WRITE_AHEAD: Final = b"\x02\x02"
"""How a document is written and read, at byte 18."""
_PAGE: Final = b"\x10\x00"
"""4096 bytes a page, at byte 16."""
_MAGIC: Final = b"SQLite format 3\x00"
_SCHEMA: Final = "SELECT type, name, tbl_name, sql FROM sqlite_schema LIMIT 200"

_FULL = {sqlite3.SQLITE_FULL}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_UNWRITABLE = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}
_DISK = {sqlite3.SQLITE_IOERR}


def error_from(error: sqlite3.Error, path: Path) -> StoreError | None:
    """Return the finished error for a disk or file trouble, None where it is our bug."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None and "decode" in str(error):  # sqlite3's own, for a text that is not UTF-8
        return StoreError("store_damaged", name=path.name)
    primary = None if code is None else code & 0xFF
    if primary in _BUSY:
        return StoreBusy("store_busy", name=path.name)
    for codes, key in (
        (_FULL, "disk_full"),
        (_UNWRITABLE, "store_unwritable"),
        (_DAMAGED, "store_damaged"),
        (_DISK, "disk_error"),
    ):
        if primary in codes:
            return StoreError(key, name=path.name)
    return None


@contextmanager
def sorted_errors(path: Path) -> Iterator[None]:
    """Turn SQLite's disk and file troubles into ``StoreError``; bugs pass unchanged."""
    try:
        yield
    except sqlite3.Error as error:
        finished = error_from(error, path)
        if finished is None:
            raise
        raise finished from error
    except UnicodeDecodeError as error:  # sqlite3 raises it for a damaged schema's own message
        raise StoreError("store_damaged", name=path.name) from error


def header_of(image: bytes, name: str) -> tuple[DocumentKind, int]:
    """Return kind and schema version from the first 100 bytes of a file.

    Raises:
        StoreError: not one of our files, or made by a newer program.
    """
    if not image:
        raise StoreError("file_empty", name=name)
    if len(image) < _HEADER_BYTES or not image.startswith(_MAGIC):
        raise StoreError("not_our_file", name=name)
    application = int.from_bytes(image[68:72])
    version = int.from_bytes(image[60:64])
    kinds = {kind.value: kind for kind in DocumentKind}
    if application not in kinds:
        raise StoreError("not_our_file", name=name)
    kind = kinds[application]
    if version > VERSION:
        raise StoreError("newer_version", name=name)
    if version not in STATEMENTS[kind]:
        raise StoreError("store_damaged", name=name)
    return kind, version


def read_header(path: Path) -> tuple[DocumentKind, int]:
    """Return kind and schema version of the file at ``path`` without SQLite touching it.

    Raises:
        StoreError: absent, not a file, unreadable, foreign, newer, or arranged by another tool.
    """
    try:
        if not path.exists():
            raise StoreError("file_absent", name=path.name, path=str(path))
        if not path.is_file():
            raise StoreError("not_a_file", name=path.name)
        image = read_bytes(path, _HEADER_BYTES)
        found = header_of(image, path.name)
        if not has_our_pages(image):  # a book so arranged could not be handed in
            raise StoreError("foreign_structure", name=path.name)
        return found
    except OSError as error:
        raise StoreError("file_unreadable", name=path.name) from error


def has_our_pages(image: bytes) -> bool:
    """Say whether the pages of a file that begins with ``image`` are as large as ours."""
    return image[16:18] == _PAGE and image[20:21] == b"\0"


def is_database(path: Path) -> bool:
    """Say whether the file at ``path`` is a database: ours or another's, sound or not.

    Raises:
        OSError: the file cannot be read.
    """
    return read_bytes(path, len(_MAGIC)) == _MAGIC


class _Connection(sqlite3.Connection):
    """Rolls back when it is closed, so that whoever wants it afterwards is not told of a fault."""

    def rollback(self) -> None:
        with suppress(sqlite3.ProgrammingError):  # an interrupted block is cleared away late
            super().rollback()


def connect_to_write(path: Path) -> sqlite3.Connection:
    """Open ``path`` as its one writer; the lock is held until the connection is closed.

    Raises:
        StoreError: somebody else writes it, or the disk or file refuses.
    """
    with sorted_errors(path):
        raw = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=rw",
            uri=True,
            timeout=BUSY_TIMEOUT_S,
            isolation_level=None,  # we say BEGIN ourselves, so schema steps roll back too
            check_same_thread=False,  # one job at a time may run on a worker thread
            factory=_Connection,
        )
        try:
            _set_up(raw, path)
        except BaseException:
            raw.close()
            raise
    return raw


def _set_up(raw: sqlite3.Connection, path: Path) -> None:
    raw.execute("PRAGMA locking_mode=EXCLUSIVE")
    raw.execute("PRAGMA trusted_schema=OFF")
    raw.execute("PRAGMA cell_size_check=ON")
    raw.execute("PRAGMA mmap_size=0")
    raw.execute("PRAGMA temp_store=MEMORY")
    raw.execute("PRAGMA secure_delete=ON")
    raw.execute("PRAGMA foreign_keys=ON")
    raw.execute("BEGIN EXCLUSIVE")  # takes the lock now and rolls back a crashed writer's rest
    raw.execute("COMMIT")
    (mode,) = raw.execute("PRAGMA journal_mode=TRUNCATE").fetchone()
    if mode != "truncate":
        raise StoreError("store_unwritable", name=path.name)
    raw.execute("PRAGMA synchronous=FULL")
    _empty_spent_journal(path)


def cut_tail(raw: sqlite3.Connection, path: Path) -> None:
    """Cut off what stands behind the last page of an open file; the exclusive lock must hold.

    Nothing of the document is there, and SQLite does not look at it: a mail program appended it,
    or a copy went wrong. But whoever reads the file as a whole has to take it for damaged. A file
    that was put in its place meanwhile says another number of pages, and is left as it is.
    """
    (pages,) = raw.execute("PRAGMA page_count").fetchone()
    (size,) = raw.execute("PRAGMA page_size").fetchone()
    with suppress(OSError):
        if path.stat().st_size > pages * size and _said_pages(path) == pages:
            os.truncate(path, pages * size)  # by its name: closing a handle would free the lock


def _said_pages(path: Path) -> int:
    """Return how many pages a file says it has; who holds its lock keeps it."""
    return int.from_bytes(read_bytes(path, _HEADER_BYTES)[28:32])


def _empty_spent_journal(path: Path) -> None:
    """Empty the journal of a crash that was rolled back; the exclusive lock must hold.

    SQLite only zeroes its header, so whoever reads beside this writer would take it for a
    transaction that is running, until the first save.
    """
    journal = path.with_name(path.name + "-journal")
    with suppress(OSError):
        with journal.open("rb") as stream:
            is_spent = stream.read(len(_SPENT)) == _SPENT
        if is_spent:
            os.truncate(journal, 0)


def drop_journal(raw: sqlite3.Connection) -> None:
    """Take the journal away before closing, while the lock still holds; not one that is needed.

    After a commit or a rollback nothing in it counts. Where the disk refused even the rollback,
    SQLite would delete it all the same, and with it the only way back to what was stored: so it
    stays, and whoever opens the file next rolls back.
    """
    with suppress(sqlite3.Error, OSError):  # a journal that stays without need is not believed
        if not _is_journal_needed(raw):
            raw.execute("PRAGMA locking_mode=NORMAL")
            raw.execute("PRAGMA journal_mode=DELETE")


def _is_journal_needed(raw: sqlite3.Connection) -> bool:
    """Say whether a rollback is owed, as SQLite itself tells it: the first byte is not 0."""
    _, _, file = raw.execute("PRAGMA database_list").fetchone()  # the main one comes first
    journal = Path(f"{file}-journal")
    return journal.exists() and read_bytes(journal, 1) not in (b"", b"\0")


def create_schema(raw: sqlite3.Connection, kind: DocumentKind, version: int = VERSION) -> None:
    """Write this schema of ``kind`` into an empty database, inside the caller's transaction."""
    raw.execute(f"PRAGMA application_id={kind.value}")
    raw.execute(f"PRAGMA user_version={version}")
    for statement in STATEMENTS[kind][version]:
        raw.execute(statement)


def schema_matches(raw: sqlite3.Connection, kind: DocumentKind, version: int) -> bool:
    """Say whether the schema text is exactly that of ``kind`` and ``version``."""
    return sorted(raw.execute(_SCHEMA).fetchall(), key=repr) == _literal_schema(kind, version)


@cache
def _literal_schema(kind: DocumentKind, version: int) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(":memory:")) as literal:
        for statement in STATEMENTS[kind][version]:
            literal.execute(statement)
        return sorted(literal.execute(_SCHEMA).fetchall(), key=repr)


def is_held(path: Path, patience_s: float = BUSY_TIMEOUT_S) -> bool:
    """Say whether a program holds ``path`` for writing; the file is not touched, however it is."""
    try:
        if not path.is_file() or read_bytes(path, 20)[18:] == WRITE_AHEAD:
            return False  # a pipe would be waited for, and a log laid beside what has one
        with closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=patience_s)
        ) as raw:
            raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.Error as error:  # whatever else is wrong with it, a lock is asked for first
        return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF in _BUSY
    except (OSError, UnicodeDecodeError):  # the latter for the message of a damaged schema
        return False
    return False


@cache
def root_pages(kind: DocumentKind) -> dict[str, int]:
    """Return the page at which every table and index of a document begins: a root never moves."""
    with closing(sqlite3.connect(":memory:")) as literal:
        for statement in STATEMENTS[kind][VERSION]:
            literal.execute(statement)
        return dict(literal.execute("SELECT name, rootpage FROM sqlite_schema").fetchall())


def connect_to_image(image: bytes) -> sqlite3.Connection:
    """Open the bytes of a file in memory; no file, journal or lock is touched.

    Raises:
        sqlite3.Error: the bytes are no database.
    """
    raw = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    if image[18:20] == WRITE_AHEAD:  # another tool left it so; no log belongs to an image
        image = image[:18] + ROLLBACK + image[20:]
    try:
        raw.deserialize(image)
        raw.execute("PRAGMA trusted_schema=OFF")
        raw.execute("PRAGMA cell_size_check=ON")
    except BaseException:
        raw.close()
        raise
    return raw


def image_with_heads(image: bytes, numbers: Iterable[int]) -> bytes:
    """Return ``image`` with exactly these revisions in its derived table of heads.

    Raises:
        sqlite3.Error: the image cannot be changed.
    """
    with closing(connect_to_image(image)) as raw:
        raw.execute("DELETE FROM head")
        raw.executemany("INSERT INTO head (revision) VALUES (?)", [(one,) for one in numbers])
        return raw.serialize()


def integrity_problem(raw: sqlite3.Connection) -> str | None:
    """Return the first thing SQLite finds wrong with structure or references, or None."""
    (answer,) = raw.execute("PRAGMA integrity_check(1)").fetchone()
    if answer != "ok":
        return str(answer)
    broken = raw.execute("PRAGMA foreign_key_check").fetchone()
    return None if broken is None else f"foreign key: {broken[0]}"
