"""Cells that do not simply count, in the less usual cases: each is named, and nothing else is."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.workbench.merging.forging import replaced, rewritten
from tests.workbench.merging.lead import settle
from tests.workbench.rounds.redefinitions import added, changed, lowered, put, without
from tests.workbench.rounds.small_round import SHEETS, WHOLE, made, merged, typed
from workbench.merging.naming import Kind
from workbench.sentences import sentence_of
from workbench.setup.sheets import SheetRow

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench
    from workbench.merging.report import FileReport
    from workbench.setup.sheets import Sheets


@pytest.fixture
def book(bench: Bench) -> Path:
    typed(bench.books["E1"], *WHOLE)
    return bench.books["E1"]


def merged_one(bench: Bench, book: Path) -> FileReport:
    (row,) = merged(bench.round, book).files
    return row


def said(row: FileReport, kind: Kind) -> list[str]:
    return [
        f"{sentence_of(note.place, 'ko')}: {sentence_of(note.why, 'ko')}"
        for note in row.notes
        if note.kind is kind
    ]


def test_a_mark_that_was_never_assigned_and_one_of_a_recused_say_so(
    bench: Bench, book: Path
) -> None:
    changed(
        bench,
        lambda sheets: put(sheets, "assignments", "E1", services="1-2"),
        lambda sheets: added(
            sheets,
            "assignments",
            evaluator="E1",
            services="2",
            sections="all",
            status="제척",
            reason="친족",
        ),
    )
    row = merged_one(bench, book)
    why = {line.split()[0]: line.split(": ")[1] for line in said(row, Kind.STRAY)}
    assert why == {"2": "제척 사무라 반영하지 않습니다.", "5": "배정되지 않아 반영하지 않습니다."}
    assert row.stray == 10
    assert said(row, Kind.STRAY)[0] == "2 가상 공원 C1 점수: 제척 사무라 반영하지 않습니다."


def test_of_a_mark_that_no_longer_fits_only_what_does_not_fit_is_named(
    bench: Bench, book: Path
) -> None:
    """Not applicable stands beside a mark and is no longer allowed: the mark itself still fits."""
    typed(book, (1, "C1", "not_applicable", "yes"))
    changed(bench, lambda sheets: put(sheets, "indicators", "C1", allow_not_applicable=""))
    row = merged_one(bench, book)
    (line,) = said(row, Kind.ENTER_AGAIN)
    assert line.startswith("1 가상 센터 C1 해당 없음: yes는 지금의 배점이나 단위에 맞지 않아")
    assert row.enter_again == 1


def test_what_only_an_older_version_has_words_for_is_named_in_those(
    bench: Bench, book: Path
) -> None:
    changed(
        bench,
        lambda sheets: without(sheets, "services", "5"),
        lambda sheets: put(sheets, "services", "2", name="새 이름 공원"),
        lambda sheets: put(sheets, "assignments", "E1", services="1"),
        lambda sheets: put(sheets, "assignments", "E2", services="1-2"),
    )
    row = merged_one(bench, book)
    places = {line.split(" C1")[0] for line in said(row, Kind.STRAY) if " C1" in line}
    assert places == {"2 새 이름 공원", "5 가상 주택"}
    assert row.stray == 10


def test_a_mark_for_a_service_that_never_was_is_taken_into_no_round(
    bench: Bench, book: Path
) -> None:
    """Forged so that every id is right; so a mark that is named always has words."""
    typed(book, (5, "C1", "score", "31"))
    before = bench.round.read_bytes()
    for unknown in ({"service": b"?" * 16}, {"subject": b"?" * 16}):
        forged = shutil.copyfile(book, bench.path("위조.score"))
        rewritten(forged, replaced(**unknown, parents=b""))
        row = merged_one(bench, forged)
        assert row.error is not None
        assert row.error.key == "bad_content"
    assert bench.round.read_bytes() == before


def test_a_cleared_mark_of_whom_nothing_is_expected_is_no_stray(bench: Bench, book: Path) -> None:
    typed(book, *((2, code, field, "") for _, code, field, _ in WHOLE[:5]))
    changed(bench, lambda sheets: put(sheets, "assignments", "E1", services="1"))
    row = merged_one(bench, book)
    assert row.stray == 5
    assert all(line.startswith("5 ") for line in said(row, Kind.STRAY))


def test_texts_of_whom_nothing_is_expected_are_no_stray_marks(bench: Bench) -> None:
    book = bench.books["E1"]
    typed(book, (2, "C1", "comment", "글"), (2, "", "opinion", "의견"), (2, "C1", "score", "30"))
    changed(bench, lambda sheets: put(sheets, "assignments", "E1", services="1"))
    row = merged_one(bench, book)
    assert said(row, Kind.STRAY) == ["2 가상 공원 C1 점수: 배정되지 않아 반영하지 않습니다."]


def test_only_cells_of_the_book_are_named_beside_it(bench: Bench, book: Path) -> None:
    """What is open in one evaluator's cells is not told beside another's book."""
    copy = shutil.copyfile(book, bench.path("사본.score"))
    typed(book, (1, "C1", "score", "31"))
    typed(copy, (1, "C1", "score", "32"))
    typed(bench.books["E2"], (1, "C1", "score", "20"))
    report = merged(bench.round, book, copy, bench.books["E2"])
    assert [len(row.notes) for row in report.files] == [2, 2, 0]
    first = report.files[0]
    assert [note.kind for note in first.notes] == [Kind.CONFLICT, Kind.FUTURE]
    assert said(first, Kind.FUTURE) == ["1 가상 센터 C1 점수: 한 파일의 두 갈래에서 다릅니다."]
    assert said(first, Kind.CONFLICT) == ["1 가상 센터 C1 점수: 충돌이라 정해야 합니다."]


def test_two_copies_that_agree_are_named_and_count_as_ever(bench: Bench, book: Path) -> None:
    copy = shutil.copyfile(book, bench.path("사본.score"))
    for path in (book, copy):
        typed(path, (1, "C1", "score", "31"))
    report = merged(bench.round, book, copy)
    for row in report.files:
        assert said(row, Kind.PARALLEL) == [
            "1 가상 센터 C1 점수: 다른 사본과 값이 같아 그대로 반영합니다."
        ]
        assert (row.parallel, len(row.notes), row.given) == (1, 1, 9)


def test_what_the_lead_settled_is_neither_conflict_nor_future_in_later_merges(
    bench: Bench, book: Path
) -> None:
    copy = shutil.copyfile(book, bench.path("사본.score"))
    typed(book, (1, "C1", "score", "31"))
    typed(copy, (1, "C1", "score", "32"))
    report = merged(bench.round, book, copy)
    assert [(row.futures, row.conflicts) for row in report.files] == [(1, 1), (1, 1)]
    settle(bench.round, bench.cell("E1", 1, "C1", "score"), "31.5")
    for path in (book, copy):
        row = merged_one(bench, path)
        assert (row.futures, row.conflicts, row.differing, row.notes) == (0, 0, (), ())
    typed(book, (2, "C1", "score", "31"))  # in the file and not in the copy: a new future
    row = merged_one(bench, book)
    assert (row.futures, row.conflicts) == (1, 0)
    assert said(row, Kind.FUTURE) == ["2 가상 공원 C1 점수: 한 파일의 두 갈래에서 다릅니다."]


def test_a_mark_to_enter_again_is_named_beside_another_that_still_counts(bench: Bench) -> None:
    """25 points at most now: what E1 gave still fits, what E2 gave does not."""
    typed(bench.books["E1"], (1, "C1", "score", "20"))
    typed(bench.books["E2"], (1, "C1", "score", "30"), (2, "C1", "score", "30"))
    changed(bench, lowered)
    report = merged(bench.round, *bench.books.values())
    assert [row.enter_again for row in report.files] == [0, 2]
    places = [line.split(":")[0] for line in said(report.files[1], Kind.ENTER_AGAIN)]
    assert places == ["1 가상 센터 C1 점수", "2 가상 공원 C1 점수"]


def test_a_long_grade_is_shown_by_its_first_forty_characters(tmp_path: Path) -> None:
    label = "가나다라마바사아자차" * 6
    points, graded = "qualitative¦points¦40¦0.5", "qualitative¦grade¦40¦"
    assert points in SHEETS["indicators"]
    bench = made(
        tmp_path,
        indicators=SHEETS["indicators"].replace(points, graded),
        levels=f"indicator¦label¦percent¦description\nC1¦{label}¦100¦\nC1¦보통¦50¦",
    )
    typed(bench.books["E1"], (1, "C1", "score", label))

    def stricter(sheets: Sheets) -> Sheets:
        first, second = sheets.of("levels")
        changed_row = SheetRow(second.uid, {**second.texts, "percent": "40"})
        return sheets.replaced("levels", (first, changed_row))

    changed(bench, stricter)
    (line,) = said(merged_one(bench, bench.books["E1"]), Kind.ENTER_AGAIN)
    assert f"바뀌어 {label[:40]}를" in line
