"""An evaluator's own marks by indicator code, and which of them ask for a reason."""

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from workbench.definition.terms import Rules, Uid
from workbench.results.outcome import MarkState
from workbench.scoring.sheet import MarkRow, ServiceSheet, SheetState

ENOUGH: Final = 8
"""So many own marks of a code make a pattern."""
_REACH: Final = Fraction(3, 2)
_NARROWEST: Final = Fraction(1, 10)


class Asked(StrEnum):
    """Why a mark asks for a comment; the first that holds is the one that is said."""

    NOT_APPLICABLE = "not_applicable"
    AT_MAX = "at_max"
    BELOW = "below"
    FAR = "far"


@dataclass(frozen=True, slots=True)
class OwnMark:
    """One own mark of a code: whose, how many points, and which share of its maximum."""

    service: Uid
    number: int
    points: Fraction
    share: Fraction
    most: Decimal
    """The maximum of the indicator in that service."""


@dataclass(frozen=True, slots=True)
class Fence:
    """The shares of the maximum between which a mark belongs to the pattern."""

    low: Fraction
    high: Fraction


class _Pattern:
    """The own marks of one code, kept in order so that a change never sorts them all again."""

    def __init__(self, marks: Mapping[Uid, OwnMark]) -> None:
        self.marks = dict(marks)
        self.lowest_first = sorted(marks.values(), key=_rank)
        self.fence = fence_of([mark.share for mark in self.lowest_first])

    def put(self, service: Uid, mark: OwnMark | None) -> bool:
        """Replace the mark of a service and say whether the fence is another one now."""
        before = self.marks.pop(service, None)
        if before is not None:
            del self.lowest_first[bisect_left(self.lowest_first, _rank(before), key=_rank)]
        if mark is not None:
            self.marks[service] = mark
            insort(self.lowest_first, mark, key=_rank)
        fence, self.fence = self.fence, fence_of([mark.share for mark in self.lowest_first])
        return fence != self.fence


class OwnMarks:
    """All own marks of a book by code, kept up sheet by sheet; recused services stand apart."""

    def __init__(self, rules: Rules, sheets: Sequence[ServiceSheet]) -> None:
        """Take in every sheet of the book."""
        below = rules.comment_below
        self._lowest = None if below is None else Fraction(below) / 100
        self._asks_at_max = rules.comment_at_max
        marks: dict[str, dict[Uid, OwnMark]] = {}
        for sheet in sheets:
            for row in sheet.rows():
                own = marks.setdefault(row.indicator.code, {})
                if (mark := _counting_mark(sheet, row)) is not None:
                    own[sheet.service.uid] = mark
        self._patterns = {code: _Pattern(own) for code, own in marks.items()}

    def take(self, sheet: ServiceSheet) -> frozenset[str]:
        """Take in one sheet as it is now and return the codes whose fence changed."""
        uid = sheet.service.uid
        changed = set()
        for row in sheet.rows():
            code = row.indicator.code
            pattern, mark = self._patterns[code], _counting_mark(sheet, row)
            if pattern.marks.get(uid) != mark and pattern.put(uid, mark):
                changed.add(code)
        return frozenset(changed)

    def of(self, code: str) -> tuple[OwnMark, ...]:
        """Return the own marks of an indicator code, the lowest share first, then by number."""
        pattern = self._patterns.get(code)
        return tuple(pattern.lowest_first) if pattern is not None else ()

    def asked(self, sheet: ServiceSheet, row: MarkRow) -> Asked | None:
        """Return why the mark of ``row`` asks for a comment, None where none is wanted."""
        if row.comment or sheet.state is SheetState.RECUSED:
            return None
        if row.mark.state is MarkState.NOT_APPLICABLE:
            return Asked.NOT_APPLICABLE
        pattern = self._patterns.get(row.indicator.code)
        mark = pattern.marks.get(sheet.service.uid) if pattern is not None else None
        if pattern is None or mark is None or (self._lowest is None and not self._asks_at_max):
            return None
        if self._asks_at_max and mark.share == 1:
            return Asked.AT_MAX
        if self._lowest is not None and mark.share < self._lowest:
            return Asked.BELOW
        fence = pattern.fence
        is_far = fence is not None and not fence.low <= mark.share <= fence.high
        return Asked.FAR if is_far else None


def fence_of(shares: Sequence[Fraction]) -> Fence | None:
    """Return Tukey's inner fences of ``shares``, None while they are too few for a pattern.

    1.5 times the distance of the quartiles beyond each of them (J. W. Tukey, Exploratory Data
    Analysis, 1977, ch. 2), the quartiles by nearest rank; the distance counts as a tenth of the
    maximum at least, so that even marks close together leave room for one step beside them.
    """
    if len(shares) < ENOUGH:
        return None
    ordered = sorted(shares)
    lower = ordered[(len(ordered) + 3) // 4 - 1]
    upper = ordered[(3 * len(ordered) + 3) // 4 - 1]
    reach = _REACH * max(upper - lower, _NARROWEST)
    return Fence(lower - reach, upper + reach)


def _rank(mark: OwnMark) -> tuple[Fraction, int]:
    return mark.share, mark.number


def _counting_mark(sheet: ServiceSheet, row: MarkRow) -> OwnMark | None:
    points = row.mark.points
    if points is None or sheet.state is SheetState.RECUSED:
        return None
    most = row.indicator.max_points
    share = points / Fraction(most)
    return OwnMark(sheet.service.uid, sheet.service.number, points, share, most)


def mean_of(marks: Sequence[OwnMark]) -> Fraction | None:
    """Return the exact mean of the points of ``marks``, None where there are none."""
    return sum((mark.points for mark in marks), Fraction(0)) / len(marks) if marks else None


def share_of_sum(sheet: ServiceSheet) -> Fraction | None:
    """Return a complete service's sum as a share of its maximum, None while it is incomplete."""
    if sheet.state is not SheetState.COMPLETE or sheet.subtotal is None:
        return None
    return Fraction(sheet.subtotal) / sum(Fraction(part.max_points) for part in sheet.sections)


def below_mean(shares: Mapping[Uid, Fraction]) -> frozenset[Uid]:
    """Return the services whose share lies below the mean of all ``shares``."""
    if not shares:
        return frozenset()
    mean = sum(shares.values(), Fraction(0)) / len(shares)
    return frozenset(uid for uid, share in shares.items() if share < mean)
