"""From typed figures to exact points: one function per scale and formula (DESIGN §4, FIELD §3).

All arithmetic is in fractions. Every result is clipped to 0…maximum. Where figures make no
points the outcome is a ``NoPoints`` that names the sentence saying why.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from workbench.definition.terms import Formula, Indicator, Scale
from workbench.journal.fields import Field

Figures = Mapping[str, str]
HUNDRED: Final = 100
PREVIOUS: Final = "previous"
"""The parameter with last year's actual: a target is held against it, and it makes no points."""


@dataclass(frozen=True, slots=True)
class NoPoints:
    """Figures that make no points; ``why`` is a sentence key, empty while some are missing."""

    why: str = ""


def exact_points(indicator: Indicator, figures: Figures) -> Fraction | NoPoints:
    """Return the points that the stored ``figures`` (text by field) make for ``indicator``."""
    maximum = Fraction(indicator.max_points)
    if indicator.scale in (Scale.MEASURE, Scale.SURVEY):
        made = _FORMULAS[formula_of(indicator)](maximum, figures, parameters(indicator))
    else:
        made = _typed_points(indicator, maximum, figures)
    return made if isinstance(made, NoPoints) else min(max(made, Fraction(0)), maximum)


def formula_of(indicator: Indicator) -> Formula:
    """Return the formula of a computed indicator; without a row in ``measures`` the default."""
    if indicator.measure is not None:
        return indicator.measure.formula
    return Formula.SURVEY_LINEAR if indicator.scale is Scale.SURVEY else Formula.ACHIEVEMENT


def parameters(indicator: Indicator) -> dict[str, str]:
    """Return the parameters by name that make points: all that decides what figures mean."""
    given = () if indicator.measure is None else indicator.measure.parameters
    return {name: value for name, value in given if name != PREVIOUS}


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


def _achievement(maximum: Fraction, figures: Figures, given: Figures) -> Fraction | NoPoints:
    """Maximum × actual / target."""
    pair = _pair(figures)
    if isinstance(pair, NoPoints):
        return pair
    target, actual = pair
    return maximum * actual / target if target else NoPoints("zero_target")


def _achievement_lower(maximum: Fraction, figures: Figures, given: Figures) -> Fraction | NoPoints:
    """Maximum × target / actual: lower is better, so an actual of 0 gives the maximum."""
    pair = _pair(figures)
    if isinstance(pair, NoPoints):
        return pair
    target, actual = pair
    if not target:
        return NoPoints("zero_target")
    return maximum * target / actual if actual else maximum


def _steps(maximum: Fraction, figures: Figures, given: Figures) -> Fraction | NoPoints:
    """The percent of the highest step whose lower bound the rate actual / target reaches."""
    pair = _pair(figures)
    if isinstance(pair, NoPoints):
        return pair
    target, actual = pair
    if not target:
        return NoPoints("zero_target")
    rate = actual * HUNDRED / target
    reached = [percent for lower, percent in steps_of(given) if rate >= lower]
    return maximum * max(reached, default=Fraction(0)) / HUNDRED


def _deviation(maximum: Fraction, figures: Figures, given: Figures) -> Fraction | NoPoints:
    """20 + 80 × (actual − low) / (high − low), in percent of the maximum."""
    actual = _figure(figures, Field.ACTUAL)
    if actual is None:
        return NoPoints()
    low, high = Fraction(given["low"]), Fraction(given["high"])
    if low == high:
        return NoPoints("no_width")
    percent = 20 + 80 * (actual - low) / (high - low)
    return maximum * min(max(percent, Fraction(0)), Fraction(HUNDRED)) / HUNDRED


def _multi_year(maximum: Fraction, figures: Figures, given: Figures) -> Fraction | NoPoints:
    """Mean of the yearly rates, each at most 1; ``rates`` holds the earlier years' in percent."""
    pair = _pair(figures)
    if isinstance(pair, NoPoints):
        return pair
    target, actual = pair
    if not target:
        return NoPoints("zero_target")
    earlier = [Fraction(rate) / HUNDRED for rate in given.get("rates", "").split("|") if rate]
    rates = [min(rate, Fraction(1)) for rate in (*earlier, actual / target)]
    return maximum * sum(rates) / len(rates)


def _completion(maximum: Fraction, figures: Figures, given: Figures) -> Fraction | NoPoints:
    """Maximum × done / found; nothing found gives the maximum."""
    pair = _pair(figures)
    if isinstance(pair, NoPoints):
        return pair
    found, done = pair
    return maximum * done / found if found else maximum


def _survey_linear(maximum: Fraction, figures: Figures, given: Figures) -> Fraction | NoPoints:
    """Maximum × (mean − min) / (max − min): 4 of 1…5 is 75 %."""
    mean = _figure(figures, Field.SURVEY_MEAN)
    if mean is None:
        return NoPoints()
    low = _scale_end(figures, Field.SURVEY_MIN, given, "min")
    high = _scale_end(figures, Field.SURVEY_MAX, given, "max")
    if low is None or high is None:
        return NoPoints("survey_scale_missing")
    return maximum * (mean - low) / (high - low) if high != low else NoPoints("no_width")


def _survey_proportional(
    maximum: Fraction, figures: Figures, given: Figures
) -> Fraction | NoPoints:
    """Maximum × mean / scale maximum: 4 of 5 is 80 %."""
    mean = _figure(figures, Field.SURVEY_MEAN)
    if mean is None:
        return NoPoints()
    high = _scale_end(figures, Field.SURVEY_MAX, given, "max")
    if high is None:
        return NoPoints("survey_scale_missing")
    return maximum * mean / high if high else NoPoints("no_width")


def _figure(figures: Figures, field: str) -> Fraction | None:
    text = figures.get(field)
    return None if text is None else Fraction(text)


def _pair(figures: Figures) -> tuple[Fraction, Fraction] | NoPoints:
    target, actual = _figure(figures, Field.TARGET), _figure(figures, Field.ACTUAL)
    return NoPoints() if target is None or actual is None else (target, actual)


def _scale_end(figures: Figures, field: str, given: Figures, name: str) -> Fraction | None:
    text = figures.get(field, given.get(name))
    return None if text is None else Fraction(text)


_FORMULAS: Final[dict[Formula, Callable[[Fraction, Figures, Figures], Fraction | NoPoints]]] = {
    Formula.ACHIEVEMENT: _achievement,
    Formula.ACHIEVEMENT_LOWER: _achievement_lower,
    Formula.STEPS: _steps,
    Formula.DEVIATION: _deviation,
    Formula.MULTI_YEAR: _multi_year,
    Formula.COMPLETION: _completion,
    Formula.SURVEY_LINEAR: _survey_linear,
    Formula.SURVEY_PROPORTIONAL: _survey_proportional,
}
