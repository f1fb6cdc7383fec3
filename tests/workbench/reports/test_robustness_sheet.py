"""견고성: what `robustness` found, as values, most fragile first."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.workbench.results.rounds_by_hand import (
    COMMON,
    INDIVIDUAL,
    SATISFACTION,
    indicator,
    outcome,
    simple,
)
from workbench.definition.terms import RoundingStage
from workbench.exact import printed
from workbench.reports.cells import Cell, Held
from workbench.reports.edition import Audience, Edition
from workbench.reports.page import FIRST_ROW, HEAD_ROW
from workbench.reports.robustness_sheet import FIRMNESSES, TURNED, robustness_sheet
from workbench.results.robustness import Way, robustness

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.reports.sheet import Sheet
    from workbench.results.outcome import Outcome

EDITION = Edition(Audience.INTERNAL, False, False, datetime(2024, 7, 1, tzinfo=UTC), "")
NOTES = 8


def sheet_of(made: Outcome) -> Sheet:
    return robustness_sheet(made, robustness(made), EDITION)


def body(sheet: Sheet) -> list[tuple[Any, ...]]:
    return [row.cells for row in sheet.rows()][FIRST_ROW - 1 : -NOTES]


def told(cell: Cell) -> str:
    return cell.content


def three(stage: RoundingStage = RoundingStage.INDICATOR) -> Outcome:
    rows = [indicator("C1", COMMON, "39"), indicator("I1", INDIVIDUAL, "46")]
    made = simple(3, *rows, indicator("S1", SATISFACTION, "15"), count=3, rounding_stage=stage)
    marks = {1: ("39", "39", "39"), 2: ("36", "28", "29"), 3: ("29.99", "29.99", "29.99")}
    typed = [
        (f"E{at}", number, code, "score", mark)
        for number, first in marks.items()
        for code, given in (("C1", first), ("I1", ("35",) * 3), ("S1", ("10",) * 3))
        for at, mark in enumerate(given, start=1)
    ]
    return outcome(made, *typed)


def test_the_most_fragile_stands_first_with_what_would_turn_it() -> None:
    first, second, third = body(sheet_of(three()))
    assert [told(cell) for cell in first[:6]] == [
        "2",
        "가상 사무 2",
        "76",
        "통과",
        "1",
        "한 명에 좌우",
    ]
    assert told(first[6]) == "김E1(E1) · C1 C1\n36 → 32.98점 (−3.02점), 총점 74.99"
    assert told(first[7]) == "김E1(E1) 제외: 73.50 재계약배제"
    assert [told(cell) for cell in second[:6]][3:] == ["재계약배제", "-0.01", "근접"]
    assert told(second[6]) == "김E1(E1) · C1 C1\n29.99 → 30.01점 (+0.02점), 총점 75.00"
    assert told(second[7]) == "판정 유지"
    assert told(third[5]) == "확고"


def test_a_total_with_the_other_verdict_is_marked_without_any_colour() -> None:
    first, _, third = body(sheet_of(three()))
    median = first[9]
    assert (told(median), median.held) == ("74", Held.NUMBER)
    assert median.look.numbers == f'0.00" {TURNED}"'
    assert first[8].look.numbers == "0.00"
    assert all(TURNED not in cell.look.numbers for cell in third)


@pytest.mark.parametrize("stage", RoundingStage)
def test_the_columns_of_rounding_are_the_two_stages_that_are_not_in_force(
    stage: RoundingStage,
) -> None:
    sheet = sheet_of(three(stage))
    rows = list(sheet.rows())
    head = [told(cell).replace("\n", " ") for cell in rows[HEAD_ROW - 1].cells if cell]
    words = {
        RoundingStage.INDICATOR: "지표에서 반올림",
        RoundingStage.SECTION: "분야에서 반올림",
        RoundingStage.TOTAL: "총점에서 반올림",
    }
    assert head[11:] == [
        *(word for one, word in words.items() if one is not stage),
        "만족도 다른 환산",
    ]
    assert len(rows) == sheet.length
    assert {len(row.cells) for row in rows[HEAD_ROW - 1 : -NOTES]} == {len(sheet.widths)}


def test_every_number_is_the_one_that_was_found(random_round: Callable[[int], Outcome]) -> None:
    shown = 0
    for seed in range(20):
        made = random_round(seed)
        rules = made.definition.rules
        found = robustness(made)
        if not found:
            continue
        rows = body(sheet_of(made))
        for cells, row in zip(rows, found, strict=True):
            assert told(cells[0]) == str(row.service.number)
            assert Decimal(told(cells[2])) == row.total
            assert Decimal(told(cells[4])) == row.margin
            assert told(cells[5]) == FIRMNESSES[row.firmness]
            ways = [one for one in Way if any(one is other.way for other in row.ways)]
            for cell, way in zip(cells[8:], ways, strict=True):
                (total,) = (one.made.total for one in row.ways if one.way is way)
                assert told(cell) == "산출 불가" if total is None else Decimal(told(cell)) == total
            if row.smallest is not None:
                assert (
                    told(cells[6])
                    .splitlines()[1]
                    .endswith(f"총점 {printed(row.smallest.total, rules.score_places)}")
                )
            assert all(cell.held is not Held.FORMULA for cell in cells)
            shown += 1
    assert shown > 40


def test_with_nobody_counted_it_says_so() -> None:
    rows = [indicator("C1", COMMON, "39"), indicator("I1", INDIVIDUAL, "46")]
    sheet = sheet_of(outcome(simple(1, *rows, indicator("S1", SATISFACTION, "15"))))
    cells = [row.cells for row in sheet.rows()]
    assert cells[FIRST_ROW - 1][0] is None
    assert told(cells[FIRST_ROW - 1][1]) == "해당 없음"
    assert len(cells) == sheet.length


def test_it_is_printed_on_the_width_of_a_landscape_page() -> None:
    sheet = sheet_of(three())
    assert sheet.landscape
    assert sheet.pages_wide == 1
    assert sheet.head == (HEAD_ROW, HEAD_ROW)
