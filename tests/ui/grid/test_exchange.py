"""Copy and paste between the grid and a spreadsheet; what is asserted is what the file holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt

from ui.grid.editor import GridEditor
from ui.scoring.cell import RECUSAL, Cell
from workbench.scoring.book import open_book
from workbench.scoring.pasting import block_of

if TYPE_CHECKING:
    from pathlib import Path

    from ui.scoring.page import ScoreBookPage

K = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ACCEPTED = "4.1\t3.9\t우수\t5.2\r\n4.4\t\t탁월\t5\r\n3.3\t2\t\t1.5\r\n"
"""Services 13 to 15 from C1 to C5, as a spreadsheet writes it; two cells are blank."""
REFUSED = "4.1\t9.9\t우수\t5.2\t3\r\n4.4\t4\t없는 등급\tx\t3\r\n"


def marks(page: ScoreBookPage) -> dict[tuple[int, str], dict[str, str]]:
    return {
        (sheet.service.number, row.indicator.code): dict(row.mark.values)
        for sheet in map(page.desk.sheet, page.desk.services())
        for row in sheet.rows()
    }


def in_file(path: Path) -> dict[tuple[int, str], dict[str, str]]:
    with open_book(path) as book:
        return {
            (sheet.service.number, row.indicator.code): dict(row.mark.values)
            for sheet in book.sheets()
            for row in sheet.rows()
        }


def test_an_accepted_block_is_stored_at_once_and_stands_in_the_file(
    scoring, grid, go, keys, clipboard, window, book_of
) -> None:
    before = marks(scoring)
    go(13, "C1")
    clipboard(ACCEPTED)
    keys.press(K.Key_V, CONTROL)
    after = marks(scoring)
    pasted = {
        (13, "C1"): "4.1", (13, "C2"): "3.9", (13, "C4"): "우수", (13, "C5"): "5.2",
        (14, "C1"): "4.4", (14, "C4"): "탁월", (14, "C5"): "5",
        (15, "C1"): "3.3", (15, "C2"): "2", (15, "C5"): "1.5",
    }  # fmt: skip
    assert after == before | {place: {"score": value} for place, value in pasted.items()}
    assert "10" in grid.line.text()
    assert "2" in grid.line.text()
    assert grid.refused.isHidden()
    assert grid.table.selected() == QRect(0, grid.table.place()[0], 4, 3)
    window.close_document()
    assert in_file(book_of("E1")) == after


def test_one_step_back_takes_the_whole_block_away(
    scoring, grid, go, keys, clipboard, window, book_of
) -> None:
    before = marks(scoring)
    go(13, "C1")
    clipboard(ACCEPTED)
    keys.press(K.Key_V, CONTROL)
    keys.press(K.Key_Z, CONTROL)
    assert marks(scoring) == before
    keys.press(K.Key_Y, CONTROL)
    assert marks(scoring)[14, "C4"] == {"score": "탁월"}
    keys.press(K.Key_Z, CONTROL)
    window.close_document()
    assert in_file(book_of("E1")) == before


def test_a_block_with_refused_cells_stores_nothing_and_names_every_one(
    scoring, grid, go, keys, clipboard, window, book_of
) -> None:
    before = marks(scoring)
    go(13, "C1")
    clipboard(REFUSED)
    keys.press(K.Key_V, CONTROL)
    assert marks(scoring) == before
    assert scoring.desk.draft_count() == 0
    panel = grid.refused
    assert panel.isVisible()
    said = [panel.model.words(row) for row in range(panel.model.rowCount())]
    names = {sheet.service.number: sheet.service.name for sheet in scoring.desk.book.sheets()}
    assert [words[:3] for words in said] == [
        (f"13 {names[13]}", "C2", "9.9"),
        (f"14 {names[14]}", "C4", "없는 등급"),
        (f"14 {names[14]}", "C5", "x"),
    ]
    assert all(words[3].endswith(("요.", "다.")) for words in said)
    window.close_document()
    assert in_file(book_of("E1")) == before


def test_the_list_of_refused_cells_leads_to_each_and_goes_by_escape(
    grid, go, at, keys, clipboard
) -> None:
    go(13, "C1")
    clipboard(REFUSED)
    keys.press(K.Key_V, CONTROL)
    keys.press(K.Key_Down)
    keys.press(K.Key_Return)
    assert grid.table.place() == at(14, "C4")
    assert isinstance(keys.target(), GridEditor)
    assert grid.refused.isVisible()
    keys.press(K.Key_Tab, CONTROL)  # back into the list
    assert not isinstance(keys.target(), GridEditor)
    keys.press(K.Key_Escape)
    assert grid.refused.isHidden()
    assert isinstance(keys.target(), GridEditor)


def test_escape_in_the_grid_puts_the_list_away_too(grid, go, keys, clipboard) -> None:
    go(13, "C1")
    clipboard(REFUSED)
    keys.press(K.Key_V, CONTROL)
    keys.press(K.Key_Return)
    keys.press(K.Key_Escape)
    assert grid.refused.isHidden()


def test_a_block_that_sticks_out_is_refused_where_it_does(
    scoring, grid, go, at, keys, clipboard
) -> None:
    before = marks(scoring)
    last = grid.model.row(grid.model.rowCount() - 1).number
    grid.table.go_to(at(int(last), "C8"))
    clipboard("3\t30\t1\n3\n")
    keys.press(K.Key_V, CONTROL)
    model = grid.refused.model
    reasons = [model.row(row).why.key for row in range(model.rowCount())]
    assert reasons == ["paste_computed", "paste_beside", "paste_below"]
    for _ in reasons:
        keys.press(K.Key_Return)  # a place outside is brought near, and breaks nothing
        keys.press(K.Key_Tab, CONTROL)
        keys.press(K.Key_Down)
    assert marks(scoring) == before


def test_what_is_copied_and_pasted_back_changes_nothing(scoring, grid, go, keys, clipboard) -> None:
    scoring.desk.enter(Cell(scoring.desk.services()[4], None, RECUSAL), "이해관계")
    go(13, "C7")
    keys.press(K.Key_F4)
    go(1, "C1")
    before = marks(scoring)
    step = scoring.desk.book.last_step
    keys.press(K.Key_A, CONTROL)
    keys.press(K.Key_C, CONTROL)
    block = block_of(clipboard())
    assert len(block) == grid.model.rowCount()
    assert {len(row) for row in block} == {grid.model.columnCount() - 1}  # without the total
    assert block[12][5] == "해당 없음"
    keys.press(K.Key_V, CONTROL)
    assert grid.refused.isHidden()
    assert marks(scoring) == before
    assert scoring.desk.book.last_step is step


def test_a_block_copied_here_is_pasted_there(scoring, grid, go, keys, clipboard) -> None:
    go(1, "C1")
    keys.press(K.Key_Down, SHIFT)
    keys.press(K.Key_Right, SHIFT)
    keys.press(K.Key_C, CONTROL)
    found = marks(scoring)
    assert clipboard() == "".join(
        f"{found[number, 'C1']['score']}\t{found[number, 'C2']['score']}\n" for number in (1, 2)
    )
    go(20, "C1")
    keys.press(K.Key_V, CONTROL)
    after = marks(scoring)
    for source, target in ((1, 20), (2, 21)):
        for code in ("C1", "C2"):
            assert after[target, code] == found[source, code]


def test_one_value_fills_a_selection(scoring, grid, go, keys, clipboard) -> None:
    go(14, "C1")
    keys.press(K.Key_Down, SHIFT)
    keys.press(K.Key_Right, SHIFT)
    clipboard("3.5\n")
    keys.press(K.Key_V, CONTROL)
    found = marks(scoring)
    for place in ((14, "C1"), (14, "C2"), (15, "C1"), (15, "C2")):
        assert found[place] == {"score": "3.5"}
    assert found[16, "C1"] == {}


def test_a_recused_service_refuses_a_block(scoring, grid, go, keys, clipboard) -> None:
    scoring.desk.enter(Cell(scoring.desk.services()[1], None, RECUSAL), "이해관계")
    before = marks(scoring)
    go(1, "C1")
    clipboard("1.1\n1.2\n")
    keys.press(K.Key_V, CONTROL)
    model = grid.refused.model
    assert [model.row(row).why.key for row in range(model.rowCount())] == ["paste_recused"]
    assert marks(scoring) == before


def test_pasting_over_a_refused_entry_makes_it_right(scoring, grid, go, keys, clipboard) -> None:
    go(3, "C5")
    before = marks(scoring)[3, "C5"]
    keys.type("99")
    keys.press(K.Key_Down)
    go(3, "C5")
    assert scoring.desk.draft_count() == 1
    clipboard(before["score"])  # what the file holds already
    keys.press(K.Key_V, CONTROL)
    assert scoring.desk.draft_count() == 0
    assert marks(scoring)[3, "C5"] == before


def test_nothing_on_the_clipboard_is_said_calmly(scoring, grid, go, keys, clipboard) -> None:
    go(3, "C5")
    before = marks(scoring)
    clipboard("")
    keys.press(K.Key_V, CONTROL)
    assert grid.line.text()
    clipboard(" \t \n")
    keys.press(K.Key_V, CONTROL)
    assert marks(scoring) == before
    assert grid.refused.isHidden()


def test_figures_are_copied_as_typed_and_pasted_with_thousands(
    open_in_window, book_of, keys, clipboard
) -> None:
    page = open_in_window(book_of("Q1"))
    page.work.toggle_grid()
    grid = page.work.grid
    grid.table.go_to((0, 0))
    before = grid.model.cell(0, 0).stored
    keys.press(K.Key_C, CONTROL)
    assert clipboard() == f"{before}\n"
    clipboard("1,234,567.5\n")
    keys.press(K.Key_V, CONTROL)
    assert grid.model.cell(0, 0).stored == "1234567.5"
    assert grid.model.cell(0, 0).text == "1,234,567.5"
