"""What a formula makes on the way: the rate achieved, the share that counts, its points."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.results.rounds_by_hand import COMMON, indicator, measured
from workbench.definition.terms import Formula, Measure, Scale
from workbench.results.formulas import NoPoints, exact_points, otherwise_converted, worked_out
from workbench.results.intermediate import Made, Part, Step

if TYPE_CHECKING:
    from decimal import Decimal

ACHIEVEMENT = Measure(Formula.ACHIEVEMENT, ())
SURVEY = Measure(Formula.SURVEY_LINEAR, (("min", "1"), ("max", "5")))


@pytest.mark.parametrize(
    ("formula", "parameters", "figures", "rate"),
    [
        (Formula.ACHIEVEMENT, (), {"target": "3", "actual": "4"}, Fraction(400, 3)),
        (Formula.ACHIEVEMENT_LOWER, (), {"target": "3", "actual": "4"}, 75),
        (Formula.ACHIEVEMENT_LOWER, (), {"target": "3", "actual": "0"}, None),
        (Formula.STEPS, (("steps", "90:100|50:60"),), {"target": "4", "actual": "3"}, 75),
        (Formula.DEVIATION, (("low", "50"), ("high", "100")), {"actual": "60"}, 20),
        (Formula.MULTI_YEAR, (("rates", "90|150"),), {"target": "4", "actual": "3"}, 75),
        (Formula.COMPLETION, (), {"target": "4", "actual": "3"}, 75),
        (Formula.COMPLETION, (), {"target": "0", "actual": "3"}, None),
    ],
)
def test_what_was_achieved_is_told_unclipped_and_none_where_nothing_was_divided(
    formula: Formula,
    parameters: tuple[tuple[str, str], ...],
    figures: dict[str, str],
    rate: Fraction | int | None,
) -> None:
    made = worked_out(measured("I1", COMMON, "20", Measure(formula, parameters)), figures)
    assert isinstance(made, Made)
    assert made.rate == rate


@given(st.fractions(-300, 300), st.decimals("0.01", 1000, places=2))
def test_the_share_that_counts_lies_within_nought_and_the_full_points(
    percent: Fraction, most: Decimal
) -> None:
    made = Made(percent, (Step(Part.RATING, Fraction(1)), Step(Part.RATE, percent)))
    assert made.rate == percent
    assert made.share == max(Fraction(0), min(Fraction(100), percent))
    assert made.points_of(most) * 100 == Fraction(most) * made.share


def test_a_scale_of_nought_has_no_width_whichever_end_is_unknown() -> None:
    survey = indicator("S1", COMMON, "20", scale=Scale.SURVEY)
    proportional = replace(survey, measure=Measure(Formula.SURVEY_PROPORTIONAL, ()))
    assert exact_points(proportional, {"survey_mean": "0", "survey_max": "0"}) == NoPoints(
        "no_width"
    )
    assert exact_points(proportional, {"survey_mean": "4", "survey_max": "5"}) == 16


def test_only_a_survey_has_another_conversion_and_it_keeps_what_is_known_of_the_scale() -> None:
    survey = indicator("S1", COMMON, "20", scale=Scale.SURVEY, measure=SURVEY)
    other = otherwise_converted(survey)
    assert other is not None
    assert other.measure == Measure(Formula.SURVEY_PROPORTIONAL, SURVEY.parameters)
    assert otherwise_converted(other) == survey
    bare = otherwise_converted(replace(survey, measure=None))
    assert bare is not None
    assert bare.measure == Measure(Formula.SURVEY_PROPORTIONAL, ())
    assert otherwise_converted(measured("I1", COMMON, "20", ACHIEVEMENT)) is None
    assert otherwise_converted(measured("I1", COMMON, "20", None)) is None
    assert otherwise_converted(indicator("C1", COMMON, "20")) is None
