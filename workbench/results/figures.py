"""Figures beside an outcome that page, workbook and pictures share: bins, section means, orders."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from workbench.definition.terms import Definition, Section
from workbench.exact import half_up
from workbench.results.outcome import Outcome, ServiceOutcome, Verdict

BIN_WIDTHS: Final = (Decimal("2.5"), Decimal(5), Decimal(10))
MOST_BINS: Final = 18
COUNTED: Final = (Verdict.BELOW, Verdict.PASS)


@dataclass(frozen=True, slots=True)
class Bin:
    """Totals from ``lower`` up to below the next bin: how many services, and which."""

    lower: Decimal
    count: int
    is_below: bool
    services: tuple[int, ...] = ()
    """Their numbers, highest total first."""


@dataclass(frozen=True, slots=True)
class Histogram:
    """Bins that begin at the cut, so that none mixes pass and below."""

    bins: tuple[Bin, ...]
    width: Decimal
    cut: Decimal


def histogram(outcome: Outcome) -> Histogram:
    """Return the distribution of the counted totals."""
    cut = outcome.definition.rules.cut
    rows = by_total(outcome)
    totals = [(row.service.number, row.total) for row in rows if row.total is not None]
    for width in BIN_WIDTHS:
        steps = [_step(total, cut, width) for _, total in totals]
        low, high = min(*steps, -1, 0), max(*steps, -1, 0)
        if high - low < MOST_BINS:
            break
    members: dict[int, list[int]] = {}
    for (number, _), step in zip(totals, steps, strict=True):
        members.setdefault(step, []).append(number)
    bins = tuple(
        Bin(cut + width * step, len(found), step < 0, tuple(found))
        for step in range(low, high + 1)
        for found in (members.get(step, []),)
    )
    return Histogram(bins, width, cut)


def _step(total: Decimal, cut: Decimal, width: Decimal) -> int:
    number = (total - cut) / width
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


def most_points(definition: Definition) -> Decimal:
    """Return the highest total there can be: the sum of the section maxima."""
    return sum((row.max_points for row in definition.sections), Decimal(0))


def gap(outcome: Outcome, service: ServiceOutcome) -> Decimal | None:
    """Return the printed total minus the cut; None for a service not counted."""
    return None if service.total is None else service.total - outcome.definition.rules.cut


def by_total(outcome: Outcome) -> tuple[ServiceOutcome, ...]:
    """Return the services by rank; of equal rank by number, those without a total last."""
    return tuple(
        sorted(
            outcome.services,
            key=lambda row: (row.rank is None, row.rank or 0, row.service.number),
        )
    )


def by_section(outcome: Outcome, code: str) -> tuple[ServiceOutcome, ...]:
    """Return the services by the points of one section, highest first, then as ``by_total``."""

    def points(row: ServiceOutcome) -> tuple[bool, Decimal]:
        if row.sections is None or code not in row.sections:
            return True, Decimal(0)
        return False, -row.sections[code]

    return tuple(sorted(by_total(outcome), key=points))


def by_gap(outcome: Outcome) -> tuple[ServiceOutcome, ...]:
    """Return the services by how far they are from the cut, nearest first, on either side."""

    def distance(row: ServiceOutcome) -> tuple[bool, Decimal]:
        found = gap(outcome, row)
        return found is None, abs(found or Decimal(0))

    return tuple(sorted(by_total(outcome), key=distance))


def below_the_cut(outcome: Outcome) -> tuple[ServiceOutcome, ...]:
    """Return the services below the cut, the nearest to it first."""
    return tuple(row for row in by_total(outcome) if row.verdict is Verdict.BELOW)


def count(outcome: Outcome, *verdicts: Verdict) -> int:
    """Return how many services have one of ``verdicts``."""
    return sum(service.verdict in verdicts for service in outcome.services)


def in_band(
    outcome: Outcome, lower: Decimal | None, upper: Decimal | None
) -> tuple[ServiceOutcome, ...]:
    """Return the counted services from ``lower`` up to below ``upper``, highest total first."""
    return tuple(
        row
        for row in by_total(outcome)
        if row.total is not None
        and (lower is None or row.total >= lower)
        and (upper is None or row.total < upper)
    )


def numbered(outcome: Outcome, numbers: Sequence[int]) -> tuple[ServiceOutcome, ...]:
    """Return the services of ``numbers``, in the order they are asked for."""
    known = {row.service.number: row for row in outcome.services}
    return tuple(known[number] for number in numbers if number in known)
