"""The arithmetic of satisfaction: hand-computed tables, and what holds for any answers."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction as F
from statistics import stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.definition.terms import (
    Aggregation,
    Formula,
    Indicator,
    Kind,
    Measure,
    Scale,
    SectionCode,
)
from workbench.surveys.arithmetic import Shape, index_error, index_of, mean_as_stored, parts_of
from workbench.surveys.mapping import Dimension, SurveyMapping

INDICATOR = Indicator(
    b"i" * 16,
    "S1",
    SectionCode.SATISFACTION,
    "",
    "만족도",
    Kind.SURVEY,
    Scale.SURVEY,
    Decimal(15),
    Decimal("0.01"),
    "all",
    Aggregation.SINGLE,
)
PROPORTIONAL = replace(INDICATOR, measure=Measure(Formula.SURVEY_PROPORTIONAL))


def shape(*sizes: int, overall: int = 0, weight: str = "75") -> Shape:
    names = iter(f"q{at}" for at in range(100))
    dimensions = tuple(
        Dimension(f"d{at}", tuple(next(names) for _ in range(size)))
        for at, size in enumerate(sizes)
    )
    last = tuple(next(names) for _ in range(overall))
    return Shape.of(SurveyMapping("s", dimensions, last, factor_weight=Decimal(weight)))


@pytest.mark.parametrize(
    ("made", "questions", "factor", "overall", "composite"),
    [
        # two dimensions of 2 and 1 questions: (3 + 5) / 2 = 4 and 2, so 3, not 10/3
        (shape(2, 1), (3, 5, 2), F(3), None, F(3)),
        # 75 % of 3 and 25 % of 5
        (shape(2, 1, overall=1), (3, 5, 2, 5), F(3), F(5), F(7, 2)),
        # two overall questions are averaged first: 0.75 × 4 + 0.25 × 3
        (shape(1, overall=2), (4, 2, 4), F(4), F(3), F(15, 4)),
        # weights 100 and 0
        (shape(1, overall=1, weight="100"), (4, 1), F(4), F(1), F(4)),
        (shape(1, overall=1, weight="0"), (4, 1), F(4), F(1), F(1)),
        # only an overall question: it weighs all
        (shape(overall=1), (4,), None, F(4), F(4)),
        # a question nobody answered is left out of its dimension, a dimension out of the factor
        (shape(2, 1), (None, 5, 2), F(7, 2), None, F(7, 2)),
        (shape(2, 1), (None, None, 2), F(2), None, F(2)),
        # a part that has a weight and nothing in it leaves nothing
        (shape(1, overall=1), (4, None), F(4), None, None),
        (shape(1, overall=1), (None, 4), None, F(4), None),
        (shape(1, overall=1, weight="100"), (4, None), F(4), None, F(4)),
        (shape(1, overall=1, weight="0"), (None, 4), None, F(4), F(4)),
        (shape(2), (None, None), None, None, None),
        # thirds stay thirds
        (shape(3, overall=1, weight="50"), (4, 4, 5, 4), F(13, 3), F(4), F(25, 6)),
    ],
)
def test_hand_computed_parts(
    made: Shape, questions: tuple[int | None, ...], factor: F, overall: F, composite: F
) -> None:
    found = parts_of(made, questions)
    assert (found.factor, found.overall, found.composite) == (factor, overall, composite)


@pytest.mark.parametrize(
    ("mean", "ends", "linear", "proportional"),
    [
        ("4", (1, 5), F(75), F(80)),
        ("5", (1, 5), F(100), F(100)),
        ("1", (1, 5), F(0), F(20)),
        ("3.5", (1, 5), F(125, 2), F(70)),
        ("7", (0, 10), F(70), F(70)),
        ("4.333333", (1, 5), F(3333333, 40000), F(4333333, 50000)),
        ("1", (1, 7), F(0), F(100, 7)),
    ],
)
def test_four_of_five_is_75_or_80(
    mean: str, ends: tuple[int, int], linear: F, proportional: F
) -> None:
    low, high = map(Decimal, ends)
    assert index_of(INDICATOR, Decimal(mean), low, high) == linear
    assert index_of(PROPORTIONAL, Decimal(mean), low, high) == proportional


def test_a_mean_is_stored_with_six_decimals_half_up() -> None:
    assert mean_as_stored(F(13, 3)) == Decimal("4.333333")
    assert mean_as_stored(F(14, 3)) == Decimal("4.666667")
    assert mean_as_stored(F(40000005, 10000000)) == Decimal("4.000001")


@pytest.mark.parametrize(
    ("rows", "linear", "proportional", "n"),
    [
        ([(4,)], None, None, 1),  # of one respondent nothing can be said
        ([(None,), (4,)], None, None, 1),
        ([(3,), (5,)], "25.00", "20.00", 2),  # s² = 2, √(2/2) = 1 step; 25 or 20 of the index
        ([(4,), (4,), (4,)], "0.00", "0.00", 3),
        ([(1,), (2,), (3,), (4,), (5,)], "17.68", "14.14", 5),  # √(2.5/5) = 0.70710678…
        ([(1,), (5,)], "50.00", "40.00", 2),
    ],
)
def test_hand_computed_standard_errors(
    rows: list[tuple[int | None, ...]], linear: str | None, proportional: str | None, n: int
) -> None:
    for indicator, wanted in ((INDICATOR, linear), (PROPORTIONAL, proportional)):
        error, counted = index_error(indicator, shape(1), rows, 1, 5)
        assert (error, counted) == (None if wanted is None else Decimal(wanted), n)


def test_only_who_answered_every_weighted_part_makes_the_error() -> None:
    rows = [(4, 4), (2, None), (None, 5), (2, 2)]
    assert index_error(INDICATOR, shape(1, overall=1), rows, 1, 5)[1] == 2
    assert index_error(INDICATOR, shape(1, overall=1, weight="100"), rows, 1, 5)[1] == 3


def surveys() -> st.SearchStrategy[tuple[Shape, list[tuple[int | None, ...]]]]:
    """A shape and respondents who leave some questions out."""

    @st.composite
    def drawn(draw: st.DrawFn) -> tuple[Shape, list[tuple[int | None, ...]]]:
        sizes = draw(st.lists(st.integers(1, 3), max_size=3))
        overall = draw(st.integers(0 if sizes else 1, 2))
        weight = draw(st.integers(0, 100))
        made = shape(*sizes, overall=overall, weight=str(weight))
        answers = st.one_of(st.none(), st.integers(1, 5))
        width = sum(sizes) + overall
        rows = draw(st.lists(st.tuples(*[answers] * width), min_size=1, max_size=12))
        return made, rows

    return drawn()


def composite(made: Shape, rows: list[tuple[int | None, ...]]) -> F | None:
    columns = [
        [answer for answer in column if answer is not None] for column in zip(*rows, strict=True)
    ]
    return parts_of(made, [F(sum(one), len(one)) if one else None for one in columns]).composite


@given(surveys())
def test_a_mean_lies_within_the_scale_and_no_index_above_the_maximum(
    survey: tuple[Shape, list[tuple[int | None, ...]]],
) -> None:
    made, rows = survey
    found = composite(made, rows)
    if found is None:
        return
    assert 1 <= found <= 5
    stored = mean_as_stored(found)
    for indicator in (INDICATOR, PROPORTIONAL):
        index = index_of(indicator, stored, Decimal(1), Decimal(5))
        assert index is not None
        assert 0 <= index <= 100


@given(surveys(), st.randoms(use_true_random=False))
def test_the_order_of_respondents_says_nothing(
    survey: tuple[Shape, list[tuple[int | None, ...]]], rng: object
) -> None:
    made, rows = survey
    shuffled = list(rows)
    rng.shuffle(shuffled)
    assert composite(made, shuffled) == composite(made, rows)
    assert index_error(INDICATOR, made, shuffled, 1, 5) == index_error(INDICATOR, made, rows, 1, 5)


@given(surveys(), st.data())
def test_a_better_answer_never_makes_a_worse_index(
    survey: tuple[Shape, list[tuple[int | None, ...]]], data: st.DataObject
) -> None:
    made, rows = survey
    low = [
        (at, place)
        for at, row in enumerate(rows)
        for place, answer in enumerate(row)
        if answer is not None and answer < 5
    ]
    before = composite(made, rows)
    if not low or before is None:
        return
    at, place = data.draw(st.sampled_from(low))
    better = [list(row) for row in rows]
    better[at][place] += 1
    after = composite(made, [tuple(row) for row in better])
    assert after is not None
    assert after >= before


@given(st.lists(st.integers(1, 5), min_size=2, max_size=40))
def test_the_error_is_that_of_the_textbook(answers: list[int]) -> None:
    error, n = index_error(INDICATOR, shape(1), [(one,) for one in answers], 1, 5)
    assert n == len(answers)
    assert abs(float(error) - 25 * stdev(answers) / len(answers) ** 0.5) <= 0.005001
