"""A document as of one moment, read beside its writer: the bytes, and a store over them."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from models import sqlite
from models.beside import read_bytes
from models.errors import StoreBusy, StoreError
from models.holder import read_note
from models.recovering import (
    Whole,
    has_journal,
    has_rest,
    is_sound,
    played_back,
    require_own,
    settled,
)
from models.schema import DocumentKind
from models.steps import climb
from models.store import Store, require_found, require_kind, require_sound

if TYPE_CHECKING:
    import sqlite3

_READ_TRIES: Final = 40
_READ_PAUSE_S: Final = 0.05


def read_store(path: Path, kind: DocumentKind, whole: Whole = is_sound) -> Store:
    """Open a picture of the document at ``path``, also while another program writes it.

    Of what a crash left half done it shows the outcome that is ``whole``; the files stay as they
    are.

    Raises:
        StoreError: absent, foreign, of the other kind, damaged or newer.
    """
    require_kind(path, kind)
    require_own(path)
    return image_store(still_image(path, whole), path, kind)


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


def still_image(path: Path, whole: Whole = is_sound) -> bytes:
    """Return the bytes of ``path`` as of one moment between two transactions.

    Read twice alike while the journal is absent or empty. What a journal that nobody's lock
    explains leads to is worked out in a copy, and has to be ``whole``: reading changes no file.

    Raises:
        StoreBusy: the writer never paused long enough.
        StoreError: the file cannot be read.
    """
    before: bytes | None = None
    for _ in range(_READ_TRIES):
        try:
            is_busy = has_journal(path)
            image = read_bytes(path)
            if is_busy and not sqlite.is_held(path, 0):
                return _left_image(path, whole)
        except FileNotFoundError:  # the journal went just now
            is_busy = True
        except OSError as error:
            raise StoreError("file_unreadable", name=path.name) from error
        if not is_busy and image == before:
            return image
        before = None if is_busy else image
        if is_busy:
            time.sleep(_READ_PAUSE_S)  # noqa: TID251 - another process gives no event
    raise StoreBusy("store_busy", name=path.name)


def damaged_image(path: Path, whole: Whole) -> bytes:
    """Return the bytes of a file that SQLite may refuse, and leave the file as it is.

    What a crashed writer left half done is played back in a copy, unless only the document as it
    stands is ``whole``.

    Raises:
        StoreBusy: another program writes it; the sentence names who.
        StoreError: absent, no file, or unreadable.
    """
    try:
        if not path.exists():
            raise StoreError("file_absent", name=path.name, path=str(path))
        if not path.is_file():
            raise StoreError("not_a_file", name=path.name)
        require_own(path)
        if sqlite.is_held(path):
            holder = read_note(path)
            key = "store_held" if holder else "store_busy"
            raise StoreBusy(key, name=path.name, **holder)
        try:
            return _left_image(path, whole)
        except StoreError:  # neither way whole
            return played_back(path)
    except OSError as error:
        raise StoreError("file_unreadable", name=path.name) from error


def _left_image(path: Path, whole: Whole) -> bytes:
    """Return what a document holds beside which nobody living has a journal."""
    return settled(path, whole).image if has_rest(path) else read_bytes(path)
