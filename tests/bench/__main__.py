"""The window measured against Qt's own table, on 300 services × 40 indicators.

Every time is the one from an act of the person until all it changed is laid out and painted, as
the median of runs that alternate in one process. It is processor time, so that nothing else on
the machine shows in it; where the disk takes part, it is the time on the wall. What each ratio
divides by:

* ``bare view: next page`` (for the grid's frame): a QTableView on a QStandardItemModel of 300 × 40
  texts, as large as the grid on the screen and with rows and columns as large, scrolled on by a
  page and painted.
* ``bare view: another model`` (for everything that changes the whole sheet): the same view given
  another model of that size, filled beforehand, and painted.

Both bare views wear the program's style sheet, as every widget in its window does.
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, perf_counter_ns
from typing import TYPE_CHECKING

import click
from PySide6.QtCore import Qt

from tests.bench import cases
from tests.bench.big_book import INDICATORS, SERVICES, big_book
from tests.bench.measuring import Case, medians_ms
from tests.own_window import OwnWindow, idle, pass_on_warnings, press
from ui.scoring.orders import Order

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.scoring.page import ScoreBookPage

RUNS = 15
FRAME_AT_MOST, SWITCH_AT_MOST = 1.8, 2.5


@dataclass(frozen=True, slots=True)
class Target:
    """What a case is divided by, and how large the ratio may be."""

    name: str
    against: str
    at_most: float


TARGETS = (
    Target(cases.GRID_FRAME, cases.BARE_FRAME, FRAME_AT_MOST),
    Target(cases.GRID_PAGE, cases.BARE_FRAME, SWITCH_AT_MOST),
    *(
        Target(name, cases.BARE_SWITCH, SWITCH_AT_MOST)
        for name in (
            cases.NEXT_SERVICE,
            cases.NEXT_INDICATOR,
            cases.TO_INDICATOR,
            cases.TO_GRID,
            cases.TO_SERVICE,
        )
    ),
)


def measured(page: ScoreBookPage, own: OwnWindow) -> dict[str, float]:
    switches = cases.Switches(own.window, page)
    idle()
    bare = cases.BareView(switches.grid)
    bare.show()
    own.window.activateWindow()
    idle()
    every = [*cases.bare_cases(bare), switches.grid_frame(), *switches.cases()]
    found = medians_ms(every, RUNS)
    page.work.show_order(Order.SERVICE)
    found |= medians_ms([typing(page, own, order) for order in cases.TYPED_IN], RUNS)
    bare.close()
    return found


def typing(page: ScoreBookPage, own: OwnWindow, order: Order) -> Case:
    """A digit and Enter in a field of points: stored in the file, the next field in work."""

    def type_mark() -> None:
        press(Qt.Key.Key_1)
        press(Qt.Key.Key_Return)

    return Case(
        cases.MARK_STORED.format(order=order),
        own.window,
        type_mark,
        lambda: page.work.show_order(order),
        perf_counter_ns,
    )


def say(found: Mapping[str, float], opening_s: float) -> bool:
    """Print the table and return whether every target is met."""
    click.echo(f"{SERVICES} services x {INDICATORS} indicators, medians of {RUNS} runs")
    click.echo(f"{'':36}{'ms':>8}{'ratio':>8}{'at most':>9}")
    targets = {target.name: target for target in TARGETS}
    are_met = True
    for name, time in found.items():
        line = f"{name:36}{time:8.2f}"
        if name in targets:
            target = targets[name]
            ratio = time / found[target.against]
            is_met = ratio <= target.at_most
            are_met &= is_met
            line += f"{ratio:8.2f}{target.at_most:9.1f}  {'ok' if is_met else 'OVER'}"
        click.echo(line)
    click.echo(f"{'opening the book until it is shown':36}{opening_s * 1000:8.2f}")
    return are_met


@click.command(help="Measure the window against Qt's own table.")
@click.option("--hold", is_flag=True, help="End with code 1 where a target is not met.")
def main(hold: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SCORING_WORKBENCH_HOME"] = str(Path(folder, "home"))
        book = big_book(Path(folder))
        with OwnWindow() as own:
            began = perf_counter()
            page = own.open(book)
            opening_s = perf_counter() - began
            are_met = say(measured(page, own), opening_s)
    sys.exit(1 if hold and not are_met else 0)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    pass_on_warnings()
    main()
