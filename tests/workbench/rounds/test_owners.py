"""Whether an evaluator is sealed once the lead has settled some of his cells."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.workbench.rounds.small_round import WHOLE, merged, sealed, typed
from workbench.checking import check_file
from workbench.rounds.desk import open_round
from workbench.settling.settling import settle

if TYPE_CHECKING:
    from tests.workbench.rounds.small_round import Bench


@pytest.fixture
def gone_on(bench: Bench) -> Bench:
    """Both hand over sealed books; an unsealed copy of that of E1 goes on with another mark."""
    for book in bench.books.values():
        typed(book, *WHOLE)
    other = bench.path("other.score")
    shutil.copyfile(bench.books["E1"], other)
    for book in bench.books.values():
        sealed(book)
    typed(other, (1, "C1", "score", "33"))
    merged(bench.round, *bench.books.values(), other)
    return bench


def test_a_seal_holds_when_what_a_copy_changed_was_settled(gone_on: Bench) -> None:
    with open_round(gone_on.round) as desk:
        assert desk.reading().closed
        settle(desk, [(gone_on.cell("E1", 1, "C1", "score"), "30")], "봉인본이 맞음")
        reading = desk.reading()
        assert reading.closed == ()
        assert all(row.receipt for row in reading.seals)
        desk.export(gone_on.path("최종.xlsx"))
    assert check_file(gone_on.round) == ()


def test_a_change_that_was_not_settled_still_ends_the_seal(gone_on: Bench) -> None:
    other = gone_on.path("other.score")
    typed(other, (2, "C1", "score", "31"))
    merged(gone_on.round, other)
    cell = gone_on.cell("E1", 2, "C1", "score")
    with open_round(gone_on.round) as desk:
        settle(desk, [(gone_on.cell("E1", 1, "C1", "score"), "30")], "봉인본이 맞음")
        reading = desk.reading()
        assert [row.differing for row in reading.seals if row.receipt is None] == [(cell,)]
        assert {reason.key for reason in reading.closed} == {"closed_changed"}
