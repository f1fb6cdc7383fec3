"""Moderated marks on real files: what they replace, what ends them, when they go stale."""

from __future__ import annotations

import json
import shutil
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from models.imports import events
from tests.workbench.rounds.redefinitions import changed, put
from tests.workbench.rounds.small_round import (
    WHOLE,
    Bench,
    made,
    merged,
    results_of,
    revisions_in,
    sealed,
    typed,
)
from workbench.checking import check_file
from workbench.errors import InputError
from workbench.ledger.withdrawing import withdraw
from workbench.results.moderated import moderated_rows
from workbench.rounds.desk import open_round
from workbench.settling.meeting import Need, meeting_list
from workbench.settling.moderating import confirm, drop, moderate

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.results.outcome import IndicatorOutcome

PEOPLE = ("김가상", "이가상")


@pytest.fixture
def scored(bench: Bench) -> Bench:
    """Both evaluators are complete and merged; service 1 C1 is 30 and 20."""
    for code, score in (("E1", "30"), ("E2", "20")):
        typed(bench.books[code], *WHOLE, (1, "C1", "score", score))
        sealed(bench.books[code])
    merged(bench.round, *bench.books.values())
    return bench


def pair(bench: Bench, number: int = 1, code: str = "C1") -> tuple[bytes, bytes]:
    return bench.service(number), bench.indicator(code)


def total(bench: Bench, number: int = 1) -> tuple[str, str | None]:
    rows = results_of(bench.round)["services"]
    row = next(row for row in rows if row["number"] == number)
    return row["verdict"], row["total"]


def agree(bench: Bench, mark: str, number: int = 1, code: str = "C1") -> None:
    with open_round(bench.round) as desk:
        moderate(desk, pair(bench, number, code), mark, "협의 결과", PEOPLE)


def outcome_of(bench: Bench, code: str = "C1") -> IndicatorOutcome:
    with open_round(bench.round, read_only=True) as desk:
        (service, *_) = desk.outcome().services
    return next(row for row in service.indicators if row.indicator.code == code)


def closed(bench: Bench) -> list[str]:
    with open_round(bench.round, read_only=True) as desk:
        return [why.key for why in desk.reading().closed]


def test_the_agreed_mark_counts_and_the_originals_stay(scored: Bench) -> None:
    assert total(scored) == ("below", "72.25")  # mean of 30 and 20
    agree(scored, "29.5")
    assert total(scored) == ("pass", "76.75")
    row = outcome_of(scored)
    assert row.original == 25
    assert row.exact == Fraction("29.5")
    assert str(row.points) == "29.50"
    assert [mark.points for mark in row.marks] == [30, 20]
    assert row.moderated.people == PEOPLE
    assert row.moderated.reason == "협의 결과"
    assert closed(scored) == []
    assert check_file(scored.round) == ()


def test_a_mark_that_changes_afterwards_makes_it_stale_until_confirmed(scored: Bench) -> None:
    agree(scored, "29.5")
    typed(scored.books["E2"], (1, "C1", "score", "21"))
    sealed(scored.books["E2"])
    report = merged(scored.round, scored.books["E2"])
    assert report.exit_code == 4
    assert total(scored) == ("conflict", None)
    assert closed(scored) == ["closed_stale"]
    with open_round(scored.round) as desk:
        assert meeting_list(desk.outcome())[0].need is Need.STALE
        confirm(desk, [pair(scored)], "그대로 두기로 함")
    assert total(scored) == ("pass", "76.75")
    assert closed(scored) == []


def test_a_text_that_changes_afterwards_leaves_it_alone(scored: Bench) -> None:
    agree(scored, "29.5")
    typed(scored.books["E2"], (1, "C1", "comment", "다시 봄"), (1, "S1", "survey_n", "30"))
    sealed(scored.books["E2"])
    assert merged(scored.round, scored.books["E2"]).exit_code == 0
    assert total(scored) == ("pass", "76.75")


def test_a_withdrawn_import_under_it_makes_the_service_incomplete_and_returns(
    scored: Bench,
) -> None:
    agree(scored, "29.5")
    with open_round(scored.round) as desk:
        withdraw(desk, 2, "잘못 받음")
    assert total(scored) == ("incomplete", None)
    merged(scored.round, scored.books["E2"])
    assert total(scored) == ("pass", "76.75")


def test_dropping_it_lets_the_marks_count_again(scored: Bench) -> None:
    agree(scored, "29.5")
    with open_round(scored.round) as desk:
        drop(desk, pair(scored), "협의 취소")
        assert moderated_rows(desk.outcome()) == ()
    assert total(scored) == ("below", "72.25")


def test_it_ends_a_mixture_either_way(scored: Bench) -> None:
    typed(scored.books["E2"], (1, "C1", "not_applicable", "yes"))
    sealed(scored.books["E2"])
    merged(scored.round, scored.books["E2"])
    assert total(scored) == ("conflict", None)
    agree(scored, "28")
    assert total(scored)[1] == "75.25"
    agree(scored, "")  # out: every indicator of the section is out then
    assert total(scored) == ("incomplete", None)


