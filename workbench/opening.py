"""Opening a document: one way for rounds and score books, to write or to read."""

from pathlib import Path

from models.picture import damaged_image, read_store, still_image
from models.schema import DocumentKind
from models.store import Store, open_store


def open_document(path: Path, kind: DocumentKind, *, read_only: bool = False) -> Store:
    """Open the document at ``path`` as its one writer, or a picture of it.

    What a crash left half done is only taken where the whole history proves itself.

    Raises:
        StoreBusy: another program has it open for writing.
        StoreError: absent, of the other kind, damaged or newer.
    """
    opening = read_store if read_only else open_store
    return opening(path, kind, _is_whole)


def image_of(path: Path) -> bytes:
    """Return the bytes of a document between two transactions, also while it is written.

    Raises:
        StoreError: unreadable, or neither outcome of a crash proves itself.
    """
    return still_image(path, _is_whole)


def image_to_repair(path: Path) -> bytes:
    """Return the bytes of a document that may be damaged; nothing is touched.

    Raises:
        StoreError: absent, no file, held or unreadable.
    """
    return damaged_image(path, _is_whole)


def _is_whole(image: bytes, path: Path) -> bool:
    from workbench.checking import is_whole  # only needed where a crash left something

    return is_whole(image, path)
