"""How firm each verdict is: what it would take to turn it (pure, exact, over an ``Outcome``).

A verdict hinges on one person (한 명에 좌우) where it is the other one without an evaluator. It is
close (근접) where another way of computing turns it, or one mark changed by at most ``NEAR_SHARE``
of its maximum. Else it is firm (확고). Nothing here flows back into a number.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from workbench.definition.terms import Definition, Service, Uid
from workbench.progress import Pulse, unwatched
from workbench.results.alternatives import (
    Alternative,
    Recomputed,
    Way,
    Without,
    ways_of,
    without_each,
)
from workbench.results.outcome import Outcome, ServiceOutcome, Verdict
from workbench.results.single_change import NEAR_SHARE, Change, smallest_changes

__all__ = [
    "NEAR_SHARE",
    "Alternative",
    "Change",
    "Firmness",
    "Recomputed",
    "Robustness",
    "Way",
    "Without",
    "robustness",
]


class Firmness(StrEnum):
    """How firm a verdict is, most fragile first."""

    HINGES = "hinges"
    """한 명에 좌우: without one evaluator the verdict is the other one."""
    CLOSE = "close"
    """근접: another way of computing, or one mark a little different, turns it."""
    FIRM = "firm"
    """확고."""


@dataclass(frozen=True, slots=True)
class Robustness:
    """How firm the verdict of one counted service is."""

    service: Service
    total: Decimal
    verdict: Verdict
    firmness: Firmness
    margin: Decimal
    """Printed total minus cut; below 0 for a service below it."""
    smallest: Change | None
    """The smallest change of one mark that turns the verdict; None: no single mark can."""
    near: Change | None
    """The smallest of those by at most ``NEAR_SHARE`` of the maximum of their mark."""
    without: tuple[Without, ...]
    """By evaluator in roster order."""
    ways: tuple[Recomputed, ...]
    """Mean, median, trimmed mean, the two other rounding stages, the other satisfaction."""

    @property
    def hinging(self) -> tuple[Uid, ...]:
        """The evaluators without whom the verdict is the other one."""
        return tuple(row.evaluator for row in self.without if row.made.flips)

    @property
    def indispensable(self) -> tuple[Uid, ...]:
        """The evaluators without whom the total cannot be computed."""
        return tuple(row.evaluator for row in self.without if row.made.total is None)

    @property
    def turning(self) -> tuple[Way, ...]:
        """The ways of computing that turn the verdict."""
        return tuple(row.way for row in self.ways if row.made.flips)


_ORDER: Final = tuple(Firmness)


def robustness(outcome: Outcome, *, pulse: Pulse = unwatched) -> tuple[Robustness, ...]:
    """Return how firm the verdict of every counted service is, most fragile first.

    In this order: label, smallest change that turns the verdict (none last), distance from the
    cut, number. ``pulse`` is called for every service.
    """
    found = []
    for row in outcome.services:
        pulse()
        if row.total is not None:
            found.append(_of(outcome.definition, row, row.total))
    return tuple(sorted(found, key=_fragility))


def _of(definition: Definition, row: ServiceOutcome, total: Decimal) -> Robustness:
    without = without_each(definition, row)
    ways = ways_of(definition, row)
    smallest, near = smallest_changes(definition, row)
    return Robustness(
        service=row.service,
        total=total,
        verdict=row.verdict,
        firmness=_firmness(without, ways, near),
        margin=total - definition.rules.cut,
        smallest=smallest,
        near=near,
        without=without,
        ways=ways,
    )


def _firmness(
    without: Sequence[Without], ways: Sequence[Recomputed], near: Change | None
) -> Firmness:
    if any(row.made.flips for row in without):
        return Firmness.HINGES
    if near is not None or any(row.made.flips for row in ways):
        return Firmness.CLOSE
    return Firmness.FIRM


def _fragility(row: Robustness) -> tuple[int, bool, Fraction, Decimal, int]:
    size = Fraction(0) if row.smallest is None else abs(row.smallest.points)
    place = _ORDER.index(row.firmness)
    return place, row.smallest is None, size, abs(row.margin), row.service.number
