"""Values so close to an edge that binary numbers cannot say on which side of it they lie.

검증 rounds binary noise away at the ninth decimal. A value that exact arithmetic puts just below
a half, or just below the bound of a step, would be lifted onto it; there the formula first takes
away as much as the ninth decimal, and the sheet says so.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from workbench.definition.terms import Indicator, RoundingStage, Rules, Section
from workbench.exact import half_up
from workbench.journal.fields import Field
from workbench.results.formulas import parameters, steps_of
from workbench.results.outcome import PointState, ServiceOutcome

NOISE_PLACES: Final = 9
NUDGE: Final = "-0.000000001"


def is_just_below_half(exact: Fraction, places: int) -> bool:
    """Say whether rounding at the ninth decimal first would round ``exact`` up wrongly."""
    return half_up(_seen(exact), places) != half_up(exact, places)


def is_just_below_step(indicator: Indicator, values: Mapping[str, str]) -> bool:
    """Say whether the rate of a mark would be lifted onto the next step of its table."""
    rate = Fraction(values[Field.ACTUAL]) * 100 / Fraction(values[Field.TARGET])
    seen = _seen(rate)
    return any(rate < lower <= seen for lower, _ in steps_of(parameters(indicator)))


def exact_section(rules: Rules, service: ServiceOutcome, section: Section) -> Fraction:
    """Return a section of a counted service as it is before its rounding."""
    by_indicator = rules.rounding_stage is RoundingStage.INDICATOR
    made = out = Fraction(0)
    for row in service.indicators:
        if row.indicator.section is not section.code:
            continue
        if row.state is PointState.OUT:
            out += Fraction(row.indicator.max_points)
        elif by_indicator:
            made += Fraction(row.points or 0)
        else:
            made += row.exact or 0
    full = Fraction(section.max_points)
    return made * full / (full - out)


def _seen(exact: Fraction) -> Fraction:
    return Fraction(half_up(exact, NOISE_PLACES))
