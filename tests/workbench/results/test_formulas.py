"""Typed figures become points: every formula by cases worked out by hand, and always clipped."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.results import oracle
from tests.workbench.results.rounds_by_hand import COMMON, indicator
from workbench.definition.terms import Formula, Indicator, Level, Measure, Scale
from workbench.results.formulas import NoPoints, exact_points, formula_of, steps_of

EMPTY, NO_TARGET, NO_WIDTH, NO_SCALE = "", "zero_target", "no_width", "survey_scale_missing"

STEPS = "steps=95:100|90:90|80.5:60|60:75"

# formula, parameters, target and actual, points of a maximum of 20
MEASURES = [
    ("achievement", "", "10 8", "16"),
    ("achievement", "", "10 10", "20"),
    ("achievement", "", "10 12", "20"),
    ("achievement", "", "10 0", "0"),
    ("achievement", "", "3 1", "20/3"),
    ("achievement", "", "0.000001 0.000001", "20"),
    ("achievement", "", "0 5", NO_TARGET),
    ("achievement", "", "0 0", NO_TARGET),
    ("achievement", "", "- 5", EMPTY),
    ("achievement", "", "5 -", EMPTY),
    ("achievement", "", "- -", EMPTY),
    ("achievement_lower", "", "10 20", "10"),
    ("achievement_lower", "", "10 10", "20"),
    ("achievement_lower", "", "10 5", "20"),
    ("achievement_lower", "", "10 0", "20"),
    ("achievement_lower", "", "10 30", "20/3"),
    ("achievement_lower", "", "0 0", NO_TARGET),
    ("achievement_lower", "", "0 5", NO_TARGET),
    ("achievement_lower", "", "5 -", EMPTY),
    ("steps", STEPS, "100 100", "20"),
    ("steps", STEPS, "100 95", "20"),
    ("steps", STEPS, "100 94.999999", "18"),
    ("steps", STEPS, "100 90", "18"),
    ("steps", STEPS, "100 85", "15"),  # the best of the steps that are reached
    ("steps", STEPS, "100 60", "15"),
    ("steps", STEPS, "100 59.999999", "0"),
    ("steps", STEPS, "3 2.85", "20"),  # 95 % exactly; 94.99999999999999 in binary floats
    ("steps", STEPS, "0 5", NO_TARGET),
    ("steps", STEPS, "5 -", EMPTY),
    ("deviation", "low=50;high=100", "- 100", "20"),
    ("deviation", "low=50;high=100", "- 50", "4"),
    ("deviation", "low=50;high=100", "- 75", "12"),
    ("deviation", "low=50;high=100", "- 37.5", "0"),
    ("deviation", "low=50;high=100", "- 20", "0"),
    ("deviation", "low=50;high=100", "- 150", "20"),
    ("deviation", "low=100;high=50", "- 50", "20"),  # lower is better
    ("deviation", "low=100;high=50", "- 100", "4"),
    ("deviation", "low=7;high=7", "- 7", NO_WIDTH),
    ("deviation", "low=50;high=100", "100 -", EMPTY),
    ("multi_year", "rates=50|100", "10 5", "40/3"),
    ("multi_year", "rates=150|100", "10 20", "20"),  # no year counts for more than 1
    ("multi_year", "", "10 5", "10"),
    ("multi_year", "rates=88.02", "3 3", "94.01/5"),
    ("multi_year", "rates=50", "0 5", NO_TARGET),
    ("multi_year", "rates=50", "5 -", EMPTY),
    ("completion", "", "4 3", "15"),
    ("completion", "", "0 0", "20"),  # nothing was found
    ("completion", "", "0 5", "20"),
    ("completion", "", "4 5", "20"),
    ("completion", "", "4 -", EMPTY),
]
SURVEYS = [
    # formula, parameters, mean min max, points of 20
    ("survey_linear", "min=1;max=5", "4 - -", "15"),
    ("survey_linear", "min=1;max=5", "1 - -", "0"),
    ("survey_linear", "min=1;max=5", "5 - -", "20"),
    ("survey_linear", "min=1;max=5", "0.5 - -", "0"),
    ("survey_linear", "min=1;max=5", "5.5 - -", "20"),
    ("survey_linear", "min=1;max=5", "4 0 10", "8"),  # the cell before the parameters
    ("survey_linear", "min=1;max=5", "4 - 7", "10"),
    ("survey_linear", "", "4 1 5", "15"),
    ("survey_linear", "", "4 1 -", NO_SCALE),
    ("survey_linear", "", "4 - 5", NO_SCALE),
    ("survey_linear", "", "4 - -", NO_SCALE),
    ("survey_linear", "", "4 5 5", NO_WIDTH),
    ("survey_linear", "min=1;max=5", "- - -", EMPTY),
    ("survey_linear", "", "- 1 5", EMPTY),
    ("survey_proportional", "max=5", "4 - -", "16"),
    ("survey_proportional", "max=5", "0 - -", "0"),
    ("survey_proportional", "max=5", "6 - -", "20"),
    ("survey_proportional", "max=5", "4 1 10", "8"),
    ("survey_proportional", "", "4 1 -", NO_SCALE),
    ("survey_proportional", "", "4 - 0", NO_WIDTH),
    ("survey_proportional", "max=5", "- - -", EMPTY),
]


def computed(scale: Scale, formula: str, parameters: str) -> Indicator:
    pairs = tuple(tuple(part.split("=")) for part in parameters.split(";") if part)
    measure = Measure(Formula(formula), pairs)
    return indicator("X", COMMON, "20", scale=scale, measure=measure)


def figures(names: str, values: str) -> dict[str, str]:
    pairs = zip(names.split(), values.split(), strict=True)
    return {name: value for name, value in pairs if value != "-"}


def require(made: Fraction | NoPoints, wanted: str) -> None:
    if wanted in (EMPTY, NO_TARGET, NO_WIDTH, NO_SCALE):
        assert made == NoPoints(wanted)
        return
    above, _, below = wanted.partition("/")
    assert made == Fraction(above) / Fraction(below or 1)


@pytest.mark.parametrize(("formula", "parameters", "typed", "points"), MEASURES)
def test_measures_by_hand(formula: str, parameters: str, typed: str, points: str) -> None:
    row = computed(Scale.MEASURE, formula, parameters)
    require(exact_points(row, figures("target actual", typed)), points)


@pytest.mark.parametrize(("formula", "parameters", "typed", "points"), SURVEYS)
def test_surveys_by_hand(formula: str, parameters: str, typed: str, points: str) -> None:
    row = computed(Scale.SURVEY, formula, parameters)
    given = figures("survey_mean survey_min survey_max", typed)
    require(exact_points(row, given), points)
    require(exact_points(row, given | {"survey_n": "3"}), points)  # not needed, decides nothing


LEVELS = (Level("탁월", Decimal(100)), Level("우수", Decimal("87.5")), Level("없음", Decimal(0)))


@pytest.mark.parametrize(
    ("scale", "typed", "points"),
    [
        (Scale.POINTS, "7.5", "7.5"),
        (Scale.POINTS, "0", "0"),
        (Scale.POINTS, "20", "20"),
        (Scale.POINTS, "21", "20"),
        (Scale.RATING, "100", "20"),
        (Scale.RATING, "33", "6.6"),
        (Scale.RATING, "0.5", "0.1"),
        (Scale.RATING, "120", "20"),
        (Scale.GRADE, "우수", "17.5"),
        (Scale.GRADE, "없음", "0"),
    ],
)
def test_typed_marks_by_hand(scale: Scale, typed: str, points: str) -> None:
    row = indicator("X", COMMON, "20", scale=scale, levels=LEVELS)
    assert exact_points(row, {"score": typed}) == Fraction(points)


@pytest.mark.parametrize("scale", [Scale.POINTS, Scale.RATING, Scale.GRADE])
def test_nothing_typed_is_no_mark_and_not_zero(scale: Scale) -> None:
    row = indicator("X", COMMON, "20", scale=scale, levels=LEVELS)
    assert exact_points(row, {}) == NoPoints("")


@pytest.mark.parametrize(
    ("scale", "formula"),
    [(Scale.MEASURE, Formula.ACHIEVEMENT), (Scale.SURVEY, Formula.SURVEY_LINEAR)],
)
def test_without_a_row_in_measures_the_default_formula_holds(
    scale: Scale, formula: Formula
) -> None:
    assert formula_of(indicator("X", COMMON, "20", scale=scale)) is formula


def test_steps_are_read_as_bound_and_percent() -> None:
    assert steps_of({"steps": "90:100|80.5:60"}) == ((90, 100), (Fraction("80.5"), 60))
    assert steps_of({}) == ()


NUMBERS = st.decimals(0, 200, places=3).map(lambda number: f"{number:f}")
PARAMETERS = {
    Formula.STEPS: "steps=95:100|90:90|60:75",
    Formula.DEVIATION: "low=10;high=90.5",
    Formula.MULTI_YEAR: "rates=88.02|120",
    Formula.SURVEY_LINEAR: "min=1;max=5",
    Formula.SURVEY_PROPORTIONAL: "max=7",
}


@given(st.sampled_from(Formula), st.lists(NUMBERS, min_size=4, max_size=4), st.integers(0, 15))
def test_every_formula_agrees_with_the_oracle_and_stays_within_the_maximum(
    formula: Formula, values: list[str], given_: int
) -> None:
    is_survey = formula.value.startswith("survey")
    scale = Scale.SURVEY if is_survey else Scale.MEASURE
    row = computed(scale, formula, PARAMETERS.get(formula, ""))
    names = (
        ("survey_mean", "survey_min", "survey_max", "survey_n")
        if is_survey
        else ("target", "actual")
    )
    pairs = enumerate(zip(names, values, strict=False))
    typed = {name: value for at, (name, value) in pairs if given_ >> at & 1}
    made = exact_points(row, typed)
    if isinstance(made, NoPoints):
        assert oracle.points_of(row, typed) == oracle.HOLE
    else:
        assert made == oracle.points_of(row, typed)
        assert 0 <= made <= 20
