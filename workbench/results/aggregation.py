"""Several evaluators' exact points become the points of one indicator (DESIGN §4)."""

from collections.abc import Sequence
from fractions import Fraction
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
    match effective(aggregation, len(points)):
        case Aggregation.CONSENSUS:
            return None
        case Aggregation.SINGLE:
            (only,) = points
            return only
        case Aggregation.MEDIAN:
            ordered = sorted(points)
            middle = len(ordered) // 2
            if len(ordered) % 2:
                return ordered[middle]
            return (ordered[middle - 1] + ordered[middle]) / 2
        case Aggregation.TRIMMED_MEAN:
            kept = sorted(points)[1:-1]
            return sum(kept, Fraction(0)) / len(kept)
        case _:
            return sum(points, Fraction(0)) / len(points)
