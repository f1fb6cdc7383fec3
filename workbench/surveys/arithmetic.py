"""The arithmetic of satisfaction, exact throughout.

Of one service, over its respondents:

    question   = sum of valid answers / number of valid answers
    dimension  = mean of the means of its questions
    factor     = mean of the dimensions
    overall    = mean of the means of the overall questions
    composite  = w × factor + (1 − w) × overall
    index      = 100 × points / maximum, by the rubric's own formula from the composite
                 linear:        100 × (composite − min) / (max − min)
                 proportional:  100 × composite / max

A question without any valid answer is left out of its dimension, a dimension without any is left
out of the factor. Without one part that has a weight there is no composite.

A respondent's own composite is the same over his answers alone, where he gave at least one valid
answer in every part that has a weight. From m ≥ 2 of them:

    standard error = slope × √(s² / m),   s² = Σ (composite − mean)² / (m − 1)

where slope is what one step of the answers is on the index: 100 / (max − min), or 100 / max.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from workbench.calibration.profiles import rooted, variance
from workbench.definition.terms import Formula, Indicator
from workbench.exact import half_up, plain
from workbench.journal.fields import Field
from workbench.results.formulas import NoPoints, exact_points, formula_of
from workbench.results.intermediate import HUNDRED
from workbench.surveys.mapping import SurveyMapping

MEAN_PLACES: Final = 6
INDEX_PLACES: Final = 2
Answers = Sequence[int | None]
"""One respondent's valid answers in the order of ``SurveyMapping.questions``."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What one set of question means makes; None where there is nothing to average."""

    dimensions: tuple[Fraction | None, ...]
    factor: Fraction | None
    overall: Fraction | None
    composite: Fraction | None


@dataclass(frozen=True, slots=True)
class Shape:
    """Which questions are averaged together, by position, and what the factors weigh."""

    dimensions: tuple[tuple[int, ...], ...]
    overall: tuple[int, ...]
    weight: Fraction

    @classmethod
    def of(cls, mapping: SurveyMapping) -> "Shape":
        """Return the shape of the questions of ``mapping``."""
        at, dimensions = 0, []
        for dimension in mapping.dimensions:
            dimensions.append(tuple(range(at, at + len(dimension.questions))))
            at += len(dimension.questions)
        overall = tuple(range(at, at + len(mapping.overall)))
        return cls(tuple(dimensions), overall, mapping.weight)


def parts_of(shape: Shape, questions: Sequence[Fraction | int | None]) -> Parts:
    """Return what question means, or one respondent's answers, make."""
    dimensions = tuple(mean([questions[at] for at in group]) for group in shape.dimensions)
    factor = mean(dimensions)
    overall = mean([questions[at] for at in shape.overall])
    return Parts(dimensions, factor, overall, _composite(shape.weight, factor, overall))


def _composite(
    weight: Fraction, factor: Fraction | None, overall: Fraction | None
) -> Fraction | None:
    if weight == 1:
        return factor
    if weight == 0:
        return overall
    if factor is None or overall is None:
        return None
    return weight * factor + (1 - weight) * overall


def mean(values: Iterable[Fraction | int | None]) -> Fraction | None:
    """Return the mean of what there is, None where there is nothing."""
    found = [value for value in values if value is not None]
    return Fraction(sum(found), len(found)) if found else None


def mean_as_stored(composite: Fraction) -> Decimal:
    """Return a composite as its cell holds it: six decimals, half up."""
    return half_up(composite, MEAN_PLACES)


def index_of(indicator: Indicator, mean: Decimal, low: Decimal, high: Decimal) -> Fraction | None:
    """Return the index 0–100 that stored figures make under the formula of ``indicator``.

    None where they make no points.
    """
    figures: dict[str, str] = {
        Field.SURVEY_MEAN: plain(mean),
        Field.SURVEY_MIN: plain(low),
        Field.SURVEY_MAX: plain(high),
    }
    points = exact_points(indicator, figures)
    if isinstance(points, NoPoints) or not indicator.max_points:
        return None
    return HUNDRED * points / Fraction(indicator.max_points)


def index_error(
    indicator: Indicator, shape: Shape, rows: Sequence[Answers], low: int, high: int
) -> tuple[Decimal | None, int]:
    """Return the standard error of the index with two decimals, and from how many respondents."""
    composites = [parts_of(shape, row).composite for row in rows]
    found = [one for one in composites if one is not None]
    spread = variance(found)
    if spread is None:
        return None, len(found)
    width = high if formula_of(indicator) is Formula.SURVEY_PROPORTIONAL else high - low
    slope = Fraction(HUNDRED, width)
    return rooted(slope**2 * spread / len(found), INDEX_PLACES), len(found)
