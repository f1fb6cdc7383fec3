"""What a person waits for in the window of a score book, against Qt's own table and raw SQLite.

A window's times are those of one process, each of something done until it is painted, as medians
over runs that take turns. Laying out and painting only compute and are told in CPU time, so that
nothing else on the machine shows in them; where the disk takes part, it is the time on the wall.

* ``bare view: next page`` (for the grid's frame): a QTableView on a QStandardItemModel of 300 × 40
  texts, as large as the grid on the screen and with rows and columns as large, scrolled on by a
  page and painted.
* ``bare view: another model`` (for everything that changes the whole sheet): the same view given
  another model of that size, filled beforehand, and painted.

Both bare views wear the program's style sheet, as every widget in its window does.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import quantiles
from time import perf_counter_ns
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.bench import cases
from tests.bench.big_book import big_book
from tests.bench.measuring import Case, medians_ms, painted
from tests.bench.plain_merge import connected
from tests.bench.rows import Row, against, shown
from tests.own_window import OwnWindow, idle, press
from ui.scoring.orders import Order

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from ui.scoring.page import ScoreBookPage

RUNS = 15
FRAME_AT_MOST, SWITCH_AT_MOST = 1.8, 2.5
COMMIT, COMMIT_AT_MOST = "Enter on a mark to committed, p95", 3.0
MARKS = 200


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


def window_rows(folder: Path) -> Iterator[Row]:
    """Open the book of 300 × 40 in the program's own window and drive it by its keys."""
    book = big_book(folder)
    copy = book.with_name("by hand.score")
    copy.write_bytes(book.read_bytes())
    with OwnWindow() as own:
        began = perf_counter_ns()
        page = own.open(book)
        opened = perf_counter_ns() - began
        yield from _told(measured(page, own))
        yield Row("opening the book until it is shown", None, None, f"{shown(opened / 1e6)} ms")
        yield commit_row(page, own, copy)


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


def _told(found: dict[str, float]) -> Iterator[Row]:
    targets = {target.name: target for target in TARGETS}
    for name, time in found.items():
        if name in targets:
            target = targets[name]
            yield against(name, time, found[target.against], target.at_most, "ms")
        else:
            yield Row(name, None, None, f"{shown(time)} ms")


def commit_row(page: ScoreBookPage, own: OwnWindow, copy: Path) -> Row:
    """Enter on a typed mark until the book knows that it is committed.

    By turns with the same three statements committed by hand into ``copy``, the same book on the
    same disk under the same pragmas.
    """
    page.work.show_order(Order.SERVICE)
    page.work.take_focus()
    book = page.desk.book
    ours: list[float] = []
    plain: list[float] = []
    with closing(connected(copy)) as raw:
        by_hand = _by_hand(raw)
        for at in range(MARKS):
            press(Qt.Key.Key_1 if at % 2 else Qt.Key.Key_2)
            painted(own.window)
            before, began = book.saved_at, datetime.now(UTC)
            press(Qt.Key.Key_Return)
            if book.saved_at != before:
                ours.append((book.saved_at - began).total_seconds() * 1000)
            painted(own.window)
            pressed = perf_counter_ns()
            next(by_hand)
            plain.append((perf_counter_ns() - pressed) / 1e6)
    if len(ours) < MARKS // 2:
        raise AssertionError(f"only {len(ours)} marks were stored")
    return against(COMMIT, _p95(ours), _p95(plain), COMMIT_AT_MOST, "ms")


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


def _by_hand(raw: sqlite3.Connection) -> Iterator[None]:
    rows = raw.execute("SELECT * FROM revision WHERE field = 'score' LIMIT ?", (MARKS,)).fetchall()
    (last,) = raw.execute("SELECT max(number) FROM revision").fetchone()
    marks = ", ".join("?" * 13)
    for at, row in enumerate(rows, start=1):
        new = (last + at, bytes(31) + bytes([at]), *row[2:])
        raw.execute("BEGIN IMMEDIATE")
        raw.execute(f"INSERT INTO revision VALUES ({marks})", new)
        raw.execute("DELETE FROM head WHERE revision = ?", (row[0],))
        raw.execute("INSERT INTO head VALUES (?)", (last + at,))
        raw.execute("COMMIT")
        yield
