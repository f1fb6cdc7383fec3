"""A working copy is the same document in a local folder, and a copy of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workbench.rounds.small_round import merged, revisions_in, sealed, typed
from workbench.checking import check_file
from workbench.errors import StoreError
from workbench.home import home
from workbench.placement.asking import place_of_file
from workbench.placement.working_copy import folder_of_copies, is_offered, make_working_copy

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench


def copied(path: Path) -> Path:
    return make_working_copy(path.read_bytes(), path)


def test_it_lies_on_this_computer_and_holds_the_same(bench: Bench) -> None:
    for path in (bench.books["E1"], bench.round):
        before = path.read_bytes()
        copy = copied(path)
        assert (copy.parent, copy.name) == (folder_of_copies(), path.name)
        assert check_file(copy) == ()
        assert place_of_file(copy) is None
        assert is_offered()
        assert path.read_bytes() == before


def test_names_that_are_taken_are_left_alone(bench: Bench) -> None:
    first, second, third = (copied(bench.books["E1"]) for _ in range(3))
    stem = bench.books["E1"].stem
    assert [one.name for one in (first, second, third)] == [
        f"{stem}.score",
        f"{stem} (2).score",
        f"{stem} (3).score",
    ]


def test_original_and_copy_never_share_a_running_number(bench: Bench) -> None:
    book = bench.books["E1"]
    typed(book, (1, "C1", "score", "30"))
    copy = copied(book)
    typed(book, (2, "C1", "score", "10"))
    typed(copy, (5, "C1", "score", "20"))
    rows = revisions_in(book) | revisions_in(copy)
    numbers = {(row.replica, row.seq) for row in rows.values()}
    assert len(numbers) == len(rows) == 3


def test_the_copy_is_merged_like_the_book_itself(bench: Bench) -> None:
    copy = copied(bench.books["E1"])
    typed(copy, (1, "C1", "score", "30"))
    code = sealed(copy)
    (row,) = merged(bench.round, copy).files
    assert (row.status, row.receipt) == ("merged", code)


def test_a_damaged_file_is_not_copied_and_leaves_nothing(bench: Bench) -> None:
    book = bench.books["E1"]
    book.write_bytes(book.read_bytes()[:20_000])
    with pytest.raises(StoreError):
        copied(book)
    assert not folder_of_copies().exists() or not list(folder_of_copies().iterdir())


def test_where_the_folder_cannot_be_made_it_is_a_sentence(bench: Bench) -> None:
    folder_of_copies().parent.mkdir(parents=True, exist_ok=True)
    folder_of_copies().write_text("no folder")
    with pytest.raises(StoreError) as refused:
        copied(bench.books["E1"])
    assert refused.value.key == "folder_unwritable"


def test_nothing_is_offered_where_it_would_be_no_better(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCORING_WORKBENCH_HOME", str(tmp_path / "Dropbox" / "home"))
    assert home().name == "home"
    assert not is_offered()
