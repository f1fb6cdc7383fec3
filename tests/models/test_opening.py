"""Making and opening a document: settings in force, and files that are refused untouched."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from models.definitions import facts, set_fact
from models.errors import StoreError
from models.picture import read_store
from models.recovering import journal_path
from models.schema import VERSION, DocumentKind
from models.sqlite import cut_tail, read_header
from models.store import create_store, open_store

if TYPE_CHECKING:
    from pathlib import Path

IN_FORCE = {
    "locking_mode": "exclusive",
    "journal_mode": "truncate",
    "synchronous": 2,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "secure_delete": 1,
    "temp_store": 2,
}


def settings_of(store) -> dict[str, object]:
    with store.read() as connection:
        return {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one_or_none() or 0
            for name in IN_FORCE
        }


def test_settings_are_in_force_in_a_new_file_and_in_one_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "a.round"
    with create_store(path, DocumentKind.ROUND) as made:
        assert settings_of(made) == IN_FORCE
    with open_store(path, DocumentKind.ROUND) as opened:
        assert settings_of(opened) == IN_FORCE


def test_settings_stay_in_force_after_a_transaction_that_failed(round_file: Path) -> None:
    with open_store(round_file, DocumentKind.ROUND) as store:
        with pytest.raises(ZeroDivisionError), store.write():
            raise ZeroDivisionError
        assert settings_of(store) == IN_FORCE


@pytest.mark.parametrize("kind", DocumentKind)
def test_header_says_kind_and_version(tmp_path: Path, kind: DocumentKind) -> None:
    path = tmp_path / "document"
    create_store(path, kind).close()
    assert read_header(path) == (kind, VERSION)
    assert path.read_bytes()[68:72] == kind.value.to_bytes(4)
    assert path.read_bytes()[60:64] == VERSION.to_bytes(4)


def test_a_closed_document_is_one_file(tmp_path: Path) -> None:
    path = tmp_path / "a.round"
    with create_store(path, DocumentKind.ROUND) as store, store.write() as connection:
        set_fact(connection, "uid", "00")
    assert list(tmp_path.iterdir()) == [path]
    with open_store(path, DocumentKind.ROUND) as store, store.write() as connection:
        set_fact(connection, "uid", "01")
    assert list(tmp_path.iterdir()) == [path]


def test_an_open_idle_document_has_an_empty_journal_so_that_a_copy_is_whole(
    round_file: Path,
) -> None:
    with open_store(round_file, DocumentKind.ROUND) as store:
        with store.write() as connection:
            set_fact(connection, "uid", "00")
        assert journal_path(round_file).stat().st_size == 0


def test_opening_and_reading_change_no_byte(round_file: Path) -> None:
    before = round_file.read_bytes()
    open_store(round_file, DocumentKind.ROUND).close()
    read_store(round_file, DocumentKind.ROUND).close()
    assert round_file.read_bytes() == before


def test_making_a_document_never_touches_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "a.round"
    path.write_text("여기 있던 글", encoding="utf-8")
    with pytest.raises(StoreError) as refused:
        create_store(path, DocumentKind.ROUND)
    assert refused.value.key == "store_unwritable"
    assert path.read_text(encoding="utf-8") == "여기 있던 글"


def test_making_a_document_in_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as refused:
        create_store(tmp_path / "없음" / "a.round", DocumentKind.ROUND)
    assert refused.value.key == "store_unwritable"


def header_of(path: Path, at: int, value: bytes) -> None:
    image = bytearray(path.read_bytes())
    image[at : at + len(value)] = value
    path.write_bytes(image)


REFUSED = {
    "newer_version": lambda path: header_of(path, 60, (VERSION + 1).to_bytes(4)),
    "store_damaged": lambda path: header_of(path, 60, (0).to_bytes(4)),
    "book_wanted": lambda path: header_of(path, 68, DocumentKind.ROUND.value.to_bytes(4)),
    "not_our_file": lambda path: header_of(path, 68, b"GPKG"),
    "file_empty": lambda path: path.write_bytes(b""),
    "file_absent": lambda path: path.unlink(),
}


@pytest.mark.parametrize("opening", [open_store, read_store])
@pytest.mark.parametrize("key", REFUSED)
def test_a_file_that_cannot_be_opened_is_refused_untouched(
    book_file: Path, key: str, opening
) -> None:
    REFUSED[key](book_file)
    before = {path: path.read_bytes() for path in book_file.parent.iterdir()}
    with pytest.raises(StoreError) as refused:
        opening(book_file, DocumentKind.SCORE)
    assert refused.value.key == key
    assert {path: path.read_bytes() for path in book_file.parent.iterdir()} == before


@pytest.mark.parametrize("opening", [open_store, read_store])
def test_a_text_file_with_our_ending_is_not_ours(tmp_path: Path, opening) -> None:
    path = tmp_path / "a.score"
    path.write_text("점수표가 아닌 글입니다. " * 20, encoding="utf-8")
    with pytest.raises(StoreError) as refused:
        opening(path, DocumentKind.SCORE)
    assert refused.value.key == "not_our_file"


@pytest.mark.parametrize("opening", [open_store, read_store])
def test_a_folder_is_no_file(tmp_path: Path, opening) -> None:
    with pytest.raises(StoreError) as refused:
        opening(tmp_path, DocumentKind.SCORE)
    assert refused.value.key == "not_a_file"


@pytest.mark.parametrize("opening", [open_store, read_store])
def test_a_name_longer_than_the_disk_takes_is_an_error_of_its_own(tmp_path: Path, opening) -> None:
    with pytest.raises(StoreError) as refused:
        opening(tmp_path / ("긴" * 200 + ".score"), DocumentKind.SCORE)
    assert refused.value.key == "file_unreadable"


@pytest.mark.parametrize("tail", [b"\n-- \nsent by mail", bytes(8192)])
def test_what_was_appended_is_cut_off_by_the_writer_and_left_by_readers(
    book_file: Path, tail: bytes
) -> None:
    whole = book_file.read_bytes()
    book_file.write_bytes(whole + tail)
    read_store(book_file, DocumentKind.SCORE).close()
    assert book_file.read_bytes() == whole + tail
    open_store(book_file, DocumentKind.SCORE).close()
    assert book_file.read_bytes() == whole


def test_a_file_put_in_its_place_meanwhile_is_not_cut(book_file: Path, tmp_path: Path) -> None:
    other = tmp_path / "newer.score"
    create_store(other, DocumentKind.SCORE).close()
    raw = sqlite3.connect(other)
    parts = [(number.to_bytes(32), "x" * 5000) for number in range(50)]
    raw.executemany("INSERT INTO part VALUES (?, ?)", parts)
    raw.commit()
    raw.close()
    newer = other.read_bytes()
    with closing(sqlite3.connect(book_file)) as opened:
        (pages,) = opened.execute("PRAGMA page_count").fetchone()
        assert len(newer) > pages * 4096
        os.replace(other, book_file)
        cut_tail(opened, book_file)
    assert book_file.read_bytes() == newer


@pytest.mark.parametrize("opening", [open_store, read_store])
def test_structures_of_somebody_else_are_refused(book_file: Path, opening) -> None:
    raw = sqlite3.connect(book_file)
    raw.execute("CREATE INDEX planted ON revision (owner)")
    raw.close()
    before = book_file.read_bytes()
    with pytest.raises(StoreError) as refused:
        opening(book_file, DocumentKind.SCORE)
    assert refused.value.key == "foreign_structure"
    assert book_file.read_bytes() == before
    assert list(book_file.parent.iterdir()) == [book_file]


@pytest.mark.parametrize("opening", [open_store, read_store])
def test_garbage_behind_our_header_is_damage(book_file: Path, opening) -> None:
    header_of(book_file, 100, b"\xa5" * 3000)
    with pytest.raises(StoreError) as refused:
        opening(book_file, DocumentKind.SCORE)
    assert refused.value.key == "store_damaged"


def test_a_picture_cannot_be_written_into(round_file: Path) -> None:
    with read_store(round_file, DocumentKind.ROUND) as picture:
        assert picture.taken_at is not None
        with pytest.raises(StoreError) as refused, picture.write():
            pass
        assert refused.value.key == "read_only_view"


def test_what_is_written_is_there_when_opened_again(round_file: Path) -> None:
    with open_store(round_file, DocumentKind.ROUND) as store:
        with store.write() as connection:
            set_fact(connection, "글", "가나다 ✓")
        with store.write() as connection:
            set_fact(connection, "글", "라마바")
    with read_store(round_file, DocumentKind.ROUND) as picture, picture.read() as connection:
        assert facts(connection) == {"글": "라마바"}
