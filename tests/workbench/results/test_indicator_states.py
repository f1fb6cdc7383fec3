"""What becomes of an indicator: its state, what was really used, and no points where none count."""

from __future__ import annotations

from dataclasses import replace
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
    outcome,
    simple,
    uid,
)
from workbench.definition.terms import Aggregation, Scale
from workbench.results.moderated import Agreed, base_of
from workbench.results.outcome import MarkState, PointState, Verdict
from workbench.results.scoring import compute

if TYPE_CHECKING:
    from tests.workbench.results.rounds_by_hand import Typed
    from workbench.definition.terms import Definition, Indicator
    from workbench.results.outcome import IndicatorOutcome, Outcome

C1 = indicator("C1", COMMON, "40")
I1 = indicator("I1", INDIVIDUAL, "45")
S1 = indicator("S1", SATISFACTION, "15")


def round_of(team: int, first: Indicator) -> Definition:
    return simple(team, first, I1, S1)


def scored(*marks: str) -> list[Typed]:
    return [(f"E{at}", 1, "C1", "score", mark) for at, mark in enumerate(marks, start=1)]


def of_c1(found: Outcome) -> IndicatorOutcome:
    return found.services[0].indicators[0]


@pytest.mark.parametrize(
    ("team", "used", "exact"), [(4, Aggregation.MEAN, 16), (5, Aggregation.TRIMMED_MEAN, 20)]
)
def test_a_trimmed_mean_of_fewer_than_five_says_that_it_is_a_mean(
    team: int, used: Aggregation, exact: int
) -> None:
    made = round_of(team, replace(C1, aggregation=Aggregation.TRIMMED_MEAN))
    row = of_c1(outcome(made, *scored(*["4", "10", "20", "30", "40"][:team])))
    assert (row.aggregation, row.exact, row.state) == (used, exact, PointState.COUNTED)


def test_what_is_used_is_said_of_an_indicator_without_points_too() -> None:
    made = round_of(4, replace(C1, aggregation=Aggregation.TRIMMED_MEAN))
    row = of_c1(outcome(made, *scored("2")))
    assert (row.aggregation, row.state) == (Aggregation.MEAN, PointState.INCOMPLETE)


def test_equal_marks_are_no_consensus_until_it_is_said() -> None:
    made = round_of(2, replace(C1, aggregation=Aggregation.CONSENSUS))
    row = of_c1(outcome(made, *scored("30", "30")))
    assert (row.state, row.exact, row.points) == (PointState.INCOMPLETE, None, None)


def test_a_value_above_the_maximum_counts_for_nobody_else() -> None:
    row = of_c1(outcome(round_of(3, C1), *scored("30", "41", "30")))
    states = [MarkState.GIVEN, MarkState.ENTER_AGAIN, MarkState.GIVEN]
    assert [mark.state for mark in row.marks] == states
    row = of_c1(outcome(round_of(2, C1), *scored("41", "30")))
    assert [mark.state for mark in row.marks] == [MarkState.ENTER_AGAIN, MarkState.GIVEN]


def agreed(made: Definition, typed: list[Typed], mark: str, later: list[Typed]) -> Outcome:
    """What comes out with ``later`` typed after C1 was agreed on over ``typed``."""
    base = base_of(of_c1(compute(made, heads(typed))).marks)
    cell = uid("lead"), uid("s1"), C1.uid, "moderation"
    text = Agreed(mark, "협의", ("김가상",), base).stored()
    found: dict[Any, Any] = heads(later)
    found[cell] = (Revision(b"m" * 32, *cell, text, cell[0], cell[0], 1, VERSION, 7, b""),)
    return compute(made, found)


def test_what_no_longer_rests_on_the_marks_makes_no_points_and_shows_theirs() -> None:
    found = agreed(round_of(2, C1), scored("30", "20"), "28", scored("30", "24"))
    row = of_c1(found)
    assert (row.state, row.exact, row.points, row.original) == (PointState.STALE, None, None, 27)
    assert found.services[0].verdict is Verdict.CONFLICT


def test_agreed_not_applicable_makes_no_points_and_shows_those_of_the_marks() -> None:
    made = round_of(2, replace(C1, allow_not_applicable=True))
    marks = scored("30", "20")
    row = of_c1(agreed(made, marks, "", marks))
    assert (row.state, row.exact, row.points, row.original) == (PointState.OUT, None, None, 25)


def test_an_agreed_mark_over_a_hole_leaves_the_hole() -> None:
    row = of_c1(agreed(round_of(2, C1), scored("30", "20"), "28", scored("30")))
    assert (row.state, row.exact, row.points) == (PointState.INCOMPLETE, None, None)
    assert row.moderated is not None


def test_an_agreed_mark_turns_a_mixture_with_a_half_typed_pair_into_a_hole() -> None:
    made = round_of(2, replace(C1, scale=Scale.MEASURE, allow_not_applicable=True))
    half: list[Typed] = [
        ("E1", 1, "C1", "not_applicable", "yes"),
        ("E2", 1, "C1", "actual", "8"),
    ]
    assert of_c1(outcome(made, *half)).state is PointState.CONFLICT
    whole: list[Typed] = [*half, ("E2", 1, "C1", "target", "10")]
    row = of_c1(agreed(made, whole, "28", half))
    assert (row.state, row.exact) == (PointState.INCOMPLETE, None)
    assert of_c1(agreed(made, whole, "28", whole)).exact == 28


def test_an_agreed_mark_hides_no_conflict_and_fills_nothing_that_nobody_scores() -> None:
    double = [*scored("30", "20"), *scored("31")]
    row = of_c1(agreed(round_of(2, C1), scored("30", "20"), "28", double))
    assert (row.state, row.exact) == (PointState.CONFLICT, None)
    nobody = simple(0, C1, I1, S1)
    row = of_c1(agreed(nobody, [], "28", []))
    assert (row.state, row.exact) == (PointState.UNASSIGNED, None)
