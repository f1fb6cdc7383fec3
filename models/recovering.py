"""What lies beside a document: a crashed writer's journal, or something that is not its own.

SQLite plays back whatever journal it finds. But of the pair only one may have been copied, and
anybody can lay a file there: an older journal turns a sound document into a torn one. So it is
played back in a copy first, and in the document only if that copy proves itself whole.
"""

from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from shutil import copyfile
from sqlite3 import Error
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from models import sqlite
from models.beside import read_bytes
from models.errors import StoreError, unwritten

Whole = Callable[[bytes, Path], bool]
"""Says whether the bytes of a document prove themselves whole; the path only names it."""

_JOURNAL: Final = "-journal"
_LOG: Final = "-wal"
_SIDES: Final = (_JOURNAL, _LOG, "-shm")
_NEWEST: Final = {
    "event": "SELECT CAST(max(at) AS INTEGER) FROM event",
    "revision": "SELECT CAST(max(made_at) AS INTEGER) FROM revision",
}
"""When this document was last written, by its own account: a round holds the marks of others."""
_CLOCK_MS: Final = 3000
"""File systems note the time of a change in steps of up to two seconds."""


class Settled(NamedTuple):
    """What a document holds once the journal beside it is judged."""

    image: bytes
    is_played_back: bool
    """Whether that is what the journal leads back to; else the journal is not its own."""


def journal_path(path: Path) -> Path:
    """Return where SQLite keeps the rollback journal of ``path``."""
    return path.with_name(path.name + _JOURNAL)


def has_journal(path: Path) -> bool:
    """Say whether a journal with something in it lies beside ``path``: a writer's, or left."""
    try:
        return journal_path(path).stat().st_size > 0
    except OSError:
        return False


def has_rest(path: Path) -> bool:
    """Say whether SQLite would play back the journal beside ``path`` if nobody holds that.

    One that is spent, or of which the document saw nothing yet, begins with zeros.
    """
    try:
        return read_bytes(journal_path(path), 1) not in (b"", b"\0")
    except OSError:
        return False


def require_own(path: Path) -> None:
    """Refuse a document beside which lies what this program never leaves there.

    SQLite would believe a write-ahead log, and wait for ever for a pipe.

    Raises:
        StoreError: it is named; both are as they were.
    """
    for side, most in ((_JOURNAL, None), (_LOG, 0)):
        other = path.with_name(path.name + side)
        with suppress(OSError):  # it is not there
            status = other.stat() if other.is_file() and not other.is_symlink() else None
            if status is None and not (other.exists() or other.is_symlink()):
                continue
            if status is None or (most is not None and status.st_size > most):
                raise StoreError("store_beside", name=path.name, other=other.name)


def is_sound(image: bytes, path: Path) -> bool:
    """Say whether the pages and rows of a document hold together; ``path`` names it."""
    try:
        kind, version = sqlite.header_of(image, path.name)
        with sqlite.sorted_errors(path), closing(sqlite.connect_to_image(image)) as raw:
            is_ours = sqlite.schema_matches(raw, kind, version)
            return is_ours and sqlite.integrity_problem(raw) is None
    except StoreError:
        return False


def settle(path: Path, whole: Whole) -> None:
    """Judge the journal beside ``path`` before SQLite sees it, unless a living writer has it.

    Raises:
        StoreError: unreadable, or neither outcome proves itself; both files are as they were.
    """
    try:
        if not has_rest(path) or sqlite.is_held(path):
            return
        found = settled(path, whole)
    except OSError as error:
        raise StoreError("file_unreadable", name=path.name) from error
    if not found.is_played_back:
        set_aside(path)


def settled(path: Path, whole: Whole) -> Settled:
    """Return what the document at ``path`` holds; no file is touched.

    The journal is played back where that is whole, unless the document was written long after
    it; otherwise the document stands as it is where it is whole.

    Raises:
        OSError: the files cannot be read.
        StoreError: neither outcome proves itself.
    """
    image, back = read_bytes(path), played_back(path)
    is_back_whole = whole(back, path)
    if is_back_whole and not _is_older(journal_path(path), image):
        return Settled(back, is_played_back=True)
    if whole(image, path):
        return Settled(image, is_played_back=False)
    if not is_back_whole:
        raise StoreError("store_damaged", name=path.name)
    return Settled(back, is_played_back=True)


def played_back(path: Path) -> bytes:
    """Return what ``path`` would hold once SQLite had played back its journal, from a copy.

    Raises:
        OSError: the files cannot be read.
    """
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        copy.write_bytes(read_bytes(path))
        copyfile(journal_path(path), journal_path(copy))
        with suppress(StoreError):  # then it stays as it is
            sqlite.connect_to_write(copy).close()
        return copy.read_bytes()


def set_aside(path: Path) -> None:
    """Give what lies beside ``path`` names under which SQLite takes it for nobody's.

    Called where a new document comes to stand at ``path``, or a journal is not its own.

    Raises:
        StoreError: the folder refuses.
    """
    for side in _SIDES:
        other = path.with_name(path.name + side)
        try:
            if other.exists() or other.is_symlink():
                other.rename(_free_name(other))
        except OSError as error:
            raise unwritten(error, path.name) from error


def _free_name(path: Path) -> Path:
    name, number = f"{path.name}.unused", 1
    while path.with_name(name).exists():
        number += 1
        name = f"{path.name}.unused-{number}"
    return path.with_name(name)


def _is_older(journal: Path, image: bytes) -> bool:
    """Say whether something in ``image`` was made after the journal was last written."""
    newest = 0
    with suppress(Error, UnicodeDecodeError), closing(sqlite.connect_to_image(image)) as raw:
        tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_schema")}
        query = next((_NEWEST[name] for name in _NEWEST if name in tables), "SELECT 0")
        newest = raw.execute(query).fetchone()[0] or 0
    return newest > journal.stat().st_mtime_ns // 1_000_000 + _CLOCK_MS
