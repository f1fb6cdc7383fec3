"""A round whose two evaluators are complete, sealed and merged, with and without a cap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workbench.rounds.small_round import SHEETS, WHOLE, Bench, made, merged, sealed, typed

if TYPE_CHECKING:
    from pathlib import Path

CAP = "3"


def complete(bench: Bench) -> Bench:
    """Service 1 is below the cut (72.25), the others pass (77.25)."""
    for code, score in (("E1", "30"), ("E2", "20")):
        typed(bench.books[code], *WHOLE, (1, "C1", "score", score))
        sealed(bench.books[code])
    merged(bench.round, *bench.books.values())
    return bench


@pytest.fixture(scope="session")
def capped_template(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """Merged, with a cap of 3 points; nobody writes into it."""
    rules = SHEETS["round"] + f"adjustment_cap¦{CAP}\n"
    return complete(made(tmp_path_factory.mktemp("capped"), round=rules))


@pytest.fixture
def capped(capped_template: Bench, tmp_path: Path) -> Bench:
    return capped_template.copied_to(tmp_path / "capped")


@pytest.fixture
def whole(bench: Bench) -> Bench:
    """The same without a cap."""
    return complete(bench)
