"""Each evaluator's way of marking: severity, spread and use of the scale."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import isqrt
from typing import Final

from workbench.calibration.given import CellMarks, GivenMark
from workbench.definition.terms import Definition, Evaluator, Uid
from workbench.results.aggregation import exact_sum, in_units

LOW: Final = Fraction(60)
"""A mark below this percent of its maximum is counted as a low one."""
_FULL: Final = Fraction(100)


@dataclass(frozen=True, slots=True)
class Profile:
    """One evaluator; every percentage is of the maximum of an indicator."""

    evaluator: Evaluator
    marks: int
    shared: int
    """In how many cells somebody else gave a mark too."""
    severity: Fraction | None
    """Mean difference from the mean of the others in the shared cells; below 0 is stricter."""
    variance: Fraction | None
    """Of the percentages, over n − 1; None below two marks."""
    lowest: Fraction | None
    highest: Fraction | None
    at_max: int
    at_zero: int
    low: int
    """Marks below 60 %."""
    distinct: int
    """How many different percentages were given."""

    def deviation(self, places: int) -> Decimal | None:
        """Return the standard deviation, rounded half up to ``places`` decimals."""
        return None if self.variance is None else rooted(self.variance, places)

    def part(self, count: int) -> Fraction | None:
        """Return ``count`` of his marks as a percentage of them."""
        return Fraction(100 * count, self.marks) if self.marks else None


def profiles(
    definition: Definition, marks: Sequence[GivenMark], shared: CellMarks
) -> tuple[Profile, ...]:
    """Return everybody of the roster, also who gave no judged mark."""
    own: dict[Uid, list[Fraction]] = {row.uid: [] for row in definition.evaluators}
    for mark in marks:
        own[mark.evaluator].append(mark.percent)
    distances = _distances(shared.values())
    return tuple(
        _profile(row, own[row.uid], distances.get(row.uid, ())) for row in definition.evaluators
    )


def _profile(
    evaluator: Evaluator, percents: Sequence[Fraction], distances: Sequence[Fraction]
) -> Profile:
    return Profile(
        evaluator,
        len(percents),
        len(distances),
        exact_sum(distances) / len(distances) if distances else None,
        variance(percents),
        min(percents, default=None),
        max(percents, default=None),
        at_max=sum(one == _FULL for one in percents),
        at_zero=sum(not one for one in percents),
        low=sum(one < LOW for one in percents),
        distinct=len(set(percents)),
    )


def _distances(cells: Iterable[Sequence[GivenMark]]) -> dict[Uid, list[Fraction]]:
    """Return how far each mark of a shared cell lies from the mean of the others there."""
    found: dict[Uid, list[Fraction]] = {}
    for marks in cells:
        whole, unit = in_units(mark.percent for mark in marks)
        total, many = sum(whole), len(marks)
        distances = {one: Fraction(many * one - total, unit * (many - 1)) for one in {*whole}}
        for mark, one in zip(marks, whole, strict=True):
            found.setdefault(mark.evaluator, []).append(distances[one])
    return found


def variance(values: Sequence[Fraction]) -> Fraction | None:
    """Return the exact variance over n − 1, None below two values."""
    n = len(values)
    if n < 2:
        return None
    whole, unit = in_units(values)
    squares, total = sum(value * value for value in whole), sum(whole)
    return Fraction(n * squares - total * total, unit * unit * n * (n - 1))


def rooted(value: Fraction, places: int) -> Decimal:
    """Return the square root of ``value`` rounded half up to ``places`` decimals.

    Exact to the last digit: with whole numbers only, so that no root is rounded twice.
    """
    doubled = isqrt(4 * 10 ** (2 * places) * value.numerator // value.denominator)
    return Decimal((doubled + 1) // 2).scaleb(-places)
