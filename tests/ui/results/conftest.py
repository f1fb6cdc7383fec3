"""The result page of a small round in which two evaluators marked everything."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.ui.conftest import both_sealed
from tests.workbench.rounds.small_round import Bench, made, merged
from workbench.sample.demo import play

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.results.page import ResultsPage
    from ui.round.page import RoundPage

BANDS = {
    "round": """
        key¦value
        title¦2024년 제1차 종합성과평가 (시험)
        year¦2024
        sequence¦1
        cut¦75
        aggregation¦mean
        adjustment_cap¦3
        bands¦우수:80;보통:75;미흡:0
        """
}


@pytest.fixture(scope="session")
def played_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole sample: 29 services, six of them below the cut."""
    return play(tmp_path_factory.mktemp("played") / "a").round


@pytest.fixture
def played(played_template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(played_template, tmp_path / "played.round"))


@pytest.fixture(scope="session")
def marked_template(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """Both books merged: service 1 is below the cut (72.25), the others pass (77.25)."""
    bench = made(tmp_path_factory.mktemp("marked"), **BANDS)
    both_sealed(bench)
    for book in bench.books.values():
        merged(bench.round, book)
    return bench


@pytest.fixture
def marked(marked_template: Bench, tmp_path: Path) -> Bench:
    return marked_template.copied_to(tmp_path / "marked")


@pytest.fixture
def round_page(open_in_window: Callable[[Path], RoundPage], marked: Bench) -> RoundPage:
    return open_in_window(marked.round)


@pytest.fixture
def results(round_page: RoundPage) -> ResultsPage:
    return round_page.page("results")
