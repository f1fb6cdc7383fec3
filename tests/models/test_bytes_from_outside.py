"""Bytes of files from outside: read once and whole, and only of what is a file of a fit size."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

import pytest

from models import sqlite
from models.errors import StoreError
from models.schema import VERSION, DocumentKind
from models.untrusted import MAX_BYTES, read_bytes, rehearse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def refusal(path: Path) -> dict[str, object]:
    with pytest.raises(StoreError) as refused:
        read_bytes(path)
    return {"key": refused.value.key, **refused.value.values}


def linked(path: Path) -> None:
    path.with_name("elsewhere").write_bytes(b"x")
    path.symlink_to(path.with_name("elsewhere"))


def loop(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.parametrize("make", [linked, loop, os.mkdir, os.mkfifo], ids=lambda one: one.__name__)
def test_a_link_a_folder_and_a_pipe_are_no_file(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    path = tmp_path / "E1.score"
    make(path)
    assert refusal(path) == {"key": "not_a_file", "name": "E1.score"}


def test_what_is_not_there_is_said_with_its_path(tmp_path: Path) -> None:
    path = tmp_path / "없음.score"
    assert refusal(path) == {"key": "file_absent", "name": "없음.score", "path": str(path)}


def test_a_name_that_no_disk_takes_is_unreadable(tmp_path: Path) -> None:
    name = "가" * 200 + ".score"
    assert refusal(tmp_path / name) == {"key": "file_unreadable", "name": name}


@pytest.mark.parametrize("size", [0, 1, MAX_BYTES])
def test_up_to_the_size_of_a_score_book_every_byte_is_read(tmp_path: Path, size: int) -> None:
    path = tmp_path / "E1.score"
    with path.open("wb") as file:
        file.truncate(size)
        if size:
            file.seek(size - 1)
            file.write(b"!")
    found = read_bytes(path)
    assert (len(found), found[-1:]) == (size, b"!" if size else b"")


def test_one_byte_more_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "E1.score"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert refusal(path) == {"key": "file_too_big", "name": "E1.score", "most": 64}


def test_after_a_rehearsal_no_schema_is_built_for_a_book(monkeypatch: pytest.MonkeyPatch) -> None:
    book = sqlite3.connect(":memory:", isolation_level=None)
    sqlite.create_schema(book, DocumentKind.SCORE)
    sqlite._literal_schema.cache_clear()
    rehearse()
    monkeypatch.setattr("sqlite3.connect", None)
    assert sqlite.schema_matches(book, DocumentKind.SCORE, VERSION)
    book.close()
