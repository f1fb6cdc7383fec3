"""Figures that nobody confirmed: listed before a round becomes final, and never in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt

from tests.ui.test_sizes import is_sound
from workbench.ledger.objections import log_objection
from workbench.ledger.versions import issue_version
from workbench.rounds.desk import open_round

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.workbench.rounds.small_round import Bench
    from ui.ledger.finality_view import FinalityView
    from ui.ledger.history_page import HistoryPage
    from ui.ledger.unconfirmed_figures import UnconfirmedFigures

K = Qt.Key
TITLES = {
    "ko": "두 번째 사람이 확인하지 않은 수치: {}",
    "en": "Figures no second person confirmed: {}",
}
EVERY = [f"{service} {code}" for service in ("1 가상 센터", "2 가상 공원", "5 가상 주택")
         for code in ("I1 실적", "S1 만족도")]  # fmt: skip


@pytest.fixture
def finality(open_in_window, whole: Bench, show) -> Callable[[], HistoryPage]:
    """Open the round and ask for it to be made final."""

    def opened() -> HistoryPage:
        shown = show(open_in_window(whole.round), "history")
        shown.finality_button.click()
        return shown

    return opened


def keep_open(bench: Bench) -> None:
    """Log an objection that nobody has decided."""
    with open_round(bench.round) as desk:
        issue_version(desk, "")
        log_objection(desk, 1, "2024-07-01", "가상재단", "실적이 빠졌습니다.")


def listed(part: UnconfirmedFigures) -> list[str]:
    return [part.list.lines.row(at).spoken() for at in range(part.list.lines.rowCount())]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_they_are_listed_below_nothing_keeps_the_round_open(finality, speak, language: str) -> None:
    speak(language)
    view: FinalityView = finality().finality
    assert view.unconfirmed.isVisible()
    assert view.unconfirmed.title.text() == TITLES[language].format(6)
    assert listed(view.unconfirmed) == EVERY
    assert not view.list.isVisible()
    assert not view.unconfirmed.list.selectedIndexes()  # one thing at a time looks chosen


def test_they_never_keep_it_open(finality, keys, looked) -> None:
    shown = finality()
    assert shown.window().focusWidget() is shown.finality.finalise
    with looked(shown):
        keys.press(K.Key_Return)
    assert shown.session.final
    assert not shown.finality.unconfirmed.isVisible()


@pytest.mark.parametrize("row", [0, 3])
def test_enter_leads_to_the_figures(finality, keys, looked, row: int) -> None:
    shown = finality()
    keys.press(K.Key_Backtab)
    keys.press(K.Key_Backtab)
    assert shown.window().focusWidget() is shown.finality.unconfirmed.list
    for _ in range(row):
        keys.press(K.Key_Down)
    pair = shown.finality.unconfirmed.list.lines.row(row).key
    asked: list[object] = []
    shown.finality.page_requested.connect(lambda page, place: asked.append((page, place)))
    measures = shown.window().page.page("measures")
    with looked(measures):
        keys.press(K.Key_Return)
    assert asked == [("measures", pair)]
    assert measures.isVisible()


def test_they_stand_beside_what_keeps_the_round_open(finality, whole: Bench) -> None:
    keep_open(whole)
    view = finality().finality
    assert view.list.lines.rowCount() == 1
    assert listed(view.unconfirmed) == EVERY
    assert not view.finalise.isEnabled()
    assert view.window().focusWidget() is view.list


def test_without_any_there_is_no_word_of_them(open_in_window, part: Bench, show) -> None:
    shown = show(open_in_window(part.round), "history")  # the figures of E2 did not come
    shown.finality_button.click()
    assert not shown.finality.unconfirmed.isVisible()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_nothing_is_cut(window, finality, whole: Bench, speak, qtbot, language: str) -> None:
    keep_open(whole)
    speak(language)
    window.resize(QSize(1280, 720))
    view = finality().finality
    qtbot.waitUntil(lambda: is_sound(window))
    assert view.unconfirmed.list.height() >= 26 * 3
