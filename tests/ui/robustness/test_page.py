"""The page of robustness: what is fragile, why, and how one gets from there to the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ui.robustness.fragile_list import ALL, BELOW, FRAGILE
from ui.robustness.rows import label_text
from workbench.results.robustness import Firmness, robustness

if TYPE_CHECKING:
    from tests.workbench.rounds.small_round import Bench
    from ui.ledger.table import LedgerTable
    from ui.robustness.page import RobustnessPage
    from ui.round.page import RoundPage

K = Qt.Key


@pytest.fixture
def page(open_in_window, whole: Bench) -> RoundPage:
    return open_in_window(whole.round)


@pytest.fixture
def english(shown: RobustnessPage, speak, qtbot) -> RobustnessPage:
    speak("en")
    qtbot.waitUntil(lambda: shown.chosen.go.text() == "See it in the result")
    return shown


@pytest.fixture
def shown(page: RoundPage, show) -> RobustnessPage:
    return show(page, "robustness")


def texts(table: LedgerTable) -> list[tuple[str, ...]]:
    model = table.rows
    return [
        tuple(
            model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
            for column in range(model.columnCount())
        )
        for row in range(model.rowCount())
    ]


def test_the_most_fragile_stands_first_and_is_chosen(english: RobustnessPage, whole: Bench) -> None:
    shown = english
    hinges, near = label_text(Firmness.HINGES), label_text(Firmness.CLOSE)
    assert texts(shown.list.table) == [
        (hinges, "1  가상 센터", "72.25, −2.75"),
        (near, "2  가상 공원", "77.25, +2.25"),
        (near, "5  가상 주택", "77.25, +2.25"),
    ]
    assert shown.window().focusWidget() is shown.list.table
    row = shown.list.current()
    assert row is not None
    assert row.service.uid == whole.service(1)
    assert "이가상 (E2)" in shown.chosen._why.text()
    assert "75.00" in shown.chosen.smallest.text()


def test_every_alternative_stands_in_the_tables_and_on_the_line(
    english: RobustnessPage,
) -> None:
    shown = english
    assert texts(shown.chosen.without) == [
        ("김가상 (E1)", "67.25, Below the cut"),
        ("이가상 (E2)", "◆ 77.25, Pass"),
    ]
    ways = texts(shown.chosen.ways)
    assert [total.split(",")[0] for _, total in ways] == ["72.25"] * 5 + ["73.00"]
    line = shown.chosen.line
    assert len(line.spots()) == 8
    assert [spot.name for spot in line.spots() if spot.flips] == ["이가상 (E2)"]
    cut, total = line.x_of(75.0), line.x_of(72.25)
    assert 0 < total < cut < line.width()
    (spot,) = (spot for spot in line.spots() if spot.flips)
    assert line.at(line.x_of(spot.total), line._place(spot).y()) == [spot]
    assert "이가상 (E2) 77.25" in line.accessibleName()


def test_the_page_shows_what_is_computed(shown: RobustnessPage) -> None:
    assert shown.session.reading is not None
    rows = robustness(shown.session.reading.outcome)
    assert len(rows) == 3
    for row in rows:
        shown.list.choose(row.service.uid)
        assert shown.list.current() == row
        assert len(texts(shown.chosen.without)) == len(row.without)
        assert len(texts(shown.chosen.ways)) == len(row.ways)


def test_chips_leave_services_out_by_keyboard(english: RobustnessPage, keys) -> None:
    shown = english
    chips = shown.list.chips
    assert [chips[name].text() for name in (ALL, BELOW, FRAGILE)] == [
        "All 3",
        "Below 75 points 1",
        "Not firm 3",
    ]
    keys.press(K.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert shown.window().focusWidget() is chips[ALL]
    keys.press(K.Key_Right)
    keys.press(K.Key_Space)
    assert chips[BELOW].isChecked()
    assert len(texts(shown.list.table)) == 1


def test_enter_and_the_link_lead_to_the_result_of_the_service(
    shown: RobustnessPage, page: RoundPage, whole: Bench, keys, qtbot
) -> None:
    keys.press(K.Key_Down)
    with qtbot.waitSignal(shown.page_requested) as asked:
        keys.press(K.Key_Return)
    assert asked.args == ["results", whole.service(2)]
    assert page.page("results").isVisible()
    page.show_page("robustness")
    keys.press(K.Key_Tab)
    assert shown.window().focusWidget() is shown.chosen.go
    with qtbot.waitSignal(shown.page_requested) as asked:
        keys.press(K.Key_Return)
    assert asked.args == ["results", whole.service(2)]


def test_another_page_can_send_for_a_service_that_the_chips_leave_out(
    shown: RobustnessPage, whole: Bench
) -> None:
    shown.list.chips[BELOW].click()
    shown.show_place(whole.service(5))
    row = shown.list.current()
    assert row is not None
    assert row.service.number == 5
    assert shown.list.chips[ALL].isChecked()


def test_tables_show_no_chosen_row_while_the_keyboard_is_elsewhere(
    shown: RobustnessPage, keys
) -> None:
    table = shown.chosen.without
    assert not table.selectionModel().hasSelection()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert table.selectionModel().hasSelection()
    keys.press(K.Key_Tab)
    assert shown.window().focusWidget() is shown.chosen.ways
    assert not table.selectionModel().hasSelection()


def test_without_a_counted_service_the_page_says_what_to_do(
    open_in_window, small: Bench, show
) -> None:
    shown = show(open_in_window(small.round), "robustness")
    assert not shown._body._both.isVisible()
    assert shown._body.words.isVisible()
    assert shown.window().focusWidget() is shown._body.way_on


def test_it_speaks_both_languages_at_once(english: RobustnessPage, speak, qtbot) -> None:
    label = english.list._labels[0]
    assert label.text().startswith("◆ Hinges on one: ")
    speak("ko")
    qtbot.waitUntil(lambda: label.text().startswith("◆ 한 명에 좌우: "))
    assert english.head._title.text() == "견고성"
