"""How firm a verdict is, in rounds computed by hand."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from models.journal import Revision
from tests.workbench.results.rounds_by_hand import (
    COMMON,
    INDIVIDUAL,
    SATISFACTION,
    VERSION,
    definition,
    evaluator,
    heads,
    indicator,
    measured,
    outcome,
    rules,
    service,
    simple,
    uid,
)
from workbench.definition.terms import (
    Aggregation,
    Formula,
    Level,
    Measure,
    RoundingStage,
    Scale,
)
from workbench.results.outcome import Verdict
from workbench.results.robustness import NEAR_SHARE, Firmness, Robustness, Way, robustness
from workbench.results.scoring import compute

if TYPE_CHECKING:
    from tests.workbench.results.rounds_by_hand import Typed
    from workbench.definition.terms import Definition, Indicator

C1 = indicator("C1", COMMON, "39")
I1 = indicator("I1", INDIVIDUAL, "46")
S1 = indicator("S1", SATISFACTION, "15")
LEAD = uid("lead")
E1, E2, E3 = uid("eE1"), uid("eE2"), uid("eE3")


def scores(number: int = 1, **marks: str) -> list[Typed]:
    """Marks of the team by code, in the order of the team; one mark alone is everybody's."""
    return [
        (f"E{at}", number, code, "score", mark)
        for code, row in marks.items()
        for at, mark in enumerate(row.split(), start=1)
    ]


def of(made: Definition, *typed: Typed) -> Robustness:
    (row,) = robustness(outcome(made, *typed))
    return row


def way(row: Robustness, wanted: Way) -> tuple[Decimal | None, bool]:
    (found,) = (one.made for one in row.ways if one.way is wanted)
    return found.total, found.flips


def test_at_the_cut_the_smallest_change_is_the_first_that_the_rounding_lets_through() -> None:
    row = of(simple(2, C1, I1, S1), *scores(C1="30 30", I1="35 35", S1="10 10"))
    assert (row.total, row.margin, row.verdict) == (Decimal("75.00"), Decimal(0), Verdict.PASS)
    assert row.smallest is not None  # 29.99 and 30 make 29.995, which is 30.00 once rounded
    assert (row.smallest.evaluator, row.smallest.indicator) == (E1, C1.uid)
    assert (row.smallest.before, row.smallest.after) == ("30", "29.98")
    assert row.smallest.points == Fraction(-2, 100)
    assert row.smallest.total == Decimal("74.99")
    assert row.smallest.signed(2) == "\u22120.02"
    assert row.near == row.smallest
    assert row.firmness is Firmness.CLOSE
    assert (row.hinging, row.turning) == ((), ())


def test_a_verdict_that_rests_on_one_evaluator_hinges_on_him() -> None:
    row = of(simple(3, C1, I1, S1), *scores(C1="36 28 29", I1="35 35 35", S1="10 10 10"))
    assert (row.total, row.verdict) == (Decimal("76.00"), Verdict.PASS)
    assert [(one.evaluator, one.made.total, one.made.flips) for one in row.without] == [
        (E1, Decimal("73.50"), True),
        (E2, Decimal("77.50"), False),
        (E3, Decimal("77.00"), False),
    ]
    assert row.firmness is Firmness.HINGES
    assert row.hinging == (E1,)
    assert way(row, Way.MEAN) == (Decimal("76.00"), False)
    assert way(row, Way.MEDIAN) == (Decimal("74.00"), True)
    assert way(row, Way.TRIMMED_MEAN) == (Decimal("76.00"), False)  # three marks: the mean
    assert row.smallest is not None  # the mean of C1 has to fall below 29.995
    assert (row.smallest.before, row.smallest.after) == ("36", "32.98")


def test_what_one_alone_marked_cannot_be_computed_without_him_and_turns_nothing() -> None:
    where = service(1)
    people = [evaluator("E1", [(where, C1), (where, I1)]), evaluator("E2", [(where, S1)])]
    row = of(
        definition(rules(), [C1, I1, S1], [where], people),
        ("E1", 1, "C1", "score", "39"),
        ("E1", 1, "I1", "score", "46"),
        ("E2", 1, "S1", "score", "15"),
    )
    assert [(one.made.total, one.made.verdict, one.made.flips) for one in row.without] == [
        (None, None, False),
        (None, None, False),
    ]
    assert row.indispensable == (E1, E2)
    assert row.firmness is Firmness.FIRM
    assert row.smallest is not None  # 39 → 13.99 is more than a quarter of 39
    assert (row.smallest.after, row.near) == ("13.99", None)


