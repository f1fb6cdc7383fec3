"""What a settlement may put into a cell after the rule that its values were typed under changed."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from tests.workbench.rounds.redefinitions import changed, lowered, put
from tests.workbench.rounds.small_round import WHOLE, merged, results_of, sealed, typed
from workbench.errors import InputError
from workbench.rounds.desk import open_round
from workbench.settling.inbox import read_inbox
from workbench.settling.settling import settle

if TYPE_CHECKING:
    from tests.workbench.rounds.small_round import Bench
    from workbench.setup.sheets import Sheets


@pytest.fixture
def rerated(bench: Bench) -> Bench:
    """E1 gave 32 points in one copy and 35 in another; since then C1 is rated from 0 to 100."""
    first, other = bench.books["E1"], bench.path("other.score")
    typed(first, *WHOLE)
    shutil.copyfile(first, other)
    typed(first, (1, "C1", "score", "32"))
    typed(other, (1, "C1", "score", "35"))
    merged(bench.round, first, other)
    changed(bench, rated)
    return bench


def rated(sheets: Sheets) -> Sheets:
    return put(sheets, "indicators", "C1", scale="rating")


@pytest.mark.parametrize("points", ["32", "35"])
def test_points_are_not_taken_for_a_rating_and_not_a_byte_moves(
    rerated: Bench, points: str
) -> None:
    cell = rerated.cell("E1", 1, "C1", "score")
    before = rerated.round.read_bytes()
    with open_round(rerated.round) as desk, pytest.raises(InputError) as refused:
        settle(desk, [(cell, points)], "확인")
    assert refused.value.key == "settle_rule_changed"
    assert rerated.round.read_bytes() == before


def test_a_value_of_another_rule_is_offered_with_no_total_and_by_no_file(rerated: Bench) -> None:
    with open_round(rerated.round) as desk:
        inbox = read_inbox(desk)
        (one,) = inbox.cells
        assert [(row.value, row.can_stand, row.effect) for row in one.sources] == [
            ("32", False, None),
            ("35", False, None),
        ]
        assert inbox.files() == ()
        assert inbox.taking(rerated.owner("E1"), "other.score") == []


def test_a_value_above_a_lowered_maximum_cannot_stand_and_the_other_can(bench: Bench) -> None:
    first, other = bench.books["E1"], bench.path("other.score")
    typed(first, *WHOLE)
    shutil.copyfile(first, other)
    typed(first, (1, "C1", "score", "20"))
    typed(other, (1, "C1", "score", "35"))
    merged(bench.round, first, other)
    changed(bench, lowered)
    with open_round(bench.round) as desk:
        inbox = read_inbox(desk)
        (one,) = (row for row in inbox.cells if row.cell == bench.cell("E1", 1, "C1", "score"))
        assert [(row.value, row.can_stand) for row in one.sources] == [("20", True), ("35", False)]
        assert dict(inbox.taking(bench.owner("E1"), "other.score")) == {}


def test_a_way_of_a_forked_file_is_not_taken_for_a_rating_either(bench: Bench) -> None:
    first, other = bench.books["E1"], bench.path("other.score")
    typed(first, *WHOLE)
    shutil.copyfile(first, other)
    typed(first, (1, "", "opinion", "의견"))
    typed(other, (1, "C1", "score", "35"))
    merged(bench.round, first, other)
    changed(bench, rated)
    with open_round(bench.round) as desk:
        cell = bench.cell("E1", 1, "C1", "score")
        assert cell in {one.cell for one in read_inbox(desk).cells}
        for points in ("30", "35"):
            with pytest.raises(InputError):
                settle(desk, [(cell, points)], "확인")


def test_a_value_of_the_present_rule_settles_and_can_be_taken_again(rerated: Bench) -> None:
    cell = rerated.cell("E1", 1, "C1", "score")
    with open_round(rerated.round) as desk:
        settle(desk, [(cell, "80")], "다시 확인")
        settle(desk, [(cell, None)], "비움")
        settle(desk, [(cell, "80")], "다시 확인")
        assert read_inbox(desk).cells == ()
    assert results_of(rerated.round)["services"][0]["verdict"] == "incomplete"


def test_the_report_says_which_values_the_lead_put_under_a_name(bench: Bench) -> None:
    for book in bench.books.values():
        typed(book, *WHOLE)
        sealed(book)
    merged(bench.round, *bench.books.values())
    with open_round(bench.round) as desk:
        settle(desk, [(bench.cell("E1", 1, "C1", "score"), "28")], "서명한 평가표가 맞음")
        report = desk.export(bench.path("보고서.xlsx"))
    rows = list(load_workbook(report)["평가위원별 원점수"].iter_rows(min_row=5, values_only=True))
    settled = [row for row in rows if "총괄이 정한 값" in str(row[9])]
    assert [(row[1], row[3], row[5], row[8], row[9]) for row in settled] == [
        ("1", "C1", "E1", 28, "반영 · 총괄이 정한 값")
    ]
    typed(bench.books["E1"], (1, "C1", "score", "28"))
    merged(bench.round, bench.books["E1"])
    with open_round(bench.round) as desk:  # now it is his own value too
        assert desk.outcome().services[0].indicators[0].marks[0].settled == ()
