from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.ui.long_text import words
from ui.texts.length_mark import NEAR, LengthMark
from ui.texts.text_box import TextBox
from workbench.text import MAX_CHARACTERS

K = Qt.Key


@pytest.fixture
def box(alone, qtbot) -> TextBox:
    made = TextBox(most=10)
    alone(made)
    made.resize(400, 30)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    return made


def test_the_length_counts_what_will_be_stored(box, keys, speak) -> None:
    mark = box.findChild(LengthMark)
    keys.commit("한글 ")
    assert "2" in mark.text()  # the space at the end is not stored
    keys.commit("\u1112\u1161\u11ab")
    assert "4" in mark.text()  # one syllable, however it comes
    assert mark.isVisible()
    speak("en")
    assert mark.text() == "4 chars"


@pytest.mark.parametrize(
    ("length", "role"),
    [(NEAR - 1, "text3"), (NEAR, "warning"), (MAX_CHARACTERS, "warning"),
     (MAX_CHARACTERS + 1, "danger")],
)  # fmt: skip
def test_the_length_warns_near_the_limit(box, length: int, role: str) -> None:
    box.insert_phrase(words(length))
    mark = box.findChild(LengthMark)
    assert mark.role() == role
    assert (f"{MAX_CHARACTERS:,}" in mark.text()) is (role != "text3")
    assert box.rect().contains(mark.geometry())


def test_the_length_shows_only_while_somebody_writes(box) -> None:
    box.clearFocus()
    assert not box.findChild(LengthMark).isVisible()


def test_the_box_grows_with_its_text_and_stops(box, keys) -> None:
    heights = [box.height()]
    for _ in range(12):
        keys.press(K.Key_Return)
        heights.append(box.height())
    steps = {after - before for before, after in pairwise(heights[:9])}
    assert len(steps) == 1
    assert heights[9:] == [heights[9]] * 4
    assert box.verticalScrollBar().maximum() > 0


def test_a_text_that_fits_has_no_scroll_bar(box) -> None:
    for lines in range(1, 10):
        box.show_text("\n".join(["한글 abc 漢字"] * lines))
        assert box.verticalScrollBar().maximum() == 0


def test_the_wheel_scrolls_the_page_unless_the_box_is_in_work(box) -> None:
    box.show_text("줄\n" * 30)
    box.clearFocus()
    point = QPointF(9, 9)
    wheel = QWheelEvent(
        point, point, QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box.viewport(), wheel)
    assert box.verticalScrollBar().value() == 0
