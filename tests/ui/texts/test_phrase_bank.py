"""The phrases at the caret of each text field, with real keys and a real file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from workbench.home import home
from workbench.scoring.book import open_book
from workbench.scoring.phrases import Phrases

if TYPE_CHECKING:
    from ui.texts.phrase_popup import PhrasePopup

K, M = Qt.Key, Qt.KeyboardModifier
CONTROL = M.ControlModifier
KEPT = ("예산을 아꼈음", "점검 기록이 충실함", "서비스가 나아짐")


@pytest.fixture
def kept() -> Phrases:
    """Three phrases of before; the last one was used most."""
    phrases = Phrases.of_user()
    for text in KEPT:
        phrases.add(text)
    phrases.use(KEPT[2])
    return phrases


def in_file() -> list[str]:
    phrases = Phrases.of_user()
    phrases.load()
    return [phrase.text for phrase in phrases.matching()]


def popup() -> PhrasePopup:
    return QApplication.focusWidget().parent()


def listed() -> list[str]:
    model = popup().model
    return [model.row(place).text for place in range(model.rowCount())]


def news() -> str:
    return popup().findChildren(type(popup().none))[-1].text()


def test_a_text_is_kept_and_written_again_elsewhere(texts, keys, window, book_of) -> None:
    service = texts.sheet().service.uid
    keys.commit("점검 기록이 충")
    keys.compose("실")
    keys.press(K.Key_F3)
    keys.press(K.Key_Return, CONTROL)
    assert in_file() == ["점검 기록이 충실"]
    keys.press(K.Key_Escape)
    assert texts.here() == (0, 0)
    keys.press(K.Key_Return)
    texts.opinion.setFocus()
    keys.commit("끝으로: ")
    keys.press(K.Key_F3)
    keys.press(K.Key_Return)
    assert texts.opinion.hasFocus()
    keys.press(K.Key_Return, CONTROL)
    window.close_document()
    with open_book(book_of("E1")) as book:
        assert book.sheet(service).opinion == "끝으로: 점검 기록이 충실"


def test_the_most_used_stands_first_and_writing_counts(texts, keys, kept) -> None:
    keys.press(K.Key_F3)
    assert listed() == [KEPT[2], KEPT[1], KEPT[0]]
    for _ in range(2):
        keys.press(K.Key_Down)
    keys.press(K.Key_Return)
    assert texts.shown() == [KEPT[0]]
    for _ in range(2):
        keys.press(K.Key_F3)
        keys.press(K.Key_Down)
        keys.press(K.Key_Return)
    kept.load()
    assert [phrase.used for phrase in kept.matching()] == [2, 2, 0]


def test_a_half_typed_syllable_already_narrows(texts, keys, kept) -> None:
    keys.press(K.Key_F3)
    for syllable, found in (
        ("ㅈ", [KEPT[2], KEPT[1]]),
        ("저", [KEPT[1]]),
        ("점", [KEPT[1]]),
        ("", [KEPT[2], KEPT[1], KEPT[0]]),
        ("섭", [KEPT[2]]),
    ):
        keys.compose(syllable)
        assert listed() == found
    keys.compose("")
    keys.commit("점")
    keys.compose("거")
    assert listed() == [KEPT[1]]
    keys.press(K.Key_Return)
    assert texts.shown() == [KEPT[1]]


def test_enter_without_a_fitting_phrase_does_nothing(texts, keys, kept) -> None:
    keys.press(K.Key_F3)
    keys.commit("없는 말")
    assert listed() == []
    assert popup().none.isVisible()
    keys.press(K.Key_Return)
    assert popup().isVisible()


def test_a_phrase_goes_where_the_caret_is_and_over_what_is_selected(texts, keys, kept) -> None:
    keys.commit("앞뒤")
    keys.press(K.Key_Left)
    keys.press(K.Key_F3)
    keys.press(K.Key_Return)
    assert texts.shown() == [f"앞{KEPT[2]}뒤"]
    keys.press(K.Key_Home, M.ShiftModifier)
    keys.press(K.Key_F3)
    keys.press(K.Key_Return)
    assert texts.shown() == [f"{KEPT[2]}뒤"]
    keys.press(K.Key_Z, CONTROL)
    assert texts.shown() == [f"앞{KEPT[2]}뒤"]


def test_escape_gives_keyboard_and_selection_back(texts, keys, kept) -> None:
    keys.commit("하나 둘")
    keys.press(K.Key_Left, M.ShiftModifier)
    keys.press(K.Key_F3)
    keys.commit("점검")
    keys.press(K.Key_Escape)
    box = texts.rows()[0].box
    assert box.hasFocus()
    assert box.textCursor().selectedText() == "둘"
    assert texts.shown() == ["하나 둘"]
    assert texts.sheet().achievements == ()  # nothing was left, so nothing was stored


def test_only_what_is_selected_is_kept(texts, keys) -> None:
    keys.commit("하나 둘")
    keys.press(K.Key_Left, M.ShiftModifier)
    keys.press(K.Key_F3)
    keys.press(K.Key_Tab)
    keys.press(K.Key_Space)  # the button does what Ctrl+Enter does
    assert in_file() == ["둘"]
    assert listed() == ["둘"]
    assert "저장" in news() or "Kept" in news()


def test_a_phrase_is_removed_and_brought_back(texts, keys, kept) -> None:
    keys.press(K.Key_F3)
    keys.press(K.Key_Delete)
    assert in_file() == [KEPT[1], KEPT[0]]
    assert listed() == [KEPT[1], KEPT[0]]
    keys.press(K.Key_Z, CONTROL)
    assert in_file() == [KEPT[2], KEPT[1], KEPT[0]]
    kept.load()
    assert kept.matching()[0].used == 1


def test_a_comment_takes_phrases_and_loses_nothing(scoring, keys, kept) -> None:
    keys.press(K.Key_F2)
    keys.commit("근거 확인")
    keys.press(K.Key_Return)
    keys.press(K.Key_Up)
    keys.press(K.Key_F2)
    editor = keys.target()
    assert editor.selectedText() == "근거 확인"
    keys.press(K.Key_F3)
    keys.press(K.Key_Return)
    assert editor.hasFocus()
    assert editor.text() == f"근거 확인 {KEPT[2]}"
    keys.press(K.Key_Return)
    comments = [
        row.comment for row in scoring.desk.sheet(scoring.work.sheet.subject().service).rows()
    ]
    assert f"근거 확인 {KEPT[2]}" in comments


def test_a_phrase_of_several_lines_becomes_one_in_a_comment(scoring, keys) -> None:
    Phrases.of_user().add("윗줄\n아랫줄")
    keys.press(K.Key_F2)
    keys.press(K.Key_F3)
    keys.press(K.Key_Return)
    assert keys.target().text() == "윗줄 아랫줄"


def test_a_mark_has_no_phrases(scoring, keys, kept) -> None:
    editor = keys.target()
    keys.press(K.Key_F3)
    assert keys.target() is editor


@pytest.mark.parametrize("is_comment", [True, False])
def test_the_keyboard_going_elsewhere_stores_the_field(texts, keys, kept, is_comment) -> None:
    page = texts.page
    if is_comment:
        page.work.sheet.flow.comment()
    keys.commit("쓰던 것")
    keys.press(K.Key_F3)
    open_popup = popup()
    page.work.list_pane.take_focus()
    assert not open_popup.isVisible()
    sheet = texts.sheet()
    written = [row.comment for row in sheet.rows()] if is_comment else list(sheet.achievements)
    assert "쓰던 것" in written


def test_closing_the_book_under_the_open_list_loses_nothing(
    texts, keys, kept, window, book_of
) -> None:
    service = texts.sheet().service.uid
    keys.commit("쓰던 ")
    keys.compose("것")
    keys.press(K.Key_F3)
    window.close_document()
    with open_book(book_of("E1")) as book:
        assert book.sheet(service).achievements == ("쓰던 것",)


def test_keys_of_the_page_do_not_work_through_the_list(texts, keys, kept) -> None:
    service = texts.page.work.sheet.subject()
    keys.press(K.Key_F3)
    for key in (K.Key_PageDown, K.Key_T):
        keys.press(key, CONTROL)
    assert texts.page.work.sheet.subject() == service
    assert popup().isVisible()


def test_an_unreadable_file_is_kept_and_said(texts, keys) -> None:
    file = home() / "phrases.json"
    file.write_bytes(b"{")
    keys.press(K.Key_F3)
    assert "phrases.bad" in news()
    assert file.with_suffix(".bad").read_bytes() == b"{"


def test_a_disk_that_refuses_is_said(texts, keys) -> None:
    (home() / "phrases.json").mkdir()
    keys.commit("하나")
    keys.press(K.Key_F3)
    assert "phrases.json" in news()
    keys.press(K.Key_Return, CONTROL)
    assert "phrases.json" in news()
    keys.press(K.Key_Escape)
    assert texts.shown() == ["하나"]


def test_the_list_stays_inside_the_window(texts, keys, kept, window) -> None:
    window.resize(1280, 720)
    texts.opinion.setFocus()
    keys.press(K.Key_F3)
    assert window.rect().contains(popup().geometry())
