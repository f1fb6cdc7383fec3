"""Revisions and heads in a file: added in sets, read in sets, never changed."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from sqlalchemy import Connection

ID_BYTES: Final = 32


class Revision(NamedTuple):
    """One immutable revision of a cell, with its columns in the order of the table.

    ``value`` None means cleared; ``parents`` are the sorted ids one after the other;
    ``made_at`` is in milliseconds since 1970, UTC: shown, never deciding.
    """

    id: bytes
    owner: bytes
    service: bytes
    subject: bytes
    field: str
    value: str | None
    author: bytes
    replica: bytes
    seq: int
    definition: bytes
    made_at: int
    parents: bytes

    @property
    def cell(self) -> tuple[bytes, bytes, bytes, str]:
        """Return owner, service, subject and field."""
        return self.owner, self.service, self.subject, self.field

    @property
    def parent_ids(self) -> tuple[bytes, ...]:
        """Return the ids of the revisions this one replaces."""
        packed = self.parents
        return tuple(packed[at : at + ID_BYTES] for at in range(0, len(packed), ID_BYTES))


COLUMNS: Final = ", ".join(Revision._fields)
_SELECT: Final = "SELECT " + ", ".join(f"r.{name}" for name in Revision._fields)
_INSERT: Final = (
    f"INSERT INTO revision (number, {COLUMNS}) VALUES (?{', ?' * len(Revision._fields)})"
)


def all_revisions(connection: Connection) -> list[Revision]:
    """Return every revision in the file, oldest entry first."""
    rows = connection.exec_driver_sql(f"{_SELECT} FROM revision r ORDER BY r.number")
    return [Revision._make(row) for row in rows]


def revisions_of(connection: Connection, owner: bytes) -> dict[int, Revision]:
    """Return every revision of one owner's cells by its number in this file."""
    rows = connection.exec_driver_sql(
        f"{_SELECT}, r.number FROM revision r WHERE r.owner = ?", (owner,)
    )
    return {row[-1]: Revision._make(row[:-1]) for row in rows}


def revisions_of_subject(connection: Connection, service: bytes, subject: bytes) -> list[Revision]:
    """Return every revision of the cells of one subject of a service, oldest entry first."""
    rows = connection.exec_driver_sql(
        f"{_SELECT} FROM revision r WHERE r.service = ? AND r.subject = ? ORDER BY r.number",
        (service, subject),
    )
    return [Revision._make(row) for row in rows]


def head_revisions(connection: Connection) -> list[Revision]:
    """Return the heads of every cell in the file."""
    rows = connection.exec_driver_sql(
        f"{_SELECT} FROM head h JOIN revision r ON r.number = h.revision"
    )
    return [Revision._make(row) for row in rows]


def numbered_heads(connection: Connection) -> dict[int, Revision]:
    """Return the heads of every cell by their number in this file."""
    rows = connection.exec_driver_sql(
        f"{_SELECT}, r.number FROM head h JOIN revision r ON r.number = h.revision"
    )
    return {row[-1]: Revision._make(row[:-1]) for row in rows}


def head_numbers(connection: Connection) -> set[int]:
    """Return the numbers of all heads as the derived table holds them."""
    return {number for (number,) in connection.exec_driver_sql("SELECT revision FROM head")}


def numbers_of(connection: Connection, owner: bytes | None = None) -> dict[bytes, int]:
    """Return the number in this file of every revision (of one owner) by its id."""
    if owner is None:
        rows = connection.exec_driver_sql("SELECT id, number FROM revision")
    else:
        rows = connection.exec_driver_sql(
            "SELECT id, number FROM revision WHERE owner = ?", (owner,)
        )
    return dict(rows.all())


def last_number(connection: Connection) -> int:
    """Return the highest revision number in the file, 0 where there is none."""
    (number,) = connection.exec_driver_sql("SELECT coalesce(max(number), 0) FROM revision").one()
    return int(number)


def last_seq(connection: Connection, replica: bytes) -> int:
    """Return the last running number of ``replica`` in the file, 0 where there is none."""
    (seq,) = connection.exec_driver_sql(
        "SELECT coalesce(max(seq), 0) FROM revision WHERE replica = ?", (replica,)
    ).one()
    return int(seq)


def add_revisions(connection: Connection, revisions: Sequence[Revision]) -> dict[bytes, int]:
    """Add revisions that the file does not hold yet and return their numbers by id."""
    if not revisions:
        return {}
    first = last_number(connection) + 1
    connection.exec_driver_sql(
        _INSERT, [(first + index, *row) for index, row in enumerate(revisions)]
    )
    return {row.id: first + index for index, row in enumerate(revisions)}


def replace_heads(connection: Connection, gone: Iterable[int], new: Iterable[int]) -> None:
    """Take ``gone`` out of the derived table of heads and put ``new`` in."""
    taken = [(number,) for number in gone]
    added = [(number,) for number in new]
    if taken:
        connection.exec_driver_sql("DELETE FROM head WHERE revision = ?", taken)
    if added:
        connection.exec_driver_sql("INSERT INTO head (revision) VALUES (?)", added)
