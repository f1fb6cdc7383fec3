"""The meeting list: where talking is worth most, by disagreement and effect on the cut."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction

from workbench.definition.terms import Aggregation, Service
from workbench.results.outcome import (
    IndicatorOutcome,
    MarkState,
    Outcome,
    PointState,
    ServiceOutcome,
    Verdict,
)


class Need(IntEnum):
    """How urgent an entry of the list is."""

    STALE = 0
    """A moderated mark that has to be confirmed."""
    OPEN = 1
    """No points without a moderated mark: a mixture, or ``consensus``."""
    FLIPS = 2
    """The evaluators differ by more than the service is away from the cut."""
    DIFFERS = 3
    """They differ, but no single choice between them moves the verdict."""


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One indicator of a service to talk about.

    ``disagreement`` is the spread of the points, highest minus lowest, as a part of the maximum
    (0 to 1). ``reach`` is the spread divided by the distance of the printed total from the cut:
    from 1 on, a choice between the marks can move the service over the cut; None where the
    service has no total. Both exact.
    """

    service: Service
    made: IndicatorOutcome
    need: Need
    disagreement: Fraction
    spread: Fraction
    """In points."""
    reach: Fraction | None


def meeting_list(outcome: Outcome) -> tuple[MeetingRow, ...]:
    """Return what deserves a meeting: by need, then disagreement × reach, largest first."""
    cut = outcome.definition.rules.cut
    rows = [
        row
        for service in outcome.services
        if service.verdict is not Verdict.EXEMPT
        for row in _of_service(service, cut)
    ]
    return tuple(
        sorted(
            rows,
            key=lambda row: (
                row.need,
                -(row.disagreement * (row.reach or 0)),
                -row.disagreement,
                row.service.number,
            ),
        )
    )


def _of_service(service: ServiceOutcome, cut: Decimal) -> Iterator[MeetingRow]:
    for made in service.indicators:
        points = [mark.points for mark in made.marks if mark.points is not None]
        spread = max(points) - min(points) if points else Fraction(0)
        disagreement = spread / Fraction(made.indicator.max_points)
        reach = _reach(service, spread, cut)
        need = _need(made, spread, reach)
        if need is not None:
            yield MeetingRow(service.service, made, need, disagreement, spread, reach)


def _reach(service: ServiceOutcome, spread: Fraction, cut: Decimal) -> Fraction | None:
    if service.total is None:
        return None
    # a total on the cut is lost by the smallest step below it
    smallest = Fraction(1, 10 ** max(0, -int(service.total.as_tuple().exponent)))
    return spread / max(abs(Fraction(service.total - cut)), smallest)


def _need(made: IndicatorOutcome, spread: Fraction, reach: Fraction | None) -> Need | None:
    if made.state is PointState.STALE:
        return Need.STALE
    states = {mark.state for mark in made.marks}
    is_whole = states <= {MarkState.GIVEN, MarkState.NOT_APPLICABLE} and bool(states)
    waits = made.indicator.aggregation is Aggregation.CONSENSUS or len(states) > 1
    if is_whole and waits and not made.is_agreed:
        return Need.OPEN
    if made.is_agreed or not spread:
        return None
    return Need.FLIPS if reach is not None and reach >= 1 else Need.DIFFERS
