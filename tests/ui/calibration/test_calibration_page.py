"""The page of the evaluators: the table, the bars, the questions, and where they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from tests.workbench.rounds.small_round import typed
from ui.calibration.evaluator_rows import BAR, EVERYBODY
from ui.calibration.question_list import QuestionModel
from ui.theme.scheme import tokens
from workbench.calibration.calibrating import calibration_of
from workbench.calibration.wording import question_sentence
from workbench.rounds.desk import open_round

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench
    from ui.calibration.page import CalibrationPage

K = Qt.Key


def cells(shown: CalibrationPage, row: int) -> list[str]:
    model = shown.table.rows
    return [model.index(row, column).data() for column in range(model.columnCount())]


def sentences(shown: CalibrationPage) -> list[str]:
    model = shown.questions.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def told(bench: Bench):
    with open_round(bench.round, read_only=True) as desk:
        return calibration_of(desk)


@pytest.fixture
def calibration(bench: Bench):
    """Read before the window holds the file."""
    return told(bench)


def test_everybody_stands_first_and_each_has_his_figures(
    calibration, shown: CalibrationPage
) -> None:
    asked = str(len(calibration.questions))
    assert cells(shown, 0) == ["모든 위원", "180", "60", *[""] * 8, asked, ""]
    strict, secretary = cells(shown, 2), cells(shown, 4)
    assert strict[:3] == ["E2 이가상", "60", "60"]
    assert strict[4] == "−15.5"
    assert strict[5] == "10.2"
    assert strict[6] == "53.3–87.5%"
    assert cells(shown, 3)[4] == "+10.8"
    assert secretary == ["Q1 최가상", "–", "–", "", *["–"] * 7, "0", ""]
    assert "바꾸지 않습니다" in shown.note.text()


def test_the_questions_are_those_of_the_sheet(calibration, shown: CalibrationPage) -> None:
    definition = calibration.definition
    assert sentences(shown) == [
        question_sentence(one, definition, "ko") for one in calibration.questions
    ]


def test_choosing_an_evaluator_asks_about_him(
    bench: Bench, calibration, shown: CalibrationPage, keys
) -> None:
    assert shown.window().focusWidget() is shown.table
    keys.press(K.Key_Down)
    keys.press(K.Key_Down)
    about = calibration.about(bench.owner("E2"))
    assert 0 < len(about) < len(calibration.questions)
    assert sentences(shown) == [
        question_sentence(one, calibration.definition, "ko") for one in about
    ]
    assert "E2 이가상" in shown.questions.list.accessibleName()
    keys.press(K.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert sentences(shown) == []
    assert shown.questions.none.isVisible()
    assert not shown.questions.list.isVisible()
    keys.press(K.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert shown.table.key() == EVERYBODY
    assert len(sentences(shown)) == len(calibration.questions)


def first_with_service(shown: CalibrationPage) -> int:
    model = shown.questions.list.model()
    assert isinstance(model, QuestionModel)
    return next(at for at in range(model.rowCount()) if model.row(at).services)


def test_enter_leads_from_the_table_to_a_question_and_on_to_its_service(
    bench: Bench, shown: CalibrationPage, keys, qtbot
) -> None:
    keys.press(K.Key_Return)
    assert shown.window().focusWidget() is shown.questions.list
    with qtbot.assertNotEmitted(shown.page_requested):
        keys.press(K.Key_Return)  # the first is about all services
    for _ in range(first_with_service(shown)):
        keys.press(K.Key_Down)
    with qtbot.waitSignal(shown.page_requested) as asked:
        keys.press(K.Key_Return)
    assert asked.args == ["results", bench.service(1)]
    assert not shown.isVisible()


def test_a_double_click_leads_there_too(shown: CalibrationPage, qtbot) -> None:
    view = shown.questions.list
    index = view.model().index(first_with_service(shown), 0)
    view.scrollTo(index)
    place = view.visualRect(index).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(shown.page_requested) as asked:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args[0] == "results"


def test_tab_goes_from_the_table_to_the_questions(shown: CalibrationPage, keys) -> None:
    keys.press(K.Key_Tab)
    assert shown.window().focusWidget() is shown.questions.list
    keys.press(K.Key_A)
    assert shown.questions.list.currentIndex().row() == 0
    keys.press(K.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert shown.window().focusWidget() is shown.table


def sides(shown: CalibrationPage, row: int) -> tuple[int, int]:
    """How many dots of the bar stand left and right of the middle."""
    table = shown.table
    box = table.visualRect(table.rows.index(row, BAR))
    image = table.viewport().grab(box).toImage()
    middle = next(
        x for x in range(image.width()) if image.pixelColor(x, 9) == QColor(tokens().edge)
    )
    bars = {QColor(getattr(tokens(), role)).name() for role in ("bar", "warning", "text2")}
    line = [image.pixelColor(x, image.height() // 2).name() in bars for x in range(image.width())]
    return sum(line[:middle]), sum(line[middle + 1 :])


def test_the_bar_leaves_the_middle_to_the_side_of_the_difference(shown: CalibrationPage) -> None:
    mild, strict, milder = (sides(shown, row) for row in (1, 2, 3))
    assert mild[0] == milder[0] == strict[1] == 0
    assert strict[0] > milder[1] > mild[1] > 0


def test_agreement_is_told_by_section(calibration, shown: CalibrationPage) -> None:
    model = shown.agreement.table.rows
    rows = [
        [model.index(row, column).data() for column in range(5)] for row in range(model.rowCount())
    ]
    assert [row[0] for row in rows] == ["공통분야", "개별분야", "전체"]
    assert rows[0] == ["공통분야", "24", "−0.11", "0.13", "0.30"]
    assert [row[1] for row in rows] == [str(one.cells) for one in calibration.agreements]
    assert "E1, E2, E3" in model.cell(model.index(0, 0)).spoken()
    assert "0.667" in shown.agreement.said.text()


def test_single_assignees_are_told_so_in_one_sentence(
    show, open_in_window, round_folder: Path, qtbot
) -> None:
    page = open_in_window(round_folder / "a.round")
    with qtbot.waitSignals([page.session.merged, page.session.read]):
        page.session.merge(sorted((round_folder / "books").iterdir()))
    shown = page.page("calibration")
    with qtbot.waitSignal(shown.looked):
        page.show_page("calibration")
    assert not shown.agreement.table.isVisible()
    assert "둘 이상의 위원이" in shown.agreement.said.text()
    captions = [shown.table.rows.column(at).name for at in range(shown.table.rows.columnCount())]
    assert "차이" not in captions
    assert "겹친 칸" not in captions
    assert "점수" in captions


def test_without_marks_it_leads_to_merging(open_in_window, show, fresh: Bench, keys, qtbot) -> None:
    shown = show(open_in_window(fresh.round), "calibration")
    assert shown._none.isVisible()
    assert not shown.table.isVisible()
    assert shown.window().focusWidget() is shown.merge
    with qtbot.waitSignal(shown.page_requested) as asked:
        keys.press(K.Key_Return)
    assert asked.args[0] == "merge"


def test_it_follows_a_merge(bench: Bench, shown: CalibrationPage, qtbot) -> None:
    before = cells(shown, 2)
    typed(bench.books["E2"], *((number, "C1", "score", "20") for number in range(1, 13)))
    with qtbot.waitSignal(shown.looked):
        shown.session.merge([bench.books["E2"]])
    after = cells(shown, 2)
    assert before[4] != after[4]
    assert after[7] == "20%"  # twelve of sixty at the maximum
    assert after[:3] == before[:3]


def test_an_evaluator_can_be_asked_for_from_elsewhere(bench: Bench, shown: CalibrationPage) -> None:
    shown.show_place(bench.owner("E3"))
    assert shown.table.key() == bench.owner("E3")
    assert "E3" in shown.questions.list.accessibleName()


def test_another_language_is_spoken_at_once(
    calibration, shown: CalibrationPage, speak, qtbot
) -> None:
    speak("en")
    definition = calibration.definition
    expected = [question_sentence(one, definition, "en") for one in calibration.questions]
    qtbot.waitUntil(lambda: cells(shown, 0)[0] == "All evaluators")
    assert sentences(shown) == expected
    assert shown.note.text().startswith("Nothing on this page changes a number")


def test_a_question_is_as_high_as_its_sentence_needs(shown: CalibrationPage, window, qtbot) -> None:
    view = shown.questions.list

    def heights() -> list[int]:
        return [view.visualRect(view.model().index(at, 0)).height() for at in range(4)]

    window.resize(1280, 720)
    qtbot.waitUntil(lambda: view.viewport().width() < 700)
    narrow = heights()
    window.resize(1920, 1080)
    qtbot.waitUntil(lambda: all(a < b for a, b in zip(heights(), narrow, strict=True)))


def test_the_page_keeps_qts_rules(shown: CalibrationPage, qtmodeltester) -> None:
    qtmodeltester.check(shown.table.rows)
    qtmodeltester.check(shown.agreement.table.rows)
    qtmodeltester.check(shown.questions.list.model())


def test_a_question_says_all_of_itself_aloud(shown: CalibrationPage) -> None:
    model = shown.questions.list.model()
    index = model.index(first_with_service(shown), 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("같은 점수, E")
    assert "1 가상 센터 관리운영" in spoken
    assert shown.table.accessibleName()
