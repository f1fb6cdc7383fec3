"""From typed figures to exact points: one function per scale and formula (DESIGN §4, FIELD §3).

All arithmetic is in fractions. Every result is clipped to 0…maximum. Where figures make no
points the outcome is a ``NoPoints`` that names the sentence saying why. A formula returns its
values on the way with its result, so what is explained is what was counted.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from workbench.definition.terms import Formula, Indicator, Measure, Scale
from workbench.journal.fields import Field
from workbench.results.intermediate import HUNDRED, Flag, Made, Part, Step

Figures = Mapping[str, str]
PREVIOUS: Final = "previous"
"""The parameter with last year's actual: a target is held against it, and it makes no points."""


@dataclass(frozen=True, slots=True)
class NoPoints:
    """Figures that make no points; ``why`` is a sentence key, empty while some are missing."""

    why: str = ""


def exact_points(indicator: Indicator, figures: Figures) -> Fraction | NoPoints:
    """Return the points that the stored ``figures`` (text by field) make for ``indicator``."""
    if indicator.scale in (Scale.MEASURE, Scale.SURVEY):
        made = worked_out(indicator, figures)
        return made if isinstance(made, NoPoints) else made.points_of(indicator.max_points)
    maximum = Fraction(indicator.max_points)
    typed = _typed_points(indicator, maximum, figures)
    return typed if isinstance(typed, NoPoints) else min(max(typed, Fraction(0)), maximum)


def worked_out(indicator: Indicator, figures: Figures) -> Made | NoPoints:
    """Return what the formula of a computed ``indicator`` makes of the stored ``figures``."""
    return _FORMULAS[formula_of(indicator)](figures, parameters(indicator))


def formula_of(indicator: Indicator) -> Formula:
    """Return the formula of a computed indicator; without a row in ``measures`` the default."""
    if indicator.measure is not None:
        return indicator.measure.formula
    return Formula.SURVEY_LINEAR if indicator.scale is Scale.SURVEY else Formula.ACHIEVEMENT


def parameters(indicator: Indicator) -> dict[str, str]:
    """Return the parameters by name that make points: all that decides what figures mean."""
    given = () if indicator.measure is None else indicator.measure.parameters
    return {name: value for name, value in given if name != PREVIOUS}


def otherwise_converted(indicator: Indicator) -> Indicator | None:
    """Return a survey indicator under the other conversion, None for what is no survey.

    Linear where it is proportional, and the reverse; the parameters stay.
    """
    other = _OTHER_CONVERSION.get(formula_of(indicator))
    if other is None:
        return None
    given = indicator.measure.parameters if indicator.measure else ()
    return replace(indicator, measure=Measure(other, given))


def previous_of(indicator: Indicator, service: int) -> Fraction | None:
    """Return last year's actual of service number ``service``, None where none is stated.

    The parameter is one number for every service, or ``number:actual`` for each by ``|``.
    """
    given = {} if indicator.measure is None else dict(indicator.measure.parameters)
    for entry in given.get(PREVIOUS, "").split("|"):
        number, mark, actual = entry.rpartition(":")
        if actual and (not mark or int(number) == service):
            return Fraction(actual)
    return None


def steps_of(given: Mapping[str, str]) -> tuple[tuple[Fraction, Fraction], ...]:
    """Return the step table as (lower bound of the rate in percent, percent of the maximum)."""
    pairs = (entry.split(":") for entry in given.get("steps", "").split("|") if entry)
    return tuple((Fraction(lower), Fraction(percent)) for lower, percent in pairs)


def earlier_rates(given: Figures) -> tuple[Fraction, ...]:
    """Return the rates of the earlier years in percent."""
    return tuple(Fraction(rate) for rate in given.get("rates", "").split("|") if rate)


def scale_ends(figures: Figures, given: Figures) -> tuple[Fraction | None, Fraction | None]:
    """Return the lowest and the highest value of a survey's scale: the cell's, else the rubric's.

    None where neither says it.
    """
    low = figures.get(Field.SURVEY_MIN, given.get("min"))
    high = figures.get(Field.SURVEY_MAX, given.get("max"))
    return (None if low is None else Fraction(low), None if high is None else Fraction(high))


def _typed_points(indicator: Indicator, maximum: Fraction, figures: Figures) -> Fraction | NoPoints:
    typed = figures.get(Field.SCORE)
    if typed is None:
        return NoPoints()
    if indicator.scale is Scale.POINTS:
        return Fraction(typed)
    if indicator.scale is Scale.RATING:
        return maximum * Fraction(typed) / HUNDRED
    percents = {level.label: level.percent for level in indicator.levels}
    return maximum * Fraction(percents[typed]) / HUNDRED


def _achievement(figures: Figures, given: Figures) -> Made | NoPoints:
    """Actual / target."""
    rate = _rate(figures)
    return rate if isinstance(rate, NoPoints) else _made_of(rate)


def _achievement_lower(figures: Figures, given: Figures) -> Made | NoPoints:
    """Target / actual: lower is better, so an actual of 0 gives the maximum."""
    pair = _pair_with_target(figures)
    if isinstance(pair, NoPoints):
        return pair
    target, actual = pair
    if not actual:
        return Made(Fraction(HUNDRED), flags=(Flag.ZERO_ACTUAL,))
    return _made_of(target * HUNDRED / actual)


