"""The round sheet as a form: fields, fixed values, sections, and the sentence under a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.theme.tokens import PAGE_COLUMN
from workbench.setup.sheets import round_text

if TYPE_CHECKING:
    from ui.setup.overview_page import OverviewPage


@pytest.fixture
def overview(show) -> OverviewPage:
    return show("overview")


def test_the_title_has_the_keyboard_and_leaving_it_is_an_edit(overview, keys) -> None:
    line = overview.form.rows["title"].line
    assert keys.target() is line
    line.selectAll()
    keys.type("Round")
    keys.press(Qt.Key.Key_Tab)
    assert round_text(overview.draft.sheets, "title") == "Round"
    assert overview.draft.undo_name == "Title"


def test_a_wrong_field_says_so_below_it(overview, keys, judged) -> None:
    overview.form.show_key("cut")
    overview.form.rows["cut"].line.selectAll()
    keys.type("seventy")
    keys.press(Qt.Key.Key_Return)
    judged(overview.draft)
    row = overview.form.rows["cut"]
    assert "not a number" in row.line.accessibleDescription()
    assert row.line.property("error") == "true"
    overview.draft.undo()
    judged(overview.draft)
    assert row.line.text() == "75"
    assert row.line.property("error") == "false"


def test_a_fixed_value_is_chosen_by_chip(overview) -> None:
    overview.form.rows["rounding_stage"].chips["total"].click()
    assert round_text(overview.draft.sheets, "rounding_stage") == "total"
    chips = overview.form.rows["rounding_stage"].chips
    assert [name for name, chip in chips.items() if chip.isChecked()] == ["total"]
    chips["total"].click()
    assert chips["total"].isChecked()


def test_sections_say_what_they_sum_to(overview, keys, judged) -> None:
    assert "100 of 100" in overview.sections._sum.text()
    overview.sections.table.go_to(0, 2)
    overview.sections.table.take_focus()
    keys.type("50")
    keys.press(Qt.Key.Key_Return)
    assert "111 of 100" in overview.sections._sum.text()
    judged(overview.draft)
    assert "sum to 111" in overview.sections._wrong.text()


def test_a_problem_on_another_page_leads_there(overview, round_page, keys, judged) -> None:
    overview.form.show_key("year")
    overview.form.rows["year"].line.selectAll()
    keys.type("soon")
    keys.press(Qt.Key.Key_Return)
    judged(overview.draft)
    round_page.show_page("rubric")
    rubric = round_page.page("rubric")
    rubric.bar.problems.click()
    keys.press(Qt.Key.Key_Return)
    assert overview.isVisible()
    assert keys.target() is overview.form.rows["year"].line


def test_a_new_title_stands_on_every_page_once_it_is_applied(
    overview, window, keys, judged, shown, qtbot
) -> None:
    overview.form.rows["title"].line.selectAll()
    keys.type("Another title")
    keys.press(Qt.Key.Key_Return)
    judged(overview.draft)
    before = window.page
    overview.bar.apply.click()
    shown(overview.planned)
    keys.type("a misprint")
    with qtbot.waitSignal(window.settled):
        keys.press(Qt.Key.Key_Return)
    assert window.page is not before
    assert window.page.title() == "Another title"
    assert window.windowTitle().startswith("Another title")
    assert not window.page.page("overview").draft.is_changed


def test_a_long_text_shows_its_beginning(overview) -> None:
    assert overview.form.rows["bands"].line.cursorPosition() == 0


def test_the_page_is_a_column_in_the_middle_of_a_wide_window(overview, window) -> None:
    window.resize(1920, 1080)
    window.layout().activate()
    QApplication.sendPostedEvents()
    head = overview.head
    left = head.mapTo(overview, head.rect().topLeft()).x()
    right = overview.width() - left - head.width()
    assert head.width() == PAGE_COLUMN
    assert abs(left - right) <= 1
