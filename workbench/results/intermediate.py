"""What a formula makes of figures: the percent of the maximum, and every value on the way."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

HUNDRED: Final = 100


class Part(StrEnum):
    """What a value between figures and points is; inputs first, then what is made of them."""

    TARGET = "target"
    ACTUAL = "actual"
    BUDGET = "budget"
    SPENT = "spent"
    FOUND = "found"
    DONE = "done"
    PREVIOUS = "previous"
    LOW = "low"
    HIGH = "high"
    EARLIER_RATE = "earlier_rate"
    SURVEY_N = "survey_n"
    SURVEY_MEAN = "survey_mean"
    SURVEY_MIN = "survey_min"
    SURVEY_MAX = "survey_max"
    RATE = "rate"
    EXECUTION_RATE = "execution_rate"
    COMPLETION_RATE = "completion_rate"
    YEAR_RATE = "year_rate"
    COUNTED_RATE = "counted_rate"
    MEAN_RATE = "mean_rate"
    REACHED_STEP = "reached_step"
    PLACE = "place"
    RATING = "rating"
    CONVERTED = "converted"
    INDEX = "index"
    SHARE = "share"


class Flag(StrEnum):
    """What is to be looked at, or to be known, beside the points."""

    TARGET_BELOW_PREVIOUS = "target_below_previous"
    TARGET_ABOVE_PREVIOUS = "target_above_previous"
    """Where lower is better, a target above last year's actual is the easy one."""
    CAPPED = "capped"
    FLOORED = "floored"
    NO_STEP = "no_step"
    NOTHING_FOUND = "nothing_found"
    MORE_DONE = "more_done"
    ZERO_ACTUAL = "zero_actual"
    MEAN_OUTSIDE = "mean_outside"


@dataclass(frozen=True, slots=True)
class Step:
    """One value on the way; what was achieved in percent is ``Part.RATE`` in every formula."""

    part: Part
    value: Fraction
    at: int = 0
    """Its number where there are several of a kind, counted from 1."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a formula makes of figures, in percent of the maximum and not yet clipped."""

    percent: Fraction
    steps: tuple[Step, ...] = ()
    flags: tuple[Flag, ...] = ()
    """Which limit or exception of the formula was at work."""

    @property
    def share(self) -> Fraction:
        """The percent of the maximum that counts: clipped to 0–100."""
        return min(max(self.percent, Fraction(0)), Fraction(HUNDRED))

    def points_of(self, maximum: Decimal) -> Fraction:
        """Return the points of an indicator of that maximum: 0…maximum."""
        return Fraction(maximum) * self.share / HUNDRED

    @property
    def rate(self) -> Fraction | None:
        """What was achieved in percent; None where there was nothing to divide."""
        return next((step.value for step in self.steps if step.part is Part.RATE), None)
