from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from ui.theme.parts import Words
from workbench.scoring.book import open_book


def said(page) -> str:
    words = page.hand_over.findChildren(Words)
    return "\n".join(part.text() for part in words if part.isVisible())


def button(page, text: str) -> QPushButton:
    found = [one for one in page.hand_over.findChildren(QPushButton) if text in one.text()]
    return found[0]


def test_holes_are_counted_and_the_button_does_not_shout(scoring, keys) -> None:
    scoring.show_hand_over()
    missing = scoring.desk.overview.progress().expected - scoring.desk.overview.progress().given
    assert f"빠진 점수 {missing}개" in said(scoring)
    seal = button(scoring, "제출하기")
    assert seal.property("kind") == "plain"
    assert seal.hasFocus()


def test_sealing_shows_the_code_that_the_file_proves(scoring, keys, window, book_of) -> None:
    scoring.show_hand_over()
    keys.press(Qt.Key.Key_Space)
    code = scoring.desk.book.receipt()
    assert code in said(scoring)
    button(scoring, "번호 복사").click()
    assert QGuiApplication.clipboard().text() == code
    window.close_document()
    with open_book(book_of("E1")) as book:
        assert book.receipt() == code


def test_an_entry_that_is_not_stored_is_named_before_sealing(scoring, keys) -> None:
    keys.type("x")
    keys.press(Qt.Key.Key_Down)
    scoring.show_hand_over()
    assert "저장 안 된 칸 1개" in said(scoring)


def test_a_later_change_ends_the_code(scoring, keys) -> None:
    scoring.show_hand_over()
    keys.press(Qt.Key.Key_Space)
    scoring.show_scoring()
    keys.type("1")
    keys.press(Qt.Key.Key_Down)
    scoring.show_hand_over()
    assert scoring.desk.book.receipt() is None
    assert "제출했습니다" not in said(scoring)


def test_the_page_speaks_the_language_chosen_while_it_is_open(scoring, speak, qtbot) -> None:
    scoring.show_hand_over()
    speak("en")
    qtbot.waitUntil(lambda: "Before handing over" in said(scoring))
