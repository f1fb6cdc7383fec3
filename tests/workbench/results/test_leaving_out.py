"""Sums over one denominator, and what the others make where one mark is left out."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.definition.terms import Aggregation
from workbench.results.aggregation import aggregate, exact_sum, in_units, without_each_one

POINTS = st.fractions(-100, 100, max_denominator=60)
SEVERAL = [way for way in Aggregation if way is not Aggregation.SINGLE]


@given(st.sampled_from(SEVERAL), st.lists(POINTS, max_size=9))
def test_leaving_one_out_is_what_the_others_make(way: Aggregation, points: list[Fraction]) -> None:
    found = without_each_one(way, points)
    for at, made in enumerate(found):
        others = points[:at] + points[at + 1 :]
        assert made == (aggregate(way, others) if others else None)
    assert len(found) == len(points)


@pytest.mark.parametrize(
    ("way", "left"),
    [
        (Aggregation.MEAN, [20, 10, 10]),
        (Aggregation.MEDIAN, [20, 10, 10]),
        (Aggregation.CONSENSUS, [None, None, None]),
    ],
)
def test_equal_points_leave_equal_points_behind(way: Aggregation, left: list[int | None]) -> None:
    assert without_each_one(way, [Fraction(0), Fraction(20), Fraction(20)]) == left


def test_of_two_marks_of_a_single_way_each_leaves_the_other() -> None:
    assert without_each_one(Aggregation.SINGLE, [Fraction(7), Fraction(9, 2)]) == [
        Fraction(9, 2),
        7,
    ]
    assert without_each_one(Aggregation.SINGLE, [Fraction(7)]) == [None]


def test_of_five_one_left_out_is_no_trimmed_mean_any_more() -> None:
    points = [Fraction(one) for one in (0, 1, 2, 3, 14)]
    assert without_each_one(Aggregation.TRIMMED_MEAN, points)[0] == 5  # the mean of four


@given(st.lists(POINTS, max_size=12))
def test_a_sum_is_exact_and_of_none_nought(numbers: list[Fraction]) -> None:
    total = exact_sum(numbers)
    assert isinstance(total, Fraction)
    assert total == sum(numbers)
    whole, unit = in_units(numbers)
    assert [Fraction(one, unit) for one in whole] == numbers
    assert all(unit % one.denominator == 0 for one in numbers)
