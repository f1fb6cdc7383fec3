"""The page of figures at every size and in both languages, with much and with nothing on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from tests.pictures.taking import settled_picture
from tests.ui.measures.on_the_page import choose_person, confirmed, entered, listed, pair
from tests.ui.test_sizes import LANGUAGES, SIZES, is_sound
from tests.workbench.reports.large_round import large_round
from tests.workbench.rounds.small_round import SHEETS, Bench, made, merged, typed
from ui.round.nav import NavButton
from ui.theme.tokens import NAV_ROW_LEAST
from workbench.measures.confirmations import figures_rows
from workbench.measures.confirming import Confirmed
from workbench.reports.basis_sheet import BASIS
from workbench.reports.edition import Audience
from workbench.reports.exportable import read_exportable
from workbench.reports.form import Form
from workbench.reports.preview import Jump
from workbench.rounds.desk import open_round

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_cut_in_any_state(
    opened, window, speak, qtbot, bench: Bench, language: str
) -> None:
    confirmed(bench, "Q1", pair(bench), pair(bench, 2), pair(bench, 2, "S1"))
    entered(bench, (1, "I1", "actual", "9"), (5, "I1", "actual", ""))
    page = opened()
    page.list.take_filters("state", "", only_waiting=False)
    choose_person(page, bench, "E1")
    speak(language)
    for size in SIZES:
        window.resize(size)
        for number, code in ((1, "I1"), (2, "S1"), (5, "I1"), (5, "S1")):
            page.go_to(pair(bench, number, code))
            qtbot.waitUntil(lambda: is_sound(window))
        page.go_to(pair(bench))
        page.list.ask_all.ask()
        page.form.ask_to_drop()
        page.form.going.give()
        qtbot.waitUntil(lambda: is_sound(window))
        page.form.stop_dropping()
        page.list.ask_all.put_away()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_has_its_whole_height_after_a_reason_was_asked_for(
    opened, window, speak, qtbot, bench: Bench, language: str
) -> None:
    confirmed(bench, "Q1", pair(bench))
    page = opened()
    page.list.waiting.click()
    choose_person(page, bench, "E1")
    speak(language)
    window.resize(SIZES[0])
    page.go_to(pair(bench))
    page.form.ask_to_drop()
    page.form.going.give()
    qtbot.waitUntil(lambda: is_sound(window))
    page.form.stop_dropping()
    page.go_to(pair(bench, 5))  # with a sentence below the fields
    settled_picture(window)
    fields, why = page.form._fields, page.form._why
    assert why.height() > why.fontMetrics().height() or language == "ko"  # more than one line
    assert fields.height() >= fields.minimumSizeHint().height()
    assert not fields.geometry().intersects(why.geometry())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_its_whole_row_in_the_smallest_window(
    opened, window, speak, language: str
) -> None:
    opened()
    speak(language)
    window.resize(SIZES[0])
    window.grab()
    buttons = window.findChildren(NavButton)
    assert all(one.height() >= NAV_ROW_LEAST for one in buttons)
    low = max(buttons, key=lambda one: one.geometry().bottom())
    assert low.geometry().bottom() < low.parentWidget().height()
    assert all(
        one.fontMetrics().horizontalAdvance(one.text()) < one.width() - 60 for one in buttons
    )


def test_two_who_enter_the_same_figures_are_shown_below_each_other(
    open_in_window, show, in_english, tmp_path: Path
) -> None:
    bench = made(tmp_path / "two")
    for code, mean in (("E1", "4"), ("E2", "3")):
        typed(bench.books[code], (1, "S1", "survey_n", "20"), (1, "S1", "survey_mean", mean))
        merged(bench.round, bench.books[code])
    page = in_english(show(open_in_window(bench.round), "measures"))
    page.go_to(pair(bench, 1, "S1"))
    parts = [part for part in page.sheet.parts if part.isVisible()]
    assert [part.who.text() for part in parts] == ["Entered by E1 김가상", "Entered by E2 이가상"]
    assert [part.explanation.points.text().split(" = ")[1] for part in parts] == [
        "11.25 points",
        "7.50 points",
    ]
    assert page.list.table.rows.row(0).cells[1].below == "and 1 more"
    people = page.form.person.actions_by_uid().values()
    assert not any(action.isEnabled() for action in people)  # nobody is a second person


def test_three_hundred_services_are_painted_and_no_widget_more(opened, bench: Bench) -> None:
    outcome = large_round()
    rows = figures_rows(outcome, {})
    page = opened()
    before = len(page.list.findChildren(QWidget))
    page.show_found(Confirmed(outcome, {}, rows))
    assert page.list.table.rows.rowCount() == len(page.list.fitting()) >= 300
    assert len(page.list.findChildren(QWidget)) == before
    page.go_to(rows[-1].pair)
    assert page.list.current().pair == rows[-1].pair


def test_where_nothing_is_computed_one_sentence_says_so(
    open_in_window, show, in_english, tmp_path: Path
) -> None:
    judged = SHEETS["indicators"].replace("quantitative¦measure", "qualitative¦points")
    judged = judged.replace("survey¦survey", "qualitative¦points")
    bench = made(
        tmp_path / "judged", indicators=judged, measures="indicator¦formula¦parameters¦unit"
    )
    page = in_english(show(open_in_window(bench.round), "measures"))
    assert page._body.words.isVisible()
    assert page._body.words.text().startswith("In this round no points are computed")
    assert not page.list.isVisible()
    assert not page._body.way_on.isVisible()
    assert page.head._state.text() == ""


def test_before_anything_came_in_everything_is_listed_as_missing(
    open_in_window, show, in_english, tmp_path: Path
) -> None:
    bench = made(tmp_path / "bare")
    page = in_english(show(open_in_window(bench.round), "measures"))
    assert not page.list.waiting.isChecked()
    assert {state for _, _, state in listed(page)} == {"Figures missing"}
    assert page.sheet.parts[0].who.text().startswith("Not entered yet by ")


def test_the_sheet_of_an_export_that_tells_the_same_leads_here(bench: Bench) -> None:
    with open_round(bench.round, read_only=True) as desk:
        found = read_exportable(desk, desk.reading())
    parts = found.parts[Audience.INTERNAL, Form.WORKBOOK]
    assert [part.jump for part in parts if part.name == BASIS] == [Jump("measures")]
