"""A score book as a child read it: typed and complete, its meaning not yet judged."""

from binascii import unhexlify
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from models.definitions import Version
from models.imports import Seal
from models.journal import ID_BYTES, Revision
from models.untrusted import MAX_ROWS
from workbench.outside.answers import (
    integers,
    record,
    rows,
    texts,
    texts_or_none,
    unique,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_UID_BYTES: Final = 16
_SIZES: Final = {
    "owner": _UID_BYTES,
    "service": _UID_BYTES,
    "subject": _UID_BYTES,
    "author": _UID_BYTES,
    "replica": _UID_BYTES,
    "definition": ID_BYTES,
}


@dataclass(frozen=True, slots=True)
class RawBook:
    """The content of a score book as found: what its schema promises holds, and no more."""

    facts: dict[str, str]
    versions: tuple[Version, ...]
    bodies: dict[bytes, str]
    revisions: tuple[Revision, ...]
    heads: frozenset[bytes]
    seals: tuple[Seal, ...]


def raw_book(answer: object) -> RawBook:
    """Return the score book that a child packed as ``score_tables`` does.

    Whatever the schema of a score book forbids is refused here too, so a child that was taken
    over can say no more than a file could.

    Raises:
        ValueError: it is not what a child can have read from a score book.
    """
    facts, parts, versions, ids, columns, heads, seals, pool = record(
        answer, "facts", "parts", "versions", "ids", "revisions", "heads", "seals", "pool"
    )
    named = _Pool([unhexlify(one) for one in texts(pool, 10 * MAX_ROWS)])
    known = _ids(ids)
    present = integers(heads, MAX_ROWS, range(len(known)))
    unique(present)
    told = dict(rows(facts, MAX_ROWS, str, str))
    if len(told) != len(facts):
        raise ValueError("one fact twice")
    return RawBook(
        facts=told,
        versions=_versions(versions, named),
        bodies=_bodies(parts, named),
        revisions=_revisions(columns, known, named),
        heads=frozenset(known[at] for at in present),
        seals=_seals(seals, known, named),
    )


class _Pool:
    """Bytes that are named by their place."""

    def __init__(self, pool: list[bytes]) -> None:
        self._pool = pool

    def column(self, value: object, size: int) -> list[bytes]:
        """Return the bytes that a list of places names, each of ``size`` bytes."""
        places = integers(value, MAX_ROWS, range(len(self._pool)))
        if not {len(self._pool[at]) for at in set(places)}.issubset({size}):
            raise ValueError("not of the size of its column")
        return [self._pool[at] for at in places]

    def packed_ids(self, value: object) -> list[bytes]:
        """Return the bytes that a list of places names, each a number of whole ids."""
        places = integers(value, MAX_ROWS, range(len(self._pool)))
        if any(len(self._pool[at]) % ID_BYTES for at in set(places)):
            raise ValueError("no whole number of ids")
        return [self._pool[at] for at in places]

    def one(self, place: int, size: int) -> bytes:
        """Return the bytes at one place, of ``size`` bytes."""
        return self.column([place], size)[0]


def _ids(value: object) -> list[bytes]:
    if type(value) is not str:
        raise ValueError("no ids")
    packed = unhexlify(value)
    if len(packed) % ID_BYTES or len(packed) > MAX_ROWS * ID_BYTES:
        raise ValueError("no whole number of ids")
    found = [packed[at : at + ID_BYTES] for at in range(0, len(packed), ID_BYTES)]
    unique(found)
    return found


def _revisions(value: object, ids: list[bytes], pool: _Pool) -> tuple[Revision, ...]:
    names = Revision._fields[1:]
    given = dict(zip(names, record(value, *names), strict=True))
    columns: dict[str, Sequence[Any]] = {"id": ids}
    columns |= {name: pool.column(given[name], size) for name, size in _SIZES.items()}
    columns["parents"] = pool.packed_ids(given["parents"])
    columns["field"] = texts(given["field"], MAX_ROWS)
    columns["value"] = texts_or_none(given["value"], MAX_ROWS)
    columns["seq"] = integers(given["seq"], MAX_ROWS, range(1, 2**63))
    columns["made_at"] = integers(given["made_at"], MAX_ROWS)
    in_order = [columns[name] for name in Revision._fields]
    return tuple(map(Revision._make, zip(*in_order, strict=True)))


def _versions(value: object, pool: _Pool) -> tuple[Version, ...]:
    found = []
    for hash_, made_at, reason, members in rows(value, MAX_ROWS, int, int, str, list):
        parts = pool.column(members, ID_BYTES)
        unique(parts)
        integers([made_at], 1)
        found.append(Version(pool.one(hash_, ID_BYTES), made_at, reason, frozenset(parts)))
    unique([version.hash for version in found])
    return tuple(found)


def _bodies(value: object, pool: _Pool) -> dict[bytes, str]:
    found = [(pool.one(hash_, ID_BYTES), body) for hash_, body in rows(value, MAX_ROWS, int, str)]
    unique([hash_ for hash_, _ in found])
    return dict(found)


def _seals(value: object, ids: list[bytes], pool: _Pool) -> tuple[Seal, ...]:
    found = []
    kinds = (int, int, int, int, int, list)
    for id_, book, owner, definition, sealed_at, covered in rows(value, MAX_ROWS, *kinds):
        places = integers(covered, MAX_ROWS, range(len(ids)))
        unique(places)
        integers([sealed_at], 1)
        found.append(
            Seal(
                pool.one(id_, ID_BYTES),
                pool.one(book, _UID_BYTES),
                pool.one(owner, _UID_BYTES),
                pool.one(definition, ID_BYTES),
                sealed_at,
                tuple(sorted(ids[at] for at in places)),
            )
        )
    unique([seal.id for seal in found])
    return tuple(found)
