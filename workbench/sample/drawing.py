"""Draw the marks of one section of one service so that they come to a given number of points.

Figures are drawn first and make their points by the round's own formulas; what is left is
spread over the marks that are typed as points. A draw that cannot come out is drawn again.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Final

from workbench.definition.terms import Formula, Indicator, Scale
from workbench.exact import half_up, plain
from workbench.journal.fields import Field
from workbench.results.formulas import NoPoints, exact_points, formula_of, parameters
from workbench.sample.material import Figure

PLACES: Final = 2
TRIES: Final = 20_000
"""Far more than any seed tried has needed (under 200); reaching it means unfit material."""
SPREAD: Final = 14
"""How far, in percent of its maximum, a mark may start from the level of its neighbours."""
DISTANCE: Final = 14
"""How far, in percent, judged marks may lie from the level of the whole section."""
LEAST: Final = 35
MOST: Final = 97
"""Between these percents of their maximum lie the judged marks of a section together."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One mark: what is typed, by field, and the points it makes."""

    indicator: Indicator
    typed: Mapping[str, str]
    points: Decimal

    @property
    def percent(self) -> Fraction:
        """Return the points in percent of the maximum."""
        return Fraction(self.points) * 100 / Fraction(self.indicator.max_points)


def draw_section(
    rng: Random, indicators: Sequence[Indicator], wanted: Decimal, figures: Mapping[str, Figure]
) -> list[Drawn]:
    """Return marks for ``indicators``, in their order, whose points add up to ``wanted``.

    Raises:
        ValueError: no marks come to ``wanted``.
    """
    for _ in range(TRIES):
        drawn = _attempt(rng, indicators, wanted, figures)
        if drawn is not None:
            return [drawn[row.code] for row in indicators]
    raise ValueError(f"no marks come to {wanted}")


def _attempt(
    rng: Random, indicators: Sequence[Indicator], wanted: Decimal, figures: Mapping[str, Figure]
) -> dict[str, Drawn] | None:
    level = int(wanted * 100 / sum(row.max_points for row in indicators))
    drawn: dict[str, Drawn] = {}
    for row in indicators:
        if row.scale is Scale.MEASURE:
            drawn[row.code] = _measured(rng, row, level, figures[row.code])
        elif row.scale is Scale.GRADE:
            drawn[row.code] = _graded(rng, row, level)
    rest = wanted - sum((mark.points for mark in drawn.values()), Decimal(0))
    survey = next((row for row in indicators if row.scale is Scale.SURVEY), None)
    if survey is not None:
        return drawn | {survey.code: _surveyed(rng, survey, rest)}
    judged = [row for row in indicators if row.code not in drawn]
    spread = _spread(rng, judged, rest, level)
    return None if spread is None else drawn | {mark.indicator.code: mark for mark in spread}


def _measured(rng: Random, row: Indicator, level: int, figure: Figure) -> Drawn:
    formula = formula_of(row)
    if formula is Formula.COMPLETION:
        found = int(figure.target)
        least = max(found * level // 100 - 1, (found + 1) // 2)
        actual = Decimal(rng.randint(least, found))
    else:
        # around the level of the section: its other marks make up for what a figure is off
        low, high = (2, 20) if formula is Formula.STEPS else (-14, 22)
        permille = rng.randint((level + low) * 10, (level + high) * 10)
        if formula is Formula.STEPS:
            permille = min(permille, rng.randint(960, 995))  # nobody spends more than the budget
        units = int(figure.target * permille / 1000 / figure.step)
        actual = units * figure.step
        if figure.unit == "%":
            actual = min(actual, Decimal(100))
    return _mark(row, {Field.TARGET: plain(figure.target), Field.ACTUAL: plain(actual)})


def _graded(rng: Random, row: Indicator, level: int) -> Drawn:
    near = sorted(row.levels, key=lambda grade: abs(grade.percent - level))[:3]
    return _mark(row, {Field.SCORE: rng.choice(near).label})


def _surveyed(rng: Random, row: Indicator, wanted: Decimal) -> Drawn:
    """Return a survey of ``wanted`` points: points rise with the mean, so it can be searched."""
    given = parameters(row)
    thousandths = range(int(given["min"]) * 1000, int(given["max"]) * 1000 + 1)
    asked = str(rng.randint(64, 480))

    def survey(mean: int) -> Drawn:
        text = plain(Decimal(mean).scaleb(-3))
        return _mark(row, {Field.SURVEY_N: asked, Field.SURVEY_MEAN: text})

    def points(mean: int) -> Decimal:
        return survey(mean).points

    fitting = thousandths[
        bisect_left(thousandths, wanted, key=points) : bisect_right(thousandths, wanted, key=points)
    ]
    if not fitting:
        raise ValueError(f"no mean comes to {wanted}")
    return survey(rng.choice(fitting))


def _spread(
    rng: Random, rows: Sequence[Indicator], wanted: Decimal, section_level: int
) -> list[Drawn] | None:
    """Return typed marks that come to ``wanted`` exactly, or None where these cannot."""
    level = int(wanted * 100 / sum(row.max_points for row in rows))
    if not LEAST <= level <= MOST or abs(level - section_level) > DISTANCE:
        return None
    worth = {row.code: _points_of_a_step(row) for row in rows}
    most = {row.code: int(row.max_points / worth[row.code]) for row in rows}
    steps = {code: _near(rng, top, level) for code, top in most.items()}
    while gap := wanted - sum(worth[code] * count for code, count in steps.items()):
        way = 1 if gap > 0 else -1
        fit = [
            code
            for code, count in steps.items()
            if worth[code] <= abs(gap) and most[code] * LEAST // 100 <= count + way <= most[code]
        ]
        if not fit:
            return None
        steps[rng.choice(fit)] += way
    return [_mark(row, {Field.SCORE: plain(row.step * steps[row.code])}) for row in rows]


def _points_of_a_step(row: Indicator) -> Decimal:
    return row.step * row.max_points / 100 if row.scale is Scale.RATING else row.step


def _near(rng: Random, top: int, level: int) -> int:
    percent = level + rng.randint(-SPREAD, SPREAD)
    return min(max(top * percent // 100, top * LEAST // 100), top)


def _mark(row: Indicator, typed: Mapping[Field, str]) -> Drawn:
    by_name = {field.value: text for field, text in typed.items()}
    points = exact_points(row, by_name)
    if isinstance(points, NoPoints):
        raise ValueError(f"{row.code} makes no points: {points.why}")
    return Drawn(row, by_name, half_up(points, PLACES))
