"""Agreed marks in the result: what they end, what they wait for, and when they go stale."""

from __future__ import annotations

from dataclasses import replace
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
    heads,
    indicator,
    measured,
    simple,
    uid,
)
from workbench.definition.terms import Aggregation, Level, Scale
from workbench.results.moderated import Agreed, base_of, moderated_rows, read_agreed
from workbench.results.outcome import PointState, Verdict
from workbench.results.scoring import compute

if TYPE_CHECKING:
    from workbench.definition.terms import Definition, Indicator
    from workbench.results.outcome import Outcome

LEAD = b"lead".ljust(16, b".")
OTHER = b"w" * 32
I1 = indicator("I1", INDIVIDUAL, "45")
S1 = indicator("S1", SATISFACTION, "15")
FILLED = tuple(
    (who, 1, code, "score", score)
    for who in ("E1", "E2")
    for code, score in (("I1", "40"), ("S1", "12"))
)


def round_of(first: Indicator) -> Definition:
    return simple(2, first, I1, S1)


def agreed(
    made: Definition,
    *marks: str | None,
    mark: str,
    field: str = "score",
    under: Definition | None = None,
    version: bytes = VERSION,
) -> Outcome:
    """C1 marked by E1 and E2 and agreed on under ``under``, read under ``made``."""
    typed = [
        (f"E{at}", 1, "C1", "not_applicable" if value == "yes" else field, value)
        for at, value in enumerate(marks, start=1)
    ]
    found: dict[Any, Any] = heads([*typed, *FILLED])
    before = under or made
    (service,) = compute(before, found).services
    row = next(row for row in service.indicators if row.indicator.code == "C1")
    text = Agreed(mark, "협의", ("김가상",), base_of(row.marks)).stored()
    cell = (LEAD, uid("s1"), uid("iC1"), "moderation")
    found[cell] = (Revision(b"m" * 32, *cell, text, LEAD, LEAD, 1, version, 7, b""),)
    return compute(made, found, {version: before})


def first_of(outcome: Outcome) -> Any:
    return outcome.services[0].indicators[0]


def test_what_is_stored_reads_back() -> None:
    kept = Agreed("4.5", '까닭 "둘"', ("가", "나"), ((b"e" * 16, "score", "4"),))
    assert read_agreed(kept.stored()) == kept
    assert read_agreed(kept.stored()).stored() == kept.stored()


@pytest.mark.parametrize("way", [way for way in Aggregation if way is not Aggregation.SINGLE])
def test_it_replaces_what_the_marks_make_whatever_the_way(way: Aggregation) -> None:
    made = round_of(indicator("C1", COMMON, "40", aggregation=way))
    row = first_of(agreed(made, "30", "20", mark="29"))
    assert (row.state, row.exact, row.points) == (PointState.COUNTED, 29, Decimal("29.00"))
    assert row.original == (None if way is Aggregation.CONSENSUS else 25)


@pytest.mark.parametrize(
    ("mark", "state", "verdict"),
    [("30", PointState.COUNTED, Verdict.PASS), ("", PointState.OUT, Verdict.INCOMPLETE)],
)
def test_it_ends_a_mixture_in_either_direction(
    mark: str, state: PointState, verdict: Verdict
) -> None:
    made = round_of(indicator("C1", COMMON, "40", allow_not_applicable=True))
    outcome = agreed(made, "30", "yes", mark=mark)
    assert (first_of(outcome).state, outcome.services[0].verdict) == (state, verdict)
    assert first_of(outcome).original is None


