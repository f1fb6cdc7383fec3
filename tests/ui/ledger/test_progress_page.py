"""The progress board: who is how far, and the reminder that is copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.workbench.rounds.small_round import merged, typed
from ui.theme.glyphs import Glyph

if TYPE_CHECKING:
    from tests.workbench.rounds.small_round import Bench
    from ui.ledger.progress_page import ProgressPage
    from ui.round.page import RoundPage

K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(open_in_window, part: Bench) -> RoundPage:
    return open_in_window(part.round)


@pytest.fixture
def shown(page: RoundPage, show) -> ProgressPage:
    return show(page, "progress")


def cells(shown: ProgressPage, row: int) -> list[str]:
    model = shown.table.rows
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_each_evaluator_has_his_row(shown: ProgressPage) -> None:
    first, second = cells(shown, 0), cells(shown, 1)
    assert first[:5] == ["E1 김가상", "3 / 3", "3 / 3", "3 / 3", "9 / 9"]
    assert second[:5] == ["E2 이가상", "0 / 3", "0 / 3", "0 / 3", "0 / 9"]
    assert first[7] != "–"
    assert second[7:] == ["–", "–"]
    model = shown.table.rows
    glyphs = [model.cell(model.index(row, 0)).glyph for row in range(2)]
    assert glyphs == [Glyph.COMPLETE, Glyph.EMPTY]
    state = shown.head._state.text()
    assert "1" in state
    assert "9" in state


def test_the_reminder_of_the_current_row_is_copied(shown: ProgressPage, keys) -> None:
    assert shown.window().focusWidget() is shown.table
    keys.press(K.Key_Down)
    assert shown.chosen.missing.rows.rowCount() == 3
    keys.press(K.Key_C, CTRL)
    letter = QGuiApplication.clipboard().text()
    assert letter == shown.chosen.text() == shown.chosen.letter.toPlainText()
    assert letter.startswith("이가상")
    assert "1 가상 센터" in letter
    assert "\n\n" not in letter
    assert "이가상" in shown.chosen._copied.text()
    keys.press(K.Key_Up)
    keys.press(K.Key_C, CTRL)
    assert QGuiApplication.clipboard().text().startswith("김가상")


def test_enter_leads_to_the_copy_button(shown: ProgressPage, keys) -> None:
    keys.press(K.Key_Return)
    keys.press(K.Key_Space)
    assert QGuiApplication.clipboard().text() == shown.chosen.text()


def test_a_book_changed_after_its_seal_is_interim(open_in_window, part: Bench, show) -> None:
    typed(part.books["E1"], (2, "C1", "score", "29"))
    merged(part.round, part.books["E1"])
    shown = show(open_in_window(part.round), "progress")
    model = shown.table.rows
    assert model.cell(model.index(0, 0)).glyph is Glyph.INTERIM
    assert cells(shown, 0)[7] == "–"


def test_replacing_is_asked_for_on_the_page_of_people(
    shown: ProgressPage, page: RoundPage, part: Bench, keys, qtbot
) -> None:
    keys.press(K.Key_Down)
    with qtbot.waitSignal(shown.page_requested) as asked:
        shown.chosen.replace.click()
    assert asked.args == ["roster", part.owner("E2")]
    assert page.page("roster").isVisible()


def test_another_language_is_spoken_at_once(shown: ProgressPage, speak, qtbot) -> None:
    speak("en")
    qtbot.waitUntil(
        lambda: "1 of 2 evaluators sealed · 9 marks missing" in shown.head._state.text()
    )
    assert shown.chosen.text().startswith("Dear 김가상")


def test_the_board_keeps_qts_rules(shown: ProgressPage, qtmodeltester) -> None:
    qtmodeltester.check(shown.table.rows)
    qtmodeltester.check(shown.chosen.missing.rows)
