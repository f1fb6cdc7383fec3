"""A final round in the window: what cannot be done any more says why, and keys still work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from workbench.ledger.finalising import finalise
from workbench.ledger.objections import decide_objection, log_objection
from workbench.ledger.versions import issue_version
from workbench.rounds.desk import open_round

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.workbench.rounds.small_round import Bench
    from ui.round.page import RoundPage

WHY = "The round is final. Reopen it on the page History."


@pytest.fixture
def final(open_in_window, whole: Bench, speak) -> Callable[..., RoundPage]:
    """The round with version 1, made final; with an objection where one is asked for."""

    def made(*, with_objection: bool = False) -> RoundPage:
        speak("en")
        with open_round(whole.round) as desk:
            issue_version(desk, "")
            if with_objection:
                log_objection(desk, 1, "2024-07-01", "가나재단", "실적이 빠졌습니다.")
                decide_objection(desk, 1, "rejected", "확인함")
            finalise(desk)
        return open_in_window(whole.round)

    return made


def test_no_book_is_handed_out_of_a_final_round(final) -> None:
    page = final()
    page.show_page("hand_out")
    shown = page.page("hand_out")
    assert not shown._write.isEnabled()
    assert shown._write.toolTip() == WHY
    assert shown._closed.text() == WHY
    assert shown._closed.isVisible()
    assert shown.window().focusWidget() is shown.table


def test_the_set_up_of_a_final_round_says_why_it_is_closed(final, qtbot) -> None:
    page = final()
    page.show_page("roster")
    shown = page.page("roster")
    qtbot.waitUntil(lambda: shown.draft.is_judged)
    assert WHY in shown.bar._state.accessibleName()
    for one in (shown.import_button, shown.replace):
        assert not one.isEnabled()
        assert one.toolTip() == WHY


def test_moderation_of_a_final_round_says_that_it_is_final(final, show) -> None:
    shown = show(final(), "moderation")
    assert shown._sheet.form.store.toolTip() == WHY


def test_without_objections_the_keyboard_stands_on_the_versions(final, show) -> None:
    shown = show(final(), "objections")
    assert shown.window().focusWidget() is shown.issued.table


def test_enter_on_an_objection_says_why_it_cannot_be_decided_again(final, show, keys) -> None:
    shown = show(final(with_objection=True), "objections")
    assert shown.window().focusWidget() is shown.list.table
    keys.press(Qt.Key.Key_Return)
    assert shown.objection._asked.text() == WHY


def test_the_merge_page_of_a_final_round_says_why_and_offers_nothing(final, whole: Bench) -> None:
    page = final()
    page.show_page("merge")
    shown = page.page("merge")
    assert shown._empty.isVisible()
    assert shown._empty.text() == (
        "The round is final, so nothing can be merged. "
        "To merge all the same, reopen it on the page History."
    )
    for one in (shown.sources, shown._withdraw, shown._settle, shown._apply):
        assert not one.isVisible()
    shown.add_files(sorted(whole.round.parent.rglob("*.score")))
    assert not page.session.is_busy
    assert not shown._is_plan()


def test_the_pages_at_the_left_show_that_a_round_is_final_as_soon_as_it_is_read(final) -> None:
    page = final()
    assert page._nav._buttons["history"].toolTip() == "The round is final"