def test_no_single_mark_can_turn_what_is_far_from_the_cut() -> None:
    row = of(simple(3, C1, I1, S1), *scores(C1="39 39 39", I1="46 46 46", S1="15 15 15"))
    assert (row.margin, row.smallest, row.near) == (Decimal("25.00"), None, None)
    assert row.firmness is Firmness.FIRM


@pytest.mark.parametrize(
    ("most", "firmness"), [("4", Firmness.CLOSE), ("3.99", Firmness.FIRM), ("8", Firmness.CLOSE)]
)
def test_a_quarter_of_the_maximum_still_is_close(most: str, firmness: Firmness) -> None:
    assert Fraction(1, 4) == NEAR_SHARE
    first = indicator("C1", COMMON, most, step=Decimal(1))
    second = indicator("I1", INDIVIDUAL, "96", step=Decimal(48))
    row = of(
        simple(1, first, second, cut=Decimal(52)),
        *scores(C1="3", I1="48"),
    )
    assert row.margin == Decimal(-1)
    if most != "3.99":
        assert row.smallest is not None
        assert row.smallest.points == 1
    assert row.firmness is firmness


def test_the_smallest_change_may_be_a_large_part_of_its_mark_and_another_near() -> None:
    small = indicator("C1", COMMON, "2", step=Decimal(1))
    large = indicator("C2", COMMON, "37", step=Decimal(5))
    rest = indicator("I1", INDIVIDUAL, "61", step=Decimal(61))
    row = of(simple(1, small, large, rest, cut=Decimal(73)), *scores(C1="0", C2="10", I1="61"))
    assert (row.total, row.verdict) == (Decimal("71.00"), Verdict.BELOW)
    assert row.smallest is not None
    assert (row.smallest.indicator, row.smallest.points) == (small.uid, 2)  # all of its maximum
    assert row.near is not None
    assert (row.near.indicator, row.near.points) == (large.uid, 5)  # of 37
    assert row.firmness is Firmness.CLOSE


def test_of_grades_that_make_the_same_points_the_first_is_named() -> None:
    levels = tuple(
        Level(label, Decimal(percent))
        for label, percent in (("탁월", 100), ("우수", 80), ("양호", 80), ("보통", 60))
    )
    graded = indicator("C1", COMMON, "40", scale=Scale.GRADE, levels=levels)
    other = indicator("I1", INDIVIDUAL, "60", step=Decimal(60))
    row = of(simple(1, graded, other, cut=Decimal(90)), *scores(C1="보통", I1="60"))
    assert (row.total, row.verdict) == (Decimal("84.00"), Verdict.BELOW)
    assert row.smallest is not None
    assert (row.smallest.before, row.smallest.after) == ("보통", "우수")
    assert (row.smallest.points, row.smallest.total) == (Fraction(8), Decimal("92.00"))
    assert row.near == row.smallest


def test_a_rating_moves_in_its_own_step_and_is_measured_in_points() -> None:
    rated = indicator("C1", COMMON, "40", scale=Scale.RATING, step=Decimal("2.5"))
    other = indicator("I1", INDIVIDUAL, "60", step=Decimal(60))
    row = of(simple(1, rated, other, cut=Decimal(90)), *scores(C1="70", I1="60"))
    assert row.smallest is not None  # 2 points are 5 of 100
    assert (row.smallest.before, row.smallest.after) == ("70", "75")
    assert row.smallest.points == Fraction(2)


def test_a_computed_mark_moves_by_the_last_printed_place() -> None:
    computed = measured("C1", COMMON, "40", None)
    other = indicator("I1", INDIVIDUAL, "60", step=Decimal(60))
    row = of(
        simple(1, computed, other, cut=Decimal("73.34")),
        ("E1", 1, "C1", "target", "3"),
        ("E1", 1, "C1", "actual", "1"),
        ("E1", 1, "I1", "score", "60"),
    )
    assert row.total == Decimal("73.33")
    assert row.smallest is not None
    assert (row.smallest.before, row.smallest.after) == ("13.333333", "13.34")
    assert row.smallest.points == Fraction(1334, 100) - Fraction(40, 3)
    assert row.smallest.signed(2) == "+0.006667"


def agreed_on(row: Indicator, mark: str, base: list[list[str]]) -> dict[Any, Any]:
    text = json.dumps({"mark": mark, "reason": "협의", "people": ["김가상"], "base": base})
    cell = (LEAD, uid("s1"), row.uid, "moderation")
    return {cell: (Revision(b"m" * 32, *cell, text, LEAD, LEAD, 1, VERSION, 7, b""),)}


