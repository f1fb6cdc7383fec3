"""Notices over a document: an unsafe place, its working copy, a crash that was survived."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from models.recovering import journal_path
from tests.models.second_process import SecondProcess
from ui.placing.noticed_page import NoticedPage
from ui.placing.notices import CopyNotice, PlaceNotice, RecoveredNotice
from ui.round.page import RoundPage
from ui.scoring.page import ScoreBookPage
from ui.settings import Settings, settings_file
from workbench.placement.working_copy import folder_of_copies
from workbench.scoring.book import open_book

KILLED_INSIDE = """
kind = read_header(path)[0]
store = open_store(path, kind)
with store.write() as connection:
    connection.exec_driver_sql("PRAGMA cache_size=4")
    connection.exec_driver_sql("UPDATE part SET body = 'changed' || body")
    connection.execute(insert(part), big_parts(0, 300))
    say("inside")
    heard()
"""


@pytest.fixture
def synced(book_of, tmp_path: Path) -> Path:
    """A book in a folder that is synchronised."""
    folder = tmp_path / "네이버 MYBOX"
    folder.mkdir()
    return Path(shutil.copy(book_of("E1"), folder))


def notice(page: NoticedPage, kind: type):
    return next(one for one in page.notices if isinstance(one, kind))


def test_a_document_in_a_safe_place_has_no_notice(open_in_window, book_of, round_folder) -> None:
    assert isinstance(open_in_window(book_of("E1")), ScoreBookPage)
    assert isinstance(open_in_window(round_folder / "a.round"), RoundPage)


def test_a_working_copy_is_offered_made_and_opened_by_keyboard(
    window, open_in_window, synced: Path, keys, qtbot, speak
) -> None:
    speak("en")
    before = synced.read_bytes()
    page = open_in_window(synced)
    assert isinstance(page, NoticedPage)
    offered = notice(page, PlaceNotice)
    assert "네이버 MYBOX" in offered.text()
    assert synced.name in offered.text()
    offered.act.setFocus()
    with qtbot.waitSignal(page.open_requested) as asked:
        keys.press(Qt.Key.Key_Space)
    (copy,) = asked.args
    qtbot.waitUntil(lambda: window.page is not None and window.page is not page)
    assert copy.parent == folder_of_copies()
    told = notice(window.page, CopyNotice)
    assert str(copy) in told.text()
    assert synced.read_bytes() == before
    window.close_document()
    with open_book(copy) as opened:
        assert opened.path == copy
    again = open_in_window(synced)  # the copy that there is, and no second one
    offered = notice(again, PlaceNotice)
    assert offered.act.text() == "Open the working copy"
    with qtbot.waitSignal(again.open_requested) as asked:
        offered.act.click()
    assert asked.args == [copy]
    assert [one.name for one in folder_of_copies().glob("*.score")] == [copy.name]


def test_staying_is_remembered_for_this_file_alone(
    window, open_in_window, synced: Path, book_of
) -> None:
    page = open_in_window(synced)
    notice(page, PlaceNotice).stay.click()
    assert notice(page, PlaceNotice).text() == ""
    window.close_document()
    assert Settings.load(settings_file()).place(str(synced))["stays"] is True
    assert isinstance(open_in_window(synced), ScoreBookPage)
    window.close_document()
    other = Path(shutil.copy(book_of("E2"), synced.parent))
    assert isinstance(open_in_window(other), NoticedPage)


def test_what_is_typed_under_a_notice_is_stored(open_in_window, synced, keys, window) -> None:
    page = open_in_window(synced)
    page.inner.work.go_to_incomplete()
    keys.type("4")
    keys.press(Qt.Key.Key_Return)
    window.close_document()
    with open_book(synced) as opened:
        assert any(row.value == "4" for group in opened.heads.values() for row in group)


def test_a_copy_that_cannot_be_made_is_a_sentence(open_in_window, synced: Path, qtbot) -> None:
    folder_of_copies().parent.mkdir(parents=True, exist_ok=True)
    folder_of_copies().write_text("no folder")
    page = open_in_window(synced)
    with qtbot.waitSignal(page.failed) as failed:
        notice(page, PlaceNotice).act.click()
    assert failed.args[0].key == "folder_unwritable"
    assert notice(page, PlaceNotice).act.isEnabled()


def test_a_round_is_offered_its_copy_too(open_in_window, round_folder, tmp_path) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    page = open_in_window(Path(shutil.copy(round_folder / "a.round", folder)))
    assert "Dropbox" in notice(page, PlaceNotice).text()
    assert page.has_backups()


@pytest.mark.parametrize("name", ["book", "round"])
def test_after_a_crash_every_stored_mark_is_checked_and_told(
    window, open_in_window, book_of, round_folder, name: str, qtbot, speak, tally
) -> None:
    speak("en")
    path = book_of("E1") if name == "book" else round_folder / "a.round"
    before = path.read_bytes()
    with SecondProcess(KILLED_INSIDE, path) as other:
        assert other.said() == "inside"
        other.kill()
    assert journal_path(path).stat().st_size > 0
    page = open_in_window(path)
    told = notice(page, RecoveredNotice)
    qtbot.waitUntil(told.isVisible)
    if name == "book":
        with open_book(path, read_only=True) as opened:
            marks = [
                cell for cell, group in opened.heads.items() if cell[3] in FIELDS and group[0].value
            ]
        assert f"All {len(marks)} saved marks were checked" in told.text()
        assert len(marks) > 50
    else:
        assert "All 0 saved marks" in told.text()
    tally("crashes told at opening", 1)
    window.close_document()
    assert path.read_bytes() == before


def test_the_language_changes_under_a_notice(open_in_window, synced: Path, speak, qtbot) -> None:
    page = open_in_window(synced)
    korean = notice(page, PlaceNotice).text()
    speak("en")
    qtbot.waitUntil(lambda: notice(page, PlaceNotice).text() != korean)
    speak("ko")


FIELDS = {
    *("score", "not_applicable", "target", "actual"),
    *("survey_n", "survey_mean", "survey_min", "survey_max"),
}
