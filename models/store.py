"""One open document: its engine, its transactions, and how it is made, opened and copied."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import Final

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from models import sqlite
from models.beside import keep_readable, let_go
from models.engine import engine_over
from models.errors import StoreBusy, StoreError, unwritten
from models.holder import read_note, remove_note, write_note
from models.kept import kept
from models.recovering import Whole, is_sound, journal_path, require_own, set_aside, settle
from models.schema import OLDEST, VERSION, DocumentKind
from models.steps import climb


class Store:
    """One open file. Share it between threads; never share a connection of it.

    ``taken_at`` is the time of the picture for a read-only store, None for the writer.
    """

    def __init__(
        self, path: Path, kind: DocumentKind, raw: sqlite3.Connection, *, read_only: bool
    ) -> None:
        """Wrap an open connection; use ``create_store``, ``open_store`` or ``read_store``."""
        self.path = path
        self.kind = kind
        self.read_only = read_only
        self.taken_at = datetime.now(UTC) if read_only else None
        self._raw = raw
        self._turn = RLock()  # one transaction at a time: whoever comes from another thread waits
        self._readable = None if read_only else keep_readable(path)
        self._engine = engine_over(raw, "BEGIN" if read_only else "BEGIN IMMEDIATE")
        if not read_only:
            _written.add(self)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give a connection in one transaction: leaving commits, raising rolls back.

        Raises:
            StoreError: the disk or the file refuses; nothing of the block is kept.
        """
        if self.read_only:
            raise StoreBusy("read_only_view", name=self.path.name)
        before = self._raw.total_changes
        with self._turn, self._errors(), self._engine.begin() as connection:
            yield connection
        if self._raw.total_changes != before:
            kept.set()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the file.

        Raises:
            StoreError: the file cannot be read.
        """
        with self._turn, self._errors(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            with sqlite.sorted_errors(self.path):
                yield
        except StoreError as error:
            error.values.setdefault("name", self.path.name)  # who found it knew no file
            raise
        except DBAPIError as error:
            finished = (
                sqlite.error_from(error.orig, self.path)
                if isinstance(error.orig, sqlite3.Error)
                else None
            )
            if finished is None:
                raise
            raise finished from error

    def problem(self) -> str | None:
        """Return what is wrong with the structure of the file, or None."""
        with sqlite.sorted_errors(self.path):
            (version,) = self._raw.execute("PRAGMA user_version").fetchone()
            if not sqlite.schema_matches(self._raw, self.kind, version):
                return "schema"
            return sqlite.integrity_problem(self._raw)

    def image(self) -> bytes:
        """Return the whole document as of now, as the bytes of a file.

        Raises:
            StoreError: the file cannot be read.
        """
        with self.read():  # no other thread is in the middle of a transaction
            return self._raw.serialize()

    def copy_to(self, target: Path) -> None:
        """Write a whole copy to ``target``: to a draft beside it, checked, then in one step.

        Raises:
            StoreError: the disk refuses; an older ``target`` is then untouched.
        """
        copy_database(self._raw, target)

    def close(self) -> None:
        """Give the file back: lock, note and empty journal go; again where that was interrupted."""
        if not self.read_only:
            remove_note(self.path)  # while the lock is ours: the next writer leaves his own
            sqlite.drop_journal(self._raw)
        self._engine.pool.dispose()  # the engine's own way would fill another one
        self._raw.close()
        readable, self._readable = self._readable, None
        let_go(readable)
        _written.discard(self)

    def __enter__(self) -> "Store":
        """Return the store itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self.close()


_written: Final[set[Store]] = set()
"""Every store that this process writes."""


@contextmanager
def leaving_none_open() -> Iterator[None]:
    """Close in the end what the block opened to write and was too interrupted to close."""
    before = frozenset(_written)
    try:
        yield
    finally:
        for store in _written - before:
            store.close()