def test_an_agreed_mark_stays_whoever_is_left_out_and_is_one_mark_itself() -> None:
    made = simple(2, C1, I1, S1)
    typed = scores(C1="36 20", I1="35 35", S1="10 10")
    base = sorted([[E1.hex(), "score", "36"], [E2.hex(), "score", "20"]])
    found = {**heads(typed), **agreed_on(C1, "30.5", base)}
    (row,) = robustness(compute(made, found))
    assert row.total == Decimal("75.50")
    assert {one.made.total for one in row.without} == {Decimal("75.50")}
    assert {one.made.total for one in row.ways} == {Decimal("75.50")}
    assert row.smallest is not None
    assert row.smallest.evaluator is None  # halved for nobody: 0.51 of the agreed mark is enough
    assert (row.smallest.before, row.smallest.after) == ("30.5", "29.99")


def test_a_consensus_indicator_keeps_its_agreed_mark() -> None:
    agreed = indicator("C1", COMMON, "39", aggregation=Aggregation.CONSENSUS)
    base = sorted([[E1.hex(), "score", "36"], [E2.hex(), "score", "20"]])
    typed = scores(C1="36 20", I1="40 40", S1="10 10")
    found = {**heads(typed), **agreed_on(agreed, "30", base)}
    (row,) = robustness(compute(simple(2, agreed, I1, S1), found))
    assert {one.made.total for one in (*row.without, *row.ways)} == {Decimal("80.00")}


def test_what_is_out_stays_out_and_its_section_scaled() -> None:
    first = indicator("C1", COMMON, "19")
    second = indicator("C2", COMMON, "20", allow_not_applicable=True)
    out = [(who, 1, "C2", "not_applicable", "yes") for who in ("E1", "E2")]
    row = of(
        simple(2, first, second, I1, S1),
        *scores(C1="19 9.5", I1="35 35", S1="10 10"),
        *out,
    )
    assert row.total == Decimal("74.25")  # 14.25 × 39 ÷ 19 = 29.25
    assert [one.made.total for one in row.without] == [Decimal("64.50"), Decimal("84.00")]
    assert row.hinging == (E2,)
    assert row.smallest is not None  # the mean of C1 has to reach 14.62: 14.61 makes 29.99
    assert (row.smallest.before, row.smallest.after) == ("9.5", "10.23")
    assert row.smallest.points == Fraction(73, 100)


def test_who_alone_says_not_applicable_cannot_be_left_out() -> None:
    where = service(1)
    first = indicator("C1", COMMON, "19")
    second = indicator("C2", COMMON, "20", allow_not_applicable=True)
    everything = [(where, row) for row in (first, I1, S1)]
    people = [evaluator("E1", [*everything, (where, second)]), evaluator("E2", everything)]
    row = of(
        definition(rules(), [first, second, I1, S1], [where], people),
        *scores(C1="19 19", I1="35 35", S1="10 10"),
        ("E1", 1, "C2", "not_applicable", "yes"),
    )
    assert [one.made.total for one in row.without] == [None, Decimal("84.00")]


@pytest.mark.parametrize(
    ("formula", "total", "other"),
    [(None, "93.75", "95.00"), (Formula.SURVEY_PROPORTIONAL, "95.00", "93.75")],
)
def test_satisfaction_is_converted_the_other_way(
    formula: Formula | None, total: str, other: str
) -> None:
    ends = (("min", "1"), ("max", "5"))
    asked = indicator(
        "S1", SATISFACTION, "25", scale=Scale.SURVEY, measure=formula and Measure(formula, ends)
    )
    rest = indicator("C1", COMMON, "75")
    typed = [("E1", 1, "C1", "score", "75"), ("E1", 1, "S1", "survey_mean", "4")]
    if formula is None:
        typed += [("E1", 1, "S1", "survey_min", "1"), ("E1", 1, "S1", "survey_max", "5")]
    row = of(simple(1, rest, asked, cut=Decimal(94)), *typed)
    assert row.total == Decimal(total)
    assert way(row, Way.SURVEY) == (Decimal(other), True)
    assert row.turning == (Way.SURVEY,)
    assert row.firmness is Firmness.CLOSE


