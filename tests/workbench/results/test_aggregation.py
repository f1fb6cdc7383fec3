"""Several marks become the points of one indicator, exactly and in whatever order they come."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.definition.terms import Aggregation
from workbench.exact import half_up
from workbench.results.aggregation import aggregate, effective

MARKS = st.lists(st.fractions(0, 100, max_denominator=1000), min_size=1, max_size=30)
SEVERAL = (Aggregation.MEAN, Aggregation.MEDIAN, Aggregation.TRIMMED_MEAN)


def of(text: str) -> list[Fraction]:
    return [Fraction(number) for number in text.split()]


@pytest.mark.parametrize(
    ("way", "marks", "points"),
    [
        ("mean", "7", "7"),
        ("mean", "1 2", "3/2"),
        ("mean", "0 0 1", "1/3"),
        ("mean", "99.8 74.1 51.1", "75"),  # 74.99999999999999 in binary floats
        ("mean", "50.3 78.1 96.6", "75"),
        ("median", "7", "7"),
        ("median", "1 2", "3/2"),
        ("median", "9 1 5", "5"),
        ("median", "9 1 5 6", "11/2"),
        ("median", "5 5 1 9", "5"),
        ("trimmed_mean", "0 10", "5"),  # fewer than five: the mean
        ("trimmed_mean", "0 1 2 9", "3"),
        ("trimmed_mean", "0 1 2 3 9", "2"),
        ("trimmed_mean", "5 5 5 5 5", "5"),
        ("trimmed_mean", "9 9 9 9 0", "9"),  # exactly one of the four highest goes
        ("trimmed_mean", "0 0 0 0 9", "0"),
        ("trimmed_mean", "10 10 4 1 1", "5"),
        ("trimmed_mean", "1 2 3 4 5 6", "7/2"),
        ("single", "7.25", "29/4"),
    ],
)
def test_by_example_in_every_order(way: str, marks: str, points: str) -> None:
    for order in set(permutations(of(marks))):
        assert aggregate(Aggregation(way), order) == Fraction(points)


def test_consensus_makes_no_points_of_marks() -> None:
    assert aggregate(Aggregation.CONSENSUS, of("7 7 7 7 7")) is None


def test_single_with_two_marks_is_a_bug_and_no_number() -> None:
    with pytest.raises(ValueError, match="too many"):
        aggregate(Aggregation.SINGLE, of("7 7"))


@pytest.mark.parametrize("count", range(1, 9))
def test_a_trimmed_mean_says_when_it_was_a_mean(count: int) -> None:
    used = effective(Aggregation.TRIMMED_MEAN, count)
    assert used is (Aggregation.MEAN if count < 5 else Aggregation.TRIMMED_MEAN)
    for way in Aggregation:
        if way is not Aggregation.TRIMMED_MEAN:
            assert effective(way, count) is way


@given(MARKS)
def test_points_lie_between_the_lowest_and_the_highest_mark(marks: list[Fraction]) -> None:
    for way in SEVERAL:
        assert min(marks) <= aggregate(way, marks) <= max(marks)


@given(MARKS, st.randoms(use_true_random=True))
def test_the_order_of_marks_decides_nothing(marks: list[Fraction], rng) -> None:
    shuffled = list(marks)
    rng.shuffle(shuffled)
    for way in SEVERAL:
        assert aggregate(way, shuffled) == aggregate(way, marks)


@given(st.lists(st.fractions(0, 100, max_denominator=1000), min_size=5, max_size=12))
def test_a_trimmed_mean_drops_exactly_one_highest_and_one_lowest(marks: list[Fraction]) -> None:
    wanted = (sum(marks) - max(marks) - min(marks)) / (len(marks) - 2)
    assert aggregate(Aggregation.TRIMMED_MEAN, marks) == wanted


@given(MARKS)
def test_half_of_the_marks_lie_on_each_side_of_the_median(marks: list[Fraction]) -> None:
    median = aggregate(Aggregation.MEDIAN, marks)
    assert 2 * sum(mark < median for mark in marks) <= len(marks)
    assert 2 * sum(mark > median for mark in marks) <= len(marks)


def test_every_triple_with_a_mean_of_exactly_75_is_not_below() -> None:
    tenths = {number: Fraction(number, 10) for number in range(500, 1001)}
    found = 0
    for first, mark in tenths.items():
        for second in range(max(500, 1250 - first), min(1000, 1750 - first) + 1):
            marks = (mark, tenths[second], tenths[2250 - first - second])
            total = half_up(aggregate(Aggregation.MEAN, marks), 2)
            assert total == 75, marks
            found += 1
    assert found == 188_251


def test_marks_of_a_hundred_people_are_added_without_a_rest() -> None:
    marks = [Fraction(number, 10) for number in range(1, 1000)]
    assert aggregate(Aggregation.MEAN, marks) == 50
    assert all(low < high for low, high in pairwise(sorted(marks)))
