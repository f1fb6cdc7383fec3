"""A sealed score book with some history, and the round it belongs to."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.workbench.rounds.small_round import WHOLE, Bench, sealed, typed
from workbench.merging.reading import read_outside_book
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.merging.reading import OutsideBook


@pytest.fixture(scope="session")
def scored_bench(fresh_bench: Bench, tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """The first evaluator scored everything, changed his mind, wrote texts and sealed."""
    bench = fresh_bench.copied_to(tmp_path_factory.mktemp("scored"))
    book = bench.books["E1"]
    typed(book, *WHOLE, (1, "C1", "comment", "첫 의견"), (5, "", "opinion", "종합 의견\n둘째 줄"))
    typed(book, (1, "C1", "score", "32.5"), (2, "I1", "actual", ""))
    typed(book, (2, "I1", "actual", "9.25"))
    with open_book(book) as opened:
        opened.record_list(bench.service(1), "achievement", ["하나", "둘 🏆", "셋"])
        opened.record_list(bench.service(1), "achievement", ["하나", "둘 고침"])
    sealed(book)
    return bench


@pytest.fixture
def book(scored_bench: Bench, tmp_path: Path) -> Path:
    """A copy of the sealed book, to be damaged."""
    return shutil.copyfile(scored_bench.books["E1"], tmp_path / "E1_김가상.score")


@pytest.fixture(scope="session")
def genuine(scored_bench: Bench) -> OutsideBook:
    return read_outside_book(scored_bench.books["E1"])
