"""Rounds on the page of the evaluators: one that three share, and one where nothing is shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workbench.calibration.judging_round import SHARED_SHEETS, shared_round
from tests.workbench.rounds.small_round import Bench, made

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.calibration.page import CalibrationPage
    from ui.round.page import RoundPage


@pytest.fixture(scope="session")
def shared_template(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """All merged; nobody writes into it."""
    return shared_round(tmp_path_factory.mktemp("shared"))


@pytest.fixture
def bench(shared_template: Bench, tmp_path: Path) -> Bench:
    return shared_template.copied_to(tmp_path / "shared")


@pytest.fixture
def fresh(tmp_path: Path) -> Bench:
    """The same round before any book came back."""
    return made(tmp_path / "fresh", **SHARED_SHEETS)


@pytest.fixture
def show(open_in_window, qtbot: QtBot) -> Callable[[Path], CalibrationPage]:
    """Open a round on the page, read."""

    def show_it(round_: Path) -> CalibrationPage:
        page: RoundPage = open_in_window(round_)
        shown = page.page("calibration")
        with qtbot.waitSignal(shown.looked):
            page.show_page("calibration")
        with qtbot.waitActive(shown.window()):
            shown.window().activateWindow()  # a dialog over slow reading may have had the keyboard
        return shown

    return show_it


@pytest.fixture
def shown(show, bench: Bench) -> CalibrationPage:
    return show(bench.round)
