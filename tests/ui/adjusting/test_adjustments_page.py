"""Bonus and penalty by keyboard: what is given, what it would do, and what is never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.pictures.taking import settled_picture
from tests.ui.test_sizes import cut, overlapping
from tests.workbench.rounds.redefinitions import changed, put
from tests.workbench.rounds.small_round import Bench, results_of
from ui.ledger.history_rows import Group
from workbench.adjusting.adjusting import adjust, adjustments_of
from workbench.ledger.finalising import finalise
from workbench.rounds.desk import open_round

if TYPE_CHECKING:
    from tests.ui.conftest import Keyboard
    from ui.adjusting.page import AdjustmentsPage

K = Qt.Key


def given(bench: Bench, number: int, points: str, reason: str = "수상 실적") -> bytes:
    with open_round(bench.round) as desk:
        return adjust(desk, number, points, reason, "표창장 사본")


def stored(bench: Bench, number: int = 1) -> list[tuple[str, str, str]]:
    with open_round(bench.round, read_only=True) as desk:
        row = next(row for row in adjustments_of(desk) if row.service.number == number)
    return [(f"{one.points:+f}", one.reason, one.evidence) for one in row.adjustments]


def total(bench: Bench, number: int = 1) -> tuple[str, str]:
    rows = results_of(bench.round)["services"]
    return next((row["verdict"], row["total"]) for row in rows if row["number"] == number)


def listed(page: AdjustmentsPage) -> list[tuple[str, str]]:
    rows = page.list.table.rows
    return [(rows.index(at, 0).data(), rows.index(at, 1).data()) for at in range(rows.rowCount())]


def lines(page: AdjustmentsPage) -> list[tuple[str, str]]:
    rows = page.sheet.given.table.rows
    return [(rows.index(at, 0).data(), rows.index(at, 2).data()) for at in range(rows.rowCount())]


def type_points(keys: Keyboard, points: str, reason: str = "") -> None:
    """From the list: the points, then the reason where it is asked for."""
    keys.press(K.Key_Return)
    keys.commit(points)  # as an input method does: Hangul cannot be clicked
    keys.press(K.Key_Return)
    if reason:
        keys.commit(reason)
        keys.press(K.Key_Return)


def test_an_empty_page_says_what_will_stand_here(opened) -> None:
    page = opened()
    assert page.list.table.hasFocus()
    assert page.list._none.isVisible()
    assert listed(page) == [("1 가상 센터", ""), ("2 가상 공원", ""), ("5 가상 주택", "")]
    assert page.sheet.given._none.isVisible()
    assert not page.sheet.given.table.isVisible()


def test_typing_shows_total_and_verdict_before_anything_is_stored(
    opened, keys, speak, window, bench: Bench
) -> None:
    page = opened()
    speak("en")
    effect = page.sheet.effect
    assert "72.25" in effect.text()
    keys.press(K.Key_Return)
    keys.type("2.75")  # no sign yet
    assert effect.text() == "Now Bonus and penalty 0.00 Total 72.25 Below the cut "
    keys.press(K.Key_Home)
    keys.type("+")
    assert effect.text() == (
        "If stored Bonus and penalty 0.00 → +2.75 Total 72.25 → 75.00 Below the cut Pass "
    )
    window.close_document()
    assert stored(bench) == []


def test_enter_stores_and_the_service_stands_first(opened, keys, qtbot, window, bench) -> None:
    page = opened()
    keys.press(K.Key_Down)
    with qtbot.waitSignal(page.looked):
        type_points(keys, "-2.5", "지도점검 지적 2건")
    assert listed(page)[0] == ("2 가상 공원", "−2.50")
    assert lines(page) == [("−2.50", "지도점검 지적 2건")]
    form = page.sheet.form
    assert (form.points.text(), form.reason.text()) == ("", "")
    assert form.points.hasFocus()
    assert page.sheet.service().now.verdict == "below"
    window.close_document()
    assert stored(bench, 2) == [("-2.5", "지도점검 지적 2건", "")]
    assert total(bench, 2) == ("below", "74.75")


def test_evidence_and_a_syllable_in_work_are_stored_with_it(
    opened, keys, qtbot, window, bench
) -> None:
    page = opened()
    keys.press(K.Key_Return)
    keys.type("+1")
    keys.press(K.Key_Tab)
    keys.commit("표창")
    keys.press(K.Key_Tab)
    keys.commit("공")
    keys.compose("문")
    with qtbot.waitSignal(page.looked):
        keys.press(K.Key_Return)
    window.close_document()
    assert stored(bench) == [("+1", "표창", "공문")]


@pytest.mark.parametrize("points", ["1.5", "+0", "+3.01", "+1.005", "+1점", "--1"])
def test_points_that_do_not_fit_stay_in_red_with_their_sentence(
    opened, keys, window, bench: Bench, speak, qtbot, points: str
) -> None:
    page = opened()
    before = bench.round.stat().st_mtime_ns
    form = page.sheet.form
    form.reason.setText("까닭")
    type_points(keys, points)
    assert form.complaint()
    assert form.points.hasFocus()
    assert form.points.accessibleDescription() == form.complaint()
    assert form.points.property("error") == "true"
    assert form.points.text() == points
    said = form.complaint()
    speak("en")
    qtbot.waitUntil(lambda: form.complaint() not in ("", said))
    assert form.points.accessibleDescription() == form.complaint()
    keys.press(K.Key_End)
    keys.press(K.Key_Backspace)
    assert form.complaint() == ""
    window.close_document()
    assert stored(bench) == []
    assert bench.round.stat().st_mtime_ns == before


def test_a_refusal_moves_nothing(opened, keys, window, bench: Bench) -> None:
    given(bench, 1, "+0.5")
    given(bench, 1, "-0.25")
    page = opened()
    window.resize(1280, 720)
    page.sheet.form.reason.setText("자체감사 우수")
    settled_picture(window)
    parts = (page.sheet.form.store, page.sheet.effect, page.list)
    before = [part.mapTo(window, part.rect().topLeft()) for part in parts]
    type_points(keys, "1.5")
    assert page.sheet.form.complaint()
    settled_picture(window)
    assert [part.mapTo(window, part.rect().topLeft()) for part in parts] == before


def test_a_reason_is_asked_for(opened, keys, bench: Bench, window) -> None:
    page = opened()
    type_points(keys, "+1")
    assert page.sheet.form.reason.hasFocus()
    keys.press(K.Key_Return)
    assert page.sheet.form.complaint()
    assert page.sheet.form.reason.hasFocus()
    window.close_document()
    assert stored(bench) == []


def test_the_cap_and_the_cut_sum_are_said(opened, keys, bench: Bench, speak) -> None:
    given(bench, 1, "+2")
    page = opened()
    speak("en")
    assert not page.sheet._held.isVisible()
    keys.press(K.Key_Return)
    keys.type("+2.5")
    assert "Of +4.50 points, +3.00 count: cap ±3." in page.sheet.effect.text()
    assert "72.25" in page.sheet._figures[0].text()
    assert "74.25 → 75.25" in page.sheet.effect.text()


def test_one_is_changed_by_enter_on_its_line(opened, keys, qtbot, window, bench: Bench) -> None:
    given(bench, 1, "+1", "처음 까닭")
    page = opened()
    page.sheet.given.table.setFocus()
    keys.press(K.Key_Return)
    form = page.sheet.form
    assert (form.points.text(), form.reason.text()) == ("+1", "처음 까닭")
    assert form.evidence.text() == "표창장 사본"
    assert form.points.hasFocus()
    keys.type("+2.75")
    with qtbot.waitSignal(page.looked):
        keys.press(K.Key_Return)
    assert lines(page) == [("+2.75", "처음 까닭")]
    assert form.points.text() == ""
    assert not form.leave.isVisible()
    window.close_document()
    assert stored(bench) == [("+2.75", "처음 까닭", "표창장 사본")]
    assert total(bench) == ("pass", "75.00")


def test_escape_leaves_a_change_as_it_was(opened, keys, window, bench: Bench) -> None:
    given(bench, 1, "+1")
    page = opened()
    page.sheet.given.table.setFocus()
    keys.press(K.Key_Return)
    keys.type("-3")
    keys.press(K.Key_Escape)
    assert page.sheet.form.points.text() == ""
    assert page.sheet.given.table.hasFocus()
    keys.press(K.Key_Return)
    assert page.sheet.form.points.text() == "+1"
    window.close_document()
    assert stored(bench) == [("+1", "수상 실적", "표창장 사본")]


def test_delete_takes_one_back_with_a_reason(opened, keys, qtbot, window, bench, speak) -> None:
    given(bench, 1, "+2.75")
    page = opened()
    speak("en")
    sheet = page.sheet
    sheet.given.table.setFocus()
    keys.press(K.Key_Delete)
    assert sheet.going.field.hasFocus()
    assert not sheet.form.isVisible()
    assert "If taken back" in sheet.effect.text()
    assert "75.00 → 72.25 Pass Below the cut" in sheet.effect.text()
    keys.press(K.Key_Return)  # nothing without a reason
    assert sheet.going.field.hasFocus()
    keys.commit("잘못 매김")
    with qtbot.waitSignal(page.looked):
        keys.press(K.Key_Return)
    assert lines(page) == []
    assert sheet.form.isVisible()
    assert page.list.table.hasFocus()
    window.close_document()
    assert stored(bench) == []
    assert total(bench) == ("below", "72.25")


def test_taking_back_can_be_left(opened, keys, window, bench: Bench) -> None:
    given(bench, 1, "+1")
    page = opened()
    page.sheet.form.points.setText("+2")
    page.sheet.given.take_back.setFocus()
    keys.press(K.Key_Space)
    keys.commit("잘못")
    keys.press(K.Key_Escape)
    assert page.sheet.form.isVisible()
    assert page.sheet.form.points.text() == "+2"  # what was typed before
    assert page.sheet.given.table.hasFocus()
    window.close_document()
    assert stored(bench) == [("+1", "수상 실적", "표창장 사본")]


def test_what_is_typed_waits_while_another_service_is_looked_at(opened, keys, bench) -> None:
    given(bench, 1, "+1")
    page = opened()
    form = page.sheet.form
    keys.press(K.Key_Return)
    keys.type("-0.5")
    page.sheet.given.table.setFocus()
    keys.press(K.Key_Return)  # change the one that stands there
    keys.type("+2")
    keys.press(K.Key_Down)
    assert page.sheet.service().service.number == 2
    assert (form.points.text(), form.points.hasFocus()) == ("", True)
    keys.press(K.Key_Up)
    assert page.sheet.service().service.number == 1
    assert form.points.text() == "+2"  # still the change
    assert form.leave.isVisible()
    keys.press(K.Key_Escape)
    assert form.points.text() == "-0.5"  # and the new one behind it


def test_reading_the_round_again_leaves_the_typing_alone(opened, keys, qtbot, bench) -> None:
    given(bench, 1, "+1")
    page = opened()
    page.sheet.given.table.setFocus()
    keys.press(K.Key_Return)
    keys.type("+2")
    keys.press(K.Key_Tab)
    keys.commit(" 다시")
    with qtbot.waitSignal(page.looked):
        page.session.refresh()
    form = page.sheet.form
    assert form.points.text() == "+2"
    assert form.reason.text().endswith("다시")
    assert form.reason.hasFocus()
    assert form.leave.isVisible()


def test_a_service_is_found_by_number_and_name(opened, keys) -> None:
    page = opened()
    page.list.search.setFocus()
    keys.type("5")
    assert listed(page) == [("5 가상 주택", "")]
    keys.press(K.Key_Return)
    assert page.sheet.form.points.hasFocus()
    page.list.search.clear()
    page.list.search.setFocus()
    keys.compose("공")
    assert listed(page) == [("2 가상 공원", "")]
    page.list.search.setText("없는 사무")
    assert listed(page) == []
    assert page.list._no_hit.isVisible()
    assert page.sheet.service() is None


def test_another_page_can_send_here(opened, window, bench: Bench) -> None:
    page = opened()
    page.list.search.setText("가상 센터")
    window.page._on_page_requested("adjustments", bench.service(5))
    assert page.sheet.service().service.number == 5
    assert page.list.search.text() == ""


def test_a_final_round_says_why_nothing_can_be_given(opened, keys, bench: Bench) -> None:
    given(bench, 1, "+2.75")
    with open_round(bench.round) as desk:
        finalise(desk)
    page = opened()
    form = page.sheet.form
    assert page._closed.isVisible()
    assert page._closed.text() == page.session.why_not()
    assert form.points.isReadOnly()
    for one in (form.store, page.sheet.given.change, page.sheet.given.take_back):
        assert not one.isEnabled()
        assert one.toolTip() == page.session.why_not()
    keys.press(K.Key_Return)
    assert page.sheet.given.table.hasFocus()
    keys.press(K.Key_Delete)
    assert not page.sheet.going.isVisible()


def test_what_the_round_refuses_stays_in_the_form(opened, keys, qtbot, bench: Bench) -> None:
    page = opened()
    finalise(page.session._desk)
    with qtbot.waitSignal(page.session.failed):
        type_points(keys, "+1", "까닭")
    assert page.sheet.form.points.text() == "+1"
    assert page.sheet.form.reason.text() == "까닭"


def test_beside_another_writer_nothing_can_be_stored(open_in_window, bench: Bench, qtbot) -> None:
    given(bench, 1, "+1")
    with open_round(bench.round):
        page = open_in_window(bench.round)
        shown = page.page("adjustments")
        with qtbot.waitSignal(shown.looked):
            page.show_page("adjustments")
        assert shown.sheet.form.points.isReadOnly()
        assert not shown.sheet.form.store.isEnabled()
        assert shown._closed.text()
        page.session.close()


def test_an_exempt_service_can_only_be_cleared(opened, keys, qtbot, window, bench: Bench) -> None:
    given(bench, 1, "+1")
    changed(bench, lambda sheets: put(sheets, "services", "1", status="exempt", reason="1년 미만"))
    changed(bench, lambda sheets: put(sheets, "services", "2", status="exempt", reason="1년 미만"))
    page = opened()
    assert [name for name, _ in listed(page)] == ["1 가상 센터", "5 가상 주택"]
    assert not page.sheet.form.store.isEnabled()
    assert not page.sheet.given.change.isEnabled()
    assert not page.sheet._cut.isVisible()
    page.sheet.given.table.setFocus()
    keys.press(K.Key_Delete)
    keys.commit("평가제외")
    with qtbot.waitSignal(page.looked):
        keys.press(K.Key_Return)
    assert [name for name, _ in listed(page)] == ["5 가상 주택"]
    assert page.sheet.form.store.isEnabled()


def test_tab_walks_in_the_order_of_reading(opened, keys, bench: Bench) -> None:
    given(bench, 1, "+1")
    page = opened()
    given_part, form = page.sheet.given, page.sheet.form
    page.sheet.given.table.setFocus()
    keys.press(K.Key_Return)
    order = [
        page.list.search,
        page.list.table,
        given_part.table,
        given_part.change,
        given_part.take_back,
        form.points,
        form.reason,
        form.evidence,
        form.leave,
        form.store,
    ]
    order[0].setFocus()
    for one in order[1:]:
        keys.press(K.Key_Tab)
        assert one.hasFocus(), (one, one.window().focusWidget())


def test_it_speaks_both_languages(opened, keys, speak, qtbot, bench: Bench) -> None:
    given(bench, 1, "+2.75")
    page = opened()
    speak("en")
    qtbot.waitUntil(lambda: page.sheet.form.store.text() == "Store")
    assert "verdicts changed: 1" in page.head._state.text()
    assert page.sheet.given.change.text() == "Change…"
    speak("ko")
    qtbot.waitUntil(lambda: page.sheet.form.store.text() != "Store")


def test_the_history_page_tells_it_among_what_was_settled(opened, window, qtbot, bench) -> None:
    given(bench, 1, "+2.75")
    opened()
    history = window.page.page("history")
    with qtbot.waitSignal(history.looked):
        window.page.show_page("history")
    history.happened.chips[Group.SETTLEMENTS].click()
    rows = history.happened.table.rows
    assert [rows.index(at, 3).data() for at in range(rows.rowCount())] == [
        "가감점: 1 가상 센터 +2.75점"
    ]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_nothing_is_cut_with_many_lines_and_a_note_at_the_least_size(
    opened, keys, speak, qtbot, window, bench: Bench, language: str
) -> None:
    for points in ("+2", "-0.5", "+3", "+0.01", "+2.25"):
        given(bench, 1, points, "여러 해에 걸친 까닭을 길게 적은 한 줄 " * 5)
    page = opened()
    window.resize(1280, 720)
    speak(language)
    qtbot.waitUntil(lambda: cut(window) == [])
    page.sheet.given.table.setFocus()
    keys.press(K.Key_Return)
    keys.type("-3")
    qtbot.waitUntil(lambda: cut(window) == [])
    assert overlapping(window) == []
    assert page.sheet.effect._note.isVisible() is False
    keys.type("0.5")
    keys.press(K.Key_Return)
    assert page.sheet.form.complaint()
    qtbot.waitUntil(lambda: cut(window) == [])
    assert overlapping(window) == []


def test_enter_pressed_twice_stores_once(opened, keys, qtbot, window, bench: Bench) -> None:
    page = opened()
    with qtbot.waitSignal(page.looked):
        type_points(keys, "+1", "표창")
        keys.press(K.Key_Return)
        keys.press(K.Key_Return)
    keys.press(K.Key_Return)
    window.close_document()
    assert stored(bench) == [("+1", "표창", "")]


def test_another_service_typed_while_the_first_is_stored_is_not_lost(
    opened, keys, qtbot, window, bench: Bench
) -> None:
    page = opened()
    form = page.sheet.form
    with qtbot.waitSignal(page.looked):
        type_points(keys, "+1", "표창")
        keys.press(K.Key_Down)
        keys.commit("-2")
        keys.press(K.Key_Return)
        keys.commit("지적")
        keys.press(K.Key_Return)
    qtbot.waitUntil(lambda: form.points.text() == "")
    window.close_document()
    assert stored(bench, 1) == [("+1", "표창", "")]
    assert stored(bench, 2) == [("-2", "지적", "")]


def test_what_was_stored_last_is_kept_when_the_window_closes_at_once(
    opened, keys, window, bench: Bench
) -> None:
    page = opened()
    page.session.refresh()  # something else is being done
    type_points(keys, "+1", "표창")
    window.close_document()
    assert stored(bench) == [("+1", "표창", "")]
