"""The plan of a merge in the window: every file, every cell it leaves open, nothing by itself."""

from __future__ import annotations

import shutil
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton

from tests.journeys.command_line import logged
from tests.workbench.rounds.small_round import typed
from ui.merging.file_rows import (
    CHANGED,
    CONFLICTS,
    EVALUATOR,
    FILE,
    NEW,
    RECEIVED,
    UNCHANGED,
    WHOLE,
    FilesModel,
)
from ui.task_dialog import TaskDialog
from ui.theme.parts import Words
from ui.theme.runs import RunLine
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Keyboard
    from ui.merging.page import MergePage
    from ui.round.page import RoundPage

K = Qt.Key


def said(widget) -> str:
    parts = [*widget.findChildren(RunLine), *widget.findChildren(Words)]
    return "\n".join(part.text() for part in parts if part.isVisible())


def visible_buttons(widget) -> list[str]:
    return [one.text() for one in widget.findChildren(QPushButton) if one.isVisible()]


def button(widget, text: str) -> QPushButton:
    found = [one for one in widget.findChildren(QPushButton) if text in one.text()]
    return next(one for one in found if one.isVisible())


@pytest.fixture
def planned(round_page: RoundPage, page: MergePage, qtbot: QtBot) -> Callable[..., FilesModel]:
    """Plans the merge of files and returns what the table shows."""

    def plan(*files: Path) -> FilesModel:
        with qtbot.waitSignal(round_page.session.planned):
            page.add_files(files)
        return page.findChild(FilesModel)

    return plan


@pytest.fixture
def applied(round_page: RoundPage, page: MergePage, qtbot: QtBot) -> Callable[[], None]:
    def apply() -> None:
        with qtbot.waitSignals([round_page.session.merged, round_page.session.read]):
            button(page, "Apply").click()

    return apply


@pytest.fixture
def two_futures(book_of: Callable[[str], Path]) -> tuple[Path, Path]:
    """One book and a copy of it; one cell conflicts, one more differs, one was changed alike."""
    book = book_of("E1")
    copy = shutil.copyfile(book, book.with_name("E1 (2).score"))
    typed(book, (1, "C1", "score", "3"), (2, "C1", "score", "2"))
    typed(copy, (1, "C1", "score", "2"), (2, "C1", "score", "2"), (3, "C1", "score", "1"))
    return book, copy


def cells(model: FilesModel, row: int) -> list[str]:
    return [model.index(row, column).data() for column in range(model.columnCount())]


def lines(model: FilesModel, row: int) -> list[str]:
    file = model.index(row, 0)
    return [model.index(at, 0, file).data() for at in range(model.rowCount(file))]


def test_a_row_says_who_came_when_and_how_much_is_in(planned, book_of) -> None:
    book = book_of("E1")
    at = datetime.fromtimestamp(book.stat().st_mtime).astimezone()
    row = cells(planned(book), 0)
    assert row[EVALUATOR] == "E1 김가상"
    assert row[RECEIVED] == f"{at:%m-%d %H:%M}"
    given, expected = row[WHOLE].split(" / ")
    assert 0 < int(given) < int(expected)


def test_a_refused_file_stands_once_in_the_log_of_this_computer(planned, applied, book_of) -> None:
    bad = book_of("E2").with_name("잘린.score")
    bad.write_bytes(book_of("E2").read_bytes()[:-4096])
    planned(bad, book_of("E1"))
    applied()
    (line,) = logged().splitlines()
    assert bad.name in line


def test_a_file_opens_to_every_cell_it_leaves_open_by_key_and_by_click(
    page: MergePage, planned, two_futures, keys: Keyboard, qtbot: QtBot
) -> None:
    model = planned(*two_futures)
    table, file = page.table, model.index(0, 0)
    page.window().activateWindow()
    table.setFocus()
    height = table.height()
    keys.press(K.Key_Return)
    assert table.isExpanded(file)
    assert table.height() > height
    headings = [line for line in lines(model, 0) if ":" in line]
    assert headings == [
        "Conflicts to settle: 1",
        "Two futures of one file, cells that differ: 2",
        "Same value in two copies: 1",
    ]
    assert len(lines(model, 0)) == len(headings) + 4
    keys.press(K.Key_Down)
    keys.press(K.Key_Left)
    assert not table.isExpanded(file)
    assert table.currentIndex() == file
    place = table.visualRect(model.index(0, EVALUATOR)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert table.isExpanded(file)


def test_two_futures_are_named_as_such(page: MergePage, planned, two_futures) -> None:
    model = planned(*two_futures)
    assert "E1's book has two futures: 2 cells differ." in said(page)
    assert cells(model, 1)[CONFLICTS] == "1"


def test_what_is_not_counted_says_why(planned, book_of) -> None:
    book = book_of("E1")
    typed(book, (1, "", "recusal", "advised them"))
    model = planned(book)
    assert any(": not counted: recused." in line for line in lines(model, 0))


def test_a_file_that_changes_nothing_says_so(page: MergePage, planned, applied, book_of) -> None:
    planned(book_of("E1"))
    applied()
    model = planned(book_of("E1"))
    row = cells(model, 0)
    assert (row[NEW], row[CHANGED]) == ("nothing new", "")
    assert row[UNCHANGED] != "0"
    assert not button(page, "Apply").isEnabled()
    assert "nothing to apply" in said(page)


def test_a_changed_mark_is_told_from_a_new_one(planned, applied, book_of) -> None:
    planned(book_of("E1"))
    applied()
    typed(book_of("E1"), (1, "C1", "score", "1"), (1, "C1", "evidence", "page 3"))
    row = cells(planned(book_of("E1")), 0)
    assert (row[NEW], row[CHANGED]) == ("2", "1")


def test_who_is_missing_is_named(page: MergePage, planned, book_of) -> None:
    planned(book_of("E1"))
    assert "Not here yet, 2: E2 이예시, Q1 박연습" in said(page)
    assert "Marks still missing, 1: E1 김가상" in said(page)


def test_a_folder_and_a_zip_are_dropped_like_files(
    round_page: RoundPage, page: MergePage, book_of, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "mail"
    folder.mkdir()
    shutil.copy(book_of("E1"), folder)
    packed = tmp_path / "two.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for code in ("E2", "Q1"):
            archive.write(book_of(code), f"{code}.score")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (folder, packed)])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, none)
    with qtbot.waitSignal(round_page.session.planned):
        page.dropEvent(event)
    model = page.findChild(FilesModel)
    names = [cells(model, row)[FILE] for row in range(model.rowCount())]
    assert names == [book_of("E1").name, "E2.score", "Q1.score"]


