"""The export page, shown on a small round."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workbench.rounds.small_round import Bench, merged

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.exporting.page import ExportPage


@pytest.fixture
def opened(open_in_window, show) -> Callable[[Path], ExportPage]:
    """Open a round at its export page."""
    return lambda path: show(open_in_window(path), "report")


@pytest.fixture
def unfinished(small: Bench) -> Bench:
    """E1 is sealed and merged; of E2 nothing came."""
    merged(small.round, small.books["E1"])
    return small
