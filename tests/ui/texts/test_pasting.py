"""The clipboard as other programs leave it, pasted with real keys into each kind of field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.long_text import words
from workbench.text import MAX_CHARACTERS

K, M = Qt.Key, Qt.KeyboardModifier
CONTROL = M.ControlModifier
MESSY = "\ufeff• 첫째\u00a0성과 \r\n\r\n·\t둘째\u200b 성과\r\n- 셋째\r\n"


def test_lines_pasted_into_an_empty_row_become_findings(texts, keys, copy) -> None:
    copy(MESSY, "<b>첫째</b>")
    keys.press(K.Key_V, CONTROL)
    assert texts.sheet().achievements == ("첫째 성과", "둘째 성과", "셋째")
    assert texts.here() == (0, 3)
    assert texts.shown()[-1] == ""
    texts.page.steps.undo()  # one step
    assert texts.sheet().achievements == ()


def test_they_come_behind_what_is_there(three, keys, copy) -> None:
    copy("넷째\n다섯째")
    keys.press(K.Key_V, CONTROL)
    assert three.shown() == ["첫째", "둘째", "셋째", "넷째", "다섯째", ""]


def test_a_cleared_row_takes_the_first_line(three, keys, copy) -> None:
    link = next(three.sheet().rows()).indicator.uid
    three.desk.link_item(three.rows()[1].finding.cell, link)
    three.rows()[1].box.setFocus()
    keys.press(K.Key_A, CONTROL)
    keys.press(K.Key_Delete)
    copy("새 둘째\n넷째")
    keys.press(K.Key_V, CONTROL)
    assert three.shown() == ["첫째", "새 둘째", "셋째", "넷째", ""]
    assert three.sheet().findings[1].about == link


def test_into_a_written_finding_they_stay_one_text(three, keys, copy) -> None:
    keys.press(K.Key_Up)
    keys.commit(": ")
    copy(MESSY)
    keys.press(K.Key_V, CONTROL)
    keys.press(K.Key_Return)
    assert three.sheet().achievements[-1] == "셋째: 첫째 성과\n\n둘째 성과\n셋째"


def test_one_line_is_typed_and_not_yet_stored(texts, keys, copy) -> None:
    copy("- 하나\r\n")
    keys.press(K.Key_V, CONTROL)
    assert texts.shown() == ["하나"]
    assert texts.sheet().achievements == ()
    keys.press(K.Key_Z, CONTROL)
    assert texts.shown() == [""]


def test_lines_that_are_refused_stay_as_one_text(texts, keys, copy) -> None:
    second = words(MAX_CHARACTERS + 1)
    copy(f"하나\n{second}")
    keys.press(K.Key_V, CONTROL)
    assert texts.sheet().achievements == ()
    assert texts.rows()[0].box.text() == f"하나\n{second}"
    keys.press(K.Key_Return)
    assert texts.rows()[0].box.property("error") == "true"


def test_the_opinion_keeps_its_bullets_and_lines(texts, keys, copy) -> None:
    texts.opinion.setFocus()
    copy("• 하나\r\n\r\n\r\n\r\n• 둘\t끝 ")
    keys.press(K.Key_V, CONTROL)
    keys.press(K.Key_Return, CONTROL)
    assert texts.sheet().opinion == "• 하나\n\n• 둘 끝"


@pytest.mark.parametrize("begun", ["", "앞 "])
def test_a_comment_stays_one_line(scoring, keys, copy, begun: str) -> None:
    keys.press(K.Key_F2)
    keys.commit(begun)
    copy("첫 줄 \r\n\r\n둘째\u00a0줄\r\n")
    keys.press(K.Key_V, CONTROL)
    assert keys.target().text() == f"{begun}첫 줄 둘째 줄"
    keys.press(K.Key_Z, CONTROL)
    assert keys.target().text() == begun


def test_a_mark_copied_from_a_cell_is_a_mark(scoring, keys, copy) -> None:
    keys.press(K.Key_Down)
    copy("5.5\r\n")
    keys.press(K.Key_V, CONTROL)
    assert keys.target().text() == "5.5"
    assert scoring.work.sheet.canvas.preview is not None
    keys.press(K.Key_Return)
    assert scoring.desk.draft_count() == 0


def test_pasting_by_the_menu_is_no_different(scoring, keys, copy, qtbot) -> None:
    keys.press(K.Key_F2)
    copy("하나\n둘")
    editor = keys.target()
    editor.paste_cleaned()
    assert editor.text() == "하나 둘"
