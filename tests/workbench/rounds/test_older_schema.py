"""Programs of two versions around one round: the round says which version its books have."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from models import picture, sqlite, store, untrusted
from models.schema import STATEMENTS, VERSION, DocumentKind
from models.sqlite import read_header
from models.steps import climb
from tests.workbench.rounds.small_round import WHOLE, made, merged, results_of, typed
from workbench.checking import check_file
from workbench.rounds.desk import open_round
from workbench.rounds.updating import take_update
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench

NEXT = VERSION + 1
ADDED = "CREATE TABLE extra (x INTEGER) STRICT"


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """The program of the next version, until it is undone; it still writes this version."""
    for kind in DocumentKind:
        monkeypatch.setitem(STATEMENTS[kind], NEXT, (*STATEMENTS[kind][VERSION], ADDED))
    steps = {kind: {NEXT: (ADDED,)} for kind in DocumentKind}
    for module in (sqlite, store, untrusted):
        monkeypatch.setattr(module, "VERSION", NEXT)
    for module in (picture, store, untrusted):
        monkeypatch.setattr(module, "climb", partial(climb, steps=steps, target=NEXT))
    yield monkeypatch
    sqlite._literal_schema.cache_clear()


def versions_of(*paths: Path) -> set[int]:
    return {read_header(path)[1] for path in paths}


def test_an_evaluator_who_updates_first_hands_over_a_book_that_the_lead_can_read(
    bench: Bench, newer: pytest.MonkeyPatch
) -> None:
    for book in bench.books.values():
        typed(book, *WHOLE)
        with open_book(book) as opened:
            opened.seal()
        assert check_file(book) == ()
    assert versions_of(*bench.books.values()) == {VERSION}
    newer.undo()  # the lead's program is the older one
    assert merged(bench.round, *bench.books.values()).exit_code == 0
    assert results_of(bench.round)["counted"] == 3


def test_a_lead_who_updates_first_hands_out_books_that_the_evaluators_can_open(
    bench: Bench, newer: pytest.MonkeyPatch
) -> None:
    with open_round(bench.round) as desk:
        again = [path for _, path in desk.hand_out(bench.path("again"))]
        zipped = [path for _, path in desk.hand_out(bench.path("zipped"), zipped=True)]
    assert versions_of(bench.round, *again) == {VERSION}
    newer.undo()  # the evaluators' program is the older one
    for path in again:
        typed(path, *WHOLE)
    for path in zipped:  # an update that an older program takes
        with open_book(again[zipped.index(path)]) as opened:
            assert not take_update(opened, path).is_newer


def test_a_round_made_by_the_newer_program_hands_out_books_of_its_own_version(
    tmp_path: Path, newer: pytest.MonkeyPatch
) -> None:
    bench = made(tmp_path / "new")
    assert versions_of(bench.round, *bench.books.values()) == {NEXT}


def test_the_newer_program_merges_books_into_an_older_round(
    bench: Bench, newer: pytest.MonkeyPatch
) -> None:
    for book in bench.books.values():
        typed(book, *WHOLE)
    assert merged(bench.round, *bench.books.values()).exit_code == 0
    assert check_file(bench.round) == ()
    assert versions_of(bench.round) == {VERSION}
