"""Rounds on the page of the evaluators: one that three share, and one where nothing is shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workbench.calibration.judging_round import SHARED_SHEETS, shared_round
from tests.workbench.rounds.small_round import Bench, made

if TYPE_CHECKING:
    from pathlib import Path

    from ui.calibration.page import CalibrationPage


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
def shown(open_in_window, show, bench: Bench) -> CalibrationPage:
    """Open the round on the page, read."""
    return show(open_in_window(bench.round), "calibration")
