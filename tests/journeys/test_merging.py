"""Merging is set union: any order, any repetition and any grouping give the same result."""

from __future__ import annotations

import os
import re
import shutil
from itertools import permutations
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from tests.journeys import oracle
from tests.journeys.command_line import done, nothing_changes, scorebench
from tests.journeys.marks import drawn
from tests.journeys.rounds import Round, write_scores

if TYPE_CHECKING:
    from collections.abc import Sequence

ORDERS = Random(4).sample(sorted(permutations(range(6))), 12)


def score(book: Path, *rows: tuple[Any, ...], seal: bool = True) -> None:
    done("enter", book, write_scores(book.with_suffix(".csv"), rows))
    if seal:
        done("seal", book)


def copied(book: Path, name: str) -> Path:
    return shutil.copy2(book, book.with_name(f"{name}.score"))


@pytest.fixture
def files(small_round: Round) -> list[Path]:
    """Six files: all books, an older state of one, and a copy of another edited on its own."""
    typed = drawn(small_round.tables, 5, texts=True)
    small_round.enter(typed)
    first, second, third = (small_round.books[code] for code in ("E1", "E2", "Q1"))
    before = next(row[3] for row in typed["E2"] if row[:2] == (3, "I2"))
    one, other = sorted({"우수", "보통", "미흡"} - {before})
    older = copied(first, "예전")
    score(first, (8, "C1", "score", "30.5"), (11, "C1", "comment", "다시 봄"))
    fork = copied(second, "갈라진")
    score(fork, (3, "I2", "score", one), (8, "I2", "score", "우수"))
    again = copied(fork, "더 고친")
    score(again, (11, "C2", "score", "1"), (3, "", "achievement", "하나만 남김, 가상"))
    score(second, (3, "I2", "score", other), (40, "", "opinion", "다른 의견"))
    return [first, older, second, fork, again, third]


def outcome(
    made: Round, folder: Path, batches: Sequence[Sequence[Path]], *, code: int = 4
) -> tuple[str, str]:
    """Merge ``batches`` into a copy of the round; return what ``results`` prints, in both forms."""
    folder.mkdir()
    target = shutil.copy2(made.path, folder / made.path.name)
    for batch in batches:
        answer = scorebench("merge", target, *batch)
    assert answer.code == code
    assert done("check", target)["ok"]
    as_text = scorebench("results", target, as_text=True)
    return scorebench("results", target).out, as_text.out


def test_any_order_in_any_batches_gives_the_same_bytes(
    small_round: Round, files: list[Path], tmp_path: Path
) -> None:
    wanted = outcome(small_round, tmp_path / "together", [files])
    for at, order in enumerate(ORDERS):
        rows = [files[place] for place in order]
        cut = at % 5 + 1
        one_by_one = [[path] for path in rows]
        batches = [[rows], [rows[:cut], rows[cut:]], one_by_one][at % 3]
        assert outcome(small_round, tmp_path / f"order {at}", batches) == wanted


def test_everything_twice_gives_the_same_bytes(
    small_round: Round, files: list[Path], tmp_path: Path
) -> None:
    wanted = outcome(small_round, tmp_path / "once", [files])
    assert outcome(small_round, tmp_path / "in one", [files + files]) == wanted
    assert outcome(small_round, tmp_path / "again", [files, files[::-1]]) == wanted


def test_books_without_conflict_give_what_an_independent_count_gives(
    small_round: Round, tmp_path: Path
) -> None:
    typed = drawn(small_round.tables, 6)
    small_round.enter(typed)
    books = list(small_round.books.values())
    wanted = oracle.results(small_round.tables, typed)
    for at, order in enumerate(permutations(books)):
        outcome(small_round, tmp_path / str(at), [[path] for path in order], code=0)
        assert done("results", tmp_path / str(at) / small_round.path.name) == wanted


def test_the_same_file_twice_in_one_command_is_merged_once(
    small_round: Round, files: list[Path]
) -> None:
    copy = copied(files[0], "같은 것")
    found = done("merge", small_round.path, files[0], files[0], copy)
    assert [row["status"] for row in found["files"]] == ["merged", "nothing new", "nothing new"]
    assert [row["new"] for row in found["files"][1:]] == [0, 0]


def test_a_merge_that_brings_nothing_changes_no_byte(small_round: Round, files: list[Path]) -> None:
    scorebench("merge", small_round.path, *files)
    with nothing_changes(small_round.folder):
        found = scorebench("merge", small_round.path, *files).found
    assert {row["status"] for row in found["files"]} == {"nothing new"}
    assert {row["new"] for row in found["files"]} == {0}


def test_an_older_book_after_a_newer_one_brings_nothing_new_to_the_result(
    small_round: Round, files: list[Path]
) -> None:
    newer, older = files[:2]
    done("merge", small_round.path, newer)
    before = scorebench("results", small_round.path).out
    (row,) = done("merge", small_round.path, older)["files"]
    assert (row["status"], row["new"], row["conflicts"], row["futures"]) == ("merged", 0, 0, 0)
    assert scorebench("results", small_round.path).out == before
    (row,) = done("merge", small_round.path, older)["files"]
    assert row["status"] == "nothing new"


