"""From a mark that was changed by mistake to the file that still has it, in the whole window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.backups.keeper import BackupKeeper
from ui.problem_strip import ProblemStrip
from ui.scoring.bottom_line import BottomLine
from workbench.backups.shelf import backups_of, folder_of

if TYPE_CHECKING:
    from ui.scoring.page import ScoreBookPage


def keeper_of(page: ScoreBookPage) -> BackupKeeper:
    return page.findChild(BackupKeeper)


def test_an_old_mark_is_found_again_by_keyboard(window, scoring, keys, qtbot, book_of) -> None:
    page, original = scoring, book_of("E1")
    cell = page.work.current()
    keys.type("1")
    keys.press(Qt.Key.Key_Return)
    old = page.desk.row(cell).mark.values
    with qtbot.waitSignal(keeper_of(page).made):
        keeper_of(page).keep_now()
    page.work.go_to(cell)
    keys.type("2")
    keys.press(Qt.Key.Key_Return)
    new = page.desk.row(cell).mark.values
    assert old != new
    with qtbot.waitSignal(page.backups.listed):
        keys.press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(page.backups.answered):
        keys.press(Qt.Key.Key_Return)
    with qtbot.waitSignal(window.settled):
        keys.press(Qt.Key.Key_Space)
    restored = window.page
    assert "복원" in restored.desk.path
    assert restored.desk.row(cell).mark.values == old
    page = reopened(window, qtbot, original)
    assert page.desk.row(cell).mark.values == new


def reopened(window, qtbot, path) -> ScoreBookPage:
    with qtbot.waitSignal(window.settled):
        window.open_document(path)
    return window.page


def test_closing_keeps_what_was_typed_and_the_line_says_when(window, scoring, keys, qtbot) -> None:
    keys.type("1")
    keys.press(Qt.Key.Key_Return)
    uid = scoring.desk.book.uid
    window.close_document()
    assert backups_of(uid)[0].path.read_bytes()
    assert backups_of(uid)[0].why == "close"


def test_escape_and_the_bottom_line_lead_back_and_forth(scoring, keys, qtbot) -> None:
    bottom = scoring.findChild(BottomLine)
    with qtbot.waitSignal(scoring.backups.listed):
        bottom.backups_requested.emit()
    assert scoring.backups.isVisible()
    keys.press(Qt.Key.Key_Escape)
    assert scoring.work.isVisible()


def test_a_last_backup_that_fails_is_said_after_closing(window, scoring, keys, qtbot) -> None:
    folder = folder_of(scoring.desk.book.uid)
    if keeper_of(scoring).last_at is None:
        qtbot.waitUntil(lambda: keeper_of(scoring).last_at is not None)
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    folder.write_text("a file, no folder")
    keys.type("1")
    keys.press(Qt.Key.Key_Return)
    window.close_document()
    assert "백업" in window.findChild(ProblemStrip).text()
