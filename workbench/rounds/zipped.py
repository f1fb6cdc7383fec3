"""One score book in a .zip: mail gates drop endings that they do not know."""

import io
import zipfile
from pathlib import Path
from typing import Final

from models.errors import StoreError
from models.images import put_image
from models.untrusted import read_bytes
from workbench.merging.sources import books_in, packed_member
from workbench.outside.score_book import Parcel
from workbench.scoring.book import Book

ENDING: Final = ".zip"
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time a .zip can name: the same book gives the same bytes whenever it is packed."""


def zip_of(name: str, image: bytes) -> bytes:
    """Return a .zip that holds the score book ``image`` under ``name`` and nothing else."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        entry = zipfile.ZipInfo(name, _FIRST_DAY)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = 0o644 << 16
        archive.writestr(entry, image)
    return packed.getvalue()


def zip_book(book: Book, target: Path) -> None:
    """Write ``book`` as it now is to ``target``, a .zip that holds it under its own name.

    Raises:
        StoreError: the disk refuses; nothing is left behind.
    """
    put_image(zip_of(book.path.name, book.image()), target)


def book_image(path: Path) -> bytes | Parcel:
    """Return the bytes of the score book at ``path``, packed where it stands in a .zip of its own.

    Raises:
        StoreError: it cannot be read, or the .zip holds no score book or several.
    """
    content = read_bytes(path)
    if path.suffix.casefold() != ENDING:
        return content
    inside = books_in(content, path.name)
    if len(inside) != 1:
        raise StoreError("update_zip_books", name=path.name, count=len(inside))
    return packed_member(content, path.name, inside[0])
