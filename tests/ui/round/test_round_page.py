"""The lead's way through the window: hand out, merge, read, export; on real files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton

from ui.merging.file_rows import EVALUATOR, RECEIPT, RECEIVED, STATE, FilesModel
from ui.problem_strip import ProblemStrip
from ui.results.bars_card import BarsList
from ui.results.below_card import BelowModel
from ui.round.nav import NavButton
from ui.round.rooms import PAGES
from ui.theme.parts import Words
from ui.theme.runs import RunLine
from workbench.rounds.desk import open_round
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from pathlib import Path

    from ui.round.page import RoundPage


@pytest.fixture
def page(open_in_window, round_folder: Path) -> RoundPage:
    return open_in_window(round_folder / "a.round")


def books(round_folder: Path) -> list[Path]:
    return sorted((round_folder / "books").iterdir())


def said(widget) -> str:
    parts = [*widget.findChildren(RunLine), *widget.findChildren(Words)]
    return "\n".join(part.text() for part in parts if part.isVisible())


def button(widget, text: str) -> QPushButton:
    found = [one for one in widget.findChildren(QPushButton) if text in one.text()]
    return next(one for one in found if one.isVisible())


def merge(page: RoundPage, files: list[Path], qtbot) -> None:
    page.show_page("merge")
    with qtbot.waitSignal(page.session.planned):
        page.page("merge").add_files(files)
    with qtbot.waitSignals([page.session.merged, page.session.read]):
        button(page.page("merge"), "적용").click()


def test_an_empty_round_says_what_to_do_first(page: RoundPage, qtbot) -> None:
    assert "아직 셀 수 있는 사무가 없습니다." in said(page.page("results"))
    page.show_page("merge")
    assert "아직 받은 채점 파일이 없습니다." in said(page.page("merge"))
    assert page.window().focusWidget() is button(page.page("merge"), "파일 더하기")


def test_a_plan_changes_nothing_until_it_is_applied(
    page: RoundPage, round_folder: Path, qtbot
) -> None:
    before = (round_folder / "a.round").read_bytes()
    page.show_page("merge")
    with qtbot.waitSignal(page.session.planned):
        page.page("merge").add_files(books(round_folder))
    assert (round_folder / "a.round").read_bytes() == before
    apply = button(page.page("merge"), "3권 적용")
    assert page.window().focusWidget() is apply
    with qtbot.waitSignals([page.session.merged, page.session.read]):
        apply.click()
    assert page.session.reading.outcome.counted == 12
    assert "합쳤습니다" in said(page.page("merge"))


def test_what_each_file_did_stands_in_its_row(page: RoundPage, round_folder: Path, qtbot) -> None:
    bad = round_folder / "채점표_최종.score"
    bad.write_text("점수", encoding="utf-8")
    with open_book(books(round_folder)[0]) as book:
        code = book.seal().receipt
    merge(page, [*books(round_folder), bad], qtbot)
    model = page.findChild(FilesModel)
    texts = [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    assert [row[EVALUATOR] for row in texts] == ["E1 김가상", "E2 이예시", "Q1 박연습", "–"]
    assert texts[0][RECEIPT : STATE + 1] == [code, "봉인"]
    assert texts[1][STATE] == "중간본"
    assert bad.name in texts[3][RECEIVED]
    assert "1개 거절" in said(page.page("merge"))


def test_files_are_taken_by_dropping_them(page: RoundPage, round_folder: Path, qtbot) -> None:
    page.show_page("merge")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in books(round_folder)])
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys)
    with qtbot.waitSignal(page.session.planned):
        page.page("merge").dropEvent(event)
    assert page.findChild(FilesModel).rowCount() == 3


def test_a_plan_can_be_put_aside(page: RoundPage, round_folder: Path, qtbot) -> None:
    page.show_page("merge")
    with qtbot.waitSignal(page.session.planned):
        page.page("merge").add_files(books(round_folder))
    button(page.page("merge"), "그만두기").click()
    assert page.findChild(FilesModel).rowCount() == 0
    assert page.session.reading.outcome.counted == 0


def test_the_result_is_that_of_the_round(page: RoundPage, round_folder: Path, qtbot) -> None:
    merge(page, books(round_folder), qtbot)
    page.show_page("results")
    outcome = page.session.reading.outcome
    words = said(page.page("results"))
    assert str(outcome.average) in words
    assert f"{outcome.counted}개 사무 중 {len(outcome.below)}개 ({outcome.share}%)가" in words
    below = page.findChild(BelowModel)
    assert below.rowCount() == len(outcome.below)
    rows = page.findChild(BarsList).model()
    assert rows.rowCount() == 29
    assert [rows.total(row) for row in range(12)] == sorted(
        (str(row.total) for row in outcome.services if row.total is not None), reverse=True
    )
    assert {rows.total(row) for row in range(12, 29)} == {"미완료"}


def test_models_keep_qts_rules(page: RoundPage, round_folder: Path, qtbot, qtmodeltester) -> None:
    merge(page, books(round_folder), qtbot)
    for model in (
        page.findChild(FilesModel),
        page.findChild(BelowModel),
        page.findChild(BarsList).model(),
    ):
        qtmodeltester.check(model)


def test_books_are_handed_out_and_never_written_over(
    page: RoundPage, window, tmp_path: Path, qtbot
) -> None:
    page.show_page("hand_out")
    folder = tmp_path / "out"
    with qtbot.waitSignal(page.session.handed_out):
        page.session.hand_out(folder)
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["E1_김가상.score", "E2_이예시.score", "Q1_박연습.score"]
    books = page.page("hand_out").table.books
    assert [books.text(row, 4) for row in range(books.rowCount())] == names
    with qtbot.waitSignal(page.session.failed):
        page.session.hand_out(folder)
    assert "E1_김가상.score" in window.findChild(ProblemStrip).text()


def test_a_report_that_cannot_be_written_is_a_sentence(
    page: RoundPage, window, tmp_path: Path, qtbot
) -> None:
    with qtbot.waitSignal(page.session.failed):
        page.session.export(tmp_path / "no" / "x.xlsx", is_public=False, is_draft=True)
    assert "x.xlsx" in window.findChild(ProblemStrip).text()
    with open_round_free(window, page) as desk:
        assert desk.outcome().counted == 0


def open_round_free(window, page: RoundPage):
    """The round again, after the window has given it back."""
    path = page.session.path
    window.close_document()
    return open_round(path)


def test_pages_are_reached_by_key_and_kept(
    page: RoundPage, window, open_in_window, round_folder: Path, keys, qtbot
) -> None:
    for number, kind in enumerate(PAGES[:9], start=1):
        keys.press(Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        chosen = [one for one in page.findChildren(NavButton) if one.isChecked()]
        assert [one.objectName() for one in chosen] == [kind]
    window.close_document()
    again = open_in_window(round_folder / "a.round")
    assert again.page(PAGES[:9][-1]).isVisible()


def test_a_closed_window_gives_the_round_back(
    page: RoundPage, window, round_folder: Path, qtbot
) -> None:
    page.session.plan(books(round_folder))  # still at it
    window.close_document()
    with open_round(round_folder / "a.round") as desk:
        assert desk.outcome().counted == 0


def test_tab_comes_to_the_page_that_is_shown(page: RoundPage) -> None:
    page.show_page("report")
    page.show_page("hand_out")
    reached = {
        one.objectName()
        for one in page.findChildren(NavButton)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    assert reached == {"hand_out"}


def test_enter_presses_the_button_that_has_the_keyboard(page: RoundPage, keys) -> None:
    page.show_page("hand_out")
    shown = page.page("hand_out")
    assert not shown.zipped.isChecked()
    shown.zipped.setFocus()
    keys.press(Qt.Key.Key_Return)
    assert shown.zipped.isChecked()
