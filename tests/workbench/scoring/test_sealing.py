"""Sealing: the same state, the same code and no second record; a round knows who is sealed."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from models.errors import StoreBusy
from models.imports import seals
from models.picture import read_store
from models.schema import DocumentKind
from tests.workbench.merging.lead import settle, withdraw
from tests.workbench.rounds.small_round import (
    WHOLE,
    heads_in,
    merged,
    sealed,
    typed,
    typed_into,
)
from workbench.journal.receipt import receipt_code, receipt_of
from workbench.rounds.desk import open_round
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from pathlib import Path

    from models.imports import Seal
    from tests.workbench.rounds.small_round import Bench
    from workbench.results.outcome import SealState

SCORE = (1, "C1", "score")


@pytest.fixture
def book(bench: Bench) -> Path:
    typed(bench.books["E1"], *WHOLE)
    return bench.books["E1"]


def seals_in(path: Path) -> list[Seal]:
    kind = DocumentKind.ROUND if path.suffix == ".round" else DocumentKind.SCORE
    with read_store(path, kind) as store, store.read() as connection:
        return seals(connection)


def state_of(bench: Bench, code: str = "E1") -> SealState:
    with open_round(bench.round, read_only=True) as desk:
        return next(row for row in desk.seals() if row.evaluator.code == code)


def test_an_unchanged_book_gives_the_same_code_and_no_second_record(book: Path) -> None:
    first = sealed(book)
    before = book.read_bytes()
    assert sealed(book) == first
    with open_book(book) as opened:
        again = opened.seal()
        assert (again.receipt, again.is_new) == (first, False)
        assert opened.receipt() == first
    assert book.read_bytes() == before
    assert len(seals_in(book)) == 1


def test_the_code_follows_from_book_version_and_heads_alone(book: Path) -> None:
    copy = shutil.copyfile(book, book.with_name("copy.score"))
    assert sealed(copy) == sealed(book)
    (seal,) = seals_in(book)
    assert seal.heads == tuple(sorted(heads_in(book)))
    assert receipt_code(seal.book, seal.definition, heads_in(book)) == sealed(book)


def test_every_change_ends_the_seal_even_one_that_is_taken_back(book: Path) -> None:
    first = sealed(book)
    typed(book, (*SCORE, "31"))
    with open_book(book) as opened:
        assert opened.receipt() is None
    typed(book, (*SCORE, "30"))
    second = sealed(book)
    assert second != first
    assert len(seals_in(book)) == 2


def test_a_value_typed_again_does_not_end_the_seal(book: Path) -> None:
    first = sealed(book)
    typed(book, (*SCORE, "30.0"), (2, "", "opinion", "  "))
    with open_book(book) as opened:
        assert opened.receipt() == first


def test_an_open_book_knows_when_it_was_sealed_and_what_has_changed_since(
    bench: Bench, book: Path
) -> None:
    with open_book(book) as opened:
        assert (opened.standing.seal, opened.standing.sealed_at) == (None, None)
        assert len(opened.standing.changed) == len(WHOLE)
        before = datetime.now(UTC)
        made = opened.seal()
        assert opened.standing.changed == set()
        at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=made.sealed_at // 1000)
        assert opened.standing.sealed_at == at
        assert timedelta(seconds=-1) < at - before < timedelta(minutes=5)
        typed_into(opened, [(*SCORE, "31"), (2, "", "opinion", "글")])
        cells = {bench.cell("E1", *SCORE), bench.cell("E1", 2, "", "opinion")}
        assert opened.standing.changed == cells
        assert opened.standing.sealed_at == at  # that of the newest seal, covering or not
        typed_into(opened, [(2, "", "opinion", "")])
        assert opened.standing.changed == cells  # cleared is not as it was
    with open_book(book) as opened:
        assert (opened.standing.changed, opened.standing.sealed_at) == (cells, at)


def test_of_several_seals_the_newest_is_what_the_book_stands_at(book: Path) -> None:
    sealed(book)
    typed(book, (*SCORE, "31"))
    second = sealed(book)
    with open_book(book) as opened:
        assert opened.standing.seal is not None
        assert receipt_of(opened.standing.seal) == opened.receipt() == second
        assert opened.standing.changed == set()


@pytest.mark.parametrize("left_out", [0, 1, 5, 15])
def test_sealing_says_how_many_expected_marks_are_missing(bench: Bench, left_out: int) -> None:
    book = bench.books["E1"]
    typed(book, *WHOLE[: len(WHOLE) - left_out])
    with open_book(book) as opened:
        missing = opened.seal().missing
    assert missing == {0: 0, 1: 1, 5: 3, 15: 9}[left_out]


def test_an_own_recusal_leaves_nothing_missing_there(bench: Bench) -> None:
    book = bench.books["E1"]
    typed(book, *WHOLE[5:], (1, "", "recusal", "자문 이력"))
    with open_book(book) as opened:
        assert opened.seal().missing == 0


def test_an_empty_book_can_be_sealed(bench: Bench) -> None:
    with open_book(bench.books["E1"]) as opened:
        assert opened.seal().missing == 9
        assert opened.receipt() is not None


def test_a_picture_of_a_book_cannot_be_sealed(book: Path) -> None:
    with open_book(book, read_only=True) as opened:
        with pytest.raises(StoreBusy):
            opened.seal()
        assert opened.receipt() is None


def test_a_round_knows_who_is_sealed(bench: Bench, book: Path) -> None:
    assert state_of(bench).receipt is None
    merged(bench.round, book)
    assert (state_of(bench).receipt, state_of(bench).missing) == (None, 0)
    receipt = sealed(book)
    merged(bench.round, book)
    state = state_of(bench)
    assert (state.receipt, state.expected, state.missing) == (receipt, 9, 0)
    assert state.sealed_at == seals_in(book)[0].sealed_at
    assert state_of(bench, "E2").receipt is None
    assert state_of(bench, "E2").missing == 9


def test_a_change_after_sealing_is_interim_and_names_the_cells(bench: Bench, book: Path) -> None:
    sealed(book)
    typed(book, (*SCORE, "31"), (2, "", "opinion", "글"))
    merged(bench.round, book)
    state = state_of(bench)
    assert state.receipt is None
    cells = {bench.cell("E1", *SCORE), bench.cell("E1", 2, "", "opinion")}
    assert set(state.differing) == cells
    receipt = sealed(book)
    merged(bench.round, book)
    assert state_of(bench).receipt == receipt


def test_an_older_sealed_state_does_not_seal_a_newer_one(bench: Bench, book: Path) -> None:
    sealed(book)
    old = shutil.copyfile(book, book.with_name("old.score"))
    typed(book, (*SCORE, "31"))
    merged(bench.round, book, old)
    assert state_of(bench).receipt is None


def test_a_sealed_book_that_comes_after_its_older_state_seals(bench: Bench, book: Path) -> None:
    old = shutil.copyfile(book, book.with_name("old.score"))
    typed(book, (*SCORE, "31"))
    receipt = sealed(book)
    merged(bench.round, old)
    merged(bench.round, book)
    assert state_of(bench).receipt == receipt


def test_cells_that_the_lead_settled_stand_apart(bench: Bench, book: Path) -> None:
    copy = shutil.copyfile(book, book.with_name("copy.score"))
    typed(book, (*SCORE, "31"))
    typed(copy, (*SCORE, "32"))
    receipt = sealed(book)
    merged(bench.round, book, copy)
    assert state_of(bench).receipt is None
    settle(bench.round, bench.cell("E1", *SCORE), "31")
    assert state_of(bench).receipt == receipt  # all that differs is settled
    typed(copy, (2, "C1", "score", "20"))
    merged(bench.round, copy)
    assert state_of(bench).receipt is None


def test_a_withdrawn_import_takes_its_seal_along(bench: Bench, book: Path) -> None:
    merged(bench.round, book)
    unsealed = shutil.copyfile(book, book.with_name("unsealed.score"))
    receipt = sealed(book)
    merged(bench.round, book)
    withdraw(bench.round, book)
    assert state_of(bench).receipt is None
    merged(bench.round, book)
    assert state_of(bench).receipt == receipt
    withdraw(bench.round, unsealed)
    assert state_of(bench).receipt == receipt


def test_of_whom_no_mark_is_expected_no_seal_is_asked(bench: Bench) -> None:
    recusals = [(number, "", "recusal", "제척 사유") for number in (1, 2, 5)]
    typed(bench.books["E1"], *recusals)
    merged(bench.round, bench.books["E1"])
    with open_round(bench.round, read_only=True) as desk:
        assert [row.evaluator.code for row in desk.seals()] == ["E2"]
