"""What the bench says: one row per thing a person waits for, with its ratio and its goal."""

from __future__ import annotations

import json
from dataclasses import dataclass
from statistics import median
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

ONCE, FEW, MANY = 1, 2, 5
LONG_S, VERY_LONG_S = 10.0, 120.0
"""Pairs that take longer than the one are measured ``FEW`` times, all else ``MANY``; what takes
longer than the other only once: it evens out by itself, and nobody waits for the second."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. ``ratio`` None: there was nothing to measure, ``how`` says why."""

    name: str
    ratio: float | None
    goal: float | None
    """The ratio at most; None where a row only tells."""
    how: str = ""
    """The two figures behind the ratio."""

    @property
    def is_met(self) -> bool:
        return self.ratio is None or self.goal is None or self.ratio <= self.goal

    def __str__(self) -> str:
        ratio = "–" if self.ratio is None else f"{self.ratio:.2f}"
        goal = "" if self.goal is None else f"{self.goal:g}"
        verdict = "" if self.ratio is None or self.goal is None else "ok" if self.is_met else "OVER"
        return f"{self.name:44}{ratio:>8}{goal:>8}  {verdict:6}{self.how}"


def head() -> str:
    return f"{'':44}{'ratio':>8}{'goal':>8}"


def as_json(rows: Iterable[Row]) -> str:
    """Return name, ratio and goal of every row that was measured against a goal."""
    told = [
        {"name": row.name, "ratio": round(row.ratio, 3), "goal": row.goal}
        for row in rows
        if row.ratio is not None and row.goal is not None
    ]
    return json.dumps(told, ensure_ascii=False, indent=1)


def against(name: str, ours: float, plain: float, goal: float | None, unit: str = "s") -> Row:
    """A row that divides what the program takes by what plain code takes for the same work."""
    return Row(name, ours / plain, goal, f"{shown(ours)} / {shown(plain)} {unit}")


def limited(name: str, found: float, most: float, unit: str) -> Row:
    """A row of memory, time or size: measured by what is allowed."""
    return Row(name, found / most, 1, f"{shown(found)} of {shown(most)} {unit}")


def shown(number: float) -> str:
    return f"{number:.0f}" if number >= 100 else f"{number:.2f}"


Figures = dict[str, float]


def alternating(
    ours: Callable[[], Figures],
    plain: Callable[[], Figures],
    clock: Callable[[], float] = monotonic,
) -> tuple[Figures, Figures]:
    """Run both by turns and return the medians of every figure, of ours first."""
    began = clock()
    pairs = [(ours(), plain())]
    took = clock() - began
    runs = ONCE if took > VERY_LONG_S else FEW if took > LONG_S else MANY
    pairs += [(ours(), plain()) for _ in range(runs - 1)]
    return medians([one for one, _ in pairs]), medians([one for _, one in pairs])


def medians(found: Sequence[Figures]) -> Figures:
    return {name: median(one[name] for one in found) for name in found[0]}
