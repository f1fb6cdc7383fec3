"""The rubric: its running sum, the chosen indicator, and a change after hand-out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from workbench.rounds.desk import open_round

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.setup.apply_view import ApplyView
    from ui.setup.rubric_page import RubricPage

MAXIMUM = 6


@pytest.fixture
def rubric(show) -> RubricPage:
    return show("rubric")


def lines(view) -> list[str]:
    model = view.list.lines
    return [model.row(row).spoken() for row in range(model.rowCount())]


def type_maximum(rubric: RubricPage, keys, row: int, text: str) -> None:
    rubric.table.go_to(row, MAXIMUM)
    keys.type(text)
    keys.press(Qt.Key.Key_Return)


def swap_maxima(rubric: RubricPage, keys, judged) -> None:
    """Six and five points become three and eight: every sum stays whole."""
    type_maximum(rubric, keys, 0, "3")
    type_maximum(rubric, keys, 1, "8")
    judged(rubric.draft)


@pytest.fixture
def planned(rubric: RubricPage, shown) -> Callable[[], ApplyView]:
    def plan() -> ApplyView:
        rubric.bar.apply.click()
        shown(rubric.planned)
        return rubric.planned

    return plan


def merged(round_page, round_folder, qtbot) -> None:
    files = sorted((round_folder / "books").iterdir())
    with qtbot.waitSignals([round_page.session.changed, round_page.session.read]):
        round_page.session.change(lambda desk, _: desk.merge(files), "Merging")


def test_the_sum_names_the_services_that_do_not_make_100(rubric, keys, judged) -> None:
    assert rubric.sums.words.text() == "All 29 services make 100 points."
    type_maximum(rubric, keys, 0, "9")
    judged(rubric.draft)
    assert rubric.sums.words.text() == "Services that do not make 100 points: 29 of 29"
    assert "103 / 100" in lines(rubric.sums)[0]
    assert "42 / 39" in lines(rubric.sums)[0]
    keys.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    judged(rubric.draft)
    assert rubric.sums.words.text() == "All 29 services make 100 points."


def test_a_problem_leads_to_its_cell(rubric, keys, judged) -> None:
    rubric.table.go_to(2, MAXIMUM)
    keys.type("x")
    keys.press(Qt.Key.Key_Return)
    judged(rubric.draft)
    rubric.table.go_to(0, 0)
    rubric.bar.problems.click()
    keys.press(Qt.Key.Key_Return)
    assert rubric.table.current() == (2, MAXIMUM)


def test_the_pane_edits_the_chosen_indicator(rubric, keys) -> None:
    rubric.table.go_to(1, 0)
    rubric.pane.guidance.setFocus()
    rubric.pane.guidance.replace_text("see the file")
    rubric.table.take_focus()
    assert rubric.draft.sheets.of("indicators")[1].text("guidance") == "see the file"
    rubric.pane.may_be_out.click()
    assert rubric.draft.sheets.of("indicators")[1].text("allow_not_applicable") == "yes"


def test_levels_typed_in_the_pane_belong_to_its_indicator(rubric, keys) -> None:
    rubric.table.go_to(0, 0)
    levels = rubric.pane.levels
    count = levels.sheet.count()
    levels.go_to(count, 0)
    levels.take_focus()
    keys.type("F")
    keys.press(Qt.Key.Key_Return)
    added = [row for row in rubric.draft.sheets.of("levels") if row.text("label") == "F"]
    assert [row.text("indicator") for row in added] == ["C1"]
    rubric.table.go_to(1, 0)
    assert "F" not in [levels.sheet.stored(row, 0) for row in range(levels.sheet.count())]


def test_the_formula_of_a_measure_is_edited_in_the_pane(rubric) -> None:
    rubric.table.go_to(2, 0)
    form = rubric.pane.measure
    assert form.isVisible()
    assert form.formula.value == "steps"
    form.parameters.setText("steps=90:100|0:50")
    form.store()
    (row,) = [row for row in rubric.draft.sheets.of("measures") if row.text("indicator") == "C3"]
    assert row.text("parameters") == "steps=90:100|0:50"


def test_a_lower_maximum_after_hand_out_shows_its_effects_and_asks_why(
    rubric, round_page, round_folder, keys, judged, planned, qtbot
) -> None:
    merged(round_page, round_folder, qtbot)
    swap_maxima(rubric, keys, judged)
    view = planned()
    said = lines(view)
    assert any(line.startswith("Marks to enter again") for line in said)
    assert "indicator C1: maximum 6 → 3" in said
    assert round_page.session.definition.indicators[0].max_points == 6
    keys.press(Qt.Key.Key_Return)
    assert view.isVisible(), "no reason was given"
    keys.type("the council decided")
    with qtbot.waitSignal(round_page.session.definition_changed):
        keys.press(Qt.Key.Key_Return)
    assert round_page.session.definition.indicators[0].max_points == 3
    judged(rubric.draft)
    assert not rubric.draft.is_changed
    assert rubric.table.isVisible()


def test_a_plan_can_be_left(rubric, round_page, keys, judged, planned) -> None:
    swap_maxima(rubric, keys, judged)
    planned().back.click()
    assert rubric.table.isVisible()
    assert rubric.draft.is_changed
    assert round_page.session.definition.indicators[0].max_points == 6


def test_after_a_change_update_books_are_asked_for(
    rubric, round_page, keys, judged, planned, qtbot, tmp_path
) -> None:
    swap_maxima(rubric, keys, judged)
    planned()
    keys.type("because")
    with qtbot.waitSignals([round_page.session.definition_changed, round_page.session.read]):
        keys.press(Qt.Key.Key_Return)
    round_page.show_page("hand_out")
    page = round_page.page("hand_out")
    assert page._write.text() == "Write update books…"
    assert "E1, E2, Q1" in page._outdated.text()
    with qtbot.waitSignal(round_page.session.handed_out):
        page.write_to(tmp_path / "updates")
    assert page._write.text() == "Write score books…"
    assert (tmp_path / "updates" / "Hand-out list.xlsx").is_file()


def test_leaving_the_round_keeps_the_edits_for_the_next_time(
    rubric, window, open_in_window, round_folder, keys, judged
) -> None:
    type_maximum(rubric, keys, 0, "5")
    window.close_document()
    with open_round(round_folder / "a.round") as desk:
        assert desk.definition.indicators[0].max_points == 6
    again = open_in_window(round_folder / "a.round").page("rubric")
    judged(again.draft)
    assert again.draft.is_changed
    assert again.table.sheet.stored(0, MAXIMUM) == "5"


def test_control_and_tab_lead_out_of_every_table(rubric: RubricPage, keys) -> None:
    out, back = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    rubric.take_focus()
    keys.type("C1")
    keys.press(Qt.Key.Key_Tab, out)
    focused = rubric.window().focusWidget()
    assert not rubric.table.isAncestorOf(focused)
    assert not rubric.table.editor.is_typing
    while focused is not rubric.pane.guidance:
        keys.press(Qt.Key.Key_Tab)
        focused = rubric.window().focusWidget()
    keys.press(Qt.Key.Key_Tab)
    assert rubric.window().focusWidget() is rubric.pane.levels.editor
    keys.press(Qt.Key.Key_Tab, out)
    assert rubric.window().focusWidget() is rubric.pane.may_be_out
    rubric.take_focus()
    keys.press(Qt.Key.Key_Backtab, out | back)
    assert rubric.window().focusWidget().objectName() == "indicators"  # the chip above


def test_levels_can_be_typed_where_there_are_none(rubric: RubricPage, keys) -> None:
    last = rubric.table.sheet.count() - 1
    rubric.table.go_to(last, 0)
    assert rubric.pane.levels.sheet.count() == 0
    rubric.pane.levels.setFocus()
    keys.commit("우수")
    keys.press(Qt.Key.Key_Return)
    assert rubric.pane.levels.sheet.count() == 1
