"""Changes asked of a round in quick succession: none lost, none twice, also when it is closed."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from workbench.adjusting.adjusting import adjust, adjustments_of
from workbench.errors import Cancelled
from workbench.rounds.desk import RoundDesk, open_round

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.workbench.rounds.small_round import Bench
    from ui.round.page import RoundPage
    from workbench.progress import Progress


def giving(number: int, points: str) -> Callable[[RoundDesk, Progress], object]:
    return lambda desk, _: adjust(desk, number, points, "표창")


def given(bench: Bench) -> list[str]:
    with open_round(bench.round, read_only=True) as desk:
        return [
            f"{row.service.number} {one.points:+f}"
            for row in adjustments_of(desk)
            for one in row.adjustments
        ]


@pytest.fixture
def page(open_in_window, whole: Bench) -> RoundPage:
    return open_in_window(whole.round)


def test_two_changes_of_one_title_are_both_made(page, whole, window, qtbot) -> None:
    made: list[int] = []
    for number in (1, 2):
        write, title = giving(number, "+1"), "Storing"
        page.session.change(write, title, lambda _, at=number: made.append(at), about=number)
    qtbot.waitUntil(lambda: made == [1, 2])
    window.close_document()
    assert given(whole) == ["1 +1", "2 +1"]


def test_what_is_pressed_twice_is_made_once(page, whole, window, qtbot) -> None:
    made: list[str] = []
    for _ in range(2):
        page.session.change(giving(1, "+1"), "Storing", lambda _: made.append("once"))
    qtbot.waitUntil(lambda: not page.session.is_busy)
    window.close_document()
    assert (made, given(whole)) == (["once"], ["1 +1"])


def test_asked_anew_before_its_turn_the_newer_is_made(page, whole, window, qtbot) -> None:
    made: list[str] = []
    page.session.change(giving(1, "+1"), "Storing", about="first")
    for points in ("+2", "-3"):
        done = lambda _, said=points: made.append(said)  # noqa: E731 - one for each
        page.session.change(giving(2, points), "Storing", done, about="second")
    qtbot.waitUntil(lambda: bool(made))
    window.close_document()
    assert (made, given(whole)) == (["-3"], ["1 +1", "2 -3"])


def test_what_waits_when_the_round_is_closed_is_written(page, whole, window) -> None:
    page.session.refresh()  # something else is being done
    for number in (1, 2):
        page.session.change(giving(number, "+1"), "Storing", about=number)
    window.close_document()
    assert given(whole) == ["1 +1", "2 +1"]


def test_a_change_that_was_stopped_lets_the_next_one_through(page, whole, window, qtbot) -> None:
    begun = threading.Event()

    def stopped(_desk: RoundDesk, _progress: Progress) -> object:
        begun.set()
        raise Cancelled

    made: list[str] = []
    page.session.change(stopped, "Long")
    page.session.change(giving(1, "+1"), "Storing", lambda _: made.append("next"))
    qtbot.waitUntil(lambda: made == ["next"])
    assert begun.is_set()
    window.close_document()
    assert given(whole) == ["1 +1"]


def test_one_that_is_refused_lets_the_next_one_through(page, whole, window, qtbot) -> None:
    refused: list[object] = []
    page.session.failed.connect(refused.append)
    page.session.change(giving(99, "+1"), "Storing", about=99)
    made: list[str] = []
    page.session.change(giving(1, "+1"), "Storing", lambda _: made.append("next"), about=1)
    qtbot.waitUntil(lambda: made == ["next"])
    assert len(refused) == 1
    window.close_document()
    assert given(whole) == ["1 +1"]
