"""Robustness computed once per result, whoever asks first, and left by whoever gives up."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QThreadPool

from ui.robustness.once import RobustnessOnce
from ui.tasks import Task
from workbench.errors import Cancelled
from workbench.progress import silent
from workbench.results.robustness import robustness

if TYPE_CHECKING:
    from tests.workbench.rounds.small_round import Bench
    from ui.round.page import RoundPage


@pytest.fixture
def page(open_in_window, whole: Bench) -> RoundPage:
    return open_in_window(whole.round)


def test_the_page_of_results_and_the_page_of_robustness_share_one(
    page: RoundPage, show, qtbot
) -> None:
    results = page.page("results")
    outcome = page.session.reading.outcome
    qtbot.waitUntil(lambda: results.overview.below._model.firmness(0) is not None)
    once = RobustnessOnce.of(page.session)
    known = once.rows(outcome, silent)
    assert known == robustness(outcome)
    assert show(page, "robustness")._found.rows is known
    page.session.refresh()
    qtbot.waitUntil(lambda: page.session.reading.outcome is not outcome)
    assert once.rows(page.session.reading.outcome, silent) is not known


def test_who_gives_up_leaves_nothing_half_known(page: RoundPage, qtbot) -> None:
    qtbot.waitUntil(lambda: page.session.reading is not None)
    outcome = page.session.reading.outcome
    once = RobustnessOnce(page.session)

    def stop(done: int, _total: int, _doing: str) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        once.rows(outcome, stop)
    assert once.rows(outcome, silent) == robustness(outcome)


def test_who_waits_for_the_other_page_can_stop(page: RoundPage, qtbot) -> None:
    qtbot.waitUntil(lambda: page.session.reading is not None)
    outcome = page.session.reading.outcome
    once = RobustnessOnce(page.session)
    is_inside, may_go_on = Event(), Event()

    def slowly(_done: int, _total: int, _doing: str) -> None:
        is_inside.set()
        may_go_on.wait(10)

    pool = QThreadPool()
    pool.setMaxThreadCount(2)
    first = Task(lambda _: once.rows(outcome, slowly))
    second = Task(lambda report: once.rows(outcome, report))
    with qtbot.waitSignal(first.ended):
        first.start(pool)
        assert is_inside.wait(10)
        with qtbot.waitSignal(second.cancelled):
            second.start(pool)
            second.cancel()
        may_go_on.set()
    pool.waitForDone()
    assert once.rows(outcome, silent) == robustness(outcome)
