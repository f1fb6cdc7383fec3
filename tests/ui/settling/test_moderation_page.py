"""The page of moderation by keyboard: what it lists, what a mark does, what is never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.workbench.rounds.small_round import (
    WHOLE,
    Bench,
    made,
    merged,
    results_of,
    revisions_in,
    sealed,
    typed,
)
from ui.settling.moderation_entries import Entry, Part
from workbench.ledger.finalising import finalise
from workbench.results.moderated import moderated_rows
from workbench.rounds.desk import open_round
from workbench.settling.moderating import moderate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Keyboard
    from ui.settling.moderation_page import ModerationPage

K = Qt.Key
PEOPLE = ("김가상", "이가상")


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """E1 and E2 differ on C1 of every service: by 10, 1 and 18 points."""
    built = made(tmp_path / "round")
    for code, scores in (("E1", ("30", "30", "30")), ("E2", ("20", "29", "12"))):
        rows = [
            (number, "C1", "score", mark) for number, mark in zip((1, 2, 5), scores, strict=True)
        ]
        typed(built.books[code], *WHOLE, *rows, (1, "C1", "comment", f"{code}의 근거"))
        sealed(built.books[code])
    merged(built.round, *built.books.values())
    return built


@pytest.fixture
def opened(open_in_window, show, bench: Bench) -> Callable[[], ModerationPage]:
    """Open the round on the page of moderation, read."""
    return lambda: show(open_in_window(bench.round), "moderation")


def agree(bench: Bench, number: int, mark: str) -> None:
    with open_round(bench.round) as desk:
        pair = (bench.service(number), bench.indicator("C1"))
        moderate(desk, pair, mark, "협의", PEOPLE)


def change(bench: Bench, number: int, mark: str) -> None:
    typed(bench.books["E2"], (number, "C1", "score", mark))
    sealed(bench.books["E2"])
    merged(bench.round, bench.books["E2"])


def listed(page: ModerationPage) -> list[tuple[Part, int]]:
    model = page._card._model
    lines = [model.row(row) for row in model.entries()]
    return [(line.part, line.service.service.number) for line in lines if isinstance(line, Entry)]


def shown(page: ModerationPage) -> int:
    entry = page._sheet.entry()
    assert entry is not None
    return entry.service.service.number


def type_mark(keys: Keyboard, mark: str, reason: str = "", people: str = "") -> None:
    """From the list: the mark, then reason and people where they are asked for."""
    keys.press(K.Key_Return)
    keys.type(mark)
    keys.press(K.Key_Return)
    if reason:
        keys.commit(reason)
        if people:
            keys.press(K.Key_Tab)
            keys.commit(people)
        keys.press(K.Key_Return)


def test_what_moves_a_verdict_stands_first_with_every_mark(opened) -> None:
    page = opened()
    assert listed(page) == [(Part.DIFFERS, 5), (Part.DIFFERS, 1), (Part.DIFFERS, 2)]
    page._card.step(1)
    assert shown(page) == 1
    marks = page._sheet._marks.model()
    told = [marks.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)]
    assert told == ["E1 김가상, 30.00, E1의 근거", "E2 이가상, 20.00, E2의 근거"]
    assert "25.00" in page._sheet.figures.text()
    assert "72.25" in page._sheet.figures.text()


def test_typing_shows_the_total_before_anything_is_stored(opened, keys, bench: Bench) -> None:
    page = opened()
    page._card.step(1)
    keys.press(K.Key_Return)
    keys.type("29.5")
    said = page._sheet.figures.text()
    assert "29.50" in said
    assert "+4.50" in said
    assert "76.75" in said
    keys.type("9")  # 29.59 is off the step
    assert "72.25" in page._sheet.figures.text()


def test_enter_stores_and_goes_on_to_the_next(opened, keys, qtbot, window, bench: Bench) -> None:
    page = opened()
    with qtbot.waitSignal(page.looked):
        type_mark(keys, "30", "현장 자료를 함께 봄", "김가상; 이가상")
        assert shown(page) == 1
        assert page._sheet.form.mark.hasFocus()
    assert listed(page) == [(Part.DIFFERS, 1), (Part.DIFFERS, 2), (Part.AGREED, 5)]
    assert shown(page) == 1
    assert page._sheet.form.people.text() == "김가상; 이가상"  # who was present is kept
    window.close_document()
    with open_round(bench.round, read_only=True) as desk:
        (row,) = moderated_rows(desk.outcome())
    assert (row.agreed.mark, row.agreed.people) == ("30", PEOPLE)
    assert row.agreed.reason == "현장 자료를 함께 봄"
    assert results_of(bench.round)["services"][2]["total"] == "77.25"


def test_a_whole_list_is_done_by_keys_alone(opened, keys, qtbot, window, bench: Bench) -> None:
    page = opened()
    with qtbot.waitSignal(page.looked):
        type_mark(keys, "30", "협의", "김가상")
    for _ in range(2):
        with qtbot.waitSignal(page.looked):
            keys.type("29")
            keys.press(K.Key_Return)
            keys.commit("협의")
            keys.press(K.Key_Return)
    assert [part for part, _ in listed(page)] == [Part.AGREED] * 3
    window.close_document()
    assert [row["total"] for row in results_of(bench.round)["services"]] == [
        "76.25",
        "76.25",
        "77.25",
    ]


@pytest.mark.parametrize("mark", ["99", "29.3", "1e1", "-1"])
def test_a_mark_that_does_not_fit_says_so_at_its_field(
    opened, keys, window, bench: Bench, mark: str
) -> None:
    page = opened()
    before = revisions_in(bench.round)
    form = page._sheet.form
    form.reason.setText("협의")
    form.people.setText("김가상")
    type_mark(keys, mark)
    assert form.complaint()
    assert form.mark.hasFocus()
    assert form.mark.accessibleDescription() == form.complaint()
    assert form.mark.text() == mark
    window.close_document()
    assert revisions_in(bench.round) == before


def test_a_blank_mark_is_not_taken_for_not_applicable(opened, keys, bench: Bench) -> None:
    page = opened()
    type_mark(keys, "")
    assert page._sheet.form.complaint()
    assert page._sheet.form.mark.hasFocus()


def test_somebody_has_to_be_named(opened, keys) -> None:
    page = opened()
    type_mark(keys, "29", "협의")
    assert page._sheet.form.complaint()
    assert page._sheet.form.people.hasFocus()


def test_a_reason_is_asked_for(opened, keys) -> None:
    page = opened()
    type_mark(keys, "29")
    assert page._sheet.form.reason.hasFocus()
    keys.press(K.Key_Return)
    assert page._sheet.form.complaint()


def test_what_is_typed_waits_while_another_cell_is_looked_at(opened, keys) -> None:
    page = opened()
    keys.press(K.Key_Return)
    keys.type("28")
    keys.press(K.Key_Down)
    assert shown(page) == 1
    assert page._sheet.form.mark.text() == ""
    keys.press(K.Key_Up)
    assert page._sheet.form.mark.text() == "28"
    keys.press(K.Key_Escape)
    assert page._sheet.form.mark.text() == ""
    assert page._card._list.hasFocus()


def test_a_syllable_in_work_is_stored_with_its_reason(opened, keys, qtbot, window, bench) -> None:
    page = opened()
    page._sheet.form.people.setText("김가상")
    with qtbot.waitSignal(page.looked):
        type_mark(keys, "30")
        keys.commit("협")
        keys.compose("의")
        keys.press(K.Key_Return)
    window.close_document()
    with open_round(bench.round, read_only=True) as desk:
        (row,) = moderated_rows(desk.outcome())
    assert row.agreed.reason == "협의"


def test_a_stale_one_stands_on_top_and_says_what_changed(opened, bench: Bench) -> None:
    agree(bench, 1, "29.5")
    change(bench, 1, "21")
    page = opened()
    assert listed(page)[0] == (Part.STALE, 1)
    note = page._sheet.form._note.text()
    assert "29.5" in note
    assert "20 → 21" in note
    assert page._sheet.form.confirm.isVisible()
    assert page._sheet.form.mark.text() == "29.5"


def test_confirming_needs_a_reason_and_counts_again(
    opened, keys, qtbot, window, bench: Bench
) -> None:
    agree(bench, 1, "29.5")
    change(bench, 1, "21")
    page = opened()
    form = page._sheet.form
    form.confirm.setFocus()
    keys.press(K.Key_Space)
    assert form.complaint()
    assert form.reason.hasFocus()
    keys.commit("바뀐 평점을 보고도 그대로")
    form.confirm.setFocus()
    with qtbot.waitSignal(page.looked):
        keys.press(K.Key_Space)
    assert (Part.AGREED, 1) in listed(page)
    window.close_document()
    assert results_of(bench.round)["services"][0]["total"] == "76.75"


def test_all_stale_ones_are_confirmed_with_one_reason(
    opened, keys, qtbot, window, bench: Bench
) -> None:
    for number in (1, 2):
        agree(bench, number, "29.5")
        change(bench, number, "21")
    page = opened()
    card = page._card
    assert card._all.isVisible()
    card._all.setFocus()
    keys.press(K.Key_Space)
    keys.press(K.Key_Return)  # nothing without a reason
    assert card._wrong.text()
    assert card._reason.hasFocus()
    keys.commit("두 건 모두 그대로")
    with qtbot.waitSignal(page.looked):
        keys.press(K.Key_Return)
    assert [part for part, _ in listed(page)].count(Part.AGREED) == 2
    assert not card._all.isVisible()
    assert not card._reason.isVisible()


def test_taking_it_away_lets_the_marks_count_again(
    opened, keys, qtbot, window, bench: Bench
) -> None:
    agree(bench, 1, "29.5")
    page = opened()
    page._card.choose((bench.service(1), bench.indicator("C1")))
    page._sheet.form.reason.setText("협의 취소")
    page._sheet.form.drop.setFocus()
    with qtbot.waitSignal(page.looked):
        keys.press(K.Key_Space)
    assert (Part.DIFFERS, 1) in listed(page)
    window.close_document()
    assert results_of(bench.round)["services"][0]["total"] == "72.25"


def test_any_cell_is_found_by_number_and_code(opened, keys, bench: Bench) -> None:
    page = opened()
    search = page._card._search
    search.setFocus()
    keys.type("2 s1")
    assert listed(page) == [(Part.OTHER, 2)]
    keys.press(K.Key_Return)
    assert page._card._list.hasFocus()
    search.setText("없는 사무")
    assert listed(page) == []
    assert page._card._empty.isVisible()
    assert page._sheet.entry() is None


def test_another_page_can_send_here(opened, bench: Bench, window) -> None:
    page = opened()
    window.page._on_page_requested("moderation", (bench.service(2), bench.indicator("I1")))
    assert shown(page) == 2
    assert page._sheet.entry().made.indicator.code == "I1"


def test_not_applicable_is_offered_where_it_is_allowed(
    opened, keys, qtbot, window, bench: Bench
) -> None:
    page = opened()
    form = page._sheet.form
    assert form.out.isVisible()
    form.out.setFocus()
    keys.press(K.Key_Space)
    assert not form.mark.isEnabled()
    form.reason.setText("평가할 것이 없음")
    form.people.setText("김가상")
    form.reason.setFocus()
    with qtbot.waitSignal(page.looked):
        keys.press(K.Key_Return)
    page._card.choose((bench.service(1), bench.indicator("S1")))
    assert not form.out.isVisible()
    window.close_document()
    with open_round(bench.round, read_only=True) as desk:
        (row,) = moderated_rows(desk.outcome())
    assert (row.service.number, row.agreed.mark) == (5, "")


def test_what_the_round_refuses_comes_back_to_its_field(
    opened, keys, qtbot, bench: Bench, window
) -> None:
    page = opened()
    finalise(page.session._desk)
    with qtbot.waitSignal(page.session.failed):
        type_mark(keys, "30", "협의", "김가상")
    assert shown(page) == 5
    assert page._sheet.form.mark.text() == "30"
    assert page._sheet.form.reason.text() == "협의"


def test_beside_another_writer_nothing_can_be_stored(
    open_in_window, bench: Bench, keys, qtbot
) -> None:
    with open_round(bench.round):
        page = open_in_window(bench.round)
        moderation = page.page("moderation")
        with qtbot.waitSignal(moderation.looked):
            page.show_page("moderation")
        form = moderation._sheet.form
        assert form.mark.isReadOnly()
        for one in (form.store, form.confirm, form.drop, form.out):
            assert not one.isEnabled()
            assert one.toolTip()
        page.session.close()


def test_a_round_without_a_difference_says_where_to_go(
    open_in_window, round_folder: Path, qtbot: QtBot
) -> None:
    page = open_in_window(round_folder / "a.round")
    moderation = page.page("moderation")
    with qtbot.waitSignal(moderation.looked):
        page.show_page("moderation")
    assert listed(moderation) == []
    assert moderation._card._empty.isVisible()
    assert moderation._card._merge.hasFocus()
    with qtbot.waitSignal(moderation.page_requested) as asked:
        moderation._card._merge.click()
    assert asked.args[0] == "merge"


def test_tab_walks_in_the_order_of_reading(opened, keys, bench: Bench) -> None:
    agree(bench, 1, "29.5")
    agree(bench, 2, "29.5")
    for number in (1, 2):
        change(bench, number, "21")
    page = opened()
    card, form = page._card, page._sheet.form
    order = [
        card._all,
        card._search,
        card._list,
        page._sheet._marks,
        form.mark,
        form.out,
        form.reason,
        form.people,
        form.drop,
        form.confirm,
        form.store,
    ]
    order[0].setFocus()
    for one in order[1:]:
        keys.press(K.Key_Tab)
        assert one.hasFocus(), (one, one.window().focusWidget())


def test_it_speaks_both_languages(opened, speak, qtbot) -> None:
    page = opened()
    speak("en")
    qtbot.waitUntil(lambda: page._sheet.form.store.text() == "Store and go on")
    assert listed(page)[0] == (Part.DIFFERS, 5)
