"""All of a round that results follow from, read in one go."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from models.imports import Seal, books, imports_of, seals
from models.journal import Revision, Span, head_revisions, revisions_of
from workbench.definition.stored import in_force, stored_facts, stored_versions
from workbench.definition.terms import Definition, Uid
from workbench.journal.head_table import HeadTable
from workbench.journal.proving import require_heads
from workbench.journal.revisions import intact
from workbench.uncollected import uncollected


@dataclass(frozen=True)
class RoundState:
    """The identity of a round, its definitions, its counted heads and standing seals."""

    uid: bytes
    lead: bytes
    version: bytes
    versions: Mapping[bytes, Definition]
    books: Mapping[Uid, bytes]
    heads: HeadTable
    seals: tuple[Seal, ...]

    @property
    def definition(self) -> Definition:
        """Return the definition in force."""
        return self.versions[self.version]


@dataclass(frozen=True)
class OwnerJournal:
    """One owner's revisions by id, their numbers, and what each standing import brought."""

    revisions: Mapping[bytes, Revision]
    numbers: Mapping[bytes, int]
    imported: Mapping[bytes, frozenset[bytes]]
    """Revision ids by the digest of the import, standing ones only."""
    withdrawn: frozenset[bytes]
    """Digests of the imports that were withdrawn."""


def read_state(connection: Connection, *, sealed: bool = True) -> RoundState:
    """Return the state of the round behind ``connection``, without seals unless ``sealed``.

    Raises:
        StoreError: a byte of what results follow from was changed, or heads that do not follow.
    """
    uid, lead, version = stored_facts(connection, "uid", "lead", "definition")
    versions = stored_versions(connection)
    in_force(versions, version)
    with uncollected():
        rows = intact(head_revisions(connection))
        require_heads(connection, rows, is_round=True)
        heads = HeadTable(rows)
        known = tuple(seals(connection, standing_only=True)) if sealed else ()
    return RoundState(
        uid=uid,
        lead=lead,
        version=version,
        versions=versions,
        books=books(connection),
        heads=heads,
        seals=known,
    )


def read_owner(connection: Connection, owner: Uid, span: Span | None = None) -> OwnerJournal:
    """Return the journal of one owner's cells, his own revisions and the lead's.

    Who reads several gives each its ``span``, so that the file is looked through once.
    """
    rows = revisions_of(connection, owner, span)
    imports = imports_of(connection, owner)
    return OwnerJournal(
        revisions={row.id: row for row in rows.values()},
        numbers={row.id: number for number, row in rows.items()},
        imported={
            found.digest: frozenset(rows[number].id for number in found.revisions)
            for found in imports
            if not found.withdrawn
        },
        withdrawn=frozenset(found.digest for found in imports if found.withdrawn),
    )