def test_an_agreed_not_applicable_scales_the_section() -> None:
    c1 = indicator("C1", COMMON, "10", allow_not_applicable=True)
    c2 = indicator("C2", COMMON, "30")
    made = simple(2, c1, c2, I1, S1)
    typed = [(who, 1, "C2", "score", "24") for who in ("E1", "E2")]
    typed += [("E1", 1, "C1", "score", "5"), ("E2", 1, "C1", "not_applicable", "yes")]
    found: dict[Any, Any] = heads([*FILLED, *typed])
    base = base_of(first_of(compute(made, found)).marks)
    cell = (LEAD, uid("s1"), uid("iC1"), "moderation")
    text = Agreed("", "협의", ("김가상",), base).stored()
    found[cell] = (Revision(b"m" * 32, *cell, text, LEAD, LEAD, 1, VERSION, 7, b""),)
    (service,) = compute(made, found).services
    assert service.sections is not None
    assert service.sections["common"] == Decimal("32.00")  # 24 × 40 / 30
    assert service.scaled == ("common",)


@pytest.mark.parametrize("missing", ["E1", "E2"])
def test_it_never_fills_a_hole(missing: str) -> None:
    made = round_of(indicator("C1", COMMON, "40"))
    marks = ("30", None) if missing == "E2" else (None, "30")
    outcome = agreed(made, *marks, mark="30")
    assert outcome.services[0].verdict is Verdict.INCOMPLETE


def test_a_changed_scale_makes_it_stale_and_unfit_even_where_the_figures_would_do() -> None:
    points = indicator("C1", COMMON, "40")
    rating = replace(points, scale=Scale.RATING)
    outcome = agreed(round_of(rating), "30", "20", mark="29", under=round_of(points), version=OTHER)
    row = first_of(outcome)
    assert row.moderated.is_stale
    assert row.moderated.is_unfit
    assert row.moderated.points is None


def test_a_lowered_maximum_makes_what_is_above_it_stale() -> None:
    high, low = indicator("C1", COMMON, "40"), indicator("C1", COMMON, "28")
    outcome = agreed(round_of(low), "25", "20", mark="29", under=round_of(high))
    row = first_of(outcome)
    assert row.state is PointState.STALE
    assert row.moderated.is_unfit
    assert outcome.services[0].verdict is Verdict.CONFLICT
    kept = first_of(agreed(round_of(low), "25", "20", mark="22", under=round_of(high)))
    assert (kept.state, kept.exact) == (PointState.COUNTED, 22)


def test_not_applicable_that_is_no_longer_allowed_is_stale() -> None:
    open_ = indicator("C1", COMMON, "40", allow_not_applicable=True)
    outcome = agreed(
        round_of(replace(open_, allow_not_applicable=False)),
        "25",
        "20",
        mark="",
        under=round_of(open_),
    )
    assert first_of(outcome).moderated.is_unfit


def test_a_grade_is_agreed_by_its_label_and_a_rating_by_its_number() -> None:
    levels = (Level("우수", Decimal("87.5")), Level("보통", Decimal(50)))
    graded = indicator("C1", COMMON, "40", scale=Scale.GRADE, levels=levels)
    assert first_of(agreed(round_of(graded), "우수", "보통", mark="우수")).exact == 35
    rated = indicator("C1", COMMON, "40", scale=Scale.RATING)
    assert first_of(agreed(round_of(rated), "80", "70", mark="72.5")).exact == 29


def test_a_computed_indicator_keeps_the_exact_points_that_were_agreed() -> None:
    made = simple(1, measured("C1", COMMON, "40", None), I1, S1)
    found: dict[Any, Any] = heads(
        [("E1", 1, "C1", "target", "3"), ("E1", 1, "C1", "actual", "1"), *FILLED[:2]]
    )
    base = base_of(first_of(compute(made, found)).marks)
    cell = (LEAD, uid("s1"), uid("iC1"), "moderation")
    text = Agreed("13.335", "협의", ("김가상",), base).stored()
    found[cell] = (Revision(b"m" * 32, *cell, text, LEAD, LEAD, 1, VERSION, 7, b""),)
    outcome = compute(made, found)
    row = first_of(outcome)
    assert (row.original, row.exact) == (Fraction(40, 3), Fraction("13.335"))
    (listed,) = moderated_rows(outcome)
    assert (listed.original, listed.points, listed.difference) == (
        Decimal("13.33"),
        Decimal("13.34"),
        Decimal("0.01"),
    )
