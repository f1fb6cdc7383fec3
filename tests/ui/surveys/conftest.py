"""A raw survey in a real workbook, the book of whoever scores it, and the page of the import."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workbench.surveys.raw_survey import as_xlsx, drawn
from ui import choosing
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.scoring.page import ScoreBookPage
    from ui.surveys.importing.page import SurveyImportPage


@pytest.fixture(scope="session")
def raw_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five services of the sample, forty respondents each, with all that is odd."""
    folder = tmp_path_factory.mktemp("survey")
    return as_xlsx(folder / "만족도 원자료.xlsx", drawn((1, 2, 3, 4, 5), 40, odd=4).table)


@pytest.fixture
def figures_book(book_of) -> Path:
    """The book that gets the figures, its survey indicator still empty for every service."""
    path = book_of("Q1")
    with open_book(path) as book:
        book.pledge("2024-03-04")
        book.write(
            [
                (cell, None)
                for cell in book.heads
                if cell[3].startswith("survey_") and cell[0] == book.owner.uid
            ]
        )
    return path


@pytest.fixture
def choose(monkeypatch) -> Callable[[Path | None], None]:
    """Let the system's window answer with a file."""

    def answer(path: Path | None) -> None:
        monkeypatch.setattr(choosing, "survey_to_import", lambda _parent: path)

    return answer


@pytest.fixture
def book_page(open_in_window, figures_book) -> ScoreBookPage:
    return open_in_window(figures_book)


@pytest.fixture
def importing(
    book_page: ScoreBookPage, choose, raw_file: Path, qtbot
) -> Callable[[], SurveyImportPage]:
    """Ask for the import from the menu and wait until the preview of a file stands there."""

    def ask(path: Path = raw_file) -> SurveyImportPage:
        choose(path)
        book_page.acts["survey"].trigger()
        page = book_page.survey.page
        qtbot.waitUntil(lambda: page.found is not None, timeout=60_000)
        return page

    return ask
