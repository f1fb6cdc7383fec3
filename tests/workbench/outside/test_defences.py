"""The inner lines of defence, which nothing reaches that the outer ones stop."""

from __future__ import annotations

import signal
import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from models import sqlite, untrusted
from models.errors import StoreError
from workbench.merging.reading import read_outside_book
from workbench.outside import process
from workbench.outside.process import ReadingProcess, end_waiting, keep_waiting, waiting_child

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.merging.reading import OutsideBook


@pytest.mark.parametrize("value", ["'text'", "1.5", "NULL", "x'00'"])
def test_a_value_of_another_type_is_refused_though_no_check_saw_it(value: str) -> None:
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.execute("CREATE TABLE head (revision)")
        raw.execute(f"INSERT INTO head VALUES ({value})")
        with pytest.raises(TypeError):
            untrusted._rows(raw, "head")


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM v",
        "SELECT load_extension('x')",
        "PRAGMA query_only",
        "PRAGMA writable_schema=ON",
        "ATTACH ':memory:' AS other",
        "DELETE FROM head",
        "CREATE TABLE x (y)",
        "BEGIN",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n",
    ],
)
def test_a_confined_connection_does_nothing_but_read(statement: str) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as raw:
        raw.execute("CREATE TABLE head (revision)")
        raw.execute("CREATE VIEW v AS SELECT * FROM head")
        untrusted._restrict(raw)
        assert raw.execute("SELECT revision FROM head").fetchall() == []
        with pytest.raises(sqlite3.DatabaseError):
            raw.execute(statement).fetchall()


def test_a_file_for_which_memory_does_not_suffice_is_too_big(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(image: bytes) -> sqlite3.Connection:
        raise MemoryError

    monkeypatch.setattr(sqlite, "connect_to_image", full)
    with pytest.raises(StoreError) as found:
        untrusted.read_tables(book.read_bytes(), book.name)
    assert found.value.key == "file_too_big"


def test_a_query_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(untrusted, "DEADLINE_S", 0)
    with closing(sqlite3.connect(":memory:")) as raw:
        untrusted._restrict(raw)
        raw.set_authorizer(None)
        with pytest.raises(sqlite3.OperationalError):
            raw.execute(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                " SELECT count(*) FROM n"
            ).fetchall()


def test_a_child_without_a_group_of_its_own_serves_and_ends(
    book: Path, genuine: OutsideBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where there are no groups of processes and no pipes of another size."""
    end_waiting()
    monkeypatch.setattr(process, "_OWN_GROUP", None)
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(sys, "platform", "darwin")
        child = waiting_child()
    keep_waiting(child)
    assert read_outside_book(book).digest == genuine.digest
    end_waiting()
    assert child.has_ended


def test_no_more_than_one_child_waits() -> None:
    end_waiting()
    first, second = waiting_child(), waiting_child()
    keep_waiting(first)
    keep_waiting(second)
    assert (first.has_ended, second.has_ended) == (False, True)
    assert waiting_child() is first
    assert first.end() == f"exit code {-signal.SIGKILL}"


def test_a_child_that_ended_is_not_kept(tmp_path: Path) -> None:
    end_waiting()
    child = ReadingProcess([sys.executable, "-c", "pass"])
    child._process.wait()
    keep_waiting(child)
    fresh = waiting_child()
    assert fresh is not child
    fresh.end()
