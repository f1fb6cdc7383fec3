"""Typed figures become points: every formula by cases worked out by hand, and always clipped."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.results import oracle
from tests.workbench.results.rounds_by_hand import COMMON, indicator
from workbench.definition.terms import Formula, Indicator, Level, Measure, Scale
from workbench.errors import InputError
from workbench.results.formulas import (
    NoPoints,
    exact_points,
    formula_of,
    parameters,
    previous_of,
    steps_of,
)
from workbench.scoring.values import stored_mark

if TYPE_CHECKING:
    from random import Random

EMPTY, NO_TARGET, NO_WIDTH = "", "zero_target", "no_width"
NO_SCALE, REVERSED = "survey_scale_missing", "scale_reversed"

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
    ("completion", "", "- 4", EMPTY),
    ("completion", "", "4 0", "0"),
    ("completion", "", "7 2", "40/7"),
    # six decimals, and one unit of the last of them on either side of a bound
    ("achievement", "", "0.333333 0.111111", "20/3"),
    ("achievement", "", "1 0.999999", "19.99998"),
    ("achievement", "", "1 1.000001", "20"),
    (
        "achievement",
        "",
        "999999999999.999999 999999999999.999998",
        "19999999999999.99996/999999999999.999999",
    ),
    ("achievement_lower", "", "1 1.000001", "20/1.000001"),
    ("achievement_lower", "", "1 0.999999", "20"),
    ("achievement_lower", "", "0.000001 999999", "0.00002/999999"),
    ("steps", "steps=90.000001:100|90:50", "100 90.000001", "20"),
    ("steps", "steps=90.000001:100|90:50", "100 90", "10"),
    ("steps", "steps=90.000001:100|90:50", "100 89.999999", "0"),
    ("steps", "steps=95:100|90:90", "999999999 949999999", "18"),  # 94.99999999… %
    ("steps", "steps=0:60", "5 0", "12"),
    ("steps", "steps=120:100|100:80", "5 6", "20"),  # a step above the target
    ("steps", "steps=120:100|100:80", "5 5.999999", "16"),
    ("deviation", "low=0;high=0.000003", "- 0.000001", "28/3"),
    ("deviation", "low=50;high=100", "- 100.000001", "20"),
    ("deviation", "low=50;high=100", "- 37.500001", "0.00000032"),
    ("deviation", "low=50;high=100", "- 0", "0"),
    ("deviation", "low=50;high=100", "7 75", "12"),  # a target is not read
    ("multi_year", "rates=100|100", "10 9.999999", "59.999998/3"),
    ("multi_year", "rates=0", "10 10", "10"),
    ("multi_year", "rates=100.000001", "10 5", "15"),
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
    ("survey_linear", "", "2 5 1", REVERSED),
    ("survey_linear", "", "3 1.000001 1", REVERSED),
    ("survey_linear", "min=1;max=5", "4 6 -", REVERSED),  # the cell's end against the rubric's
    ("survey_linear", "min=1;max=5", "4 - 0", REVERSED),
    ("survey_linear", "min=1;max=5", "4 5 -", NO_WIDTH),
    ("survey_linear", "", "- 5 1", EMPTY),
    ("survey_linear", "min=1;max=5", "- - -", EMPTY),
    ("survey_linear", "", "- 1 5", EMPTY),
    ("survey_proportional", "max=5", "4 - -", "16"),
    ("survey_proportional", "max=5", "0 - -", "0"),
    ("survey_proportional", "max=5", "6 - -", "20"),
    ("survey_proportional", "max=5", "4 1 10", "8"),
    ("survey_proportional", "", "4 1 -", NO_SCALE),
    ("survey_proportional", "", "4 - 0", NO_WIDTH),
    ("survey_proportional", "", "4 7 5", REVERSED),
    ("survey_proportional", "max=5", "4 6 -", REVERSED),
    ("survey_proportional", "min=1;max=5", "4 - 1", NO_WIDTH),
    ("survey_proportional", "", "0 0 0", NO_WIDTH),
    ("survey_proportional", "max=5", "- - -", EMPTY),
    ("survey_linear", "min=1;max=5", "4.000001 - -", "15.000005"),
    ("survey_linear", "min=1;max=5", "1.000001 - -", "0.000005"),
    ("survey_linear", "min=1;max=7", "5 - -", "40/3"),
    ("survey_proportional", "max=5", "4.999999 - -", "19.999996"),
    ("survey_proportional", "max=7", "5 - -", "100/7"),
]


def computed(scale: Scale, formula: str, parameters: str) -> Indicator:
    pairs = tuple(tuple(part.split("=")) for part in parameters.split(";") if part)
    measure = Measure(Formula(formula), pairs)
    return indicator("X", COMMON, "20", scale=scale, measure=measure)


def figures(names: str, values: str) -> dict[str, str]:
    pairs = zip(names.split(), values.split(), strict=True)
    return {name: value for name, value in pairs if value != "-"}


def require(made: Fraction | NoPoints, wanted: str) -> None:
    if wanted in (EMPTY, NO_TARGET, NO_WIDTH, NO_SCALE, REVERSED):
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


FIGURE = st.one_of(
    st.sampled_from(("0", "0.000001", "100", "999999999999.999999")),
    st.decimals(0, 300, places=6).map(lambda number: f"{number:f}"),
)
TABLE = st.lists(
    st.tuples(st.integers(0, 200), st.integers(0, 100)),
    min_size=1,
    max_size=5,
    unique_by=lambda step: step[0],
).map(lambda steps: sorted(steps, reverse=True))


def rising(table: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same bounds with percents that never rise where the bound falls."""
    percents = sorted((percent for _, percent in table), reverse=True)
    return [(bound, percent) for (bound, _), percent in zip(table, percents, strict=True)]


