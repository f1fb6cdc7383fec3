"""A table edited in place with real keys: the draft holds what the table shows, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication

from models.definitions import set_fact
from ui.theme.runs import RunLine
from workbench.rounds.desk import open_round
from workbench.rounds.finality import FACT
from workbench.setup.draft import stored_draft

if TYPE_CHECKING:
    from ui.setup.rubric_page import RubricPage
    from ui.setup.sheet_table import SheetTable

NAME, MAXIMUM, SCALE = 3, 6, 5
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def rubric(show) -> RubricPage:
    return show("rubric")


@pytest.fixture
def table(rubric: RubricPage) -> SheetTable:
    return rubric.table


def names(table: SheetTable) -> list[str]:
    return [table.sheet.stored(row, NAME) for row in range(table.sheet.count())]


def test_typing_replaces_a_cell_and_enter_goes_down(table, rubric, keys) -> None:
    table.go_to(0, MAXIMUM)
    keys.type("7.5")
    keys.press(Qt.Key.Key_Return)
    assert table.sheet.stored(0, MAXIMUM) == "7.5"
    assert table.current() == (1, MAXIMUM)
    assert rubric.draft.is_changed


def test_f2_mends_what_stands_there_and_escape_leaves_it(table, keys) -> None:
    before = table.sheet.stored(0, NAME)
    table.go_to(0, NAME)
    keys.press(Qt.Key.Key_F2)
    keys.press(Qt.Key.Key_End)
    keys.type("!")
    keys.press(Qt.Key.Key_Return)
    assert table.sheet.stored(0, NAME) == f"{before}!"
    keys.type("gone")
    keys.press(Qt.Key.Key_Escape)
    assert names(table)[1] != "gone"


def test_hangul_is_composed_in_the_cell_and_committed_before_it_moves(table, keys) -> None:
    table.go_to(0, NAME)
    keys.commit("지표")
    keys.compose("명")
    keys.press(Qt.Key.Key_Return)
    assert table.sheet.stored(0, NAME) == "지표명"


def test_a_step_is_taken_back_and_done_again(table, rubric, keys) -> None:
    before = table.sheet.stored(0, MAXIMUM)
    table.go_to(0, MAXIMUM)
    keys.type("9")
    keys.press(Qt.Key.Key_Return)
    assert rubric.draft.undo_name == "Maximum"
    keys.press(Qt.Key.Key_Z, CONTROL)
    assert table.sheet.stored(0, MAXIMUM) == before
    assert not rubric.draft.is_changed
    assert "Taken back: Maximum" in [line.text() for line in rubric.head.findChildren(RunLine)]
    keys.press(Qt.Key.Key_Y, CONTROL)
    assert table.sheet.stored(0, MAXIMUM) == "9"


def test_a_block_from_a_spreadsheet_is_one_step(table, rubric, keys) -> None:
    QGuiApplication.clipboard().setText("가\t정성\n나\tQuantitative\n")
    table.go_to(0, NAME)
    keys.press(Qt.Key.Key_V, CONTROL)
    assert names(table)[:2] == ["가", "나"]
    assert table.sheet.stored(1, NAME + 1) == "quantitative"
    keys.press(Qt.Key.Key_Z, CONTROL)
    assert not rubric.draft.is_changed


def test_rows_pasted_below_the_last_are_new_rows(table, keys) -> None:
    count = table.sheet.count()
    QGuiApplication.clipboard().setText("X1\nX2\n")
    table.go_to(count, 0)
    keys.press(Qt.Key.Key_V, CONTROL)
    assert table.sheet.count() == count + 2
    assert table.sheet.stored(count + 1, 0) == "X2"


def test_what_is_copied_can_be_pasted(table, keys) -> None:
    before = [table.sheet.stored(0, column) for column in range(table.sheet.columnCount())]
    table.select(QRect(0, 0, table.sheet.columnCount(), 1))
    keys.press(Qt.Key.Key_C, CONTROL)
    count = table.sheet.count()
    table.go_to(count, 0)
    keys.press(Qt.Key.Key_V, CONTROL)
    again = [table.sheet.stored(count, column) for column in range(table.sheet.columnCount())]
    assert again == before


def test_delete_empties_the_selected_cells(table, keys) -> None:
    table.go_to(0, NAME)
    keys.press(Qt.Key.Key_Down, SHIFT)
    keys.press(Qt.Key.Key_Delete)
    assert names(table)[:2] == ["", ""]


def test_rows_are_added_removed_and_moved_by_keys(table, keys) -> None:
    first, second, *rest = names(table)
    table.go_to(0, NAME)
    keys.press(Qt.Key.Key_Down, ALT)
    assert names(table) == [second, first, *rest]
    assert table.current() == (1, NAME)
    keys.press(Qt.Key.Key_Insert)
    assert names(table) == [second, first, "", *rest]
    assert table.current() == (2, 0)
    keys.press(Qt.Key.Key_Delete, CONTROL)
    assert names(table) == [second, first, *rest]


def test_a_fixed_value_is_chosen_from_a_list(table, keys) -> None:
    table.go_to(0, SCALE)
    keys.press(Qt.Key.Key_F2)
    assert table.commands.popup.list.currentItem().text() == "Points"
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    assert table.sheet.stored(0, SCALE) == "rating"
    assert keys.target() is table.editor
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Escape)
    assert table.sheet.stored(0, SCALE) == "rating"
    assert keys.target() is table.editor


def test_a_wrong_cell_is_said_below_the_table(table, rubric, keys, judged) -> None:
    table.go_to(0, MAXIMUM)
    keys.type("6,5")
    keys.press(Qt.Key.Key_Return)
    judged(rubric.draft)
    table.go_to(0, MAXIMUM)
    assert "not a number" in table.sheet.wrong(0, MAXIMUM)
    assert table.editor.accessibleDescription() == table.sheet.wrong(0, MAXIMUM)
    assert not rubric.bar.apply.isEnabled()


def test_an_unknown_value_is_answered_with_the_words_of_the_table(
    table, rubric, keys, judged
) -> None:
    table.go_to(0, SCALE)
    keys.type("stars")
    keys.press(Qt.Key.Key_Return)
    judged(rubric.draft)
    assert "Points, Rating 0–100, Grade, Measure, Survey" in table.sheet.wrong(0, SCALE)


def test_edits_survive_a_crash(table, keys, round_folder) -> None:
    table.go_to(0, NAME)
    keys.type("kept")
    keys.press(Qt.Key.Key_Return)
    with open_round(round_folder / "a.round", read_only=True) as desk:
        assert stored_draft(desk).of("indicators")[0].text("name") == "kept"


def test_what_is_being_typed_is_kept_on_closing(
    table, keys, window, open_in_window, round_folder, judged
) -> None:
    table.go_to(0, NAME)
    keys.type("half")
    window.close_document()
    again = open_in_window(round_folder / "a.round").page("rubric")
    judged(again.draft)
    assert again.draft.sheets.of("indicators")[0].text("name") == "half"


def test_discarding_is_a_step_too(table, rubric, keys) -> None:
    table.go_to(0, NAME)
    keys.type("other")
    keys.press(Qt.Key.Key_Return)
    rubric.bar.discard.click()
    assert not rubric.draft.is_changed
    rubric.draft.undo()
    assert table.sheet.stored(0, NAME) == "other"


def test_a_round_that_is_only_read_cannot_be_edited(
    open_in_window, round_folder, keys, speak
) -> None:
    speak("en")
    with open_round(round_folder / "a.round"):
        page = open_in_window(round_folder / "a.round")
        page.show_page("rubric")
        rubric = page.page("rubric")
        before = rubric.table.sheet.stored(0, NAME)
        rubric.table.go_to(0, NAME)
        keys.press(Qt.Key.Key_Delete)
        keys.press(Qt.Key.Key_F2)
        assert rubric.table.sheet.stored(0, NAME) == before
        assert not rubric.import_button.isEnabled()
        assert not rubric.draft.is_changed


def test_a_final_round_cannot_be_edited(round_folder, open_in_window, speak, keys, judged) -> None:
    speak("en")
    with open_round(round_folder / "a.round") as desk, desk.store.write() as connection:
        set_fact(connection, FACT, "00")
    page = open_in_window(round_folder / "a.round")
    page.show_page("rubric")
    rubric = page.page("rubric")
    judged(rubric.draft)
    rubric.table.go_to(0, NAME)
    keys.press(Qt.Key.Key_Delete)
    assert not rubric.draft.is_changed
    assert not rubric.import_button.isEnabled()


def test_the_model_keeps_qts_rules(table, qtmodeltester) -> None:
    qtmodeltester.check(table.sheet)
