"""Several evaluators' exact points become the points of one indicator (DESIGN §4)."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import lcm
from typing import Final

from workbench.definition.terms import Aggregation

TRIMMED_FROM: Final = 5
"""A trimmed mean needs five marks; of fewer the mean is taken and the report says so."""


def effective(aggregation: Aggregation, marks: int) -> Aggregation:
    """Return what is really used for so many marks."""
    if aggregation is Aggregation.TRIMMED_MEAN and marks < TRIMMED_FROM:
        return Aggregation.MEAN
    return aggregation


def aggregate(aggregation: Aggregation, points: Sequence[Fraction]) -> Fraction | None:
    """Return the exact points of an indicator, None for ``consensus``: only agreement counts.

    ``points`` must not be empty. A trimmed mean drops exactly one highest and one lowest mark.
    """
    if len(points) == 1 and aggregation is not Aggregation.CONSENSUS:
        return points[0]  # most indicators have one evaluator
    whole, unit = in_units(points)
    return _aggregated(aggregation, sorted(whole), unit)


def without_each_one(aggregation: Aggregation, points: Sequence[Fraction]) -> list[Fraction | None]:
    """Return for each of ``points`` what ``aggregate`` makes of the others; of none it is None.

    Equal points leave equal points behind, so each is left out once.
    """
    if len(points) < 2:
        return [None] * len(points)
    whole, unit = in_units(points)
    ordered = sorted(whole)
    made: dict[int, Fraction | None] = {}
    for at, one in enumerate(ordered):
        if one not in made:
            made[one] = _aggregated(aggregation, ordered[:at] + ordered[at + 1 :], unit)
    return [made[one] for one in whole]


def _aggregated(aggregation: Aggregation, ordered: Sequence[int], unit: int) -> Fraction | None:
    """Aggregate ``ordered`` numbers of parts, ``unit`` of which are one point."""
    match effective(aggregation, len(ordered)):
        case Aggregation.CONSENSUS:
            return None
        case Aggregation.SINGLE:
            (only,) = ordered
            return Fraction(only, unit)
        case Aggregation.MEDIAN:
            middle = len(ordered) // 2
            if len(ordered) % 2:
                return Fraction(ordered[middle], unit)
            return Fraction(ordered[middle - 1] + ordered[middle], 2 * unit)
        case Aggregation.TRIMMED_MEAN:
            return Fraction(sum(ordered[1:-1]), unit * (len(ordered) - 2))
        case _:
            return Fraction(sum(ordered), unit * len(ordered))


def in_units(numbers: Iterable[Fraction]) -> tuple[list[int], int]:
    """Return ``numbers`` over one denominator, and that.

    Whole numbers are added exactly at once; fractions one by one to their lowest terms.
    """
    every = list(numbers)
    ids = list(map(id, every))  # marks of one value share their points: each is looked at once
    pairs = {id_: one.as_integer_ratio() for id_, one in dict(zip(ids, every, strict=True)).items()}
    common = lcm(*{below for _, below in pairs.values()})
    whole = {id_: above * (common // below) for id_, (above, below) in pairs.items()}
    return [whole[id_] for id_ in ids], common


def exact_sum(numbers: Iterable[Fraction]) -> Fraction:
    """Return the sum of ``numbers``, 0 of none."""
    whole, unit = in_units(numbers)
    return Fraction(sum(whole), unit)
