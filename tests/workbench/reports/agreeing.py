"""Moderated marks laid above some indicators of a round made by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from models.journal import Revision
from workbench.definition.terms import Scale
from workbench.journal.fields import Field
from workbench.results.moderated import Agreed, base_of
from workbench.results.outcome import MarkState, PointState
from workbench.results.scoring import compute

if TYPE_CHECKING:
    from random import Random

    from workbench.definition.terms import Definition, Indicator
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
    return compute(definition, over)


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
