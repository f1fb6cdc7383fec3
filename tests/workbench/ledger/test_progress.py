"""The progress board: how much of whom is in, and the text that reminds of the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.workbench.rounds.redefinitions import changed, put
from tests.workbench.rounds.small_round import WHOLE, merged, sealed, typed
from workbench.definition.terms import Standing
from workbench.ledger.progress import (
    EvaluatorProgress,
    MissingService,
    SectionProgress,
    progress_board,
    reminder_text,
)
from workbench.ledger.withdrawing import withdraw
from workbench.rounds.desk import open_round
from workbench.rounds.replacing import Arriving, replace_evaluator

if TYPE_CHECKING:
    from tests.workbench.rounds.small_round import Bench


def board(bench: Bench) -> dict[str, EvaluatorProgress]:
    with open_round(bench.round, read_only=True) as desk:
        return {row.evaluator.code: row for row in progress_board(desk)}


def text(bench: Bench, code: str, language: str = "ko") -> str:
    with open_round(bench.round, read_only=True) as desk:
        (row,) = (row for row in progress_board(desk) if row.evaluator.code == code)
        return reminder_text(row, desk.definition.rules, language)


def test_nothing_is_in_before_the_first_book(bench: Bench) -> None:
    for row in board(bench).values():
        assert (row.given, row.expected, row.receipt, row.last_file) == (0, 9, None, "")
        assert (row.sealed_at, row.last_at) == (None, None)
        assert [one.count for one in row.missing] == [3, 3, 3]


def test_what_is_in_is_counted_by_section_and_what_is_missing_by_service(bench: Bench) -> None:
    typed(bench.books["E1"], *WHOLE, (2, "C1", "score", ""), (5, "I1", "actual", ""))
    merged(bench.round, bench.books["E1"])
    row = board(bench)["E1"]
    assert row.sections == (
        SectionProgress("common", 2, 3),
        SectionProgress("individual", 2, 3),
        SectionProgress("satisfaction", 3, 3),
    )
    assert row.missing == (MissingService(2, "가상 공원", 1), MissingService(5, "가상 주택", 1))
    assert (row.given, row.expected) == (7, 9)
    assert row.last_file == bench.books["E1"].name
    assert row.last_at is not None
    assert row.receipt is None


def test_whoever_is_sealed_stands_with_code_and_time(whole: Bench) -> None:
    row = board(whole)["E1"]
    assert (row.given, row.missing) == (9, ())
    assert row.receipt == sealed(whole.books["E1"])
    assert row.sealed_at is not None
    typed(whole.books["E1"], (1, "C1", "score", "31"))
    merged(whole.round, whole.books["E1"])
    assert board(whole)["E1"].receipt is None


def test_a_withdrawn_file_is_no_longer_in(whole: Bench) -> None:
    with open_round(whole.round) as desk:
        withdraw(desk, 1, "잘못 받음")
    row = board(whole)["E1"]
    assert (row.given, row.last_file, row.receipt) == (0, "", None)


def test_not_applicable_is_a_mark_and_nothing_is_expected_of_whoever_is_recused(
    bench: Bench,
) -> None:
    typed(bench.books["E1"], (1, "C1", "not_applicable", "yes"))
    merged(bench.round, bench.books["E1"])
    assert board(bench)["E1"].given == 1
    with open_round(bench.round) as desk:
        replace_evaluator(
            desk,
            "E2",
            Arriving("E3", "박가상"),
            numbers=(1, 2),
            standing=Standing.RECUSED,
            reason="회피",
            folder=bench.path("새 파일"),
        )
    assert {code: row.expected for code, row in board(bench).items()} == {"E1": 9, "E2": 3, "E3": 6}


def test_the_reminder_names_what_is_missing_until_when_and_whom_to_ask(bench: Bench) -> None:
    typed(bench.books["E1"], *WHOLE, (2, "C1", "score", ""))
    merged(bench.round, bench.books["E1"])
    changed(
        bench,
        lambda sheets: put(sheets, "round", "deadline", value="2024-07-19"),
        lambda sheets: put(sheets, "round", "contact", value="02-000-0000"),
    )
    korean, english = text(bench, "E1"), text(bench, "E1", "en")
    for said in (korean, english):
        for part in ("김가상", "2024년 제1차 종합성과평가 (시험)", "2 가상 공원"):
            assert part in said
        assert said.endswith("02-000-0000")
        assert "2024-07-19" in said
        assert "가상 주택" not in said
    assert "1칸의 평점" in korean
    assert korean.startswith("김가상 위원님, 안녕하십니까.")
    assert english.startswith("Dear 김가상,")


def test_the_reminder_asks_for_the_seal_and_thanks_for_a_sealed_book(bench: Bench) -> None:
    typed(bench.books["E1"], *WHOLE)
    merged(bench.round, bench.books["E1"])
    assert "봉인" in text(bench, "E1").splitlines()[-1]
    receipt = sealed(bench.books["E1"])
    merged(bench.round, bench.books["E1"])
    assert receipt in text(bench, "E1")
    assert "\n\n" not in text(bench, "E1")
