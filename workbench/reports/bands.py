"""How the totals spread over the bands of the round; each counted service is in one."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from workbench.definition.terms import Rules
from workbench.exact import half_up, plain
from workbench.results.outcome import Outcome


@dataclass(frozen=True, slots=True)
class BandCount:
    """One band: totals from ``lower`` (None: from the bottom) up to below ``upper``."""

    label: str
    lower: Decimal | None
    upper: Decimal | None
    count: int
    share: Decimal | None

    @property
    def name(self) -> str:
        """Return the label with its range, once where both are the same."""
        return self.label if self.label == self.range else f"{self.label} ({self.range})"

    @property
    def range(self) -> str:
        """Return the range in words: ``75점 이상 80점 미만``."""
        ends = (
            self.lower and f"{plain(self.lower)}점 이상",
            self.upper is not None and f"{plain(self.upper)}점 미만",
        )
        return " ".join(end for end in ends if end)


def band_counts(outcome: Outcome) -> tuple[BandCount, ...]:
    """Return the bands of the round, highest first, with what lies below the lowest."""
    totals = [service.total for service in outcome.services if service.total is not None]
    found: list[BandCount] = []
    upper: Decimal | None = None
    for label, lower in _bands(outcome.definition.rules):
        count = sum(
            (lower is None or total >= lower) and (upper is None or total < upper)
            for total in totals
        )
        share = half_up(Fraction(100 * count, len(totals)), 1) if totals else None
        found.append(BandCount(label, lower, upper, count, share))
        upper = lower
    return tuple(found)


def _bands(rules: Rules) -> list[tuple[str, Decimal | None]]:
    found: list[tuple[str, Decimal | None]] = [(band.label, band.lower) for band in rules.bands]
    if found and rules.bands[-1].lower > 0:
        found.append(("그 아래", None))
    return found
