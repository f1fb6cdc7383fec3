"""A small round whose first verdict hinges on one evaluator; in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workbench.rounds.small_round import WHOLE, Bench, made, merged, sealed, typed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.robustness.page import RobustnessPage
    from ui.round.page import RoundPage


@pytest.fixture(scope="session")
def handed_out(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """Both books whole and sealed, nothing merged; nobody writes into it."""
    bench = made(tmp_path_factory.mktemp("robust"))
    for code, score in (("E1", "30"), ("E2", "20")):
        typed(bench.books[code], *WHOLE, (1, "C1", "score", score))
        sealed(bench.books[code])
    return bench


@pytest.fixture
def bare(handed_out: Bench, tmp_path: Path) -> Bench:
    """Nothing was merged."""
    return handed_out.copied_to(tmp_path / "small")


@pytest.fixture
def whole(bare: Bench) -> Bench:
    """Service 1 is below the cut (72.25), and passes without E2; the others pass (77.25)."""
    merged(bare.round, bare.books["E1"])
    merged(bare.round, bare.books["E2"])
    return bare


@pytest.fixture
def show(qtbot) -> Callable[[RoundPage], RobustnessPage]:
    """Show the page and wait until it shows what it read."""

    def show_it(page: RoundPage) -> RobustnessPage:
        shown = page.page("robustness")
        with qtbot.waitSignal(shown.looked):
            page.show_page("robustness")
        with qtbot.waitActive(page.window()):
            page.window().activateWindow()
        return shown

    return show_it
