"""The backups of a round: made before what changes much, told and restored from the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from workbench.backups.shelf import Why, backups_of
from workbench.rounds.desk import open_round

if TYPE_CHECKING:
    from pathlib import Path

    from ui.round.page import RoundPage


@pytest.fixture
def page(round_folder: Path, open_in_window, speak, qtbot) -> RoundPage:
    """A round into which two of three books were merged, each with a backup before it.

    That of its opening is there, too: it comes after the result and would move the others down.
    """
    speak("en")
    books = sorted((round_folder / "books").glob("*.score"))
    with open_round(round_folder / "a.round") as desk:
        for book in books[:2]:
            desk.merge([book])
    page = open_in_window(round_folder / "a.round")

    def has_backup_of_opening() -> bool:
        newest = backups_of(page.session.backed.uid)[0]
        return newest.why == Why.OPEN and page.keeper.last_at == newest.at

    qtbot.waitUntil(lambda: page.keeper is not None and has_backup_of_opening())
    return page


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
    opened, newest, first = rows(shown)
    assert "When the file was opened" in opened
    assert "The same as now" in opened
    assert "Before a merge" in newest
    assert "Marks 0 /" in first
    assert "Other than now" in newest
    before = page.session.path.read_bytes()
    shown.take_focus()
    keys.press(Qt.Key.Key_Down)
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


def test_a_round_is_backed_up_when_it_is_opened_and_when_it_is_closed_changed(
    round_folder: Path, open_in_window, window, qtbot
) -> None:
    page = open_in_window(round_folder / "a.round")
    qtbot.waitUntil(lambda: page.keeper is not None and page.keeper.last_at is not None)
    uid, keeper = page.session.backed.uid, page.keeper
    assert [row.why for row in backups_of(uid)] == [Why.OPEN]
    assert keeper.due_in_ms() is None
    book = sorted((round_folder / "books").glob("*.score"))[0]
    with qtbot.waitSignal(page.session.read):
        page.session.merge([book])
    qtbot.waitUntil(lambda: keeper.due_in_ms() is not None)
    assert keeper.due_in_ms() == 30 * 60_000
    window.close_document()
    assert [row.why for row in backups_of(uid)] == [Why.CLOSE, Why.MERGE, Why.OPEN]
    newest = backups_of(uid)[0]
    assert newest.path.read_bytes() == (round_folder / "a.round").read_bytes()


def test_a_round_that_is_closed_at_once_is_backed_up_all_the_same(
    round_folder: Path, window
) -> None:
    window.open_document(round_folder / "a.round")
    page = window.page
    uid = page.session.backed.uid
    assert page.keeper is None  # its turn comes once the result is painted
    window.close_document()
    (row,) = backups_of(uid)
    assert row.why in (Why.OPEN, Why.CLOSE)  # as far as it came


def test_a_round_that_is_being_changed_is_backed_up_afterwards(
    round_folder: Path, open_in_window, qtbot
) -> None:
    page = open_in_window(round_folder / "a.round")
    qtbot.waitUntil(lambda: page.keeper is not None and page.keeper.last_at is not None)
    keeper = page.keeper
    before = keeper.last_at
    with qtbot.waitSignal(page.session.read):
        page.session.refresh()
        assert page.session.is_busy
        keeper.keep_now()
        assert keeper.due_in_ms() is not None  # not now: it comes in its turn
    assert keeper.last_at == before
    with qtbot.waitSignal(keeper.made):
        page.session.backed.hand_out(round_folder / "again", zipped=True)
        keeper.tick()
