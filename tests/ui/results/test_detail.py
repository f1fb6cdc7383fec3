"""Two presses from any number to the marks behind it and to the history of each, by keyboard."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.results.number_button import NumberButton
from ui.results.origins import Kind
from workbench.adjusting.adjusting import adjust
from workbench.settling.moderating import moderate

if TYPE_CHECKING:
    from tests.ui.conftest import Keyboard
    from tests.workbench.rounds.small_round import Bench
    from ui.results.page import ResultsPage
    from ui.round.page import RoundPage

K = Qt.Key


def lines(results: ResultsPage) -> list[list[str]]:
    """What the marks' table says, row by row, empty cells left out."""
    rows = results.detail.card.table.rows
    return [
        [text for column in range(rows.columnCount()) if (text := rows.index(row, column).data())]
        for row in range(rows.rowCount())
    ]


def past(results: ResultsPage) -> list[str]:
    model = results.detail.past.model
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row).data(role) for row in range(model.rowCount())]


def said(results: ResultsPage) -> list[str]:
    """The services that stand behind the number."""
    rows = results.detail.source.table.rows
    return [rows.index(row, 1).data() for row in range(rows.rowCount())]


def wait_for_past(results: ResultsPage, qtbot) -> None:
    qtbot.waitUntil(lambda: results.detail.past.model.rowCount() > 0)


def has_keys(widget) -> bool:
    return QApplication.focusWidget() is widget


def test_enter_on_a_bar_shows_the_marks_and_enter_on_a_mark_its_history(
    results: ResultsPage, marked: Bench, keys: Keyboard, qtbot
) -> None:
    bars = results.overview.ranking.list
    assert has_keys(bars)
    keys.press(K.Key_End)
    keys.press(K.Key_Return)
    assert results.is_detailed
    assert results.detail.service() == marked.service(1)
    assert has_keys(results.detail.card.table)
    assert lines(results)[:4] == [
        ["공통분야", "40", "25.00"],
        ["C1  계획", "40", "25.00", "산술평균"],
        ["E1 김가상", "30", "30.00"],
        ["E2 이가상", "20", "20.00"],
    ]
    assert lines(results)[-1] == ["총점", "100", "72.25"]
    keys.press(K.Key_Down)
    keys.press(K.Key_Return)
    wait_for_past(results, qtbot)
    qtbot.waitUntil(lambda: has_keys(results.detail.past.list))
    (entry,) = past(results)
    assert "30" in entry
    assert "E1 김가상" in entry
    assert marked.books["E1"].name in entry
    assert "봉인됨" in entry


def test_esc_goes_back_step_by_step_to_the_same_row(
    results: ResultsPage, keys: Keyboard, qtbot
) -> None:
    bars = results.overview.ranking.list
    keys.press(K.Key_Down)
    chosen = bars.chosen()
    keys.press(K.Key_Return)
    keys.press(K.Key_Return)
    wait_for_past(results, qtbot)
    qtbot.waitUntil(lambda: has_keys(results.detail.past.list))
    keys.press(K.Key_Escape)
    assert has_keys(results.detail.card.table)
    assert results.is_detailed
    keys.press(K.Key_Escape)
    assert not results.is_detailed
    assert has_keys(bars)
    assert bars.chosen() == chosen


