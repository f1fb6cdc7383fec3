"""The survey page: what it shows of a real round, its keys, its orders, and how one goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.workbench.reports.large_round import large_round
from tests.workbench.rounds.small_round import WHOLE, Bench, made, merged, typed
from tests.workbench.surveys.surveyed_round import (
    CHANGED,
    FEW,
    MISSING,
    PLAIN,
    TURNED,
    TYPED,
    surveyed,
)
from ui.surveys.painter import BarsCell
from ui.surveys.rows import (
    ANSWERS,
    BY_CHANGE,
    BY_INDEX,
    BY_N,
    BY_POINTS,
    DIFFERENCE,
    INDEX,
    LOOK_AGAIN,
    MEAN,
    OTHER,
    POINTS,
    SERVICE,
    N,
)
from ui.theme.glyphs import Glyph
from workbench.surveys.answers import answers_lines
from workbench.surveys.standing import standing_of, survey_standing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.ledger.rows import Cell
    from ui.ledger.table import LedgerTable
    from ui.round.page import RoundPage
    from ui.surveys.page import SurveyPage
    from workbench.surveys.preview import SurveyPreview
    from workbench.surveys.standing import SurveyStanding

K = Qt.Key


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Bench, SurveyPreview]:
    """Merged; nobody writes into it."""
    return surveyed(tmp_path_factory.mktemp("satisfaction"))


@pytest.fixture
def bench(template: tuple[Bench, SurveyPreview], tmp_path: Path) -> Bench:
    return template[0].copied_to(tmp_path / "round")


@pytest.fixture
def show(qtbot) -> Callable[[RoundPage], SurveyPage]:
    """Show the page and wait until it shows what it read."""

    def show_it(page: RoundPage) -> SurveyPage:
        shown = page.page("survey")
        with qtbot.waitSignal(shown.looked):
            page.show_page("survey")
        with qtbot.waitActive(page.window()):
            page.window().activateWindow()
        return shown

    return show_it


@pytest.fixture
def page(open_in_window, bench: Bench) -> RoundPage:
    return open_in_window(bench.round)


@pytest.fixture
def shown(page: RoundPage, show, speak, qtbot) -> SurveyPage:
    found = show(page)
    speak("en")
    qtbot.waitUntil(lambda: found.chosen.go.text() == "See it in the result")
    return found


@pytest.fixture
def standing(shown: SurveyPage) -> SurveyStanding:
    """What the page has to show, read anew."""
    return survey_standing(shown.session.backed)


def cell(table: LedgerTable, row: int, column: int) -> Cell:
    return table.rows.row(row).cells[column]


def numbers(shown: SurveyPage) -> list[int]:
    rows = shown.list.table.rows
    known = {row.uid: row.number for row in shown.session.definition.services}
    return [known[rows.row(at).key[0]] for at in range(rows.rowCount())]


def choose(shown: SurveyPage, bench: Bench, number: int) -> None:
    shown.list.choose(bench.service(number))


def test_every_number_of_the_table_is_what_the_import_made(
    shown: SurveyPage, template: tuple[Bench, SurveyPreview], standing: SurveyStanding
) -> None:
    table = shown.list.table
    assert numbers(shown) == [1, 2, 3, 4, 5, 6]
    for preview in template[1].services:
        if preview.service.number == CHANGED:
            continue
        at = numbers(shown).index(preview.service.number)
        basis, row = preview.basis, standing.rows[at]
        assert cell(table, at, N).text == str(basis.n)
        assert cell(table, at, MEAN).below == "1–5"
        assert cell(table, at, INDEX).text == f"{basis.index:.2f}"
        assert cell(table, at, INDEX).below == f"±{basis.standard_error:.2f}"
        assert cell(table, at, POINTS).text == f"{preview.points:.2f}"
        assert cell(table, at, SERVICE).below == f"만족도 원자료.xlsx · {basis.sha256[:8]}"
        assert row.difference is not None
        sign = "−" if row.difference < 0 else "+"
        assert cell(table, at, DIFFERENCE).text == f"{sign}{abs(row.difference):.2f}"
        bars = cell(table, at, ANSWERS)
        assert isinstance(bars, BarsCell)
        assert sum(bar.count for bar in bars.bars) == sum(one.n for one in basis.questions)
        assert bars.spoken().startswith("1: ")


def test_what_is_odd_is_told_by_shape_and_word(shown: SurveyPage) -> None:
    table = shown.list.table
    few, turned = cell(table, FEW - 1, N), cell(table, TURNED - 1, OTHER)
    assert (few.role, few.below) == ("warning", "below 30")
    flagged = [cell(table, at, LOOK_AGAIN).glyph for at in range(6)]
    assert flagged == [Glyph.FLAG if at + 1 in (CHANGED, FEW) else None for at in range(6)]
    assert (turned.role, turned.below) == ("danger", "becomes Pass")
    assert turned.text.startswith("◆ ")
    assert cell(table, PLAIN - 1, OTHER).below == "same verdict"
    assert cell(table, CHANGED - 1, SERVICE).below.startswith("changed since · 만족도")
    assert cell(table, TYPED - 1, SERVICE).below == "typed by hand"
    assert cell(table, MISSING - 1, SERVICE).below == "no figures yet"
    for number in (CHANGED, TYPED, MISSING):
        assert cell(table, number - 1, ANSWERS).spoken() == ""
        assert cell(table, number - 1, INDEX).below == ""


def test_the_head_sums_the_round_up(shown: SurveyPage, standing: SurveyStanding) -> None:
    assert shown.list.average.text() == f"Average index {standing.averages['S1']:.2f}"
    said = shown.list.counts.text()
    assert f"Respondents: {standing.respondents}" in said
    assert "◆ Verdicts the other conversion would change: 1" in said
    assert "Too few respondents: 1" in said


def test_the_chosen_service_shows_how_its_points_come_about(
    shown: SurveyPage, bench: Bench, template: tuple[Bench, SurveyPreview]
) -> None:
    basis = template[1].services[0].basis
    card = shown.chosen
    assert card.name.text() == "1  가상 센터"
    assert f"15 × ({basis.mean.normalize()} − 1) ÷ (5 − 1) = " in card.points.text()
    assert card.points.text().endswith(f"{template[1].services[0].points} points")
    assert "= 75% × factors" in card.composite.text()
    assert card.other.text().endswith("◆ becomes Pass")
    assert f"SHA-256 {basis.sha256[:8]}…" in card.source.text()
    assert not card.warning.isVisible()
    lines = answers_lines(basis)
    table = card.answers
    assert table.rows.rowCount() == len(lines) == len(basis.questions) + len(basis.dimensions) + 1
    for at, line in enumerate(lines):
        assert cell(table, at, 2).text == str(line.n)
        assert (f"missing {line.missing}" in cell(table, at, 0).below) == bool(line.missing)
        assert (f"outside {line.out_of_range}" in cell(table, at, 0).below) == bool(
            line.out_of_range
        )


def test_what_does_not_belong_to_the_figures_is_said_in_the_chosen_one(
    shown: SurveyPage, bench: Bench
) -> None:
    card = shown.chosen
    choose(shown, bench, CHANGED)
    assert "were changed after the import" in card.warning.text()
    assert card.answers.isVisible()
    choose(shown, bench, TYPED)
    assert card.source.text() == "Typed by hand: there is no file behind these figures."
    assert not card.answers.isVisible()
    choose(shown, bench, FEW)
    assert card.warning.text() == "Only 12 respondents; the round asks for at least 30."
    choose(shown, bench, MISSING)
    assert card.index.text() == "No index"
    assert not card.beside.isVisible()
    assert not card.points.isVisible()


def test_services_are_sorted_by_each_number(
    shown: SurveyPage, standing: SurveyStanding, bench: Bench
) -> None:
    rows = {row.service.number: row for row in standing.rows}
    choose(shown, bench, TYPED)
    for order, key in (
        (BY_INDEX, lambda row: -row.index),
        (BY_POINTS, lambda row: -row.made.points),
        (BY_N, lambda row: row.n),
    ):
        shown.list.sort_by(order)
        expected = sorted((row for row in rows.values() if row.n is not None), key=key)
        assert numbers(shown) == [row.service.number for row in expected] + [MISSING]
        assert shown.list.current().service.number == TYPED
    shown.list.sort_by(BY_CHANGE)
    assert numbers(shown)[0] == TURNED
    shown.list.sort_by("colour")
    assert numbers(shown) == [1, 2, 3, 4, 5, 6]


def test_the_order_is_chosen_from_a_menu_and_kept(
    shown: SurveyPage, window, open_in_window, bench: Bench, show
) -> None:
    menu = shown.list.sort.menu()
    fewest = next(action for action in menu.actions() if action.data() == BY_N)
    fewest.trigger()
    assert shown.list.sort.text() == "Order: fewest respondents first"
    window.close_document()
    again = show(open_in_window(bench.round))
    assert again.list.order == BY_N
    assert numbers(again)[0] == FEW


def test_enter_and_the_link_lead_to_the_result_of_the_service(
    shown: SurveyPage, page: RoundPage, bench: Bench, keys, qtbot
) -> None:
    assert shown.window().focusWidget() is shown.list.table
    keys.press(K.Key_Down)
    with qtbot.waitSignal(shown.page_requested) as asked:
        keys.press(K.Key_Return)
    assert asked.args == ["results", bench.service(2)]
    assert page.page("results").isVisible()
    page.show_page("survey")
    keys.press(K.Key_Tab)
    assert shown.window().focusWidget() is shown.chosen.go
    keys.press(K.Key_Tab)
    assert shown.window().focusWidget() is shown.chosen.answers


def test_another_page_can_send_for_a_service(shown: SurveyPage, bench: Bench) -> None:
    shown.show_place(bench.service(PLAIN))
    assert shown.list.current().service.number == PLAIN
    assert shown.chosen.name.text().startswith("6 ")
    shown.show_place(b"nobody")
    assert shown.list.current().service.number == PLAIN


def test_two_people_with_other_figures_are_shown_one_at_a_time(
    open_in_window, show, speak, tmp_path: Path, qtbot
) -> None:
    bench = made(tmp_path / "two")
    for code, mean in (("E1", "4"), ("E2", "3")):
        typed(bench.books[code], *WHOLE, (1, "S1", "survey_mean", mean))
        merged(bench.round, bench.books[code])
    shown = show(open_in_window(bench.round))
    speak("en")
    qtbot.waitUntil(lambda: shown.merge.text() == "To merging")
    assert cell(shown.list.table, 0, SERVICE).below == "E1 typed by hand, E2 typed by hand"
    assert cell(shown.list.table, 0, N).text == "–"
    assert cell(shown.list.table, 0, INDEX).text == "62.50"
    people = shown.chosen.people
    qtbot.waitUntil(lambda: all(chip.isVisible() for chip in people))
    assert [chip.text() for chip in people] == ["E1 김가상", "E2 이가상"]
    assert shown.chosen.points.text() == "15 × (4 − 1) ÷ (5 − 1) = 11.25 points"
    people[1].click()
    assert shown.chosen.points.text() == "15 × (3 − 1) ÷ (5 − 1) = 7.50 points"


def test_three_hundred_services_are_painted_and_no_widget_more(shown: SurveyPage, qtbot) -> None:
    standing = standing_of(large_round(), {})
    before = len(shown.findChildren(QWidget))
    shown.show_found(standing)
    assert shown.list.table.rows.rowCount() == 300
    people = len(shown.chosen.people)
    assert people == 5  # of the one service that is chosen
    assert len(shown.findChildren(QWidget)) == before + people
    shown.list.choose(standing.rows[-1].service.uid)
    assert shown.chosen.name.text().startswith("300 ")
    assert len(shown.findChildren(QWidget)) == before + people


def test_nothing_is_written(
    template: tuple[Bench, SurveyPreview], shown: SurveyPage, bench: Bench, window
) -> None:
    for number in range(1, 7):
        choose(shown, bench, number)
    window.close_document()
    assert bench.round.read_bytes() == template[0].round.read_bytes()


def test_a_round_without_figures_says_what_to_do(
    open_in_window, show, speak, tmp_path: Path, qtbot
) -> None:
    bench = made(tmp_path / "bare")
    shown = show(open_in_window(bench.round))
    speak("en")
    qtbot.waitUntil(lambda: shown.merge.text() == "To merging")
    assert not shown._body._both.isVisible()
    assert shown.nothing.text().startswith("No satisfaction figures have come in yet.")
    assert shown.window().focusWidget() is shown.merge
    with qtbot.waitSignal(shown.page_requested) as asked:
        shown.merge.click()
    assert asked.args == ["merge", None]


def test_it_speaks_both_languages_at_once(shown: SurveyPage, speak, qtbot) -> None:
    assert shown.head._title.text() == "Satisfaction"
    speak("ko")
    qtbot.waitUntil(lambda: shown.chosen.go.text() == "결과에서 보기")
    assert shown.head._title.text() == "만족도"
    assert cell(shown.list.table, TYPED - 1, SERVICE).below == "직접 입력"
    assert cell(shown.list.table, TURNED - 1, OTHER).below == "판정 바뀜: 통과"
