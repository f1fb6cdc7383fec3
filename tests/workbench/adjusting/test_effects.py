"""What adjustments do to a service, tried before anything is stored: the same as when stored."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.journal import Revision
from tests.workbench.results.rounds_by_hand import VERSION, heads, indicator, simple, uid
from workbench.adjusting.effects import adjusted_services, would_be
from workbench.definition.terms import Definition, RoundingStage, SectionCode
from workbench.results.adjusting import Adjusted
from workbench.results.outcome import Outcome, Verdict
from workbench.results.scoring import compute

LEAD, SERVICE = uid("lead"), uid("s1")
ROWS = (
    indicator("C1", SectionCode.COMMON, "40"),
    indicator("I1", SectionCode.INDIVIDUAL, "45"),
    indicator("S1", SectionCode.SATISFACTION, "15"),
)
POINTS = st.integers(-12000, 12000).filter(bool).map(lambda units: Decimal(units) / 100)


def round_of(**changed: object) -> Definition:
    return simple(2, *ROWS, **changed)


def result(made: Definition, marks: list[tuple[str, ...]], points: list[Decimal]) -> Outcome:
    typed = [
        (f"E{who}", 1, row.code, "score", mark)
        for who, given_ in enumerate(marks, start=1)
        for row, mark in zip(ROWS, given_, strict=True)
    ]
    cells = heads(typed)
    for at, one in enumerate(points):
        cell = (LEAD, SERVICE, uid(f"a{at}"), "adjustment")
        value = Adjusted(one, "까닭", "").stored()
        cells[cell] = (Revision(b"a" * 32, *cell, value, LEAD, LEAD, 1, VERSION, at, b""),)
    return compute(made, cells)


MARKS = [("30", "30", "14.9"), ("30", "30", "14.9")]


def test_without_with_and_as_tried() -> None:
    outcome = result(round_of(), MARKS, [Decimal("0.1")])
    (row,) = adjusted_services(outcome)
    assert (row.before.total, row.before.verdict) == (Decimal("74.90"), Verdict.BELOW)
    assert (row.now.total, row.now.verdict) == (Decimal("75.00"), Verdict.PASS)
    more = would_be(outcome, SERVICE, Decimal("-0.2"))
    assert (more.total, more.verdict) == (Decimal("74.80"), Verdict.BELOW)
    other = would_be(outcome, SERVICE, Decimal("-0.2"), uid("a0"))
    assert (other.total, other.given) == (Decimal("74.70"), Decimal("-0.2"))
    gone = would_be(outcome, SERVICE, None, uid("a0"))
    assert gone == row.before


def test_the_cap_and_the_ends_say_that_they_cut() -> None:
    made = round_of(adjustment_cap=Decimal(30))
    outcome = result(made, [("39", "45", "15")] * 2, [Decimal(30)])
    (row,) = adjusted_services(outcome)
    assert (row.now.total, row.now.is_clipped, row.now.is_capped) == (Decimal(100), True, False)
    more = would_be(outcome, SERVICE, Decimal("0.5"))
    assert (more.given, more.applied, more.is_capped) == (Decimal("30.5"), Decimal(30), True)
    low = result(round_of(), [("0", "1", "0")] * 2, [])
    fallen = would_be(low, SERVICE, Decimal(-2))
    assert (fallen.total, fallen.is_clipped, fallen.verdict) == (Decimal(0), True, Verdict.BELOW)


def test_a_service_that_is_not_counted_has_no_total_to_try() -> None:
    outcome = compute(round_of(), {})
    tried = would_be(outcome, SERVICE, Decimal(1))
    assert (tried.total, tried.verdict, tried.is_clipped) == (None, Verdict.INCOMPLETE, False)
    with pytest.raises(LookupError):
        would_be(outcome, b"?", Decimal(1))


def hundredths(most: int) -> st.SearchStrategy[str]:
    return st.integers(0, most * 100).map(lambda units: f"{Decimal(units) / 100:f}")


@given(
    st.lists(st.tuples(hundredths(40), hundredths(45), hundredths(15)), min_size=2, max_size=2),
    st.lists(POINTS, max_size=4),
    POINTS,
    st.sampled_from(RoundingStage),
    st.none() | st.integers(1, 6000).map(lambda units: Decimal(units) / 100),
)
def test_what_is_tried_is_what_the_result_becomes(
    marks: list[tuple[str, ...]],
    points: list[Decimal],
    more: Decimal,
    stage: RoundingStage,
    cap: Decimal | None,
) -> None:
    made = round_of(rounding_stage=stage, adjustment_cap=cap)
    outcome = result(made, marks, points)
    stored = result(made, marks, [*points, more])
    (row,) = adjusted_services(stored)
    assert would_be(outcome, SERVICE, more) == row.now
    assert (
        would_be(stored, SERVICE, None, uid(f"a{len(points)}")) == adjusted_services(outcome)[0].now
    )
    assert row.now.total == stored.services[0].total
    assert row.before.total == result(made, marks, []).services[0].total
    # by hand: the sections, the clipped sum, the clipped total
    whole = sum(map(Fraction, [*points, more]), Fraction(0))
    held = whole if cap is None else max(-Fraction(cap), min(Fraction(cap), whole))
    reached = max(Fraction(0), min(Fraction(100), Fraction(row.before.total) + held))
    assert Fraction(row.now.total) == reached
    assert (row.now.is_capped, row.now.is_clipped) == (
        held != whole,
        reached != Fraction(row.before.total) + held,
    )
