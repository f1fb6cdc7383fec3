"""Whole books, sealed and printed, and what poppler reads in the print."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from ui.handing_over.files import write_files
from workbench.rounds.desk import open_round
from workbench.sample.marks import sample_tables
from workbench.scoring.book import open_book
from workbench.scoring.table import TableRow, enter_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ui.handing_over.files import HandedOver
    from workbench.scoring.book import Book


def squeezed(text: str) -> str:
    """Without any space: a print breaks lines where it has to."""
    return "".join(text.split())


@pytest.fixture(scope="session")
def whole_template(round_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The template's round with all three books complete."""
    folder = shutil.copytree(round_template, tmp_path_factory.mktemp("whole") / "round")
    with open_round(folder / "a.round", read_only=True) as desk:
        tables = sample_tables(desk.definition)
    for path in sorted((folder / "books").glob("*.score")):
        with open_book(path) as book:
            rows = enumerate(tables[book.owner.code], start=2)
            enter_rows(book, [TableRow(line, str(row[0]), *row[1:]) for line, row in rows])
    return folder


@pytest.fixture
def whole_book_of(whole_template: Path, tmp_path: Path) -> Callable[[str], Path]:
    """A copy of an evaluator's complete book, by his code."""

    def copied(code: str) -> Path:
        path = next((whole_template / "books").glob(f"{code}_*.score"))
        return shutil.copyfile(path, tmp_path / path.name)

    return copied


@pytest.fixture
def opened(whole_book_of: Callable[[str], Path]) -> Iterator[Book]:
    """The complete book of E1."""
    with open_book(whole_book_of("E1")) as book:
        yield book


@pytest.fixture
def printed(dressed, tmp_path: Path) -> Callable[[Book], HandedOver]:
    """Seal a book and write its two files into a folder of their own."""
    folder = tmp_path / "handed over"
    folder.mkdir()
    return lambda book: write_files(book, book.seal(), folder)


@pytest.fixture(scope="session")
def poppler() -> Callable[..., str]:
    """Ask one of poppler's programs about a PDF."""
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler-utils is not installed")

    def asked(program: str, *arguments: object) -> str:
        done = subprocess.run(
            [program, *map(str, arguments)], check=True, capture_output=True, encoding="utf-8"
        )
        return done.stdout

    return asked


@pytest.fixture
def pages_of(poppler: Callable[..., str]) -> Callable[[Path], list[str]]:
    """What can be read on every page of a PDF, line by line."""
    return lambda sheet: poppler("pdftotext", "-layout", sheet, "-").split("\f")[:-1]


@pytest.fixture
def comments_of(poppler: Callable[..., str]) -> Callable[[Path], list[str]]:
    """What stands in the column of comments on every page, heads and feet left out."""
    column = ["-x", 378, "-y", 50, "-W", 180, "-H", 732]
    return lambda sheet: poppler("pdftotext", *column, sheet, "-").split("\f")[:-1]