def points_of(row: Indicator, **typed: str) -> Fraction:
    made = exact_points(row, typed)
    assert isinstance(made, Fraction)
    assert 0 <= made <= 20
    return made


def in_order(one: str, other: str) -> tuple[str, str]:
    return (one, other) if Fraction(one) <= Fraction(other) else (other, one)


POSITIVE = FIGURE.filter(lambda text: Fraction(text) > 0)


@given(POSITIVE, FIGURE, FIGURE)
def test_more_achieved_never_makes_less_and_a_higher_target_never_more(
    target: str, one: str, other: str
) -> None:
    low, high = in_order(one, other)
    for formula, given_ in (("achievement", ""), ("multi_year", "rates=88.02|120")):
        row = computed(Scale.MEASURE, formula, given_)
        assert points_of(row, target=target, actual=low) <= points_of(
            row, target=target, actual=high
        )
    row = computed(Scale.MEASURE, "achievement", "")
    if Fraction(low):
        assert points_of(row, target=low, actual=target) >= points_of(
            row, target=high, actual=target
        )
    share = min(Fraction(low) / Fraction(target), Fraction(1))
    assert points_of(row, target=target, actual=low) == 20 * share


@given(POSITIVE, FIGURE, FIGURE)
def test_where_lower_is_better_more_never_makes_more(target: str, one: str, other: str) -> None:
    low, high = in_order(one, other)
    row = computed(Scale.MEASURE, "achievement_lower", "")
    better = points_of(row, target=target, actual=low)
    assert better >= points_of(row, target=target, actual=high) > 0
    wanted = Fraction(20) if Fraction(low) <= Fraction(target) else None
    assert better == (wanted or 20 * Fraction(target) / Fraction(low))


@given(TABLE, POSITIVE, FIGURE, FIGURE)
def test_a_step_table_never_falls_and_is_the_percent_of_a_step_or_nothing(
    table: list[tuple[int, int]], target: str, one: str, other: str
) -> None:
    low, high = in_order(one, other)
    text = "steps=" + "|".join(f"{bound}:{percent}" for bound, percent in table)
    row = computed(Scale.MEASURE, "steps", text)
    less = points_of(row, target=target, actual=low)
    assert less <= points_of(row, target=target, actual=high)
    rate = Fraction(low) / Fraction(target)
    assert less * 5 == max((share for bound, share in table if rate * 100 >= bound), default=0)
    for bound, _ in table:  # the bound belongs to its step, a millionth below it does not
        at = Fraction(bound) * 10000
        row_of = computed(
            Scale.MEASURE, "steps", "steps=" + "|".join(f"{b}:{p}" for b, p in rising(table))
        )
        reached = dict(rising(table))[bound]
        assert points_of(row_of, target="1000000", actual=f"{at}") * 5 == reached
        below = max((p for b, p in rising(table) if b < bound), default=0)
        if bound:
            actual = f"{Decimal(int(at)) - Decimal('0.000001'):f}"
            assert points_of(row_of, target="1000000", actual=actual) * 5 == below


