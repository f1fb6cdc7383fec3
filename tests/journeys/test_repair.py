"""``check --repair`` as a script sees it: exit codes, sentences, the one JSON object."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from models.pages import PAGE
from tests.journeys.command_line import done, nothing_changes, refused, require_plain, scorebench
from tests.workbench.rounds.small_round import WHOLE, Bench, made, sealed, typed
from tests.workbench.salvaging.damaging import blot_out, content_of, without_schema
from workbench.backups.shelf import Why, keep_image
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from pathlib import Path


def book(tmp_path: Path) -> tuple[Bench, Path]:
    bench = made(tmp_path)
    path = bench.books["E1"]
    typed(path, *WHOLE)
    sealed(path)
    typed(path, (1, "C1", "score", "29"))
    return bench, path


def test_a_good_file_needs_nothing(tmp_path: Path) -> None:
    bench, path = book(tmp_path)
    with nothing_changes(tmp_path):
        found = done("check", "--repair", path, bench.round)
    assert found["ok"]
    assert [row["repair"] for row in found["files"]] == ["nothing", "nothing"]


def test_wrong_heads_are_rebuilt_and_told(tmp_path: Path) -> None:
    bench, _ = book(tmp_path)
    assert done("merge", bench.round, bench.books["E1"])["applied"]
    with closing(sqlite3.connect(bench.round)) as raw:
        raw.execute("DELETE FROM head")
        raw.commit()
    assert scorebench("check", bench.round).code == 3
    answer = scorebench("check", "--repair", bench.round, "--lang", "en", as_text=True)
    assert (answer.code, answer.err) == (0, "")
    assert "rebuilt from the history" in answer.out
    assert done("check", bench.round)["ok"]
    told = done("history", bench.round)["entries"]
    assert told[-1]["kind"] == "repaired"


def test_a_damaged_file_becomes_a_new_one_and_what_is_missing_is_named(tmp_path: Path) -> None:
    bench, path = book(tmp_path)
    cell = bench.cell("E1", 1, "C1", "score")
    first, _ = (row for row in content_of(path).revisions.values() if row.cell == cell)
    blot_out(path, first.id)
    with nothing_changes(tmp_path):
        assert scorebench("check", path).code == 3
    before = path.read_bytes()
    answer = scorebench("check", "--repair", path, "-o", tmp_path / "새.score")
    assert answer.code == 3  # something is missing
    (row,) = answer.found["files"]
    assert (row["repair"], row["ok"], answer.found["ok"]) == ("salvaged", False, False)
    missing = row["missing"]
    assert missing["revisions"] == 2
    assert [group["service"] for group in missing["unreadable"]] == [1]
    assert [group["evaluator"] for group in missing["unreadable"]] == ["E1"]
    assert missing["absent_parents"] == [first.id.hex()]
    assert len(missing["left_out"]) == len(missing["older"]) == 1
    assert missing["left_out"][0].endswith("= 29")
    assert path.read_bytes() == before
    assert done("check", row["new"])["ok"]


def test_with_a_backup_nothing_is_missing_and_the_newest_is_named(tmp_path: Path) -> None:
    _, path = book(tmp_path)
    with open_book(path) as opened:
        kept = keep_image(opened.uid, opened.image(), Why.TIME, path)
    image = path.read_bytes()  # what it says of itself, and the way to its entries, is gone
    path.write_bytes(image[:PAGE] + bytes(2 * PAGE) + image[3 * PAGE :])
    answer = scorebench("check", "--repair", path, "--lang", "ko", as_text=True)
    assert answer.code == 0
    assert "빠진 것은 없습니다" in answer.out
    assert str(kept.path) in answer.out
    require_plain(answer.complaints)
    (new,) = path.parent.glob("*되살림*.score")
    assert done("check", new)["ok"]
    again = scorebench("check", "--repair", path)  # beside it, never over it
    assert again.found["files"][0]["new"] != str(new)


def test_unfit_arguments_change_nothing(tmp_path: Path) -> None:
    bench, path = book(tmp_path)
    path.write_bytes(without_schema(path.read_bytes(), random.Random(5)).image)
    taken = tmp_path / "있음.score"
    taken.write_bytes(b"x")
    with nothing_changes(tmp_path):
        refused(2, "check", path, "-o", tmp_path / "새.score")
        refused(2, "check", "--repair", path, bench.round, "-o", tmp_path / "새.score")
        assert scorebench("check", "--repair", path, "-o", taken).code == 2
        assert scorebench("check", "--repair", tmp_path / "없음.score").code == 3
