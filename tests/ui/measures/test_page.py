"""Figures are confirmed one after the other by keyboard, and nothing is lost on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.measures.on_the_page import (
    choose_person,
    confirmed,
    entered,
    head,
    listed,
    pair,
    shown,
    stands,
    told,
)
from tests.workbench.rounds.small_round import merged, sealed, typed
from ui.theme.glyphs import Glyph
from workbench.ledger.finalising import finalise
from workbench.rounds.desk import open_round

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Keyboard
    from tests.workbench.rounds.small_round import Bench

K = Qt.Key
ALL = [(number, code) for number in (1, 2, 5) for code in ("I1", "S1")]


def test_what_waits_is_listed_with_the_keyboard_on_it(opened, bench: Bench) -> None:
    page = opened()
    assert head(page) == "Unconfirmed 6, changed since 0, confirmed 0, incomplete 0"
    assert listed(page) == [(str(number), code, "Unconfirmed") for number, code in ALL]
    assert page.list.waiting.isChecked()
    assert page.list.table.hasFocus()
    cells = page.list.table.rows.row(0).cells
    assert [cell.text for cell in cells] == [
        "1 가상 센터",
        "E2 이가상",
        "",
        "36.00",
        "",
        "Unconfirmed",
    ]
    assert [cell.glyph for cell in cells] == [None, None, Glyph.FLAG, None, None, Glyph.EMPTY]
    assert page.list.table.rows.row(2).cells[2].glyph is None  # 10 is no less than last year's 10


def test_the_chosen_figures_show_formula_inputs_steps_and_warnings(opened, bench: Bench) -> None:
    page = opened()
    assert page.sheet.name.text() == "1 가상 센터"
    assert page.sheet.points.text() == "36.00 of 45 points"
    (part,) = [part for part in page.sheet.parts if part.isVisible()]
    assert part.who.text() == "Entered by E2 이가상"
    made = part.explanation
    formula = made.formula.text().replace("\N{NO-BREAK SPACE}", " ")
    assert formula == "Target achievement: maximum × min(actual ÷ target, 1)"
    inputs = [line.spoken() for line in made.inputs.lines()]
    assert inputs == ["Target 10 명", "Actual 8 명", "Last year's actual 12 명"]
    assert "Rate 80%" in [line.spoken() for line in made.steps.lines()]
    assert made.points.text() == "45 × 80% = 36.00 points"
    assert made.warning.text() == "Target below last year's actual"
    page.go_to(pair(bench, 1, "S1"))
    made = page.sheet.parts[0].explanation
    assert "Respondents 20" in [line.spoken() for line in made.inputs.lines()]
    assert made.other.text() == "Proportional conversion: index 80.00, 12.00 points"


@pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard$")  # of a menu
def test_one_after_the_other_is_confirmed_with_enter(
    opened, keys: Keyboard, looked, bench: Bench, qtbot
) -> None:
    page = opened()
    window = page.window()
    keys.press(K.Key_Return)
    assert page.form.person.button.hasFocus()  # nobody was chosen yet
    keys.press(K.Key_Return)
    menu = page.form.person.button.menu()
    qtbot.waitUntil(menu.isVisible)
    choice = page.form.person.actions_by_uid()[bench.owner("Q1")]
    for _ in range(2):  # E1, then past E2, who entered them, to Q1
        qtbot.keyClick(menu, K.Key_Down)
    assert menu.activeAction() is choice
    qtbot.keyClick(menu, K.Key_Return)
    assert page.form.person.button.text() == "Q1 박가상"
    assert page.form.note.hasFocus()
    keys.commit("증빙")
    keys.compose("대")  # half typed: it belongs to the note
    with looked(page):
        keys.press(K.Key_Return)
    assert shown(page) == (1, "S1")
    assert window.focusWidget() is page.form.note  # a menu was active in between
    assert page.form.note.text() == ""
    assert len(listed(page)) == 5
    assert stands(bench)[1, "I1"] == ("confirmed", "Q1")
    assert told(bench) == ["증빙대"]


def test_enter_pressed_faster_than_the_disk_loses_nothing(
    opened, keys: Keyboard, bench: Bench, qtbot
) -> None:
    page = opened()
    choose_person(page, bench, "Q1")
    for _ in ALL:
        keys.press(K.Key_Return)
    qtbot.waitUntil(lambda: head(page).startswith("Unconfirmed 0, changed since 0, confirmed 6"))
    everything = page.list.everything
    qtbot.waitUntil(lambda: page.window().focusWidget() is everything)
    assert page.list._none.text() == "No figures wait for a second person."
    assert set(stands(bench).values()) == {("confirmed", "Q1")}
    assert told(bench) == [""] * 6  # each once, though the last one was asked for twice


def test_who_may_not_stands_in_the_list_with_the_reason(opened, bench: Bench) -> None:
    page = opened()
    found = page.form.person.actions_by_uid()
    assert found[bench.owner("E2")].text() == "E2 이가상  ·  is in charge of these figures"
    assert not found[bench.owner("E2")].isEnabled()
    assert found[bench.owner("Q1")].text() == "Q1 박가상  ·  Quantitative secretary"
    page.go_to(pair(bench, 5))
    recused = page.form.person.actions_by_uid()[bench.owner("E1")]
    assert recused.text() == "E1 김가상  ·  is recused from this service"
    assert not recused.isEnabled()


def test_what_the_chosen_person_may_not_confirm_is_refused_aloud(
    opened, keys: Keyboard, bench: Bench
) -> None:
    page = opened()
    choose_person(page, bench, "E1")
    page.go_to(pair(bench, 5))
    assert not page.form.confirm.isEnabled()
    said = page.form.why_not()
    assert said == "E1 김가상 is recused from this service. Somebody else has to confirm them."
    page.form.begin()
    keys.press(K.Key_Return)
    assert page.form.person.button.hasFocus()
    assert page.form.note.accessibleDescription() == said
    assert stands(bench)[5, "I1"] == ("waiting", "")


def test_going_on_leaves_out_what_the_person_may_not_confirm(
    opened, keys: Keyboard, looked, bench: Bench
) -> None:
    page = opened()
    choose_person(page, bench, "E1")
    page.go_to(pair(bench, 2, "S1"))
    page.form.begin()
    with looked(page):
        keys.press(K.Key_Return)
    assert shown(page) == (1, "I1")  # not 5, from which E1 is recused


def test_all_that_are_shown_are_confirmed_in_one_go(
    opened, keys: Keyboard, looked, bench: Bench, qtbot
) -> None:
    page = opened()
    ask = page.list.ask_all
    assert not ask.begin.isEnabled()
    assert ask.begin.toolTip() == "Choose at the right who confirms."
    page.form.by_chosen.emit(bench.owner("E2"))  # as a place of another time would say
    assert ask.begin.toolTip() == "E2 이가상 may confirm none of them."
    choose_person(page, bench, "E1")
    assert ask.begin.text() == "Confirm all 4…"
    ask.begin.setFocus()
    keys.press(K.Key_Return)
    said = ask._words.text()
    assert "E1 김가상 stands for all waiting figures shown here: 4." in said
    assert "may not confirm them: 2." in said
    keys.commit("원자료 대조")
    with looked(page):
        keys.press(K.Key_Return)
    assert not ask.is_asking()
    found = stands(bench)
    assert [key for key in found if found[key][0] == "waiting"] == [(5, "I1"), (5, "S1")]
    assert told(bench) == ["원자료 대조"]
    assert page.list.table.hasFocus()


def test_the_filter_says_what_all_means(opened, looked, bench: Bench, keys: Keyboard) -> None:
    page = opened()
    choose_person(page, bench, "Q1")
    (survey,) = [one for one in page.list.indicator.menu().actions() if one.data() == "S1"]
    survey.trigger()
    assert page.list.indicator.text() == "Indicator: S1"
    assert listed(page) == [(number, "S1", "Unconfirmed") for number in ("1", "2", "5")]
    ask = page.list.ask_all
    assert ask.begin.text() == "Confirm all 3…"
    ask.begin.click()
    ask.no.click()
    assert not ask.is_asking()
    ask.begin.click()
    with looked(page):
        ask.yes.click()
    assert [key for key, (stand, _) in stands(bench).items() if stand == "confirmed"] == [
        (number, "S1") for number in (1, 2, 5)
    ]
    assert page.list._none.text() == "Of S1 no figures wait for a second person."
    assert page.list.everything.hasFocus()
    keys.press(K.Key_Return)
    assert len(listed(page)) == 6
    assert page.list.table.hasFocus()


def test_figures_that_changed_say_what_was_confirmed_and_what_is_there(
    opened, keys: Keyboard, looked, bench: Bench
) -> None:
    confirmed(bench, "Q1", pair(bench), pair(bench, 2))
    entered(bench, (1, "I1", "actual", "9"))
    page = opened()
    assert head(page) == "Unconfirmed 4, changed since 1, confirmed 1, incomplete 0"
    assert listed(page)[0] == ("1", "I1", "Check again")
    assert page.list.table.rows.row(0).cells[-1].glyph is Glyph.INTERIM
    begun, what = page.sheet.stale.text().split("\n")
    assert begun.startswith("Changed since it was confirmed by Q1 박가상 · 20")
    assert what == "Actual 8 → 9 (E2 이가상)"
    choose_person(page, bench, "Q1")
    with looked(page):
        keys.press(K.Key_Return)
    assert stands(bench)[1, "I1"] == ("confirmed", "Q1")


def test_a_confirmed_one_offers_only_to_take_it_back(
    opened, keys: Keyboard, looked, bench: Bench
) -> None:
    confirmed(bench, "Q1", pair(bench))
    page = opened()
    page.list.waiting.click()
    page.go_to(pair(bench))
    assert page.sheet.stand.text().startswith("Confirmed Q1 박가상 · 20")
    assert not page.form.confirm.isVisible()
    assert not page.form.note.isVisible()
    page.list.take_focus()
    keys.press(K.Key_Return)
    assert page.list.table.hasFocus()
    page.form.drop.setFocus()
    keys.press(K.Key_Return)
    assert page.form.going.field.hasFocus()
    keys.press(K.Key_Return)
    assert page.form.going._wrong.isVisible()  # no reason, nothing done
    keys.commit("잘못 봄")
    keys.press(K.Key_Escape)
    assert page.list.table.hasFocus()
    assert not page.form.is_dropping()
    keys.press(K.Key_Down)
    keys.press(K.Key_Up)
    page.form.drop.click()
    assert page.form.going.field.text() == "잘못 봄"  # what was typed is there again
    with looked(page):
        keys.press(K.Key_Return)
    assert stands(bench)[1, "I1"] == ("waiting", "")
    assert told(bench, "confirmation_dropped") == ["잘못 봄"]
    assert page.sheet.stand.text() == "Unconfirmed"
    assert page.form.going.field.text() == ""


def test_missing_figures_cannot_be_confirmed_yet(opened, bench: Bench) -> None:
    entered(bench, (2, "I1", "actual", ""))
    page = opened()
    assert "incomplete 1" in head(page)
    page.go_to(pair(bench, 2))
    assert not page.list.waiting.isChecked()  # it was not among what waits
    assert shown(page) == (2, "I1")
    assert page.sheet.points.text() == "– of 45 points"
    assert page.form.why_not() == "Figures are still missing: there is nothing to confirm yet."
    assert not page.form.confirm.isVisible()


def test_figures_in_conflict_have_to_be_settled_first(opened, bench: Bench, tmp_path: Path) -> None:
    copy = bench.copied_to(tmp_path / "copy").books["E2"]
    typed(bench.books["E2"], (1, "I1", "actual", "7"))
    typed(copy, (1, "I1", "actual", "9"))
    for book in (bench.books["E2"], copy):
        sealed(book)
        merged(bench.round, book)
    page = opened()
    page.go_to(pair(bench))
    assert page.list.table.rows.row(0).cells[-1].glyph is Glyph.CONFLICT
    assert page.form.why_not() == "These figures are in conflict: settle that first."
    assert "in conflict" in page.sheet.parts[0].state.text()


def test_a_final_round_says_why_and_offers_nothing(opened, keys: Keyboard, bench: Bench) -> None:
    confirmed(bench, "Q1", pair(bench))
    with open_round(bench.round) as desk:
        finalise(desk)
    before = bench.round.read_bytes()
    page = opened()
    assert page.chosen.closed.text() == "The round is final. Reopen it on the page History."
    assert page.chosen.closed.isVisible()
    assert not page.form.isVisible()
    assert not page.list.ask_all.isVisible()
    page.list.take_focus()
    keys.press(K.Key_Return)
    assert page.list.table.hasFocus()
    assert bench.round.read_bytes() == before


def test_notes_stay_where_they_were_typed(opened, keys: Keyboard, bench: Bench) -> None:
    page = opened()
    choose_person(page, bench, "Q1")
    keys.commit("정산서")
    keys.compose("대")
    keys.press(K.Key_Down)
    assert shown(page) == (1, "S1")
    assert page.form.note.hasFocus()
    assert page.form.note.text() == ""
    keys.commit("설문")
    keys.press(K.Key_Up)
    assert page.form.note.text() == "정산서대"
    keys.press(K.Key_Escape)
    assert page.list.table.hasFocus()
    keys.press(K.Key_Down)
    assert page.form.note.text() == "설문"


def test_what_is_chosen_and_typed_is_there_after_reopening(
    opened, window, keys: Keyboard, bench: Bench
) -> None:
    page = opened()
    choose_person(page, bench, "L1")
    keys.commit("정산서")
    window.close_document()
    again = opened()
    assert again.form.person.button.text() == "L1 최가상"
    assert again.form.note.text() == "정산서"
    again.list.waiting.click()
    again.list.sort.menu().actions()[1].trigger()
    window.close_document()
    third = opened()
    assert not third.list.waiting.isChecked()
    assert third.list.sort.text() == "Order: by indicator"
    assert [code for _, code, _ in listed(third)] == ["I1"] * 3 + ["S1"] * 3


@pytest.mark.parametrize(
    "kept",
    [
        {
            "by": "nobody",
            "notes": {"zz": "x", "ab": 3},
            "order": 7,
            "waiting": "?",
            "indicator": [],
        },
        {"by": 5, "notes": [1], "order": "colour", "indicator": "X9"},
        {"by": "ff" * 16, "notes": {"zz" * 32: "x"}},
    ],
)
def test_a_place_that_makes_no_sense_is_as_if_it_had_not_been(
    open_in_window, bench: Bench, kept: dict[str, object], qtbot
) -> None:
    round_page = open_in_window(bench.round)
    round_page._remembered["measures"] = kept
    page = round_page.page("measures")
    round_page.show_page("measures")
    qtbot.waitUntil(lambda: page.has_looked)
    assert page.list.filters() == {"order": "service", "indicator": "", "waiting": True}
    assert page.form.why_not().startswith("확인하는 사람을 고르십시오.")
    assert page.place()["notes"] == {}


def test_reading_again_leaves_the_choice_and_the_typing_alone(
    opened, keys: Keyboard, looked, bench: Bench
) -> None:
    page = opened()
    page.go_to(pair(bench, 2))
    choose_person(page, bench, "Q1")
    keys.commit("정산")
    keys.compose("서")
    with looked(page):
        page.session.refresh()
    assert shown(page) == (2, "I1")
    assert page.form.note.hasFocus()
    assert page.form.noted() == "정산서"


def test_what_the_round_refuses_comes_back_with_its_note(
    opened, keys: Keyboard, looked, bench: Bench, qtbot
) -> None:
    """Other figures come in by a merge while Enter is pressed on those that were seen."""
    page = opened()
    typed(bench.books["E2"], (1, "I1", "actual", "9"))
    sealed(bench.books["E2"])
    choose_person(page, bench, "Q1")
    keys.commit("정산서")
    page.session.change(lambda desk, _: desk.merge([bench.books["E2"]]), "merge")
    with qtbot.waitSignal(page.session.failed) as failed:
        keys.press(K.Key_Return)
    assert failed.args[0].key == "confirm_changed"
    assert shown(page) == (1, "I1")
    assert page.form.note.text() == "정산서"
    now = page.sheet.parts[0].explanation
    qtbot.waitUntil(lambda: now.inputs.lines()[1].spoken() == "Actual 9 명")
    assert page.form.note.text() == "정산서"
    assert stands(bench)[1, "I1"] == ("waiting", "")


def test_another_page_sends_for_figures_whatever_the_filter_says(
    opened, bench: Bench, qtbot
) -> None:
    confirmed(bench, "Q1", pair(bench, 5, "S1"))
    page = opened()
    assert ("5", "S1", "Confirmed") not in listed(page)
    page.show_place(pair(bench, 5, "S1"))
    assert shown(page) == (5, "S1")
    page.show_place((b"nobody", b"nothing"))
    assert shown(page) == (5, "S1")
    with qtbot.waitSignal(page.page_requested) as asked:
        page.sheet.go.click()
    assert asked.args == ["results", bench.service(5)]


def test_the_keyboard_goes_round_in_the_order_of_reading(
    opened, keys: Keyboard, bench: Bench
) -> None:
    page = opened()
    choose_person(page, bench, "Q1")
    page.list.waiting.setFocus()
    stops = []
    for _ in range(9):
        stops.append(QApplication.focusWidget())
        keys.press(K.Key_Tab)
    left, form = page.list, page.form
    assert stops == [
        left.waiting,
        left.indicator,
        left.sort,
        left.table,
        left.ask_all.begin,
        page.sheet.go,
        form.person.button,
        form.note,
        form.confirm,
    ]


def test_it_speaks_korean_at_once(opened, speak, bench: Bench, qtbot) -> None:
    page = opened()
    speak("ko")
    qtbot.waitUntil(lambda: page.list.waiting.text() == "미확인만")
    assert page.head._title.text() == "계량 확인"
    assert head(page) == "미확인 6, 확인 뒤 바뀜 0, 확인함 0, 수치 미완 0"
    assert page.list.table.rows.row(0).cells[-1].text == "미확인"
