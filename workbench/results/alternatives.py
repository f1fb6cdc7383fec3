"""The total of a service computed in other ways: without an evaluator, or by another rule.

Adjustments and the scaling of a section (환산) stay in every one of them; an agreed mark stays as
it is. Nothing here changes a result.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import partial
from typing import Final

from workbench.definition.terms import Aggregation, Definition, RoundingStage, Uid
from workbench.exact import half_up
from workbench.results.aggregation import aggregate
from workbench.results.formulas import NoPoints, exact_points, otherwise_converted
from workbench.results.outcome import IndicatorOutcome, Mark, PointState, ServiceOutcome, Verdict
from workbench.results.scoring import totalled


class Way(StrEnum):
    """Another way of computing a total; the one in force is left out only among the stages."""

    MEAN = "mean"
    MEDIAN = "median"
    TRIMMED_MEAN = "trimmed_mean"
    ROUND_INDICATOR = "round_indicator"
    ROUND_SECTION = "round_section"
    ROUND_TOTAL = "round_total"
    SURVEY = "survey"
    """The other conversion of satisfaction: linear where it is proportional, and the reverse."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """What a service would total; None where it cannot be computed, which is never a flip."""

    total: Decimal | None
    verdict: Verdict | None
    flips: bool
    """Whether the verdict is another than the one that stands."""


@dataclass(frozen=True, slots=True)
class Without:
    """A service without the marks of one evaluator."""

    evaluator: Uid
    made: Alternative


@dataclass(frozen=True, slots=True)
class Recomputed:
    """A service computed in another way."""

    way: Way
    made: Alternative


AGGREGATIONS: Final[Mapping[Way, Aggregation]] = {
    Way.MEAN: Aggregation.MEAN,
    Way.MEDIAN: Aggregation.MEDIAN,
    Way.TRIMMED_MEAN: Aggregation.TRIMMED_MEAN,
}
STAGES: Final[Mapping[Way, RoundingStage]] = {
    Way.ROUND_INDICATOR: RoundingStage.INDICATOR,
    Way.ROUND_SECTION: RoundingStage.SECTION,
    Way.ROUND_TOTAL: RoundingStage.TOTAL,
}
_NONE: Final = Alternative(None, None, flips=False)
_Points = Callable[[IndicatorOutcome], Fraction | None]


def is_of_marks(made: IndicatorOutcome) -> bool:
    """Say whether the points of ``made`` are made of its marks: no agreed mark, not out."""
    return made.state is PointState.COUNTED and not made.is_agreed


def without_each(definition: Definition, row: ServiceOutcome) -> tuple[Without, ...]:
    """Return the counted service ``row`` without each of its evaluators, in roster order."""
    present = {mark.evaluator for made in row.indicators for mark in made.marks}
    return tuple(
        Without(evaluator.uid, _without(definition, row, evaluator.uid))
        for evaluator in definition.evaluators
        if evaluator.uid in present
    )


def ways_of(definition: Definition, row: ServiceOutcome) -> tuple[Recomputed, ...]:
    """Return the counted service ``row`` computed in every other way."""
    present = definition.rules.rounding_stage
    return tuple(
        Recomputed(way, in_way(definition, row, way))
        for way in Way
        if STAGES.get(way) is not present
    )


def in_way(definition: Definition, row: ServiceOutcome, way: Way) -> Alternative:
    """Return the service ``row`` computed in one way; there is none of a service not counted."""
    if row.total is None:
        return _NONE
    if way in STAGES:
        return _at_stage(definition, row, STAGES[way])
    if way in AGGREGATIONS:
        return _made(definition, row, partial(_aggregated, AGGREGATIONS[way]))
    return _made(definition, row, _otherwise_converted)


def _without(definition: Definition, row: ServiceOutcome, evaluator: Uid) -> Alternative:
    # an indicator that all of several evaluators leave out stays out; of one alone it is a hole
    for made in row.indicators:
        if not made.is_agreed and {mark.evaluator for mark in made.marks} == {evaluator}:
            return _NONE

    def points(made: IndicatorOutcome) -> Fraction | None:
        left = [mark for mark in made.marks if mark.evaluator != evaluator]
        if len(left) == len(made.marks):
            return made.exact
        return _combined(left, made.indicator.aggregation)

    return _made(definition, row, points)


def _made(definition: Definition, row: ServiceOutcome, points: _Points) -> Alternative:
    """Return ``row`` with other ``points`` for what is made of marks."""
    places = definition.rules.score_places
    indicators = []
    for made in row.indicators:
        if is_of_marks(made):
            exact = points(made)
            if exact is None:
                return _NONE
            if exact != made.exact:
                made = replace(made, exact=exact, points=half_up(exact, places))
        indicators.append(made)
    return _judged(row, totalled(definition, replace(row, indicators=tuple(indicators))))


def _at_stage(definition: Definition, row: ServiceOutcome, stage: RoundingStage) -> Alternative:
    rules = replace(definition.rules, rounding_stage=stage)
    return _judged(row, totalled(replace(definition, rules=rules), row))


def _judged(row: ServiceOutcome, other: ServiceOutcome) -> Alternative:
    return Alternative(other.total, other.verdict, flips=other.verdict is not row.verdict)


def _aggregated(how: Aggregation, made: IndicatorOutcome) -> Fraction | None:
    return _combined(made.marks, how)  # of one mark all of them are that mark


def _otherwise_converted(made: IndicatorOutcome) -> Fraction | None:
    other = otherwise_converted(made.indicator)
    if other is None:
        return made.exact
    points = [exact_points(other, dict(mark.values)) for mark in made.marks]
    found = [one for one in points if not isinstance(one, NoPoints)]
    return aggregate(other.aggregation, found) if len(found) == len(points) else None


def _combined(marks: Sequence[Mark], how: Aggregation) -> Fraction | None:
    return aggregate(how, [mark.points for mark in marks if mark.points is not None])
