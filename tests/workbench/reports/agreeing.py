"""Moderated marks and adjustments laid above what was typed in a round made by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from models.journal import Revision
from workbench.definition.terms import Scale
from workbench.journal.fields import Field
from workbench.results.adjusting import Adjusted
from workbench.results.moderated import Agreed, base_of
from workbench.results.outcome import MarkState, PointState
from workbench.results.scoring import compute

if TYPE_CHECKING:
    from random import Random

    from workbench.definition.terms import Definition, Indicator
    from workbench.journal.revisions import Cell
    from workbench.results.marks import Heads
    from workbench.results.outcome import Outcome

LEAD = b"lead".ljust(16, b".")
VERSION = b"version".ljust(16, b".")


def agreed_here_and_there(
    definition: Definition, heads: Heads, rng: Random, *, share: float = 0.08
) -> Outcome:
    """Compute the round with moderated marks on some of its finished indicators."""
    plain = compute(definition, heads)
    over = dict(heads)
    for service in plain.services:
        for made in service.indicators:
            whole = all(
                mark.state in (MarkState.GIVEN, MarkState.NOT_APPLICABLE) for mark in made.marks
            )
            if made.marks and whole and rng.random() < share:
                base = base_of(made.marks)
                if rng.random() < 0.1:
                    base = base[1:]  # rests on something else: stale
                agreed = Agreed(mark_for(made.indicator, rng), "협의", ("김가상",), base)
                cell = (LEAD, service.service.uid, made.indicator.uid, Field.MODERATION.value)
                over[cell] = [
                    Revision(b"m" * 32, *cell, agreed.stored(), LEAD, LEAD, 1, VERSION, 0, b"")
                ]
    return compute(definition, over | adjusted_here_and_there(definition, rng))


def adjusted_here_and_there(
    definition: Definition, rng: Random, *, share: float = 0.2
) -> dict[Cell, list[Revision]]:
    """The lead's points for some services: up, down, beyond the cap, more than one."""
    found: dict[Cell, list[Revision]] = {}
    units = 10**definition.rules.score_places
    for service in definition.services:
        while rng.random() < share:
            points = Decimal(rng.choice((1, -1)) * rng.randint(1, 8 * units)) / units
            at = len(found)
            held = Adjusted(points, rng.choice(REASONS), f"공문 {at}호")
            cell = (LEAD, service.uid, bytes([1, at]).ljust(16, b"."), Field.ADJUSTMENT.value)
            own = bytes([2, at]) * 16
            row = Revision(own, *cell, held.stored(), LEAD, LEAD, 1, VERSION, at, b"")
            found[cell] = [row]
    return found


REASONS = ("수상 실적", "=1+1", "지적사항 미이행 & 지연", "@가점", "-1")


def mark_for(indicator: Indicator, rng: Random) -> str:
    """A mark in the unit in which it is agreed; sometimes not applicable."""
    if indicator.allow_not_applicable and rng.random() < 0.2:
        return ""
    if indicator.scale is Scale.GRADE:
        return rng.choice(indicator.levels).label
    if indicator.scale is Scale.RATING:
        return str(Decimal(rng.randint(0, 400)) / 4)
    points = indicator.max_points * rng.randint(0, 100) / 100
    return f"{points.normalize():f}"


def agreed_in(outcome: Outcome) -> int:
    """How many moderated marks count."""
    return sum(
        made.is_agreed and made.state is PointState.COUNTED
        for service in outcome.services
        for made in service.indicators
    )
