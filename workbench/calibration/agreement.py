"""How far raters agree: two published coefficients as exact functions of the marks.

Both are ratios of sums of squares, so with ``Fraction`` in they are exact rational numbers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from workbench.results.aggregation import exact_sum, in_units


@dataclass(frozen=True, slots=True)
class MeanSquares:
    """The mean squares of a two-way table without repetition: rows are targets, columns raters."""

    targets: int
    raters: int
    between_targets: Fraction
    between_raters: Fraction
    residual: Fraction


def mean_squares(table: Sequence[Sequence[Fraction]]) -> MeanSquares | None:
    """Return the mean squares of ``table``; None below two targets or two raters.

    The two-way analysis of variance as in P. E. Shrout, J. L. Fleiss, Intraclass correlations:
    uses in assessing rater reliability, Psychological Bulletin 86 (1979), 420–428, table 2 (BMS,
    JMS, EMS), from sums of squares of row sums, column sums and values.
    """
    n = len(table)
    k = len(table[0]) if table else 0
    if n < 2 or k < 2:
        return None
    rows = [exact_sum(row) for row in table]
    columns = [exact_sum(column) for column in zip(*table, strict=True)]
    level = exact_sum(rows) ** 2 / (n * k)
    of_rows = _squares(rows) / k - level
    of_columns = _squares(columns) / n - level
    of_all = exact_sum(map(_squares, table)) - level
    return MeanSquares(
        n,
        k,
        of_rows / (n - 1),
        of_columns / (k - 1),
        (of_all - of_rows - of_columns) / ((n - 1) * (k - 1)),
    )


def icc_single(squares: MeanSquares) -> Fraction | None:
    """Return ICC(2,1): two-way random effects, absolute agreement, of one single rater.

    (BMS − EMS) ÷ (BMS + (k − 1) EMS + k (JMS − EMS) ÷ n), Shrout and Fleiss 1979, p. 423. None
    where nothing varies.
    """
    b, j, e = squares.between_targets, squares.between_raters, squares.residual
    n, k = squares.targets, squares.raters
    return _ratio(b - e, b + (k - 1) * e + k * (j - e) / n)


def icc_mean(squares: MeanSquares) -> Fraction | None:
    """Return ICC(2,k): the same of the mean of all the raters.

    (BMS − EMS) ÷ (BMS + (JMS − EMS) ÷ n), Shrout and Fleiss 1979, p. 426. None where nothing
    varies, or where the residual is so large that the formula has no meaning.
    """
    b, j, e = squares.between_targets, squares.between_raters, squares.residual
    return _ratio(b - e, b + (j - e) / squares.targets)


def interval_alpha(units: Iterable[Sequence[Fraction]]) -> Fraction | None:
    """Return Krippendorff's alpha with the interval metric; None where nothing varies.

    ``units`` hold the marks that each unit got, whoever gave them; a missing one is simply not
    there, and a unit with fewer than two says nothing. 1 − Do ÷ De with the squared difference as
    metric: K. Krippendorff, Content Analysis, 2nd ed. (2004), ch. 11. The sum of the squared
    differences over all ordered pairs of m values is 2 (m Σv² − (Σv)²).
    """
    shared = [tuple(unit) for unit in units if len(unit) > 1]
    count = sum(map(len, shared))
    sums, squares = [exact_sum(unit) for unit in shared], [_squares(unit) for unit in shared]
    observed = exact_sum(
        2 * (len(unit) * squared - own**2) / (len(unit) - 1)
        for unit, own, squared in zip(shared, sums, squares, strict=True)
    )
    expected = 2 * (count * exact_sum(squares) - exact_sum(sums) ** 2)
    return None if not expected else 1 - (count - 1) * observed / expected


def _squares(values: Iterable[Fraction]) -> Fraction:
    whole, unit = in_units(values)
    return Fraction(sum(value * value for value in whole), unit * unit)


def _ratio(upper: Fraction, lower: Fraction) -> Fraction | None:
    return upper / lower if lower > 0 else None
