"""The grid by keyboard against a real book: typing, moving, leaving; what the file holds counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from ui.grid.cells import Look
from ui.grid.editor import GridEditor
from ui.scoring.cell import COMMENT, RECUSAL, Cell
from ui.scoring.orders import Order
from ui.theme.glyphs import Glyph

if TYPE_CHECKING:
    from ui.grid.pane import GridPane
    from ui.scoring.page import ScoreBookPage

K = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def stored(page: ScoreBookPage, number: int, code: str) -> dict[str, str]:
    sheets = map(page.desk.sheet, page.desk.services())
    sheet = next(sheet for sheet in sheets if sheet.service.number == number)
    row = next(row for row in sheet.rows() if row.indicator.code == code)
    return dict(row.mark.values)


def here(grid: GridPane) -> tuple[str, str]:
    row, column = grid.table.place()
    return grid.model.row(row).number, grid.model.columns[column].code


def service(page: ScoreBookPage, number: int) -> bytes:
    uids = page.desk.services()
    return next(uid for uid in uids if page.desk.sheet(uid).service.number == number)


def recuse(page: ScoreBookPage, number: int) -> None:
    page.desk.enter(Cell(service(page, number), None, RECUSAL), "이해관계")


# --- typing and going on -----------------------------------------------------------------------


def test_digits_replace_what_stands_there_and_enter_goes_down(scoring, grid, go, keys) -> None:
    go(12, "C5")
    for number, digits in ((12, "3.3"), (13, "4.2"), (14, "5")):
        assert here(grid) == (str(number), "C5")
        keys.type(digits)
        keys.press(K.Key_Return)
        assert stored(scoring, number, "C5") == {"score": digits}
    assert here(grid) == ("15", "C5")
    keys.press(K.Key_Return, SHIFT)
    assert here(grid) == ("14", "C5")


def test_tab_goes_right_and_on_to_the_next_service(scoring, grid, go, keys) -> None:
    go(13, "C7")
    for code, digits in (("C7", "81"), ("C8", "2.5")):
        assert here(grid) == ("13", code)
        keys.type(digits)
        keys.press(K.Key_Tab)
        assert stored(scoring, 13, code) == {"score": digits}
    assert here(grid) == ("14", "C1")
    keys.press(K.Key_Backtab)
    assert here(grid) == ("13", "C8")


def test_arrows_store_what_was_typed_and_move(scoring, grid, go, keys) -> None:
    go(13, "C5")
    for key, place in (
        (K.Key_Right, ("13", "C6")),
        (K.Key_Down, ("14", "C6")),
        (K.Key_Left, ("14", "C5")),
        (K.Key_Up, ("13", "C5")),
    ):
        number, code = here(grid)
        keys.type("2.2")
        keys.press(key)
        assert stored(scoring, int(number), code) == {"score": "2.2"}
        assert here(grid) == place


def test_enter_at_the_bottom_goes_on_at_the_top_of_the_next_column(scoring, grid, go, keys) -> None:
    grid.table.go_to((grid.model.rowCount() - 1, 0))
    keys.press(K.Key_Return)
    assert grid.table.place() == (0, 1)


def test_a_double_click_mends_a_mark(scoring, grid, at, qtbot, keys) -> None:
    box = grid.table.visualRect(grid.model.index(*at(3, "C7")))
    before = stored(scoring, 3, "C7")["score"]
    viewport = grid.table.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=box.center())
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=box.center())
    assert keys.target().text() == before
    keys.press(K.Key_Home)
    keys.press(K.Key_Right)  # inside the text
    keys.press(K.Key_Backspace)
    keys.press(K.Key_Return)
    assert stored(scoring, 3, "C7")["score"] == before[1:]


def test_escape_leaves_the_field_and_stores_nothing(scoring, grid, go, keys) -> None:
    go(3, "C5")
    before = stored(scoring, 3, "C5")
    keys.type("1.1")
    keys.press(K.Key_Escape)
    keys.press(K.Key_Return)
    assert stored(scoring, 3, "C5") == before


def test_taking_back_all_typing_leaves_the_mark(scoring, grid, go, keys) -> None:
    go(3, "C5")
    before = stored(scoring, 3, "C5")
    keys.type("1")
    keys.press(K.Key_Z, CONTROL)
    keys.press(K.Key_Return)
    assert stored(scoring, 3, "C5") == before


def test_a_refused_entry_stays_red_with_its_sentence(scoring, grid, go, at, keys) -> None:
    go(13, "C5")
    keys.type("7")
    keys.press(K.Key_Return)
    assert here(grid) == ("13", "C5")
    cell = grid.model.cell(*at(13, "C5"))
    assert (cell.look, cell.text) == (Look.REFUSED, "7")
    assert "6" in keys.target().accessibleDescription()
    assert keys.target().accessibleDescription() in grid.line.text()
    assert grid.model.row(at(13, "C5")[0]).glyph is Glyph.ERROR
    keys.press(K.Key_Return)  # once more: go on and leave it red
    assert here(grid) == ("14", "C5")
    assert scoring.desk.draft_count() == 1
    go(13, "C5")
    keys.press(K.Key_Escape)
    assert scoring.desk.draft_count() == 0
    assert grid.model.cell(*at(13, "C5")).look is Look.EMPTY


def test_a_grade_is_typed_by_number_or_in_hangul(scoring, grid, go, keys) -> None:
    go(13, "C4")
    keys.type("2")
    keys.press(K.Key_Return)
    keys.commit("보통")
    keys.press(K.Key_Return)
    assert stored(scoring, 13, "C4") == {"score": "우수"}
    assert stored(scoring, 14, "C4") == {"score": "보통"}


@pytest.mark.parametrize("way", ["enter", "tab", "arrow", "mouse", "order", "undo key", "close"])
def test_a_composing_syllable_is_never_lost(
    scoring, grid, go, at, keys, qtbot, window, way: str
) -> None:
    go(13, "C4")
    desk, uid = scoring.desk, service(scoring, 13)
    keys.compose("탁")
    there = grid.table.visualRect(grid.model.index(*at(2, "C1"))).center()
    viewport, left = grid.table.viewport(), Qt.MouseButton.LeftButton
    leave = {
        "enter": lambda: keys.press(K.Key_Return),
        "tab": lambda: keys.press(K.Key_Tab),
        "arrow": lambda: keys.press(K.Key_Down),
        "mouse": lambda: qtbot.mouseClick(viewport, left, pos=there),
        "order": lambda: keys.press(K.Key_T, CONTROL),
        "undo key": lambda: scoring.store(),
        "close": window.close_document,
    }
    leave[way]()
    row = desk.overview.row(uid, "C4")
    assert dict(row.mark.values) == {"score": "탁월"}


def test_a_composition_given_up_clears_nothing(scoring, grid, go, keys) -> None:
    go(3, "C4")
    before = stored(scoring, 3, "C4")
    keys.compose("탁")
    keys.compose("")
    keys.press(K.Key_Return)
    assert stored(scoring, 3, "C4") == before


# --- delete, not applicable, comment -----------------------------------------------------------


def test_delete_clears_the_selection_as_one_step(scoring, grid, go, keys) -> None:
    go(2, "C1")
    before = [stored(scoring, number, code) for number in (2, 3) for code in ("C1", "C2")]
    keys.press(K.Key_Right, SHIFT)
    keys.press(K.Key_Down, SHIFT)
    keys.press(K.Key_Delete)
    places = [(number, code) for number in (2, 3) for code in ("C1", "C2")]
    assert [stored(scoring, *place) for place in places] == [{}] * 4
    assert stored(scoring, 4, "C1")
    scoring.steps.undo()
    assert [stored(scoring, *place) for place in places] == before


def test_backspace_and_enter_clear_one_mark(scoring, grid, go, keys) -> None:
    go(2, "C1")
    keys.press(K.Key_Backspace)
    keys.press(K.Key_Return)
    assert stored(scoring, 2, "C1") == {}


def test_delete_takes_a_refused_entry_and_not_applicable_too(scoring, grid, go, keys) -> None:
    go(13, "C7")
    keys.press(K.Key_F4)
    go(13, "C6")
    keys.type("99")
    keys.press(K.Key_Right)
    keys.press(K.Key_Left, SHIFT)
    keys.press(K.Key_Delete)
    assert scoring.desk.draft_count() == 0
    assert stored(scoring, 13, "C7") == {}


def test_not_applicable_is_toggled_where_the_rubric_allows_it(scoring, grid, go, at, keys) -> None:
    go(13, "C4")
    grid.entry.toggle_not_applicable()
    assert stored(scoring, 13, "C4") == {}
    go(13, "C7")
    keys.press(K.Key_F4)
    assert stored(scoring, 13, "C7") == {"not_applicable": "yes"}
    cell = grid.model.cell(*at(13, "C7"))
    assert (cell.look, cell.text, cell.glyph) == (Look.OUT, "해당 없음", Glyph.FLAG)
    keys.type("90")  # a mark means that it does apply
    keys.press(K.Key_Return)
    assert stored(scoring, 13, "C7") == {"score": "90"}


def test_the_comment_stands_in_the_sheet_of_the_service(scoring, grid, go, keys) -> None:
    go(14, "C5")
    keys.type("4")
    keys.press(K.Key_F2)
    work = scoring.work
    assert work.order is Order.SERVICE
    cell = work.sheet.flow.current()
    assert (cell.service, cell.field) == (service(scoring, 14), COMMENT)
    assert stored(scoring, 14, "C5") == {"score": "4"}
    keys.commit("점검 기록")
    keys.press(K.Key_Return)
    assert scoring.desk.overview.row(cell.service, "C5").comment == "점검 기록"
    work.toggle_grid()
    assert here(grid)[0] == "14"


# --- what takes nothing ------------------------------------------------------------------------


def test_a_recused_service_takes_no_entry(scoring, grid, go, keys) -> None:
    recuse(scoring, 5)
    before = stored(scoring, 5, "C5")
    go(5, "C5")
    keys.type("1")
    keys.commit("탁")
    keys.press(K.Key_Delete)
    keys.press(K.Key_Backspace)
    keys.press(K.Key_Return)
    assert stored(scoring, 5, "C5") == before
    assert scoring.desk.draft_count() == 0
    go(4, "C5")
    keys.press(K.Key_Return)
    assert here(grid) == ("6", "C5")  # Enter passes it by


def test_a_book_only_being_read_takes_no_entry(open_in_window, book_of, keys, clipboard) -> None:
    from workbench.scoring.book import open_book

    with open_book(book_of("E1")):
        page = open_in_window(book_of("E1"))
        page.work.toggle_grid()
        grid = page.work.grid
        before = grid.model.cell(0, 0).stored
        assert page.desk.read_at is not None
        keys.type("1")
        keys.press(K.Key_Return)
        clipboard("1")
        keys.press(K.Key_V, CONTROL)
        keys.press(K.Key_Delete)
        assert grid.model.cell(0, 0).stored == before
        assert page.desk.draft_count() == 0


def test_the_wheel_changes_no_mark(scoring, grid, go, keys) -> None:
    go(3, "C5")
    before = stored(scoring, 3, "C5")
    wheel = QWheelEvent(
        QPointF(9, 9),
        QPointF(9, 9),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(keys.target(), wheel)
    keys.press(K.Key_Return)
    assert stored(scoring, 3, "C5") == before


# --- orders and places -------------------------------------------------------------------------


def test_the_place_goes_with_the_person_through_the_orders(scoring, grid, go, keys) -> None:
    work = scoring.work
    go(7, "C5")
    keys.press(K.Key_T, CONTROL)
    assert work.order is Order.SERVICE
    cell = work.sheet.flow.current()
    assert cell.service == service(scoring, 7)
    assert work.sheet.flow.row(cell).indicator.code == "C5"
    assert isinstance(keys.target(), type(work.sheet.canvas.editor))
    keys.press(K.Key_Down)
    work.toggle_grid()
    assert here(grid) == ("7", "C6")
    assert isinstance(keys.target(), GridEditor)
    keys.press(K.Key_Down)
    work.toggle_grid()
    assert work.order is Order.SERVICE
    assert work.sheet.subject().service == service(scoring, 8)


def test_the_grid_goes_back_to_the_order_it_was_opened_from(scoring) -> None:
    work = scoring.work
    work.show_order(Order.INDICATOR)
    work.toggle_grid()
    work.toggle_grid()
    assert work.order is Order.INDICATOR


def test_the_place_in_the_grid_is_kept_over_a_restart(
    scoring, grid, go, keys, window, open_in_window, book_of
) -> None:
    go(9, "C6")
    keys.type("9")
    window.close_document()
    page = open_in_window(book_of("E1"))
    assert page.work.order is Order.GRID
    assert here(page.work.grid) == ("9", "C6")
    assert isinstance(keys.target(), GridEditor)
    assert page.work.grid.entry.here().text == "9"  # refused, kept as a draft


def test_the_panes_keep_their_widths_while_the_grid_is_shown(
    scoring, window, open_in_window, book_of
) -> None:
    work = scoring.work
    work.take_widths([300, 642, 336])
    before = work.widths()
    assert before == [300, 642, 336]
    work.toggle_grid()
    assert not work.list_pane.isVisible()
    assert work.place()["panes"] == before
    window.close_document()
    again = open_in_window(book_of("E1")).work
    assert again.order is Order.GRID
    again.toggle_grid()
    assert again.list_pane.isVisible()
    assert again.widths() == before


@pytest.mark.parametrize("widths", [None, "wide", [1, 2]])
def test_widths_that_make_no_sense_are_the_usual_ones(scoring, widths: object) -> None:
    work = scoring.work
    usual = work.widths()
    work.take_widths([300, 642, 336])
    assert work.widths() != usual
    work.take_widths(widths)
    assert work.widths() == usual


def test_undo_brings_the_keyboard_to_what_changed(scoring, grid, go, keys) -> None:
    go(2, "C8")
    before = stored(scoring, 2, "C8")
    keys.type("0")
    keys.press(K.Key_Return)
    go(20, "C1")
    keys.press(K.Key_Z, CONTROL)
    assert stored(scoring, 2, "C8") == before
    assert here(grid) == ("2", "C8")
    assert scoring.work.order is Order.GRID


@pytest.mark.parametrize("act", ["search", "check_service", "recuse"])
def test_what_the_grid_has_no_room_for_is_done_by_service(scoring, grid, go, act: str) -> None:
    go(7, "C5")
    getattr(scoring.work, act)()
    assert scoring.work.order is Order.SERVICE
    assert scoring.work.sheet.subject().service == service(scoring, 7)


def test_the_next_incomplete_cell_is_found(scoring, grid, go, keys) -> None:
    go(3, "C1")
    keys.press(K.Key_F6)
    assert here(grid) == ("13", "C4")
    keys.press(K.Key_F6)
    assert here(grid) == ("13", "C5")
    keys.press(K.Key_PageDown, CONTROL)
    assert here(grid) == ("14", "C5")


def test_control_and_an_arrow_lead_to_the_edge(grid, go, keys) -> None:
    go(3, "C5")
    for key, place in (
        (K.Key_Right, ("3", "C8")),
        (K.Key_Up, ("1", "C8")),
        (K.Key_Left, ("1", "C1")),
        (K.Key_Down, (grid.model.row(grid.model.rowCount() - 1).number, "C1")),
    ):
        keys.press(key, CONTROL)
        assert here(grid) == place


def test_control_tab_leads_out_of_the_grid(scoring, grid, go, keys) -> None:
    go(3, "C5")
    keys.press(K.Key_Tab, CONTROL)
    assert not grid.table.editor.hasFocus()


def test_the_help_pane_follows_the_cell_and_the_typing(scoring, grid, go, keys) -> None:
    go(13, "C7")
    keys.type("50")
    assert "2.50" in grid.line.text()
    assert scoring.work.help.guide.isVisible()


def test_a_level_is_chosen_from_the_help_pane(scoring, grid, go) -> None:
    go(13, "C4")
    scoring.work.help.level_chosen.emit("우수")
    assert stored(scoring, 13, "C4") == {"score": "우수"}


def test_the_grid_speaks_the_other_language_at_once(grid, speak, qtbot) -> None:
    for language, word in (("en", "Total"), ("ko", "합계")):
        speak(language)
        qtbot.waitUntil(lambda word=word: grid.model.columns[-1].code == word)
