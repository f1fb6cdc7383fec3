"""The values a mark could have instead of the present one, nearest first, on one side of it."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final, Protocol

from workbench.definition.terms import Indicator, Scale
from workbench.exact import half_up, plain, printed
from workbench.journal.fields import Field
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
    unit: Fraction
    """Points of one unit."""
    places: int | None = None

    def points(self, place: int) -> Fraction:
        return Fraction(self.first + place * self.step) * self.unit

    def text(self, place: int) -> str:
        value = self.first + place * self.step
        return plain(value) if self.places is None else printed(value, self.places)


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


def _typed(indicator: Indicator, present: str, *, rises: bool) -> Grid:
    if indicator.scale is Scale.GRADE:
        return _levels(indicator, present, rises=rises)
    value = Decimal(present)
    room = largest(indicator) - value if rises else value
    step = indicator.step if rises else -indicator.step
    unit = Fraction(1)
    if indicator.scale is Scale.RATING:
        unit = Fraction(indicator.max_points) / HUNDRED
    return _Steps(present, value + step, step, int(room // indicator.step), unit)


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
        unit=Fraction(1),
        places=places,
    )
