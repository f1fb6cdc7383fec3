"""An update book is taken into the open score book: shown first, marks untouched."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from ui import choosing
from ui.problem_strip import ProblemStrip
from workbench.rounds.desk import open_round
from workbench.rounds.redefining import redefine
from workbench.setup.sheets import SheetRow, sheets_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def updates(round_folder: Path) -> Path:
    """Update books in .zip files, after the maxima of C1 and C2 changed."""
    with open_round(round_folder / "a.round") as desk:
        sheets = sheets_of(desk.definition)
        rows = list(sheets.of("indicators"))
        for at, points in ((0, "3"), (1, "8")):
            rows[at] = SheetRow(rows[at].uid, {**rows[at].texts, "max_points": points})
        redefine(desk, sheets.replaced("indicators", tuple(rows)), "decided")
        desk.hand_out(round_folder / "updates", zipped=True)
    return round_folder / "updates"


def drop(page, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    copy, where = Qt.DropAction.CopyAction, QPointF(9, 9)
    QApplication.sendEvent(page, QDragEnterEvent(where.toPoint(), copy, data, buttons, keys))
    QApplication.sendEvent(page, QDropEvent(where, copy, data, buttons, keys))


def lines(strip) -> list[str]:
    model = strip.list.lines
    return [model.row(row).spoken() for row in range(model.rowCount())]


def test_a_dropped_update_is_shown_and_taken_in(
    updates, open_in_window, window, book_of, speak, keys, qtbot
) -> None:
    speak("en")
    page = open_in_window(book_of("E1"))
    heads = page.desk.book.heads
    drop(page, next(updates.glob("E1_*.zip")))
    strip = page.update_strip
    assert strip.isVisible()
    assert "indicator C1: maximum 6 → 3" in lines(strip)
    assert "To be entered again" in strip.words.text()
    assert page.desk.definition.indicators[0].max_points == 6
    assert keys.target() is strip.take
    with qtbot.waitSignal(window.settled):
        keys.press(Qt.Key.Key_Space)
    again = window.page
    assert again is not page
    assert again.desk.definition.indicators[0].max_points == 3
    assert again.desk.book.heads == heads


def test_an_update_is_chosen_from_the_menu_and_can_be_left(
    updates, open_in_window, book_of, speak, keys, monkeypatch
) -> None:
    speak("en")
    page = open_in_window(book_of("E1"))
    update = next(updates.glob("E1_*.zip"))
    monkeypatch.setattr(choosing, "update_to_take", lambda _: update)
    keys.press(Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert page.update_strip.isVisible()
    keys.press(Qt.Key.Key_Escape)
    assert not page.update_strip.isVisible()
    assert page.desk.definition.indicators[0].max_points == 6


def test_the_same_book_again_brings_nothing(
    open_in_window, book_of, round_folder, speak, keys
) -> None:
    speak("en")
    copy = shutil.copy(book_of("E1"), round_folder / "copy.score")
    page = open_in_window(book_of("E1"))
    drop(page, round_folder / copy.name)
    assert "nothing new" in page.update_strip.words.text()
    assert not page.update_strip.take.isVisible()


def test_another_book_dropped_is_opened_instead(
    open_in_window, window, book_of, speak, qtbot
) -> None:
    page = open_in_window(book_of("E1"))
    with qtbot.waitSignal(window.settled):
        drop(page, book_of("E2"))
    assert window.page.desk.owner.code == "E2"


def test_an_update_of_somebody_else_is_a_sentence(
    updates, open_in_window, window, book_of, speak
) -> None:
    page = open_in_window(book_of("E1"))
    drop(page, next(updates.glob("E2_*.zip")))
    assert window.findChild(ProblemStrip).text()
    assert not page.update_strip.isVisible()
