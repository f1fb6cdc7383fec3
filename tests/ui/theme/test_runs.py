"""A line of runs needs as much room as what it says at present."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.theme.fonts import PAGE_TITLE
from ui.theme.runs import Run, RunLine, width_of

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_line_asks_for_the_room_of_what_it_says_now(alone: Callable[..., None]) -> None:
    line = RunLine()
    alone(line)
    for runs in ((Run("29 / 29"),), (Run("29 / 29"), Run("사무", before=6)), (Run("7"),), ()):
        line.say(*runs)
        for _ in range(2):  # a layout asks more than once
            assert line.sizeHint().width() == int(width_of(runs)) + 1
            assert line.minimumSizeHint().width() == min(60, line.sizeHint().width())
    line.say(Run("7"))
    low = line.sizeHint().height()
    line.say(Run("7", PAGE_TITLE))
    assert line.sizeHint().height() == line.minimumSizeHint().height() > low
