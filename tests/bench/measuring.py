"""Time until painted, in one process, as medians over alternating runs."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from statistics import median
from time import process_time_ns
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

WARM = 2


@dataclass(frozen=True, slots=True)
class Case:
    """Something a person does to a window, again and again."""

    name: str
    window: QWidget
    act: Callable[[], object]
    prepare: Callable[[], object] = lambda: None
    """What brings the window to where it can be done once more; not measured."""
    clock: Callable[[], int] = process_time_ns
    """Laying out and painting only compute: what else runs on the machine shall not count."""


def painted(window: QWidget) -> None:
    """Lay out and paint whatever is waiting in ``window``, at once and nothing else."""
    QCoreApplication.sendPostedEvents()
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))


def once(case: Case) -> int:
    """Nanoseconds from the act until everything it changed is painted."""
    case.prepare()
    painted(case.window)
    began = case.clock()
    case.act()
    painted(case.window)
    return case.clock() - began


def medians_ms(cases: Sequence[Case], runs: int) -> dict[str, float]:
    """By case the median of ``runs``: every round does each case once, so all age alike."""
    taken: dict[str, list[int]] = defaultdict(list)
    for run in range(runs + WARM):
        for case in cases:
            time = once(case)
            if run >= WARM:
                taken[case.name].append(time)
    return {name: median(times) / 1e6 for name, times in taken.items()}
