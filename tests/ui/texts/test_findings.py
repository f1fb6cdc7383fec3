"""Findings by keyboard, against a real book; what is asserted is what the file holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from tests.ui.long_text import words
from ui.texts.filter_field import FilterField
from ui.texts.text_box import TextBox
from workbench.scoring.book import open_book
from workbench.text import MAX_CHARACTERS

if TYPE_CHECKING:
    from collections.abc import Callable

K, M = Qt.Key, Qt.KeyboardModifier
ALT, CONTROL, SHIFT = M.AltModifier, M.ControlModifier, M.ShiftModifier


def test_enter_stores_and_makes_the_next(three) -> None:
    assert three.sheet().achievements == ("첫째", "둘째", "셋째")
    assert three.shown() == ["첫째", "둘째", "셋째", ""]
    assert three.here() == (0, 3)


def test_what_was_added_moved_linked_and_removed_is_in_the_file(
    three, keys, window, book_of
) -> None:
    keys.press(K.Key_Up)
    keys.press(K.Key_Up, ALT)
    assert three.shown() == ["첫째", "셋째", "둘째", ""]
    assert three.here() == (0, 1)
    keys.press(K.Key_L, CONTROL)
    keys.type("c2")
    keys.press(K.Key_Return)
    assert three.here() == (0, 1)
    assert three.rows()[1].code() == "C2"
    keys.press(K.Key_Up)
    keys.press(K.Key_Delete, CONTROL)
    assert three.here() == (0, 0)
    shown = three.sheet()
    indicator = next(row.indicator.uid for row in shown.rows() if row.indicator.code == "C2")
    assert [(it.text, it.about) for it in shown.findings] == [("셋째", indicator), ("둘째", None)]
    window.close_document()
    with open_book(book_of("E1")) as book:
        assert book.sheet(shown.service.uid).findings == shown.findings


def test_shift_enter_breaks_the_line(texts, keys) -> None:
    keys.commit("윗줄")
    keys.press(K.Key_Return, SHIFT)
    keys.commit("아랫줄")
    keys.press(K.Key_Return)
    assert texts.sheet().achievements == ("윗줄\n아랫줄",)


def test_enter_in_the_empty_row_goes_on_to_what_follows(three, keys) -> None:
    keys.press(K.Key_Return)
    assert three.here() == (1, 0)
    keys.press(K.Key_Return)
    assert three.opinion.hasFocus()
    assert len(three.sheet().findings) == 3


def test_moving_stops_at_the_ends(three, keys) -> None:
    keys.press(K.Key_Up, ALT)  # the empty row is no finding
    keys.press(K.Key_Up)
    keys.press(K.Key_Down, ALT)
    assert three.sheet().achievements == ("첫째", "둘째", "셋째")
    assert three.here() == (0, 2)
    steps = three.desk.book.last_step
    keys.press(K.Key_Down, ALT)
    assert three.desk.book.last_step is steps


def test_moving_stores_what_is_being_typed_first(three, keys) -> None:
    keys.press(K.Key_Up)
    keys.commit(" 더")
    keys.compose("함")
    keys.press(K.Key_Up, ALT)
    assert three.sheet().achievements == ("첫째", "셋째 더함", "둘째")
    assert three.rows()[1].box.textCursor().position() == len("셋째 더함")


def test_clearing_the_text_removes_the_finding(three, keys) -> None:
    keys.press(K.Key_Up)
    keys.press(K.Key_Up)
    keys.press(K.Key_A, CONTROL)
    keys.press(K.Key_Backspace)
    keys.press(K.Key_Return)
    assert three.sheet().achievements == ("첫째", "셋째")
    assert three.here() == (0, 1)
    assert three.shown() == ["첫째", "셋째", ""]


def test_undo_brings_a_removed_finding_back_to_its_place(three, keys) -> None:
    keys.press(K.Key_Up)
    keys.press(K.Key_Up)
    keys.press(K.Key_Delete, CONTROL)
    assert three.shown() == ["첫째", "셋째", ""]
    three.page.steps.undo()
    assert three.shown() == ["첫째", "둘째", "셋째", ""]


def test_the_buttons_do_what_the_keys_do(three, qtbot) -> None:
    row = three.rows()[1]
    row.box.setFocus()
    up = next(it for it in row.findChildren(type(row.about)) if "Alt+↑" in it.toolTip())
    away = next(it for it in row.findChildren(type(row.about)) if "Ctrl+Del" in it.toolTip())
    assert up.accessibleName()
    qtbot.mouseClick(up, Qt.MouseButton.LeftButton)
    assert three.sheet().achievements == ("둘째", "첫째", "셋째")
    assert row.box.hasFocus()
    qtbot.mouseClick(away, Qt.MouseButton.LeftButton)
    assert three.sheet().achievements == ("첫째", "셋째")
    first = three.rows()[0]
    first.box.setFocus()
    qtbot.mouseClick(first.about, Qt.MouseButton.LeftButton)
    assert isinstance(QApplication.focusWidget(), FilterField)


def test_a_link_is_taken_away_again(three, keys) -> None:
    keys.press(K.Key_Up)
    for typed in ("시설", None):
        keys.press(K.Key_L, CONTROL)
        if typed:
            keys.commit(typed)
        else:
            assert keys.target().parent().chosen().code == "C4"  # where it is linked to now
            for _ in range(20):
                keys.press(K.Key_PageDown)
        keys.press(K.Key_Return)
        assert three.rows()[2].code() == ("C4" if typed else "")
    assert three.sheet().findings[2].about is None


def test_escape_leaves_a_link_as_it_was(three, keys) -> None:
    keys.press(K.Key_Up)
    keys.press(K.Key_L, CONTROL)
    keys.press(K.Key_Down)
    keys.press(K.Key_Escape)
    assert three.here() == (0, 2)
    assert three.sheet().findings[2].about is None


def test_what_is_being_typed_stays_while_the_book_changes(three, keys) -> None:
    keys.press(K.Key_Up)
    keys.press(K.Key_Home)
    keys.commit("매우 ")
    box = three.rows()[2].box
    first, last = three.sheet().findings[0].uid, three.rows()[0].finding.cell
    three.desk.link_item(last, next(three.sheet().rows()).indicator.uid)
    three.desk.move_item(last, 2)
    assert three.sheet().findings[2].uid == first
    assert three.rows()[1].box is box
    assert box.hasFocus()
    assert box.text() == "매우 셋째"
    assert box.textCursor().position() == len("매우 ")
    keys.compose("참")
    three.page.store()
    assert three.sheet().achievements == ("둘째", "매우 참셋째", "첫째")


def too_long(box: TextBox) -> None:
    """More than a text may have, as somebody would paste it."""
    box.insert_phrase(words(MAX_CHARACTERS + 1))


@pytest.mark.parametrize("is_new", [True, False])
def test_a_refused_text_stays_red_with_its_sentence(three, keys, is_new: bool) -> None:
    if not is_new:
        keys.press(K.Key_Up)
    too_long(keys.target())
    keys.press(K.Key_Return)
    row = three.rows()[3 if is_new else 2]
    assert three.sheet().achievements == ("첫째", "둘째", "셋째")
    assert row.box.property("error") == "true"
    assert "100000" in row.box.accessibleDescription().replace(",", "")
    assert len(row.box.text()) > MAX_CHARACTERS
    assert three.shown()[-1] == ""  # the next can be written all the same
    row.box.setFocus()
    keys.press(K.Key_A, CONTROL)
    keys.commit("고친 것")
    keys.press(K.Key_Return)
    assert three.sheet().achievements[-1] == "고친 것"
    assert row.box.property("error") == "false"
    assert three.desk.draft_count() == 0


def test_a_refused_text_is_there_again_the_next_day(
    three, keys, window, open_in_window, book_of
) -> None:
    too_long(keys.target())
    window.close_document()
    page = open_in_window(book_of("E1"))
    drafts = page.desk.drafts(page.work.sheet.subject().service)
    assert [len(draft.text) for draft in drafts.values()] == [MAX_CHARACTERS + 1]
    box = next(it for it in page.findChildren(TextBox) if it.property("error") == "true")
    assert len(box.text()) == MAX_CHARACTERS + 1


def test_escape_gives_a_refused_text_up_and_undo_brings_it_back(three, keys) -> None:
    keys.press(K.Key_Up)
    too_long(keys.target())
    keys.press(K.Key_Return, CONTROL)
    keys.press(K.Key_Escape)
    row = three.rows()[2]
    assert row.box.text() == "셋째"
    assert row.box.property("error") == "false"
    assert three.desk.draft_count() == 0
    keys.press(K.Key_Z, CONTROL)
    assert len(row.box.text()) > MAX_CHARACTERS


def test_a_refused_new_text_can_be_removed(three, keys) -> None:
    too_long(keys.target())
    keys.press(K.Key_Return, CONTROL)
    keys.press(K.Key_Delete, CONTROL)
    assert three.shown() == ["첫째", "둘째", "셋째", ""]
    assert three.desk.draft_count() == 0
    assert three.here() == (0, 3)


@pytest.mark.parametrize("which", ["finding", "opinion"])
@pytest.mark.parametrize(
    "way", ["enter", "tab", "store", "service", "order", "mouse", "hand over", "undo", "close"]
)
def test_a_composing_syllable_is_never_lost(
    three, keys, window, qtbot, book_of, which: str, way: str
) -> None:
    service, page = three.sheet().service.uid, three.page
    if which == "opinion":
        three.opinion.setFocus()
    keys.commit("넷")
    keys.compose("째")
    canvas = page.work.sheet.canvas
    leave: dict[str, Callable[[], object]] = {
        "enter": lambda: keys.press(K.Key_Return, CONTROL),
        "tab": lambda: keys.press(K.Key_Tab),
        "store": page.store,
        "service": lambda: keys.press(K.Key_PageDown, CONTROL),
        "order": lambda: keys.press(K.Key_T, CONTROL),
        "mouse": lambda: qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 60)),
        "hand over": page.show_hand_over,
        "undo": lambda: (page.steps.undo(), page.steps.redo()),
        "close": window.close_document,
    }
    leave[way]()
    if way != "close":
        window.close_document()
    with open_book(book_of("E1")) as book:
        sheet = book.sheet(service)
    assert (sheet.opinion if which == "opinion" else sheet.achievements[-1]) == "넷째"


def test_another_service_shows_its_own_texts(three, keys) -> None:
    keys.press(K.Key_PageDown, CONTROL)
    assert three.shown() == [*three.sheet().achievements, ""]
    assert "첫째" not in three.shown()
    keys.press(K.Key_PageUp, CONTROL)
    assert three.shown() == ["첫째", "둘째", "셋째", ""]


def test_nothing_can_be_written_for_a_recused_service(three, keys) -> None:
    service = three.sheet().service.uid
    three.desk.write([three.desk.book.change(service, None, "recusal", "이해관계")])
    assert three.shown() == ["첫째", "둘째", "셋째"]
    row = three.rows()[0]
    row.box.setFocus()
    for key, modifier in ((K.Key_Delete, CONTROL), (K.Key_Down, ALT), (K.Key_Return, M(0))):
        keys.press(key, modifier)
    keys.commit("더")
    assert three.sheet().achievements == ("첫째", "둘째", "셋째")
    assert not three.lists[1].isVisible()


def test_tab_goes_through_the_rows_as_they_stand(three, keys) -> None:
    keys.press(K.Key_Up)
    keys.press(K.Key_Up, ALT)
    three.rows()[0].box.setFocus()
    seen = []
    while not three.opinion.hasFocus():
        seen.append(keys.target())
        keys.press(K.Key_Tab)
    boxes = [part for part in seen if isinstance(part, TextBox)]
    assert boxes == [row.box for which in (0, 1) for row in three.rows(which)]
    assert [part for part in seen if part not in boxes] == [row.about for row in three.rows()[:3]]


def test_where_somebody_writes_is_in_sight(three, keys, qtbot) -> None:
    for number in range(12):
        keys.commit(f"{number}번째 성과")
        keys.press(K.Key_Return)
    area = three.page.work.sheet.findChild(QScrollArea)

    def is_seen() -> bool:
        box = three.rows()[-1].box
        place = box.mapTo(area.viewport(), QPoint(0, 0))
        return box.hasFocus() and area.viewport().rect().contains(QRect(place, box.size()))

    qtbot.waitUntil(is_seen)


def test_findings_say_who_they_are_without_eyes(three) -> None:
    row = three.rows()[1]
    assert row.box.accessibleName().startswith("주요 성과 2")
    assert row.about.accessibleName()
    assert row.box.focusPolicy() & Qt.FocusPolicy.TabFocus
