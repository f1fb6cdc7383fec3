"""The roster: many cells assigned by keyboard, balance, recusal, and replacing an evaluator."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from workbench.rounds.desk import open_round
from workbench.setup.assigning import loads, matrix
from workbench.setup.reading import drafted

if TYPE_CHECKING:
    from ui.setup.assignments_card import AssignmentsCard
    from ui.setup.roster_page import RosterPage

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
SATISFACTION = 2


@pytest.fixture
def roster(show) -> RosterPage:
    return show("roster")


@pytest.fixture
def card(roster: RosterPage) -> AssignmentsCard:
    roster.card.show_part("matrix")
    roster.take_focus()
    return roster.assignments


def codes(roster: RosterPage, section: str) -> list[tuple[str, ...]]:
    rows = matrix(drafted(roster.draft.sheets)).rows
    return [tuple(holder.code for holder in row.cells[section]) for row in rows]


def go_right(keys, columns: int) -> None:
    for _ in range(columns):
        keys.press(Qt.Key.Key_Right)


def test_many_cells_are_assigned_by_keyboard_in_one_step(card, roster, keys, judged, qtbot) -> None:
    before = roster.draft.sheets
    go_right(keys, SATISFACTION)
    keys.press(Qt.Key.Key_Down, SHIFT)
    keys.press(Qt.Key.Key_Down, SHIFT)
    keys.press(Qt.Key.Key_Return)
    assert card.popup.isVisible()
    keys.press(Qt.Key.Key_Home)
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Space)
    with qtbot.waitSignal(roster.draft.changed):
        keys.press(Qt.Key.Key_Return)
    assert codes(roster, "satisfaction")[:4] == [("E1",), ("E1",), ("E1",), ("Q1",)]
    assert keys.target() is card.table
    judged(roster.draft)
    assert [card.model.chip(0, SATISFACTION, it) for it in card.model.holders(0, SATISFACTION)] == [
        "E1"
    ]
    keys.press(Qt.Key.Key_Z, CONTROL)
    assert roster.draft.sheets == before


def test_who_is_partly_assigned_keeps_what_he_has(card, roster, keys, judged, qtbot) -> None:
    go_right(keys, SATISFACTION)
    with qtbot.waitSignal(roster.draft.changed):
        keys.press(Qt.Key.Key_Delete)
    judged(roster.draft)
    assert card.model.is_open(0, SATISFACTION)
    keys.press(Qt.Key.Key_Down, SHIFT)
    keys.press(Qt.Key.Key_Return)
    states = {
        card.popup.list.item(row).text()[:2]: card.popup.list.item(row).checkState()
        for row in range(card.popup.list.count())
    }
    assert states["Q1"] == Qt.CheckState.PartiallyChecked
    keys.press(Qt.Key.Key_Return)
    judged(roster.draft)
    assert codes(roster, "satisfaction")[:2] == [(), ("Q1",)]


def test_escape_leaves_the_list_without_a_change(card, roster, keys) -> None:
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Escape)
    assert not card.popup.isVisible()
    assert not roster.draft.is_changed
    assert keys.target() is card.table


def test_a_cell_is_filled_down(card, roster, keys, judged, qtbot) -> None:
    go_right(keys, SATISFACTION)
    with qtbot.waitSignal(roster.draft.changed):
        keys.press(Qt.Key.Key_Delete)
    judged(roster.draft)
    for _ in range(3):
        keys.press(Qt.Key.Key_Down, SHIFT)
    with qtbot.waitSignal(roster.draft.changed):
        keys.press(Qt.Key.Key_D, CONTROL)
    assert codes(roster, "satisfaction")[:5] == [(), (), (), (), ("Q1",)]


def test_services_are_shared_out_evenly(card, roster, keys, judged, qtbot) -> None:
    go_right(keys, SATISFACTION)
    card.balance.click()
    keys.press(Qt.Key.Key_Home)
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Space)
    with qtbot.waitSignal(roster.draft.changed):
        keys.press(Qt.Key.Key_Return)
    given = codes(roster, "satisfaction")
    assert sorted((given.count(("E1",)), given.count(("E2",)))) == [14, 15]
    judged(roster.draft)
    model = card.loads.loads
    rows = [model.row(row) for row in range(model.rowCount())]
    shown = {load.code: load.marks for load in rows}
    assert shown == {load.code: load.marks for load in loads(drafted(roster.draft.sheets))}


def test_a_recusal_asks_for_its_reason(card, roster, keys, judged, qtbot) -> None:
    card.recuse.click()
    assert keys.target() is card.form.who
    card.form.reason.setFocus()
    keys.press(Qt.Key.Key_Return)
    assert card.form.isVisible()
    assert not roster.draft.is_changed
    keys.type("taught there")
    with qtbot.waitSignal(roster.draft.changed):
        keys.press(Qt.Key.Key_Return)
    assert not card.form.isVisible()
    (row,) = [row for row in roster.draft.sheets.of("assignments") if row.text("reason")]
    assert (row.text("evaluator"), row.text("status")) == ("E1", "제척")
    judged(roster.draft)
    assert card.model.is_open(0, 0)


def test_the_way_of_recusal_is_chosen_from_a_list(card, keys) -> None:
    card.recuse.click()
    card.form.standing.setFocus()
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    assert card.form.standing.value == "기피"
    assert keys.target() is card.form.standing


def test_an_evaluator_is_replaced_in_one_step(roster, round_page, round_folder, qtbot) -> None:
    leaving = round_page.session.definition.evaluators[1]
    round_page.page("results").page_requested.emit("roster", leaving.uid)
    form = roster.replacing
    assert form.isVisible()
    assert form.who.value == "E2"
    assert not form._is_filled()
    for name, text in (("code", "E9"), ("name", "Newcomer"), ("reason", "ill")):
        form.fields[name].setText(text)
    assert form._is_filled()
    with qtbot.waitSignals([round_page.session.definition_changed, round_page.session.read]):
        form.replace_into(round_folder / "new")
    assert [path.name for path in (round_folder / "new").iterdir()] == ["E9_Newcomer.score"]
    assert "E9_Newcomer.score" in form._words.text()
    assert "E9" in [row.text("code") for row in roster.draft.sheets.of("evaluators")]


def test_hundreds_of_pasted_services_are_one_step(roster, judged) -> None:
    roster.parts["services"].table.sheet.paste(
        tuple((str(number), f"S{number}") for number in range(100, 400)), 29, 0
    )
    judged(roster.draft)
    assert len(roster.draft.sums) == 329
    assert roster.assignments.model.rowCount() == 329


def test_models_keep_qts_rules(card, roster, qtmodeltester) -> None:
    qtmodeltester.check(card.model)
    qtmodeltester.check(card.loads.loads)
    qtmodeltester.check(roster.parts["services"].table.sheet)


def test_edits_of_the_roster_stand_in_the_file(card, roster, keys, round_folder, qtbot) -> None:
    with qtbot.waitSignal(roster.draft.changed):
        keys.press(Qt.Key.Key_Delete)
    with open_round(round_folder / "a.round", read_only=True) as desk:
        from workbench.setup.draft import stored_draft

        assert stored_draft(desk) is not None


@pytest.mark.parametrize("part", ["services", "evaluators", "assignments"])
def test_the_keyboard_leaves_every_table_of_the_roster(roster: RosterPage, keys, part) -> None:
    roster.card.show_part(part)
    roster.take_focus()
    table = roster.parts[part].table
    assert roster.window().focusWidget() is table.editor
    keys.press(Qt.Key.Key_Tab, CONTROL)
    assert roster.parts[part].isAncestorOf(roster.window().focusWidget())
    assert not table.isAncestorOf(roster.window().focusWidget())
    table.take_focus()
    keys.press(Qt.Key.Key_Backtab, CONTROL | SHIFT)
    assert roster.window().focusWidget() is roster.replace
