"""Looking at one choice: exactly what the whole result would say once it were made."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.journal import Revision
from tests.workbench.results.rounds_by_hand import (
    COMMON,
    INDIVIDUAL,
    SATISFACTION,
    VERSION,
    heads,
    indicator,
    outcome,
    simple,
    uid,
)
from workbench.definition.terms import RoundingStage, Scale
from workbench.results.adjusting import Adjusted
from workbench.results.outcome import PointState, Verdict
from workbench.results.scoring import compute, recomputed, with_adjustments, with_points

if TYPE_CHECKING:
    from workbench.results.outcome import Outcome, ServiceOutcome

FINE = Decimal("0.001")
C1 = indicator("C1", COMMON, "10", allow_not_applicable=True, step=FINE)
C2 = indicator("C2", COMMON, "30", allow_not_applicable=True, step=FINE)
I1 = indicator("I1", INDIVIDUAL, "45", step=FINE)
S1 = indicator("S1", SATISFACTION, "15", step=FINE)
ROWS = (C1, C2, I1, S1)
CODES = tuple(row.code for row in ROWS)
DOUBLE = [("E1", 1, "I1", "score", "40"), ("E1", 1, "I1", "score", "41")]
UNCLEAR = [("E1", 1, "", "recusal", "자문 이력"), ("E1", 1, "", "recusal", None)]


def scored(*marks: str, number: int = 1) -> list[tuple[str, int, str, str, str]]:
    return [
        ("E1", number, code, "score", mark)
        for code, mark in zip(CODES, marks, strict=False)
        if mark
    ]


def first(found: Outcome) -> ServiceOutcome:
    return found.services[0]


def told(row: ServiceOutcome) -> tuple[Any, ...]:
    """All that is said of a service beside its rank and whose marks it is made of."""
    points = [(one.state, one.exact, one.points) for one in row.indicators]
    return row.verdict, row.total, row.sections, row.scaled, row.adjusted, points


@given(
    st.tuples(*(st.integers(0, int(row.max_points) * 1000) for row in ROWS)),
    st.sampled_from(CODES),
    st.sampled_from(RoundingStage),
    st.integers(0, 3),
)
def test_a_choice_is_what_the_mark_would_make(
    units: tuple[int, ...], chosen: str, stage: RoundingStage, places: int
) -> None:
    made = simple(1, *ROWS, rounding_stage=stage, score_places=places)
    typed = scored(*(f"{Decimal(one) / 1000:f}" for one in units))
    blank = first(outcome(made, *(row for row in typed if row[2] != chosen)))
    assert blank.verdict is Verdict.INCOMPLETE
    at = CODES.index(chosen)
    found = with_points(made, blank, ROWS[at].uid, Fraction(units[at], 1000))
    assert told(found) == told(first(outcome(made, *typed)))


def test_not_applicable_takes_the_indicator_out_and_scales_its_section() -> None:
    made = simple(1, *ROWS)
    found = with_points(made, first(outcome(made, *scored("", "24", "40", "12"))), C1.uid, None)
    assert (found.verdict, found.total, found.scaled) == (
        Verdict.PASS,
        Decimal("84.00"),  # 24 × 40 / 30 + 40 + 12
        ("common",),
    )
    chosen = found.indicators[0]
    assert (chosen.state, chosen.exact, chosen.points) == (PointState.OUT, None, None)


def test_a_third_is_kept_exact_beside_what_is_printed_of_it() -> None:
    made = simple(1, *ROWS)
    row = first(outcome(made, *scored("", "24", "40", "12")))
    chosen = with_points(made, row, C1.uid, Fraction(20, 3)).indicators[0]
    assert (chosen.exact, chosen.points) == (Fraction(20, 3), Decimal("6.67"))


def test_what_else_is_open_stays_open() -> None:
    made = simple(1, *ROWS)
    hole = first(outcome(made, *scored("", "", "40", "12")))
    assert with_points(made, hole, C1.uid, Fraction(1)).verdict is Verdict.INCOMPLETE
    conflict = first(outcome(made, *scored("", "24", "", "12"), *DOUBLE))
    assert with_points(made, conflict, C1.uid, Fraction(1)).verdict is Verdict.CONFLICT
    # the conflict itself is chosen: now only the hole is left
    assert with_points(made, conflict, I1.uid, Fraction(40)).verdict is Verdict.INCOMPLETE


def test_a_chosen_conflict_leaves_nothing_open() -> None:
    made = simple(1, *ROWS)
    conflict = first(outcome(made, *scored("8", "24", "", "12"), *DOUBLE))
    found = with_points(made, conflict, I1.uid, Fraction(40))
    assert (found.verdict, found.total) == (Verdict.PASS, Decimal("84.00"))


def test_heads_that_differ_on_a_recusal_are_no_choice_of_points() -> None:
    made = simple(1, *ROWS)
    unclear = first(outcome(made, *scored("8", "24", "40", "12"), *UNCLEAR))
    assert unclear.verdict is Verdict.CONFLICT
    assert with_points(made, unclear, I1.uid, Fraction(41)).verdict is Verdict.CONFLICT
    assert with_adjustments(made, unclear, ()).verdict is Verdict.CONFLICT


def test_adjustments_settle_no_conflict() -> None:
    made = simple(1, *ROWS)
    conflict = first(outcome(made, *scored("8", "24", "", "12"), *DOUBLE))
    tried = with_adjustments(made, conflict, ())
    assert (tried.verdict, tried.total) == (Verdict.CONFLICT, None)
    # with_adjustments leaves the marks alone: chosen afterwards they count as ever
    assert with_points(made, tried, I1.uid, Fraction(40)).total == Decimal("84.00")


def adjusted(points: str) -> dict[Any, Any]:
    cell = (uid("lead"), uid("s1"), uid("a1"), "adjustment")
    value = Adjusted(Decimal(points), "까닭", "").stored()
    return {cell: (Revision(b"a" * 32, *cell, value, cell[0], cell[0], 1, VERSION, 0, b""),)}


def test_adjustments_stay_beside_a_choice_and_are_replaced_by_a_trial() -> None:
    made = simple(1, *ROWS)
    stored = first(compute(made, {**heads(scored("", "24", "40", "12")), **adjusted("0.5")}))
    chosen = with_points(made, stored, C1.uid, Fraction(8))
    assert (chosen.total, chosen.adjustments) == (Decimal("84.50"), stored.adjustments)
    bare = with_adjustments(made, chosen, ())
    assert (bare.total, bare.adjusted, bare.adjustments) == (Decimal("84.00"), Decimal(0), ())


TWO = simple(1, *ROWS, count=2)
BOTH = [*scored("8", "24", "40", "12"), *scored("8", "24", "40", "13", number=2)]


def test_one_service_anew_gives_ranks_average_and_share_anew() -> None:
    before = compute(TWO, heads(BOTH))
    assert [row.rank for row in before.services] == [2, 1]
    changed = heads([*scored("10", "30", "45", "15"), *scored("0", "0", "0", "0", number=2)])
    found = recomputed(before, uid("s1"), changed, {})
    one, other = found.services
    assert (one.total, one.rank) == (Decimal("100.00"), 1)
    assert (other.total, other.rank) == (Decimal("85.00"), 2)  # the other was not looked at
    assert (found.average, found.counted) == (Decimal("92.50"), 2)
    assert found.definition is TWO


def test_a_service_is_computed_anew_under_the_versions_it_is_given() -> None:
    now = simple(1, replace(C1, scale=Scale.RATING), C2, I1, S1)
    typed = heads(scored("8", "24", "40", "12"))
    found = compute(now, typed)
    assert first(found).verdict is Verdict.PASS
    then = recomputed(found, uid("s1"), typed, {VERSION: simple(1, *ROWS), b"n" * 32: now})
    assert first(then).verdict is Verdict.INCOMPLETE  # 8 was typed as points, not as a rating


def test_a_recusal_in_the_heads_counts_in_the_service_looked_at() -> None:
    before = compute(TWO, heads(BOTH))
    unclear = heads([*BOTH, *UNCLEAR])
    found = recomputed(before, uid("s1"), unclear, {})
    assert [row.verdict for row in found.services] == [Verdict.CONFLICT, Verdict.PASS]
    recused = heads([*BOTH, *UNCLEAR[:1]])
    found = recomputed(before, uid("s1"), recused, {})
    assert [row.verdict for row in found.services] == [Verdict.INCOMPLETE, Verdict.PASS]


@pytest.mark.parametrize("number", [1, 2])
def test_a_moderated_mark_stands_in_the_service_computed_anew(number: int) -> None:
    from workbench.results.moderated import Agreed, base_of

    before = compute(TWO, heads(BOTH))
    row = before.services[number - 1].indicators[0]
    cell = (uid("lead"), uid(f"s{number}"), C1.uid, "moderation")
    text = Agreed("2", "협의", ("김가상",), base_of(row.marks)).stored()
    agreed = Revision(b"m" * 32, *cell, text, cell[0], cell[0], 1, VERSION, 7, b"")
    found = recomputed(before, uid(f"s{number}"), {**heads(BOTH), cell: (agreed,)}, {})
    assert found.services[number - 1].indicators[0].exact == 2
    assert found.services[2 - number].indicators[0].exact == 8
