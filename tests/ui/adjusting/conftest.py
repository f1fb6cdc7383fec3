"""A small round that is merged, sealed and capped, shown on the page of bonus and penalty."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workbench.rounds.small_round import SHEETS, WHOLE, Bench, made, merged, sealed, typed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.adjusting.page import AdjustmentsPage


@pytest.fixture(scope="session")
def capped_template(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """Service 1 is below the cut (72.25), the others pass (77.25); the cap is 3 points."""
    rules = SHEETS["round"] + "adjustment_cap¦3\n"
    bench = made(tmp_path_factory.mktemp("capped"), round=rules)
    for code, score in (("E1", "30"), ("E2", "20")):
        typed(bench.books[code], *WHOLE, (1, "C1", "score", score))
        sealed(bench.books[code])
    merged(bench.round, *bench.books.values())
    return bench


@pytest.fixture
def bench(capped_template: Bench, tmp_path: Path) -> Bench:
    return capped_template.copied_to(tmp_path / "capped")


@pytest.fixture
def opened(open_in_window, qtbot: QtBot, bench: Bench) -> Callable[[], AdjustmentsPage]:
    """Open the round on the page, read."""

    def open_it() -> AdjustmentsPage:
        page = open_in_window(bench.round)
        shown = page.page("adjustments")
        with qtbot.waitSignal(shown.looked):
            page.show_page("adjustments")
        return shown

    return open_it
