"""A small round on its way: whole and sealed, or with one book still missing; in the window."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.workbench.rounds.small_round import WHOLE, Bench, made, merged, sealed, typed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.round.page import RoundPage
    from ui.round.reading_page import ReadingPage


@pytest.fixture(scope="session")
def small_template(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """Handed out, both books whole and sealed, nothing merged; nobody writes into it."""
    bench = made(tmp_path_factory.mktemp("small"))
    for code, score in (("E1", "30"), ("E2", "20")):
        typed(bench.books[code], *WHOLE, (1, "C1", "score", score))
        sealed(bench.books[code])
    return bench


@pytest.fixture
def small(small_template: Bench, tmp_path: Path) -> Bench:
    return small_template.copied_to(tmp_path / "small")


@pytest.fixture
def whole(small: Bench) -> Bench:
    """Both books merged: service 1 is below the cut (72.25), the others pass (77.25)."""
    merged(small.round, small.books["E1"])
    merged(small.round, small.books["E2"])
    return small


@pytest.fixture
def part(small: Bench) -> Bench:
    """Only the book of E1 was merged."""
    merged(small.round, small.books["E1"])
    return small


@pytest.fixture
def take_keyboard(qtbot) -> Callable[[QWidget], None]:
    """Give the keyboard back to a window: a dialog over slow work may have had it."""

    def take(widget: QWidget) -> None:
        with qtbot.waitActive(widget.window()):
            widget.window().activateWindow()

    return take


@pytest.fixture
def looked(qtbot, take_keyboard) -> Callable[[ReadingPage], AbstractContextManager[None]]:
    """Wait until what is done inside is read and shown by a page."""

    @contextmanager
    def wait(shown: ReadingPage) -> Iterator[None]:
        with qtbot.waitSignal(shown.looked):
            yield
        take_keyboard(shown)

    return wait


@pytest.fixture
def show(looked) -> Callable[[RoundPage, str], ReadingPage]:
    """Show a page of the ledger and wait until it shows what it read."""

    def show_it(page: RoundPage, name: str) -> ReadingPage:
        made_page = page.page(name)
        with looked(made_page):
            page.show_page(name)
        return made_page

    return show_it
