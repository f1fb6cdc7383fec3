"""Severity, spread and use of the scale: by hand, and what always holds."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.calibration.judging_round import CODES, calibrated, profile
from workbench.calibration.profiles import rooted, variance
from workbench.exact import plain

SCORES = st.integers(0, 40).map(lambda quarters: plain(Decimal(quarters) / 4))


@st.composite
def rounds(draw: st.DrawFn) -> tuple[int, int, dict[tuple[str, int, str], str]]:
    """Up to five evaluators and four services, with holes."""
    team, count = draw(st.integers(1, 5)), draw(st.integers(1, 4))
    cells = [
        (f"E{who}", number, code)
        for who in range(1, team + 1)
        for number in range(1, count + 1)
        for code in CODES
    ]
    given_cells = draw(st.lists(st.sampled_from(cells), unique=True))
    return team, count, {cell: draw(SCORES) for cell in given_cells}


def test_severity_by_hand() -> None:
    made = calibrated(
        3,
        1,
        {
            ("E1", 1, "A"): "8",
            ("E2", 1, "A"): "6",
            ("E3", 1, "A"): "7",
            ("E1", 1, "B"): "5",
            ("E2", 1, "B"): "4.5",
            ("E3", 1, "C"): "10",  # alone: compared with nobody
        },
    )
    first, second, third = (profile(made, code) for code in ("E1", "E2", "E3"))
    assert (first.severity, first.shared, first.marks) == (Fraction(15 + 5, 2), 2, 2)
    assert (second.severity, second.shared) == (Fraction(-15 - 5, 2), 2)
    assert (third.severity, third.shared, third.marks) == (Fraction(0), 1, 2)
    assert made.shared_cells == 2


def test_who_shares_nothing_has_no_severity() -> None:
    made = calibrated(2, 1, {("E1", 1, "A"): "8", ("E2", 1, "B"): "6"})
    assert [row.severity for row in made.profiles] == [None, None]
    assert [row.shared for row in made.profiles] == [0, 0]


def test_who_gave_nothing_stands_there_with_nothing() -> None:
    nobody = profile(calibrated(2, 1, {("E1", 1, "A"): "8"}), "E2")
    assert (nobody.marks, nobody.variance, nobody.deviation(1)) == (0, None, None)
    assert (nobody.lowest, nobody.highest, nobody.part(0), nobody.distinct) == (None, None, None, 0)


def test_spread_and_scale_by_hand() -> None:
    given_marks = dict(zip(CODES, ("10", "10", "0", "5.99", "6", "8", "8", "10"), strict=True))
    own = profile(calibrated(1, 1, {("E1", 1, code): v for code, v in given_marks.items()}), "E1")
    percents = [Fraction(v) * 10 for v in given_marks.values()]
    mean = sum(percents) / 8
    assert own.variance == sum((one - mean) ** 2 for one in percents) / 7
    assert (own.at_max, own.at_zero, own.low, own.distinct) == (3, 1, 2, 5)
    assert (own.lowest, own.highest) == (0, 100)
    assert own.part(own.at_max) == Fraction(75, 2)


def test_a_deviation_by_hand() -> None:
    # 20, 40, 40, 40, 50, 50, 70, 90: mean 50, squares 900 + 3 · 100 + 400 + 1600 = 3200, over 7
    scores = zip(CODES, "24445579", strict=True)
    own = profile(calibrated(1, 1, {("E1", 1, code): score for code, score in scores}), "E1")
    assert own.variance == Fraction(3200, 7)
    assert (own.deviation(1), own.deviation(2)) == (Decimal("21.4"), Decimal("21.38"))


@given(rounds())
def test_what_one_is_above_the_others_are_below(made_round) -> None:
    """In every shared cell the distances from the mean of the others cancel out."""
    team, count, marks = made_round
    people = calibrated(team, count, marks).profiles
    assert sum((row.severity or 0) * row.shared for row in people) == 0
    assert sum(row.marks for row in people) == len(marks)


@given(rounds())
def test_severity_against_the_plain_definition(made_round) -> None:
    team, count, marks = made_round
    for row in calibrated(team, count, marks).profiles:
        code, distances = row.evaluator.code, []
        for (who, number, what), value in marks.items():
            others = [
                Fraction(marks[other, number, what])
                for other in (f"E{at}" for at in range(1, team + 1))
                if other != who and (other, number, what) in marks
            ]
            if who == code and others:
                distances.append(10 * (Fraction(value) - sum(others) / len(others)))
        assert row.shared == len(distances)
        assert row.severity == (sum(distances) / len(distances) if distances else None)


@given(st.lists(st.fractions(0, 100, max_denominator=400), min_size=2, max_size=30))
def test_variance_is_never_negative_and_knows_no_order(values: list[Fraction]) -> None:
    mean = sum(values) / len(values)
    assert variance(values) == sum((one - mean) ** 2 for one in values) / (len(values) - 1)
    assert variance(values) == variance(values[::-1]) >= 0


@given(st.fractions(0, 10_000, max_denominator=10_000), st.integers(0, 4))
def test_a_root_is_rounded_half_up(value: Fraction, places: int) -> None:
    shown = Fraction(rooted(value, places))
    half = Fraction(1, 2 * 10**places)
    assert max(shown - half, 0) ** 2 <= value < (shown + half) ** 2


def test_a_root_agrees_with_the_decimal_module() -> None:
    with localcontext() as context:
        context.prec = 60
        for whole in range(200):
            root = Decimal(whole).sqrt().quantize(Decimal("0.001"), rounding="ROUND_HALF_UP")
            assert rooted(Fraction(whole), 3) == root
    assert rooted(Fraction(1, 4), 0) == 1  # 0.5 goes up
    assert rooted(Fraction(9, 4), 0) == 2  # 1.5 too
