"""From figures to points with every value on the way: what is shown, printed and confirmed.

The arithmetic is ``results.formulas.worked_out``, by which the result counts too; here its values
get their names and units, and the inputs stand before them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from workbench.definition.terms import Formula, Indicator, Scale
from workbench.exact import half_up
from workbench.journal.fields import FIGURES, Field
from workbench.measures.amounts import PERCENT, Amount
from workbench.measures.catalogue import Flag, NamedFormula, Part, named_formula
from workbench.results.formulas import (
    NoPoints,
    earlier_rates,
    otherwise_converted,
    parameters,
    previous_of,
    scale_ends,
    steps_of,
    worked_out,
)
from workbench.results.intermediate import Made

INDEX_PLACES: Final = 2
_BARE: Final = frozenset({Part.RATING, Part.CONVERTED, Part.INDEX})
"""Values on a scale of 0–100 that are no percentage of anything."""


@dataclass(frozen=True, slots=True)
class Converted:
    """What the other conversion of a survey would give."""

    formula: NamedFormula
    index: Decimal
    """0–100, two decimals."""
    exact: Fraction
    points: Decimal


@dataclass(frozen=True, slots=True)
class Explained:
    """How the figures of one evaluator make points: exact, step by step."""

    formula: NamedFormula
    maximum: Decimal
    inputs: tuple[Amount, ...]
    """The figures that are there, then what the rubric states."""
    table: tuple[tuple[Fraction, Fraction], ...]
    """The step table: (lower bound of the rate, percent of the maximum)."""
    steps: tuple[Amount, ...]
    """Every intermediate value in the order in which it is made."""
    rate: Fraction | None
    """What was achieved in percent, before any limit; None where there is nothing to divide."""
    share: Fraction | None
    """The percent of the maximum that counts, 0–100; of a survey its exact index."""
    exact: Fraction | None
    points: Decimal | None
    """As printed; None like ``exact`` where the figures make no points."""
    why: str | None
    """The key of ``NoPoints`` (empty: something is missing); None where there are points."""
    flags: tuple[Flag, ...] = ()
    other: Converted | None = None

    @property
    def index(self) -> Decimal | None:
        """The share with two decimals: of a survey the index that is printed."""
        return None if self.share is None else half_up(self.share, INDEX_PLACES)

    def input(self, part: Part) -> Fraction | None:
        """Return the input that is ``part``, None where it is not there."""
        return next((row.value for row in self.inputs if row.part is part), None)


def explained(
    indicator: Indicator, figures: Mapping[str, str], *, service: int = 0, places: int = 2
) -> Explained:
    """Return how the stored ``figures`` (text by field) make the points of ``indicator``.

    ``indicator`` is computed: a measure or a survey. ``service`` is the number of the service,
    by which last year's actual is found; ``places`` are the round's ``score_places``.
    """
    named, given = named_formula(indicator), parameters(indicator)
    figures = {name: text for name, text in figures.items() if name in FIGURES}
    inputs = _inputs(indicator, named, figures, service)
    made = worked_out(indicator, figures)
    empty = Explained(
        named,
        indicator.max_points,
        inputs,
        steps_of(given) if named.formula is Formula.STEPS else (),
        steps=(),
        rate=None,
        share=None,
        exact=None,
        points=None,
        why=made.why if isinstance(made, NoPoints) else None,
        flags=_held_against_last_year(named, inputs),
    )
    if isinstance(made, NoPoints):
        return empty
    exact = made.points_of(indicator.max_points)
    return replace(
        empty,
        steps=tuple(_steps(named, made)),
        rate=made.rate,
        share=made.share,
        exact=exact,
        points=half_up(exact, places),
        flags=tuple(dict.fromkeys((*empty.flags, *made.flags, *_odd(empty), *_limit(made)))),
        other=_otherwise(indicator, figures, places),
    )


def _otherwise(indicator: Indicator, figures: Mapping[str, str], places: int) -> Converted | None:
    other = otherwise_converted(indicator)
    made = NoPoints() if other is None else worked_out(other, figures)
    if other is None or isinstance(made, NoPoints):
        return None
    exact = made.points_of(other.max_points)
    return Converted(
        named_formula(other), half_up(made.share, INDEX_PLACES), exact, half_up(exact, places)
    )


def _steps(named: NamedFormula, made: Made) -> Iterator[Amount]:
    """Yield every value on the way as it is called in this formula, the share last."""
    for step in made.steps:
        part = named.rate if step.part is Part.RATE else step.part
        yield Amount(part, step.value, "" if part in _BARE else PERCENT, step.at)
    last = Part.INDEX if named.actual is Part.SURVEY_MEAN else Part.SHARE
    yield Amount(last, made.share, "" if last in _BARE else PERCENT)


def _limit(made: Made) -> tuple[Flag, ...]:
    """Say where points are clipped."""
    if made.share == made.percent:
        return ()
    return (Flag.CAPPED,) if made.share < made.percent else (Flag.FLOORED,)


def _odd(row: Explained) -> Iterator[Flag]:
    """Yield what does not go together among the inputs of ``row``."""
    done, found = row.input(Part.DONE), row.input(Part.FOUND)
    if done is not None and found is not None and done > found:
        yield Flag.MORE_DONE
    mean, low = row.input(Part.SURVEY_MEAN), row.input(Part.SURVEY_MIN)
    high = row.input(Part.SURVEY_MAX)
    is_above = mean is not None and high is not None and mean > high
    is_below = mean is not None and low is not None and mean < low
    if is_above or is_below:
        yield Flag.MEAN_OUTSIDE


def _inputs(
    indicator: Indicator, named: NamedFormula, figures: Mapping[str, str], service: int
) -> tuple[Amount, ...]:
    unit = "" if indicator.measure is None else indicator.measure.unit
    given = parameters(indicator)
    if indicator.scale is Scale.SURVEY:
        return tuple(_survey_inputs(figures, given, unit))
    found = []
    for part, field in ((named.target, Field.TARGET), (named.actual, Field.ACTUAL)):
        if part is not None and field in figures:
            found.append(Amount(part, Fraction(figures[field]), unit))
    for part in (Part.LOW, Part.HIGH):
        if part in given:
            found.append(Amount(part, Fraction(given[part]), unit))
    for at, rate in enumerate(earlier_rates(given), start=1):
        found.append(Amount(Part.EARLIER_RATE, rate, PERCENT, at))
    previous = previous_of(indicator, service)
    if previous is not None:
        found.append(Amount(Part.PREVIOUS, previous, unit))
    return tuple(found)


def _survey_inputs(
    figures: Mapping[str, str], given: Mapping[str, str], unit: str
) -> Iterator[Amount]:
    if Field.SURVEY_N in figures:
        yield Amount(Part.SURVEY_N, Fraction(figures[Field.SURVEY_N]))
    if Field.SURVEY_MEAN in figures:
        yield Amount(Part.SURVEY_MEAN, Fraction(figures[Field.SURVEY_MEAN]), unit)
    ends = scale_ends(figures, given)
    for part, end in zip((Part.SURVEY_MIN, Part.SURVEY_MAX), ends, strict=True):
        if end is not None:
            yield Amount(part, end, unit)


def _held_against_last_year(named: NamedFormula, inputs: tuple[Amount, ...]) -> tuple[Flag, ...]:
    known = {row.part: row.value for row in inputs}
    target = None if named.target is None else known.get(named.target)
    previous = known.get(Part.PREVIOUS)
    if target is None or previous is None:
        return ()
    if named.formula is Formula.ACHIEVEMENT_LOWER:
        return (Flag.TARGET_ABOVE_PREVIOUS,) if target > previous else ()
    return (Flag.TARGET_BELOW_PREVIOUS,) if target < previous else ()
