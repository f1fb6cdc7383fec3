"""A round of three services whose two evaluators are complete, sealed and merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workbench.rounds.small_round import WHOLE, merged, sealed, typed

if TYPE_CHECKING:
    from tests.workbench.rounds.small_round import Bench


def complete(bench: Bench) -> Bench:
    """Service 1 is below the cut (72.25), the others pass (77.25)."""
    for code, score in (("E1", "30"), ("E2", "20")):
        typed(bench.books[code], *WHOLE, (1, "C1", "score", score))
        sealed(bench.books[code])
    merged(bench.round, *bench.books.values())
    return bench


@pytest.fixture
def whole(bench: Bench) -> Bench:
    """A copy of the round in that state."""
    return complete(bench)
