from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from ui.scoring.subject_list import SubjectList
from workbench.scoring.sheet import SheetState


def shown(page) -> list[str]:
    model = page.work.list_pane.model
    return [model.row(row).code for row in range(model.rowCount())]


def search_field(page) -> QLineEdit:
    return page.work.list_pane.findChild(QLineEdit)


def chip(page, text: str) -> QPushButton:
    chips = page.work.list_pane.findChildren(QPushButton)
    return next(one for one in chips if one.text().startswith(text))


def test_the_model_keeps_qts_rules(scoring, qtmodeltester) -> None:
    qtmodeltester.check(scoring.work.list_pane.model)


def test_a_name_or_number_finds_its_service(scoring, keys) -> None:
    keys.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert search_field(scoring).hasFocus()
    keys.commit("패션허브")
    assert shown(scoring) == ["1"]
    search_field(scoring).clear()
    keys.type("29")
    assert shown(scoring) == ["29"]


def test_only_what_is_open(scoring) -> None:
    chip(scoring, "미완료").click()
    numbers = shown(scoring)
    states = {
        scoring.desk.sheet(uid).service.number: scoring.desk.sheet(uid).state
        for uid in scoring.desk.services()
    }
    assert numbers == [
        str(number) for number in states if states[number] is not SheetState.COMPLETE
    ]
    assert chip(scoring, "미완료").text() == f"미완료 {len(numbers)}"


def test_a_filter_without_hits_says_so_and_can_be_cleared(scoring) -> None:
    search_field(scoring).setText("없는 사무")
    assert shown(scoring) == []
    clear = chip(scoring, "조건")
    assert clear.isVisible()
    clear.click()
    assert len(shown(scoring)) == 29


def test_arrow_keys_in_the_list_show_services(scoring, keys) -> None:
    before = scoring.work.sheet.subject().service
    scoring.findChild(SubjectList).setFocus()
    keys.press(Qt.Key.Key_Down)
    assert scoring.work.sheet.subject().service != before
    keys.press(Qt.Key.Key_Return)
    assert scoring.work.sheet.canvas.editor.hasFocus()


def test_enter_goes_from_the_search_to_what_was_found(scoring, keys) -> None:
    keys.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    keys.type("3")
    keys.press(Qt.Key.Key_Return)
    shown_service = scoring.work.sheet.subject().service
    assert scoring.desk.sheet(shown_service).service.number == 3
    assert scoring.work.sheet.canvas.editor.hasFocus()


def test_down_goes_from_the_search_into_the_list(scoring, keys) -> None:
    keys.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    keys.type("3")
    keys.press(Qt.Key.Key_Down)
    assert scoring.findChild(SubjectList).hasFocus()


def test_escape_leaves_the_search_for_the_sheet_and_finds_everything_again(scoring, keys) -> None:
    before = scoring.window().focusWidget()
    keys.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    keys.type("99")
    keys.press(Qt.Key.Key_Return)  # nothing is found: nothing happens
    assert search_field(scoring).hasFocus()
    keys.press(Qt.Key.Key_Escape)
    assert search_field(scoring).text() == ""
    assert scoring.window().focusWidget() is before
