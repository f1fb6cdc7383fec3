"""Sealing a book: a record of the heads it covers, and the receipt code people compare."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from models.imports import Seal, add_seals, seals
from models.journal import Revision, numbers_of
from models.store import Store
from workbench.home import moment, now_ms
from workbench.journal.receipt import receipt_of, seal_id
from workbench.journal.revisions import Cell

Heads = Mapping[Cell, Sequence[Revision]]


@dataclass(frozen=True, slots=True)
class Sealed:
    """What sealing gives back: the code, and how many expected marks are missing."""

    receipt: str
    missing: int
    sealed_at: int
    """Milliseconds since 1970, UTC."""
    is_new: bool
    """False where the book was already sealed in exactly this state."""


class Standing:
    """The newest seal of an open book, and which cells have changed since; kept up by cell."""

    def __init__(self, store: Store, version: bytes, heads: Heads) -> None:
        """Read the newest seal and compare it with the present heads."""
        with store.read() as connection:
            known = seals(connection)
        self.seal: Seal | None = known[-1] if known else None
        self._version = version
        self._covered = frozenset(self.seal.heads if self.seal else ())
        self.changed: set[Cell] = set()
        """Cells whose heads the newest seal does not cover; every cell while there is no seal."""
        self.follow(heads, heads)

    def follow(self, cells: Iterable[Cell], heads: Heads) -> None:
        """Take in that ``cells`` may have other heads now."""
        for cell in cells:
            if all(row.id in self._covered for row in heads.get(cell, ())):
                self.changed.discard(cell)
            else:
                self.changed.add(cell)

    @property
    def sealed_at(self) -> datetime | None:
        """Return when the newest seal was made, UTC."""
        return moment(self.seal.sealed_at) if self.seal else None

    @property
    def receipt(self) -> str | None:
        """Return the code of the newest seal while it covers exactly the present state."""
        seal = self.seal
        if seal is None or self.changed or seal.definition != self._version:
            return None
        return receipt_of(seal)


def seal_book(store: Store, book: bytes, owner: bytes, definition: bytes, heads: Heads) -> Seal:
    """Seal a score book in the state of ``heads`` and return the new seal.

    Raises:
        StoreError: the disk refuses.
    """
    at = now_ms()
    present = tuple(sorted(row.id for group in heads.values() for row in group))
    seal = Seal(seal_id(book, owner, definition, at, present), book, owner, definition, at, present)
    with store.write() as connection:
        add_seals(connection, [seal], numbers_of(connection))
    return seal