def drag_over(widget, path: Path) -> bool:
    """Drag a file over the middle of a widget; say whether a page of the round takes it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, left, none)
    widget.dragEnterEvent(event)
    return event.isAccepted()


def test_books_are_dropped_on_any_page_and_other_files_are_left_to_the_window(
    round_page: RoundPage, page: MergePage, book_of, round_folder: Path, qtbot: QtBot
) -> None:
    round_page.show_page("results")
    assert drag_over(round_page, book_of("E1"))
    assert drag_over(round_page, round_folder)
    assert not drag_over(round_page, round_folder / "a.round")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(book_of("E1")))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, none)
    with qtbot.waitSignal(round_page.session.planned):
        round_page.dropEvent(event)
    assert page.isVisible()
    assert page.findChild(FilesModel).rowCount() == 1


def test_a_file_that_changed_since_the_plan_is_not_merged_unseen(
    round_page: RoundPage, page: MergePage, planned, applied, book_of, round_folder: Path
) -> None:
    planned(book_of("E1"))
    before = (round_folder / "a.round").read_bytes()
    typed(book_of("E1"), (1, "C1", "score", "1"))
    applied()
    assert (round_folder / "a.round").read_bytes() == before
    assert "changed since the plan" in said(page)
    applied()
    assert "merged 1" in said(page)
    assert (
        round_page.session.reading.seals[0].missing < round_page.session.reading.seals[0].expected
    )


def test_a_book_that_arrived_in_a_planned_folder_is_not_merged_unseen(
    page: MergePage, planned, applied, book_of, tmp_path: Path
) -> None:
    folder = tmp_path / "mail"
    folder.mkdir()
    shutil.copy(book_of("E1"), folder)
    planned(folder)
    shutil.copy(book_of("E2"), folder)
    applied()
    assert "changed since the plan" in said(page)
    assert page.findChild(FilesModel).rowCount() == 2


def test_stopping_a_plan_changes_nothing_that_is_shown(
    round_page: RoundPage, page: MergePage, planned, book_of, round_folder: Path, qtbot: QtBot
) -> None:
    planned(book_of("E1"))
    before = (round_folder / "a.round").read_bytes()
    page.add_files([book_of("E2")])
    dialog = page.window().findChildren(TaskDialog)[-1]
    with qtbot.waitSignal(dialog.finished):
        dialog.stop_requested.emit()
    assert page.findChild(FilesModel).rowCount() == 1
    assert (round_folder / "a.round").read_bytes() == before
    model = planned(book_of("Q1"))
    assert [cells(model, row)[EVALUATOR][:2] for row in range(model.rowCount())] == ["E1", "Q1"]


def test_what_is_added_while_a_plan_is_made_joins_it(
    round_page: RoundPage, page: MergePage, book_of, qtbot: QtBot
) -> None:
    model = page.findChild(FilesModel)
    page.add_files([book_of("E1")])
    page.add_files([book_of("E2")])
    qtbot.waitUntil(lambda: model.rowCount() == 2)


def test_after_merging_the_way_leads_to_what_is_to_be_settled(
    round_page: RoundPage, page: MergePage, planned, applied, two_futures
) -> None:
    planned(*two_futures)
    assert not any("Settle" in text for text in visible_buttons(page))
    applied()
    settle = button(page, "Settle 2")
    assert page.window().focusWidget() is settle
    settle.click()
    assert round_page.page("conflicts").isVisible()


def test_an_import_is_withdrawn_on_the_page_of_the_history(
    round_page: RoundPage, page: MergePage
) -> None:
    button(page, "Withdraw").click()
    assert round_page.page("history").isVisible()


def test_both_languages_say_every_column(page: MergePage, planned, book_of, speak) -> None:
    model = planned(book_of("E1"))
    columns = range(1, model.columnCount())
    english = [model.headerData(at, Qt.Orientation.Horizontal) for at in columns]
    speak("ko")
    korean = [model.headerData(at, Qt.Orientation.Horizontal) for at in columns]
    assert all(one and other and one != other for one, other in zip(english, korean, strict=True))


def test_opened_files_keep_qts_rules(planned, two_futures, qtmodeltester) -> None:
    qtmodeltester.check(planned(*two_futures))


def test_a_sealed_book_shows_the_code_that_its_evaluator_has(planned, book_of) -> None:
    with open_book(book_of("E1")) as book:
        code = book.seal().receipt
    assert code in cells(planned(book_of("E1")), 0)


def test_fifty_files_scroll_inside_the_table(planned, page: MergePage, book_of) -> None:
    copies: Sequence[Path] = [
        shutil.copyfile(book_of("E1"), book_of("E1").with_name(f"copy {number:02}.score"))
        for number in range(50)
    ]
    model = planned(*copies)
    assert model.rowCount() == 50
    assert page.table.height() < 400
