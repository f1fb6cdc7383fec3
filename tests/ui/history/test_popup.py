"""Earlier values of a field: chosen with arrows, restored with Enter, nothing deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt

from ui.history.popup import HistoryPopup
from ui.scoring.cell import COMMENT, NOT_APPLICABLE, OPINION, RECUSAL, Cell
from ui.theme.parts import Words

if TYPE_CHECKING:
    from collections.abc import Callable

K = Qt.Key
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def popup(scoring) -> HistoryPopup:
    return HistoryPopup(scoring.desk, scoring)


@pytest.fixture
def cell(scoring) -> Cell:
    """C5 of the 13th service, where nothing stands yet."""
    return cell_of(scoring, "C5")


def cell_of(scoring, code: str, field: str = "score") -> Cell:
    uid = scoring.desk.services()[12]
    return Cell(uid, scoring.desk.overview.row(uid, code).indicator.uid, field)


@pytest.fixture
def open_for(scoring, popup) -> Callable[[Cell], None]:
    def show(cell: Cell) -> None:
        canvas = scoring.work.sheet.canvas
        popup.show_for(cell, canvas)

    return show


def type_three(scoring, cell: Cell, keys) -> None:
    for digits in ("3", "4.4", "5"):
        scoring.work.go_to(cell)
        keys.type(digits)
        keys.press(K.Key_Return)
    scoring.work.go_to(cell)


def rows(popup: HistoryPopup) -> list[tuple[str, str, str, bool]]:
    entries = [popup.model.row(row) for row in range(popup.model.rowCount())]
    return [(one.caption, one.before, one.after, one.is_present) for one in entries]


def score(scoring, cell: Cell) -> str:
    return dict(scoring.desk.row(cell).mark.values).get("score", "")


def said(popup: HistoryPopup) -> list[str]:
    return [part.text() for part in popup.findChildren(Words) if part.isVisible() and part.text()]


def test_three_changes_stand_newest_first(scoring, popup, open_for, cell, keys) -> None:
    type_three(scoring, cell, keys)
    open_for(cell)
    assert rows(popup) == [
        ("점수", "4.4", "5", True),
        ("점수", "3", "4.4", False),
        ("점수", "비움", "3", False),
    ]
    spoken = popup.model.data(popup.model.index(0, 0), ACCESSIBLE)
    assert spoken.startswith("점수, 4.4 → 5, ")
    assert spoken.endswith(", 김가상, 현재 값")


def test_the_first_is_restored_and_undo_takes_it_back(scoring, popup, open_for, cell, keys) -> None:
    type_three(scoring, cell, keys)
    open_for(cell)
    assert popup.list.currentIndex().row() == 1  # the newest that is not there now
    keys.press(K.Key_Down)
    keys.press(K.Key_Return)
    assert score(scoring, cell) == "3"
    assert popup.isHidden()
    assert keys.target() is scoring.work.sheet.canvas.editor
    assert keys.target().text() == "3"
    keys.press(K.Key_Z, CONTROL)
    assert score(scoring, cell) == "5"
    open_for(cell)
    assert [row[2] for row in rows(popup)] == ["5", "3", "5", "4.4", "3"]


def test_other_fields_of_the_indicator_stand_with_it(scoring, popup, open_for, keys) -> None:
    mark = cell_of(scoring, "C7")
    scoring.desk.enter(mark, "85")
    scoring.desk.enter(cell_of(scoring, "C7", COMMENT), "협약 확인")
    scoring.desk.enter(cell_of(scoring, "C7", NOT_APPLICABLE), "yes")
    open_for(mark)
    assert ("해당 없음", "해당", "해당 없음", True) in rows(popup)
    assert ("의견", "비움", "협약 확인", True) in rows(popup)
    assert ("점수", "비움", "85", True) in rows(popup)
    assert popup.model.row(popup.list.currentIndex().row()).cell.field == "score"


def test_what_is_being_typed_is_stored_before(scoring, popup, open_for, cell, keys) -> None:
    scoring.work.go_to(cell)
    keys.type("4")
    open_for(cell)
    assert rows(popup) == [("점수", "비움", "4", True)]
    keys.press(K.Key_Escape)
    assert popup.isHidden()
    assert keys.target() is scoring.work.sheet.canvas.editor
    assert scoring.work.sheet.flow.current() == cell


def test_a_composing_syllable_is_stored_before(scoring, popup, open_for, cell, keys) -> None:
    scoring.work.go_to(cell)
    keys.press(K.Key_F2)
    keys.commit("회의록 확")
    keys.compose("인")
    comment = Cell(cell.service, cell.subject, COMMENT)
    open_for(comment)
    assert rows(popup) == [("의견", "비움", "회의록 확인", True)]


def test_an_empty_past_says_so(popup, open_for, cell, keys) -> None:
    open_for(cell)
    assert said(popup) == ["아직 저장된 값이 없습니다."]
    keys.press(K.Key_Return)
    assert popup.isHidden()


def test_the_present_value_is_left_alone(scoring, popup, open_for, cell, keys) -> None:
    type_three(scoring, cell, keys)
    last = scoring.desk.book.last_step
    open_for(cell)
    keys.press(K.Key_Home)
    keys.press(K.Key_Return)
    assert scoring.desk.book.last_step is last


def test_what_no_longer_fits_is_refused_with_its_sentence(
    scoring, popup, open_for, cell, keys
) -> None:
    owner = scoring.desk.owner.uid
    # as a rubric with a larger maximum let it in
    scoring.desk.write([((owner, cell.service, cell.subject, "score"), "9")])
    scoring.desk.enter(cell, "4")
    open_for(cell)
    keys.press(K.Key_Return)
    assert not popup.isHidden()
    sentence = "9점은 6점을 넘어 저장되지 않았습니다. 0–6점, 0.1점 단위로 적어 주세요."
    assert said(popup) == [sentence]
    assert popup.list.accessibleDescription() == sentence
    assert score(scoring, cell) == "4"
    assert scoring.desk.draft_count() == 0
    keys.press(K.Key_Up)
    assert said(popup) == []


def test_figures_of_another_scale_read_as_they_were_typed(scoring, popup, open_for, cell) -> None:
    owner = scoring.desk.owner.uid
    for field, text in (("score", "우수"), ("target", "12000"), ("survey_n", "345")):
        scoring.desk.write([((owner, cell.service, cell.subject, field), text)])
    open_for(cell)
    assert [row[:3] for row in rows(popup)] == [
        ("이전 설문", "비움", "345"),
        ("이전 목표", "비움", "12,000"),
        ("점수", "비움", "우수"),
    ]


def test_texts_of_a_service_have_a_past_too(scoring, popup, open_for, cell, keys) -> None:
    opinion = Cell(cell.service, None, OPINION)
    for text in ("첫 의견", "둘째 의견. " * 20):
        scoring.desk.enter(opinion, text)
    open_for(opinion)
    keys.press(K.Key_Home)
    assert said(popup) == [("둘째 의견. " * 20).strip()]  # whole, since the row cuts it
    keys.press(K.Key_Down)
    keys.press(K.Key_Return)
    assert scoring.desk.sheet(cell.service).opinion == "첫 의견"


def test_a_finding_has_a_past(scoring, popup, open_for, cell, keys) -> None:
    finding = Cell(cell.service, b"f" * 16, "achievement")
    for text in ("이용 증가", "이용이 두 해째 늘어남"):
        scoring.desk.enter(finding, text)
    open_for(finding)
    keys.press(K.Key_Return)
    assert scoring.desk.sheet(cell.service).achievements == ("이용 증가",)


def test_a_recused_service_is_read_only(scoring, popup, open_for, cell, keys) -> None:
    type_three(scoring, cell, keys)
    scoring.desk.enter(Cell(cell.service, None, RECUSAL), "자문")
    open_for(cell)
    keys.press(K.Key_Return)
    assert said(popup) == ["지금은 여기에 적을 수 없어 되돌리지 않았습니다."]
    assert score(scoring, cell) == "5"


def test_keys_of_the_page_mean_nothing_under_it(scoring, popup, open_for, cell, keys) -> None:
    type_three(scoring, cell, keys)
    open_for(cell)
    for key, modifier in ((K.Key_PageDown, CONTROL), (K.Key_F6, NONE)):
        keys.press(key, modifier)
    keys.press(K.Key_Tab)
    assert scoring.work.sheet.flow.current() == cell
    assert keys.target() is popup.list


def test_undo_shows_what_it_changed_and_puts_it_away(scoring, popup, open_for, cell, keys) -> None:
    type_three(scoring, cell, keys)
    open_for(cell)
    keys.press(K.Key_Z, CONTROL)
    assert score(scoring, cell) == "4.4"
    assert popup.isHidden()
    assert keys.target().text() == "4.4"


def test_a_click_elsewhere_puts_it_away(scoring, popup, open_for, cell) -> None:
    open_for(cell)
    scoring.work.list_pane.take_focus()
    assert popup.isHidden()


@pytest.mark.parametrize("anchor", [QRect(5, 60, 60, 26), QRect(1200, 700, 60, 26)])
def test_it_stays_inside_the_page(scoring, popup, cell, keys, anchor: QRect) -> None:
    type_three(scoring, cell, keys)
    popup.show_for(cell, anchor)
    assert scoring.rect().contains(popup.geometry())
    assert not popup.geometry().intersects(anchor)


def test_it_speaks_both_languages(scoring, popup, open_for, cell, speak, qtbot) -> None:
    open_for(cell)
    assert said(popup) == ["아직 저장된 값이 없습니다."]
    assert popup.list.accessibleName() == "지난 값, 13번 C5"
    speak("en")
    qtbot.waitUntil(lambda: said(popup) == ["Nothing has been stored here yet."])
    assert popup.list.accessibleName() == "Earlier values, No. 13 C5"
