"""Signed points as typed and as read: never without a sign, never rounded on the way."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.results.rounds_by_hand import rules
from workbench.adjusting.points import as_typed, exactly, parse_points, signed
from workbench.errors import InputError

RULES = rules()
CAPPED = rules(adjustment_cap=Decimal("2.5"))


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("+1.5", "1.5"),
        ("-0.5", "-0.5"),
        ("−0.5", "-0.5"),
        (" +2 ", "2"),
        ("\uff0b1\uff0e5", "1.5"),
        ("\uff0d3", "-3"),
        ("- 0.25", "-0.25"),
        ("+0.500", "0.5"),
        ("+07", "7"),
    ],
)
def test_a_sign_and_a_plain_number_are_points(text: str, points: str) -> None:
    assert parse_points(text, RULES) == Decimal(points)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("1.5", "adjust_points_unsigned"),
        ("0.5", "adjust_points_unsigned"),
        ("가점 1", "adjust_points_unsigned"),
        (".5", "adjust_points_unsigned"),
        ("", "adjust_points_nothing"),
        ("  ", "adjust_points_nothing"),
        ("+", "adjust_points_nothing"),
        ("−", "adjust_points_nothing"),
        ("0", "adjust_points_nothing"),
        ("-0.00", "adjust_points_nothing"),
        ("+-1", "adjust_points_unfit"),
        ("--1", "adjust_points_unfit"),
        ("+.5", "adjust_points_unfit"),
        ("+1,5", "adjust_points_unfit"),
        ("+1e1", "adjust_points_unfit"),
        ("-1점", "adjust_points_unfit"),
        ("+1.234567890", "adjust_points_unfit"),
        ("+1\u00b2", "adjust_points_unfit"),
        ("+\u2460", "adjust_points_unfit"),
        ("-\u2070", "adjust_points_unfit"),
        ("\u207b1", "adjust_points_unsigned"),
        ("+0.001", "adjust_points_too_fine"),
        ("-1.505", "adjust_points_too_fine"),
    ],
)
def test_anything_else_is_refused_with_its_own_sentence(text: str, key: str) -> None:
    with pytest.raises(InputError) as refused:
        parse_points(text, RULES)
    assert refused.value.key == key


@pytest.mark.parametrize("text", ["+2.5", "-2.5"])
def test_the_cap_itself_may_be_given(text: str) -> None:
    assert abs(parse_points(text, CAPPED)) == Decimal("2.5")


@pytest.mark.parametrize("text", ["+2.51", "−3", "+100"])
def test_more_than_the_cap_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="adjust_points_too_many"):
        parse_points(text, CAPPED)


def test_a_round_without_decimals_takes_none() -> None:
    whole = rules(score_places=0)
    assert parse_points("-2", whole) == -2
    with pytest.raises(InputError, match="adjust_points_too_fine"):
        parse_points("-0.5", whole)


@given(st.integers(-(10**14), 10**14).filter(bool), st.integers(0, 4))
def test_what_is_shown_can_be_typed_again(units: int, places: int) -> None:
    points = Decimal(units).scaleb(-places)
    ruled = rules(score_places=places)
    if abs(points) < 10**12:
        for text in (as_typed(points), signed(points, places)):
            assert parse_points(text, ruled) == points
    assert signed(points, places)[0] == ("+" if units > 0 else "−")


def test_no_decimal_that_was_given_is_left_out() -> None:
    assert signed(Decimal("-0.25"), 1) == "−0.25"
    assert exactly(Decimal("-0.25"), 1) == "-0.25"
    assert signed(Decimal("1.5"), 2) == "+1.50"
    assert signed(Decimal("-0.00"), 2) == "0.00"
    assert as_typed(Decimal("1.50")) == "+1.5"
