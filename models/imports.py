"""What came into a round and what went out: imports, seals, handed-out books, events."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, insert, select, update

from models.tables import book, event, import_, seal


class Seal(NamedTuple):
    """A seal: the heads it covers by their revision ids, sorted."""

    id: bytes
    book: bytes
    owner: bytes
    definition: bytes
    sealed_at: int
    heads: tuple[bytes, ...]


class Import(NamedTuple):
    """One book as it was brought: a digest, its owner, and the numbers of its revisions."""

    number: int
    digest: bytes
    owner: bytes
    file: str
    imported_at: int
    withdrawn: bool
    revisions: frozenset[int]


class Standing(NamedTuple):
    """Whose an import is that stands, and of how many revisions."""

    owner: bytes
    revisions: int


class Event(NamedTuple):
    """One entry of the round's history; ``hash`` chains it to the one before."""

    number: int
    at: int
    kind: str
    detail: str
    hash: bytes


def imports_of(connection: Connection, owner: bytes | None = None) -> tuple[Import, ...]:
    """Return the imports (of one owner) in the order they came."""
    where = "" if owner is None else " WHERE i.owner = ?"
    given = () if owner is None else (owner,)
    members: dict[int, list[int]] = {}
    for number, revision in connection.exec_driver_sql(
        f'SELECT x."import", x.revision FROM import_revision x'
        f' JOIN "import" i ON i.number = x."import"{where}',
        given,
    ):
        members.setdefault(number, []).append(revision)
    rows = connection.exec_driver_sql(
        f'SELECT i.number, i.digest, i.owner, i.file, i.imported_at, i.withdrawn FROM "import" i'
        f"{where} ORDER BY i.number",
        given,
    )
    return tuple(
        Import(number, digest, whose, file, at, bool(gone), frozenset(members.get(number, ())))
        for number, digest, whose, file, at, gone in rows
    )


def add_import(connection: Connection, found: Import, seals: Iterable[int]) -> None:
    """Record an import with everything its book contains, new to the round or not."""
    connection.execute(
        insert(import_).values(
            number=found.number,
            digest=found.digest,
            owner=found.owner,
            file=found.file,
            imported_at=found.imported_at,
            withdrawn=int(found.withdrawn),
        )
    )
    if found.revisions:
        connection.exec_driver_sql(
            'INSERT INTO import_revision ("import", revision) VALUES (?, ?)',
            [(found.number, revision) for revision in sorted(found.revisions)],
        )
    brought = [(found.number, number) for number in seals]
    if brought:
        connection.exec_driver_sql(
            'INSERT INTO import_seal ("import", seal) VALUES (?, ?)', brought
        )


def last_import(connection: Connection) -> int:
    """Return the number of the newest import, 0 where there is none."""
    query = 'SELECT coalesce(max(number), 0) FROM "import"'
    (number,) = connection.exec_driver_sql(query).one()
    return int(number)


def standing_owners(connection: Connection) -> set[bytes]:
    """Return the owners of whom a file stands in the round."""
    query = 'SELECT DISTINCT owner FROM "import" WHERE withdrawn = 0'
    return {owner for (owner,) in connection.exec_driver_sql(query)}


def owners_withdrawn(connection: Connection) -> frozenset[bytes]:
    """Return the owners of whom a file was withdrawn."""
    query = 'SELECT DISTINCT owner FROM "import" WHERE withdrawn = 1'
    return frozenset(owner for (owner,) in connection.exec_driver_sql(query))


def standing_imports(connection: Connection) -> dict[bytes, Standing]:
    """Return whose every import is that stands, and of how many revisions, by its digest."""
    query = (
        'SELECT i.digest, i.owner, count(x.revision) FROM "import" i'
        ' LEFT JOIN import_revision x ON x."import" = i.number'
        " WHERE i.withdrawn = 0 GROUP BY i.number"
    )
    return {digest: Standing(*found) for digest, *found in connection.exec_driver_sql(query)}


def standing_files(connection: Connection) -> list[tuple[int, bytes, str]]:
    """Return number, digest and file name of the imports that stand, in the order they came."""
    query = 'SELECT number, digest, file FROM "import" WHERE withdrawn = 0 ORDER BY number'
    return [tuple(row) for row in connection.exec_driver_sql(query)]


def set_withdrawn(connection: Connection, digest: bytes, *, withdrawn: bool) -> None:
    """Withdraw the import known by ``digest``, or let it stand again."""
    connection.execute(
        update(import_).where(import_.c.digest == digest).values(withdrawn=int(withdrawn))
    )


def seals(connection: Connection, *, standing_only: bool = False) -> list[Seal]:
    """Return the seals in the file, oldest entry first.

    With ``standing_only`` (rounds) those that a standing import brought.
    """
    where = (
        ' WHERE number IN (SELECT x.seal FROM import_seal x JOIN "import" i'
        ' ON i.number = x."import" WHERE i.withdrawn = 0)'
        if standing_only
        else ""
    )
    covered: dict[int, list[bytes]] = {}
    for number, revision_id in connection.exec_driver_sql(
        "SELECT h.seal, r.id FROM seal_head h JOIN revision r ON r.number = h.revision"
    ):
        covered.setdefault(number, []).append(revision_id)
    rows = connection.exec_driver_sql(
        f"SELECT number, id, book, owner, definition, sealed_at FROM seal{where} ORDER BY number"
    )
    return [
        Seal(id_, book_uid, owner, version, at, tuple(sorted(covered.get(number, ()))))
        for number, id_, book_uid, owner, version, at in rows
    ]


def seals_by_import(connection: Connection) -> dict[int, list[bytes]]:
    """Return the ids of the seals each import brought, by the number of the import."""
    found: dict[int, list[bytes]] = {}
    for number, id_ in connection.exec_driver_sql(
        'SELECT x."import", s.id FROM import_seal x JOIN seal s ON s.number = x.seal'
    ):
        found.setdefault(number, []).append(id_)
    return found


def add_seals(
    connection: Connection, new: Sequence[Seal], numbers: dict[bytes, int]
) -> dict[bytes, int]:
    """Add seals the file lacks and return the numbers of all ``new`` ones by id.

    ``numbers`` gives the number of every revision that the seals cover.
    """
    known = dict(connection.execute(select(seal.c.id, seal.c.number)).all())
    for row in new:
        if row.id in known:
            continue
        number = known[row.id] = max(known.values(), default=0) + 1
        connection.execute(
            insert(seal).values(
                number=number,
                id=row.id,
                book=row.book,
                owner=row.owner,
                definition=row.definition,
                sealed_at=row.sealed_at,
            )
        )
        if row.heads:
            covered = sorted(numbers[head] for head in row.heads)  # as the table keeps them
            connection.exec_driver_sql(
                "INSERT INTO seal_head (seal, revision) VALUES (?, ?)",
                [(number, head) for head in covered],
            )
    return {row.id: known[row.id] for row in new}


def books(connection: Connection) -> dict[bytes, bytes]:
    """Return the uid of every book handed out, by its owner."""
    return dict(connection.execute(select(book.c.owner, book.c.uid)).all())


def add_book(connection: Connection, owner: bytes, uid: bytes) -> None:
    """Note that a book with ``uid`` was handed out to ``owner``."""
    connection.execute(insert(book).values(owner=owner, uid=uid))


def events(connection: Connection) -> list[Event]:
    """Return the history of the round, oldest first."""
    rows = connection.execute(select(event).order_by(event.c.number))
    return [Event._make(row) for row in rows]


def add_event(connection: Connection, entry: Event) -> None:
    """Append one entry to the history."""
    connection.execute(insert(event).values(entry._asdict()))
