"""One small round, made once for the whole run and copied for each test that wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workbench.rounds.small_round import Bench, made

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def fresh_bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """The round as handed out; nobody writes into it."""
    return made(tmp_path_factory.mktemp("bench"))


@pytest.fixture
def bench(fresh_bench: Bench, tmp_path: Path) -> Bench:
    """A copy of the round and its books, to write into."""
    return fresh_bench.copied_to(tmp_path / "bench")
