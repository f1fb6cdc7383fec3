"""Imports that sleep and return, and settlements of the lead that outlive every merge."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.workbench.merging.lead import settle, standing_imports, withdraw
from tests.workbench.rounds.small_round import (
    WHOLE,
    derived_state,
    heads_in,
    merged,
    results_of,
    revisions_in,
    sealed,
    typed,
)
from workbench.checking import check_file
from workbench.rounds.desk import open_round

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench

SCORE = (1, "C1", "score")


@pytest.fixture
def split(bench: Bench) -> tuple[Path, Path]:
    """Two futures of one book that conflict in one cell; both evaluators are complete."""
    book = bench.books["E1"]
    typed(book, *WHOLE)
    typed(bench.books["E2"], *WHOLE)
    copy = shutil.copyfile(book, bench.path("copy.score"))
    typed(book, (*SCORE, "31"))
    typed(copy, (*SCORE, "32"))
    for path in (book, copy, bench.books["E2"]):
        sealed(path)
    merged(bench.round, book, copy, bench.books["E2"])
    return book, copy


def verdict(bench: Bench) -> str:
    return results_of(bench.round)["services"][0]["verdict"]


def values_of(bench: Bench) -> set[str | None]:
    cell = bench.cell("E1", *SCORE[:2], "score")
    return {row.value for row in heads_in(bench.round).values() if row.cell == cell}


def closed(bench: Bench) -> list[str]:
    with open_round(bench.round, read_only=True) as desk:
        return [why.key for why in desk.reading().closed]


def test_what_a_withdrawn_import_brought_sleeps_and_is_kept(
    bench: Bench, split: tuple[Path, Path]
) -> None:
    everything = revisions_in(bench.round)
    assert verdict(bench) == "conflict"
    withdraw(bench.round, split[1])
    assert values_of(bench) == {"31"}
    assert verdict(bench) == "pass"
    assert closed(bench) == []
    assert revisions_in(bench.round) == everything
    assert check_file(bench.round) == ()


def test_merging_a_withdrawn_book_again_lets_it_stand(
    bench: Bench, split: tuple[Path, Path]
) -> None:
    state, imports = derived_state(bench.round), standing_imports(bench.round)
    withdraw(bench.round, split[1])
    assert derived_state(bench.round) != state
    (row,) = merged(bench.round, split[1]).files
    assert (row.status, row.new, row.conflicts) == ("merged", 0, 1)
    assert derived_state(bench.round) == state
    assert standing_imports(bench.round) == imports
    assert check_file(bench.round) == ()
    (row,) = merged(bench.round, split[1]).files
    assert row.status == "nothing new"


def test_what_another_import_brings_too_stays_awake(bench: Bench, split: tuple[Path, Path]) -> None:
    withdraw(bench.round, split[0])
    withdraw(bench.round, bench.books["E2"])
    assert values_of(bench) == {"32"}
    assert results_of(bench.round)["services"][1]["verdict"] == "incomplete"


def test_a_seal_of_a_withdrawn_import_seals_nobody(bench: Bench, split: tuple[Path, Path]) -> None:
    withdraw(bench.round, bench.books["E2"])
    assert "closed_unsealed" in closed(bench)  # E2 has no seal that stands
    assert "closed_changed" in closed(bench)  # E1 is two futures of what he sealed
    merged(bench.round, bench.books["E2"])
    assert "closed_unsealed" not in closed(bench)


def test_a_settlement_ends_conflict_and_futures(bench: Bench, split: tuple[Path, Path]) -> None:
    made = settle(bench.round, bench.cell("E1", *SCORE), "32")
    assert values_of(bench) == {"32"}
    assert len(made.parent_ids) == 2
    assert verdict(bench) == "pass"
    assert closed(bench) == []
    assert check_file(bench.round) == ()


def test_a_settlement_survives_every_later_merge(bench: Bench, split: tuple[Path, Path]) -> None:
    settle(bench.round, bench.cell("E1", *SCORE), "31.5")
    state = derived_state(bench.round)
    before = bench.round.read_bytes()
    assert {row.status for row in merged(bench.round, *split).files} == {"nothing new"}
    assert bench.round.read_bytes() == before
    for path in split:
        typed(path, (2, "", "opinion", "같은 글"))
    merged(bench.round, *split)
    assert derived_state(bench.round)[0] == state[0]
    assert values_of(bench) == {"31.5"}


def test_a_settlement_sleeps_with_a_parent_and_returns_with_it(
    bench: Bench, split: tuple[Path, Path]
) -> None:
    settle(bench.round, bench.cell("E1", *SCORE), "31.5")
    state, everything = derived_state(bench.round), revisions_in(bench.round)
    withdraw(bench.round, split[1])
    assert values_of(bench) == {"31"}
    assert check_file(bench.round) == ()
    merged(bench.round, split[1])
    assert values_of(bench) == {"31.5"}
    assert derived_state(bench.round) == state
    assert revisions_in(bench.round) == everything


def test_a_later_change_is_a_new_conflict_beside_the_settlement(
    bench: Bench, split: tuple[Path, Path]
) -> None:
    settle(bench.round, bench.cell("E1", *SCORE), "31.5")
    typed(split[0], (*SCORE, "33"))
    report = merged(bench.round, split[0])
    assert report.conflicts == 1
    assert values_of(bench) == {"31.5", "33"}
    assert verdict(bench) == "conflict"
    settle(bench.round, bench.cell("E1", *SCORE), "33")
    assert values_of(bench) == {"33"}
    assert verdict(bench) == "pass"
    assert check_file(bench.round) == ()


def test_the_lead_can_settle_a_cell_as_empty(bench: Bench, split: tuple[Path, Path]) -> None:
    settle(bench.round, bench.cell("E1", *SCORE), None)
    assert values_of(bench) == {None}
    assert verdict(bench) == "incomplete"


def test_the_leads_settlement_goes_into_no_book(bench: Bench, split: tuple[Path, Path]) -> None:
    made = settle(bench.round, bench.cell("E1", *SCORE), "31.5")
    with open_round(bench.round) as desk:
        books = {owner.code: path for owner, path in desk.hand_out(bench.path("다시"))}
    assert made.id not in revisions_in(books["E1"])
    assert {row.value for row in heads_in(books["E1"]).values() if row.cell == made.cell} == {
        "31",
        "32",
    }
    assert check_file(books["E1"]) == ()
    merged(bench.round, books["E1"])
    assert values_of(bench) == {"31.5"}


def test_a_book_that_covers_both_after_a_settlement_decides_anew(
    bench: Bench, split: tuple[Path, Path]
) -> None:
    settle(bench.round, bench.cell("E1", *SCORE), "31.5")
    with open_round(bench.round) as desk:
        books = {owner.code: path for owner, path in desk.hand_out(bench.path("다시"))}
    typed(books["E1"], (*SCORE, "31.5"))  # he agrees with the lead
    sealed(books["E1"])
    report = merged(bench.round, books["E1"])
    assert report.conflicts == 0
    assert verdict(bench) == "pass"
    assert closed(bench) == []
