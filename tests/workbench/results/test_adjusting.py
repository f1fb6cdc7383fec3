"""Bonus and penalty: signed, capped, above the sections, the total clipped."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from models.journal import Revision
from tests.workbench.results.rounds_by_hand import VERSION, heads, indicator, simple, uid
from workbench.definition.terms import RoundingStage, SectionCode
from workbench.results.adjusting import Adjusted, adjustments, read_adjusted
from workbench.results.outcome import Verdict
from workbench.results.scoring import compute, recomputed, with_points

if TYPE_CHECKING:
    from workbench.definition.terms import Definition
    from workbench.results.outcome import Outcome, ServiceOutcome

LEAD = uid("lead")
FINE = Decimal("0.001")
ROWS = (
    indicator("C1", SectionCode.COMMON, "40", step=FINE),
    indicator("I1", SectionCode.INDIVIDUAL, "45", step=FINE),
    indicator("S1", SectionCode.SATISFACTION, "15"),
)


def adjusted(*points: str, service: int = 1, reason: str = "수상 실적") -> dict:
    cells = {}
    for at, text in enumerate(points):
        cell = (LEAD, uid(f"s{service}"), uid(f"a{service}.{at}"), "adjustment")
        value = Adjusted(Decimal(text), reason, "").stored()
        cells[cell] = (Revision(b"a" * 32, *cell, value, LEAD, LEAD, 1, VERSION, at, b""),)
    return cells


def judged(*points: str, marks: str = "30 30 14.9", **rules: object) -> ServiceOutcome:
    return result(*points, marks=marks, **rules).services[0]


def result(*points: str, marks: str = "30 30 14.9", **rules: object) -> Outcome:
    made: Definition = simple(1, *ROWS, **rules)
    typed = [
        ("E1", 1, code, "score", mark)
        for code, mark in zip(("C1", "I1", "S1"), marks.split(), strict=False)
    ]
    return compute(made, {**heads(typed), **adjusted(*points)})


def test_a_bonus_lifts_a_service_over_the_cut_and_its_sections_stay() -> None:
    assert judged().verdict is Verdict.BELOW
    lifted = judged("+0.1")
    assert (lifted.total, lifted.verdict) == (Decimal("75.00"), Verdict.PASS)
    assert list((lifted.sections or {}).values()) == [Decimal(30), Decimal(30), Decimal("14.90")]
    assert lifted.adjusted == Decimal("0.10")


def test_a_penalty_puts_a_service_below_the_cut() -> None:
    row = judged("-0.01", marks="30 30 15")
    assert (row.total, row.verdict) == (Decimal("74.99"), Verdict.BELOW)


@pytest.mark.parametrize(
    ("points", "counted"),
    [
        (("2", "2"), "3.00"),
        (("-2", "-2"), "-3.00"),
        (("5", "-3"), "2.00"),  # the cap is on what is left, not on each of them
        (("5", "-1"), "3.00"),
    ],
)
def test_the_sum_is_cut_at_the_cap_of_the_round(points: tuple[str, ...], counted: str) -> None:
    row = judged(*points, adjustment_cap=Decimal(3))
    assert row.adjusted == Decimal(counted)
    assert row.total == Decimal("74.90") + Decimal(counted)
    assert len(row.adjustments) == len(points)


def test_the_printed_total_stays_within_nought_and_the_full_points() -> None:
    assert judged("2", marks="40 45 14.5").total == Decimal(100)
    assert judged("-2", marks="1 0.5 0").total == Decimal(0)


@pytest.mark.parametrize("stage", RoundingStage)
def test_points_are_added_after_rounding_at_every_stage(stage: RoundingStage) -> None:
    marks = "30.114 30.114 14.9"  # 75.13 rounded at the end, 75.12 before
    totals = [
        judged(*points, marks=marks, rounding_stage=stage).total for points in ((), ("-0.25",))
    ]
    whole = Decimal("75.13") if stage is RoundingStage.TOTAL else Decimal("75.12")
    assert totals == [whole, whole - Decimal("0.25")]


def test_points_of_more_decimals_than_the_round_now_has_are_rounded_half_up() -> None:
    assert judged("0.25", score_places=1).adjusted == Decimal("0.3")
    assert judged("-0.25", score_places=1).adjusted == Decimal("-0.3")


def test_an_incomplete_service_keeps_its_adjustments_and_has_no_total() -> None:
    row = judged("1", marks="30 30")
    assert (row.verdict, row.total) == (Verdict.INCOMPLETE, None)
    assert [one.points for one in row.adjustments] == [Decimal(1)]


def test_an_exempt_service_has_no_total_either() -> None:
    made = simple(1, *ROWS)
    (service,) = made.services
    made = replace(made, services=(replace(service, exempt=True),))
    row = compute(made, adjusted("1")).services[0]
    assert (row.verdict, row.total, len(row.adjustments)) == (Verdict.EXEMPT, None, 1)


def test_looking_at_a_choice_keeps_the_adjustments() -> None:
    whole = result("0.1")
    row = with_points(whole.definition, whole.services[0], ROWS[2].uid, None)
    assert row.adjusted == Decimal("0.10")
    typed = heads([("E1", 1, code, "score", "10") for code in ("C1", "I1", "S1")])
    again = recomputed(whole, uid("s1"), typed, {}).services[0]
    assert again.total == Decimal("30.10")


def test_adjustments_stand_oldest_first_with_reason_and_revision() -> None:
    first, second = judged("1", "-2").adjustments
    assert (first.points, second.points) == (Decimal(1), Decimal(-2))
    assert (first.reason, first.revision) == ("수상 실적", b"a" * 32)


def test_the_text_of_a_cell_is_the_same_on_every_machine_for_all_time() -> None:
    held = Adjusted(Decimal("-1.50"), '까닭 "둘"', "공문 3호")
    text = '{"evidence":"공문 3호","points":"-1.50","reason":"까닭 \\"둘\\""}'
    assert held.stored() == text
    assert read_adjusted(text) == held
    assert '"points":"100"' in Adjusted(Decimal("1E+2"), "", "").stored()  # never an exponent


def cell_of(service: int, name: str, value: str | None, at: int, field: str = "adjustment") -> dict:
    cell = (LEAD, uid(f"s{service}"), uid(name), field)
    return {cell: (Revision(uid(name) * 2, *cell, value, LEAD, LEAD, 1, VERSION, at, b""),)}


def test_what_was_taken_back_and_what_is_no_adjustment_adds_nothing() -> None:
    given = Adjusted(Decimal(1), "까닭", "공문").stored()
    cells = {
        **cell_of(1, "a", None, 1),
        **cell_of(1, "b", "글", 2, field="comment"),
        **cell_of(1, "c", given, 3),
        **cell_of(2, "d", None, 4),
    }
    found = adjustments(cells)
    assert found.keys() == {uid("s1")}
    (one,) = found[uid("s1")]
    assert (one.uid, one.points, one.evidence) == (uid("c"), Decimal(1), "공문")
    assert (one.made_at, one.revision) == (3, uid("c") * 2)


def test_of_one_moment_the_order_is_that_of_the_names_and_services_stand_apart() -> None:
    given = Adjusted(Decimal(1), "까닭", "").stored()
    names = [(1, "b", 5), (2, "x", 1), (1, "a", 5), (1, "c", 4), (1, "d", 6)]
    found = adjustments(
        {cell: rows for at in names for cell, rows in cell_of(at[0], at[1], given, at[2]).items()}
    )
    assert [row.uid for row in found[uid("s1")]] == [uid(name) for name in ("c", "a", "b", "d")]
    assert [row.uid for row in found[uid("s2")]] == [uid("x")]


def test_each_service_has_its_own_points() -> None:
    made = simple(1, *ROWS, count=2)
    typed = [
        ("E1", number, code, "score", mark)
        for number in (1, 2)
        for code, mark in (("C1", "30"), ("I1", "30"), ("S1", "15"))
    ]
    both = {**heads(typed), **adjusted("1"), **adjusted("-2", "0.5", service=2)}
    found = compute(made, both)
    assert [row.total for row in found.services] == [Decimal("76.00"), Decimal("73.50")]
    assert [row.rank for row in found.services] == [1, 2]
    assert (found.below, found.average) == ((2,), Decimal("74.75"))
