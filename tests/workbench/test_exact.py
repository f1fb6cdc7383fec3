"""Text to number and number to text: exact, half up, and nothing that is not plainly a number."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.exact import (
    NumberUnfit,
    half_up,
    is_plain,
    parse_number,
    parse_whole,
    plain,
    printed,
)

TYPED = st.from_regex(r"[0-9]{1,12}(\.[0-9]{1,6})?", fullmatch=True)
OTHER_DIGITS = (
    "10\u00b2",  # raised
    "1\u2070",
    "7\u2085",  # lowered
    "\u2460\u2461",  # circled
    "\u24ff",
    "\u2776",
    "\u2474",  # in brackets
    "\u2488",  # with a full stop
    "\u3251",
    "\U0001d7d5",  # of mathematics
    "\U0001fbf7",  # of a calculator
    "\U0001f101",  # with a comma
    "7\ufe525",  # a small full stop
    "7\u20245",
)
"""What compatibility would take for plain digits: on paper they are something else."""
FULL_WIDTH = str.maketrans(
    "0123456789.", "\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19\uff0e"
)


@given(st.decimals(-100_000, 100_000, places=7), st.integers(0, 4))
def test_rounding_is_that_of_decimal_half_up(value: Decimal, places: int) -> None:
    wanted = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    found = half_up(Fraction(value), places)
    assert found == wanted
    assert -found.as_tuple().exponent == places


@given(st.fractions(-1000, 1000, max_denominator=10**6), st.integers(0, 4))
def test_rounding_is_never_further_than_half_a_place(value: Fraction, places: int) -> None:
    rest = Fraction(half_up(value, places)) - value
    half = Fraction(1, 2 * 10**places)
    assert abs(rest) <= half
    if abs(rest) == half:  # an exact half goes away from zero
        assert (rest > 0) == (value > 0)


@pytest.mark.parametrize(
    ("value", "places", "wanted"),
    [
        ("0.005", 2, "0.01"),
        ("0.0049999999999999999999", 2, "0.00"),
        ("2.675", 2, "2.68"),  # 2.67499999… as a binary float
        ("1.005", 2, "1.01"),
        ("74.995", 2, "75.00"),
        ("74.994999", 2, "74.99"),
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("2.5", 0, "3"),
        ("-0.005", 2, "-0.01"),
        ("-0.0049", 2, "0.00"),
        ("99.95", 1, "100.0"),
        ("20.65", 1, "20.7"),
        ("0", 2, "0.00"),
    ],
)
def test_halves_go_up(value: str, places: int, wanted: str) -> None:
    assert printed(abs(half_up(Fraction(value), places)), places) == wanted.removeprefix("-")
    assert half_up(Fraction(value), places) == Decimal(wanted)


def test_sixth_of_a_share_is_rounded_from_the_fraction() -> None:
    assert half_up(Fraction(600, 29), 1) == Decimal("20.7")
    assert half_up(Fraction(100, 3), 1) == Decimal("33.3")
    assert half_up(Fraction(200, 3), 1) == Decimal("66.7")


@given(TYPED)
def test_what_may_be_typed_is_read_exactly(text: str) -> None:
    number = parse_number(text)
    assert number == Decimal(text)
    assert parse_number(f" \u3000{text.translate(FULL_WIDTH)}\n") == number
    assert is_plain(plain(number))
    assert parse_number(plain(number)) == number


@given(TYPED)
def test_only_the_shortest_text_is_plain(text: str) -> None:
    assert is_plain(text) == (plain(parse_number(text)) == text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        ".",
        ".5",
        "5.",
        "-1",
        "+1",
        "\u22121",
        "1e3",
        "1E3",
        "1,000",
        "1 000",
        "1_000",
        "7.5점",
        "7.5%",
        "0x10",
        "NaN",
        "nan",
        "Infinity",
        "inf",
        "1..2",
        "1.2.3",
        "1.1234567",
        "1234567890123",
        "12345678901234567890",
        "\u0667",
        "७",
        "½",
        "五",
        "Ⅳ",
        "1\u200b",
        *OTHER_DIGITS,
        "\u200e7",
        "7\x00",
        "seven",
        "None",
        "=1+1",
    ],
)
def test_everything_else_is_refused_with_what_was_typed(text: str) -> None:
    with pytest.raises(NumberUnfit) as refused:
        parse_number(text)
    assert refused.value.key == "number_unfit"
    assert refused.value.values == {"text": text.strip()[:40]}
    assert refused.value.exit_code == 2
    assert not is_plain(text)


@given(st.text(max_size=30))
def test_no_text_is_read_as_anything_but_plain_digits(text: str) -> None:
    try:
        number = parse_number(text)
    except NumberUnfit:
        return
    assert number.is_finite()
    assert 0 <= number < 10**12
    assert number * 10**6 == int(number * 10**6)


@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), ("007", 7), (" 12 ", 12), ("\uff13\uff10", 30)]
)
def test_whole_numbers_are_read(text: str, number: int) -> None:
    assert parse_whole(text) == number


@pytest.mark.parametrize("text", OTHER_DIGITS)
def test_a_digit_of_another_kind_is_no_whole_number(text: str) -> None:
    with pytest.raises(NumberUnfit) as refused:
        parse_whole(text)
    assert refused.value.key == "number_unfit"
    assert refused.value.values == {"text": text}


@pytest.mark.parametrize("text", ["1.0", "1.5", "\uff11\uff0e\uff10"])
def test_a_fraction_is_no_whole_number(text: str) -> None:
    with pytest.raises(NumberUnfit) as refused:
        parse_whole(text)
    assert refused.value.key == "whole_number_unfit"
    assert refused.value.values == {"text": text}


def test_a_refusal_shows_no_more_than_forty_characters_of_what_was_typed() -> None:
    with pytest.raises(NumberUnfit) as refused:
        parse_number("\u3000" + "일이" * 30 + " ")
    assert refused.value.values == {"text": "일이" * 20}
    with pytest.raises(NumberUnfit) as refused:
        parse_whole(" " * 41 + "\uff11\uff0e\uff10 \n")
    assert refused.value.values == {"text": "\uff11\uff0e\uff10"}
    with pytest.raises(NumberUnfit) as refused:
        parse_whole("1.0" + " " * 60 + "\u2003")
    assert refused.value.values == {"text": "1.0"}


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("0", "0"),
        ("0.000000", "0"),
        ("10", "10"),
        ("100.50", "100.5"),
        ("1E+2", "100"),
        ("7.0", "7"),
    ],
)
def test_plain_text_has_neither_exponent_nor_zeros_behind(number: str, text: str) -> None:
    assert plain(Decimal(number)) == text
