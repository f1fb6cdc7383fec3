"""Definitions forged with everything recomputed: they prove themselves, and no round takes them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from models.definitions import Version
from tests.workbench.merging.forging import database, rewritten
from workbench.definition.parts import part_hash, version_hash

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def with_definition(book: Path, change: Callable[[dict], object]) -> None:
    """Forge the definition: parts, hashes and the version recomputed, history moved onto it."""
    with database(book) as raw:
        held = dict(raw.execute("SELECT hash, body FROM part"))
        members = {hash_ for (hash_,) in raw.execute("SELECT part FROM definition_part")}
        renamed = {}
        for hash_, body in held.items():
            changed = change(json.loads(body))
            text = changed if isinstance(changed, str) else json.dumps(changed)
            renamed[hash_] = part_hash(text)
            raw.execute(
                "UPDATE part SET hash = ?, body = ? WHERE hash = ?", (renamed[hash_], text, hash_)
            )
        parts = frozenset(renamed.get(hash_, hash_) for hash_ in members)
        version = Version(version_hash(parts), 0, "", parts)
        raw.execute("DELETE FROM definition_part")
        raw.executemany("INSERT INTO definition_part VALUES (1, ?)", [(p,) for p in parts])
        raw.execute("UPDATE definition SET hash = ?", (version.hash,))
        raw.execute("UPDATE document SET value = ? WHERE key = 'definition'", (version.hash.hex(),))
        raw.execute("UPDATE seal SET definition = ?", (version.hash,))
    rewritten(
        book, lambda rows: [row._replace(definition=version.hash) for row in rows], sealed=True
    )


def with_key(kind: str, key: str, value: object) -> Callable[[dict], dict]:
    return lambda row: row | {key: value} if row["kind"] == kind else row


DEFINITIONS: dict[str, Callable[[dict], object]] = {
    "a larger maximum": with_key("indicator", "max_points", "100"),
    "a maximum that is no number": with_key("indicator", "max_points", "many"),
    "a maximum that is NaN": with_key("indicator", "max_points", "NaN"),
    "a step of nothing": with_key("indicator", "step", "0"),
    "a step that is NaN": with_key("indicator", "step", "sNaN"),
    "an unknown scale": with_key("indicator", "scale", "stars"),
    "levels that are none": with_key("indicator", "levels", 7),
    "a number for a text": with_key("rules", "title", 7),
    "a title without end": with_key("rules", "title", "제목" * 100_000),
    "a cut that is no number": with_key("rules", "cut", "high"),
    "an unknown kind of part": with_key("rules", "kind", "rulez"),
    "two rules": with_key("sections", "kind", "rules"),
    "places that cannot be sorted": lambda row: (
        row | ({"place": None if row["kind"] == "evaluator" else "x"} if "place" in row else {})
    ),
    "uids that are none": with_key("service", "uid", "zz"),
    "brackets without end": lambda row: "[" * 100_000 if row["kind"] == "rules" else row,
    "a list for a part": lambda row: [row] if row["kind"] == "rules" else row,
    "no JSON": lambda row: "{" if row["kind"] == "rules" else row,
    "nothing at all": lambda row: "" if row["kind"] == "rules" else row,
    "a number of a million digits": lambda row: json.dumps(row | {"year": 0}).replace(
        '"year": 0', '"year": ' + "9" * 500_000
    ),
}


def forged(change: Callable[[dict], object]) -> Callable[[Path], None]:
    return lambda book: with_definition(book, change)


FORGED: dict[str, Callable[[Path], None]] = {
    f"definition with {name}": forged(change) for name, change in DEFINITIONS.items()
}
