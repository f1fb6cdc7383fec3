"""What a merge leaves in the round, what it says on the way, and when it leaves nothing at all."""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from models.imports import events, imports_of, seals
from models.journal import numbers_of
from models.picture import read_store
from models.schema import DocumentKind
from tests.workbench.merging.forging import execute
from tests.workbench.merging.lead import standing_imports, withdraw
from tests.workbench.rounds.redefinitions import changed, put
from tests.workbench.rounds.small_round import (
    WHOLE,
    derived_state,
    merged,
    revisions_in,
    sealed,
    typed,
)
from workbench.home import now_ms
from workbench.merging.reading import read_outside_book
from workbench.rounds.desk import open_round
from workbench.sentences import sentence_of
from workbench.settling.moderating import moderate

if TYPE_CHECKING:
    from pathlib import Path

    from models.imports import Import
    from tests.workbench.rounds.small_round import Bench
    from workbench.merging.report import FileReport, MergeReport


@pytest.fixture
def book(bench: Bench) -> Path:
    typed(bench.books["E1"], *WHOLE)
    return bench.books["E1"]


def one(report: MergeReport) -> FileReport:
    (row,) = report.files
    return row


def imports_in(round_: Path) -> tuple[Import, ...]:
    with read_store(round_, DocumentKind.ROUND) as store, store.read() as connection:
        return imports_of(connection)


def newest_event(round_: Path) -> tuple[int, str, dict[str, Any]]:
    with read_store(round_, DocumentKind.ROUND) as store, store.read() as connection:
        entry = events(connection)[-1]
    return entry.number, entry.kind, json.loads(entry.detail)


# --- what is written -----------------------------------------------------------------------


def test_an_import_is_recorded_with_its_name_its_time_and_all_that_it_holds(
    bench: Bench, book: Path
) -> None:
    before = now_ms()
    merged(bench.round, book, bench.books["E2"])
    typed(book, (1, "C1", "score", "31"))
    merged(bench.round, book)
    first, empty, second = imports_in(bench.round)
    assert [row.number for row in (first, empty, second)] == [1, 2, 3]
    assert {row.file for row in (first, second)} == {book.name}
    assert (first.owner, empty.owner) == (bench.owner("E1"), bench.owner("E2"))
    assert empty.revisions == frozenset()
    assert before <= first.imported_at <= empty.imported_at <= second.imported_at <= now_ms()
    assert not any(row.withdrawn for row in imports_in(bench.round))
    with read_store(bench.round, DocumentKind.ROUND) as store, store.read() as connection:
        ids = {number: id_ for id_, number in numbers_of(connection).items()}
    assert {ids[number] for number in second.revisions} == revisions_in(book).keys()
    assert first.revisions < second.revisions


def test_a_name_that_would_turn_a_line_around_is_kept_without_what_turns_it(
    bench: Bench, book: Path
) -> None:
    odd = shutil.copyfile(book, bench.path("a\u202eb\u2066.score"))
    merged(bench.round, odd)
    assert [name for name, _ in standing_imports(bench.round)] == ["ab.score"]
    assert newest_event(bench.round)[2]["files"][0]["file"] == "ab.score"


def test_the_history_names_every_file_that_was_merged_and_no_other(
    bench: Bench, book: Path
) -> None:
    receipt = sealed(book)
    bad = bench.path("나쁜.score")
    bad.write_bytes(b"x" * 4096)
    merged(bench.round, bad, book, bench.books["E2"], book)
    number, kind, detail = newest_event(bench.round)
    assert kind == "merged"
    assert [row.pop("sha256") for row in detail["files"]] == [
        sha256(path.read_bytes()).hexdigest() for path in (book, bench.books["E2"])
    ]
    mine, other = (read_outside_book(path).digest.hex() for path in (book, bench.books["E2"]))
    at = max(row.made_at for row in revisions_in(book).values())
    assert detail == {
        "files": [
            {"file": book.name, "evaluator": "E1", "new": 15, "receipt": receipt}
            | {"digest": mine, "made_at": at},
            {"file": bench.books["E2"].name, "evaluator": "E2", "new": 0, "receipt": None}
            | {"digest": other, "made_at": None},
        ]
    }
    merged(bench.round, book)
    assert newest_event(bench.round)[0] == number  # what brought nothing is no event


def test_seals_come_with_the_book_and_only_once(bench: Bench, book: Path) -> None:
    sealed(book)
    merged(bench.round, book)
    typed(book, (1, "C1", "score", "31"))
    sealed(book)
    merged(bench.round, book)
    with read_store(bench.round, DocumentKind.ROUND) as store, store.read() as connection:
        theirs = seals(connection)
    with read_store(book, DocumentKind.SCORE) as store, store.read() as connection:
        assert theirs == seals(connection)
    assert len(theirs) == 2


