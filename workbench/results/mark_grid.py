"""The values a mark could have instead of the present one, nearest first, on one side of it."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final, Protocol

from workbench.definition.terms import Indicator, Scale
from workbench.exact import half_up, plain, printed
from workbench.journal.fields import Field
from workbench.results.aggregation import in_units
from workbench.results.formulas import NoPoints, exact_points
from workbench.results.intermediate import HUNDRED
from workbench.results.outcome import Mark
from workbench.scoring.values import largest

CLOSELY: Final = 6
"""Decimals to which points are told that stand between two printed ones, as many as are typed."""


def exact_text(points: Fraction, places: int) -> str:
    """Return ``points`` with ``places`` decimals, and with ``CLOSELY`` where more are needed."""
    rounded = half_up(points, places)
    if Fraction(rounded) == points:
        return printed(rounded, places)
    return plain(half_up(points, max(places, CLOSELY)))


class Grid(Protocol):
    """The other values of one mark, nearest first; ``place`` counts from 0."""

    @property
    def present(self) -> str:
        """The value that stands, in the words of the grid."""

    @property
    def count(self) -> int:
        """How many other values there are."""

    def points(self, place: int) -> Fraction:
        """Return the points of a value."""

    def text(self, place: int) -> str:
        """Return a value as it would be typed."""

    def near(self, points: Fraction, size: Fraction, *, inclusive: bool) -> int:
        """Return how many values are less than ``size`` away from ``points``, or exactly so far."""


def mark_grid(indicator: Indicator, mark: Mark, places: int, *, rises: bool) -> Grid:
    """Return what a given ``mark`` could be instead, above it if ``rises``, else below."""
    if indicator.scale in (Scale.MEASURE, Scale.SURVEY):
        return _computed(indicator, mark.points or Fraction(0), places, rises=rises)
    return _typed(indicator, dict(mark.values)[Field.SCORE], rises=rises)


def agreed_grid(indicator: Indicator, mark: str, places: int, *, rises: bool) -> Grid:
    """Return what an agreed ``mark`` could be instead; of a computed indicator it is points."""
    if indicator.scale in (Scale.MEASURE, Scale.SURVEY):
        return _computed(indicator, Fraction(mark), places, rises=rises)
    return _typed(indicator, mark, rises=rises)


@dataclass(frozen=True, slots=True)
class _Steps:
    """Values at equal steps from ``first``, in the unit typed."""

    present: str
    first: Decimal
    step: Decimal
    """Negative where the values fall."""
    count: int
    parts: tuple[int, int, int]
    """Points of the first value and of one step, both over the third: whole numbers are quick."""
    places: int | None = None

    def points(self, place: int) -> Fraction:
        first, step, over = self.parts
        return Fraction(first + place * step, over)

    def text(self, place: int) -> str:
        value = self.first + place * self.step
        return plain(value) if self.places is None else printed(value, self.places)

    def near(self, points: Fraction, size: Fraction, *, inclusive: bool) -> int:
        first, step, over = self.parts
        above, below = (points + size if step > 0 else points - size).as_integer_ratio()
        # place * step <= above / below * over - first, with both sides turned to rise
        room, unit = above * over - first * below, step * below
        if step < 0:
            room, unit = -room, -unit
        found = room // unit + 1 if inclusive else -(-room // unit)
        return min(max(found, 0), self.count)


@dataclass(frozen=True, slots=True)
class _Levels:
    """Grades on one side of the present one."""

    present: str
    levels: tuple[tuple[str, Fraction], ...]

    @property
    def count(self) -> int:
        return len(self.levels)

    def points(self, place: int) -> Fraction:
        return self.levels[place][1]

    def text(self, place: int) -> str:
        return self.levels[place][0]

    def near(self, points: Fraction, size: Fraction, *, inclusive: bool) -> int:
        away = [abs(one - points) for _, one in self.levels]
        return sum(one < size or (inclusive and one == size) for one in away)


def _typed(indicator: Indicator, present: str, *, rises: bool) -> Grid:
    if indicator.scale is Scale.GRADE:
        return _levels(indicator, present, rises=rises)
    value = Decimal(present)
    room = largest(indicator) - value if rises else value
    step = indicator.step if rises else -indicator.step
    unit = Fraction(1)
    if indicator.scale is Scale.RATING:
        unit = Fraction(indicator.max_points) / HUNDRED
    parts = _parts(value + step, step, unit)
    return _Steps(present, value + step, step, int(room // indicator.step), parts)


def _levels(indicator: Indicator, present: str, *, rises: bool) -> _Levels:
    """Return the grades above or below; of grades that make the same points the first."""
    made = {
        level.label: points
        for level in indicator.levels
        if not isinstance(points := exact_points(indicator, {Field.SCORE: level.label}), NoPoints)
    }
    here = made[present]
    side = [row for row in made.items() if (row[1] > here if rises else row[1] < here)]
    return _Levels(present, tuple(sorted(side, key=lambda row: abs(row[1] - here))))


def _computed(indicator: Indicator, points: Fraction, places: int, *, rises: bool) -> _Steps:
    """Return the printed points above or below ``points``, which may lie between two of them."""
    scale = 10**places
    below = -(-points.numerator * scale // points.denominator) - 1
    above = points.numerator * scale // points.denominator + 1
    most = int(Fraction(indicator.max_points) * scale // 1)
    first, count = (above, most - above + 1) if rises else (below, below + 1)
    unit = Decimal(1).scaleb(-places)
    return _Steps(
        present=exact_text(points, places),
        first=first * unit,
        step=unit if rises else -unit,
        count=max(count, 0),
        parts=(first, 1 if rises else -1, scale),
        places=places,
    )


def _parts(first: Decimal, step: Decimal, unit: Fraction) -> tuple[int, int, int]:
    """Return ``first`` and ``step`` of ``unit`` points each as whole numbers over a third."""
    (whole, each), over = in_units((Fraction(first) * unit, Fraction(step) * unit))
    return whole, each, over
