"""An evaluator's own marks by indicator code, and which of them ask for a reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Fence:
    """The shares of the maximum between which a mark belongs to the pattern."""

    low: Fraction
    high: Fraction


class OwnMarks:
    """All own marks of a book by code, kept up sheet by sheet; recused services stand apart."""

    def __init__(self, rules: Rules, sheets: Sequence[ServiceSheet]) -> None:
        """Take in every sheet of the book."""
        self._rules = rules
        self._marks: dict[str, dict[Uid, OwnMark]] = {}
        self._fences: dict[str, Fence | None] = {}
        for sheet in sheets:
            self.take(sheet)

    def take(self, sheet: ServiceSheet) -> frozenset[str]:
        """Take in one sheet as it is now and return the codes whose marks changed."""
        uid = sheet.service.uid
        changed = set()
        for row in sheet.rows():
            code = row.indicator.code
            own = self._marks.setdefault(code, {})
            mark = None if sheet.state is SheetState.RECUSED else _own_mark(sheet, row)
            if own.get(uid) == mark:
                continue
            changed.add(code)
            self._fences.pop(code, None)
            if mark is None:
                del own[uid]
            else:
                own[uid] = mark
        return frozenset(changed)

    def of(self, code: str) -> tuple[OwnMark, ...]:
        """Return the own marks of an indicator code by service number."""
        return tuple(sorted(self._marks.get(code, {}).values(), key=lambda mark: mark.number))

    def asked(self, sheet: ServiceSheet, row: MarkRow) -> Asked | None:
        """Return why the mark of ``row`` asks for a comment, None where none is wanted."""
        if row.comment or sheet.state is SheetState.RECUSED:
            return None
        if row.mark.state is MarkState.NOT_APPLICABLE:
            return Asked.NOT_APPLICABLE
        mark = self._marks.get(row.indicator.code, {}).get(sheet.service.uid)
        rules = self._rules
        if mark is None or (rules.comment_below is None and not rules.comment_at_max):
            return None
        if rules.comment_at_max and mark.share == 1:
            return Asked.AT_MAX
        if rules.comment_below is not None and mark.share * 100 < Fraction(rules.comment_below):
            return Asked.BELOW
        fence = self._fence(row.indicator.code)
        is_far = fence is not None and not fence.low <= mark.share <= fence.high
        return Asked.FAR if is_far else None

    def _fence(self, code: str) -> Fence | None:
        if code not in self._fences:
            self._fences[code] = fence_of([mark.share for mark in self._marks[code].values()])
        return self._fences[code]


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


def _own_mark(sheet: ServiceSheet, row: MarkRow) -> OwnMark | None:
    points = row.mark.points
    if points is None:
        return None
    share = points / Fraction(row.indicator.max_points)
    return OwnMark(sheet.service.uid, sheet.service.number, points, share)


def mean_of(marks: Sequence[OwnMark]) -> Fraction | None:
    """Return the exact mean of the points of ``marks``, None where there are none."""
    return sum((mark.points for mark in marks), Fraction(0)) / len(marks) if marks else None


def below_own_mean(sheets: Mapping[Uid, ServiceSheet]) -> frozenset[Uid]:
    """Return the complete services whose sum lies below the mean of all complete services."""
    sums = {
        uid: Fraction(sheet.subtotal) / sum(Fraction(part.max_points) for part in sheet.sections)
        for uid, sheet in sheets.items()
        if sheet.state is SheetState.COMPLETE and sheet.subtotal is not None
    }
    if not sums:
        return frozenset()
    mean = sum(sums.values(), Fraction(0)) / len(sums)
    return frozenset(uid for uid, share in sums.items() if share < mean)
