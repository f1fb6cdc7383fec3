"""The list of backups and restoring from it, by real keys, against real files."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from ui.backups.words import size_words, when_words
from ui.theme.runs import RunLine
from workbench.backups.shelf import backups_of, folder_of
from workbench.scoring.book import open_book


@pytest.fixture
def backed_up(keeper, book, type_mark, qtbot):
    """A mark, its backup, and another mark since."""
    type_mark("1")
    with qtbot.waitSignal(keeper.made):
        keeper.keep_now()
    type_mark("2")
    return backups_of(book.uid)[0]


def labels(page) -> str:
    parts = [part.text() for part in page.findChildren(QLabel) if part.isVisible()]
    parts += [part.text() for part in page.findChildren(RunLine) if part.isVisible()]
    return "\n".join(parts)


def pressed(page, words: str) -> QPushButton:
    return next(part for part in page.findChildren(QPushButton) if part.text() == words)


def row(page, number: int) -> str:
    model = page.list.model()
    return model.data(model.index(number), Qt.ItemDataRole.AccessibleTextRole)


def test_an_earlier_mark_is_restored_by_keyboard(
    show, backed_up, book, keys, qtbot, read_mark, speak
) -> None:
    speak("en")
    page = show()
    assert "Other than now: marks 1" in row(page, 0)
    assert "Other marks now: No. 1 C1" in labels(page)
    before = book.path.read_bytes()
    with qtbot.waitSignal(page.answered):
        keys.press(Qt.Key.Key_Return)
    with qtbot.waitSignal(page.open_requested) as asked:
        keys.press(Qt.Key.Key_Space)  # the way to the new file has the keyboard
    (restored,) = asked.args
    assert restored.parent == book.path.parent
    assert restored.name in labels(page)
    assert (read_mark(restored), read_mark(book.path)) == ("1", "2")
    assert book.path.read_bytes() == before
    with open_book(restored) as opened:
        assert opened.uid == book.uid


def test_the_newest_is_first_and_arrows_choose(
    show, keeper, backed_up, book, keys, qtbot, read_mark
) -> None:
    with qtbot.waitSignal(keeper.made):
        keeper.keep_now()
    page = show()
    assert page.list.current().backup == backups_of(book.uid)[0]
    keys.press(Qt.Key.Key_Down)
    assert page.list.current().backup == backed_up
    with qtbot.waitSignal(page.answered):
        keys.press(Qt.Key.Key_Enter)
    (restored,) = book.path.parent.glob("*(*).score")
    assert read_mark(restored) == "1"


def test_without_a_backup_the_page_says_when_one_comes(show, keys, qtbot, book, speak) -> None:
    speak("en")
    page = show()
    assert "three minutes" in labels(page)
    assert not page.list.isVisible()
    with qtbot.waitSignal(page.listed):
        keys.press(Qt.Key.Key_Space)  # the one button has the keyboard
    assert page.list.isVisible()
    assert "three minutes" not in labels(page)
    assert "The same as now" in row(page, 0)
    assert [backup.why for backup in backups_of(book.uid)] == ["asked"]


def test_a_damaged_backup_is_named_and_not_offered(
    show, backed_up, keeper, book, keys, qtbot, speak
) -> None:
    speak("en")
    with qtbot.waitSignal(keeper.made):
        keeper.keep_now()
    newest = backups_of(book.uid)[0]
    newest.path.write_bytes(newest.path.read_bytes()[:-4096])
    page = show()
    assert newest.path.name in row(page, 0)
    assert "damaged" in row(page, 0)
    restore = pressed(page, "Restore as a new file")
    assert not restore.isEnabled()
    with qtbot.assertNotEmitted(page.answered):
        keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Down)
    assert restore.isEnabled()
    assert "damaged" not in row(page, 1)
    assert list(book.path.parent.glob("*(*).score")) == []


def test_a_backup_that_went_bad_since_it_was_listed_says_so(
    show, backed_up, keys, qtbot, speak
) -> None:
    speak("en")
    page = show()
    backed_up.path.write_bytes(b"")
    with qtbot.waitSignal(page.answered):
        keys.press(Qt.Key.Key_Return)
    assert "damaged" in page.tray.text()
    assert backed_up.path.name in labels(page)


def test_a_backup_made_meanwhile_leaves_the_chosen_one_current(
    show, backed_up, keeper, qtbot
) -> None:
    page = show()
    with qtbot.waitSignal(page.listed):
        keeper.keep_now()
    assert page.list.model().rowCount() == 2
    assert page.list.current().backup == backed_up


def test_files_of_others_in_the_folder_are_not_listed(show, backed_up, book) -> None:
    shutil.copy(backed_up.path, folder_of(book.uid) / "사본.score")
    assert show().list.model().rowCount() == 1


def test_a_failed_backup_is_told_until_one_is_made(
    show, backed_up, keeper, book, qtbot, speak
) -> None:
    speak("en")
    page = show()
    folder = folder_of(book.uid)
    shutil.move(folder, folder.with_name("away"))
    folder.write_text("a file, no folder")
    with qtbot.waitSignal(keeper.failed):
        page.keep_now()
    assert "could be made" in labels(page)
    folder.unlink()
    with qtbot.waitSignal(keeper.made):
        page.keep_now()
    assert "could be made" not in labels(page)


def test_escape_goes_back(show, backed_up, keys, qtbot) -> None:
    page = show()
    with qtbot.waitSignal(page.back_requested):
        keys.press(Qt.Key.Key_Escape)


def test_everything_has_a_name_and_follows_the_language(
    show, backed_up, keys, qtbot, speak
) -> None:
    page = show()
    with qtbot.waitSignal(page.answered):
        keys.press(Qt.Key.Key_Return)
    for language, word in (("en", "Restored as"), ("ko", "복원했습니다")):
        speak(language)
        qtbot.waitUntil(lambda word=word: word in labels(page))
        named = [part.text() for part in page.findChildren(QPushButton) if part.isVisible()]
        assert len(named) == 4
        assert all(named)
        assert page.list.accessibleName()


def test_times_are_said_from_today(speak, dressed) -> None:
    speak("en")
    kst = timezone(timedelta(hours=9))
    now = datetime(2026, 1, 1, 0, 30, tzinfo=kst)
    said = [
        when_words(now - timedelta(minutes=ago), now) for ago in (10, 40, 60 * 24 + 40, 60 * 24 * 9)
    ]
    assert said == ["Today 00:20", "Yesterday 23:50", "2025-12-30 23:50", "2025-12-23 00:30"]


def test_sizes_are_rounded_up_and_short() -> None:
    assert [size_words(size) for size in (1, 266_240, 8_339_456)] == ["1 KB", "260 KB", "7.9 MB"]
