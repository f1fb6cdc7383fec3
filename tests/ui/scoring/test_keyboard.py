"""Scoring by keyboard alone, against a real book; what is asserted is what the file holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.scoring.cell import Cell
from ui.scoring.cell_editor import CellEditor
from ui.texts.text_box import TextBox
from ui.theme.glyphs import Glyph
from workbench.scoring.sheet import ServiceSheet, SheetState

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.scoring.page import ScoreBookPage

K = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def sheet(page: ScoreBookPage) -> ServiceSheet:
    return page.desk.sheet(page.work.sheet.subject().service)


def stored(page: ScoreBookPage, code: str) -> dict[str, str]:
    rows = [row for part in sheet(page).sections for row in part.rows]
    row = next(row for row in rows if row.indicator.code == code)
    return dict(row.mark.values) | ({"comment": row.comment} if row.comment else {})


def here(page: ScoreBookPage) -> tuple[str, str]:
    cell = page.work.sheet.flow.current()
    return page.work.sheet.flow.row(cell).indicator.code, cell.field


def test_a_whole_service_is_scored_with_one_key_beyond_the_digits(scoring, keys) -> None:
    number = sheet(scoring).service.number
    typed = {"C4": "2", "C5": "5.5", "C6": "4", "C7": "85", "C8": "3.2"}
    for code, digits in typed.items():
        assert here(scoring) == (code, "score")
        keys.type(digits)
        keys.press(K.Key_Return)
    done = next(
        scoring.desk.sheet(uid)
        for uid in scoring.desk.services()
        if scoring.desk.sheet(uid).service.number == number
    )
    assert done.state is SheetState.COMPLETE
    values = {
        row.indicator.code: dict(row.mark.values)["score"]
        for row in done.sections[0].rows
        if row.indicator.code in typed
    }
    assert values == typed | {"C4": "우수"}
    assert sheet(scoring).service.number == number + 1  # Enter went on to the next open one
    assert here(scoring) == ("C1", "score")


def test_leaving_by_any_key_stores(scoring, keys) -> None:
    for key, digits, code in (
        (K.Key_Down, "1", "C4"),
        (K.Key_Tab, "3.1", "C5"),
    ):
        keys.type(digits)
        keys.press(key)
        assert stored(scoring, code)["score"] in (digits, "탁월")
    assert here(scoring) == ("C5", "comment")
    keys.press(K.Key_Backtab)
    assert here(scoring) == ("C5", "score")
    keys.type("3.4")
    keys.press(K.Key_Up)
    assert stored(scoring, "C5")["score"] == "3.4"


def test_shift_enter_goes_back(scoring, keys) -> None:
    keys.press(K.Key_Return, SHIFT)
    assert here(scoring) == ("C2", "score")


def test_a_refused_entry_stays_red_with_its_sentence(scoring, keys) -> None:
    keys.press(K.Key_Down)
    keys.type("7")
    keys.press(K.Key_Return)
    assert here(scoring) == ("C5", "score")
    assert "score" not in stored(scoring, "C5")
    draft = next(iter(scoring.desk.drafts(sheet(scoring).service.uid).values()))
    assert draft.text == "7"
    assert "6" in keys.target().accessibleDescription()
    assert keys.target().property("error") == "true"
    keys.press(K.Key_Return)  # once more: go on and leave it red
    assert here(scoring) == ("C6", "score")
    assert scoring.desk.draft_count() == 1


def test_typing_over_what_was_refused_makes_it_right(scoring, keys) -> None:
    keys.press(K.Key_Down)
    keys.type("7")
    keys.press(K.Key_Return)
    keys.type("5.1")
    keys.press(K.Key_Return)
    assert stored(scoring, "C5")["score"] == "5.1"
    assert scoring.desk.draft_count() == 0
    assert here(scoring) == ("C6", "score")


def test_escape_gives_a_draft_up(scoring, keys) -> None:
    keys.press(K.Key_Up)
    before = stored(scoring, "C2")
    keys.type("999")
    keys.press(K.Key_Down)
    keys.press(K.Key_Up)
    assert keys.target().text() == "999"
    keys.press(K.Key_Escape)
    assert keys.target().text() == before["score"]
    assert stored(scoring, "C2") == before
    assert scoring.desk.draft_count() == 0


def test_a_draft_is_not_dropped_over_night(scoring, keys, window, open_in_window, book_of) -> None:
    service = scoring.work.sheet.subject().service
    keys.press(K.Key_Down)
    keys.type("7")
    window.close_document()
    page = open_in_window(book_of("E1"))
    assert [draft.text for draft in page.desk.drafts(service).values()] == ["7"]


def test_comment_and_back(scoring, keys) -> None:
    keys.press(K.Key_F2)
    assert here(scoring) == ("C4", "comment")
    keys.commit("점검 기록 ")
    keys.compose("확")
    keys.press(K.Key_Return)
    assert stored(scoring, "C4")["comment"] == "점검 기록 확"
    assert here(scoring) == ("C5", "score")


def test_escape_leaves_a_comment_as_it_was(scoring, keys) -> None:
    keys.press(K.Key_F2)
    keys.commit("아니다")
    keys.press(K.Key_Escape)
    assert here(scoring) == ("C4", "score")
    assert "comment" not in stored(scoring, "C4")


def test_not_applicable_where_the_rubric_allows_it(scoring, keys) -> None:
    keys.press(K.Key_F4)
    assert stored(scoring, "C4") == {}  # C4 does not allow it
    for _ in range(3):
        keys.press(K.Key_Down)
    assert here(scoring) == ("C7", "score")
    keys.press(K.Key_F4)
    assert stored(scoring, "C7") == {"not_applicable": "yes"}
    assert here(scoring) == ("C7", "comment")  # the reason comes next
    keys.commit("현장 없음")
    keys.press(K.Key_Return)
    assert stored(scoring, "C7") == {"not_applicable": "yes", "comment": "현장 없음"}
    keys.press(K.Key_Up)
    keys.press(K.Key_F4)
    assert stored(scoring, "C7") == {"comment": "현장 없음"}
    keys.press(K.Key_F4)
    keys.press(K.Key_Escape)
    keys.type("90")  # a mark means that it does apply
    keys.press(K.Key_Return)
    assert stored(scoring, "C7") == {"score": "90", "comment": "현장 없음"}


@pytest.mark.parametrize("way", ["enter", "service", "hand over", "close"])
def test_a_composing_syllable_is_never_lost(scoring: ScoreBookPage, keys, window, way: str) -> None:
    keys.press(K.Key_F2)
    keys.commit("협약 문")
    keys.compose("서")
    desk, service = scoring.desk, scoring.work.sheet.subject().service
    leave: dict[str, Callable[[], None]] = {
        "enter": lambda: keys.press(K.Key_Return),
        "service": lambda: keys.press(K.Key_PageDown, CONTROL),
        "hand over": scoring.show_hand_over,
        "close": window.close_document,
    }
    leave[way]()
    rows = [row for part in desk.sheet(service).sections for row in part.rows]
    assert "협약 문서" in [row.comment for row in rows]


def test_texts_are_stored_when_they_are_left(scoring, keys) -> None:
    box = scoring.findChild(TextBox)
    box.setFocus()
    keys.commit("첫째 성과")
    keys.press(K.Key_Return)
    keys.commit("둘째 성")
    keys.compose("과")
    keys.press(K.Key_Return)
    assert sheet(scoring).achievements == ("첫째 성과", "둘째 성과")
    keys.press(K.Key_Tab)
    keys.commit("지적 이행")
    keys.press(K.Key_Return, CONTROL)
    assert sheet(scoring).improvements == ("지적 이행",)
    keys.press(K.Key_Return)
    keys.press(K.Key_Tab)
    keys.commit("총평")
    keys.press(K.Key_PageDown, CONTROL)
    scoring.work.sheet.store()
    uids = scoring.desk.services()
    assert "총평" in [scoring.desk.sheet(uid).opinion for uid in uids]
    assert all(box.toPlainText() != "총평" for box in scoring.findChildren(TextBox))


def test_services_are_changed_by_key(scoring, keys) -> None:
    number = sheet(scoring).service.number
    keys.press(K.Key_PageUp, CONTROL)
    assert sheet(scoring).service.number == number - 1
    keys.press(K.Key_F6)
    assert sheet(scoring).service.number == number


def test_the_wheel_changes_no_number(scoring, keys) -> None:
    keys.type("1")
    editor = keys.target()
    wheel = QWheelEvent(
        QPointF(9, 9),
        QPointF(9, 9),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor, wheel)
    assert editor.text() == "1"


def test_the_mouse_leads_to_the_cell_it_hits(scoring, qtbot) -> None:
    canvas = scoring.findChild(CellEditor).parentWidget()
    rows = [row for part in sheet(scoring).sections for row in part.rows]
    target = Cell(sheet(scoring).service.uid, rows[5].indicator.uid, "score")
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.box(target).center())
    assert scoring.work.sheet.flow.current() == target
    assert canvas.editor.hasFocus()


def test_points_show_while_figures_are_typed(open_in_window, book_of, keys) -> None:
    page = open_in_window(book_of("Q1"))
    page.work.go_to_incomplete()
    assert here(page) == ("C3", "target")
    keys.type("1000")
    keys.press(K.Key_Return)
    assert here(page) == ("C3", "actual")
    keys.type("960")
    assert page.work.sheet.canvas.preview == 5
    keys.press(K.Key_Return)
    assert here(page) == ("I1", "target")
    assert stored(page, "C3") == {"target": "1000", "actual": "960"}


def test_the_list_shows_what_became_of_a_service(scoring, keys) -> None:
    model = scoring.work.list_pane.model
    row = model.row_of(scoring.work.sheet.subject())
    assert model.row(row).glyph is Glyph.PART
    keys.type("x")
    keys.press(K.Key_Down)
    assert model.row(row).glyph is Glyph.ERROR


def test_the_file_on_disk_has_what_the_window_shows(
    scoring, keys, window, book_of: Callable[[str], Path]
) -> None:
    from workbench.scoring.book import open_book

    keys.type("3")
    keys.press(K.Key_Return)
    shown = sheet(scoring)
    window.close_document()
    with open_book(book_of("E1")) as book:
        assert book.sheet(shown.service.uid) == shown


class Paintings(QObject):
    """Counts what is painted in a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._window = window

    def eventFilter(self, part: QObject, event: QEvent) -> bool:
        is_painted = event.type() == QEvent.Type.Paint and isinstance(part, QWidget)
        if is_painted and part.window() is self._window:
            self.parts.append(type(part).__name__)
        return False


def test_no_key_waits_for_anything_to_be_painted(scoring, keys, qapp, qtbot) -> None:
    """What follows from a key is painted when the keys that wait have been taken."""
    paintings = Paintings(scoring.window())
    qapp.installEventFilter(paintings)
    keys.type("2")
    keys.press(K.Key_Return)
    during = list(paintings.parts)
    qtbot.waitUntil(lambda: len(paintings.parts) > len(during))
    qapp.removeEventFilter(paintings)
    assert during == []
    assert "QProgressBar" in paintings.parts
