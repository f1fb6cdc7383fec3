"""Sealing a book: a record of the heads it covers, and the receipt code people compare."""

from dataclasses import dataclass

from models.imports import Seal, add_seals, seals
from models.journal import head_revisions, numbers_of
from models.store import Store
from workbench.home import now_ms
from workbench.journal.receipt import receipt_of, seal_id


@dataclass(frozen=True, slots=True)
class Sealed:
    """What sealing gives back: the code, and how many expected marks are missing."""

    receipt: str
    missing: int
    sealed_at: int
    """Milliseconds since 1970, UTC."""
    is_new: bool
    """False where the book was already sealed in exactly this state."""


def standing_seal(store: Store, book: bytes, definition: bytes) -> Seal | None:
    """Return the seal that covers exactly the present heads of a score book, if there is one."""
    with store.read() as connection:
        present = tuple(sorted(row.id for row in head_revisions(connection)))
        return next(
            (
                seal
                for seal in reversed(seals(connection))
                if seal.heads == present and (seal.book, seal.definition) == (book, definition)
            ),
            None,
        )


def seal_book(
    store: Store, book: bytes, owner: bytes, definition: bytes, *, missing: int
) -> Sealed:
    """Seal a score book in its present state; an unchanged book gets no second record.

    Raises:
        StoreError: the disk refuses.
    """
    standing = standing_seal(store, book, definition)
    if standing is not None:
        return Sealed(receipt_of(standing), missing, standing.sealed_at, is_new=False)
    at = now_ms()
    with store.write() as connection:
        present = tuple(sorted(row.id for row in head_revisions(connection)))
        id_ = seal_id(book, owner, definition, at, present)
        seal = Seal(id_, book, owner, definition, at, present)
        add_seals(connection, [seal], numbers_of(connection))
    return Sealed(receipt_of(seal), missing, at, is_new=True)
