"""Definitions and revisions out of a damaged file: only what its own hash proves is taken."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from models.carving import Carved, part_of, revision_of
from models.definitions import Version
from models.journal import Revision
from models.schema import DocumentKind
from workbench.definition.parts import from_parts, part_hash, version_hash
from workbench.definition.terms import Uid
from workbench.journal.revisions import revision_id
from workbench.salvaging.known import Known
from workbench.salvaging.mending import mended, mended_set

if TYPE_CHECKING:
    from models.pages import Record

REVISIONS: Final = frozenset({"revision", "sqlite_autoindex_revision_1"})
"""The table of revisions and its index."""

_UNREADABLE: Final = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError)


@dataclass(frozen=True)
class Texts:
    """The parts of definitions that prove themselves, and the versions that are whole."""

    parts: Mapping[bytes, str]
    versions: Mapping[bytes, Version]
    """Oldest first."""
    lost: int
    """How many versions are named in the file and not whole."""


@dataclass(frozen=True)
class Journal:
    """The revisions of a damaged file."""

    kept: Mapping[bytes, Revision]
    """Proven, with all parents and their definition; oldest first."""
    numbers: Mapping[bytes, int]
    """The number in the file of every proven revision."""
    left_out: Mapping[bytes, Revision]
    """Proven, but a parent or the definition they were made under is missing."""
    damaged: tuple[tuple[int, Revision], ...]
    """Readable and not what their id says: they only tell what is missing, never a value."""
    from_backup: int
    last: int
    """The highest number that a revision had in the file, as far as the file still says."""
    is_same_line: bool
    """Whether the backup is an earlier state of this very file, not of another copy."""

    @cached_property
    def ids(self) -> Mapping[int, bytes]:
        """The id of every proven revision by its number."""
        return {number: id_ for id_, number in self.numbers.items()}


def proven_texts(carved: Carved, kind: DocumentKind, owner: Uid | None, backup: Known) -> Texts:
    """Return the definitions that a damaged file or its backup proves."""
    parts = dict(backup.texts)
    wrong = []
    for record in carved.parts:
        found = part_of(record.payload)
        if found is not None and part_hash(found[1]) == found[0]:
            parts[found[0]] = found[1]
        elif found is not None:
            wrong.append((record, found[0]))
    unknown = [record for record, hash_ in wrong if hash_ not in parts]
    for _, (hash_, text) in mended(unknown, part_of, lambda row: part_hash(row[1]) == row[0]):
        parts[hash_] = text
    versions = dict(backup.versions)
    for row in sorted(carved.versions):
        if row.hash in versions:
            continue
        members = frozenset(hash_ for number, hash_ in carved.members if number == row.number)
        whole = _whole(members, parts, row.hash)
        if whole is not None:
            versions[row.hash] = Version(row.hash, row.made_at, row.reason, whole)
    held = {
        hash_: version
        for hash_, version in versions.items()
        if _is_whole(version, parts, kind, owner)
    }
    named = {row.hash for row in carved.versions} | versions.keys()
    return Texts(parts, held, len(named - held.keys()))


def _whole(
    members: frozenset[bytes], parts: Mapping[bytes, str], wanted: bytes
) -> frozenset[bytes] | None:
    return mended_set(members, parts.keys(), lambda hashes: version_hash(hashes) == wanted)


def _is_whole(
    version: Version, parts: Mapping[bytes, str], kind: DocumentKind, owner: Uid | None
) -> bool:
    """Say whether all texts of a version are there: of a score book, its owner's part."""
    held = [parts[hash_] for hash_ in version.parts if hash_ in parts]
    if kind is DocumentKind.ROUND:
        return len(held) == len(version.parts)
    try:
        definition = from_parts(held)
        charges = definition.evaluator[owner or b""].charges
    except _UNREADABLE:
        return False
    return all(
        row.service in definition.service and row.indicator in definition.indicator
        for row in charges
    )


