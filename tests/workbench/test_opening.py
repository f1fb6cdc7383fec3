"""A planted journal never becomes a mark; a crash is recovered only to a history that holds."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from models.errors import AppError
from models.recovering import journal_path
from tests.workbench.merging.forging import execute
from tests.workbench.rounds.small_round import (
    WHOLE,
    Bench,
    derived_state,
    heads_in,
    merged,
    typed,
)
from workbench.checking import check_file, is_whole
from workbench.rounds.desk import open_round
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from pathlib import Path

FORGED = "UPDATE revision SET value = '40' WHERE field = 'score' AND value = '30'"


@pytest.fixture
def marked(bench: Bench) -> Bench:
    for book in bench.books.values():
        typed(book, *WHOLE)
    merged(bench.round, *bench.books.values())
    return bench


def plant(path: Path) -> None:
    """Lay a journal beside ``path`` that SQLite would play back to marks somebody wishes for."""
    forged = shutil.copyfile(path, path.with_name("forged"))
    execute(forged, FORGED)
    with closing(sqlite3.connect(forged, isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode=TRUNCATE")
        raw.execute("PRAGMA cache_size=5")
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("UPDATE revision SET made_at = made_at + 1")
        more = ((number.to_bytes(32), "x" * 5000) for number in range(60))
        raw.executemany("INSERT INTO part VALUES (?, ?)", more)  # so that it is written now
        shutil.copyfile(journal_path(forged), journal_path(path))
        raw.execute("ROLLBACK")
    forged.unlink()


def test_a_planted_journal_would_be_believed_by_sqlite(marked: Bench) -> None:
    plant(marked.round)
    with closing(sqlite3.connect(marked.round)) as raw:
        (many,) = raw.execute("SELECT count(*) FROM revision WHERE value = '40'").fetchone()
    assert many


@pytest.mark.parametrize("document", ["round", "book"])
def test_a_planted_journal_changes_nothing(marked: Bench, document: str) -> None:
    path = marked.round if document == "round" else marked.books["E1"]
    genuine, heads = path.read_bytes(), heads_in(path)
    state = derived_state(marked.round)
    plant(path)
    assert check_file(path) == ()
    assert path.read_bytes() == genuine
    with open_round(path) if document == "round" else open_book(path):
        assert journal_path(path).with_name(f"{path.name}-journal.unused").exists()
    assert path.read_bytes() == genuine
    assert heads_in(path) == heads
    assert derived_state(marked.round) == state


@pytest.mark.parametrize("document", ["round", "book"])
def test_what_proves_itself_is_whole_and_nothing_else(marked: Bench, document: str) -> None:
    path = marked.round if document == "round" else marked.books["E1"]
    assert is_whole(path.read_bytes(), path)
    for statement in (
        FORGED,
        "DELETE FROM head WHERE revision = (SELECT max(revision) FROM head)",
        "UPDATE part SET body = body || ' '",
        "DELETE FROM document WHERE key = 'uid'",
        "CREATE VIEW more AS SELECT 1",
    ):
        spoiled = shutil.copyfile(path, path.with_name("spoiled"))
        execute(spoiled, statement)
        assert not is_whole(spoiled.read_bytes(), path), statement
    assert not is_whole(b"", path)


def test_a_crash_that_neither_way_proves_itself_leaves_everything_to_the_repair(
    marked: Bench,
) -> None:
    plant(marked.round)
    journal = journal_path(marked.round)
    kept = journal.rename(marked.path("kept"))
    execute(marked.round, FORGED)
    before, planted = marked.round.read_bytes(), kept.rename(journal).read_bytes()
    for is_read_only in (True, False):
        with pytest.raises(AppError) as refused:
            open_round(marked.round, read_only=is_read_only)
        assert refused.value.key == "store_damaged"
    assert marked.round.read_bytes() == before
    assert journal.read_bytes() == planted
