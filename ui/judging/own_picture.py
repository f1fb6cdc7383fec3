"""The own marks of one indicator code as values for the strip: made once for each set. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ui.scoring.numbers import most_text
from workbench.definition.terms import Uid
from workbench.exact import half_up
from workbench.scoring.patterns import Fence, OwnMark, fence_of

_ONE = Fraction(1)


@dataclass(frozen=True, slots=True)
class OwnPicture:
    """Own marks from the lowest to the highest, with their mean and the fence of the pattern."""

    marks: tuple[OwnMark, ...]
    most: Decimal
    """The maximum of the indicator in work."""
    is_in_points: bool
    """Whether every mark has this maximum; else only shares can be set side by side."""
    mean: Fraction | None
    """The mean share."""
    fence: Fence | None

    def text(self, share: Fraction) -> str:
        """Return a share of the maximum as the strip writes it: points, or percent."""
        if self.is_in_points:
            return most_text(half_up(share * Fraction(self.most), 2))
        return f"{most_text(half_up(share * 100, 1))}%"

    def place_of(self, service: Uid | None) -> int:
        """Return the place of a service's mark, -1 where it has none."""
        return next((n for n, mark in enumerate(self.marks) if mark.service == service), -1)


def picture_of(marks: Sequence[OwnMark], most: Decimal) -> OwnPicture:
    """Return the picture of ``marks`` beside an indicator with the maximum ``most``."""
    shares = [mark.share for mark in marks]
    fence = fence_of(shares)
    if fence is not None:
        fence = Fence(max(fence.low, Fraction(0)), min(fence.high, _ONE))
    return OwnPicture(
        marks=tuple(sorted(marks, key=lambda mark: (mark.share, mark.number))),
        most=most,
        is_in_points=all(mark.most == most for mark in marks),
        mean=sum(shares, Fraction(0)) / len(shares) if shares else None,
        fence=fence,
    )


class OwnPictures:
    """The pictures of a book by code; one is made anew only when its marks changed."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, Decimal], tuple[tuple[OwnMark, ...], OwnPicture]] = {}

    def of(self, code: str, marks: tuple[OwnMark, ...], most: Decimal) -> OwnPicture:
        """Return the picture of the present ``marks`` of a code."""
        kept = self._kept.get((code, most))
        if kept is None or kept[0] != marks:
            kept = marks, picture_of(marks, most)
            self._kept[code, most] = kept
        return kept[1]


def stacked(places: Sequence[float], reach: float) -> list[int]:
    """Return for each of the rising ``places`` the lowest row in which it touches no other."""
    last: list[float] = []
    rows = []
    for place in places:
        row = next((n for n, end in enumerate(last) if place - end >= reach), len(last))
        if row == len(last):
            last.append(place)
        else:
            last[row] = place
        rows.append(row)
    return rows