def test_a_copied_book_edited_twice_is_a_conflict_that_names_its_service(
    small_round: Round, files: list[Path]
) -> None:
    _, _, second, fork, _, third = files
    done("merge", small_round.path, files[0], second, third)
    answer = scorebench("merge", small_round.path, fork)
    assert answer.code == 4
    assert answer.found["applied"]
    assert answer.found["conflicts"] == 1
    (row,) = answer.found["files"]
    assert (row["status"], row["evaluator"], row["conflicts"]) == ("merged", "E2", 1)
    assert row["futures"] > 1
    verdicts = {row["number"]: row["verdict"] for row in small_round.results()["services"]}
    assert verdicts[3] == "conflict"
    assert "conflict" not in {verdicts[number] for number in (8, 11, 40, 9999)}


def test_a_conflict_in_a_text_leaves_the_verdict_and_closes_the_final_export(
    small_round: Round, tmp_path: Path
) -> None:
    small_round.enter(drawn(small_round.tables, 7))
    fork = copied(small_round.books["E1"], "사본")
    score(small_round.books["E1"], (3, "", "opinion", "한 가지 의견"))
    score(fork, (3, "", "opinion", "다른 의견"))
    answer = scorebench("merge", small_round.path, *small_round.books.values(), fork)
    assert (answer.code, answer.found["conflicts"]) == (4, 1)
    assert {row["verdict"] for row in small_round.results()["services"]} <= {"pass", "below"}
    report = tmp_path / "보고.xlsx"
    assert scorebench("export", small_round.path, "-o", report).code == 4
    assert not report.exists()


def test_the_same_change_in_both_copies_converges(small_round: Round) -> None:
    small_round.enter(drawn(small_round.tables, 8))
    fork = copied(small_round.books["E1"], "사본")
    for book in (small_round.books["E1"], fork):
        score(book, (3, "C1", "score", "12.5"))
    found = done("merge", small_round.path, *small_round.books.values(), fork)
    assert found["conflicts"] == 0


def test_a_dry_run_gives_the_code_of_the_real_run_and_changes_nothing(
    small_round: Round, files: list[Path]
) -> None:
    with nothing_changes(small_round.folder):
        tried = scorebench("merge", small_round.path, *files, "--dry-run")
    real = scorebench("merge", small_round.path, *files)
    assert tried.code == real.code == 4
    assert (tried.found["applied"], real.found["applied"]) == (False, True)
    assert tried.found | {"applied": True} == real.found


def test_conflicts_open_before_keep_the_code_at_4_whoever_brought_them(
    small_round: Round, files: list[Path]
) -> None:
    first, _, second, fork, _, third = files
    assert scorebench("merge", small_round.path, second, fork).code == 4
    answer = scorebench("merge", small_round.path, first, third)
    assert answer.code == 4
    assert [row["conflicts"] for row in answer.found["files"]] == [0, 0]


def test_sealing_an_unchanged_book_again_gives_the_same_code_and_no_record(
    small_round: Round,
) -> None:
    book = small_round.books["E1"]
    score(book, (3, "C1", "score", "12.5"), seal=False)
    sealed = done("seal", book)
    with nothing_changes(small_round.folder):
        assert done("seal", book) == sealed
    assert sealed["missing"] == 10
    group = "[0-9A-HJKMNP-TV-Z]{4}"
    assert re.fullmatch(f"{group}-{group}-{group}", sealed["receipt"])


def test_entering_ends_the_seal_and_equal_values_do_not(small_round: Round) -> None:
    book = small_round.books["E1"]
    score(book, (3, "C1", "score", "12.5"))
    code = done("seal", book)["receipt"]
    same = write_scores(book.with_name("같은.csv"), [(3, "C1", "score", "12.50")])
    assert done("enter", book, same) == {
        "file": str(book),
        "rows": 1,
        "sealed": True,
        "stored": 0,
    }
    other = write_scores(book.with_name("다른.csv"), [(3, "C1", "score", "13")])
    assert done("enter", book, other)["sealed"] is False
    (row,) = done("merge", small_round.path, book)["files"]
    assert row["sealed"] is False
    assert done("seal", book)["receipt"] != code
    (row,) = done("merge", small_round.path, book)["files"]
    assert (row["sealed"], row["status"], row["new"]) == (True, "merged", 0)


def test_a_book_whose_name_is_no_utf_8_is_merged_all_the_same(small_round: Round) -> None:
    small_round.enter(drawn(small_round.tables, 14))
    name = os.fsencode(small_round.folder) + b"/" + "점수".encode("cp949") + b".score"
    try:
        os.rename(small_round.books["E1"], name)
    except OSError:
        pytest.skip("this disk takes no such name")
    small_round.books["E1"] = Path(os.fsdecode(name))
    assert {row["status"] for row in small_round.merge()["files"]} == {"merged"}
    assert done("check", small_round.path)["ok"]


def test_a_folder_brings_the_books_of_the_folders_in_it(small_round: Round) -> None:
    small_round.enter(drawn(small_round.tables, 5))
    folder = small_round.folder / "제출"
    (folder / "2차").mkdir(parents=True)
    first = shutil.copy2(small_round.books["E1"], folder)
    second = shutil.copy2(small_round.books["E2"], folder / "2차")
    found = done("merge", small_round.path, folder)
    assert [(row["file"], row["status"]) for row in found["files"]] == [
        (str(first), "merged"),
        (str(second), "merged"),
    ]
    assert found["missing"] == ["Q1"]
