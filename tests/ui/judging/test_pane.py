"""The pane as a whole: what it shows where, and that nothing of it is cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from ui.judging.levels import LevelTable
from ui.theme.parts import Words

K = Qt.Key


def shown(pane) -> str:
    return "\n".join(label.text() for label in pane.findChildren(QLabel) if label.isVisible())


def test_full_marks_show_the_rule_that_asks_for_a_comment(scoring, pane, place, keys) -> None:
    scoring.work.go_to(place(13, "C5"))
    assert "만점" not in shown(pane)
    keys.type("6")
    keys.press(K.Key_Return)
    scoring.work.go_to(place(13, "C5"))
    assert "평가표에서 만점에는 의견을 적도록 하고 있습니다." in shown(pane)
    keys.press(K.Key_F2)
    keys.commit("회의록 확인")
    keys.press(K.Key_Return)
    scoring.work.go_to(place(13, "C5"))
    assert "만점에는" not in shown(pane)


def test_a_low_mark_shows_where_low_begins(scoring, pane, place, keys) -> None:
    scoring.work.go_to(place(13, "C5"))
    keys.type("1")
    keys.press(K.Key_Return)
    scoring.work.go_to(place(13, "C5"))
    assert "60%(3.6점) 미만" in shown(pane)


def test_without_an_indicator_it_says_what_will_stand_here(pane) -> None:
    pane.show_cell(None)
    assert shown(pane) == "지표로 가면 채점에 도움이 되는 내용이 여기에 나옵니다."


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("size", [QSize(1280, 720), QSize(1920, 1080)])
def test_nothing_is_cut(window, scoring, pane, place, speak, qtbot, language: str, size) -> None:
    speak(language)
    window.resize(size)
    scoring.desk.enter(place(13, "C4", "evidence"), "https://example.org/" + "long/" * 30)
    pane.pin(place(3, "C4").service)
    for code in ("C4", "C1", "C7"):
        scoring.work.go_to(place(13, code))
        qtbot.waitUntil(lambda: has_room(pane))


def has_room(pane) -> bool:
    kinds = (Words, LevelTable)
    tall = [part for kind in kinds for part in pane.findChildren(kind) if part.isVisible()]
    low = [part for part in tall if part.height() < part.heightForWidth(part.width())]
    buttons = [one for one in pane.findChildren(QPushButton) if one.isVisible()]
    narrow = [one for one in buttons if one.width() < one.sizeHint().width()]
    wide = [part for part in tall if part.mapTo(pane, part.rect().topRight()).x() > pane.width()]
    assert (low, narrow, wide) == ([], [], [])
    return True


def test_every_control_has_a_name(scoring, pane, place) -> None:
    pane.pin(place(3, "C4").service)
    scoring.work.go_to(place(13, "C4"))
    scoring.desk.enter(place(13, "C4", "evidence"), "https://example.org/")
    controls = [
        part
        for part in pane.findChildren(QWidget)
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    nameless = [
        part for part in controls if not part.accessibleName() and not hasattr(part, "text")
    ]
    assert len(controls) >= 5
    assert nameless == []
