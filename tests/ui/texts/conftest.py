"""The texts of the service that is in work, with the keyboard in the first row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from ui.texts.finding_list import FindingList
from ui.texts.opinion import OpinionBlock

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.scoring.page import ScoreBookPage
    from ui.texts.finding_row import FindingRow
    from workbench.scoring.sheet import ServiceSheet


class Texts:
    """What somebody sees below the marks, and what the open book holds."""

    def __init__(self, page: ScoreBookPage) -> None:
        self.page = page
        self.desk = page.desk
        self.lists = page.findChildren(FindingList)
        self.opinion = page.findChild(OpinionBlock).box

    def sheet(self) -> ServiceSheet:
        return self.desk.sheet(self.page.work.sheet.subject().service)

    def rows(self, which: int = 0) -> tuple[FindingRow, ...]:
        return self.lists[which].rows()

    def shown(self, which: int = 0) -> list[str]:
        return [row.box.text() for row in self.rows(which)]

    def here(self) -> tuple[int, int]:
        """Which list and which row has the keyboard."""
        return next(
            (which, place)
            for which in (0, 1)
            for place, row in enumerate(self.rows(which))
            if row.box.hasFocus()
        )


@pytest.fixture
def texts(scoring) -> Texts:
    made = Texts(scoring)
    made.lists[0].begin()
    return made


@pytest.fixture
def three(texts, keys) -> Texts:
    """Three achievements, the keyboard in the empty row below them."""
    for text in ("첫째", "둘째", "셋째"):
        keys.commit(text)
        keys.press(Qt.Key.Key_Return)
    return texts


@pytest.fixture
def copy() -> Callable[[str], None]:
    """Let the clipboard hold a text, as another program left it."""

    def put(text: str, html: str = "") -> None:
        data = QMimeData()
        data.setText(text)
        if html:
            data.setHtml(html)
        QGuiApplication.clipboard().setMimeData(data)

    return put
