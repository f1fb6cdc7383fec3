"""A backup is the whole document of one moment; what stands beside it is nobody's business."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from models.errors import StoreError
from models.schema import DocumentKind
from models.store import open_store
from tests.workbench.rounds.small_round import derived_state, revisions_in, typed, typed_into
from workbench.backups.shelf import Why, back_up, backups_of, folder_of, image_of, keep_image
from workbench.checking import check_file
from workbench.definition.stored import stored_facts
from workbench.home import ENVIRONMENT, home
from workbench.scoring.book import open_book
from workbench.sentences import sentence_of

if TYPE_CHECKING:
    from pathlib import Path

    from models.store import Store
    from tests.workbench.rounds.small_round import Bench


@pytest.fixture
def book(bench: Bench) -> Path:
    typed(bench.books["E1"], (1, "C1", "score", "30"))
    return bench.books["E1"]


def uid_of(store: Store) -> bytes:
    with store.read() as connection:
        (uid,) = stored_facts(connection, "uid")
    return uid


def kept(path: Path, why: Why = Why.TIME, *rows: tuple[int, str, str, str]):
    """Type into a book and keep a backup of it while it is open."""
    with open_book(path) as opened:
        typed_into(opened, rows)
        return keep_image(opened.uid, opened.image(), why, path), opened.uid


def test_a_backup_of_an_open_book_is_the_book_byte_for_byte(book: Path) -> None:
    backup, uid = kept(book, Why.TIME, (2, "C1", "score", "20.5"))
    assert backup.path.read_bytes() == book.read_bytes()
    assert check_file(backup.path) == ()
    assert revisions_in(backup.path) == revisions_in(book)
    assert backup.path.parent == home() / "backups" / uid.hex()
    assert [path.name for path in backup.path.parent.iterdir()] == [backup.path.name]


def test_a_backup_of_a_round_is_a_whole_round(bench: Bench) -> None:
    state = derived_state(bench.round)
    with open_store(bench.round, DocumentKind.ROUND) as store:
        first, second = (back_up(store, uid_of(store), Why.MERGE) for _ in range(2))
    assert first != second  # two merges have two backups, also of equal content
    assert first.name.endswith("-merge.round")
    assert derived_state(first) == derived_state(second) == state


def test_backups_are_listed_newest_first_with_time_reason_and_size(book: Path) -> None:
    before = datetime.now(UTC)
    first, uid = kept(book, Why.OPEN)
    second, _ = kept(book, Why.TIME, (1, "C1", "score", "31"))
    third, _ = kept(book, Why.CLOSE, (1, "C1", "score", "32"))
    assert backups_of(uid) == (third, second, first)
    assert [row.why for row in backups_of(uid)] == ["close", "time", "open"]
    assert before <= first.at <= second.at <= third.at
    assert first.size == first.path.stat().st_size


def test_what_the_newest_backup_holds_is_not_kept_twice(book: Path) -> None:
    first, uid = kept(book)
    again, _ = kept(book, Why.CLOSE)  # closed, opened, and nothing typed
    assert again == first
    assert backups_of(uid) == (first,)


def test_an_older_state_is_kept_again_once_it_is_not_the_newest(book: Path) -> None:
    first, uid = kept(book)
    before = book.read_bytes()
    kept(book, Why.TIME, (1, "C1", "score", "31"))
    book.write_bytes(before)
    third, _ = kept(book, Why.OPEN)
    assert len(backups_of(uid)) == 3
    assert third.path.read_bytes() == first.path.read_bytes()


def test_files_of_others_in_the_folder_are_not_listed(book: Path) -> None:
    backup, uid = kept(book)
    folder = folder_of(uid)
    stamp = backup.path.name.split("-")[0]
    (folder / "메모.txt").write_text("내 메모")
    (folder / "사본.score").write_bytes(b"")
    (folder / f"{stamp}-time.xlsx").write_bytes(b"")
    (folder / "20261399T999999999999Z-time.score").write_bytes(b"")
    (folder / f"{stamp}-close.score").mkdir()
    os.symlink(backup.path, folder / f"{stamp}-open.score")
    assert backups_of(uid) == (backup,)


def test_a_reason_of_another_version_is_listed_as_it_is(book: Path) -> None:
    backup, uid = kept(book)
    other = backup.path.with_name(backup.path.name.replace("-time", "-finalisation"))
    other.write_bytes(backup.path.read_bytes())
    assert {row.why for row in backups_of(uid)} == {"time", "finalisation"}


def test_without_any_backup_there_is_an_empty_list(book: Path) -> None:
    assert backups_of(b"u" * 16) == ()


@pytest.mark.parametrize("blocked", ["home", "folder"])
def test_a_folder_that_cannot_be_made_is_a_finished_sentence(
    blocked: str, book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "집 (새것) #1"
    monkeypatch.setenv(ENVIRONMENT, str(here))
    if blocked == "home":
        here.write_text("a file, no folder")
    else:
        here.mkdir()
        (here / "backups").write_text("a file, no folder")
    before = book.read_bytes()
    with pytest.raises(StoreError) as refused:
        kept(book)
    assert refused.value.key == "backup_not_made"
    assert book.name in sentence_of(refused.value, "ko")
    assert book.read_bytes() == before


def test_a_merge_says_that_it_was_not_begun(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "home"
    here.write_text("a file, no folder")
    monkeypatch.setenv(ENVIRONMENT, str(here))
    with open_store(bench.round, DocumentKind.ROUND) as store, pytest.raises(StoreError) as refused:
        back_up(store, uid_of(store), Why.MERGE)
    assert refused.value.key == "backup_failed"


def spoiled_in(image: bytes) -> bytes:
    return image[:4096] + bytes(4096) + image[8192:]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda image: b"",
        lambda image: image[: len(image) // 2],
        lambda image: b"\xff" * len(image),
        spoiled_in,
    ],
)
def test_a_damaged_backup_is_named(spoil, book: Path) -> None:
    backup, uid = kept(book)
    backup.path.write_bytes(spoil(backup.path.read_bytes()))
    (listed,) = backups_of(uid)
    with pytest.raises(StoreError) as refused:
        image_of(listed, uid)
    assert refused.value.key == "backup_damaged"
    assert backup.path.name in sentence_of(refused.value, "ko")


def test_a_backup_of_another_document_is_not_taken_for_ours(bench: Bench, book: Path) -> None:
    backup, uid = kept(book)
    _, other = kept(bench.books["E2"])
    backup.path.write_bytes(backups_of(other)[0].path.read_bytes())
    with pytest.raises(StoreError) as refused:
        image_of(backup, uid)
    assert refused.value.key == "backup_damaged"


def test_a_backup_that_is_gone_is_a_sentence(book: Path) -> None:
    backup, uid = kept(book)
    backup.path.unlink()
    with pytest.raises(StoreError) as refused:
        image_of(backup, uid)
    assert refused.value.key == "backup_unreadable"


def test_no_backup_is_made_of_a_damaged_image(book: Path) -> None:
    with open_book(book) as opened:
        uid, image = opened.uid, opened.image()
    with pytest.raises(StoreError) as refused:
        keep_image(uid, spoiled_in(image), Why.TIME, book)
    assert refused.value.key == "store_damaged"
    assert backups_of(uid) == ()


def test_the_book_stays_locked_and_writable_while_backups_are_made(book: Path) -> None:
    with open_book(book) as opened:
        keep_image(opened.uid, opened.image(), Why.TIME, book)
        with pytest.raises(StoreError):
            open_book(book)
        typed_into(opened, [(2, "C1", "score", "12")])
        assert len(keep_image(opened.uid, opened.image(), Why.TIME, book).path.read_bytes())
        assert len(backups_of(opened.uid)) == 2
