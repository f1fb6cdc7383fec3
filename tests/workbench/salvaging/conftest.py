"""A book and a round with some history, made once and copied for every test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workbench.rounds.small_round import WHOLE, Bench, made, merged, sealed, typed
from workbench.ledger.withdrawing import withdraw
from workbench.rounds.desk import open_round

if TYPE_CHECKING:
    from pathlib import Path


def long_text(points: str) -> str:
    """A text that does not fit into one page, no piece of which stands in another."""
    return " ".join(f"{points}점의 서술 {number}" for number in range(500))


@pytest.fixture(scope="session")
def lived_bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """Both books whole and sealed, changed and sealed again; three imports, one withdrawn."""
    bench = made(tmp_path_factory.mktemp("lived"))
    for code, score in (("E1", "30"), ("E2", "20")):
        typed(bench.books[code], *WHOLE, (1, "C1", "score", score))
        sealed(bench.books[code])
        merged(bench.round, bench.books[code])
    book = bench.books["E1"]
    for points in ("31", "32", "33"):
        typed(book, (1, "C1", "score", points), (2, "", "opinion", long_text(points)))
    for number in (1, 2, 5):
        typed(book, *((number, "C1", "comment", f"의견 {number} {n}") for n in range(12)))
        for n in range(12):
            typed(book, (number, "C1", "comment", f"고친 의견 {number} {n} " + "나" * 60))
    sealed(book)
    merged(bench.round, book)
    with open_round(bench.round) as desk:
        withdraw(desk, 2, "다시 받기로 함")
    return bench


@pytest.fixture
def lived(lived_bench: Bench, tmp_path: Path) -> Bench:
    """A copy of it for one test."""
    return lived_bench.copied_to(tmp_path / "lived")
