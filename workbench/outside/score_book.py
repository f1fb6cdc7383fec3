"""A score book from outside as a child reads it."""

from dataclasses import dataclass
from typing import Final

from models.errors import StoreError
from models.untrusted import require_readable
from workbench.outside.asking import Readers, Reading, Task
from workbench.outside.raw_book import RawBook, raw_book
from workbench.progress import Pulse, unwatched

SCORE: Final = Task(
    "score",
    StoreError,
    frozenset(
        {
            "file_empty",
            "not_our_file",
            "newer_version",
            "book_wanted",
            "store_damaged",
            "foreign_structure",
            "file_too_big",
            "zip_damaged",
        }
    ),
)


@dataclass(frozen=True, slots=True)
class Parcel:
    """The bytes of a file as they stand in an archive, still packed."""

    content: bytes
    way: int
    """How it is packed: one of ``packing.PACKINGS``."""
    checksum: int
    """CRC-32 of what it is when unpacked."""


def begin_book(readers: Readers, content: bytes | Parcel, name: str) -> Reading:
    """Have a child begin to read a score book; ``name`` only names it.

    Raises:
        StoreError: its first bytes are not those of a score book of ours.
    """
    if isinstance(content, Parcel):
        packed = {"packed": [content.way, content.checksum]}
        return readers.begin(SCORE, content.content, name, packed)
    require_readable(content, name)
    return readers.begin(SCORE, content, name)


def read_book(
    content: bytes | Parcel,
    name: str,
    *,
    readers: Readers | None = None,
    pulse: Pulse = unwatched,
) -> RawBook:
    """Return what a score book holds, read by a child: one of ``readers`` or one of its own.

    Raises:
        StoreError: not a score book of ours, newer, damaged, with structures of its own, or one
            over which its reader failed.
    """
    if readers is not None:
        return begin_book(readers, content, name).answer(raw_book, pulse=pulse)
    with Readers() as own:
        return begin_book(own, content, name).answer(raw_book, pulse=pulse)