def test_it_never_fills_a_hole(bench: Bench) -> None:
    typed(bench.books["E1"], *WHOLE)
    merged(bench.round, bench.books["E1"])
    agree(bench, "30")
    assert total(bench) == ("incomplete", None)


def test_it_never_hides_a_conflict(scored: Bench) -> None:
    copy = shutil.copyfile(scored.books["E1"], scored.path("copy.score"))
    typed(scored.books["E1"], (1, "C1", "score", "31"))
    typed(copy, (1, "C1", "score", "32"))
    merged(scored.round, scored.books["E1"], copy)
    agree(scored, "30")
    assert total(scored) == ("conflict", None)


def test_consensus_waits_for_it(tmp_path: Path) -> None:
    sheet = """
        code¦section¦group¦name¦kind¦scale¦max_points¦step¦applies_to¦aggregation¦guidance
        C1¦common¦사업¦계획¦qualitative¦points¦40¦0.5¦all¦consensus¦
        I1¦individual¦사업¦실적¦quantitative¦measure¦45¦¦all¦¦
        S1¦satisfaction¦¦만족도¦survey¦survey¦15¦¦all¦¦
        """
    bench = made(tmp_path / "round", indicators=sheet)
    for book in bench.books.values():
        typed(book, *WHOLE)
        sealed(book)
    merged(bench.round, *bench.books.values())
    assert total(bench) == ("incomplete", None)
    with open_round(bench.round) as desk:
        rows = meeting_list(desk.outcome())
    assert {row.need for row in rows} == {Need.OPEN}
    agree(bench, "29")
    assert total(bench) == ("pass", "76.25")


def test_a_computed_indicator_is_agreed_in_points(scored: Bench) -> None:
    agree(scored, "40.125", code="I1")
    assert str(outcome_of(scored, "I1").points) == "40.13"
    with pytest.raises(InputError, match="moderate_too_high"):
        agree(scored, "45.01", code="I1")


@pytest.mark.parametrize(
    ("mark", "reason", "people", "key"),
    [
        ("40.5", "r", PEOPLE, "score_too_high"),
        ("30.25", "r", PEOPLE, "score_off_step"),
        ("30", " ", PEOPLE, "settle_reason_missing"),
        ("30", "r", (" ",), "moderate_nobody"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_changes(
    scored: Bench, mark: str, reason: str, people: tuple[str, ...], key: str
) -> None:
    before = revisions_in(scored.round)
    with open_round(scored.round) as desk, pytest.raises(InputError) as refused:
        moderate(desk, pair(scored), mark, reason, people)
    assert refused.value.key == key
    assert revisions_in(scored.round) == before


def test_a_rule_it_no_longer_fits_asks_for_another_mark(scored: Bench) -> None:
    agree(scored, "29.5")
    changed(scored, lambda sheets: put(sheets, "indicators", "C1", step="1"))
    assert total(scored) == ("conflict", None)
    assert closed(scored) == ["closed_stale"]
    before = revisions_in(scored.round)
    with open_round(scored.round) as desk:
        (row,) = moderated_rows(desk.outcome())
        assert (row.is_stale, row.can_be_confirmed) == (True, False)
        with pytest.raises(InputError, match="moderate_unfit_now"):
            confirm(desk, [pair(scored)], "그대로")
    assert revisions_in(scored.round) == before
    agree(scored, "29")
    assert total(scored) == ("pass", "76.25")


def test_another_scale_leaves_nothing_to_confirm_while_marks_are_missing(scored: Bench) -> None:
    agree(scored, "29.5")
    changed(scored, lambda sheets: put(sheets, "indicators", "C1", scale="rating", step="0.5"))
    assert total(scored) == ("incomplete", None)
    with open_round(scored.round, read_only=True) as desk:
        (row,) = moderated_rows(desk.outcome())
    assert (row.is_stale, row.agreed.is_unfit) == (False, True)


def test_the_history_keeps_why_by_revision(scored: Bench) -> None:
    agree(scored, "29.5")
    with open_round(scored.round) as desk:
        confirm(desk, [pair(scored)], "다시 확인")
        drop(desk, pair(scored), "협의 취소")
        with desk.store.read() as connection:
            told = [(row.kind, json.loads(row.detail)) for row in events(connection)][-3:]
    assert [kind for kind, _ in told] == [
        "moderated",
        "moderation_confirmed",
        "moderation_dropped",
    ]
    assert [detail["reason"] for _, detail in told] == ["협의 결과", "다시 확인", "협의 취소"]
    made = revisions_in(scored.round)
    for (_, detail), mark in zip(told, ("29.5", "29.5", ""), strict=True):
        (cell,) = detail["cells"]
        assert cell["mark"] == mark
        assert made[bytes.fromhex(cell["revision"])].field == "moderation"
