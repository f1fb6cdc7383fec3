"""Strips of paper laid onto pages: what is never parted, what stays together, what comes again."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from PySide6.QtCore import QRectF

from ui.handing_over.paper import BOTTOM, Fill, Ink, Mark, Rule

TOP: Final = 58.0
HIGH: Final = BOTTOM - TOP


@dataclass(frozen=True, slots=True)
class Strip:
    """Marks that are never parted; ``y`` of each counts from the top of the strip."""

    height: float
    marks: tuple[Mark, ...]
    before: float = 0
    """Room above it, which a new page does without."""
    after: float = 0
    keeps_next: bool = False
    foot: tuple[Mark, ...] = ()
    """What closes it at its lower edge where a page ends with it."""

    @property
    def room(self) -> float:
        """How much of a page it takes."""
        return self.before + self.height + self.after


@dataclass(slots=True)
class Sheets:
    """The pages so far."""

    pages: list[list[Mark]] = field(default_factory=lambda: [[]])
    _y: float = TOP
    _last: Strip | None = None

    @property
    def is_fresh(self) -> bool:
        """Say whether nothing stands on the present page yet."""
        return not self.pages[-1]

    def begin_page(self) -> None:
        """Go on at the top of a new page; a fresh one is taken as it is, so none stays empty."""
        if not self.is_fresh:
            self.pages.append([])
        self._y = TOP

    def room(self) -> float:
        """Return how much of the page is left."""
        return BOTTOM - self._y

    def lay(
        self, strips: Sequence[Strip], *, head: Sequence[Strip] = (), together: bool = False
    ) -> None:
        """Lay ``strips`` one after the other; ``head`` stands again above what a break parts.

        With ``together`` they stay on one page if any page can hold them all.
        """
        whole = sum(strip.room for strip in strips)
        if together and self.room() < whole <= HIGH:
            self.begin_page()
        below_head = strips.index(head[-1]) + 1 if head else 0
        for at, strip in enumerate(strips):
            if _company(strips, at) > self.room() and not self.is_fresh:
                self._close()
                self.begin_page()
                for again in head if at >= below_head else ():
                    self._put(again)
            self._put(strip)

    def _put(self, strip: Strip) -> None:
        self._y += 0 if self.is_fresh else strip.before
        self.pages[-1].extend(shifted(mark, self._y) for mark in strip.marks)
        self._y += strip.height + strip.after
        self._last = strip

    def _close(self) -> None:
        """Draw what closes the last strip of a page."""
        if self._last is not None:
            y = self._y - self._last.after
            self.pages[-1].extend(shifted(mark, y) for mark in self._last.foot)


def _company(strips: Sequence[Strip], at: int) -> float:
    """Return the room of a strip with all that must not be parted from it."""
    needed = strips[at].room - strips[at].after
    while strips[at].keeps_next and at + 1 < len(strips):
        needed += strips[at].after + strips[at + 1].room - strips[at + 1].after
        at += 1
    return needed


def shifted(mark: Mark, y: float) -> Mark:
    """Return ``mark`` further down by ``y``."""
    if isinstance(mark, Fill):
        return replace(mark, box=QRectF(mark.box).translated(0, y))
    if isinstance(mark, Rule | Ink):
        return replace(mark, y=mark.y + y)
    return mark
