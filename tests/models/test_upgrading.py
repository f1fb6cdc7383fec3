"""A file of an older version, as a later program finds it: kept as it is, or brought up to date."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from models import picture, sqlite, store, untrusted
from models.definitions import facts, set_fact
from models.errors import StoreError
from models.picture import read_store
from models.recovering import journal_path
from models.schema import OLDEST, STATEMENTS, VERSION, DocumentKind
from models.sqlite import read_header
from models.steps import STEPS, climb
from models.store import create_store, open_store
from tests.models.second_process import PRELUDE, SecondProcess

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NEXT = VERSION + 1
ADDED = "CREATE TABLE extra (x INTEGER) STRICT"
GOOD = (ADDED, "INSERT INTO extra VALUES (7)")


@pytest.fixture
def next_program(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The program of the next version; it has one step more and still writes this version."""
    for kind in DocumentKind:
        monkeypatch.setitem(STATEMENTS[kind], NEXT, (*STATEMENTS[kind][VERSION], ADDED))
    for module in (sqlite, store, untrusted):
        monkeypatch.setattr(module, "VERSION", NEXT)
    step(monkeypatch, *GOOD)
    yield
    sqlite._literal_schema.cache_clear()


@pytest.fixture
def later(next_program: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program so late that it no longer writes this version."""
    monkeypatch.setattr(store, "OLDEST", NEXT)


def step(monkeypatch: pytest.MonkeyPatch, *statements: str) -> None:
    steps = {kind: {NEXT: statements} for kind in DocumentKind}
    for module in (picture, store, untrusted):
        monkeypatch.setattr(module, "climb", partial(climb, steps=steps, target=NEXT))


def test_a_newer_program_writes_a_file_in_the_version_it_has(
    book_file: Path, next_program: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(book_file, DocumentKind.SCORE) as opened:
        with opened.write() as connection:
            set_fact(connection, "word", "from the newer")
            assert store.schema_version(connection) == VERSION
        assert opened.problem() is None
    assert list(book_file.parent.iterdir()) == [book_file]
    monkeypatch.undo()  # the program of this version again
    with open_store(book_file, DocumentKind.SCORE) as again, again.read() as connection:
        assert facts(connection) == {"word": "from the newer"}


def test_a_new_file_has_the_newest_version_or_the_one_asked_for(
    tmp_path: Path, next_program: None
) -> None:
    for kind in DocumentKind:
        for version in (VERSION, NEXT):
            path = tmp_path / f"{kind.name} {version}"
            with create_store(path, kind, version) as made:
                assert made.problem() is None
            assert read_header(path) == (kind, version)
        create_store(tmp_path / kind.name, kind).close()
        assert read_header(tmp_path / kind.name) == (kind, NEXT)


def test_the_versions_that_are_written_are_all_known() -> None:
    assert OLDEST <= VERSION
    for kind in DocumentKind:
        assert set(range(OLDEST, VERSION + 1)) <= set(STATEMENTS[kind])
        assert set(STEPS[kind]) == set(STATEMENTS[kind]) - {min(STATEMENTS[kind])}


def test_opening_an_older_file_backs_it_up_and_brings_it_up_to_date(
    round_file: Path, later: None
) -> None:
    before = round_file.read_bytes()
    with open_store(round_file, DocumentKind.ROUND) as opened:
        with opened.read() as connection:
            assert connection.exec_driver_sql("SELECT x FROM extra").scalars().all() == [7]
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1
        with opened.write() as connection:
            set_fact(connection, "word", "after")
    assert read_header(round_file) == (DocumentKind.ROUND, NEXT)
    (backup,) = (path for path in round_file.parent.iterdir() if path != round_file)
    assert backup.name == f"{round_file.stem} (v{VERSION}).round"
    assert read_header(backup) == (DocumentKind.ROUND, VERSION)
    assert before[:16] == backup.read_bytes()[:16]
    with open_store(round_file, DocumentKind.ROUND) as again, again.read() as connection:
        assert facts(connection) == {"word": "after"}


def test_the_copy_before_an_upgrade_is_written_over_nothing(round_file: Path, later: None) -> None:
    taken = round_file.with_name(f"{round_file.stem} (v{VERSION}).round")
    taken.write_text("somebody's file", encoding="utf-8")
    open_store(round_file, DocumentKind.ROUND).close()
    copy = round_file.with_name(f"{round_file.stem} (v{VERSION}-2).round")
    assert taken.read_text(encoding="utf-8") == "somebody's file"
    assert read_header(copy) == (DocumentKind.ROUND, VERSION)


def test_reading_an_older_file_changes_no_byte(round_file: Path, later: None) -> None:
    before = round_file.read_bytes()
    with read_store(round_file, DocumentKind.ROUND) as picture:
        with picture.read() as connection:
            assert connection.exec_driver_sql("SELECT x FROM extra").scalars().all() == [7]
        with pytest.raises(StoreError), picture.write():
            pass
    assert round_file.read_bytes() == before
    assert list(round_file.parent.iterdir()) == [round_file]


def test_an_older_book_from_outside_is_stepped_up_in_memory(
    book_file: Path, later: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = book_file.read_bytes()
    assert untrusted.read_tables(before, book_file.name)["revision"] == []
    step(monkeypatch, "UPDATE document SET value = 'x'", "DROP TABLE seal_head")
    with pytest.raises(StoreError) as refused:
        untrusted.read_tables(before, book_file.name)
    assert refused.value.key == "store_damaged"
    assert book_file.read_bytes() == before


def test_a_step_that_fails_leaves_the_file_as_it_was(
    round_file: Path, later: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    step(monkeypatch, ADDED, "INSERT INTO head VALUES (4711)")
    before = round_file.read_bytes()
    with pytest.raises(Exception, match="without its row"):
        open_store(round_file, DocumentKind.ROUND)
    assert round_file.read_bytes()[:24] == before[:24]
    assert read_header(round_file) == (DocumentKind.ROUND, VERSION)
    assert not journal_path(round_file).exists()


KILLED_UPGRADING = """
with open_store(path, DocumentKind.ROUND) as store:
    with store.write() as connection:
        connection.execute(insert(part), big_parts(0, 50))
import sqlite3
raw = sqlite3.connect(path, isolation_level=None)
raw.execute("PRAGMA locking_mode=EXCLUSIVE")
raw.execute("PRAGMA journal_mode=TRUNCATE")
raw.execute("PRAGMA cache_size=4")
raw.execute("BEGIN IMMEDIATE")
raw.execute("PRAGMA user_version=2")
raw.execute("CREATE TABLE extra (x INTEGER) STRICT")
raw.execute("UPDATE part SET body = body || 'changed'")
say("inside")
heard()
"""


@pytest.mark.parametrize("opening", [open_store, read_store])
def test_a_program_killed_while_upgrading_is_no_obstacle(
    round_file: Path, later: None, opening
) -> None:
    assert "open_store" in PRELUDE
    with SecondProcess(KILLED_UPGRADING, round_file) as other:
        assert other.said() == "inside"
        other.kill()
    assert journal_path(round_file).stat().st_size > 0
    with opening(round_file, DocumentKind.ROUND) as opened, opened.read() as connection:
        assert connection.exec_driver_sql("SELECT x FROM extra").scalars().all() == [7]
        query = "SELECT count(*) FROM part WHERE body LIKE '%changed'"
        assert connection.exec_driver_sql(query).scalar_one() == 0