def proven_journal(carved: Carved, versions: Iterable[bytes], backup: Known) -> Journal:
    """Return the revisions that a damaged file proves, and of its backup those that it held."""
    rows: dict[bytes, Revision] = {}
    numbers: dict[bytes, int] = {}
    wrong: list[tuple[Record, Revision]] = []
    for record in carved.revisions:
        row = revision_of(record.payload)
        if row is None:
            continue
        if revision_id(row) == row.id:
            rows[row.id] = row
            numbers[row.id] = carved.numbers.get(row.id) or record.number
        else:
            wrong.append((record, row))
    repaired = mended(
        (one for one, row in wrong if row.id not in rows and row.id not in backup.revisions),
        revision_of,
        lambda row: revision_id(row) == row.id,
    )
    for number, row in repaired:
        rows[row.id] = row
        numbers[row.id] = carved.numbers.get(row.id) or number
    own, last = len(rows), last_number(carved, numbers.values())
    is_same_line = _is_same_line(numbers, backup)
    if is_same_line:
        last = max(last, *backup.numbers.values())
    for id_ in _held_in_backup(rows, carved, backup, last=last if is_same_line else 0):
        rows[id_] = backup.revisions[id_]
        numbers[id_] = carved.numbers.get(id_) or backup.numbers[id_]
    known = frozenset(versions)
    kept = _closed({id_: row for id_, row in rows.items() if row.definition in known})
    order = sorted(kept, key=lambda id_: (numbers[id_], id_))
    return Journal(
        kept={id_: rows[id_] for id_ in order},
        numbers=numbers,
        left_out={id_: row for id_, row in rows.items() if id_ not in kept},
        damaged=tuple((record.number, row) for record, row in wrong if row.id not in rows),
        from_backup=len(rows) - own,
        last=last,
        is_same_line=is_same_line,
    )


def _is_same_line(numbers: Mapping[bytes, int], backup: Known) -> bool:
    """Say whether the backup gives no number to another revision than the file does."""
    of_backup = {number: id_ for id_, number in backup.numbers.items()}
    return bool(backup.numbers) and all(
        of_backup.get(number, id_) == id_ for id_, number in numbers.items() if number
    )


def last_number(carved: Carved, proven: Iterable[int]) -> int:
    """Return the highest number that a revision had in the file, from all that names one.

    Revisions and their index name every number; what else does is asked only where one of the two
    is torn, for a damaged number beside whole ones would be a revision that there never was.
    Numbers run without a gap, so one far above all others is a damaged one and not believed.
    """
    named = {number for number in proven if number > 0} | set(carved.numbers.values())
    if carved.torn & REVISIONS:
        pairs = carved.pairs
        named |= carved.heads | {number for _, number in pairs.get("import_revision", ())}
        named |= {number for _, number in pairs.get("seal_head", ())}
    for below, number in enumerate(sorted(named, reverse=True)):
        if 2 * (len(named) - below) >= number:
            return number
    return 0


def _held_in_backup(
    rows: Mapping[bytes, Revision], carved: Carved, backup: Known, *, last: int
) -> set[bytes]:
    """Return the ids of the revisions that the file held and only the backup can still prove.

    Those that the file names, in its index or as parents; and where the backup is an earlier
    state of this very file, all up to its ``last`` number.
    """
    named = {id_ for id_, number in backup.numbers.items() if number <= last}
    named |= carved.numbers.keys()
    waiting = [parent for row in rows.values() for parent in row.parent_ids]
    while waiting:
        id_ = waiting.pop()
        if id_ in backup.revisions and id_ not in rows:
            if id_ not in named:
                waiting += backup.revisions[id_].parent_ids
            named.add(id_)
    return (named & backup.revisions.keys()) - rows.keys()


def _closed(rows: dict[bytes, Revision]) -> dict[bytes, Revision]:
    """Return those of ``rows`` whose parents are there as well, all the way down."""
    kept = dict(rows)
    while True:
        orphans = [
            id_
            for id_, row in kept.items()
            if any(one not in kept or kept[one].cell != row.cell for one in row.parent_ids)
        ]
        if not orphans:
            return kept
        for id_ in orphans:
            del kept[id_]
