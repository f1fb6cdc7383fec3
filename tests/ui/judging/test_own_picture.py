from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from ui.judging.own_picture import OwnPictures, picture_of, stacked
from workbench.scoring.patterns import Fence, OwnMark


def mark(number: int, points: str, most: int) -> OwnMark:
    exact = Fraction(points)
    return OwnMark(bytes([number]) * 16, number, exact, exact / most, Decimal(most))


def test_marks_of_one_maximum_read_as_points() -> None:
    picture = picture_of([mark(1, "5", 6), mark(2, "4.5", 6)], Decimal(6))
    assert [one.number for one in picture.marks] == [2, 1]
    assert picture.text(picture.mean) == "4.75"


def test_marks_of_several_maxima_read_as_shares() -> None:
    picture = picture_of([mark(1, "3", 6), mark(2, "4", 4)], Decimal(6))
    assert not picture.is_in_points
    assert picture.text(picture.mean) == "75%"


def test_no_marks_have_no_mean_and_no_fence() -> None:
    picture = picture_of([], Decimal(6))
    assert (picture.mean, picture.fence, picture.place_of(b"")) == (None, None, -1)


def test_the_fence_ends_with_the_scale() -> None:
    picture = picture_of([mark(n, "9.5", 10) for n in range(1, 10)], Decimal(10))
    assert picture.fence == Fence(Fraction(8, 10), Fraction(1))


def test_a_picture_is_made_anew_only_when_its_marks_changed() -> None:
    pictures, marks = OwnPictures(), (mark(1, "5", 6), mark(2, "4.5", 6))
    first = pictures.of("C1", marks, Decimal(6))
    assert pictures.of("C1", (mark(1, "5", 6), mark(2, "4.5", 6)), Decimal(6)) is first
    assert pictures.of("C1", marks[:1], Decimal(6)).marks == marks[:1]


def test_equal_marks_stand_on_one_another_and_near_ones_make_room() -> None:
    assert stacked([10, 10, 10, 30], 7) == [0, 1, 2, 0]
    assert stacked([10, 13, 17.5], 7) == [0, 1, 0]
