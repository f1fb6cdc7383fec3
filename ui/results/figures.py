"""What the result page shows besides the outcome itself: bins, section means, order. Pure."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from workbench.definition.terms import Section
from workbench.exact import half_up
from workbench.results.outcome import Outcome, ServiceOutcome, Verdict

BIN_WIDTHS: Final = (Decimal("2.5"), Decimal(5), Decimal(10))
MOST_BINS: Final = 18
COUNTED: Final = (Verdict.BELOW, Verdict.PASS)


class Order(StrEnum):
    """In which order the services stand."""

    TOTAL = "total"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Bin:
    """A range of totals from ``lower`` up to the next bin, and how many services are in it."""

    lower: Decimal
    count: int
    is_below: bool


@dataclass(frozen=True, slots=True)
class Histogram:
    """Bins that begin at the cut, so that none mixes pass and below."""

    bins: tuple[Bin, ...]
    width: Decimal
    cut: Decimal


def histogram(outcome: Outcome) -> Histogram:
    """Return the distribution of the counted totals."""
    cut = outcome.definition.rules.cut
    totals = [service.total for service in outcome.services if service.total is not None]
    for width in BIN_WIDTHS:
        steps = [_floor((total - cut) / width) for total in totals] or [0]
        low, high = min(*steps, -1), max(*steps, 0)
        if high - low < MOST_BINS:
            break
    counts = {step: steps.count(step) for step in set(steps)} if totals else {}
    bins = tuple(
        Bin(cut + width * step, counts.get(step, 0), step < 0) for step in range(low, high + 1)
    )
    return Histogram(bins, width, cut)


def _floor(number: Decimal) -> int:
    whole = int(number)
    return whole - 1 if number < whole else whole


def section_averages(outcome: Outcome) -> tuple[tuple[Section, Decimal | None], ...]:
    """Return the mean of each section over the counted services, rounded once."""
    places = outcome.definition.rules.score_places
    found: list[tuple[Section, Decimal | None]] = []
    for section in outcome.definition.sections:
        points = [
            Fraction(service.sections[section.code])
            for service in outcome.services
            if service.sections is not None
        ]
        mean = half_up(sum(points, Fraction(0)) / len(points), places) if points else None
        found.append((section, mean))
    return tuple(found)


def in_order(outcome: Outcome, order: Order) -> tuple[ServiceOutcome, ...]:
    """Return the services by rank or by number; those without a total stand last."""
    if order is Order.NUMBER:
        return outcome.services
    return tuple(
        sorted(
            outcome.services,
            key=lambda service: (service.rank is None, service.rank or 0, service.service.number),
        )
    )


def below_the_cut(outcome: Outcome) -> tuple[ServiceOutcome, ...]:
    """Return the services below the cut, the nearest to it first."""
    below = [service for service in outcome.services if service.verdict is Verdict.BELOW]
    return tuple(sorted(below, key=lambda service: -(service.total or Decimal(0))))


def count(outcome: Outcome, *verdicts: Verdict) -> int:
    """Return how many services have one of ``verdicts``."""
    return sum(service.verdict in verdicts for service in outcome.services)
