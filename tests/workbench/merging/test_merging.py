"""Merging by example: what is new, what is not, what differs, and what another round's is."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from models.errors import StoreError
from tests.workbench.merging.lead import standing_imports
from tests.workbench.rounds.small_round import (
    WHOLE,
    derived_state,
    heads_in,
    made,
    merged,
    results_of,
    revisions_in,
    sealed,
    typed,
)
from workbench.checking import check_file
from workbench.errors import Cancelled
from workbench.rounds.desk import open_round
from workbench.scoring.book import open_book
from workbench.scoring.findings import moved

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench


def snapshot(book: Path, name: str) -> Path:
    return shutil.copyfile(book, book.with_name(f"{name}.score"))


@pytest.fixture
def book(bench: Bench) -> Path:
    return bench.books["E1"]


def one(report):
    (row,) = report.files
    return row


def test_new_unchanged_and_nothing_new(bench: Bench, book: Path) -> None:
    typed(book, *WHOLE)
    row = one(merged(bench.round, book))
    assert (row.status, row.evaluator, row.new, row.unchanged) == ("merged", "E1", 15, 0)
    typed(book, (1, "C1", "score", "31"), (1, "", "opinion", "글"))
    row = one(merged(bench.round, book))
    assert (row.status, row.new, row.unchanged) == ("merged", 2, 14)
    before = bench.round.read_bytes()
    row = one(merged(bench.round, book))
    assert (row.status, row.new, row.unchanged) == ("nothing new", 0, 16)
    assert bench.round.read_bytes() == before


def test_a_finding_that_only_moved_is_counted_once(bench: Bench, book: Path) -> None:
    with open_book(book) as opened:
        opened.record_list(bench.service(1), "achievement", ["하나", "둘", "셋"])
    assert one(merged(bench.round, book)).new == 3
    with open_book(book) as opened:
        lists = opened.lists()
        (place,) = lists
        last = lists[place][-1][0]
        opened.write(moved(lists, place, last, -1))
    row = one(merged(bench.round, book))
    assert (row.status, row.new, row.unchanged) == ("merged", 2, 1)


def test_an_untouched_book_is_recorded_once(bench: Bench, book: Path) -> None:
    assert one(merged(bench.round, book)).status == "merged"
    assert one(merged(bench.round, book)).status == "nothing new"
    assert len(standing_imports(bench.round)) == 1


def test_an_old_book_after_a_new_one_is_recorded_once_with_nothing_new(
    bench: Bench, book: Path
) -> None:
    typed(book, (1, "C1", "score", "30"))
    old = snapshot(book, "old")
    typed(book, (1, "C1", "score", "31"))
    merged(bench.round, book)
    state = derived_state(bench.round)
    row = one(merged(bench.round, old))
    assert (row.status, row.new, row.conflicts, row.futures) == ("merged", 0, 0, 0)
    assert derived_state(bench.round) == state
    before = bench.round.read_bytes()
    assert one(merged(bench.round, old)).status == "nothing new"
    assert bench.round.read_bytes() == before
    assert len(standing_imports(bench.round)) == 2


def test_a_seal_alone_is_something_new(bench: Bench, book: Path) -> None:
    typed(book, *WHOLE)
    assert one(merged(bench.round, book)).receipt is None
    receipt = sealed(book)
    row = one(merged(bench.round, book))
    assert (row.status, row.new, row.sealed, row.receipt) == ("merged", 0, True, receipt)
    assert one(merged(bench.round, book)).status == "nothing new"


def test_the_same_file_twice_in_one_command_is_merged_once(bench: Bench, book: Path) -> None:
    typed(book, *WHOLE)
    again = snapshot(book, "again")
    report = merged(bench.round, book, book, again)
    assert [row.status for row in report.files] == ["merged", "nothing new", "nothing new"]
    assert len(standing_imports(bench.round)) == 1


def test_finding_and_place_count_as_one(bench: Bench, book: Path) -> None:
    from workbench.scoring.book import open_book

    with open_book(book) as opened:
        opened.record_list(bench.service(1), "achievement", ["하나", "둘"])
    assert one(merged(bench.round, book)).new == 2


def test_a_copy_edited_beside_the_file_conflicts_and_is_named(bench: Bench, book: Path) -> None:
    typed(book, *WHOLE)
    copy = snapshot(book, "copy")
    typed(book, (1, "C1", "score", "31"), (2, "C1", "score", "20"))
    typed(copy, (1, "C1", "score", "32"), (5, "", "opinion", "글"))
    report = merged(bench.round, book, copy, bench.books["E2"])
    assert report.conflicts == 1
    assert report.exit_code == 4
    ours, theirs, other = report.files
    assert (ours.conflicts, theirs.conflicts, other.conflicts) == (1, 1, 0)
    assert (ours.futures, theirs.futures, other.futures) == (3, 3, 0)
    assert len(ours.differing) == 3
    verdicts = [row["verdict"] for row in results_of(bench.round)["services"]]
    assert verdicts == ["conflict", "incomplete", "incomplete"]
    with open_round(bench.round, read_only=True) as desk:
        keys = {why.key for why in desk.reading().closed}
    assert {"closed_conflict", "closed_futures"} <= keys


def test_two_futures_without_a_conflict_keep_the_final_export_closed(
    bench: Bench, book: Path
) -> None:
    typed(book, *WHOLE)
    typed(bench.books["E2"], *WHOLE)
    sealed(bench.books["E2"])
    copy = snapshot(book, "copy")
    typed(book, (1, "C1", "score", "31"))
    typed(copy, (2, "C1", "score", "20"))
    for path in (book, copy):
        sealed(path)
    report = merged(bench.round, book, copy, bench.books["E2"])
    assert (report.conflicts, report.exit_code) == (0, 0)
    with open_round(bench.round) as desk:
        keys = [why.key for why in desk.reading().closed]
        assert sorted(keys) == ["closed_changed", "closed_futures"]
        again = desk.hand_out(bench.path("다시"))[0][1]
    sealed(again)  # one sealed book that covers both
    merged(bench.round, again)
    with open_round(bench.round, read_only=True) as desk:
        assert desk.reading().closed == ()


def test_a_restored_backup_that_goes_on_is_noticed(bench: Bench, book: Path) -> None:
    typed(book, (1, "C1", "score", "30"))
    backup = book.read_bytes()
    typed(book, (1, "C1", "score", "31"))
    merged(bench.round, book)
    book.write_bytes(backup)
    typed(book, (2, "C1", "score", "20"))
    row = one(merged(bench.round, book))
    assert (row.new, row.futures, row.conflicts) == (1, 2, 0)


def test_equal_content_from_two_copies_is_no_conflict(bench: Bench, book: Path) -> None:
    copy = snapshot(book, "copy")
    typed(book, *WHOLE, (1, "C1", "score", ""))
    typed(copy, *WHOLE, (1, "C1", "score", ""))
    report = merged(bench.round, book, copy)
    assert report.conflicts == 0
    assert [row.futures for row in report.files] == [0, 0]
    assert len(heads_in(bench.round)) > len({row.cell for row in heads_in(bench.round).values()})


def test_a_book_of_another_round_is_refused(bench: Bench, tmp_path: Path) -> None:
    other = made(tmp_path / "other")
    typed(other.books["E1"], *WHOLE)
    before = bench.round.read_bytes()
    report = merged(bench.round, other.books["E1"])
    assert (one(report).status, one(report).error.key) == ("refused", "other_round")
    assert report.exit_code == 4
    assert bench.round.read_bytes() == before


def test_a_round_is_never_merged(bench: Bench) -> None:
    other = shutil.copyfile(bench.round, bench.path("other.round"))
    for path in (other, shutil.copyfile(other, bench.path("renamed.score"))):
        report = merged(bench.round, path)
        assert (one(report).error.key, report.exit_code) == ("book_wanted", 3)


def test_a_round_that_never_handed_out_takes_no_book(
    fresh_bench: Bench, bench: Bench, tmp_path: Path
) -> None:
    from tests.workbench.rounds.small_round import write_definition
    from workbench.rounds.creating import new_round

    fresh = tmp_path / "fresh.round"
    new_round(write_definition(tmp_path / "정의"), fresh)
    assert one(merged(fresh, bench.books["E1"])).error.key == "other_round"


def test_good_books_are_merged_beside_bad_ones(bench: Bench, book: Path) -> None:
    typed(book, *WHOLE)
    bad = bench.path("bad.score")
    bad.write_bytes(b"x" * 4096)
    report = merged(bench.round, bad, book, bench.path("없음.score"))
    assert [row.status for row in report.files] == ["refused", "merged", "refused"]
    assert (report.applied, report.exit_code) == (True, 3)
    assert revisions_in(bench.round) == revisions_in(book)


def test_stopping_leaves_the_round_as_it_was(bench: Bench, book: Path) -> None:
    typed(book, *WHOLE)
    before = bench.round.read_bytes()

    def stop(done: int, total: int, doing: str) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        merged(bench.round, book, bench.books["E2"], progress=stop)
    assert bench.round.read_bytes() == before


def test_a_merge_that_brings_something_is_backed_up_before(
    bench: Bench, book: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    monkeypatch.setenv("SCORING_WORKBENCH_HOME", str(home))
    before = derived_state(bench.round)
    typed(book, *WHOLE)
    merged(bench.round, book)
    merged(bench.round, book)
    (backup,) = home.glob("backups/*/*-merge.round")
    assert derived_state(backup) == before
    assert check_file(backup) == ()


def test_without_a_place_for_the_backup_nothing_is_merged(
    bench: Bench, book: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "a file, no folder"
    blocked.write_text("")
    typed(book, *WHOLE)
    monkeypatch.setenv("SCORING_WORKBENCH_HOME", str(blocked))
    before = bench.round.read_bytes()
    with pytest.raises(StoreError) as refused:
        merged(bench.round, book)
    assert refused.value.key == "backup_failed"
    assert bench.round.read_bytes() == before
    assert merged(bench.round, book, dry_run=True).exit_code == 0


def test_marks_of_whom_nothing_is_expected_are_counted_as_stray(bench: Bench, book: Path) -> None:
    typed(book, *WHOLE, (1, "", "recusal", "자문 이력"))
    row = one(merged(bench.round, book))
    assert row.stray == 5  # the figures of the one service he stepped back from
    typed(book, (1, "", "recusal", ""))
    assert one(merged(bench.round, book)).stray == 0