def test_a_withdrawn_import_that_comes_again_stands_again_under_its_number(
    bench: Bench, book: Path
) -> None:
    merged(bench.round, book, bench.books["E2"])
    state = derived_state(bench.round)
    withdraw(bench.round, book)
    assert [row.withdrawn for row in imports_in(bench.round)] == [True, False]
    before = imports_in(bench.round)
    # beside a book that is new: both come in, each as what it is
    typed(bench.books["E2"], (1, "C1", "score", "20"))
    report = merged(bench.round, book, bench.books["E2"])
    assert [(row.status, row.new) for row in report.files] == [("merged", 0), ("merged", 1)]
    after = imports_in(bench.round)
    assert after[:2] == (before[0]._replace(withdrawn=False), before[1])
    assert [row.number for row in after] == [1, 2, 3]
    withdraw(bench.round, bench.books["E2"])
    assert derived_state(bench.round) == state


# --- when nothing is written -----------------------------------------------------------------


def test_one_refused_file_keeps_all_of_them_out_where_that_was_asked(
    bench: Bench, book: Path
) -> None:
    bad = bench.path("나쁜.score")
    bad.write_bytes(b"x" * 4096)
    merged(bench.round, bench.books["E2"])
    before = bench.round.read_bytes()
    report = merged(bench.round, book, bad, all_or_nothing=True)
    assert bench.round.read_bytes() == before
    assert (report.applied, report.exit_code) == (False, 3)
    assert [row.status for row in report.files] == ["merged", "refused"]
    assert [row.code for row in report.missing] == ["E1"]  # as the round is, not as it would be
    report = merged(bench.round, book, all_or_nothing=True)
    assert (report.applied, one(report).status, report.missing) == (True, "merged", ())
    assert revisions_in(bench.round) == revisions_in(book)


def test_a_dry_run_tells_what_the_real_one_tells_and_that_nothing_was_done(
    bench: Bench, book: Path
) -> None:
    before = bench.round.read_bytes()
    tried = merged(bench.round, book, dry_run=True)
    assert (tried.applied, one(tried).status, one(tried).new) == (False, "merged", 15)
    assert bench.round.read_bytes() == before
    real = merged(bench.round, book)
    assert (real.applied, real.files, real.missing) == (True, tried.files, tried.missing)


def test_only_refused_files_apply_nothing_and_nothing_new_is_applied_already(
    bench: Bench, book: Path
) -> None:
    assert not merged(bench.round, bench.path("없음.score")).applied
    merged(bench.round, book)
    before = bench.round.read_bytes()
    assert merged(bench.round, book, bench.path("없음.score")).applied
    assert bench.round.read_bytes() == before


def test_a_plan_that_was_looked_at_is_for_the_same_files_in_the_same_state(
    bench: Bench, book: Path
) -> None:
    seen = merged(bench.round, book, dry_run=True)
    before = bench.round.read_bytes()
    assert not merged(bench.round, book, bench.books["E2"], seen=seen).applied
    assert not merged(bench.round, bench.books["E2"], seen=seen).applied
    assert bench.round.read_bytes() == before


# --- whose books a round takes ---------------------------------------------------------------


def test_a_book_of_a_version_that_the_round_no_longer_holds_is_refused(
    bench: Bench, book: Path
) -> None:
    """The round was restored from a backup of before its definition changed."""
    backup = shutil.copyfile(bench.round, bench.path("백업.round"))
    changed(bench, lambda sheets: put(sheets, "services", "2", name="새 이름 공원"))
    with open_round(bench.round) as desk:
        newer = next(path for row, path in desk.hand_out(bench.path("새 파일")) if row.code == "E1")
    typed(newer, (1, "C1", "score", "31"))
    assert one(merged(bench.round, newer)).status == "merged"
    row = one(merged(backup, newer))
    assert row.error is not None
    assert (row.error.key, row.error.values) == ("version_unknown", {"name": newer.name})
    assert one(merged(backup, book)).status == "merged"


@pytest.mark.parametrize("key", ["uid", "round"])
def test_a_book_that_only_says_that_it_is_of_this_round_is_refused(
    bench: Bench, book: Path, key: str
) -> None:
    """Everything proves itself, but it is no book that this round handed out."""
    forged = shutil.copyfile(book, bench.path("위조.score"))
    value = (b"?" * 16).hex()
    execute(forged, f"UPDATE document SET value = '{value}' WHERE key = '{key}'")
    before = bench.round.read_bytes()
    row = one(merged(bench.round, forged))
    assert row.error is not None
    assert row.error.key == "other_round"
    assert bench.round.read_bytes() == before


def test_a_copy_of_a_round_refuses_the_books_of_the_other_by_its_title(
    bench: Bench, book: Path, tmp_path: Path
) -> None:
    from tests.workbench.rounds.small_round import SHEETS, made

    long = "가" * 100
    sheet = SHEETS["round"].replace("2024년 제1차 종합성과평가 (시험)", long)
    other = made(tmp_path / "other", round=sheet)
    row = one(merged(bench.round, other.books["E1"]))
    assert row.error is not None
    assert row.error.values == {"name": other.books["E1"].name, "title": long[:80]}
    assert long[:80] in sentence_of(row.error, "ko")


# --- what is said on the way -------------------------------------------------------------------


