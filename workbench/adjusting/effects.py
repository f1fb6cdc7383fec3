"""What adjustments do to a service: the total and the verdict without them, with them, as tried.

Pure, over an ``Outcome``: the window shows what would be before anything is stored.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from workbench.definition.terms import Definition, Service, Uid
from workbench.results.adjusting import adjusted
from workbench.results.outcome import Adjustment, Outcome, ServiceOutcome, Verdict
from workbench.results.scoring import with_adjustments


@dataclass(frozen=True, slots=True)
class Effect:
    """A service under some adjustments; ``total`` is None while it cannot be counted."""

    total: Decimal | None
    verdict: Verdict
    given: Decimal
    """The sum of the adjustments as they were given."""
    applied: Decimal
    """What of it counts: clipped to the round's cap."""
    is_capped: bool
    """Whether the cap cut the sum."""
    is_clipped: bool
    """Whether the total was held at 0 or at the most there can be."""


@dataclass(frozen=True, slots=True)
class AdjustedService:
    """A service with its adjustments, oldest first, and the result without and with them."""

    service: Service
    adjustments: tuple[Adjustment, ...]
    before: Effect
    """Without any: its total is what the sections make."""
    now: Effect
    rank: int | None


def adjusted_services(outcome: Outcome) -> tuple[AdjustedService, ...]:
    """Return every service by number, also those without adjustments."""
    definition = outcome.definition
    found = []
    for row in outcome.services:
        now = _effect(definition, row, row.adjustments)
        before = _effect(definition, row, ()) if row.adjustments else now
        found.append(AdjustedService(row.service, row.adjustments, before, now, row.rank))
    return tuple(found)


def would_be(
    outcome: Outcome, service: Uid, points: Decimal | None, uid: Uid | None = None
) -> Effect:
    """Return ``service`` as it would be with one adjustment of ``points`` more.

    With ``uid`` in place of that one; without points that one is taken away. A service that the
    round does not know has no effect to tell: ``LookupError``.
    """
    row = next((row for row in outcome.services if row.service.uid == service), None)
    if row is None:
        raise LookupError(service.hex())
    rows = [one for one in row.adjustments if one.uid != uid]
    if points is not None:
        rows.append(Adjustment(uid or b"", points, "", "", 0, b""))
    return _effect(outcome.definition, row, rows)


def _effect(definition: Definition, row: ServiceOutcome, rows: Sequence[Adjustment]) -> Effect:
    given = sum((one.points for one in rows), Decimal(0))
    applied, cap = adjusted(definition, rows), definition.rules.adjustment_cap
    made = with_adjustments(definition, row, rows)
    bare = with_adjustments(definition, row, ()).total if rows else made.total
    return Effect(
        made.total,
        made.verdict,
        given,
        applied,
        is_capped=cap is not None and abs(given) > cap,
        is_clipped=bare is not None and made.total != bare + applied,
    )
