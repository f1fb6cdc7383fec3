"""Two header rows and answers in words on the page of the import, by keys from a real workbook."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.ui.surveys.on_the_page import K, M, cells, figures, sentences
from tests.workbench.surveys.raw_survey import as_csv
from tests.workbench.surveys.worded_survey import FIVE, JOINED, answers, in_words, merged_book

if TYPE_CHECKING:
    from pathlib import Path

SERVICES = (1, 2, 3)


@pytest.fixture
def worded(tmp_path: Path) -> Path:
    """Two of a kind of word that no ladder knows stand among those of a usual one."""
    rows = in_words(answers(Random(8), SERVICES, 12, 5), FIVE)
    rows[0][1] = rows[1][1] = "아주 좋아요"
    return merged_book(tmp_path / "만족도 낱말.xlsx", rows)


def words_of(page) -> dict[str, str]:
    return {row[0]: row[3] for row in cells(page.board.words.table)}


def test_header_rows_and_words_are_shown_before_anything_is_taken(importing, worded, speak) -> None:
    speak("en")
    page = importing(worded)
    assert page.board.columns.headers.text().startswith("Header rows: 2")
    assert [row[1] for row in cells(page.board.columns.table)] == ["사무번호", *JOINED]
    assert {row[2] for row in cells(page.board.columns.table)[1:]} == {"words"}
    assert page.board.words.isVisible()
    numbers = {word: str(number) for number, word in enumerate(FIVE, start=1)}
    assert words_of(page) == numbers | {"아주 좋아요": "not counted"}
    assert next(iter(words_of(page))) == "아주 좋아요"  # what is still to be said comes first
    said = "\n".join(sentences(page))
    for words in ("2 header rows", JOINED[0], "“매우 만족” → 5", "아주 좋아요"):
        assert words in said


def test_an_own_word_gets_its_number_by_a_digit_or_from_the_list(
    importing, book_page, worded, keys, qtbot, speak
) -> None:
    speak("en")
    page = importing(worded)
    before = page.found.preview.services[0].basis
    table = page.board.words.table
    table.setFocus(Qt.FocusReason.TabFocusReason)
    keys.press(K.Key_Home, M.ControlModifier)
    assert table.current() == "아주 좋아요"
    with qtbot.waitSignal(page.previewed):
        keys.press(K.Key_5)
        assert not page.head.take.isEnabled()
    assert words_of(page)["아주 좋아요"] == "5"
    after = page.found.preview.services[0].basis
    assert ("아주 좋아요", 5) in after.words
    assert after.questions[0].n == before.questions[0].n + 2
    assert table.current() == "아주 좋아요"
    keys.press(K.Key_9)  # beyond the scale: nothing
    assert words_of(page)["아주 좋아요"] == "5"
    keys.press(K.Key_Return)
    assert keys.target() is page.board.words.popup.list
    keys.press(K.Key_Up)
    with qtbot.waitSignal(page.previewed):
        keys.press(K.Key_Return)
    assert words_of(page)["아주 좋아요"] == "4"
    assert keys.target() is table
    with qtbot.waitSignal(page.previewed):
        keys.press(K.Key_Delete)
    assert words_of(page)["아주 좋아요"] == "not counted"
    with qtbot.waitSignal(page.taken):
        keys.press(K.Key_Return, M.ControlModifier)
    assert figures(book_page.desk.book, 1)["survey_n"] == "12"


def test_the_words_climb_with_the_scale_but_not_what_was_said_by_hand(
    importing, worded, keys, qtbot
) -> None:
    page = importing(worded)
    table, fields = page.board.words.table, page.board.columns.fields
    table.setFocus(Qt.FocusReason.TabFocusReason)
    keys.press(K.Key_Home, M.ControlModifier)
    with qtbot.waitSignal(page.previewed):
        keys.press(K.Key_4)
    fields.high.setFocus(Qt.FocusReason.TabFocusReason)
    fields.high.selectAll()
    with qtbot.waitSignal(page.previewed):
        keys.type("7")
    assert words_of(page) == {
        "매우 불만족": "1",
        "불만족": "2",
        "보통": "4",
        "아주 좋아요": "4",
        "만족": "6",
        "매우 만족": "7",
    }
    fields.high.selectAll()
    with qtbot.waitSignal(page.previewed):
        keys.type("5")
    assert words_of(page)["매우 만족"] == "5"
    assert words_of(page)["아주 좋아요"] == "4"


def test_how_many_header_rows_there_are_can_be_said(
    importing, keys, qtbot, speak, tmp_path
) -> None:
    speak("en")
    rows = [
        ["사무", "과정-1", "과정-2"],
        ["번호", "점", "점수"],
        *([at % 3 + 1, at % 5 + 1, 4] for at in range(12)),
    ]
    path = as_csv(tmp_path / "단위.csv", rows)
    page = importing(path)
    choice = page.board.columns.headers
    assert choice.value == "2"
    assert not page.board.words.isVisible()
    choice.setFocus(Qt.FocusReason.TabFocusReason)
    keys.press(K.Key_Space)
    keys.press(K.Key_Up)
    with qtbot.waitSignals([page.read, page.previewed], timeout=60_000):
        keys.press(K.Key_Return)
    assert choice.value == "1"
    assert page.found.preview.mapping.questions == ("과정-1", "과정-2")
    assert any("as asked, only row 1" in words for words in sentences(page))
    with qtbot.waitSignal(page.taken):
        keys.press(K.Key_Return, M.ControlModifier)
    again = importing(path)
    assert again.board.columns.headers.value == "1"
    assert again.draft.mapping.header_rows == 1


def test_a_row_of_answers_is_no_header_whatever_is_said(
    importing, keys, qtbot, speak, tmp_path
) -> None:
    speak("en")
    page = importing(as_csv(tmp_path / "a.csv", [["사무", "과정-1"], [1, 4], [2, 3]]))
    choice = page.board.columns.headers
    choice.setFocus(Qt.FocusReason.TabFocusReason)
    keys.press(K.Key_Space)
    keys.press(K.Key_Down)
    with qtbot.waitSignal(page.read, timeout=60_000):
        keys.press(K.Key_Return)
    assert "fewer header rows" in page.refused.sentence.text()
    with qtbot.waitSignal(page.previewed):
        keys.press(K.Key_Escape)  # back to the table of before
    assert page.board.isVisible()
    assert choice.value == "1"
