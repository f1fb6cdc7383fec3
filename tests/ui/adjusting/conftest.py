"""A small round that is merged, sealed and capped, shown on the page of bonus and penalty."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.conftest import both_sealed
from tests.workbench.rounds.small_round import SHEETS, Bench, made, merged

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.adjusting.page import AdjustmentsPage


@pytest.fixture(scope="session")
def capped_template(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """Service 1 is below the cut (72.25), the others pass (77.25); the cap is 3 points."""
    rules = SHEETS["round"] + "adjustment_cap¦3\n"
    bench = made(tmp_path_factory.mktemp("capped"), round=rules)
    both_sealed(bench)
    merged(bench.round, *bench.books.values())
    return bench


@pytest.fixture
def bench(capped_template: Bench, tmp_path: Path) -> Bench:
    return capped_template.copied_to(tmp_path / "capped")


@pytest.fixture
def opened(open_in_window, show, bench: Bench) -> Callable[[], AdjustmentsPage]:
    """Open the round on the page, read."""
    return lambda: show(open_in_window(bench.round), "adjustments")
