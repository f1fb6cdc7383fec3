"""What the lead will do with a round (withdraw, settle), through the journal alone."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from models.imports import imports_of, set_withdrawn
from models.journal import add_revisions, replace_heads
from models.schema import DocumentKind
from models.store import open_store
from workbench.journal.counting import counting
from workbench.journal.revisions import heads, make_revision
from workbench.merging.reading import read_outside_book
from workbench.rounds.state import read_owner, read_state

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from models.journal import Revision


def withdraw(round_: Path, book: Path) -> None:
    """Withdraw the import of ``book`` as it is now."""
    outside = read_outside_book(book)
    with open_store(round_, DocumentKind.ROUND) as store, store.write() as connection:
        set_withdrawn(connection, outside.digest, withdrawn=True)
        _derive_heads(connection, outside.owner)


def settle(round_: Path, cell: tuple[bytes, ...], value: str | None) -> Revision:
    """Put the lead's value on top of all heads of ``cell``."""
    with open_store(round_, DocumentKind.ROUND) as store, store.write() as connection:
        state = read_state(connection)
        made = make_revision(
            cell,
            value,
            author=state.lead,
            replica=uuid4().bytes,
            seq=1,
            definition=state.version,
            made_at=0,
            parents=[row.id for row in state.heads[cell]],
        )
        add_revisions(connection, [made])
        _derive_heads(connection, cell[0])
    return made


def standing_imports(round_: Path) -> list[tuple[str, bool]]:
    """File name and whether it stands, of every import in the order they came."""
    with open_store(round_, DocumentKind.ROUND) as store, store.read() as connection:
        return [(row.file, not row.withdrawn) for row in imports_of(connection)]


def _derive_heads(connection: Connection, owner: bytes) -> None:
    journal = read_owner(connection, owner)
    state = read_state(connection)
    awake = counting(journal.revisions, journal.imported.values(), state.lead)
    wanted = {row.id for row in heads(journal.revisions[id_] for id_ in awake)}
    present = {row.id for cell, group in state.heads.items() if cell[0] == owner for row in group}
    numbers = journal.numbers
    replace_heads(
        connection,
        [numbers[id_] for id_ in present - wanted],
        [numbers[id_] for id_ in wanted - present],
    )
