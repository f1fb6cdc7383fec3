"""What each formula makes of figures, in percent of the maximum, with every value on the way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from workbench.definition.terms import Formula
from workbench.journal.fields import Field
from workbench.measures.amounts import PERCENT, Amount
from workbench.measures.catalogue import Flag, NamedFormula, Part
from workbench.results.formulas import HUNDRED, NoPoints, steps_of


@dataclass(frozen=True, slots=True)
class Made:
    """What a formula makes of figures, in percent of the maximum and not yet clipped."""

    percent: Fraction
    rate: Fraction | None
    steps: tuple[Amount, ...] = ()
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """Figures and parameters as numbers."""

    named: NamedFormula
    figures: Mapping[str, Fraction]
    given: Mapping[str, str]

    def pair(self) -> tuple[Fraction, Fraction] | None:
        """Return target and actual, None where one is missing."""
        target, actual = self.figures.get(Field.TARGET), self.figures.get(Field.ACTUAL)
        return None if target is None or actual is None else (target, actual)

    def end(self, field: str, name: str) -> Fraction | None:
        """Return an end of the survey's scale: the cell's, else the rubric's."""
        if field in self.figures:
            return self.figures[field]
        return Fraction(self.given[name]) if name in self.given else None

    def earlier(self) -> tuple[Fraction, ...]:
        """Return the rates of the earlier years in percent."""
        return tuple(Fraction(rate) for rate in self.given.get("rates", "").split("|") if rate)


def worked_out(case: Case) -> Made | NoPoints:
    """Return what the formula of ``case`` makes of its figures."""
    return _FORMULAS[case.named.formula](case)


def _achievement(case: Case) -> Made | NoPoints:
    pair = case.pair()
    if pair is None:
        return NoPoints()
    target, actual = pair
    if not target:
        return NoPoints("zero_target")
    rate = actual * HUNDRED / target
    return Made(rate, rate, (Amount(Part.RATE, rate, PERCENT),))


def _achievement_lower(case: Case) -> Made | NoPoints:
    pair = case.pair()
    if pair is None:
        return NoPoints()
    target, actual = pair
    if not target:
        return NoPoints("zero_target")
    if not actual:
        return Made(Fraction(HUNDRED), None, flags=(Flag.ZERO_ACTUAL,))
    rate = target * HUNDRED / actual
    return Made(rate, rate, (Amount(Part.RATE, rate, PERCENT),))


def _steps(case: Case) -> Made | NoPoints:
    pair = case.pair()
    if pair is None:
        return NoPoints()
    target, actual = pair
    if not target:
        return NoPoints("zero_target")
    rate = actual * HUNDRED / target
    first = Amount(case.named.rate, rate, PERCENT)
    reached = [(percent, lower) for lower, percent in steps_of(case.given) if lower <= rate]
    if not reached:
        return Made(Fraction(0), rate, (first,), (Flag.NO_STEP,))
    percent, lower = max(reached)
    return Made(percent, rate, (first, Amount(Part.REACHED_STEP, lower, PERCENT)))


def _deviation(case: Case) -> Made | NoPoints:
    actual = case.figures.get(Field.ACTUAL)
    if actual is None:
        return NoPoints()
    low, high = Fraction(case.given["low"]), Fraction(case.given["high"])
    if low == high:
        return NoPoints("no_width")
    place = (actual - low) * HUNDRED / (high - low)
    rating = 20 + place * 80 / HUNDRED
    steps = (Amount(Part.PLACE, place, PERCENT), Amount(Part.RATING, rating))
    return Made(rating, place, steps)


def _multi_year(case: Case) -> Made | NoPoints:
    pair = case.pair()
    if pair is None:
        return NoPoints()
    target, actual = pair
    if not target:
        return NoPoints("zero_target")
    rate = actual * HUNDRED / target
    rates = (*case.earlier(), rate)
    counted = [min(one, Fraction(HUNDRED)) for one in rates]
    mean = sum(counted, Fraction(0)) / len(counted)
    steps = (
        Amount(Part.YEAR_RATE, rate, PERCENT),
        *(Amount(Part.COUNTED_RATE, one, PERCENT, at) for at, one in enumerate(counted, start=1)),
        Amount(Part.MEAN_RATE, mean, PERCENT),
    )
    return Made(mean, rate, steps, (Flag.CAPPED,) if list(rates) != counted else ())


def _completion(case: Case) -> Made | NoPoints:
    pair = case.pair()
    if pair is None:
        return NoPoints()
    found, done = pair
    more = (Flag.MORE_DONE,) if done > found else ()
    if not found:
        return Made(Fraction(HUNDRED), None, flags=(Flag.NOTHING_FOUND, *more))
    rate = done * HUNDRED / found
    return Made(rate, rate, (Amount(Part.COMPLETION_RATE, rate, PERCENT),), more)


def _survey_linear(case: Case) -> Made | NoPoints:
    mean = case.figures.get(Field.SURVEY_MEAN)
    if mean is None:
        return NoPoints()
    low, high = case.end(Field.SURVEY_MIN, "min"), case.end(Field.SURVEY_MAX, "max")
    if low is None or high is None:
        return NoPoints("survey_scale_missing")
    if low == high:
        return NoPoints("no_width")
    converted = (mean - low) * HUNDRED / (high - low)
    return Made(converted, converted, (Amount(Part.CONVERTED, converted),), _of_scale(case, mean))


def _survey_proportional(case: Case) -> Made | NoPoints:
    mean = case.figures.get(Field.SURVEY_MEAN)
    if mean is None:
        return NoPoints()
    high = case.end(Field.SURVEY_MAX, "max")
    if high is None:
        return NoPoints("survey_scale_missing")
    if not high:
        return NoPoints("no_width")
    converted = mean * HUNDRED / high
    return Made(converted, converted, (Amount(Part.CONVERTED, converted),), _of_scale(case, mean))


def _of_scale(case: Case, mean: Fraction) -> tuple[Flag, ...]:
    """Say where the mean and the ends of its scale do not go together."""
    low, high = case.end(Field.SURVEY_MIN, "min"), case.end(Field.SURVEY_MAX, "max")
    ends = [end for end in (low, high) if end is not None]
    outside = mean > max(ends) or (low is not None and mean < min(ends))
    flags = [Flag.MEAN_OUTSIDE] if outside else []
    if low is not None and high is not None and low > high:
        flags.append(Flag.SCALE_REVERSED)
    return tuple(flags)


_FORMULAS: Final[dict[Formula, Callable[[Case], Made | NoPoints]]] = {
    Formula.ACHIEVEMENT: _achievement,
    Formula.ACHIEVEMENT_LOWER: _achievement_lower,
    Formula.STEPS: _steps,
    Formula.DEVIATION: _deviation,
    Formula.MULTI_YEAR: _multi_year,
    Formula.COMPLETION: _completion,
    Formula.SURVEY_LINEAR: _survey_linear,
    Formula.SURVEY_PROPORTIONAL: _survey_proportional,
}
