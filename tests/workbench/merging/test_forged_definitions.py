"""Definitions forged with everything recomputed: they prove themselves, and no round takes them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from models.definitions import Version
from tests.workbench.merging.forging import database, execute, rewritten
from tests.workbench.merging.judging import bytes_around
from tests.workbench.rounds.small_round import Bench, merged
from workbench.definition.parts import part_hash, version_hash
from workbench.sentences import sentence_of

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


@pytest.mark.parametrize("name", DEFINITIONS)
def test_a_forged_definition_never_gets_into_a_round(
    book: Path, scored_bench: Bench, tmp_path: Path, name: str
) -> None:
    with_definition(book, DEFINITIONS[name])
    bench = scored_bench.copied_to(tmp_path / "round")
    before = bytes_around(bench.round), bytes_around(book)
    (row,) = merged(bench.round, book).files
    assert row.status == "refused"
    assert row.error.key in {"version_unknown", "store_damaged"}
    assert len(sentence_of(row.error, "ko")) < 1000
    assert (bytes_around(bench.round), bytes_around(book)) == before


def test_a_forged_title_of_another_round_cannot_fill_the_screen(
    book: Path, scored_bench: Bench, tmp_path: Path
) -> None:
    with_definition(book, with_key("rules", "title", "\u202e제목\n" * 10_000))
    execute(book, "UPDATE document SET value = '00' WHERE key = 'round'")
    bench = scored_bench.copied_to(tmp_path / "round")
    (row,) = merged(bench.round, book).files
    assert row.error.key == "other_round"
    sentence = sentence_of(row.error, "ko")
    assert len(sentence) < 400
    assert "\u202e" not in sentence


def test_a_refused_book_among_good_ones_changes_nothing_of_the_round(
    book: Path, scored_bench: Bench, tmp_path: Path
) -> None:
    bench = scored_bench.copied_to(tmp_path / "round")
    before = bench.round.read_bytes()
    execute(book, "UPDATE revision SET value = '40' WHERE field = 'score'")
    report = merged(bench.round, book, book)
    assert [row.status for row in report.files] == ["refused", "refused"]
    assert not report.applied
    assert report.exit_code == 3
    report = merged(bench.round, book, bench.books["E1"], all_or_nothing=True)
    assert [row.status for row in report.files] == ["refused", "merged"]
    assert not report.applied
    assert bench.round.read_bytes() == before
    report = merged(bench.round, book, bench.books["E1"])
    assert report.applied
    assert report.exit_code == 3
