"""A round with everything in it: two sealed books merged, one of them in two states."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.workbench.rounds.small_round import WHOLE, Bench, merged, sealed, typed
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def merged_bench(fresh_bench: Bench, tmp_path_factory: pytest.TempPathFactory) -> Bench:
    bench = fresh_bench.copied_to(tmp_path_factory.mktemp("merged"))
    for code, path in bench.books.items():
        typed(path, *WHOLE, (1, "", "opinion", f"{code}의 의견"), (2, "C1", "comment", "근거"))
        with open_book(path) as book:
            book.record_list(bench.service(1), "achievement", [f"{code}의 성과", "둘째 성과"])
    merged(bench.round, bench.books["E1"])
    typed(bench.books["E1"], (1, "C1", "score", "32"))
    for path in bench.books.values():
        sealed(path)
    merged(bench.round, *bench.books.values())
    return bench


@pytest.fixture
def whole_bench(merged_bench: Bench, tmp_path: Path) -> Bench:
    """A copy of the round that is complete and can be exported."""
    return merged_bench.copied_to(tmp_path / "whole")


@pytest.fixture
def round_copy(merged_bench: Bench, tmp_path: Path) -> Path:
    return shutil.copyfile(merged_bench.round, tmp_path / "copy.round")