def test_progress_names_each_file_then_each_person_then_the_round(bench: Bench, book: Path) -> None:
    told: list[tuple[int, int, str]] = []

    def progress(done: int, total: int, doing: str) -> None:
        if told[-1:] != [(done, total, doing)]:
            told.append((done, total, doing))

    books = [book, bench.books["E2"]]
    merged(bench.round, *books, progress=progress)
    title = bench.definition.rules.title
    planned = [
        (0, 3, books[0].name),
        (1, 3, books[1].name),
        (2, 3, "김가상"),
        (2, 3, "이가상"),
        (2, 3, title),
        (3, 3, ""),
    ]
    assert told == [*planned, (0, 2, "김가상"), (1, 2, "이가상")]
    told.clear()
    merged(bench.round, *books, dry_run=True, progress=progress)
    assert told == [step for step in planned if step[2] not in ("김가상", "이가상")]  # known books


def test_within_the_result_every_service_is_a_moment_to_stop(bench: Bench, book: Path) -> None:
    title = bench.definition.rules.title
    felt: list[str] = []
    merged(bench.round, book, dry_run=True, progress=lambda done, total, doing: felt.append(doing))
    assert felt.count(title) > len(bench.definition.services)


def test_what_a_file_brings_is_told_with_it(bench: Bench, book: Path) -> None:
    receipt = sealed(book)
    row = one(merged(bench.round, book))
    assert (row.evaluator, row.receipt, row.sealed) == ("E1", receipt, True)
    assert (row.new, row.unchanged, row.changed) == (15, 0, 0)
    assert (row.given, row.expected) == (9, 9)
    assert row.made_at == max(one.made_at for one in revisions_in(book).values())
    assert row.digest == imports_in(bench.round)[0].digest
    assert (row.notes, row.differing, row.futures, row.parallel) == ((), (), 0, 0)
    again = one(merged(bench.round, book))
    assert (again.status, again.unchanged, again.receipt) == ("nothing new", 15, receipt)


def test_cells_are_counted_as_a_person_counts_them(bench: Bench) -> None:
    """The place of a finding in its list belongs to the finding."""
    from workbench.scoring.book import open_book

    book = bench.books["E1"]
    with open_book(book) as opened:
        opened.record_list(bench.service(1), "achievement", ["하나", "둘"])
        opened.record_list(bench.service(1), "improvement", ["셋"])
        opened.record_list(bench.service(2), "achievement", ["하나"])
    typed(book, (1, "C1", "score", "30"), (1, "C1", "comment", "글"), (2, "C1", "score", "30"))
    assert one(merged(bench.round, book)).new == 7
    with open_book(book) as opened:
        opened.record_list(bench.service(1), "achievement", ["둘", "하나"])  # only the places
    assert one(merged(bench.round, book)).new == 2


def test_a_mixture_that_a_merge_makes_is_one_of_the_open_conflicts(
    bench: Bench, book: Path
) -> None:
    typed(book, (1, "C1", "not_applicable", "yes"))
    typed(bench.books["E2"], *WHOLE)
    copy = shutil.copyfile(book, bench.path("사본.score"))
    assert merged(bench.round, book).conflicts == 0
    report = merged(bench.round, bench.books["E2"])
    assert (report.conflicts, report.exit_code) == (1, 4)
    for path, mark in ((book, "31"), (copy, "32")):
        typed(path, (2, "C1", "score", mark))
    report = merged(bench.round, book, copy)
    assert report.conflicts == 2  # the mixture, and the cell in which the copies differ
    assert [row.conflicts for row in report.files] == [1, 1]


def test_of_whom_nothing_is_expected_nothing_is_missing(bench: Bench) -> None:
    book = bench.books["E1"]
    typed(book, *((number, "", "recusal", "자문 이력") for number in (1, 2, 5)))
    report = merged(bench.round, book)
    assert (one(report).given, one(report).expected, report.incomplete) == (0, 0, ())
    assert [row.code for row in report.missing] == ["E2"]


def test_when_a_file_came_is_told_of_a_refused_one_too(bench: Bench) -> None:
    bad = bench.path("나쁜.score")
    bad.write_bytes(b"x" * 4096)
    row = one(merged(bench.round, bad))
    assert (row.status, row.received_at) == ("refused", bad.stat().st_mtime_ns // 1_000_000)


def test_what_a_changed_scale_left_to_be_confirmed_is_counted_once(
    bench: Bench, book: Path
) -> None:
    typed(bench.books["E2"], *WHOLE)
    merged(bench.round, *bench.books.values())
    with open_round(bench.round) as desk:
        place = bench.service(1), bench.indicator("C1")
        moderate(desk, place, "29", "협의", ("김가상", "이가상"))
    changed(bench, lambda sheets: put(sheets, "indicators", "C1", scale="rating", step="1"))
    with open_round(bench.round) as desk:
        newer = {row.code: path for row, path in desk.hand_out(bench.path("새 파일"))}
    for path in newer.values():
        assert typed(path, (1, "C1", "score", "30")) == 1  # the same number, now as a rating
    assert merged(bench.round, *newer.values()).stale == 1
    typed(newer["E1"], (2, "I1", "actual", "9"))
    report = merged(bench.round, newer["E1"])
    assert (one(report).new, report.stale) == (1, 0)
