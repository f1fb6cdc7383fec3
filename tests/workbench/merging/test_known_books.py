"""Files whose very bytes were merged before: known without being read, and told all the same."""

from __future__ import annotations

import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.workbench.merging.forging import execute
from tests.workbench.merging.lead import rewritten, settle, told, withdraw
from tests.workbench.outside.children import children_that_read
from tests.workbench.rounds.redefinitions import changed, put
from tests.workbench.rounds.small_round import WHOLE, merged, sealed, typed
from workbench.outside.process import end_waiting
from workbench.rounds.desk import open_round

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench
    from workbench.merging.report import FileReport

OF_LINUX = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="looks at processes by way of /proc"
)


@pytest.fixture
def book(bench: Bench) -> Path:
    """Whole, sealed and merged."""
    path = bench.books["E1"]
    typed(path, *WHOLE)
    sealed(path)
    merged(bench.round, path)
    return path


def looked_at(round_: Path, *files: Path) -> tuple[FileReport, ...]:
    with open_round(round_) as desk:
        return desk.merge(files, dry_run=True).files


def require_told_alike(round_: Path, *files: Path) -> None:
    """Whether a file is known or has to be read: what is said of it is the same."""
    known = looked_at(round_, *files)
    read = looked_at(round_, *map(rewritten, files))
    assert [*map(told, known)] == [*map(told, read)]


@OF_LINUX
def test_nobody_reads_a_file_whose_bytes_were_merged(bench: Bench, book: Path) -> None:
    end_waiting()
    image = bench.round.read_bytes()
    (report,) = merged(bench.round, book).files
    assert children_that_read() == set()
    assert (report.status, report.unchanged, report.sealed) == ("nothing new", 15, True)
    assert bench.round.read_bytes() == image
    merged(bench.round, rewritten(book))
    assert len(children_that_read()) == 1


def test_it_is_told_as_if_it_were_read(bench: Bench, book: Path) -> None:
    require_told_alike(bench.round, book)


@OF_LINUX
def test_a_part_of_a_zip_is_known_by_how_it_is_packed(bench: Bench, book: Path) -> None:
    packed = bench.path("all.zip")
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(bench.books["E2"], "E2.score")
    merged(bench.round, packed)
    end_waiting()
    assert [row.status for row in looked_at(bench.round, packed)] == ["nothing new"]
    assert children_that_read() == set()


def test_an_older_book_beside_a_newer_one_is_as_it_was(bench: Bench, book: Path) -> None:
    older = book.with_name("older.score")
    older.write_bytes(book.read_bytes())
    typed(book, (1, "C1", "score", "31"))
    for files in ((older, book), (book, older)):
        found = {row.file: (row.status, row.new) for row in looked_at(bench.round, *files)}
        assert found == {older: ("nothing new", 0), book: ("merged", 1)}
    merged(bench.round, book)
    require_told_alike(bench.round, older, book)


def test_what_the_lead_settled_in_it_is_told(bench: Bench, book: Path) -> None:
    copy = book.with_name("copy.score")
    copy.write_bytes(book.read_bytes())
    typed(book, (1, "C1", "score", "31"))
    typed(copy, (1, "C1", "score", "33"))
    merged(bench.round, book, copy)
    require_told_alike(bench.round, book, copy)
    settle(bench.round, bench.cell("E1", 1, "C1", "score"), "33")
    require_told_alike(bench.round, book, copy)


def test_a_withdrawn_book_is_read_and_stands_again(bench: Bench, book: Path) -> None:
    withdraw(bench.round, book)
    (report,) = merged(bench.round, book).files
    assert (report.status, report.new) == ("merged", 0)
    (report,) = merged(bench.round, book).files
    assert report.status == "nothing new"


@OF_LINUX
def test_a_history_that_noted_no_bytes_has_the_file_read(bench: Bench, book: Path) -> None:
    """As rounds have it that were merged into before bytes were noted."""
    (known,) = looked_at(bench.round, book)
    execute(
        bench.round,
        "UPDATE event SET detail = json_remove(detail, '$.files[0].digest',"
        " '$.files[0].sha256', '$.files[0].made_at') WHERE kind = 'merged'",
    )
    end_waiting()
    (read,) = looked_at(bench.round, book)
    assert len(children_that_read()) == 1
    assert told(read) == told(known)


def test_it_is_told_under_the_rules_of_now(bench: Bench, book: Path) -> None:
    changed(bench, lambda sheets: put(sheets, "indicators", "C1", step="7"))
    (known,) = looked_at(bench.round, book)
    assert known.enter_again > 0
    require_told_alike(bench.round, book)
