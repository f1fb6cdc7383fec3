"""The backups of a round: made before what changes much, told and restored from the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from workbench.rounds.desk import open_round

if TYPE_CHECKING:
    from pathlib import Path

    from ui.round.page import RoundPage


@pytest.fixture
def page(round_folder: Path, open_in_window, speak) -> RoundPage:
    """A round into which two of three books were merged, each with a backup before it."""
    speak("en")
    books = sorted((round_folder / "books").glob("*.score"))
    with open_round(round_folder / "a.round") as desk:
        for book in books[:2]:
            desk.merge([book])
    return open_in_window(round_folder / "a.round")


def rows(shown) -> list[str]:
    model = shown.list.model()
    return [
        model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
    ]


def test_the_state_before_a_merge_is_told_and_restored_by_keyboard(
    page: RoundPage, window, keys, qtbot
) -> None:
    assert page.has_backups()
    page.show_backups()
    shown = page._backups
    with qtbot.waitSignal(shown.listed):
        shown.refresh()
    newest, first = rows(shown)
    assert "Before a merge" in newest
    assert "Marks 0 /" in first
    assert "Other than now" in newest
    before = page.session.path.read_bytes()
    shown.take_focus()
    with qtbot.waitSignal(shown.answered):
        keys.press(Qt.Key.Key_Return)
    with qtbot.waitSignal(page.open_requested) as asked:
        keys.press(Qt.Key.Key_Space)
    (restored,) = asked.args
    assert page.session.path.read_bytes() == before
    qtbot.waitUntil(lambda: window.page is not None and window.page is not page)
    window.close_document()
    with open_round(restored) as desk:
        assert sum(seal.missing != seal.expected for seal in desk.seals()) == 1


def test_escape_goes_back_to_the_page_before(page: RoundPage, keys, qtbot) -> None:
    page.show_page("progress")
    page.show_backups()
    assert page.place()["page"] == "progress"
    keys.press(Qt.Key.Key_Escape)
    assert page.page("progress").isVisible()
