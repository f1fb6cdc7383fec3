"""A document as of one moment, read beside its writer: the bytes, and a store over them."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from models import sqlite
from models.beside import read_bytes
from models.errors import StoreBusy, StoreError
from models.schema import DocumentKind
from models.steps import climb
from models.store import (
    Store,
    journal_path,
    open_store,
    require_found,
    require_kind,
    require_sound,
)

if TYPE_CHECKING:
    import sqlite3

_READ_TRIES: Final = 40
_READ_PAUSE_S: Final = 0.05


def read_store(path: Path, kind: DocumentKind) -> Store:
    """Open a picture of the document at ``path``, also while another program writes it.

    Raises:
        StoreError: absent, foreign, of the other kind, damaged or newer.
    """
    require_kind(path, kind)
    return image_store(still_image(path, kind), path, kind)


def image_store(image: bytes, path: Path, kind: DocumentKind) -> Store:
    """Open the bytes of a document in memory, for reading only; ``path`` names it.

    Raises:
        StoreError: foreign, of the other kind, damaged or newer.
    """
    found, version = sqlite.header_of(image, path.name)
    require_found(found, kind, path)
    raw: sqlite3.Connection | None = None
    try:
        with sqlite.sorted_errors(path):
            raw = sqlite.connect_to_image(image)
            if not sqlite.schema_matches(raw, kind, version):
                raise StoreError("foreign_structure", name=path.name)
            climb(raw, kind, version)
            raw.execute("PRAGMA query_only=ON")
            require_sound(raw, path)
    except BaseException:
        if raw is not None:
            raw.close()
        raise
    return Store(path, kind, raw, read_only=True)


def still_image(path: Path, kind: DocumentKind, *, recover: bool = True) -> bytes:
    """Return the bytes of ``path`` as of one moment between two transactions.

    Read twice alike while the journal is absent or empty. A journal that nobody's lock
    explains is a crashed writer's: with ``recover`` it is rolled back by opening the file once.

    Raises:
        StoreBusy: the writer never paused long enough.
        StoreError: the file cannot be read.
    """
    journal = journal_path(path)
    before: bytes | None = None
    for _ in range(_READ_TRIES):
        try:
            busy = journal.exists() and journal.stat().st_size > 0
            image = read_bytes(path)
        except OSError as error:
            raise StoreError("file_unreadable", name=path.name) from error
        if not busy and image == before:
            return image
        before = None if busy else image
        if busy:
            if recover:
                _roll_back(path, kind)
            time.sleep(_READ_PAUSE_S)  # noqa: TID251 - another process gives no event
    raise StoreBusy("store_busy", name=path.name)


def _roll_back(path: Path, kind: DocumentKind) -> None:
    try:
        open_store(path, kind).close()
    except StoreBusy:
        return  # a living writer's journal; it will be empty in a moment
