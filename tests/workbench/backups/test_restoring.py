"""A restored book is a new document beside the original, and a copy that merges know for one."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from models.errors import StoreError
from models.schema import DocumentKind
from models.store import open_store
from tests.workbench.rounds.small_round import (
    derived_state,
    merged,
    results_of,
    revisions_in,
    sealed,
    typed,
    typed_into,
)
from workbench.backups.restoring import restore
from workbench.backups.shelf import Backup, Why, back_up, backups_of, keep_image
from workbench.checking import check_file
from workbench.definition.stored import stored_facts
from workbench.rounds.desk import open_round
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench

WORD = "복원"


@pytest.fixture
def book(bench: Bench) -> Path:
    """A book of E1 of which a backup was made before its mark was changed."""
    path = bench.books["E1"]
    typed(path, (1, "C1", "score", "30"))
    with open_book(path) as opened:
        keep_image(opened.uid, opened.image(), Why.TIME, path)
        typed_into(opened, [(1, "C1", "score", "31")])
    return path


def uid_of(path: Path) -> bytes:
    with open_book(path) as opened:
        return opened.uid


def restored(path: Path) -> Path:
    uid = uid_of(path)
    return restore(backups_of(uid)[-1], uid, path, WORD)


def mark(path: Path, number: int = 1) -> str | None:
    with open_book(path, read_only=True) as opened:
        sheet = next(row for row in opened.sheets() if row.service.number == number)
        row = next(row for row in sheet.rows() if row.indicator.code == "C1")
        return dict(row.mark.values).get("score")


def test_a_backup_is_restored_beside_and_never_over(book: Path) -> None:
    before = book.read_bytes()
    made = restored(book)
    assert made.parent == book.parent
    pattern = re.escape(book.stem) + r" \(복원 \d{4}-\d\d-\d\d \d{4}\)\.score"
    assert re.fullmatch(pattern, made.name)
    assert book.read_bytes() == before
    assert (mark(made), mark(book)) == ("30", "31")
    assert check_file(made) == ()


def test_its_name_says_the_time_of_the_backup(book: Path) -> None:
    uid = uid_of(book)
    (found,) = backups_of(uid)
    at = datetime(2026, 11, 25, 0, 30, tzinfo=UTC)
    backup = Backup(found.path, at, found.why, found.size)
    made = restore(backup, uid, book, WORD)
    assert made.name == f"{book.stem} ({WORD} {at.astimezone():%Y-%m-%d %H%M}).score"


def test_a_name_that_is_taken_is_left_alone(book: Path) -> None:
    first = restored(book)
    first.write_bytes("내 것".encode())
    second, third = restored(book), restored(book)
    assert first.read_bytes() == "내 것".encode()
    assert second.name == first.name.replace(")", " 2)")
    assert third.name == first.name.replace(")", " 3)")


def test_restoring_from_a_restored_book_does_not_lengthen_its_name(book: Path) -> None:
    first = restored(book)
    uid = uid_of(book)
    second = restore(backups_of(uid)[-1], uid, first, WORD)
    assert second.name == first.name.replace(")", " 2)")


def test_a_restored_book_is_a_copy_of_its_own(book: Path) -> None:
    made = restored(book)
    typed(made, (2, "C1", "score", "12"))
    typed(book, (2, "C1", "score", "13"))
    replicas = [{row.replica for row in revisions_in(path).values()} for path in (made, book)]
    assert len(replicas[0] | replicas[1]) == 3  # before the backup, restored book, and original


def test_both_written_at_once_never_share_a_running_number(book: Path) -> None:
    """Nothing was written since the backup, so only the missing replica tells them apart."""
    with open_book(book) as original:
        backup = keep_image(original.uid, original.image(), Why.ASKED, book)
        made = restore(backup, original.uid, book, WORD)
        with open_book(made) as copy:
            for points in ("1", "2", "3"):
                typed_into(original, [(2, "C1", "score", points)])
                typed_into(copy, [(5, "C1", "score", points)])
    rows = revisions_in(made) | revisions_in(book)
    numbers = [(row.replica, row.seq) for row in rows.values()]
    assert len(numbers) == len(set(numbers))


def test_merging_both_loses_nothing_and_names_two_futures(bench: Bench, book: Path) -> None:
    made = restored(book)
    typed(made, (1, "C1", "score", "29"), (2, "C1", "score", "12"))
    typed(book, (5, "C1", "score", "13"))
    report = merged(bench.round, book, made)
    assert [row.status for row in report.files] == ["merged", "merged"]
    assert report.conflicts == 1  # service 1: 31 in the original, 29 in the restored book
    rows = revisions_in(bench.round)
    assert revisions_in(book).keys() | revisions_in(made).keys() <= rows.keys()
    with open_round(bench.round, read_only=True) as desk:
        assert "closed_futures" in {why.key for why in desk.reading().closed}


def test_merging_a_restored_book_alone_takes_it_whole(bench: Bench, book: Path) -> None:
    made = restored(book)
    typed(made, (2, "C1", "score", "12"))
    code = sealed(made)
    (row,) = merged(bench.round, made).files
    assert (row.status, row.receipt, row.futures, row.conflicts) == ("merged", code, 0, 0)


def test_an_untouched_restored_book_brings_nothing_that_the_original_lacks(
    bench: Bench, book: Path
) -> None:
    merged(bench.round, book)
    (row,) = merged(bench.round, restored(book)).files
    assert (row.new, row.futures, row.conflicts) == (0, 0, 0)


def test_a_round_is_restored_as_well(bench: Bench, book: Path) -> None:
    state, results = derived_state(bench.round), results_of(bench.round)
    with open_store(bench.round, DocumentKind.ROUND) as store:
        with store.read() as connection:
            (uid,) = stored_facts(connection, "uid")
        back_up(store, uid, Why.MERGE)
    merged(bench.round, book)
    made = restore(backups_of(uid)[-1], uid, bench.round, WORD)
    assert made.suffix == ".round"
    assert (derived_state(made), results_of(made)) == (state, results)
    assert derived_state(bench.round) != state


def test_a_damaged_backup_is_not_restored_and_leaves_nothing(book: Path) -> None:
    uid = uid_of(book)
    (backup,) = backups_of(uid)
    image = bytearray(backup.path.read_bytes())
    at = image.rindex(b"score")
    image[at] ^= 1  # one bit of one old entry: sound to SQLite, not to the history
    backup.path.write_bytes(image)
    before = sorted(book.parent.iterdir())
    with pytest.raises(StoreError) as refused:
        restored(book)
    assert refused.value.key == "backup_damaged"
    assert sorted(book.parent.iterdir()) == before


def test_a_folder_that_is_gone_is_a_sentence_and_leaves_nothing(book: Path, tmp_path: Path) -> None:
    uid = uid_of(book)
    with pytest.raises(StoreError) as refused:
        restore(backups_of(uid)[0], uid, tmp_path / "빠진 USB" / book.name, WORD)
    assert refused.value.key == "store_unwritable"
