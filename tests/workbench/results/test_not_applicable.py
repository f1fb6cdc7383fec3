"""Indicators that do not apply: out when all say so, a conflict when mixed, the rest scaled."""

from __future__ import annotations

import pytest

from tests.workbench.results.rounds_by_hand import (
    COMMON,
    INDIVIDUAL,
    SATISFACTION,
    Typed,
    indicator,
    outcome,
    simple,
)
from workbench.definition.terms import RoundingStage, Scale
from workbench.results.conflicts import mixtures
from workbench.results.outcome import MarkState, Outcome, PointState

C1 = indicator("C1", COMMON, "30", allow_not_applicable=True)
C2 = indicator("C2", COMMON, "10", allow_not_applicable=True)
I1 = indicator("I1", INDIVIDUAL, "45")
S1 = indicator("S1", SATISFACTION, "15", scale=Scale.SURVEY, allow_not_applicable=True)
RUBRIC = (C1, C2, I1, S1)


def rest(who: str) -> list[Typed]:
    return [
        (who, 1, "I1", "score", "45"),
        (who, 1, "S1", "survey_mean", "5"),
        (who, 1, "S1", "survey_min", "1"),
        (who, 1, "S1", "survey_max", "5"),
    ]


def no(who: str, code: str) -> Typed:
    return (who, 1, code, "not_applicable", "yes")


def score(who: str, code: str, value: str | None) -> Typed:
    return (who, 1, code, "score", value)


def judged(*typed: Typed, team: int = 1, **rules: object) -> Outcome:
    everything = [*typed, *(row for number in range(1, team + 1) for row in rest(f"E{number}"))]
    return outcome(simple(team, *RUBRIC, **rules), *everything)


def told(found: Outcome) -> tuple[str, str, tuple[str, ...]]:
    (row,) = found.services
    return row.verdict.value, str(row.total), row.scaled


def test_what_is_out_scales_the_rest_of_its_section() -> None:
    # 21 of 30 is 28 of 40
    assert told(judged(no("E1", "C2"), score("E1", "C1", "21"))) == ("pass", "88.00", ("common",))


@pytest.mark.parametrize(
    ("stage", "total"),
    [
        # marks 10 and 10.01: exact mean 10.005; × 40/30
        (RoundingStage.INDICATOR, "73.35"),  # 10.01 × 4/3 = 13.3466…
        (RoundingStage.SECTION, "73.34"),  # 10.005 × 4/3 = 13.34
        (RoundingStage.TOTAL, "73.34"),
    ],
)
def test_scaling_comes_before_the_one_rounding_of_the_section(
    stage: RoundingStage, total: str
) -> None:
    typed = [no("E1", "C2"), no("E2", "C2"), score("E1", "C1", "10"), score("E2", "C1", "10.01")]
    assert told(judged(*typed, team=2, rounding_stage=stage))[1] == total


def test_a_section_of_which_everything_is_out_makes_the_service_incomplete() -> None:
    found = judged(no("E1", "C1"), no("E1", "C2"))
    assert found.services[0].verdict == "incomplete"
    assert [row.state for row in found.services[0].indicators][:2] == [PointState.OUT] * 2


def test_out_needs_everybody() -> None:
    found = judged(no("E1", "C2"), score("E1", "C1", "30"), score("E2", "C1", "30"), team=2)
    assert found.services[0].verdict == "incomplete"  # yes and blank


@pytest.mark.parametrize("value", ["0", "10"])
def test_yes_beside_anothers_figure_is_a_conflict(value: str) -> None:
    typed = [no("E1", "C2"), score("E2", "C2", value)]
    found = judged(*typed, score("E1", "C1", "30"), score("E2", "C1", "30"), team=2)
    assert found.services[0].verdict == "conflict"
    assert [code for _, code in mixtures(found)] == [C2.uid]


def test_yes_beside_a_cleared_figure_is_only_incomplete() -> None:
    typed = [no("E1", "C2"), score("E2", "C2", None)]
    found = judged(*typed, score("E1", "C1", "30"), score("E2", "C1", "30"), team=2)
    assert found.services[0].verdict == "incomplete"
    assert mixtures(found) == []


def test_yes_beside_half_of_anothers_figures_is_a_mixture() -> None:
    typed = [score(who, code, "10") for who in ("E1", "E2") for code in ("C1", "C2")]
    typed += [(who, 1, "I1", "score", "45") for who in ("E1", "E2")]
    typed += [no("E1", "S1"), ("E2", 1, "S1", "survey_max", "5")]
    found = outcome(simple(2, *RUBRIC), *typed)
    assert found.services[0].verdict == "conflict"
    assert [code for _, code in mixtures(found)] == [S1.uid]


def test_yes_is_the_mark_whatever_figures_stand_beside_it() -> None:
    found = judged(no("E1", "C2"), score("E1", "C2", "3"), score("E1", "C1", "30"))
    assert told(found) == ("pass", "100.00", ("common",))
    (mark,) = found.services[0].indicators[1].marks
    assert mark.state is MarkState.NOT_APPLICABLE
    assert mark.values == (("not_applicable", "yes"), ("score", "3"))
    assert mark.points is None


def test_a_yes_that_was_cleared_lets_the_figure_count() -> None:
    cleared = ("E1", 1, "C2", "not_applicable", None)
    found = judged(cleared, score("E1", "C2", "10"), score("E1", "C1", "30"))
    assert told(found) == ("pass", "100.00", ())


def test_two_heads_of_yes_and_cleared_are_a_conflict_and_no_mixture() -> None:
    both = [no("E1", "C2"), ("E1", 1, "C2", "not_applicable", None)]
    found = judged(*both, score("E1", "C2", "10"), score("E1", "C1", "30"))
    assert found.services[0].verdict == "conflict"
    assert mixtures(found) == []


def test_yes_where_the_rubric_does_not_allow_it_must_be_entered_again() -> None:
    typed = [score("E1", "C1", "30"), score("E1", "C2", "10"), no("E1", "I1")]
    found = judged(*typed)
    assert found.services[0].verdict == "incomplete"
    (mark,) = found.services[0].indicators[2].marks
    assert mark.state is MarkState.ENTER_AGAIN
