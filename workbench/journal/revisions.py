"""How a revision gets its id, and how heads follow from revisions."""

from collections.abc import Iterable
from hashlib import sha256
from struct import Struct
from typing import Final

from models.errors import StoreError
from models.journal import Revision

Cell = tuple[bytes, bytes, bytes, str]

_NUMBERS: Final = Struct(">QqII")
_PREFIX: Final = b"scoring-workbench revision 1\n"
_CLEARED: Final = 0xFFFFFFFF


def revision_id(revision: Revision) -> bytes:
    """Return the SHA-256 over all that is stored in ``revision`` except the id itself.

    Every part has a fixed length or is preceded by its length, so no two revisions share bytes.
    """
    _, owner, service, subject, field, text, author, replica, seq, version, at, parents = revision
    name = field.encode()
    value = b"" if text is None else text.encode()
    numbers = _NUMBERS.pack(seq, at, len(name), _CLEARED if text is None else len(value))
    parts = owner, service, subject, author, replica, version, numbers, name, value, parents
    return sha256(_PREFIX + b"".join(parts)).digest()


def intact(revisions: Iterable[Revision]) -> list[Revision]:
    """Return ``revisions`` once every one is what its id says.

    Raises:
        StoreError: a byte in one of them was changed.
    """
    rows = list(revisions)
    if [*map(revision_id, rows)] != [row[0] for row in rows]:  # quicker than one by one
        raise StoreError("history_broken")
    return rows


def make_revision(
    cell: Cell,
    value: str | None,
    *,
    author: bytes,
    replica: bytes,
    seq: int,
    definition: bytes,
    made_at: int,
    parents: Iterable[bytes],
) -> Revision:
    """Return a new revision of ``cell`` that replaces ``parents``."""
    blank = Revision(
        b"", *cell, value, author, replica, seq, definition, made_at, b"".join(sorted(parents))
    )
    return blank._replace(id=revision_id(blank))


def heads(revisions: Iterable[Revision]) -> list[Revision]:
    """Return those that no other of ``revisions`` names as parent, sorted by id."""
    known = list(revisions)
    replaced = {parent for row in known for parent in row.parent_ids}
    return sorted((row for row in known if row.id not in replaced), key=lambda row: row.id)


def by_cell(revisions: Iterable[Revision]) -> dict[Cell, tuple[Revision, ...]]:
    """Return ``revisions`` grouped by cell, each group sorted by id."""
    groups: dict[Cell, tuple[Revision, ...]] = {}
    several: set[Cell] = set()
    for row in revisions:
        cell, alone = row[1:5], (row,)
        if groups.setdefault(cell, alone) is not alone:
            groups[cell] += alone
            several.add(cell)
    for cell in several:
        groups[cell] = tuple(sorted(groups[cell], key=lambda row: row.id))
    return groups


def values(group: Iterable[Revision]) -> set[str | None]:
    """Return the different values among the heads of one cell: two or more are a conflict."""
    return {row.value for row in group}
