"""The coefficients against the published example and against two statistics libraries."""

from __future__ import annotations

import random
from fractions import Fraction

import krippendorff
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.calibration.agreement import icc_mean, icc_single, interval_alpha, mean_squares
from workbench.exact import half_up

SHROUT_FLEISS = [
    (9, 2, 5, 8),
    (6, 1, 3, 2),
    (8, 4, 6, 8),
    (7, 1, 2, 6),
    (10, 5, 6, 9),
    (6, 2, 4, 7),
]
"""Six targets by four raters: Shrout and Fleiss 1979, table 2."""
TOLERANCE = 1e-9

Table = list[list[Fraction]]
MARKS = st.integers(0, 200).map(lambda halves: Fraction(halves, 2))


def exact(rows: list[tuple[int, ...]]) -> Table:
    return [[Fraction(value) for value in row] for row in rows]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    targets, raters = draw(st.integers(2, 9)), draw(st.integers(2, 5))
    row = st.lists(MARKS, min_size=raters, max_size=raters)
    return draw(st.lists(row, min_size=targets, max_size=targets))


def random_table(seed: int) -> Table:
    dice = random.Random(seed)
    raters = dice.randint(2, 5)
    return [
        [Fraction(dice.randint(0, 200), 2) for _ in range(raters)]
        for _ in range(dice.randint(2, 30))
    ]


def test_the_published_example_comes_out() -> None:
    squares = mean_squares(exact(SHROUT_FLEISS))
    assert half_up(squares.between_targets, 2) == half_up(Fraction("11.24"), 2)
    assert half_up(squares.between_raters, 2) == half_up(Fraction("32.49"), 2)
    assert half_up(squares.residual, 2) == half_up(Fraction("1.02"), 2)
    assert half_up(icc_single(squares), 2) == half_up(Fraction("0.29"), 2)
    assert half_up(icc_mean(squares), 2) == half_up(Fraction("0.62"), 2)


@pytest.mark.parametrize("seed", range(25))
def test_icc_is_what_the_mean_squares_of_statsmodels_give(seed: int) -> None:
    import pandas as pd  # not above: it would be the longest wait before the first of all tests
    from statsmodels.formula.api import ols
    from statsmodels.stats.anova import anova_lm

    table = random_table(seed)
    n, k = len(table), len(table[0])
    frame = pd.DataFrame(
        [
            (at, rater, float(value))
            for at, row in enumerate(table)
            for rater, value in enumerate(row)
        ],
        columns=["target", "rater", "mark"],
    )
    anova = anova_lm(ols("mark ~ C(target) + C(rater)", data=frame).fit())
    b, j, e = (anova["mean_sq"][name] for name in ("C(target)", "C(rater)", "Residual"))
    squares = mean_squares(table)
    for ours, theirs in (
        (squares.between_targets, b),
        (squares.between_raters, j),
        (squares.residual, e),
        (icc_single(squares), (b - e) / (b + (k - 1) * e + k * (j - e) / n)),
    ):
        assert float(ours) == pytest.approx(theirs, rel=TOLERANCE, abs=TOLERANCE)
    if icc_mean(squares) is not None:
        theirs = (b - e) / (b + (j - e) / n)
        assert float(icc_mean(squares)) == pytest.approx(theirs, rel=1e-6)


@pytest.mark.parametrize("missing", [0, 15, 40])
@pytest.mark.parametrize("seed", range(10))
def test_alpha_is_what_krippendorffs_package_gives(seed: int, missing: int) -> None:
    dice = random.Random(1000 * missing + seed)
    table = [
        [None if dice.randrange(100) < missing else value for value in row]
        for row in random_table(seed)
    ]
    ours = interval_alpha([[one for one in row if one is not None] for row in table])
    columns = zip(*table, strict=True)
    data = np.array([[np.nan if one is None else float(one) for one in row] for row in columns])
    if ours is None:
        kept = {one for row in table if sum(v is not None for v in row) > 1 for one in row}
        assert len(kept - {None}) < 2
        return
    theirs = krippendorff.alpha(reliability_data=data, level_of_measurement="interval")
    assert float(ours) == pytest.approx(theirs, rel=TOLERANCE, abs=TOLERANCE)


@given(tables())
def test_the_order_of_rows_and_raters_does_not_matter(table: Table) -> None:
    turned = [row[::-1] for row in table[::-1]]
    assert mean_squares(table) == mean_squares(turned)
    assert interval_alpha(table) == interval_alpha(turned)


@given(tables(), st.integers(-50, 50), st.integers(1, 9))
def test_another_unit_changes_no_coefficient(table: Table, shift: int, unit: int) -> None:
    other = [[value * unit + shift for value in row] for row in table]
    one, two = mean_squares(table), mean_squares(other)
    assert icc_single(one) == icc_single(two)
    assert icc_mean(one) == icc_mean(two)
    assert interval_alpha(table) == interval_alpha(other)


@given(tables())
def test_nobody_agrees_better_than_with_himself(table: Table) -> None:
    same = [[row[0], row[0]] for row in table]
    if len({row[0] for row in table}) > 1:
        squares = mean_squares(same)
        assert icc_single(squares) == icc_mean(squares) == interval_alpha(same) == 1
    single = icc_single(mean_squares(table))
    assert single is None or single <= 1
    mean = icc_mean(mean_squares(table))
    assert mean is None or mean <= 1


@given(tables())
def test_the_mean_of_raters_follows_from_the_single_one(table: Table) -> None:
    """Spearman and Brown: k r ÷ (1 + (k − 1) r)."""
    squares = mean_squares(table)
    single, mean = icc_single(squares), icc_mean(squares)
    if single is not None and mean is not None:
        k = squares.raters
        assert mean == k * single / (1 + (k - 1) * single)


def test_alpha_by_hand() -> None:
    # units (1, 2), (4, 4), and one mark alone that says nothing
    # Do = (1/4) · 2 · 1² = 1/2; De over 1, 2, 4, 4: 2 (4 · 37 − 11²) / (4 · 3) = 54 / 12
    units = [[Fraction(1), Fraction(2)], [Fraction(4), Fraction(4)], [Fraction(9)]]
    assert interval_alpha(units) == 1 - Fraction(1, 2) / Fraction(54, 12)


def test_what_does_not_vary_has_no_coefficient() -> None:
    level = exact([(7, 7), (7, 7), (7, 7)])
    assert interval_alpha(level) is None
    assert icc_single(mean_squares(level)) is None
    assert icc_mean(mean_squares(level)) is None
    crossed = exact([(0, 1), (1, 0)])
    assert icc_single(mean_squares(crossed)) is None
    assert icc_mean(mean_squares(crossed)) is None
    assert interval_alpha(crossed) == Fraction(-1, 2)


def test_one_target_or_one_rater_is_no_table() -> None:
    assert mean_squares([]) is None
    assert mean_squares(exact([(1, 2, 3)])) is None
    assert mean_squares(exact([(1,), (2,)])) is None
    assert interval_alpha([]) is None
    assert interval_alpha([[Fraction(3)], []]) is None
