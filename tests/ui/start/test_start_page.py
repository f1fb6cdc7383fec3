from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from ui.settings import Recent
from ui.start.page import StartPage
from ui.start.recent_list import RecentList, RecentModel
from ui.theme.glyphs import Glyph

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def recent(tmp_path: Path) -> list[Recent]:
    there = [tmp_path / name for name in ("E3.score", "a.round")]
    for path in there:
        path.touch()
    return [
        Recent(str(there[0]), "score", "2024년 제1차", owner="이가온", given=312, expected=464),
        Recent(str(there[1]), "round", "2024년 제1차 종합성과평가", conflicts=3, counted=26),
        Recent(str(tmp_path / "gone.score"), "score", "2024년 제1차", owner="김하늘"),
    ]


def test_the_model_keeps_qts_rules(recent, dressed, qtmodeltester) -> None:
    qtmodeltester.check(RecentModel(recent))


def test_every_file_says_how_it_stands(recent, dressed) -> None:
    model = RecentModel(recent)
    states = [model.state(row) for row in range(3)]
    assert [words for words, _, _ in states] == ["312 / 464 지표", "충돌 3건", "찾을 수 없음"]
    assert [glyph for _, _, glyph in states] == [Glyph.PART, Glyph.CONFLICT, Glyph.ERROR]
    assert "Del" in model.detail(2)
    assert model.detail(0).endswith(" \u203a E3.score")


def test_the_newest_file_is_one_key_away(recent, alone, qtbot, keys) -> None:
    page = StartPage(recent)
    alone(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.take_focus()
    with qtbot.waitSignal(page.recent_chosen) as chosen:
        keys.press(Qt.Key.Key_Return)
    assert chosen.args == [recent[0].path]


def test_del_takes_a_file_off_the_list(recent, alone, qtbot, keys) -> None:
    page = StartPage(recent)
    alone(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.take_focus()
    keys.press(Qt.Key.Key_End)
    with qtbot.waitSignal(page.recent_forgotten) as forgotten:
        keys.press(Qt.Key.Key_Delete)
    assert forgotten.args == [recent[2].path]
    assert page.findChild(RecentList).model().rowCount() == 2


def test_without_files_the_first_choice_has_the_keyboard(alone, qtbot, keys) -> None:
    page = StartPage([])
    alone(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.take_focus()
    assert isinstance(keys.target(), QAbstractButton)
    with qtbot.waitSignal(page.open_requested):
        keys.press(Qt.Key.Key_Space)