def test_a_click_does_what_enter_does(results: ResultsPage, marked: Bench, qtbot) -> None:
    bars = results.overview.ranking.list
    place = bars.visualRect(bars.model().index(0)).center()
    QTest.mouseClick(bars.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert results.detail.service() == marked.service(2)
    table = results.detail.card.table
    qtbot.waitUntil(table.isVisible)
    place = table.visualRect(table.rows.index(2, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    wait_for_past(results, qtbot)
    assert "E1 김가상" in past(results)[0]


def test_an_indicator_has_the_history_of_all_its_marks(
    results: ResultsPage, marked: Bench, keys: Keyboard, qtbot
) -> None:
    results.show_place(marked.service(1))
    keys.press(K.Key_Return)
    wait_for_past(results, qtbot)
    assert len(past(results)) == 2


def test_the_average_is_made_of_every_total(
    results: ResultsPage, marked: Bench, keys: Keyboard
) -> None:
    button = results.overview.hero.findChildren(NumberButton)[0]
    button.setFocus()
    keys.press(K.Key_Return)
    assert said(results) == ["가상 공원", "가상 주택", "가상 센터"]
    sentence = results.detail.source.table.accessibleName()
    assert "226.75" in sentence
    assert "75.58" in sentence
    keys.press(K.Key_Escape)
    assert has_keys(button)


def test_the_average_of_a_section_is_made_of_its_points(
    results: ResultsPage, keys: Keyboard
) -> None:
    button = results.overview.hero.findChild(NumberButton, "common")
    button.setFocus()
    keys.press(K.Key_Space)
    assert results.detail.origin.kind is Kind.SECTION
    rows = results.detail.source.table.rows
    assert [rows.index(row, 2).data() for row in range(3)] == ["30.00", "30.00", "25.00"]
    assert "85.00 ÷ 3" in results.detail.source.table.accessibleName()
    keys.press(K.Key_Escape)
    assert has_keys(button)


def test_the_sentence_about_the_cut_is_made_of_those_below(
    results: ResultsPage, keys: Keyboard
) -> None:
    button = results.overview.hero.findChildren(NumberButton)[1]
    button.click()
    assert said(results) == ["가상 센터"]
    keys.press(K.Key_Escape)
    assert has_keys(results.overview.below.list)


def test_a_column_of_the_histogram_opens_its_services(results: ResultsPage, keys: Keyboard) -> None:
    view = results.overview.bins.view
    view.setFocus()
    keys.press(K.Key_End)
    assert "2개 사무" in view.accessibleDescription()
    keys.press(K.Key_Return)
    assert said(results) == ["가상 공원", "가상 주택"]
    keys.press(K.Key_Escape)
    assert has_keys(view)
    keys.press(K.Key_Left)  # empty columns are passed over
    keys.press(K.Key_Return)
    assert said(results) == ["가상 센터"]


def test_a_column_can_be_clicked(results: ResultsPage, qtbot) -> None:
    view = results.overview.bins.view
    place = view.box_of(view.places()[-1]).center().toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert said(results) == ["가상 공원", "가상 주택"]


def test_a_band_opens_its_services(results: ResultsPage, keys: Keyboard) -> None:
    bands = results.overview.bins.bands
    assert "보통" in bands.accessibleName()
    bands.setFocus()
    keys.press(K.Key_End)
    keys.press(K.Key_Return)
    assert said(results) == ["가상 공원", "가상 주택"]
    keys.press(K.Key_Escape)
    assert has_keys(bands)


def test_a_row_of_the_below_list_opens_its_marks(
    results: ResultsPage, marked: Bench, keys: Keyboard
) -> None:
    below = results.overview.below.list
    below.setFocus()
    keys.press(K.Key_Home)
    keys.press(K.Key_Return)
    assert results.detail.service() == marked.service(1)
    keys.press(K.Key_Escape)
    assert has_keys(below)
    assert below.chosen() == marked.service(1)


def test_another_service_is_chosen_beside_its_marks(
    results: ResultsPage, marked: Bench, keys: Keyboard, qtbot
) -> None:
    results.show_place(marked.service(2))
    keys.press(K.Key_Return)
    wait_for_past(results, qtbot)
    results.detail.source.take_focus()
    keys.press(K.Key_Down)
    keys.press(K.Key_Down)
    assert results.detail.service() == marked.service(1)
    assert results.detail.past.model.rowCount() == 0  # it was another number's
    keys.press(K.Key_Return)
    assert has_keys(results.detail.card.table)
    keys.press(K.Key_Escape)
    assert results.overview.ranking.list.chosen() == marked.service(1)


def test_other_pages_send_to_the_marks_of_a_service(
    round_page: RoundPage, marked: Bench, qtbot
) -> None:
    round_page.show_page("history")
    round_page.page("history").page_requested.emit("results", marked.service(5))
    results = round_page.page("results")
    assert results.isVisible()
    assert results.detail.service() == marked.service(5)
    assert has_keys(results.detail.card.table)
    results.show_place(b"\0" * 16)  # a service that is no more
    assert results.detail.service() == marked.service(5)


def test_an_agreed_mark_stands_over_the_marks_with_its_reason(
    results: ResultsPage, round_page: RoundPage, marked: Bench, keys: Keyboard, qtbot
) -> None:
    pair = marked.service(1), marked.indicator("C1")
    results.show_place(marked.service(1))
    with qtbot.waitSignal(round_page.session.read):
        round_page.session.change(
            lambda desk, _: moderate(desk, pair, "31.5", "회의에서 합의", ["김가상"]), "조정"
        )
    assert lines(results)[1] == ["C1  계획", "40", "31.50", "조정"]
    assert lines(results)[4] == ["합의", "31.5", "31.50"]
    line = next(key for key in results.detail.card.asking() if key[0] == "agreed")
    results.detail.card.choose(line)
    results.detail.take_focus()
    keys.press(K.Key_Return)
    wait_for_past(results, qtbot)
    (entry,) = past(results)
    assert "회의에서 합의" in entry
    assert "김가상" in entry
    assert "31.5" in entry


def test_adjustments_stand_on_lines_of_their_own_and_the_total_is_the_printed_one(
    results: ResultsPage, round_page: RoundPage, marked: Bench, keys: Keyboard, qtbot
) -> None:
    def give(desk, _progress) -> None:
        adjust(desk, 1, "+2", "시범 사업", "공문 3쪽")
        adjust(desk, 1, "+2.5", "협업", "")

    with qtbot.waitSignal(round_page.session.read):
        round_page.session.change(give, "가점")
    results.show_place(marked.service(1))
    outcome = round_page.session.reading.outcome
    total = next(row.total for row in outcome.services if row.service.number == 1)
    assert total == Decimal("75.25")  # 72.25 and 4.5, of which the round allows 3
    found = lines(results)
    assert found[-4:] == [
        ["가점·감점", "+3.00", "상한 ±3 적용"],
        ["시범 사업", "+2.00", "공문 3쪽"],
        ["협업", "+2.50"],
        ["총점", "100", "75.25"],
    ]
    rows = results.overview.ranking.list.model()
    at = rows.row_of(marked.service(1))
    assert (rows.words(at).adjusted, rows.total(at)) == ("+3.00", "75.25")
    results.detail.card.choose(results.detail.card.asking()[-1])
    results.detail.take_focus()
    keys.press(K.Key_Return)
    wait_for_past(results, qtbot)
    assert "+2.50" in past(results)[0]


def test_the_history_follows_what_happens_to_the_mark(
    results: ResultsPage, round_page: RoundPage, marked: Bench, keys: Keyboard, qtbot
) -> None:
    from tests.workbench.rounds.small_round import sealed, typed

    results.show_place(marked.service(1))
    keys.press(K.Key_Down)
    keys.press(K.Key_Return)
    wait_for_past(results, qtbot)
    typed(marked.books["E1"], (1, "C1", "score", "33"))
    sealed(marked.books["E1"])
    with qtbot.waitSignal(round_page.session.read):
        round_page.session.merge([marked.books["E1"]])
    qtbot.waitUntil(lambda: results.detail.past.model.rowCount() == 2)
    newest, oldest = past(results)
    assert "30 → 33" in newest
    assert "지금 값" in newest
    assert "지금 값" not in oldest
    assert ["E1 김가상", "33", "33.00"] in lines(results)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_everything_is_said_again_in_the_other_language(
    results: ResultsPage, marked: Bench, keys: Keyboard, speak, qtbot, language: str
) -> None:
    results.show_place(marked.service(1))
    keys.press(K.Key_Return)
    wait_for_past(results, qtbot)
    speak(language)
    word = {"ko": "지금 값", "en": "now"}[language]
    qtbot.waitUntil(lambda: word in past(results)[0])
    total = {"ko": "총점", "en": "Total"}[language]
    assert lines(results)[-1][0] == total


def test_tab_goes_in_the_order_of_reading_and_every_stop_has_a_name(
    results: ResultsPage, marked: Bench, keys: Keyboard, qtbot
) -> None:
    results.overview.hero.findChildren(NumberButton)[0].setFocus()
    stops = []
    for _ in range(9):
        widget = QApplication.focusWidget()
        assert widget.accessibleName() or widget.text()
        stops.append(widget.mapTo(results, QPoint(0, 0)))
        keys.press(K.Key_Tab)
    lefts = [stop for stop in stops if stop.x() < 400]
    assert len(lefts) >= 7
    assert [stop.y() for stop in lefts] == sorted(stop.y() for stop in lefts)
    results.show_place(marked.service(1))
    detail = results.detail
    detail.source.back.setFocus()
    for part in (detail.source.table, detail.card.table):
        keys.press(K.Key_Tab)
        assert has_keys(part)
