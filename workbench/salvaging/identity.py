"""By what a damaged document is known: as it says itself, or as this computer remembers it."""

from collections.abc import Collection, Set
from contextlib import suppress
from typing import Final

from models.beside import read_bytes
from models.carving import Carved, part_of
from models.journal import Revision
from models.schema import DocumentKind
from models.sqlite import header_of
from workbench.backups.shelf import backups_of
from workbench.errors import StoreError
from workbench.home import home

_LENGTHS: Final = {"uid": 16, "round": 16, "owner": 16, "lead": 16, "definition": 32}


def fact_in(carved: Carved, key: str) -> str | None:
    """Return what the document says of itself under ``key`` if that is an uid or hash at all."""
    for name, value in carved.facts:
        if name == key and _is_hex(value, _LENGTHS[key]):
            return value
    return None


def document_uid(carved: Carved, kind: DocumentKind, rows: Collection[Revision]) -> bytes | None:
    """Return the uid of a damaged document, None where nothing tells it.

    It stands in one place of the file only. Where that is gone, a book's seals name it, or the
    note of which copy wrote last on this computer, or a backup that holds the same entries.
    """
    said = fact_in(carved, "uid")
    if said is not None:
        return bytes.fromhex(said)
    books = {row.book for row in carved.seals}
    if kind is DocumentKind.SCORE and len(books) == 1:
        return books.pop()
    return _noted_for({row.replica.hex() for row in rows}) or _backed_up(carved, kind, rows)


def _noted_for(replicas: Set[str]) -> bytes | None:
    """Return the document that this computer noted one of ``replicas`` to have written last."""
    found = set()
    with suppress(OSError, ValueError):
        for note in (home() / "replicas").iterdir():
            if note.read_text(encoding="ascii").partition(" ")[0] in replicas:
                found.add(bytes.fromhex(note.name))
    return found.pop() if len(found) == 1 else None


def _backed_up(carved: Carved, kind: DocumentKind, rows: Collection[Revision]) -> bytes | None:
    """Return the document whose newest backup holds the same entries.

    The parts of a definition carry a salt, so no two rounds share one; the books of a round do.
    """
    marks = {row.id for row in rows}
    if kind is DocumentKind.ROUND:
        parts = (part_of(record.payload) for record in carved.parts)
        marks |= {part[0] for part in parts if part is not None}
    found = set()
    with suppress(OSError, ValueError, StoreError):
        for folder in (home() / "backups").iterdir():
            uid = bytes.fromhex(folder.name)
            for backup in backups_of(uid)[:1]:
                image = read_bytes(backup.path)
                if header_of(image, backup.path.name)[0] is kind and any(
                    mark in image for mark in marks
                ):
                    found.add(uid)
    return found.pop() if len(found) == 1 else None


def _is_hex(text: str, length: int) -> bool:
    try:
        return len(bytes.fromhex(text)) == length and text == text.lower()
    except ValueError:
        return False
