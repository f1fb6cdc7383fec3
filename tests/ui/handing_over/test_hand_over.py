"""Handing over with real keys and real files: the check, the seal, its code and the two files."""

from __future__ import annotations

import shutil
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from tests.ui.scoring.test_full_disk import disk  # noqa: F401 - a fixture
from ui.handing_over.page import HandOverPage
from ui.scoring.cell import Cell
from ui.scoring.desk import ScoringDesk
from ui.theme.parts import Words
from ui.theme.runs import RunLine
from workbench.rounds.desk import open_round
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from pathlib import Path

    from ui.scoring.page import ScoreBookPage


def said(page: QWidget) -> str:
    words = [*page.findChildren(Words), *page.findChildren(RunLine)]
    return "\n".join(part.text() for part in words if part.isVisible())


def button(page: QWidget, text: str) -> QPushButton:
    (found,) = [
        one for one in page.findChildren(QPushButton) if one.isVisible() and text in one.text()
    ]
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the evaluator wants the files."""
    made = tmp_path / "USB"
    made.mkdir()
    return made


@pytest.fixture
def english(scoring: ScoreBookPage, speak, folder: Path) -> ScoreBookPage:
    """The half-scored book of E1 in English; the folder is chosen without a dialog."""
    speak("en")
    scoring.hand_over.choose_folder = lambda: folder
    return scoring


@pytest.fixture
def whole(open_in_window, whole_book_of, speak, folder: Path) -> ScoreBookPage:
    """The complete book of E1 on its hand-over page."""
    page = open_in_window(whole_book_of("E1"))
    speak("en")
    page.hand_over.choose_folder = lambda: folder
    page.show_hand_over()
    return page


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# --- sealing -------------------------------------------------------------------------------


def test_a_book_with_holes_is_sealed_all_the_same(english, keys, folder: Path) -> None:
    english.show_hand_over()
    progress = english.desk.overview.progress()
    assert f"Missing marks: {progress.expected - progress.given}" in said(english.hand_over)
    seal = button(english.hand_over, "Seal although incomplete")
    assert seal.property("kind") == "plain"
    assert english.hand_over.check.list.hasFocus()
    keys.press(Qt.Key.Key_Tab)
    assert seal.hasFocus()
    keys.press(Qt.Key.Key_Space)
    code = english.desk.book.receipt()
    assert code in said(english.hand_over)
    assert "Sealed" in said(english.hand_over)
    assert files_in(folder) == [f"E1_김가상_{code[:4]}.score", f"E1_김가상_{code[:4]}_평가표.pdf"]


def test_a_whole_book_has_the_button_under_the_hand(whole, keys, folder: Path) -> None:
    seal = button(whole.hand_over, "Seal and save")
    assert seal.property("kind") == "primary"
    assert seal.hasFocus()
    keys.press(Qt.Key.Key_Space)
    assert "No mark is missing" in said(whole.hand_over)
    assert button(whole.hand_over, "Open the score sheet").hasFocus()
    assert whole.desk.book.receipt() in said(whole.hand_over)
    assert len(files_in(folder)) == 2


def test_the_copy_opens_as_a_book_under_the_same_code(whole, keys, folder: Path) -> None:
    keys.press(Qt.Key.Key_Space)
    code = whole.desk.book.receipt()
    (copy,) = folder.glob("*.score")
    with open_book(copy) as book:
        assert book.receipt() == code
        assert [sheet.state for sheet in book.sheets()] == ["complete"] * 29


def test_nothing_is_sealed_where_no_folder_was_chosen(whole, keys, folder: Path) -> None:
    whole.hand_over.choose_folder = lambda: None
    keys.press(Qt.Key.Key_Space)
    assert whole.desk.book.standing.seal is None
    assert button(whole.hand_over, "Seal and save").isVisible()
    assert files_in(folder) == []


def test_sealing_an_unchanged_book_again_writes_the_files_again(whole, keys, folder: Path) -> None:
    keys.press(Qt.Key.Key_Space)
    code, names = whole.desk.book.receipt(), files_in(folder)
    for path in folder.iterdir():
        path.write_bytes(b"older")
    button(whole.hand_over, "Save them to another folder").click()
    assert whole.desk.book.receipt() == code
    assert files_in(folder) == names
    (copy,), (sheet,) = folder.glob("*.score"), folder.glob("*.pdf")
    assert sheet.read_bytes().startswith(b"%PDF")
    with open_book(copy) as book:
        assert book.receipt() == code


def test_a_sealed_book_that_is_opened_again_offers_its_files(
    open_in_window, whole_book_of, speak, folder: Path, keys
) -> None:
    path = whole_book_of("E1")
    with open_book(path) as book:
        code = book.seal().receipt
    page = open_in_window(path)
    speak("en")
    page.hand_over.choose_folder = lambda: folder
    page.show_hand_over()
    assert code in said(page.hand_over)
    assert button(page.hand_over, "Save the files").hasFocus()
    keys.press(Qt.Key.Key_Space)
    assert "1. The files are saved" in said(page.hand_over)
    assert page.desk.book.receipt() == code
    assert len(files_in(folder)) == 2


def test_the_open_book_is_never_replaced_by_its_own_copy(
    open_in_window, whole_book_of, speak, folder: Path, window
) -> None:
    path = whole_book_of("E1")
    with open_book(path) as book:
        code = book.seal().receipt
    mine = shutil.move(path, folder / f"E1_김가상_{code[:4]}.score")
    page = open_in_window(mine)
    speak("en")
    page.hand_over.choose_folder = lambda: folder
    before = mine.stat().st_ino
    page.show_hand_over()
    button(page.hand_over, "Save the files").click()
    assert mine.stat().st_ino == before
    service = page.desk.services()[0]
    assert page.desk.enter(Cell(service, None, "opinion"), "이어서 적은 글")
    window.close_document()
    with open_book(mine) as book:
        assert book.sheet(service).opinion == "이어서 적은 글"


def test_the_code_is_copied_for_a_message(whole, keys) -> None:
    keys.press(Qt.Key.Key_Space)
    button(whole.hand_over, "Copy the code").click()
    assert QGuiApplication.clipboard().text() == whole.desk.book.receipt()


# --- what goes wrong -----------------------------------------------------------------------


def test_without_its_folder_the_seal_stays_and_another_can_be_chosen(
    whole, keys, folder: Path
) -> None:
    whole.hand_over.choose_folder = lambda: folder / "gone"
    keys.press(Qt.Key.Key_Space)
    code = whole.desk.book.receipt()
    assert code in said(whole.hand_over)
    assert str(folder / "gone") in said(whole.hand_over)
    assert "The seal stays valid" in said(whole.hand_over)
    whole.hand_over.choose_folder = lambda: folder
    button(whole.hand_over, "Choose another folder").click()
    assert "The seal stays valid" not in said(whole.hand_over)
    assert whole.desk.book.receipt() == code
    assert len(files_in(folder)) == 2


@pytest.mark.parametrize("ending", [".score", "_평가표.pdf"])
def test_a_file_that_cannot_be_written_is_named_and_leaves_no_draft(
    whole, keys, folder: Path, ending: str
) -> None:
    code = whole.desk.book.seal().receipt
    name = f"E1_김가상_{code[:4]}{ending}"
    (folder / name).mkdir()
    whole.hand_over.refresh()
    button(whole.hand_over, "Save the files").click()
    assert name in said(whole.hand_over)
    assert "The seal stays valid" in said(whole.hand_over)
    assert [path for path in files_in(folder) if path.startswith(".")] == []
    (folder / name).rmdir()
    button(whole.hand_over, "Choose another folder").click()
    assert len(files_in(folder)) == 2


def test_a_full_disk_keeps_the_book_unsealed_and_says_so(
    disk: Path,  # noqa: F811
    open_in_window,
    whole_book_of,
    speak,
    keys,
    folder: Path,
    window,
) -> None:
    page = open_in_window(shutil.copyfile(whole_book_of("E1"), disk / "E1.score"))
    speak("en")
    page.hand_over.choose_folder = lambda: folder
    page.show_hand_over()
    filler = disk / "filler.bin"
    filler.write_bytes(bytes(shutil.disk_usage(disk).free))
    keys.press(Qt.Key.Key_Space)
    assert "E1.score" in said(page.hand_over)
    assert page.desk.book.standing.seal is None
    assert files_in(folder) == []
    filler.unlink()
    keys.press(Qt.Key.Key_Space)
    assert page.desk.book.receipt() in said(page.hand_over)
    window.close_document()


# --- changes afterwards --------------------------------------------------------------------


def test_a_change_while_the_code_is_shown_ends_it_at_once(whole, keys) -> None:
    keys.press(Qt.Key.Key_Space)
    code = whole.desk.book.receipt()
    service = whole.desk.services()[0]
    whole.desk.enter(Cell(service, None, "opinion"), "나중에 적은 글")
    assert "No longer holds" in said(whole.hand_over)
    assert "Changes since this code was given: 1" in said(whole.hand_over)
    assert code in said(whole.hand_over)
    again = button(whole.hand_over, "Check and hand over again")
    assert again.hasFocus()
    keys.press(Qt.Key.Key_Space)
    assert "Changes since: 1" in said(whole.hand_over)
    button(whole.hand_over, "Seal and save").click()
    assert whole.desk.book.receipt() not in (None, code)


def test_a_mark_changed_by_key_asks_for_another_hand_over(english, keys) -> None:
    english.show_hand_over()
    button(english.hand_over, "Seal although").click()
    english.show_scoring()
    keys.type("1")
    keys.press(Qt.Key.Key_Down)
    english.show_hand_over()
    assert english.desk.book.receipt() is None
    assert "no longer holds. Changes since: 1" in said(english.hand_over)


# --- the remarks ---------------------------------------------------------------------------


def test_enter_on_a_remark_leads_to_the_very_cell(english, keys) -> None:
    english.show_hand_over()
    remarks = english.hand_over.check.list
    model = remarks.remarks
    keys.press(Qt.Key.Key_Right)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Down)
    index = remarks.currentIndex()
    assert not model.is_group(index)
    cell = model.cell(index)
    keys.press(Qt.Key.Key_Return)
    assert english.work.sheet.flow.current() == cell
    assert english.work.sheet.isVisible()
    keys.type("3")
    keys.press(Qt.Key.Key_Down)
    row = english.desk.row(cell)
    assert dict(row.mark.values)[cell.field] == "3"


def test_a_refused_entry_is_named_and_its_remark_leads_back_to_it(english, keys) -> None:
    cell = english.work.sheet.flow.current()
    keys.type("x")
    keys.press(Qt.Key.Key_Down)
    english.show_hand_over()
    assert "Entries not stored: 1" in said(english.hand_over)
    remarks = english.hand_over.check.list
    model = remarks.remarks
    places = [
        model.index(row, 0, model.index(group, 0))
        for group in range(model.rowCount())
        for row in range(model.rowCount(model.index(group, 0)))
    ]
    (index,) = [place for place in places if "Not stored: “x”" in model.data(place)]
    assert "x" in model.data(index, Qt.ItemDataRole.ToolTipRole)
    remarks.setCurrentIndex(index)
    keys.press(Qt.Key.Key_Return)
    assert english.work.sheet.flow.current() == cell


def test_hundreds_of_remarks_stay_closed_and_need_no_widgets(
    alone, speak, round_folder: Path, tmp_path: Path, qtbot, keys
) -> None:
    speak("en")
    with open_round(round_folder / "a.round") as round_desk:
        books = round_desk.hand_out(tmp_path / "empty")
    desk = ScoringDesk(open_book(next(path for owner, path in books if owner.code == "Q1")))
    page = HandOverPage(desk)
    alone(page)
    page.refresh()
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.take_focus()
    remarks, model = page.check.list, page.check.list.remarks
    assert "Integrity pledge" in model.data(model.index(0, 0, model.index(0, 0)))
    assert model.rowCount() == 30
    assert sum(model.rowCount(model.index(row, 0)) for row in range(30)) > 200
    closed = [row for row in range(30) if not remarks.isExpanded(model.index(row, 0))]
    assert len(closed) > 25
    assert len(remarks.viewport().findChildren(QWidget)) == 0
    keys.press(Qt.Key.Key_End)
    last = remarks.currentIndex()
    assert model.is_group(last)
    assert "29" in model.data(last)
    keys.press(Qt.Key.Key_Right)
    keys.press(Qt.Key.Key_Down)
    assert remarks.isExpanded(last)
    with qtbot.waitSignal(page.jump_requested) as jumped:
        keys.press(Qt.Key.Key_Return)
    assert jumped.args == [model.cell(model.index(0, 0, last))]
    keys.press(Qt.Key.Key_Home)
    with qtbot.waitSignal(page.pledge_requested):
        keys.press(Qt.Key.Key_Return)
    desk.close()


def test_chips_leave_one_kind_of_remark(english) -> None:
    english.show_hand_over()
    check = english.hand_over.check

    def weights() -> Counter[str]:
        groups = check.list.remarks.groups
        return Counter(str(each.weight) for group in groups for each in group.remarks)

    every = weights()
    assert set(every) == {"open", "note"}
    for chip, weight in (("To fill in", "open"), ("Good to know", "note")):
        button(check, f"{chip} {every[weight]}").click()
        assert weights() == {weight: every[weight]}
    button(check, f"All {every.total()}").click()
    assert weights() == every


def test_the_page_speaks_the_language_chosen_while_it_is_open(english, speak, qtbot, keys) -> None:
    english.show_hand_over()
    assert "Before handing over" in said(english.hand_over)
    speak("ko")
    qtbot.waitUntil(lambda: "제출 전 점검" in said(english.hand_over))
    speak("en")
    qtbot.waitUntil(lambda: "Before handing over" in said(english.hand_over))
    button(english.hand_over, "Seal although").click()
    speak("ko")
    qtbot.waitUntil(lambda: "접수 번호" in said(english.hand_over))
    assert english.desk.book.receipt() in said(english.hand_over)


def test_escape_leads_from_the_check_back_to_the_cell_in_work(english, keys) -> None:
    before = english.window().focusWidget()
    keys.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert english.hand_over.isVisible()
    keys.press(Qt.Key.Key_Escape)
    assert english.work.isVisible()
    assert english.window().focusWidget() is before


def test_escape_leads_from_the_receipt_back_too(whole, keys) -> None:
    keys.press(Qt.Key.Key_Space)  # seals: the book is whole
    assert whole.hand_over.receipt.isVisible()
    keys.press(Qt.Key.Key_Escape)
    assert whole.work.isVisible()
