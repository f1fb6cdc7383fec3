"""One real book, the keeper of its backups and the page that lists them, with the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.backups.keeper import BackupKeeper
from ui.backups.page import BackupsPage
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from workbench.scoring.book import Book


@pytest.fixture
def book(book_of: Callable[[str], Path]) -> Iterator[Book]:
    with open_book(book_of("E1")) as opened:
        yield opened


@pytest.fixture
def type_mark(book: Book) -> Callable[[str], None]:
    """Store another mark for C1 of service 1, as the desk does."""

    def store(text: str) -> None:
        service = next(row.uid for row in book.definition.services if row.number == 1)
        indicator = next(row.uid for row in book.definition.indicators if row.code == "C1")
        book.record(service, indicator, "score", text)

    return store


def mark_in(path: Path) -> str:
    """The mark for C1 of service 1 in a closed book, or one that is open here."""
    with open_book(path, read_only=True) as opened:
        row = next(row for row in opened.sheets()[0].rows() if row.indicator.code == "C1")
        return dict(row.mark.values)["score"]


@pytest.fixture
def read_mark() -> Callable[[Path], str]:
    return mark_in


@pytest.fixture
def keeper(book: Book, qapp) -> Iterator[BackupKeeper]:
    made = BackupKeeper(book)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def page(alone, book: Book, keeper: BackupKeeper, qtbot: QtBot) -> Iterator[BackupsPage]:
    """The page with the keyboard; whatever it lists has been read."""
    made = BackupsPage(book, keeper)
    alone(made)
    made.resize(1000, 640)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.leave()


@pytest.fixture
def show(page: BackupsPage, qtbot: QtBot) -> Callable[[], BackupsPage]:
    """Let the page look again, as opening it does."""

    def shown() -> BackupsPage:
        with qtbot.waitSignal(page.listed):
            page.refresh()
        page.take_focus()
        return page

    return shown
