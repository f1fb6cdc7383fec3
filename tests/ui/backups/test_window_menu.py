"""The way to the backups from the File menu, and from a restored file into the window."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from ui.window import Window


def entries(window: Window) -> list[QAction]:
    return [
        action
        for menu in window.menuBar().actions()
        for action in menu.menu().actions()
        if action.text() == "Backups…"
    ]


def test_the_entry_is_there_only_with_a_document_that_has_backups(
    window, open_in_window, round_folder, book_of, speak, qtbot
) -> None:
    speak("en")
    qtbot.waitUntil(lambda: len(entries(window)) == 1)
    (entry,) = entries(window)
    assert not entry.isEnabled()
    open_in_window(round_folder / "a.round")
    assert entry.isEnabled()
    page = open_in_window(book_of("E1"))
    assert entry.isEnabled()
    entry.trigger()
    assert page.backups.isVisible()
    window.close_document()
    assert not entry.isEnabled()


def test_a_document_that_a_page_asks_for_opens_in_its_place(
    window, open_in_window, book_of, qtbot
) -> None:
    page = open_in_window(book_of("E1"))
    other = shutil.copy(book_of("E2"), book_of("E2").with_name("다른 책.score"))
    with qtbot.waitSignal(window.settled):
        page.open_requested.emit(other)
    assert window.page is not page
    assert window.page.desk.path == str(other)
