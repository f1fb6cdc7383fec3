"""What the lead does with a closed round: withdraw the import of a file, settle one cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.imports import imports_of
from models.schema import DocumentKind
from models.store import open_store
from workbench.ledger import withdrawing
from workbench.merging.reading import read_outside_book
from workbench.rounds.desk import open_round
from workbench.settling import settling

if TYPE_CHECKING:
    from pathlib import Path

    from models.journal import Revision

REASON = "전화로 확인"


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