def test_without_the_lower_end_of_the_scale_there_is_no_linear_conversion() -> None:
    measure = Measure(Formula.SURVEY_PROPORTIONAL, (("max", "5"),))
    asked = indicator("S1", SATISFACTION, "25", scale=Scale.SURVEY, measure=measure)
    typed = [("E1", 1, "C1", "score", "75"), ("E1", 1, "S1", "survey_mean", "4")]
    row = of(simple(1, indicator("C1", COMMON, "75"), asked), *typed)
    assert way(row, Way.SURVEY) == (None, False)


@pytest.mark.parametrize("stage", RoundingStage)
def test_the_other_two_rounding_stages_are_tried(stage: RoundingStage) -> None:
    # thirds: 4/3 twice and 2/3: by indicator 1.33 + 1.33, by section 2.67, in all 3.33
    first = measured("C1", COMMON, "4", None)
    second = measured("C2", COMMON, "4", None)
    third = measured("I1", INDIVIDUAL, "2", None)
    typed = [
        ("E1", 1, code, field, value)
        for code in ("C1", "C2", "I1")
        for field, value in (("target", "3"), ("actual", "1"))
    ]
    made = simple(1, first, second, third, cut=Decimal("3.34"), rounding_stage=stage)
    row = of(made, *typed)
    totals = {
        RoundingStage.INDICATOR: "3.33",
        RoundingStage.SECTION: "3.34",
        RoundingStage.TOTAL: "3.33",
    }
    assert row.total == Decimal(totals[stage])
    ways = {f"round_{one}": Decimal(total) for one, total in totals.items() if one is not stage}
    assert {
        one.way.value: one.made.total for one in row.ways if one.way.value.startswith("round_")
    } == ways
    turning = {"round_section"}
    if stage is RoundingStage.SECTION:
        turning = {"round_indicator", "round_total"}
    assert {one.value for one in row.turning} == turning


def test_an_adjustment_stays_in_every_alternative_and_totals_are_clipped() -> None:
    cell = (LEAD, uid("s1"), uid("a1"), "adjustment")
    text = json.dumps({"points": "3", "reason": "수상", "evidence": ""})
    extra = {cell: (Revision(b"a" * 32, *cell, text, LEAD, LEAD, 1, VERSION, 0, b""),)}
    typed = scores(C1="39 37", I1="46 44", S1="15 13")
    (row,) = robustness(compute(simple(2, C1, I1, S1), {**heads(typed), **extra}))
    assert row.total == Decimal(100)
    assert [one.made.total for one in row.without] == [Decimal("97.00"), Decimal(100)]


def test_the_most_fragile_stands_first() -> None:
    made = simple(3, C1, I1, S1, count=5)
    row = {"I1": "35 35 35", "S1": "10 10 10"}
    typed = [
        *scores(1, C1="39 39 39", **row),
        *scores(2, C1="30.02 30.02 30.02", **row),  # close: 0.02 above the cut
        *scores(3, C1="36 28 29", **row),  # hinges on the first
        *scores(4, C1="30.01 30.01 30.01", **row),  # close: 0.01
        *scores(5, C1="29.99 29.99 29.99", **row),  # below by 0.01
    ]
    found = robustness(outcome(made, *typed))
    assert [one.service.number for one in found] == [3, 5, 4, 2, 1]
    assert found[-1].smallest is not None
    assert found[-1].firmness is Firmness.FIRM


def test_what_one_small_change_turns_stands_before_what_is_nearer_to_the_cut() -> None:
    first, second = service(1), service(2)
    rows = (C1, I1, S1)
    both = [(where, row) for where in (first, second) for row in rows]
    people = [
        evaluator("E1", both),
        *(evaluator(code, [(first, row) for row in rows]) for code in ("E2", "E3")),
    ]
    made = definition(rules(), rows, [first, second], people)
    typed = [
        *scores(1, C1="30.02 30.02 30.02", I1="35 35 35", S1="10 10 10"),
        *[("E1", 2, code, "score", mark) for code, mark in (("C1", "30.04"), ("I1", "35"))],
        ("E1", 2, "S1", "score", "10"),
    ]
    found = robustness(outcome(made, *typed))
    assert [(row.service.number, row.margin) for row in found] == [
        (2, Decimal("0.04")),
        (1, Decimal("0.02")),
    ]
    assert [row.smallest and row.smallest.points for row in found] == [
        Fraction(-5, 100),
        Fraction(-8, 100),
    ]


def test_nobody_counted_is_an_empty_answer_and_every_service_gives_a_pulse() -> None:
    made = simple(2, C1, I1, S1, count=3)
    beats: list[None] = []
    assert robustness(outcome(made), pulse=lambda: beats.append(None)) == ()
    assert len(beats) == 3
