"""Versions issued, objections logged and decided: all by keyboard, on a real round."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from workbench.ledger.finalising import finalise
from workbench.ledger.objections import log_objection, objections
from workbench.ledger.versions import issue_version, versions
from workbench.rounds.desk import open_round
from workbench.settling.moderating import moderate

if TYPE_CHECKING:
    from tests.workbench.rounds.small_round import Bench
    from ui.ledger.objections_page import ObjectionsPage
    from ui.round.page import RoundPage

K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(open_in_window, whole: Bench) -> RoundPage:
    return open_in_window(whole.round)


@pytest.fixture
def shown(page: RoundPage, show) -> ObjectionsPage:
    return show(page, "objections")


@pytest.fixture
def objected(open_in_window, whole: Bench, show) -> ObjectionsPage:
    """Version 1 was issued and two objections came in."""
    with open_round(whole.round) as desk:
        issue_version(desk, "이의신청 전")
        log_objection(desk, 1, "2024-07-01", "가나재단", "실적이 빠졌습니다.")
        log_objection(desk, 2, "2024-07-02", "다라재단", "근거를 알려 주십시오.")
    return show(open_in_window(whole.round), "objections")


def table(shown: ObjectionsPage) -> list[tuple[str, ...]]:
    model = shown.differs.table.rows
    return [
        tuple(model.index(row, column).data() for column in range(4))
        for row in range(model.rowCount())
    ]


def test_without_a_version_the_page_says_what_to_do_first(shown: ObjectionsPage) -> None:
    assert shown.window().focusWidget() is shown.issued.begin
    assert not shown.list.log.isEnabled()
    assert not shown.objection.isVisible()
    assert not shown.differs.isVisible()


def test_a_version_is_issued_and_an_objection_logged_by_keyboard(
    shown: ObjectionsPage, page: RoundPage, whole: Bench, keys, looked
) -> None:
    keys.press(K.Key_Return)
    keys.commit("이의신청 전")
    with looked(shown):
        keys.press(K.Key_Return)
    assert shown.issued.table.key() == 1
    shown.list.log.setFocus()
    keys.press(K.Key_Space)
    keys.type("5")
    keys.press(K.Key_Return)  # to the date
    keys.press(K.Key_Return)  # to the name
    keys.commit("가나재단")
    keys.press(K.Key_Return)
    keys.commit("실적이")
    keys.compose("빠")  # half typed: committed before it is logged
    with looked(shown):
        keys.press(K.Key_Return, CTRL)
    row = shown.list.current()
    assert (row.service.number, row.by, row.claim) == (5, "가나재단", "실적이빠")
    assert not shown.form.isVisible()
    assert shown.objection.isVisible()
    page.window().close_document()
    with open_round(whole.round) as desk:
        assert [one.note for one in versions(desk)] == ["이의신청 전"]
        assert [one.service.number for one in objections(desk)] == [5]


def test_a_service_is_found_by_a_part_of_its_name(objected: ObjectionsPage, keys) -> None:
    objected.list.log.click()
    keys.commit("가상")
    assert objected.form.service.found.rows.rowCount() == 3
    keys.press(K.Key_Down)
    assert objected.form.service.number() == 2
    assert objected.window().focusWidget() is objected.form.service.field


def test_nothing_is_logged_without_a_claim(objected: ObjectionsPage, keys) -> None:
    objected.list.log.click()
    keys.press(K.Key_Return, CTRL)
    assert objected.window().focusWidget() is objected.form.service.field
    keys.type("1")
    keys.press(K.Key_Return, CTRL)
    assert objected.window().focusWidget() is objected.form.by
    keys.press(K.Key_Escape)
    assert not objected.form.isVisible()
    assert objected.window().focusWidget() is objected.list.table


@pytest.mark.parametrize("date", ["7월 1일", "2026-02-30", "26.1.1", ""])
def test_a_wrong_date_is_said_at_its_field_and_keeps_what_was_typed(
    objected: ObjectionsPage, keys, date: str
) -> None:
    form = objected.form
    objected.list.log.click()
    form.received.setText(date)
    keys.type("1")
    form.by.setText("가나재단")
    form.claim.setPlainText("다시 보아 주십시오.")
    keys.press(K.Key_Return, CTRL)
    assert form.isVisible()
    assert "날짜" in form._wrong.text()
    assert "''" not in form._wrong.text()
    assert form.received.property("error")
    assert objected.window().focusWidget() is form.received
    assert form.claim.toPlainText() == "다시 보아 주십시오."
    assert len(objected._found.objections) == 2
    keys.press(K.Key_Escape)
    objected.list.log.click()
    assert not form._wrong.text()
    assert not form.received.property("error")


def test_what_looks_chosen_is_the_service_of_the_objection(
    objected: ObjectionsPage, keys, looked
) -> None:
    objected.list.log.click()
    choice = objected.form.service
    assert not choice.found.currentIndex().isValid()
    assert choice.number() is None
    keys.press(K.Key_Down)
    keys.press(K.Key_Down)
    assert choice.found.currentIndex().row() == 1
    objected.form.by.setText("가나재단")
    objected.form.claim.setPlainText("다시 보아 주십시오.")
    with looked(objected):
        keys.press(K.Key_Return, CTRL)
    assert objected.list.current().service.number == 2


def test_what_is_missing_is_said_in_the_language_of_the_window(
    objected: ObjectionsPage, keys, speak, qtbot
) -> None:
    objected.list.log.click()
    keys.press(K.Key_Return, CTRL)
    assert objected.form._wrong.text() == "사무를 먼저 고르십시오."
    speak("en")
    qtbot.waitUntil(lambda: objected.form._wrong.text() == "Choose the service first.")


def test_an_objection_is_decided_by_keyboard_and_the_next_one_follows(
    objected: ObjectionsPage, keys, looked
) -> None:
    assert objected.window().focusWidget() is objected.list.table
    keys.press(K.Key_1)
    assert objected.objection.chosen() == "accepted"
    keys.press(K.Key_3)
    assert objected.objection.chosen() == "rejected"
    keys.press(K.Key_Return)  # no reason yet
    assert objected.window().focusWidget() is objected.objection.reason.field
    keys.type("2")  # in a field digits are typed
    assert objected.objection.chosen() == "rejected"
    keys.commit("번 자료를 확인함")
    with looked(objected):
        keys.press(K.Key_Return)
    first, second = objected._found.objections
    assert (first.decision, first.reason) == ("rejected", "2번 자료를 확인함")
    assert second.decision == ""
    assert objected.list.current().number == 2
    assert objected.objection.chosen() == ""
    assert objected.window().focusWidget() is objected.list.table


def test_enter_without_a_choice_asks_for_one(objected: ObjectionsPage, keys) -> None:
    keys.press(K.Key_F2)
    keys.commit("까닭")
    keys.press(K.Key_Return)
    assert objected.window().focusWidget() in objected.objection.choices.values()
    assert all(not row.decision for row in objected._found.objections)


def test_a_moderated_mark_shows_the_service_over_the_cut(
    objected: ObjectionsPage, whole: Bench, looked
) -> None:
    assert table(objected) == []
    pair = whole.service(1), whole.indicator("C1")
    with looked(objected):
        objected.session.change(
            lambda desk, _: moderate(desk, pair, "30", "실적 확인", ["김가상"]), "moderate"
        )
    said = objected.objection._moved.text()
    assert "72.25" in said
    assert "77.25" in said
    assert "C1" in objected.objection._changed.text()
    first, second = table(objected)[:2]
    assert first[0] == "1 가상 센터"
    assert first[2:] == ("72.25", "77.25")
    assert objected.differs.table.rows.row(1).tint == "success_tint"
    assert second[0] == ""


def test_only_the_chosen_service_is_compared_where_asked(
    objected: ObjectionsPage, whole: Bench, keys, looked
) -> None:
    pair = whole.service(1), whole.indicator("C1")
    with looked(objected):
        objected.session.change(
            lambda desk, _: moderate(desk, pair, "30", "실적 확인", ["김가상"]), "moderate"
        )
    objected.differs.only.click()
    assert {row[0] for row in table(objected)} == {"1 가상 센터", ""}
    objected.list.table.setFocus()
    keys.press(K.Key_Down)
    assert all(row[0] != "1 가상 센터" for row in table(objected))


def test_a_final_round_takes_no_objection(open_in_window, whole: Bench, show) -> None:
    with open_round(whole.round) as desk:
        issue_version(desk, "")
        finalise(desk)
    shown = show(open_in_window(whole.round), "objections")
    for one in (shown.list.log, shown.issued.begin):
        assert not one.isEnabled()
        assert one.toolTip()


def test_tables_keep_qts_rules(objected: ObjectionsPage, qtmodeltester) -> None:
    qtmodeltester.check(objected.list.table.rows)
    qtmodeltester.check(objected.issued.table.rows)


def test_asking_to_log_again_keeps_what_is_being_logged(objected: ObjectionsPage, keys) -> None:
    objected.list.log.click()
    objected.form.by.setText("가나재단")
    objected.form.claim.setPlainText("실적이 빠졌습니다.")
    objected.list.log.click()
    assert objected.form.by.text() == "가나재단"
    assert objected.form.claim.toPlainText() == "실적이 빠졌습니다."
    assert objected.window().focusWidget() is objected.form.service.field


def test_a_newly_logged_objection_is_the_chosen_one(objected: ObjectionsPage, keys, looked) -> None:
    objected.list.log.click()
    keys.type("5")
    objected.form.by.setText("마바재단")
    objected.form.claim.setPlainText("다시 보아 주십시오.")
    with looked(objected):
        keys.press(K.Key_Return, CTRL)
    assert objected.list.current().number == 3


def test_a_begun_decision_waits_while_another_objection_is_looked_at(
    objected: ObjectionsPage, keys, looked
) -> None:
    keys.press(K.Key_2)
    keys.press(K.Key_F2)
    keys.commit("자료를 ")
    keys.compose("확")
    keys.press(K.Key_Escape)  # back to the list
    assert objected.window().focusWidget() is objected.list.table
    keys.press(K.Key_Down)
    assert objected.list.current().number == 2
    assert objected.objection.chosen() == ""
    assert objected.objection.reason.field.text() == ""
    keys.press(K.Key_Up)
    assert objected.objection.chosen() == "partly"
    assert objected.objection.reason.field.text() == "자료를 확"
    with looked(objected):
        keys.press(K.Key_Return)
    first, second = objected._found.objections
    assert (first.decision, first.reason) == ("partly", "자료를 확")
    assert second.decision == ""
    assert objected.list.current().number == 2


def test_the_language_changes_while_forms_are_open(objected: ObjectionsPage, keys, speak) -> None:
    objected.list.log.click()
    objected.form.claim.setPlainText("실적이 빠졌습니다.")
    objected.issued.begin.click()
    keys.commit("두 번째")
    speak("en")
    QApplication.sendPostedEvents()
    assert objected.form.isVisible()
    assert objected.form.log.text() == "Log"
    assert objected.form.claim.toPlainText() == "실적이 빠졌습니다."
    assert objected.issued.note.text() == "두 번째"
    assert not objected.objection.isVisible()


def test_what_a_decision_lacks_is_said_in_the_language_spoken(
    objected: ObjectionsPage, keys, speak
) -> None:
    keys.press(K.Key_Return)
    assert objected.objection._asked.text() == "결정을 먼저 고르십시오."
    speak("en")
    QApplication.sendPostedEvents()
    assert objected.objection._asked.text() == "Choose the decision first."
    keys.press(K.Key_1)
    speak("ko")
    QApplication.sendPostedEvents()
    assert objected.objection._asked.text() == ""


def test_what_differs_begins_with_the_service_objected_to(
    open_in_window, whole: Bench, show
) -> None:
    with open_round(whole.round) as desk:
        issue_version(desk, "")
        definition = desk.definition
        for service in definition.services:
            code = next(iter(definition.applies[service.uid]))
            moderate(desk, (service.uid, code), "1", "회의에서 확인함", ["김가상"])
        log_objection(desk, 5, "2024-07-01", "가나재단", "실적이 빠졌습니다.")
    shown = show(open_in_window(whole.round), "objections")
    differs = shown.differs.table
    row = differs.rows.row_of((5, "total"))
    assert row > 0
    top = differs.visualRect(differs.rows.index(row, 0)).top()
    at_end = differs.verticalScrollBar().value() == differs.verticalScrollBar().maximum()
    assert top == 0 or (at_end and top > 0)


def test_enter_on_the_button_logs_although_an_objection_waits(
    objected: ObjectionsPage, keys
) -> None:
    objected.list.log.setFocus()
    keys.press(K.Key_Return)
    assert objected.form.isVisible()
    assert objected.objection._asked.text() == ""
