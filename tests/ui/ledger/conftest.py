"""A small round on its way, with one book still missing; in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workbench.rounds.small_round import merged

if TYPE_CHECKING:
    from tests.workbench.rounds.small_round import Bench


@pytest.fixture
def part(small: Bench) -> Bench:
    """Only the book of E1 was merged."""
    merged(small.round, small.books["E1"])
    return small
