"""A copy is whole, verified and put in place in one step, or the target is as before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.definitions import facts, set_fact
from models.errors import StoreError
from models.picture import read_store
from models.schema import DocumentKind
from models.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from models.store import Store


@pytest.fixture
def store(round_file: Path) -> Iterator[Store]:
    with open_store(round_file, DocumentKind.ROUND) as opened:
        with opened.write() as connection:
            set_fact(connection, "word", "원본")
        yield opened


def word_in(path: Path) -> str:
    with read_store(path, DocumentKind.ROUND) as picture, picture.read() as connection:
        assert picture.problem() is None
        return facts(connection)["word"]


def test_a_copy_holds_everything_and_stands_alone(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "백업"
    folder.mkdir()
    target = folder / "2024 (최종)#1%.round"
    store.copy_to(target)
    with store.write() as connection:
        set_fact(connection, "word", "그 뒤")
    assert word_in(target) == "원본"
    assert list(folder.iterdir()) == [target]


def test_a_copy_replaces_an_older_one(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "copy.round"
    store.copy_to(target)
    with store.write() as connection:
        set_fact(connection, "word", "그 뒤")
    store.copy_to(target)
    assert word_in(target) == "그 뒤"


def test_a_picture_can_be_copied(round_file: Path, store: Store, tmp_path: Path) -> None:
    with read_store(round_file, DocumentKind.ROUND) as picture:
        picture.copy_to(tmp_path / "copy.round")
    assert word_in(tmp_path / "copy.round") == "원본"


def test_a_copy_that_cannot_be_put_in_place_leaves_the_target_and_no_draft(
    store: Store, tmp_path: Path
) -> None:
    target = tmp_path / "folder.round"
    (target / "inside").mkdir(parents=True)  # a folder stands where the copy should go
    with pytest.raises(StoreError) as refused:
        store.copy_to(target)
    assert refused.value.key == "store_unwritable"
    assert (target / "inside").is_dir()
    assert not list(tmp_path.glob(".*"))
    assert not list(tmp_path.glob("*.part*"))


@pytest.mark.parametrize("name", ["없음/copy.round", "긴" * 120 + ".round"])
def test_a_copy_to_where_nothing_can_be_is_refused(store: Store, tmp_path: Path, name: str) -> None:
    before = sorted(tmp_path.iterdir())
    with pytest.raises(StoreError) as refused:
        store.copy_to(tmp_path / name)
    assert refused.value.key == "store_unwritable"
    assert sorted(tmp_path.iterdir()) == before


def test_a_damaged_document_is_not_copied_over_a_good_one(round_file: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.round"
    with open_store(round_file, DocumentKind.ROUND) as store:
        with store.write() as connection:
            set_fact(connection, "word", "원본")
        store.copy_to(target)
        with store.write() as connection:  # a reference without its row, as damage would leave it
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        raw = store._raw
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute("INSERT INTO head VALUES (99)")
        with pytest.raises(StoreError) as refused:
            store.copy_to(target)
        assert refused.value.key == "store_damaged"
    assert word_in(target) == "원본"
    assert not list(tmp_path.glob(".*"))
