"""An explanation tells every value on the way and ends at exactly what the result counts."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.results import oracle
from tests.workbench.results.rounds_by_hand import COMMON, indicator
from tests.workbench.results.test_against_oracle import Dice
from tests.workbench.results.test_formulas import MEASURES, SURVEYS, computed, figures
from workbench.definition.measures import COMPUTED
from workbench.definition.terms import Formula, Indicator, Measure, Scale
from workbench.exact import half_up
from workbench.measures.amounts import Amount, closely
from workbench.measures.catalogue import Flag, Part
from workbench.measures.confirmations import figures_rows
from workbench.measures.explaining import Explained, explained
from workbench.results.formulas import NoPoints, exact_points
from workbench.results.outcome import MarkState
from workbench.results.scoring import compute

STEPS = "steps=95:100|90:90|80.5:60|60:75"
# formula, parameters, target and actual, the steps as they are said, flags
ON_THE_WAY = [
    ("achievement", "", "800 1050", "달성률 131.25% → 배점 반영률 100%", "capped"),
    ("achievement", "", "800 600", "달성률 75% → 배점 반영률 75%", ""),
    ("achievement", "", "3 1", "달성률 33.333333% → 배점 반영률 33.333333%", ""),
    ("achievement", "", "3 0", "달성률 0% → 배점 반영률 0%", ""),
    (
        "achievement",
        "",
        "999999999999 0.000001",
        "달성률 0.0000000000000001% → 배점 반영률 0.0000000000000001%",
        "",
    ),
    ("achievement_lower", "", "10 20", "달성률 50% → 배점 반영률 50%", ""),
    ("achievement_lower", "", "10 8", "달성률 125% → 배점 반영률 100%", "capped"),
    ("achievement_lower", "", "10 0", "배점 반영률 100%", "zero_actual"),
    ("steps", STEPS, "100 95", "달성률 95% → 도달 구간 95% → 배점 반영률 100%", ""),
    ("steps", STEPS, "100 94.999999", "달성률 94.999999% → 도달 구간 90% → 배점 반영률 90%", ""),
    (
        "steps",
        STEPS,
        "999999999 949999999",  # nearer to 95 % than two or six decimals can tell
        "달성률 94.99999999% → 도달 구간 90% → 배점 반영률 90%",
        "",
    ),
    ("steps", STEPS, "100 85", "달성률 85% → 도달 구간 60% → 배점 반영률 75%", ""),
    ("steps", STEPS, "100 59.999999", "달성률 59.999999% → 배점 반영률 0%", "no_step"),
    ("deviation", "low=50;high=100", "- 75", "편차 위치 50% → 평점 60 → 배점 반영률 60%", ""),
    ("deviation", "low=50;high=100", "- 50", "편차 위치 0% → 평점 20 → 배점 반영률 20%", ""),
    (
        "deviation",
        "low=50;high=100",
        "- 20",
        "편차 위치 −60% → 평점 −28 → 배점 반영률 0%",
        "floored",
    ),
    (
        "deviation",
        "low=100;high=50",
        "- 25",
        "편차 위치 150% → 평점 140 → 배점 반영률 100%",
        "capped",
    ),
    (
        "multi_year",
        "rates=150|88.02",
        "4 3",
        "당해 달성률 75% → 반영 달성률(1) 100% → 반영 달성률(2) 88.02% → 반영 달성률(3) 75%"
        " → 평균 달성률 87.673333% → 배점 반영률 87.673333%",
        "capped",
    ),
    (
        "multi_year",
        "",
        "4 3",
        "당해 달성률 75% → 반영 달성률(1) 75% → 평균 달성률 75% → 배점 반영률 75%",
        "",
    ),
    ("completion", "", "4 3", "이행률 75% → 배점 반영률 75%", ""),
    ("completion", "", "0 0", "배점 반영률 100%", "nothing_found"),
    ("completion", "", "4 5", "이행률 125% → 배점 반영률 100%", "more_done capped"),
    ("completion", "", "0 5", "배점 반영률 100%", "nothing_found more_done"),
]
# parameters, mean min max, steps, index, the other's index and points of 20, flags
LINEAR, PROPORTIONAL = "survey_linear", "survey_proportional"
CONVERTED = [
    (LINEAR, "min=1;max=5", "4 - -", "환산값 75 → 만족도 지수 75", "75.00", "80.00 16.00", ""),
    (
        PROPORTIONAL,
        "min=1;max=5",
        "4 - -",
        "환산값 80 → 만족도 지수 80",
        "80.00",
        "75.00 15.00",
        "",
    ),
    (PROPORTIONAL, "max=7", "5.5 - -", "환산값 78.571429 → 만족도 지수 78.571429", "78.57", "", ""),
    (
        LINEAR,
        "min=1;max=5",
        "5.5 - -",
        "환산값 112.5 → 만족도 지수 100",
        "100.00",
        "100.00 20.00",
        "mean_outside capped",
    ),
    (
        LINEAR,
        "min=1;max=5",
        "0.5 - -",
        "환산값 −12.5 → 만족도 지수 0",
        "0.00",
        "10.00 2.00",
        "mean_outside floored",
    ),
]


def on_the_way(made: Explained) -> str:
    return " → ".join(row.said() for row in made.steps)


@pytest.mark.parametrize(("formula", "parameters", "typed", "steps", "flags"), ON_THE_WAY)
def test_every_value_on_the_way_by_hand(
    formula: str, parameters: str, typed: str, steps: str, flags: str
) -> None:
    made = explained(computed(Scale.MEASURE, formula, parameters), figures("target actual", typed))
    assert on_the_way(made) == steps
    assert [flag.value for flag in made.flags] == flags.split()
    assert made.points == half_up(made.exact, 2)
    assert made.other is None


@pytest.mark.parametrize(
    ("formula", "parameters", "typed", "steps", "index", "other", "flags"), CONVERTED
)
def test_surveys_tell_their_index_and_what_the_other_conversion_gives(
    formula: str, parameters: str, typed: str, steps: str, index: str, other: str, flags: str
) -> None:
    given_ = figures("survey_mean survey_min survey_max", typed)
    made = explained(computed(Scale.SURVEY, formula, parameters), given_)
    assert on_the_way(made) == steps
    assert str(made.index) == index
    assert [flag.value for flag in made.flags] == flags.split()
    told = "" if made.other is None else f"{made.other.index} {made.other.points}"
    assert told == other


@pytest.mark.parametrize(("formula", "parameters", "typed", "points"), MEASURES + SURVEYS)
def test_every_case_by_hand_ends_where_the_result_ends(
    formula: str, parameters: str, typed: str, points: str
) -> None:
    scale = Scale.SURVEY if formula.startswith("survey") else Scale.MEASURE
    names = "survey_mean survey_min survey_max" if scale is Scale.SURVEY else "target actual"
    require_the_same(computed(scale, formula, parameters), figures(names, typed))


def require_the_same(row: Indicator, typed: dict[str, str], places: int = 2) -> Explained:
    """Hold an explanation to the oracle, to what the result counts, and to itself."""
    made, counted = explained(row, typed, service=1, places=places), exact_points(row, typed)
    wanted = oracle.points_of(row, typed)
    if isinstance(counted, NoPoints):
        assert wanted == oracle.HOLE
        assert (made.why, made.exact, made.points, made.share) == (counted.why, None, None, None)
        assert made.steps == ()
        assert made.other is None
        return made
    assert (made.why, made.exact) == (None, counted)
    assert made.exact == wanted
    assert made.points == half_up(counted, places)
    assert made.exact == Fraction(row.max_points) * made.steps[-1].value / 100
    assert made.share == made.steps[-1].value
    assert 0 <= made.share <= 100
    return made


NUMBERS = st.one_of(
    st.sampled_from(("0", "1", "5", "100", "0.000001", "999999999999")),
    st.decimals(0, 200, places=6).map(lambda number: f"{number:f}"),
)
PAIRS = st.lists(st.tuples(NUMBERS, st.integers(0, 100)), min_size=1, max_size=4)


def parameters_of(formula: Formula, numbers: list[str], table: list[tuple[str, int]]) -> str:
    if formula is Formula.STEPS:
        bounds = sorted({Fraction(lower) for lower, _ in table}, reverse=True)
        texts = {Fraction(lower): lower for lower, _ in table}
        shares = [share for _, share in table]
        steps = [f"{texts[bound]}:{share}" for bound, share in zip(bounds, shares, strict=False)]
        return "steps=" + "|".join(steps)
    return {
        Formula.DEVIATION: f"low={numbers[0]};high={numbers[1]}",
        Formula.MULTI_YEAR: f"rates={numbers[0]}|{numbers[1]}",
        Formula.SURVEY_LINEAR: f"min={numbers[0]};max={numbers[1]}",
        Formula.SURVEY_PROPORTIONAL: f"max={numbers[1]}",
    }.get(formula, "")


@given(
    st.sampled_from(Formula),
    st.lists(NUMBERS, min_size=6, max_size=6),
    PAIRS,
    st.integers(0, 15),
    st.sampled_from(("7.5", "20", "0.01", "100")),
)
def test_whatever_is_typed_the_explanation_is_exactly_the_result(
    formula: Formula, numbers: list[str], table: list[tuple[str, int]], typed: int, most: str
) -> None:
    is_survey = formula.value.startswith("survey")
    names = (
        ("survey_mean", "survey_min", "survey_max", "survey_n")
        if is_survey
        else ("target", "actual")
    )
    given_ = {
        name: value
        for at, (name, value) in enumerate(zip(names, numbers[2:], strict=False))
        if typed >> at & 1
    }
    pairs = [part.split("=") for part in parameters_of(formula, numbers, table).split(";") if part]
    measure = Measure(formula, tuple((name, value) for name, value in pairs))
    scale = Scale.SURVEY if is_survey else Scale.MEASURE
    row = indicator("X", COMMON, most, scale=scale, measure=measure)
    made = require_the_same(row, given_)
    if made.other is not None:
        measured = indicator(
            "X",
            COMMON,
            most,
            scale=scale,
            measure=Measure(made.other.formula.formula, measure.parameters),
        )
        assert made.other.exact == oracle.points_of(measured, given_)


@given(st.randoms(use_true_random=True))
def test_in_a_random_round_every_mark_is_explained_as_it_counts(rng: Random) -> None:
    require_a_whole_round(rng)


def require_a_whole_round(rng: Random) -> set[str]:
    dice = Dice(rng)
    outcome = compute(dice.definition, dice.heads())
    reached = set()
    for row in figures_rows(outcome, {}):
        assert row.made.indicator.scale in COMPUTED
        for one in row.entered:
            reached.add(one.mark.state.value)
            if one.explained is None:
                assert one.mark.points is None
            else:
                assert one.explained.exact == one.mark.points
                assert one.mark.state in (MarkState.GIVEN, MarkState.NO_POINTS, MarkState.EMPTY)
    return reached


def test_random_rounds_reach_marks_of_every_kind() -> None:
    reached = set().union(*(require_a_whole_round(Random(seed)) for seed in range(60)))
    assert reached >= {"given", "no_points", "empty", "not_applicable"}


def with_previous(formula: str, previous: str, parameters: str = "") -> Indicator:
    row = computed(Scale.MEASURE, formula, parameters)
    given_ = row.measure.parameters
    measure = Measure(Formula(formula), (*given_, ("previous", previous)), "명")
    return indicator("X", COMMON, "20", scale=Scale.MEASURE, measure=measure)


EASY, HARD = Flag.TARGET_BELOW_PREVIOUS, Flag.TARGET_ABOVE_PREVIOUS


@pytest.mark.parametrize(
    ("formula", "previous", "target", "flags"),
    [
        ("achievement", "100", "99.999999", [EASY]),
        ("achievement", "100", "100", []),
        ("achievement", "100", "101", []),
        ("achievement", "0", "0.000001", []),
        ("achievement_lower", "100", "100.000001", [HARD]),
        ("achievement_lower", "100", "100", []),
        ("achievement_lower", "100", "99", []),
        ("steps", "100", "90", [EASY]),
        ("multi_year", "100", "90", [EASY]),
        ("achievement", "1:100|2:80", "90", [EASY]),
        ("achievement", "2:100|1:80", "90", []),
        ("achievement", "2:100", "90", []),
    ],
)
def test_a_target_easier_than_last_years_actual_is_flagged_and_makes_the_same_points(
    formula: str, previous: str, target: str, flags: list[Flag]
) -> None:
    more = STEPS if formula == "steps" else ""
    row, plain = (
        with_previous(formula, previous, more),
        computed(Scale.MEASURE, formula, more),
    )
    typed = {"target": target, "actual": "45"}
    made = require_the_same(row, typed)
    assert [flag for flag in made.flags if flag in (EASY, HARD)] == flags
    assert made.exact == explained(plain, typed, service=1).exact
    before = explained(row, {"target": target}, service=1)  # the actual is not known yet
    assert list(before.flags) == flags
    assert before.why == ""


def test_inputs_carry_their_names_and_units() -> None:
    row = with_previous("achievement", "1:900|3:1")
    made = explained(row, {"target": "800", "actual": "1050.5"}, service=1)
    assert [one.said() for one in made.inputs] == [
        "목표 800 명",
        "실적 1050.5 명",
        "전년 실적 900 명",
    ]
    assert [one.said("en") for one in made.inputs] == [
        "target 800 명",
        "actual 1050.5 명",
        "last year's actual 900 명",
    ]
    assert made.input(Part.TARGET) == 800
    assert made.input(Part.FOUND) is None


def test_a_survey_names_where_its_scale_comes_from_the_cell_before_the_rubric() -> None:
    row = computed(Scale.SURVEY, "survey_linear", "min=1;max=5")
    typed = {"survey_mean": "4", "survey_max": "7", "survey_n": "37"}
    made = explained(row, typed)
    assert [one.said() for one in made.inputs] == [
        "응답자 수 37",
        "평균 4",
        "척도 최소 1",
        "척도 최대 7",
    ]
    assert made.exact == 10


def test_budget_and_spending_are_called_so() -> None:
    steps = Measure(Formula.STEPS, (("steps", "95:100|80:70"),), "백만원")
    row = indicator("C3", COMMON, "5", scale=Scale.MEASURE, measure=steps, name="예산 집행률")
    made = explained(row, {"target": "3240", "actual": "2770"})
    assert [one.said() for one in made.inputs] == ["예산액 3240 백만원", "집행액 2770 백만원"]
    assert on_the_way(made) == "집행률 85.493827% → 도달 구간 80% → 배점 반영률 70%"
    assert made.table == ((95, 100), (80, 70))
    assert (made.exact, str(made.points)) == (Fraction("3.5"), "3.50")


def test_the_printed_points_follow_the_rounds_decimals() -> None:
    row = computed(Scale.MEASURE, "achievement", "")
    for places, said in ((0, "7"), (1, "6.7"), (2, "6.67"), (3, "6.667")):
        made = explained(row, {"target": "3", "actual": "1"}, places=places)
        assert str(made.points) == said
        assert made.exact == Fraction(20, 3)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Fraction(525, 4), "131.25"),
        (Fraction(100), "100"),
        (Fraction(0), "0"),
        (Fraction(2, 3), "0.666667"),
        (Fraction(1, 10**6), "0.000001"),
        (95 - Fraction(1, 10**9), "94.999999999"),
        (95 - Fraction(1, 3 * 10**9), "94.9999999997"),
        (95 + Fraction(1, 3 * 10**9), "95.0000000003"),
        (-Fraction(50, 3), "-16.666667"),
    ],
)
def test_no_number_looks_rounder_than_it_is(value: Fraction, said: str) -> None:
    assert closely(value) == said


@given(
    st.integers(0, 200 * 10**5),
    st.sampled_from((-1, 0, 1)),
    st.one_of(st.integers(1, 10**12), st.sampled_from((3 * 10**6, 3 * 10**9, 10**18))),
)
def test_a_bound_that_is_not_reached_is_never_shown_as_reached(
    hundred_thousandths: int, side: int, nearness: int
) -> None:
    bound = Fraction(hundred_thousandths, 10**5)
    rate = bound + Fraction(side, nearness)
    shown = Fraction(closely(rate))
    assert (shown >= bound) == (rate >= bound)
    assert abs(shown - rate) <= Fraction(1, 2 * 10**6)


def test_an_amount_stands_with_a_true_minus() -> None:
    assert Amount(Part.PLACE, Fraction(-5), "%").text == "−5%"
    assert Amount(Part.TARGET, Fraction(Decimal("1.50")), "억원").text == "1.5 억원"
