"""Revisions and heads in a file: added in sets, read in sets, never changed."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

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
_HEADS: Final = "head h JOIN revision r ON r.number = h.revision"
_INSERT: Final = (
    f"INSERT INTO revision (number, {COLUMNS}) VALUES (?{', ?' * len(Revision._fields)})"
)


def _read(
    connection: Connection, wanted: str, *given: bytes | int
) -> tuple[list[int], list[Revision]]:
    """Return numbers and revisions of ``wanted``: what stands in SQL behind FROM.

    A few hundred uids and values stand in millions of rows: each is kept once.
    """
    # through the driver itself: the layer above it takes as long again for every row
    cursor: Any = connection.connection.cursor()
    cursor.execute(f"{_SELECT}, r.number FROM {wanted}", given)
    numbers: list[int] = []
    found: list[Revision] = []
    known: dict[Any, Any] = {}
    one, make = known.setdefault, tuple.__new__
    for (
        id_,
        owner,
        service,
        subject,
        field,
        text,
        author,
        replica,
        seq,
        version,
        at,
        over,
        n,
    ) in cursor:
        cell = one(owner, owner), one(service, service), one(subject, subject), one(field, field)
        hand = one(text, text), one(author, author), one(replica, replica), seq
        found.append(make(Revision, (id_, *cell, *hand, one(version, version), at, over)))
        numbers.append(n)
    return numbers, found


def all_revisions(connection: Connection) -> list[Revision]:
    """Return every revision in the file, oldest entry first."""
    return _read(connection, "revision r ORDER BY r.number")[1]


class Span(NamedTuple):
    """Where the revisions of one owner's cells stand in a file."""

    first: int
    last: int
    many: int
    """How many there are; others may stand between them."""


NOWHERE: Final = Span(0, 0, 0)
"""Of an owner who has none."""


def spans(connection: Connection) -> dict[bytes, Span]:
    """Return where the revisions of each owner's cells stand: one pass over the file.

    No index leads from an owner to his revisions; mostly they were brought in one piece.
    """
    query = "SELECT owner, min(number), max(number), count(*) FROM revision GROUP BY owner"
    return {owner: Span(*span) for owner, *span in connection.exec_driver_sql(query)}


def revisions_of(
    connection: Connection, owner: bytes, span: Span | None = None
) -> dict[int, Revision]:
    """Return every revision of one owner's cells by its number in this file.

    ``span`` is where they stand, by ``spans`` in the same transaction; without it the whole file
    is looked through.
    """
    wanted = "revision r WHERE r.owner = ?"
    if span is None:
        found = _read(connection, wanted, owner)
    else:
        wanted += " AND r.number BETWEEN ? AND ?"
        found = _read(connection, wanted, owner, span.first, span.last)
    return dict(zip(*found, strict=True))


def revisions_of_subject(connection: Connection, service: bytes, subject: bytes) -> list[Revision]:
    """Return every revision of the cells of one subject of a service, oldest entry first."""
    wanted = "revision r WHERE r.service = ? AND r.subject = ? ORDER BY r.number"
    return _read(connection, wanted, service, subject)[1]


def head_revisions(connection: Connection) -> list[Revision]:
    """Return the heads of every cell in the file."""
    return _read(connection, _HEADS)[1]


def replaced_revisions(connection: Connection) -> list[Revision]:
    """Return every revision that is no head, as the derived table holds them."""
    return _read(connection, "revision r WHERE r.number NOT IN (SELECT revision FROM head)")[1]


def numbered_heads(connection: Connection) -> dict[int, Revision]:
    """Return the heads of every cell by their number in this file."""
    return dict(zip(*_read(connection, _HEADS), strict=True))


def head_numbers(connection: Connection) -> set[int]:
    """Return the numbers of all heads as the derived table holds them."""
    return {number for (number,) in connection.exec_driver_sql("SELECT revision FROM head")}


def numbers_of(connection: Connection) -> dict[bytes, int]:
    """Return the number in this file of every revision by its id."""
    return dict(connection.exec_driver_sql("SELECT id, number FROM revision").all())


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
