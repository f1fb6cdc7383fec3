"""Where the revisions of one subject came from: asked for one number, never for the whole file."""

from typing import NamedTuple

from sqlalchemy import Connection


class Bringing(NamedTuple):
    """One import that contains a revision."""

    revision: bytes
    number: int
    file: str
    imported_at: int
    withdrawn: bool


def bringings(connection: Connection, service: bytes, subject: bytes) -> list[Bringing]:
    """Return every import of every revision of one subject of a service, first import first."""
    # CROSS keeps the order: the few revisions first, not every row of every import
    rows = connection.exec_driver_sql(
        "SELECT r.id, i.number, i.file, i.imported_at, i.withdrawn"
        ' FROM revision r CROSS JOIN "import" i ON i.owner = r.owner'
        ' CROSS JOIN import_revision x ON x."import" = i.number AND x.revision = r.number'
        " WHERE r.service = ? AND r.subject = ? ORDER BY i.number",
        (service, subject),
    )
    return [Bringing(id_, number, file, at, bool(gone)) for id_, number, file, at, gone in rows]


def sealed_ids(connection: Connection, service: bytes, subject: bytes) -> set[bytes]:
    """Return the ids of the revisions of one subject that a seal of a standing import covers."""
    rows = connection.exec_driver_sql(
        "SELECT DISTINCT r.id FROM revision r JOIN seal_head h ON h.revision = r.number"
        ' JOIN import_seal x ON x.seal = h.seal JOIN "import" i ON i.number = x."import"'
        " WHERE i.withdrawn = 0 AND r.service = ? AND r.subject = ?",
        (service, subject),
    )
    return {id_ for (id_,) in rows}
