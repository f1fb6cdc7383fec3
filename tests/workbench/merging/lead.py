"""What the lead does with a closed round: withdraw the import of a file, settle one cell."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from models.imports import imports_of
from models.schema import DocumentKind
from models.store import open_store
from workbench.ledger import withdrawing
from workbench.merging.reading import read_outside_book
from workbench.rounds.desk import open_round
from workbench.sentences import sentence_of
from workbench.settling import settling

if TYPE_CHECKING:
    from models.journal import Revision
    from workbench.merging.report import FileReport

REASON = "전화로 확인"
CHANGES, CHANGED_BY = slice(24, 28), slice(92, 96)
"""Where SQLite counts the changes of a file, and for which of them its version stands."""


def withdraw(round_: Path, book: Path) -> None:
    """Withdraw the import of ``book`` as it is now."""
    digest = read_outside_book(book).digest
    with open_round(round_) as desk:
        with desk.store.read() as connection:
            (found,) = (row for row in imports_of(connection) if row.digest == digest)
        if not found.withdrawn:
            withdrawing.withdraw(desk, found.number, REASON)


def settle(round_: Path, cell: tuple[bytes, ...], value: str | None) -> Revision:
    """Put the lead's value on top of all heads of ``cell``."""
    with open_round(round_) as desk:
        (made,) = settling.settle(desk, [(cell, value)], REASON)
    return made


def standing_imports(round_: Path) -> list[tuple[str, bool]]:
    """File name and whether it stands, of every import in the order they came."""
    with open_store(round_, DocumentKind.ROUND) as store, store.read() as connection:
        return [(row.file, not row.withdrawn) for row in imports_of(connection)]


def rewritten(book: Path) -> Path:
    """Write the same content in other bytes: the counter of changes in the head of the file."""
    image = bytearray(book.read_bytes())
    image[CHANGES] = image[CHANGED_BY] = (int.from_bytes(image[CHANGES]) + 1).to_bytes(4)
    target = book.with_name(f"rewritten {book.name}")
    target.write_bytes(image)
    return target


def told(row: FileReport) -> tuple[FileReport, list[str]]:
    """Return the report of a file without what a copy of it has of its own, and its sentences."""
    notes = [(note.kind, note.place, note.why) for note in row.notes]
    said = [*row.differing, *(error for _, *errors in notes for error in errors)]
    plain = replace(row, file=Path(), received_at=None, notes=(), differing=())
    return plain, [kind for kind, *_ in notes] + [sentence_of(error, "en") for error in said]
