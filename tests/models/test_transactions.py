"""Leaving the block commits, raising rolls back; troubles of disk and file become sentences."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import IntegrityError, OperationalError

from models.definitions import bodies, facts, set_fact
from models.errors import StoreBusy, StoreError
from models.picture import read_store
from models.schema import DocumentKind
from models.sqlite import error_from, sorted_errors
from models.store import open_store
from models.tables import part
from tests.models.second_process import answer_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from models.store import Store

THREADS, TURNS = 4, 30


@pytest.fixture
def store(round_file: Path) -> Iterator[Store]:
    with open_store(round_file, DocumentKind.ROUND) as opened:
        with opened.write() as connection:
            set_fact(connection, "word", "before")
        yield opened


def word_in(store: Store) -> str:
    with store.read() as connection:
        return facts(connection)["word"]


def big_parts(count: int) -> list[dict[str, object]]:
    return [{"hash": number.to_bytes(32), "body": "x" * 5000} for number in range(count)]


def write_and_raise(store: Store, error: BaseException, *statements: str) -> None:
    with store.write() as connection:
        set_fact(connection, "word", "after")
        connection.execute(insert(part), big_parts(20))
        for statement in statements:
            connection.exec_driver_sql(statement)
        raise error


def test_raising_rolls_everything_back_schema_changes_too(store: Store) -> None:
    changes = "CREATE TABLE planted (x INTEGER) STRICT", "DROP TABLE event"
    with pytest.raises(ZeroDivisionError):
        write_and_raise(store, ZeroDivisionError(), *changes)
    assert word_in(store) == "before"
    assert store.problem() is None


def test_being_interrupted_rolls_back(store: Store) -> None:
    with pytest.raises(KeyboardInterrupt):
        write_and_raise(store, KeyboardInterrupt())
    assert word_in(store) == "before"


def test_a_failed_transaction_changes_no_byte(store: Store) -> None:
    def image() -> bytes:
        with store.read() as connection:  # through the connection: a copy of what it holds
            return connection.connection.driver_connection.serialize()

    before = image()
    with pytest.raises(ZeroDivisionError):
        write_and_raise(store, ZeroDivisionError())
    assert image() == before


def test_a_full_disk_keeps_what_was_saved_before(store: Store) -> None:
    with store.read() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 3}")
    with pytest.raises(StoreError) as refused:
        write_and_raise(store, AssertionError("the disk should have been full"))
    assert refused.value.key == "disk_full"
    assert refused.value.exit_code == 3
    assert word_in(store) == "before"
    assert store.problem() is None
    with store.read() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 500}")
    with store.write() as connection:  # there is room again
        connection.execute(insert(part), big_parts(50))
    with store.read() as connection:
        assert len(bodies(connection)) == 50


FAILING_DISK = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with open_store(path, DocumentKind.ROUND) as store:
    size = path.stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 9000, resource.RLIM_INFINITY))
    try:
        with store.write() as connection:
            connection.execute(insert(part), big_parts(0, 50))
        say("stored")
    except AppError as error:
        say(error.key)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    with store.read() as connection:
        say(connection.exec_driver_sql("SELECT count(*) FROM part").scalar_one())
"""


def test_a_disk_that_refuses_a_write_is_told_and_nothing_is_half_there(round_file: Path) -> None:
    pytest.importorskip("resource")
    key, count = answer_of(FAILING_DISK, round_file).splitlines()
    assert key in {"disk_error", "disk_full"}
    assert count == "0"
    with read_store(round_file, DocumentKind.ROUND) as picture:
        assert picture.problem() is None


def test_writing_into_what_is_read_only_is_told(store: Store) -> None:
    with store.read() as connection:
        connection.exec_driver_sql("PRAGMA query_only=ON")
    with pytest.raises(StoreError) as refused, store.write() as connection:
        set_fact(connection, "word", "after")
    assert refused.value.key == "store_unwritable"


def test_a_broken_constraint_is_a_bug_and_no_sentence(store: Store) -> None:
    with pytest.raises(IntegrityError), store.write() as connection:
        connection.execute(insert(part), [{"hash": b"short", "body": "x"}])
    with pytest.raises(OperationalError), store.read() as connection:
        connection.execute(text("SELECT nonsense FROM document"))
    assert word_in(store) == "before"


def test_references_are_enforced(store: Store) -> None:
    with pytest.raises(IntegrityError), store.write() as connection:
        connection.exec_driver_sql("INSERT INTO head (revision) VALUES (7)")


@pytest.mark.parametrize(
    ("code", "key"),
    [
        (sqlite3.SQLITE_FULL, "disk_full"),
        (sqlite3.SQLITE_READONLY, "store_unwritable"),
        (sqlite3.SQLITE_READONLY | 4 << 8, "store_unwritable"),
        (sqlite3.SQLITE_CANTOPEN, "store_unwritable"),
        (sqlite3.SQLITE_CORRUPT, "store_damaged"),
        (sqlite3.SQLITE_NOTADB, "store_damaged"),
        (sqlite3.SQLITE_IOERR_FSYNC, "disk_error"),
        (sqlite3.SQLITE_IOERR, "disk_error"),
        (sqlite3.SQLITE_BUSY, "store_busy"),
        (sqlite3.SQLITE_BUSY_RECOVERY, "store_busy"),
    ],
)
def test_codes_of_sqlite_are_sorted_once(tmp_path: Path, code: int, key: str) -> None:
    error = sqlite3.OperationalError("whatever")
    error.sqlite_errorcode = code
    with pytest.raises(StoreError) as sorted_, sorted_errors(tmp_path / "a.round"):
        raise error
    assert sorted_.value.key == key
    assert sorted_.value.values["name"] == "a.round"
    assert isinstance(sorted_.value, StoreBusy) == (key == "store_busy")


@pytest.mark.parametrize("code", [None, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT])
def test_other_codes_are_bugs(tmp_path: Path, code: int | None) -> None:
    error = sqlite3.OperationalError("whatever")
    if code is not None:
        error.sqlite_errorcode = code
    assert error_from(error, tmp_path) is None
    with pytest.raises(sqlite3.OperationalError), sorted_errors(tmp_path):
        raise error


def test_a_message_that_is_not_utf_8_is_damage(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as sorted_, sorted_errors(tmp_path / "a.round"):
        b"\xff".decode()
    assert sorted_.value.key == "store_damaged"


def test_threads_take_their_turn(round_file: Path) -> None:
    with open_store(round_file, DocumentKind.ROUND) as store:

        def work(number: int) -> None:
            for turn in range(TURNS):
                with store.write() as connection:
                    set_fact(connection, f"{number} {turn}", "x")
                with store.read() as connection:
                    assert f"{number} {turn}" in facts(connection)

        with ThreadPoolExecutor(THREADS) as threads:
            list(threads.map(work, range(THREADS)))
        with store.read() as connection:
            assert len(facts(connection)) == THREADS * TURNS