def copy_database(raw: sqlite3.Connection, target: Path) -> None:
    """Copy an open database to ``target``: to a draft beside it, checked, then in one step.

    Raises:
        StoreError: the disk refuses; an older ``target`` is then untouched.
    """
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with sqlite.sorted_errors(target):
            copy = sqlite3.connect(draft, isolation_level=None)
            try:
                raw.backup(copy)
                if sqlite.integrity_problem(copy) is not None:
                    raise StoreError("store_damaged", name=target.name)
            finally:
                copy.close()
        _put_in_place(draft, target)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def schema_version(connection: Connection) -> int:
    """Return the schema version of the document behind ``connection``."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def create_store(path: Path, kind: DocumentKind, version: int | None = None) -> Store:
    """Make an empty document at ``path``, which must not exist, and open it for writing.

    It has the newest schema, or that of ``version``.

    Raises:
        StoreError: the disk refuses, or something is there already; that is untouched.
    """
    try:
        path.touch(exist_ok=False)
    except OSError as error:
        raise unwritten(error, path.name) from error
    raw: sqlite3.Connection | None = None
    try:
        set_aside(path)
        raw = sqlite.connect_to_write(path)
        with sqlite.sorted_errors(path):
            raw.execute("BEGIN IMMEDIATE")
            sqlite.create_schema(raw, kind, VERSION if version is None else version)
            raw.execute("COMMIT")
        return Store(path, kind, raw, read_only=False)
    except BaseException:
        if raw is not None:
            sqlite.drop_journal(raw)
            raw.close()
        path.unlink(missing_ok=True)
        journal_path(path).unlink(missing_ok=True)
        raise


def open_store(path: Path, kind: DocumentKind, whole: Whole = is_sound) -> Store:
    """Open the document at ``path`` as its one writer; it keeps its schema version from OLDEST on.

    A journal that a crash left is played back only if the outcome is ``whole``, by default sound.

    Raises:
        StoreBusy: another program writes it; the sentence names who.
        StoreError: absent, foreign, of the other kind, damaged or newer.
    """
    require_kind(path, kind)
    require_own(path)
    settle(path, whole)
    try:
        raw = sqlite.connect_to_write(path)
    except StoreBusy as error:
        holder = read_note(path)
        if not holder:
            raise
        raise StoreBusy("store_held", name=path.name, **holder) from error
    try:
        with sqlite.sorted_errors(path):
            # now, not from the header: a crashed upgrade was rolled back by connecting
            (version,) = raw.execute("PRAGMA user_version").fetchone()
            if not sqlite.schema_matches(raw, kind, version):
                raise StoreError("foreign_structure", name=path.name)
            if version < OLDEST:
                copy_database(raw, _free_name(path, version))
                climb(raw, kind, version)
            require_sound(raw, path)
        store = _noted(path, kind, raw)
    except BaseException:
        sqlite.drop_journal(raw)
        raw.close()
        raise
    sqlite.cut_tail(raw, path)  # only now can the file be read without giving its lock away
    return store


def _noted(path: Path, kind: DocumentKind, raw: sqlite3.Connection) -> Store:
    try:
        write_note(path)
        return Store(path, kind, raw, read_only=False)
    except BaseException:
        remove_note(path)  # the lock is ours yet
        raise


def _free_name(path: Path, version: int) -> Path:
    """Return where the copy before an upgrade goes: beside ``path``, over nothing."""
    name, number = f"{path.stem} (v{version}){path.suffix}", 1
    while path.with_name(name).exists():
        number += 1
        name = f"{path.stem} (v{version}-{number}){path.suffix}"
    return path.with_name(name)


def require_sound(raw: sqlite3.Connection, path: Path) -> None:
    """Refuse an open file whose pages or rows do not hold together.

    Raises:
        StoreError: it is damaged.
    """
    if sqlite.integrity_problem(raw) is not None:
        raise StoreError("store_damaged", name=path.name)


def require_kind(path: Path, kind: DocumentKind) -> None:
    """Refuse a file that is not of ``kind`` by its header.

    Raises:
        StoreError: absent, foreign, of the other kind, damaged or newer.
    """
    found, _ = sqlite.read_header(path)
    require_found(found, kind, path)


def require_found(found: DocumentKind, kind: DocumentKind, path: Path) -> None:
    """Refuse a document that turned out to be of the other kind.

    Raises:
        StoreError: ``found`` is not ``kind``.
    """
    if found is not kind:
        key = "round_wanted" if kind is DocumentKind.ROUND else "book_wanted"
        raise StoreError(key, name=path.name)


def _put_in_place(draft: Path, target: Path) -> None:
    set_aside(target)
    try:
        with draft.open("rb+") as stream:
            os.fsync(stream.fileno())
        os.replace(draft, target)
        kept.set()
    except OSError as error:
        raise unwritten(error, target.name) from error
