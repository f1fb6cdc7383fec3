"""Undo and redo over several services, named, and in front of the person's eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.scoring.bottom_line import BottomLine
from ui.scoring.cell import Cell
from ui.scoring.orders import Order
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from ui.scoring.page import ScoreBookPage

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def number_shown(page: ScoreBookPage) -> int:
    return page.desk.sheet(page.work.sheet.subject().service).service.number


def mark(page: ScoreBookPage, number: int, code: str) -> str | None:
    service = next(
        uid for uid in page.desk.services() if page.desk.sheet(uid).service.number == number
    )
    return dict(page.desk.overview.row(service, code).mark.values).get("score")


def news(page: ScoreBookPage) -> str:
    return page.findChild(BottomLine).text()


def enter_in_three_services(page: ScoreBookPage, keys) -> None:
    """C5 of the services 13, 14 and 15."""
    keys.press(K.Key_Down)
    for digits in ("5", "4.5", "4"):
        keys.type(digits)
        keys.press(K.Key_Return)
        page.work.go_on()
        code = page.desk.row(page.work.current()).indicator.code
        while code != "C5":
            keys.press(K.Key_Down)
            code = page.desk.row(page.work.current()).indicator.code


def test_what_was_undone_is_not_said_in_the_language_of_before(scoring, keys, speak, qtbot) -> None:
    keys.type("3")
    keys.press(K.Key_Return)
    keys.press(K.Key_Z, CONTROL)
    assert "되돌리기" in news(scoring)
    speak("en")
    qtbot.waitUntil(lambda: "Saved" in news(scoring))
    assert "되돌리기" not in news(scoring)


def test_undo_goes_back_over_three_services_and_shows_each(scoring, keys, window, book_of) -> None:
    enter_in_three_services(scoring, keys)
    assert [mark(scoring, number, "C5") for number in (13, 14, 15)] == ["5", "4.5", "4"]
    for number, value in ((15, "4"), (14, "4.5"), (13, "5")):
        keys.press(K.Key_Z, CONTROL)
        assert mark(scoring, number, "C5") is None
        assert number_shown(scoring) == number
        assert scoring.desk.row(scoring.work.current()).indicator.code == "C5"
        assert f"되돌리기: {number}번 C5 {value}→빈칸" in news(scoring)
    keys.press(K.Key_Y, CONTROL)
    assert mark(scoring, 13, "C5") == "5"
    assert "다시 하기: 13번 C5 빈칸→5" in news(scoring)
    window.close_document()
    with open_book(book_of("E1")) as book:
        marks = {
            sheet.service.number: dict(row.mark.values).get("score")
            for sheet in book.sheets()
            for row in sheet.rows()
            if row.indicator.code == "C5" and sheet.service.number in (13, 14, 15)
        }
    assert marks == {13: "5", 14: None, 15: None}


def test_the_menu_names_the_step(scoring, keys) -> None:
    keys.press(K.Key_Up)
    keys.type("4")
    keys.press(K.Key_Return)
    undo = scoring.acts["undo"]
    assert undo.text() == "되돌리기: 13번 C2 4→3.3"
    undo.trigger()
    assert scoring.acts["redo"].text() == "다시 하기: 13번 C2 3.3→4"


def test_typing_is_taken_back_before_any_step(scoring, keys) -> None:
    keys.press(K.Key_Down)
    keys.type("5")
    keys.press(K.Key_Return)
    keys.type("3")
    keys.press(K.Key_Z, CONTROL)
    assert keys.target().text() == ""
    assert mark(scoring, 13, "C5") == "5"
    keys.press(K.Key_Z, CONTROL)
    assert mark(scoring, 13, "C5") is None


def test_a_mark_over_not_applicable_is_one_step(scoring, keys) -> None:
    for _ in range(3):
        keys.press(K.Key_Down)
    keys.press(K.Key_F4)
    keys.press(K.Key_Escape)
    keys.type("90")
    keys.press(K.Key_Return)
    assert mark(scoring, 13, "C7") == "90"
    keys.press(K.Key_Z, CONTROL)
    row = scoring.desk.row(scoring.work.current())
    assert dict(row.mark.values) == {"not_applicable": "yes"}


def test_undoing_a_text_brings_the_keyboard_to_it(scoring, keys) -> None:
    service = scoring.work.sheet.subject().service
    opinion = Cell(service, None, "opinion")
    assert scoring.desk.enter(opinion, "처음")
    scoring.work.turn()  # by indicator, where no text stands
    scoring.steps.undo()
    assert scoring.desk.sheet(service).opinion == ""
    assert scoring.work.order is Order.SERVICE
    assert keys.target().accessibleName().startswith("종합 의견")
