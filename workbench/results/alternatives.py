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

from workbench.definition.terms import Aggregation, Definition, RoundingStage, Section, Uid
from workbench.exact import half_up_units
from workbench.results.aggregation import aggregate, exact_sum, without_each_one
from workbench.results.formulas import NoPoints, exact_points, otherwise_converted
from workbench.results.outcome import IndicatorOutcome, PointState, ServiceOutcome, Verdict
from workbench.results.scoring import factor_of, total_of, totalled


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
    present = {evaluator for made in row.indicators for evaluator in made.marks.evaluators}
    left = [_left_without_each(made) if is_of_marks(made) else None for made in row.indicators]
    recount = _Recount(definition, row)
    return tuple(
        Without(evaluator.uid, _without(recount, left, evaluator.uid))
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


_Left = Mapping[Uid, Fraction | None]
"""By evaluator the points of one indicator without his mark."""


def _left_without_each(made: IndicatorOutcome) -> _Left:
    left = without_each_one(made.indicator.aggregation, made.marks.points)
    return dict(zip(made.marks.evaluators, left, strict=True))


def _without(recount: "_Recount", left: Sequence[_Left | None], evaluator: Uid) -> Alternative:
    # an indicator that all of several evaluators leave out stays out; of one alone it is a hole
    for made in recount.row.indicators:
        is_alone = len(made.marks) == 1 and made.marks.evaluators[0] == evaluator
        if is_alone and not made.is_agreed:
            return _NONE
    changed: list[Fraction | None] = []
    for made, others in zip(recount.row.indicators, left, strict=True):
        if others is None or evaluator not in others:
            changed.append(made.exact)
        elif others[evaluator] is None:
            return _NONE
        else:
            changed.append(others[evaluator])
    return recount.made_of(changed)


def _made(definition: Definition, row: ServiceOutcome, points: _Points) -> Alternative:
    """Return ``row`` with other ``points`` for what is made of marks."""
    changed: list[Fraction | None] = []
    for made in row.indicators:
        exact = made.exact
        if is_of_marks(made):
            exact = points(made)
            if exact is None:
                return _NONE
        changed.append(exact)
    return _Recount(definition, row).made_of(changed)


class _Recount:
    """A counted service of which only points change: no state, and so no scaling of a section."""

    def __init__(self, definition: Definition, row: ServiceOutcome) -> None:
        self.row = row
        self._definition = definition
        self._sections: list[tuple[str, list[int], Fraction]] = []
        for section in definition.sections:
            own = [at for at, one in enumerate(row.indicators) if _is_in(section, one)]
            factor = factor_of(section, [row.indicators[at] for at in own])
            self._sections.append((section.code, own, factor))

    def made_of(self, points: Sequence[Fraction | None]) -> Alternative:
        """Return the service with these exact ``points`` by indicator; None is out."""
        exact = {
            code: self._sum([one for at in own if (one := points[at]) is not None]) * factor
            for code, own, factor in self._sections
        }
        total = total_of(self._definition, exact, self.row.adjusted)
        verdict = Verdict.BELOW if total < self._definition.rules.cut else Verdict.PASS
        return Alternative(total, verdict, flips=verdict is not self.row.verdict)

    def _sum(self, points: Sequence[Fraction]) -> Fraction:
        rules = self._definition.rules
        if rules.rounding_stage is not RoundingStage.INDICATOR:
            return exact_sum(points)
        places = rules.score_places
        return Fraction(sum(half_up_units(one, places) for one in points), 10**places)


def _is_in(section: Section, made: IndicatorOutcome) -> bool:
    return made.indicator.section is section.code


def _at_stage(definition: Definition, row: ServiceOutcome, stage: RoundingStage) -> Alternative:
    rules = replace(definition.rules, rounding_stage=stage)
    other = totalled(replace(definition, rules=rules), row)
    return Alternative(other.total, other.verdict, flips=other.verdict is not row.verdict)


def _aggregated(how: Aggregation, made: IndicatorOutcome) -> Fraction | None:
    return aggregate(how, made.marks.points)  # of one mark all of them are that mark


def _otherwise_converted(made: IndicatorOutcome) -> Fraction | None:
    other = otherwise_converted(made.indicator)
    if other is None:
        return made.exact
    points = [exact_points(other, dict(mark.values)) for mark in made.marks]
    found = [one for one in points if not isinstance(one, NoPoints)]
    return aggregate(other.aggregation, found) if len(found) == len(points) else None
