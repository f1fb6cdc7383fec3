"""Rows out of the raw pages of a damaged file, without SQLite and whatever leads to them.

SQLite reads a table from its root and stops at the first page that is wrong. Here every page is
looked at by itself, and revisions and parts, which prove themselves by their hash, are found by
the shape of their records wherever they lie: neither the schema page nor a page on the way to
them is needed. Nothing found here is believed; ``workbench.salvaging`` proves it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from models.imports import Event
from models.journal import Revision
from models.pages import PAGE, Record, cells, records, said_count, tables_of, values_of
from models.schema import DocumentKind
from models.sqlite import root_pages

# a record's header: its length, then the type of each column; 4c is 32 bytes, 2c is 16
_OF_REVISION: Final = re.compile(rb"[\x0e-\x18]\x00\x4c\x2c\x2c\x2c")
_OF_PART: Final = re.compile(rb"[\x03-\x07]\x4c")


class ImportRow(NamedTuple):
    """What one file that was merged says of itself; which revisions it brought stands apart."""

    number: int
    digest: bytes
    owner: bytes
    file: str
    imported_at: int
    withdrawn: int


class SealRow(NamedTuple):
    """A seal without the heads it covers."""

    number: int
    id: bytes
    book: bytes
    owner: bytes
    definition: bytes
    sealed_at: int


class VersionRow(NamedTuple):
    """A definition version without its parts."""

    number: int
    hash: bytes
    made_at: int
    reason: str


Pairs = dict[str, set[tuple[int, int]]]


@dataclass(slots=True)
class Carved:
    """All rows that can be read out of a file, none of them believed yet."""

    revisions: list[Record] = field(default_factory=list)
    parts: list[Record] = field(default_factory=list)
    facts: list[tuple[str, str]] = field(default_factory=list)
    versions: list[VersionRow] = field(default_factory=list)
    members: set[tuple[int, bytes]] = field(default_factory=set)
    """Number of a definition version and the hash of one of its parts."""
    seals: list[SealRow] = field(default_factory=list)
    imports: list[ImportRow] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    books: set[tuple[bytes, bytes]] = field(default_factory=set)
    """Owner and uid as the table of books says."""
    books_again: set[tuple[bytes, bytes]] = field(default_factory=set)
    """The same as the index of that table says."""
    numbers: dict[bytes, int] = field(default_factory=dict)
    """Revision number by id as the index of revisions says."""
    heads: set[int] = field(default_factory=set)
    pairs: Pairs = field(default_factory=dict)
    """Pairs of numbers by the table they belong to; under "" where no page says which."""
    torn: set[str] = field(default_factory=set)
    """Tables and indexes of which a page, or a row of a page, cannot be read."""


def carve(image: bytes, kind: DocumentKind) -> Carved:
    """Return every row that can be read out of the pages of a document of ``kind``."""
    found = Carved()
    found.revisions = list(records(image, _OF_REVISION, is_table=True))
    found.parts = list(records(image, _OF_PART, is_table=False))
    tables, torn = tables_of(image, root_pages(kind))
    found.torn = set(torn)
    for page in range(2, len(image) // PAGE + 1):
        table, rows = tables.get(page, ""), 0
        for number, payload in cells(image, page):
            is_revision = _OF_REVISION.match(payload) is not None  # then it was found before
            values = None if is_revision else values_of(payload)
            rows += is_revision or values is not None
            if values is not None:
                _take(found, table, number, values)
        if rows < said_count(image, page):
            found.torn.add(table)
    return found


def revision_of(payload: bytes) -> Revision | None:
    """Return the revision in the bytes of a row, None where they hold none."""
    values = values_of(payload)
    kinds = (bytes, bytes, bytes, bytes, str, None, bytes, bytes, int, bytes, int, bytes)
    if values is None or len(values) != len(kinds) + 1:
        return None
    is_sound = all(
        type(value) is kind if kind is not None else value is None or type(value) is str
        for value, kind in zip(values[1:], kinds, strict=True)
    )
    if not is_sound:
        return None
    row = Revision._make(values[1:])
    return row if row.seq > 0 else None  # no other number is ever given, or can be hashed


def part_of(payload: bytes) -> tuple[bytes, str] | None:
    """Return hash and text of the definition part in the bytes of a row, None where none is."""
    values = values_of(payload)
    if values is None or _shape(values) != "bs":
        return None
    return values[0], values[1]


def _shape(values: tuple[Any, ...]) -> str:
    """Return one letter for each column: number, text, bytes, or nothing."""
    letters = {int: "i", str: "s", bytes: "b", type(None): "n"}
    return "".join(letters[type(value)] for value in values)


def _take(found: Carved, table: str, number: int, values: tuple[Any, ...]) -> None:
    """Put a row where rows of its shape belong."""
    take = _BY_SHAPE.get(_shape(values))
    if take is not None:
        take(found, table, number, values)


def _take_pair_of_ids(found: Carved, table: str, _: int, values: tuple[Any, ...]) -> None:
    first, second = values
    if len(first) == len(second) == 16:
        if table == "book":
            found.books.add((first, second))
        elif table == "sqlite_autoindex_book_2":
            found.books_again.add((second, first))


def _take_indexed(found: Carved, table: str, _: int, values: tuple[Any, ...]) -> None:
    if table == "sqlite_autoindex_revision_1":
        found.numbers[values[0]] = values[1]


_BY_SHAPE: Final[dict[str, Callable[[Carved, str, int, tuple[Any, ...]], None]]] = {
    "n": lambda found, _, number, __: found.heads.add(number),
    "ss": lambda found, _, __, values: found.facts.append((values[0], values[1])),
    "ib": lambda found, _, __, values: found.members.add((values[0], values[1])),
    "ii": lambda found, table, _, values: found.pairs.setdefault(table, set()).add(
        (values[0], values[1])
    ),
    "bb": _take_pair_of_ids,
    "bi": _take_indexed,
    "nbis": lambda found, _, number, values: found.versions.append(VersionRow(number, *values[1:])),
    "nbbbbi": lambda found, _, number, values: found.seals.append(SealRow(number, *values[1:])),
    "nbbsii": lambda found, _, number, values: found.imports.append(ImportRow(number, *values[1:])),
    "nissb": lambda found, _, number, values: found.events.append(Event(number, *values[1:])),
}