@given(FIGURE, FIGURE, FIGURE, FIGURE)
def test_a_deviation_rises_towards_high_wherever_that_lies(
    low: str, high: str, one: str, other: str
) -> None:
    row = computed(Scale.MEASURE, "deviation", f"low={low};high={high}")
    if Fraction(low) == Fraction(high):
        assert exact_points(row, {"actual": one}) == NoPoints("no_width")
        return
    first, second = in_order(one, other)
    pair = points_of(row, actual=first), points_of(row, actual=second)
    assert pair[0] <= pair[1] if Fraction(low) < Fraction(high) else pair[0] >= pair[1]
    assert points_of(row, actual=low) == 4  # 20 % of 20
    assert points_of(row, actual=high) == 20
    place = (Fraction(one) - Fraction(low)) / (Fraction(high) - Fraction(low))
    rating = min(max(Fraction(1, 5) + Fraction(4, 5) * place, Fraction(0)), Fraction(1))
    assert points_of(row, actual=one) == 20 * rating


@given(st.lists(FIGURE, max_size=4), POSITIVE, FIGURE, st.randoms())
def test_a_mean_of_years_does_not_depend_on_their_order_and_stays_between_them(
    rates: list[str], target: str, actual: str, rng: Random
) -> None:
    made = points_of(
        computed(Scale.MEASURE, "multi_year", "rates=" + "|".join(rates) if rates else ""),
        target=target,
        actual=actual,
    )
    years = [min(Fraction(rate) / 100, 1) for rate in rates]
    years.append(min(Fraction(actual) / Fraction(target), Fraction(1)))
    assert 20 * min(years) <= made <= 20 * max(years)
    assert made * len(years) == 20 * sum(years)
    shuffled = rng.sample(rates, len(rates))
    again = computed(Scale.MEASURE, "multi_year", "rates=" + "|".join(shuffled) if rates else "")
    assert points_of(again, target=target, actual=actual) == made


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_more_done_never_makes_less_and_nothing_found_is_full(
    found: int, one: int, other: int
) -> None:
    row = computed(Scale.MEASURE, "completion", "")
    less, more = (
        points_of(row, target=str(found), actual=str(done)) for done in sorted((one, other))
    )
    assert less <= more
    if not found:
        assert less == more == 20
    else:
        assert less == min(Fraction(20 * min(one, other), found), Fraction(20))


@given(FIGURE, FIGURE, FIGURE, FIGURE)
def test_a_better_mean_never_makes_less_and_both_conversions_agree_from_zero(
    one: str, other: str, low: str, high: str
) -> None:
    low, high = in_order(low, high)
    if Fraction(low) == Fraction(high):
        return
    first, second = in_order(one, other)
    linear = computed(Scale.SURVEY, "survey_linear", f"min={low};max={high}")
    proportional = computed(Scale.SURVEY, "survey_proportional", f"max={high}")
    for row in (linear, proportional):
        assert points_of(row, survey_mean=first) <= points_of(row, survey_mean=second)
        assert points_of(row, survey_mean=high) == 20
    assert points_of(linear, survey_mean=low) == 0
    if Fraction(first) <= Fraction(high):  # the floor of the scale never helps
        assert points_of(linear, survey_mean=first) <= points_of(proportional, survey_mean=first)
    from_zero = computed(Scale.SURVEY, "survey_linear", f"min=0;max={high}")
    assert points_of(from_zero, survey_mean=first) == points_of(proportional, survey_mean=first)


@pytest.mark.parametrize("typed", ["-1", "-0.5", "+3", "1e3", "1,000", "12%", "열"])
def test_a_negative_or_otherwise_unfit_figure_is_refused_where_it_is_typed(typed: str) -> None:
    row = computed(Scale.MEASURE, "achievement", "")
    for field in ("target", "actual"):
        with pytest.raises(InputError):
            stored_mark(row, field, typed)


def test_last_years_actual_makes_no_points_and_belongs_to_its_service() -> None:
    row = computed(Scale.MEASURE, "achievement", "previous=1:120|25:95.5")
    assert parameters(row) == {}
    assert exact_points(row, {"target": "10", "actual": "8"}) == 16
    assert [previous_of(row, number) for number in (1, 25, 2, 5)] == [
        120,
        Fraction("95.5"),
        None,
        None,
    ]
    assert previous_of(computed(Scale.MEASURE, "achievement", "previous=7"), 3) == 7
    assert previous_of(computed(Scale.MEASURE, "achievement", ""), 3) is None
    assert previous_of(indicator("X", COMMON, "20", scale=Scale.MEASURE), 3) is None
