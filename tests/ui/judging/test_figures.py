"""How points come about, beside the field in work: it follows what is typed with real keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from sqlalchemy import event

from tests.ui.judging.test_pane import has_room
from ui.explaining.amount_rows import AmountRows
from ui.scoring.cell import Cell

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.explaining.steps import Explanation
    from ui.judging.figures import FiguresPart
    from ui.scoring.page import ScoreBookPage

K = Qt.Key


@pytest.fixture
def secretary(open_in_window, book_of) -> ScoreBookPage:
    """The book of whoever enters figures."""
    return open_in_window(book_of("Q1"))


@pytest.fixture
def go(secretary) -> Callable[[int, str, str], Cell]:
    """Bring the keyboard to a figure."""

    def to(number: int, code: str, field: str) -> Cell:
        desk = secretary.desk
        uid = next(one for one in desk.services() if desk.sheet(one).service.number == number)
        cell = Cell(uid, desk.overview.row(uid, code).indicator.uid, field)
        secretary.work.go_to(cell)
        return cell

    return to


@pytest.fixture
def part(secretary) -> FiguresPart:
    return secretary.work.help.figures


@pytest.fixture
def shown(part) -> Explanation:
    return part.explanation


def said(rows: AmountRows) -> str:
    return rows.accessibleName() if rows.isVisible() else ""


def test_it_stands_beside_figures_only(scoring, pane, place, open_in_window, book_of) -> None:
    scoring.work.go_to(place(13, "C5"))
    assert not pane.figures.isVisible()
    page = open_in_window(book_of("Q1"))
    page.work.go_to_incomplete()
    assert page.work.help.figures.isVisible()
    page.work.help.show_cell(None)
    assert not page.work.help.figures.isVisible()


def test_before_anything_is_typed_the_formula_is_documented(go, shown) -> None:
    go(14, "I6", "target")
    assert shown.formula.text() == "이행률: 배점 × 조치 완료 ÷ 지적"
    assert [part.isVisible() for part in shown.known] == [True] * 4
    assert "지적 0건은 만점" in shown.known[2].text()
    assert not shown.points.isVisible()


def test_it_follows_every_key_and_every_value_that_is_stored(go, shown, keys) -> None:
    go(14, "I6", "target")
    keys.type("8")
    assert said(shown.inputs) == "지적 8 건, 조치 완료 미입력"
    keys.press(K.Key_Return)
    assert said(shown.inputs) == "지적 8 건, 조치 완료 미입력"
    keys.type("6")
    assert said(shown.steps) == "이행률 75%, 배점 반영률 75%"
    assert shown.points.text() == "5 × 75% = 3.75점"
    keys.press(K.Key_Backspace)
    assert said(shown.steps) == ""
    keys.type("10")
    keys.press(K.Key_Return)
    go(14, "I6", "actual")
    assert shown.points.text() == "5 × 100% = 5.00점"
    assert shown.warning.text() == "조치 완료가 지적보다 많음"
    assert shown.notes.text() == "배점까지만 반영"


def test_what_cannot_be_stored_changes_nothing(go, shown, keys) -> None:
    go(3, "I6", "actual")
    before = said(shown.inputs), shown.points.text()
    keys.type("3,5")
    assert (said(shown.inputs), shown.points.text()) == before
    keys.press(K.Key_Return)  # refused, and still not counted
    assert (said(shown.inputs), shown.points.text()) == before


def test_a_division_by_zero_says_so(go, shown, keys) -> None:
    go(14, "I1", "target")
    keys.type("0")
    keys.press(K.Key_Return)
    keys.type("5")
    assert said(shown.inputs) == "목표 0, 실적 5"
    assert shown.points.text() == "목표가 0이라 점수를 낼 수 없음"


def test_last_year_is_held_against_a_target_that_stands_not_its_first_digit(
    go, shown, keys
) -> None:
    go(6, "I1", "target")  # 436,000 last year
    assert "전년 실적 436,000" in said(shown.inputs)
    assert shown.warning.text() == "목표가 전년 실적보다 낮음"
    keys.type("440000")
    keys.press(K.Key_Return)
    assert not shown.warning.isVisible()
    go(6, "I1", "target")
    keys.type("4")
    assert "목표 4," in said(shown.inputs)
    assert not shown.warning.isVisible()


def test_a_survey_is_explained_with_its_other_conversion(go, shown, keys) -> None:
    go(14, "S1", "survey_n")
    keys.type("214")
    keys.press(K.Key_Return)
    keys.type("4.2")
    assert said(shown.inputs) == "응답자 수 214, 평균 4.2 점, 척도 최소 1 점, 척도 최대 5 점"
    assert said(shown.steps) == "환산값 80, 만족도 지수 80"
    assert shown.points.text().replace("\u00a0", " ") == "15 × (4.2 − 1) ÷ (5 − 1) = 12.00점"
    assert shown.other.text() == "비례 환산: 지수 84.00, 12.60점"


def test_few_respondents_are_told_once_their_number_stands(go, shown, keys) -> None:
    go(14, "S1", "survey_n")
    keys.type("2")
    assert not shown.warning.isVisible()
    keys.type("9")
    keys.press(K.Key_Return)
    assert shown.warning.text() == "응답자 29명: 이 회차의 최소 기준 30명보다 적습니다."


def test_a_key_press_asks_the_file_nothing(go, secretary, shown, keys) -> None:
    go(14, "I6", "target")
    keys.type("8")
    keys.press(K.Key_Return)
    asked: list[str] = []

    def note(_connection, _cursor, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(secretary.desk.book._store._engine, "before_cursor_execute", note)
    keys.type("6")
    assert shown.points.text() == "5 × 75% = 3.75점"
    assert asked == []
    keys.press(K.Key_Return)
    assert asked != []


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("size", [QSize(1280, 720), QSize(1920, 1080)])
def test_nothing_is_cut(window, secretary, go, speak, qtbot, language: str, size: QSize) -> None:
    speak(language)
    window.resize(size)
    pane = secretary.work.help
    secretary.work.take_widths([292, 706, 280])  # as narrow as it gets
    for number, code, field in (
        (6, "I1", "target"),
        (14, "I1", "actual"),
        (3, "C3", "actual"),
        (14, "C3", "target"),
        (3, "S1", "survey_mean"),
        (14, "S1", "survey_n"),
    ):
        go(number, code, field)
        qtbot.waitUntil(lambda: has_room(pane))
        for rows in pane.findChildren(AmountRows):
            assert not rows.isVisible() or rows.height() >= rows.heightForWidth(rows.width())
            assert not rows.isVisible() or rows.cut_lines() == ()
