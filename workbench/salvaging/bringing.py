"""Seals, imports, books and history out of a damaged file, each proven by its own hash."""

import json
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from models.carving import Carved, ImportRow
from models.imports import Event, Seal
from workbench.journal.receipt import import_digest, seal_id
from workbench.rounds.history import event_hash
from workbench.salvaging.journal import Journal
from workbench.salvaging.known import Brought, Known


@dataclass(frozen=True)
class Bringings:
    """What came into a round, or what was sealed in a book."""

    seals: tuple[Seal, ...]
    lost_seals: int
    imports: tuple[Brought, ...]
    lost_imports: tuple[ImportRow, ...]
    books: Mapping[bytes, bytes]
    unsure_books: frozenset[bytes]
    """Owners of books of which the file names an uid that nothing confirms."""
    events: tuple[Event, ...]
    lost_events: int


def proven_bringings(
    carved: Carved, journal: Journal, backup: Known, people: Mapping[bytes, str]
) -> Bringings:
    """Return the seals, imports, books and history that a damaged file or its backup proves.

    ``people`` are the evaluators of all versions, with their codes.
    """
    seals = _seals(carved, journal, backup)
    said, again = (_by_owner(pairs, people) for pairs in (carved.books, carved.books_again))
    books = dict(said & again)  # two places agree
    books |= {
        row.owner: row.book for row in seals.values() if (row.owner, row.book) in said | again
    }
    books |= backup.books
    imports = _imports(carved, journal, backup, seals, said | again | set(books.items()))
    for owner, uid in said | again:
        if any(row.owner == owner for row in imports) and owner not in books:
            books[owner] = uid  # it is part of the digest of what he handed in
    events = _events(carved, backup)
    told = {number: row for number, row in seals.items() if row is not None}
    lost_imports = {row.number: row for row in carved.imports}
    kept = {row.number for row in imports}
    return Bringings(
        seals=tuple(row for _, row in sorted(told.items())),
        lost_seals=len({row.number for row in carved.seals} | seals.keys()) - len(told),
        imports=imports,
        lost_imports=tuple(
            row for number, row in sorted(lost_imports.items()) if number not in kept
        ),
        books=books,
        unsure_books=(_handed_out(events, people) | {owner for owner, _ in said | again})
        - books.keys(),
        events=events,
        lost_events=len({row.number for row in carved.events if row.number > len(events)}),
    )


def _sets(
    carved: Carved, table: str, number: int, ids: Mapping[int, bytes]
) -> list[frozenset[bytes]]:
    """Return what may stand beside ``number`` in a table of pairs, the surest first."""
    sure = {second for first, second in carved.pairs.get(table, ()) if first == number}
    unsure = {second for first, second in carved.pairs.get("", ()) if first == number}
    return [
        frozenset(ids[second] for second in found if second in ids)
        for found in (sure, sure | unsure)
    ]


def _seals(carved: Carved, journal: Journal, backup: Known) -> dict[int, Seal]:
    found: dict[int, Seal] = {}
    for row in carved.seals:
        for heads in _sets(carved, "seal_head", row.number, journal.ids):
            proof = seal_id(row.book, row.owner, row.definition, row.sealed_at, heads)
            if proof == row.id and heads <= journal.kept.keys():
                found[row.number] = Seal(*row[1:], heads=tuple(sorted(heads)))
    known = {row.id for row in found.values()}
    for number, seal in enumerate(backup.seals, start=1):
        is_whole = journal.kept.keys() >= set(seal.heads)
        if journal.is_same_line and is_whole and seal.id not in known and number not in found:
            found[number] = seal
    return found


def _by_owner(
    pairs: Iterable[tuple[bytes, bytes]], people: Mapping[bytes, str]
) -> set[tuple[bytes, bytes]]:
    """Return who has which book: of two uids the evaluator's comes first, wherever it stood."""
    return {
        pair if pair[0] in people else pair[::-1]
        for pair in pairs
        if any(one in people for one in pair)
    }


def _handed_out(events: Iterable[Event], people: Mapping[bytes, str]) -> frozenset[bytes]:
    """Return the evaluators to whom the history says that a book was handed out."""
    told = {
        code
        for event in events
        if event.kind == "handed_out"
        for code in json.loads(event.detail)["books"]
    }
    return frozenset(uid for uid, code in people.items() if code in told)


def _imports(
    carved: Carved,
    journal: Journal,
    backup: Known,
    seals: Mapping[int, Seal],
    books: Iterable[tuple[bytes, bytes]],
) -> tuple[Brought, ...]:
    seal_ids = {number: row.id for number, row in seals.items()}
    found: dict[int, Brought] = {}
    for one in backup.imports if journal.is_same_line else ():
        if one.revisions <= journal.kept.keys() and one.seals <= set(seal_ids.values()):
            found[one.number] = one
    for row in carved.imports:
        uids = {uid for owner, uid in books if owner == row.owner} | {b""}
        proven = _proven_import(carved, journal, row, seal_ids, uids)
        if proven is not None:
            found[row.number] = Brought(*row[:5], bool(row.withdrawn), *proven)
    history = _events(carved, backup)
    return tuple(_as_told(row, history) for _, row in sorted(found.items()))


def _proven_import(
    carved: Carved,
    journal: Journal,
    row: ImportRow,
    seal_ids: Mapping[int, bytes],
    uids: Set[bytes],
) -> tuple[frozenset[bytes], frozenset[bytes]] | None:
    """Return the revisions and seals that give the import its digest, None where none do."""
    own = frozenset(id_ for id_, one in journal.kept.items() if one.author == row.owner)
    for revisions in (*_sets(carved, "import_revision", row.number, journal.ids), own):
        if not revisions <= journal.kept.keys():
            continue
        for brought in _sets(carved, "import_seal", row.number, seal_ids):
            if any(import_digest(uid, revisions, brought) == row.digest for uid in uids):
                return revisions, brought
    return None


def _as_told(row: Brought, history: Iterable[Event]) -> Brought:
    """Return an import as withdrawn where its flag or the history says so last.

    The flag is no part of any hash: one bit of it would bring a withdrawn file back unseen. That
    a file is missing is seen at once, so whatever says so is believed.
    """
    withdrawn_by: str | None = None
    for event in history:
        detail = json.loads(event.detail)
        if event.kind == "withdrawn" and detail["number"] == row.number:
            withdrawn_by = detail["evaluator"]
        elif event.kind == "merged" and withdrawn_by in {
            one["evaluator"] for one in detail["files"]
        }:
            withdrawn_by = None  # it may stand again: the flag says
    return row._replace(withdrawn=row.withdrawn or withdrawn_by is not None)


def _events(carved: Carved, backup: Known) -> tuple[Event, ...]:
    """Return the history as far as each entry follows from the one before."""
    known: dict[int, list[Event]] = {}
    for row in (*carved.events, *backup.events):
        known.setdefault(row.number, []).append(row)
    chain: list[Event] = []
    while True:
        previous = chain[-1].hash if chain else b""
        following = [
            row for row in known.get(len(chain) + 1, ()) if row.hash == event_hash(previous, row)
        ]
        if not following:
            return tuple(chain)
        chain.append(following[0])
