"""Judging a score book from outside: whether it proves itself, before anything is compared."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from models.definitions import Version
from models.errors import AppError, StoreError
from models.imports import Seal
from models.journal import Revision
from models.untrusted import read_bytes
from workbench.definition.parts import from_parts, part_hash, version_hash
from workbench.definition.terms import Definition
from workbench.journal.fields import OF_EVALUATOR, OF_FINDING, OF_ROUND, OF_SERVICE, Field
from workbench.journal.receipt import import_digest, receipt_of, seal_id
from workbench.journal.revisions import heads, revision_id
from workbench.outside.asking import Readers
from workbench.outside.raw_book import RawBook
from workbench.outside.score_book import Parcel, read_book
from workbench.progress import Pulse, unwatched
from workbench.scoring.values import fits, is_stored_form
from workbench.text import clean_text

_END_OF_TIME_MS: Final = 32_503_680_000_000
"""The year 3000: no clock of ours says later, and every calendar can print what is before."""

_ROWS_PER_PULSE: Final = 1000

_UNPROVEN: Final = (
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,  # a number that is none raises it from decimal
    RecursionError,  # JSON nested deeper than ours ever is
)


@dataclass(frozen=True)
class OutsideBook:
    """A score book that proved itself: every id recomputed, every value one that we store."""

    path: Path
    uid: bytes
    round: bytes
    owner: bytes
    version: bytes
    versions: Mapping[bytes, Version]
    """Oldest first."""
    texts: Mapping[bytes, str]
    """The parts that the book holds, by hash."""
    definitions: Mapping[bytes, Definition]
    """The owner's part of each version, as the book itself holds it."""
    revisions: Mapping[bytes, Revision]
    seals: tuple[Seal, ...]
    digest: bytes

    @cached_property
    def heads(self) -> tuple[Revision, ...]:
        """Return the book's heads, sorted by id."""
        return tuple(heads(self.revisions.values()))

    @cached_property
    def receipt(self) -> str | None:
        """Return the receipt code if one of the seals covers exactly the book's heads."""
        present = tuple(row.id for row in self.heads)
        for seal in reversed(self.seals):
            if seal.heads == present and seal.definition == self.version:
                return receipt_of(seal)
        return None


def read_outside_book(path: Path, *, readers: Readers | None = None) -> OutsideBook:
    """Read and judge the score book at ``path``; the file is read once and never written.

    Raises:
        StoreError: absent, not ours, newer, damaged, altered, or with foreign content.
    """
    return judged_book(path, read_bytes(path), readers=readers)


def judged_book(
    path: Path,
    content: bytes | Parcel,
    *,
    readers: Readers | None = None,
    pulse: Pulse = unwatched,
) -> OutsideBook:
    """Judge the score book whose bytes are ``content``; ``path`` only names it.

    A child reads it (one of ``readers``, else one of its own); everything it says is proven here.
    ``pulse`` is called again and again within a large book; what it raises ends the judging.

    Raises:
        StoreError: not ours, newer, damaged, altered, or with foreign content.
    """
    return judged(path, read_book(content, path.name, readers=readers, pulse=pulse), pulse=pulse)


def judged(path: Path, raw: RawBook, *, pulse: Pulse = unwatched) -> OutsideBook:
    """Judge what was read of a score book; nothing of it is believed before it proves itself.

    Raises:
        StoreError: altered, or with foreign content.
    """
    try:
        book = _identified(path, raw)
        _require_intact_history(book, raw, pulse)
    except AppError:
        raise
    except _UNPROVEN as error:
        raise StoreError("store_damaged", name=path.name) from error
    return book


def _identified(path: Path, raw: RawBook) -> OutsideBook:
    uid, round_, owner, version = (
        bytes.fromhex(raw.facts[key]) for key in ("uid", "round", "owner", "definition")
    )
    if not raw.bodies.keys() <= frozenset[bytes]().union(*(row.parts for row in raw.versions)):
        raise StoreError("history_broken", name=path.name)  # a part of no version proves nothing
    definitions: dict[bytes, Definition] = {}
    for known in raw.versions:
        held = {hash_: raw.bodies[hash_] for hash_ in known.parts if hash_ in raw.bodies}
        proves = all(part_hash(body) == hash_ for hash_, body in held.items())
        if not proves or version_hash(known.parts) != known.hash:
            raise StoreError("history_broken", name=path.name)
        definitions[known.hash] = from_parts(list(held.values()))
    if owner not in definitions[version].evaluator:
        raise StoreError("store_damaged", name=path.name)
    revisions = {row.id: row for row in raw.revisions}
    return OutsideBook(
        path=path,
        uid=uid,
        round=round_,
        owner=owner,
        version=version,
        versions={known.hash: known for known in raw.versions},
        texts=raw.bodies,
        definitions=definitions,
        revisions=revisions,
        seals=raw.seals,
        digest=import_digest(uid, revisions, (seal.id for seal in raw.seals)),
    )


def _require_intact_history(book: OutsideBook, raw: RawBook, pulse: Pulse) -> None:
    for number, row in enumerate(raw.revisions):
        if number % _ROWS_PER_PULSE == 0:
            pulse()
        if revision_id(row) != row.id or not 0 <= row.made_at < _END_OF_TIME_MS:
            raise StoreError("history_broken", name=book.path.name)
        if row.owner != book.owner or row.author != book.owner or row.field not in OF_EVALUATOR:
            raise StoreError("foreign_cells", name=book.path.name)
        parents = row.parent_ids
        if len(parents) > 1 and list(parents) != sorted(set(parents)):  # never stored otherwise
            raise StoreError("history_broken", name=book.path.name)
        for parent in parents:
            if parent not in book.revisions or book.revisions[parent].cell != row.cell:
                raise StoreError("history_broken", name=book.path.name)
        _require_fit_value(book, row)
    if raw.heads != {row.id for row in book.heads}:
        raise StoreError("history_broken", name=book.path.name)
    for seal in raw.seals:
        proof = seal_id(seal.book, seal.owner, seal.definition, seal.sealed_at, seal.heads)
        is_own = (seal.book, seal.owner) == (book.uid, book.owner)
        is_known = seal.definition in book.versions and 0 <= seal.sealed_at < _END_OF_TIME_MS
        if proof != seal.id or not is_own or not is_known:
            raise StoreError("history_broken", name=book.path.name)


def _require_fit_value(book: OutsideBook, row: Revision) -> None:
    """Refuse a value that the program could not have stored under the row's own definition."""
    definition = book.definitions[row.definition]
    is_fit = row.value is None or is_stored_form(row.field, row.value)
    if row.field in OF_ROUND:
        is_fit = is_fit and row.service == row.subject == book.round
    elif row.service not in definition.service:
        is_fit = False
    elif row.field in OF_SERVICE:
        is_fit = is_fit and row.subject == row.service
    elif row.field not in OF_FINDING:
        indicator = definition.indicator.get(row.subject)
        is_fit = indicator is not None and (
            row.value is None or fits(indicator, Field(row.field), row.value)
        )
    if not is_fit:
        service = definition.service.get(row.service)
        raise StoreError(
            "bad_content",
            name=book.path.name,
            service="?" if service is None else clean_text(f"{service.number} {service.name}")[:80],
            field=row.field,
            value=(row.value or "")[:40],
        )
