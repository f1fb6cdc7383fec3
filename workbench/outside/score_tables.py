"""A score book as plain values of JSON: in the child, right after SQLite read it.

Bytes stand once in a pool, in hex, and are named by their place in it; revisions stand in columns.
``raw_book`` is the other side, and believes none of it.
"""

from collections.abc import Mapping
from typing import Any, Final

from models.errors import StoreError
from models.untrusted import TABLES, Rows, read_tables

POOLED: Final = ("owner", "service", "subject", "author", "replica", "definition", "parents")
"""Columns of a revision that name bytes by their place in the pool."""


def score_tables(image: bytes, wanted: Mapping[str, Any]) -> dict[str, object]:
    """Return what the score book in ``image`` holds; nothing more has to be known of it.

    Raises:
        StoreError: not a score book of ours, newer, damaged, or with structures of its own.
    """
    tables = read_tables(image, "")
    try:
        return _packed(tables)
    except KeyError as error:  # a reference into nowhere that no check of SQLite saw
        raise StoreError("store_damaged") from error


class _Pool(dict[bytes, int]):
    """Bytes by the place at which they were named first."""

    def __missing__(self, key: bytes) -> int:
        place = self[key] = len(self)
        return place


def _packed(tables: dict[str, Rows]) -> dict[str, object]:
    pool = _Pool()
    names = [name for name, _ in TABLES["revision"]]
    columns = dict(zip(names, map(list, zip(*tables["revision"], strict=True)), strict=False))
    place = {number: at for at, number in enumerate(columns.get("number", ()))}
    members: dict[int, list[int]] = {}
    for number, hash_ in tables["definition_part"]:
        members.setdefault(number, []).append(pool[hash_])
    covered: dict[int, list[int]] = {}
    for number, revision in tables["seal_head"]:
        covered.setdefault(number, []).append(place[revision])
    return {
        "facts": tables["document"],
        "parts": [(pool[hash_], body) for hash_, body in tables["part"]],
        "versions": [
            (pool[hash_], made_at, reason, members.get(number, []))
            for number, hash_, made_at, reason in tables["definition"]
        ],
        "ids": b"".join(columns.get("id", ())).hex(),
        "revisions": {
            name: [pool[value] for value in columns.get(name, ())]
            if name in POOLED
            else columns.get(name, [])
            for name in names[2:]
        },
        "heads": [place[number] for (number,) in tables["head"]],
        "seals": [
            (pool[id_], pool[book], pool[owner], pool[version], at, covered.get(number, []))
            for number, id_, book, owner, version, at in tables["seal"]
        ],
        "pool": [key.hex() for key in pool],
    }
