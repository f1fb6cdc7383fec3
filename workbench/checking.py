"""Checking a file: structure, history and derived state, without changing a byte of it."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection

from models import definitions
from models.errors import AppError, StoreError
from models.imports import books, events, imports_of, seals, seals_by_import
from models.journal import (
    NOWHERE,
    Revision,
    all_revisions,
    head_revisions,
    revisions_of,
    spans,
)
from models.picture import image_store
from models.schema import DocumentKind
from models.sqlite import header_of, read_header
from models.store import Store
from models.untrusted import read_bytes
from workbench.definition.parts import part_hash, version_hash
from workbench.definition.stored import stored_facts
from workbench.journal.proving import heads_in_round
from workbench.journal.receipt import import_digest, seal_id
from workbench.journal.revisions import heads, revision_id
from workbench.merging.reading import judged_book
from workbench.opening import image_of, open_document
from workbench.rounds.finality import final_hash, is_as_finalised
from workbench.rounds.history import broken_link


def check_file(path: Path) -> tuple[AppError, ...]:
    """Return everything that is wrong with the round or score book at ``path``; empty is good."""
    try:
        kind, _ = read_header(path)
        if kind is DocumentKind.SCORE:
            judged_book(path, _book_image(path))
            return ()
        with open_document(path, DocumentKind.ROUND, read_only=True) as store:
            return tuple(StoreError(key, name=path.name) for key in _problems(store))
    except AppError as error:
        return (error,)
    except (KeyError, ValueError):  # facts or parts that this program never writes
        return (StoreError("store_damaged", name=path.name),)


def is_whole(image: bytes, path: Path) -> bool:
    """Say whether the bytes of a document of one's own prove themselves; ``path`` names it."""
    try:
        with image_store(image, path, header_of(image, path.name)[0]) as store:
            return not _problems(store)
    except (AppError, KeyError, ValueError):
        return False


def final_hash_of(path: Path) -> str:
    """Return the hash under which the round at ``path`` is final; empty for all that is not.

    Raises:
        StoreError: the file cannot be read.
    """
    if read_header(path)[0] is not DocumentKind.ROUND:
        return ""
    opened = open_document(path, DocumentKind.ROUND, read_only=True)
    with opened as store, store.read() as connection:
        return final_hash(connection)


def _book_image(path: Path) -> bytes:
    """Return the bytes of a book, also while its evaluator writes it."""
    try:
        return image_of(path)
    except StoreError:  # a journal that leads nowhere, perhaps planted: the book proves itself
        return read_bytes(path)


def _problems(store: Store) -> tuple[str, ...]:
    """Return the key of each thing that is wrong with an open document."""
    if store.problem() is not None:
        return ("store_damaged",)
    found = round_problems if store.kind is DocumentKind.ROUND else _book_problems
    with store.read() as connection:
        return tuple(dict.fromkeys(found(connection)))


def _book_problems(connection: Connection) -> Iterator[str]:
    """Yield the key of each thing that does not follow from what a book of one's own stores."""
    if any(part_hash(text) != hash_ for hash_, text in definitions.bodies(connection).items()):
        yield "history_broken"  # of a version it holds its owner's share only
    stored_facts(connection, "uid", "round", "owner", "definition")
    rows = {row.id: row for row in all_revisions(connection)}
    yield from _history_problems(rows)
    if {row.id for row in heads(rows.values())} != {row.id for row in head_revisions(connection)}:
        yield "derived_state_wrong"
    yield from _seal_problems(connection)


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
    yield from _seal_problems(connection)
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


def _seal_problems(connection: Connection) -> Iterator[str]:
    for seal in seals(connection):
        proof = seal_id(seal.book, seal.owner, seal.definition, seal.sealed_at, seal.heads)
        if proof != seal.id:
            yield "history_broken"
