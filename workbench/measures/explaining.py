"""From figures to points with every value on the way: what is shown, printed and confirmed.

Computed beside ``results.formulas.exact_points``, never through it: a test holds the two to the
same fraction, so an explanation that tells another story than the result does not go unseen.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from workbench.definition.terms import Formula, Indicator, Measure, Scale
from workbench.exact import half_up
from workbench.journal.fields import FIGURES, Field
from workbench.measures.amounts import PERCENT, Amount
from workbench.measures.catalogue import Flag, NamedFormula, Part, named_formula
from workbench.measures.working_out import Case, Made, worked_out
from workbench.results.formulas import HUNDRED, NoPoints, parameters, previous_of, steps_of

INDEX_PLACES: Final = 2
_OTHER: Final = {
    Formula.SURVEY_LINEAR: Formula.SURVEY_PROPORTIONAL,
    Formula.SURVEY_PROPORTIONAL: Formula.SURVEY_LINEAR,
}


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
    made = _explained(indicator, figures, service, places)
    other = _OTHER.get(made.formula.formula)
    if other is None or made.exact is None:
        return made
    given = indicator.measure.parameters if indicator.measure else ()
    measured = replace(indicator, measure=Measure(other, given))
    found = _explained(measured, figures, service, places)
    if found.exact is None or found.points is None or found.index is None:
        return made
    return replace(made, other=Converted(found.formula, found.index, found.exact, found.points))


def _explained(
    indicator: Indicator, figures: Mapping[str, str], service: int, places: int
) -> Explained:
    named = named_formula(indicator)
    numbers = {name: Fraction(text) for name, text in figures.items() if name in FIGURES}
    case = Case(named, numbers, parameters(indicator))
    inputs = _inputs(indicator, case, service)
    empty = Explained(
        named,
        indicator.max_points,
        inputs,
        steps_of(case.given) if named.formula is Formula.STEPS else (),
        steps=(),
        rate=None,
        share=None,
        exact=None,
        points=None,
        why="",
        flags=_held_against_last_year(named, inputs),
    )
    made = worked_out(case)
    if isinstance(made, NoPoints):
        return replace(empty, why=made.why)
    return _with_points(empty, made, places)


def _with_points(empty: Explained, made: Made, places: int) -> Explained:
    """Clip what was made to 0…100 % of the maximum, and say so."""
    share = min(max(made.percent, Fraction(0)), Fraction(HUNDRED))
    limit = (Flag.CAPPED,) if share < made.percent else ()
    limit = (Flag.FLOORED,) if share > made.percent else limit
    last = Part.INDEX if empty.formula.formula in _OTHER else Part.SHARE
    exact = Fraction(empty.maximum) * share / HUNDRED
    return replace(
        empty,
        steps=(*made.steps, Amount(last, share, "" if last is Part.INDEX else PERCENT)),
        rate=made.rate,
        share=share,
        exact=exact,
        points=half_up(exact, places),
        why=None,
        flags=tuple(dict.fromkeys((*empty.flags, *made.flags, *limit))),
    )


def _inputs(indicator: Indicator, case: Case, service: int) -> tuple[Amount, ...]:
    unit = "" if indicator.measure is None else indicator.measure.unit
    if indicator.scale is Scale.SURVEY:
        return tuple(_survey_inputs(case, unit))
    found = []
    read = ((case.named.target, Field.TARGET), (case.named.actual, Field.ACTUAL))
    for part, field in read:
        if part is not None and field in case.figures:
            found.append(Amount(part, case.figures[field], unit))
    for part in (Part.LOW, Part.HIGH):
        if part in case.given:
            found.append(Amount(part, Fraction(case.given[part]), unit))
    for at, rate in enumerate(case.earlier(), start=1):
        found.append(Amount(Part.EARLIER_RATE, rate, PERCENT, at))
    previous = previous_of(indicator, service)
    if previous is not None:
        found.append(Amount(Part.PREVIOUS, previous, unit))
    return tuple(found)


def _survey_inputs(case: Case, unit: str) -> list[Amount]:
    ends = {
        Part.SURVEY_N: case.figures.get(Field.SURVEY_N),
        Part.SURVEY_MEAN: case.figures.get(Field.SURVEY_MEAN),
        Part.SURVEY_MIN: case.end(Field.SURVEY_MIN, "min"),
        Part.SURVEY_MAX: case.end(Field.SURVEY_MAX, "max"),
    }
    return [
        Amount(part, value, "" if part is Part.SURVEY_N else unit)
        for part, value in ends.items()
        if value is not None
    ]


def _held_against_last_year(named: NamedFormula, inputs: tuple[Amount, ...]) -> tuple[Flag, ...]:
    known = {row.part: row.value for row in inputs}
    target = None if named.target is None else known.get(named.target)
    previous = known.get(Part.PREVIOUS)
    if target is None or previous is None:
        return ()
    if named.formula is Formula.ACHIEVEMENT_LOWER:
        return (Flag.TARGET_ABOVE_PREVIOUS,) if target > previous else ()
    return (Flag.TARGET_BELOW_PREVIOUS,) if target < previous else ()
