"""Opening a damaged document: its newest sound backup, or what can be read, as a new file."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.workbench.salvaging.damaging import blot_out, content_of, without_schema
from ui.backups.rescue_page import RescuePage
from ui.problem_strip import ProblemStrip
from ui.scoring.page import ScoreBookPage
from workbench.backups.shelf import Why, keep_image
from workbench.checking import check_file
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from pathlib import Path


def damage(path: Path) -> bytes:
    image = without_schema(path.read_bytes(), random.Random(9)).image
    path.write_bytes(image)
    return image


@pytest.fixture
def opened(window, qtbot, speak):
    """Open a damaged document and wait until its backup was looked for."""
    speak("en")

    def open_it(path: Path) -> RescuePage:
        with qtbot.waitSignal(window.settled):
            window.open_document(path)
        page = window.page
        assert isinstance(page, RescuePage)
        qtbot.waitUntil(lambda: not page._thread.is_busy())
        return page

    return open_it


def test_the_newest_sound_backup_is_offered_and_opens_as_a_new_file(
    window, book_of, opened, keys, qtbot
) -> None:
    path = book_of("E1")
    with open_book(path) as book:
        keep_image(book.uid, book.image(), Why.TIME, path)
    image = damage(path)
    page = opened(path)
    assert path.name in page._title.text()
    assert "Marks " in page._held_words()
    qtbot.waitUntil(page.restore_it.hasFocus)
    with qtbot.waitSignal(page.answered, timeout=20_000):
        keys.press(Qt.Key.Key_Return)
    with qtbot.waitSignal(page.open_requested) as asked:
        keys.press(Qt.Key.Key_Space)
    (new,) = asked.args
    qtbot.waitUntil(lambda: isinstance(window.page, ScoreBookPage))
    assert "restored" in new.name
    assert path.read_bytes() == image
    window.close_document()
    assert check_file(new) == ()


def test_without_a_backup_what_can_be_read_is_saved_and_what_is_missing_is_named(
    book_of, opened, keys, qtbot
) -> None:
    path = book_of("E1")
    held = content_of(path)
    lost = next(row for row in held.revisions.values() if row.field == "score")
    blot_out(path, lost.id)
    image = damage(path)
    page = opened(path)
    assert page._held_words() == "There is none on this computer."
    assert page.restore_it.isHidden()
    qtbot.waitUntil(page.salvage_it.hasFocus)
    with qtbot.waitSignal(page.answered, timeout=20_000):
        keys.press(Qt.Key.Key_Return)
    (new,) = path.parent.glob("*salvaged*.score")
    assert "Missing: 1 entries" in page.told.text()
    assert "no sound backup" in page.told.text()
    assert len(content_of(new).revisions) == len(held.revisions) - 1
    assert path.read_bytes() == image
    assert check_file(new) == ()


def test_a_damaged_round_is_rescued_too(round_folder, opened) -> None:
    path = round_folder / "a.round"
    damage(path)
    assert opened(path).title() == "a.round"


def test_what_cannot_be_salvaged_is_said(book_of, opened, qtbot) -> None:
    path = book_of("E1")
    data = bytearray(path.read_bytes())
    for hash_ in content_of(path).texts:
        while (at := data.find(hash_)) >= 0:
            data[at : at + 16] = bytes(16)
    path.write_bytes(data)
    damage(path)
    page = opened(path)
    with qtbot.waitSignal(page.answered, timeout=20_000):
        page.salvage_it.click()
    assert "so damaged" in page.tray.text()
    assert [one.name for one in path.parent.glob("*salvaged*")] == []


def test_a_file_that_never_was_ours_is_a_sentence_as_before(window, tmp_path, qtbot) -> None:
    other = tmp_path / "list.score"
    other.write_bytes(random.Random(1).randbytes(20_000))
    with qtbot.waitSignal(window.refused):
        window.open_document(other)
    assert "list.score" in window.findChild(ProblemStrip).text()
