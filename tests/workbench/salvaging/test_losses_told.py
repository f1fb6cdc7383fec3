"""What is missing beside the entries, each named by its own sentence."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from models.pages import PAGE
from tests.workbench.rounds.redefinitions import changed, lowered
from tests.workbench.rounds.small_round import made
from workbench.checking import check_file
from workbench.salvaging.salvaging import salvage
from workbench.salvaging.telling import sentences

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench


def asked(path: Path, query: str) -> object:
    """One value out of a sound, closed file."""
    with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as raw:
        return raw.execute(query).fetchone()[0]


def without(path: Path, proof: bytes) -> None:
    """Zero a hash or uid at the first place where it stands."""
    image = path.read_bytes()
    assert proof in image
    path.write_bytes(image.replace(proof, bytes(len(proof)), 1))


def told(path: Path) -> list[str]:
    done = salvage(path, path.with_name("건진 회차.round"))
    assert check_file(done.path) == ()
    return [sentence.key for sentence in sentences(done)]


def test_a_line_of_the_history_that_no_longer_proves_itself_is_counted(lived: Bench) -> None:
    without(lived.round, asked(lived.round, "SELECT hash FROM event ORDER BY number DESC"))
    assert "salvage_events" in told(lived.round)


@pytest.mark.parametrize("table", ["seal", "book", "import", "event"])
def test_a_table_that_lost_a_page_is_said_to_be_torn(lived: Bench, table: str) -> None:
    query = f"SELECT rootpage FROM sqlite_schema WHERE name = '{table}'"
    first = (int(asked(lived.round, query)) - 1) * PAGE
    image = lived.round.read_bytes()
    lived.round.write_bytes(image[:first] + bytes(PAGE) + image[first + PAGE :])
    assert "salvage_torn" in told(lived.round)


def test_an_evaluator_of_whose_book_nothing_tells_any_more_is_named(tmp_path: Path) -> None:
    bench = made(tmp_path / "회차")
    without(bench.round, asked(bench.round, "SELECT uid FROM book"))
    assert "salvage_books" in told(bench.round)


def test_an_older_version_of_the_rules_that_is_gone_is_counted(tmp_path: Path) -> None:
    bench = made(tmp_path / "회차")
    changed(bench, lowered)
    without(bench.round, asked(bench.round, "SELECT hash FROM definition ORDER BY number"))
    assert "salvage_versions" in told(bench.round)
