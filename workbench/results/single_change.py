"""The smallest change of one mark that gives a service the other verdict: exact, on its grid.

More points of one mark never make fewer points of a service: aggregation, rounding half up, the
scaling of a section and the clipping of the total all keep the order. So on the grid of a mark the
first value that turns the verdict is found by halving, and where even its end does not, none does.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Final

from workbench.definition.terms import Definition, RoundingStage, Uid
from workbench.exact import half_up
from workbench.results.aggregation import aggregate, exact_sum
from workbench.results.mark_grid import Grid, agreed_grid, exact_text, mark_grid
from workbench.results.outcome import IndicatorOutcome, PointState, ServiceOutcome, Verdict
from workbench.results.scoring import counted, factor_of, total_of

NEAR_SHARE: Final = Fraction(1, 4)
"""One step of a five-point scale: the least by which two people can differ on it. A change of at
most this share of a mark's maximum is a matter of degree; more would be another judgement."""

MINUS: Final = "\u2212"


@dataclass(frozen=True, slots=True)
class Change:
    """One mark changed, and the total it leads to."""

    evaluator: Uid | None
    """Whose mark; None: the agreed mark."""
    indicator: Uid
    before: str
    """As typed (points, rating or label); of a computed indicator its points, to six decimals."""
    after: str
    points: Fraction
    """After minus before in points of this mark, exact."""
    total: Decimal

    def signed(self, places: int) -> str:
        """Return the difference in points with its sign, as exactly as ``before`` is told."""
        return f"{'+' if self.points > 0 else MINUS}{exact_text(abs(self.points), places)}"


def smallest_changes(
    definition: Definition, row: ServiceOutcome
) -> tuple[Change | None, Change | None]:
    """Return the smallest change that turns the counted service ``row``, and the smallest near one.

    Smallest by the points of the mark, then in rubric order, then in roster order. Near is a change
    by at most ``NEAR_SHARE`` of the maximum of its mark. None where no single mark can turn it.
    """
    service = _Service(definition, row)
    smallest = near = None
    for made in row.indicators:
        if made.state is not PointState.COUNTED or not service.turns(made, _most(service, made)):
            continue
        bound = Fraction(made.indicator.max_points) * NEAR_SHARE
        for mark in _marks(made, definition.rules.score_places, rises=service.rises):
            if not _turns(service, mark, mark.grid.count - 1):
                continue
            smallest = _smaller(service, mark, mark.grid.count, smallest)
            room = mark.grid.near(mark.points, bound, inclusive=True)
            near = _smaller(service, mark, room, near)
    return smallest, near


@dataclass(frozen=True, slots=True)
class _Mark:
    """One mark with what it may become; ``others`` are the points beside it."""

    made: IndicatorOutcome
    evaluator: Uid | None
    points: Fraction
    others: tuple[Fraction, ...]
    grid: Grid

    def makes(self, place: int) -> Fraction | None:
        """Return what the indicator makes with the value at ``place``."""
        points = self.grid.points(place)
        if self.evaluator is None:
            return points
        return aggregate(self.made.indicator.aggregation, (*self.others, points))