def _steps(figures: Figures, given: Figures) -> Made | NoPoints:
    """The percent of the best step whose lower bound the rate actual / target reaches."""
    rate = _rate(figures)
    if isinstance(rate, NoPoints):
        return rate
    first = Step(Part.RATE, rate)
    reached = [(percent, lower) for lower, percent in steps_of(given) if lower <= rate]
    if not reached:
        return Made(Fraction(0), (first,), (Flag.NO_STEP,))
    percent, lower = max(reached)
    return Made(percent, (first, Step(Part.REACHED_STEP, lower)))


def _deviation(figures: Figures, given: Figures) -> Made | NoPoints:
    """20 + 80 × (actual − low) / (high − low), in percent of the maximum."""
    actual = _figure(figures, Field.ACTUAL)
    if actual is None:
        return NoPoints()
    low, high = Fraction(given["low"]), Fraction(given["high"])
    if low == high:
        return NoPoints("no_width")
    place = (actual - low) * HUNDRED / (high - low)
    rating = 20 + place * 80 / HUNDRED
    return Made(rating, (Step(Part.RATE, place), Step(Part.RATING, rating)))


def _multi_year(figures: Figures, given: Figures) -> Made | NoPoints:
    """Mean of the yearly rates, each at most 100; ``rates`` holds the earlier years'."""
    rate = _rate(figures)
    if isinstance(rate, NoPoints):
        return rate
    rates = (*earlier_rates(given), rate)
    counted = tuple(min(one, Fraction(HUNDRED)) for one in rates)
    mean = sum(counted, Fraction(0)) / len(counted)
    steps = (
        Step(Part.RATE, rate),
        *(Step(Part.COUNTED_RATE, one, at) for at, one in enumerate(counted, start=1)),
        Step(Part.MEAN_RATE, mean),
    )
    return Made(mean, steps, (Flag.CAPPED,) if counted != rates else ())


def _completion(figures: Figures, given: Figures) -> Made | NoPoints:
    """Done / found; nothing found gives the maximum."""
    pair = _pair(figures)
    if isinstance(pair, NoPoints):
        return pair
    found, done = pair
    if not found:
        return Made(Fraction(HUNDRED), flags=(Flag.NOTHING_FOUND,))
    return _made_of(done * HUNDRED / found)


def _survey_linear(figures: Figures, given: Figures) -> Made | NoPoints:
    """(Mean − min) / (max − min): 4 of 1…5 is 75 %."""
    mean = _figure(figures, Field.SURVEY_MEAN)
    if mean is None:
        return NoPoints()
    ends = _scale(figures, given)
    if isinstance(ends, NoPoints):
        return ends
    low, high = ends
    return NoPoints("survey_scale_missing") if low is None else _converted(mean - low, high - low)


def _survey_proportional(figures: Figures, given: Figures) -> Made | NoPoints:
    """Mean / scale maximum: 4 of 5 is 80 %."""
    mean = _figure(figures, Field.SURVEY_MEAN)
    if mean is None:
        return NoPoints()
    ends = _scale(figures, given)
    return ends if isinstance(ends, NoPoints) else _converted(mean, ends[1])


def _scale(figures: Figures, given: Figures) -> tuple[Fraction | None, Fraction] | NoPoints:
    """Return the ends of a survey's scale; the lowest may be unknown, but never stand above."""
    low, high = scale_ends(figures, given)
    if high is None:
        return NoPoints("survey_scale_missing")
    if low is not None and low >= high:
        return NoPoints("scale_reversed" if low > high else "no_width")
    return low, high


def _converted(reached: Fraction, width: Fraction) -> Made | NoPoints:
    return _made_of(reached * HUNDRED / width) if width else NoPoints("no_width")


def _made_of(rate: Fraction) -> Made:
    return Made(rate, (Step(Part.RATE, rate),))


def _rate(figures: Figures) -> Fraction | NoPoints:
    """Return actual / target in percent."""
    pair = _pair_with_target(figures)
    if isinstance(pair, NoPoints):
        return pair
    target, actual = pair
    return actual * HUNDRED / target


def _pair_with_target(figures: Figures) -> tuple[Fraction, Fraction] | NoPoints:
    pair = _pair(figures)
    return pair if isinstance(pair, NoPoints) or pair[0] else NoPoints("zero_target")


def _pair(figures: Figures) -> tuple[Fraction, Fraction] | NoPoints:
    target, actual = _figure(figures, Field.TARGET), _figure(figures, Field.ACTUAL)
    return NoPoints() if target is None or actual is None else (target, actual)


def _figure(figures: Figures, field: str) -> Fraction | None:
    text = figures.get(field)
    return None if text is None else Fraction(text)


_FORMULAS: Final[dict[Formula, Callable[[Figures, Figures], Made | NoPoints]]] = {
    Formula.ACHIEVEMENT: _achievement,
    Formula.ACHIEVEMENT_LOWER: _achievement_lower,
    Formula.STEPS: _steps,
    Formula.DEVIATION: _deviation,
    Formula.MULTI_YEAR: _multi_year,
    Formula.COMPLETION: _completion,
    Formula.SURVEY_LINEAR: _survey_linear,
    Formula.SURVEY_PROPORTIONAL: _survey_proportional,
}
_OTHER_CONVERSION: Final = {
    Formula.SURVEY_LINEAR: Formula.SURVEY_PROPORTIONAL,
    Formula.SURVEY_PROPORTIONAL: Formula.SURVEY_LINEAR,
}
