"""A head that the history does not make one: genuine, intact, and never a result."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.errors import StoreError
from tests.workbench.merging.forging import database
from tests.workbench.rounds.small_round import Bench, derived_state, heads_in, merged, typed
from workbench.ledger.withdrawing import withdraw
from workbench.rounds.desk import open_round
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FIRST, LATER = "30", "32"


@pytest.fixture
def corrected(bench: Bench) -> Bench:
    """One mark was merged twice: as it was first, and as it was corrected."""
    for value in (FIRST, LATER):
        typed(bench.books["E1"], (1, "C1", "score", value), (2, "C1", "score", "20"))
        merged(bench.round, bench.books["E1"])
    return bench


def pointed(path: Path, old: str, new: str) -> None:
    """Let the head with value ``old`` be the revision with value ``new``, as one bit can."""
    with database(path) as raw:
        number = "SELECT max(number) FROM revision WHERE field = 'score' AND value = ?"
        raw.execute(
            f"UPDATE head SET revision = ({number}) WHERE revision = ({number})", (new, old)
        )


def values_in(path: Path) -> set[str | None]:
    return {row.value for row in heads_in(path).values()}


def without(path: Path, value: str) -> None:
    with database(path) as raw:
        raw.execute(
            "DELETE FROM head WHERE revision IN (SELECT number FROM revision WHERE value = ?)",
            (value,),
        )


def refused(work: Callable[[], object]) -> str:
    with pytest.raises(StoreError) as error:
        work()
    assert error.value.values["name"]
    return error.value.key


def test_a_replaced_mark_never_becomes_a_result(corrected: Bench) -> None:
    pointed(corrected.round, LATER, FIRST)
    before = corrected.round.read_bytes()
    for work in (
        lambda: derived_state(corrected.round),
        lambda: merged(corrected.round, corrected.books["E2"]),
        lambda: merged(corrected.round, corrected.books["E1"]),
    ):
        assert refused(work) == "derived_state_wrong"
    assert corrected.round.read_bytes() == before


def test_a_mark_that_lost_its_head_is_not_taken_for_missing(corrected: Bench) -> None:
    without(corrected.round, LATER)
    assert refused(lambda: derived_state(corrected.round)) == "derived_state_wrong"


def test_a_replaced_mark_is_neither_shown_nor_sealed(corrected: Bench) -> None:
    book = corrected.books["E1"]
    pointed(book, LATER, FIRST)
    assert refused(lambda: open_book(book)) == "derived_state_wrong"
    assert refused(lambda: open_book(book, read_only=True)) == "derived_state_wrong"


def test_what_sleeps_since_its_file_was_withdrawn_is_no_head(corrected: Bench) -> None:
    with open_round(corrected.round) as desk:
        withdraw(desk, 2, "잘못 보낸 파일")
    assert FIRST in values_in(corrected.round)
    pointed(corrected.round, FIRST, LATER)
    assert refused(lambda: derived_state(corrected.round)) == "derived_state_wrong"


def test_a_withdrawn_file_leaves_a_sound_round(corrected: Bench) -> None:
    with open_round(corrected.round) as desk:
        withdraw(desk, 1, "앞의 파일")
    before = derived_state(corrected.round)
    with open_round(corrected.round) as desk:
        withdraw(desk, 2, "뒤의 파일")
    assert derived_state(corrected.round) != before
    assert values_in(corrected.round) == set()
