"""Checking a file: structure, history and derived state, without changing a byte of it."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection

from models import definitions
from models.errors import AppError, StoreBusy, StoreError
from models.imports import books, events, imports_of, seals, seals_by_import
from models.journal import NOWHERE, Revision, head_revisions, revisions_of, spans
from models.picture import read_store, still_image
from models.schema import DocumentKind
from models.sqlite import read_header
from models.untrusted import read_bytes
from workbench.definition.parts import part_hash, version_hash
from workbench.definition.stored import stored_facts
from workbench.journal.proving import heads_in_round
from workbench.journal.receipt import import_digest, seal_id
from workbench.journal.revisions import revision_id
from workbench.merging.reading import judged_book
from workbench.rounds.finality import final_hash, is_as_finalised
from workbench.rounds.history import broken_link


def check_file(path: Path) -> tuple[AppError, ...]:
    """Return everything that is wrong with the round or score book at ``path``; empty is good."""
    try:
        kind, _ = read_header(path)
        if kind is DocumentKind.SCORE:
            judged_book(path, _book_image(path))
            return ()
        with read_store(path, DocumentKind.ROUND) as store:
            if store.problem() is not None:
                return (StoreError("store_damaged", name=path.name),)
            with store.read() as connection:
                return tuple(
                    StoreError(key, name=path.name)
                    for key in dict.fromkeys(round_problems(connection))
                )
    except AppError as error:
        return (error,)
    except (KeyError, ValueError):  # facts or parts that this program never writes
        return (StoreError("store_damaged", name=path.name),)


def final_hash_of(path: Path) -> str:
    """Return the hash under which the round at ``path`` is final; empty for all that is not.

    Raises:
        StoreError: the file cannot be read.
    """
    if read_header(path)[0] is not DocumentKind.ROUND:
        return ""
    with read_store(path, DocumentKind.ROUND) as store, store.read() as connection:
        return final_hash(connection)


def _book_image(path: Path) -> bytes:
    """Return the bytes of a book, also while its evaluator writes it."""
    try:
        return still_image(path, DocumentKind.SCORE, recover=False)
    except StoreBusy:  # a journal that stays, perhaps planted: the book has to prove itself
        return read_bytes(path)


def round_problems(connection: Connection) -> Iterator[str]:
    """Yield the key of each thing that does not follow from what is stored."""
    yield from _definition_problems(connection)
    _, lead, version = stored_facts(connection, "uid", "lead", "definition")
    if version not in {known.hash for known in definitions.versions(connection)}:
        yield "store_damaged"
    uids = books(connection)
    brought = seals_by_import(connection)
    imports = imports_of(connection)
    derived: set[bytes] = set()
    where = spans(connection)
    for owner in {found.owner for found in imports} | {lead} | uids.keys():
        numbered = revisions_of(connection, owner, where.get(owner, NOWHERE))
        yield from _history_problems({row.id: row for row in numbered.values()})
        brought_by = [row for row in imports if row.owner == owner]
        for found in brought_by:
            ids = frozenset(numbered[number].id for number in found.revisions)
            proof = import_digest(uids.get(owner, b""), ids, brought.get(found.number, ()))
            if proof != found.digest:
                yield "history_broken"
        derived |= heads_in_round(numbered, brought_by, lead)
    if derived != {row.id for row in head_revisions(connection)}:
        yield "derived_state_wrong"
    for seal in seals(connection):
        proof = seal_id(seal.book, seal.owner, seal.definition, seal.sealed_at, seal.heads)
        if proof != seal.id:
            yield "history_broken"
    if broken_link(events(connection)) is not None:
        yield "history_broken"
    elif not is_as_finalised(connection):
        yield "final_state_wrong"


def _definition_problems(connection: Connection) -> Iterator[str]:
    texts = definitions.bodies(connection)
    for version in definitions.versions(connection):
        complete = all(
            hash_ in texts and part_hash(texts[hash_]) == hash_ for hash_ in version.parts
        )
        if not complete or version_hash(version.parts) != version.hash:
            yield "history_broken"


def _history_problems(rows: dict[bytes, Revision]) -> Iterator[str]:
    for row in rows.values():
        if revision_id(row) != row.id:
            yield "history_broken"
        if any(parent not in rows or rows[parent].cell != row.cell for parent in row.parent_ids):
            yield "history_broken"