class _Service:
    """A counted service, and what its total becomes when one indicator makes other points."""

    def __init__(self, definition: Definition, row: ServiceOutcome) -> None:
        self._definition, self._row = definition, row
        self._stage = definition.rules.rounding_stage
        self._exact: dict[str, Fraction] = {}
        self._factor: dict[str, Fraction] = {}
        self._turning: dict[str, Fraction] = {}
        self._staying: dict[str, Fraction] = {}
        for section in definition.sections:
            rows = [made for made in row.indicators if made.indicator.section is section.code]
            factor = factor_of(section, rows)
            points = exact_sum(counted(made, self._stage) for made in rows)
            self._factor[section.code] = factor
            self._exact[section.code] = points * factor

    @property
    def rises(self) -> bool:
        """Say whether more points turn the verdict, and not fewer."""
        return self._row.verdict is Verdict.BELOW

    def end(self, made: IndicatorOutcome) -> Fraction:
        """Return the most, or the least, that ``made`` can make on the side that turns."""
        return Fraction(made.indicator.max_points if self.rises else 0)

    def total(self, made: IndicatorOutcome, exact: Fraction) -> Decimal:
        """Return the total if ``made`` had ``exact`` points."""
        section = made.indicator.section
        changed = {**self._exact, section: self._exact[section] + self._change(made, exact)}
        return total_of(self._definition, changed, self._row.adjusted)

    def _change(self, made: IndicatorOutcome, exact: Fraction) -> Fraction:
        """Return by how much the exact points of its section would change."""
        if self._stage is RoundingStage.INDICATOR:
            exact = Fraction(half_up(exact, self._definition.rules.score_places))
        change = exact - counted(made, self._stage)
        factor = self._factor[made.indicator.section]
        return change if factor == 1 else change * factor

    def turns(self, made: IndicatorOutcome, exact: Fraction | None) -> bool:
        """Say whether the verdict would be the other one if ``made`` had ``exact`` points.

        Of each section it is kept which change turned it and which did not: beyond either no
        total has to be made, whatever indicator it comes from.
        """
        if exact is None:
            return False
        section, change = made.indicator.section, self._change(made, exact)
        size = change if self.rises else -change
        if section in self._turning and size >= self._turning[section]:
            return True
        if size <= self._staying.get(section, 0):
            return False
        changed = {**self._exact, section: self._exact[section] + change}
        total = total_of(self._definition, changed, self._row.adjusted)
        does = (total >= self._definition.rules.cut) is self.rises
        (self._turning if does else self._staying)[section] = size
        return does


def _most(service: _Service, made: IndicatorOutcome) -> Fraction | None:
    """Return what ``made`` becomes when the mark farthest from the end goes all the way there.

    No other change of one mark leads farther: what is left beside a mark is the more, the less
    that mark is, and the points of the whole rise with every mark.
    """
    end = service.end(made)
    points = sorted(made.marks.points)
    if made.moderated is not None or not points:
        return end
    others = points[1:] if service.rises else points[:-1]
    return aggregate(made.indicator.aggregation, (*others, end))


def _marks(made: IndicatorOutcome, places: int, *, rises: bool) -> Iterator[_Mark]:
    """Yield each mark that makes ``made``: the agreed one, or its evaluators'."""
    if made.moderated is not None:
        if made.exact is not None:
            grid = agreed_grid(made.indicator, made.moderated.mark, places, rises=rises)
            yield _Mark(made, None, made.exact, (), grid)
        return
    points = made.marks.points
    for place, mark in enumerate(made.marks):
        if mark.points is not None:
            others = (*points[:place], *points[place + 1 :])
            grid = mark_grid(made.indicator, mark, places, rises=rises)
            yield _Mark(made, mark.evaluator, mark.points, others, grid)


def _smaller(service: _Service, mark: _Mark, room: int, best: Change | None) -> Change | None:
    """Return the first of ``room`` values of ``mark`` that turns the verdict, if below ``best``."""
    if best is not None:
        room = min(room, mark.grid.near(mark.points, abs(best.points), inclusive=False))
    if not _turns(service, mark, room - 1):
        return best
    place = bisect_left(range(room), True, key=partial(_turns, service, mark))
    points = mark.grid.points(place)
    return Change(
        evaluator=mark.evaluator,
        indicator=mark.made.indicator.uid,
        before=mark.grid.present,
        after=mark.grid.text(place),
        points=points - mark.points,
        total=service.total(mark.made, mark.makes(place) or Fraction(0)),
    )


def _turns(service: _Service, mark: _Mark, place: int) -> bool:
    """Say whether the value of ``mark`` at ``place`` turns the verdict; before the first none."""
    return place >= 0 and service.turns(mark.made, mark.makes(place))
