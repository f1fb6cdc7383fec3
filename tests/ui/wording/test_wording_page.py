"""Wording the report by keyboard on a real round: taking over, typing, moving, storing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.long_text import words
from tests.ui.wording.conftest import GOOD, TASK, WRITTEN
from tests.workbench.rounds.small_round import Bench, sealed
from ui.theme.glyphs import Glyph
from ui.wording.service_rows import Wanted, glyph_of
from workbench.ledger.finalising import finalise
from workbench.rounds.desk import open_round
from workbench.scoring.book import open_book
from workbench.text import MAX_CHARACTERS
from workbench.wording.passages import Line, word_passages

if TYPE_CHECKING:
    from ui.round.page import RoundPage
    from ui.wording.page import WordingPage

K = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def focused(shown: WordingPage):
    return shown.window().focusWidget()


def lines(shown: WordingPage, kind: str = GOOD) -> list[str]:
    return [row.box.text() for row in shown.final.lists[kind].rows() if row.shown.is_line]


def rows(shown: WordingPage, kind: str = GOOD):
    return shown.final.lists[kind].rows()


def originals(shown: WordingPage) -> list[str]:
    model = shown.originals.list.model()
    return [model.index(at, 0).data() for at in range(model.rowCount())]


def test_services_and_what_was_written_are_shown_side_by_side(shown: WordingPage) -> None:
    assert focused(shown) is shown.services.list
    assert shown.services.current().service.number == 1
    assert originals(shown) == [
        "주요 성과 3",
        "김가상",
        *WRITTEN["E1"][GOOD],
        "이가상",
        *WRITTEN["E2"][GOOD],
        "개선 과제 2",
        "김가상",
        *WRITTEN["E1"][TASK],
        "이가상",
        *WRITTEN["E2"][TASK],
    ]
    assert lines(shown) == []
    assert glyph_of(shown.services.current()) is Glyph.EMPTY


def test_a_linked_indicator_and_the_remarks_stand_below_a_finding(shown: WordingPage) -> None:
    shown.originals.list.choose_row(originals(shown).index("안내를 보완하였다."))
    parts = [text for text, _, _ in shown.originals.list.current().parts()]
    assert parts[:2] == ["안내를 보완하였다.", "C1 계획"]
    assert "보완하였다" in parts[2]


def test_findings_are_taken_over_and_typed_on_by_keyboard(
    shown: WordingPage, keys, looked, stored
) -> None:
    keys.press(K.Key_Return)  # to what was written
    assert focused(shown) is shown.originals.list
    with looked(shown):
        keys.press(K.Key_Return)
    assert lines(shown) == ["지역 협의체 운영을 통한 홍보 우수"]
    assert rows(shown)[0].sources.text() == "원문 김가상"
    assert shown.originals.list.current().original.finding.text == "점검 노력 적절"
    keys.press(K.Key_Down)
    with looked(shown):
        keys.press(K.Key_Return)  # nearly the same: a further source of the same line
    assert lines(shown) == ["지역 협의체 운영을 통한 홍보 우수"]
    assert rows(shown)[0].sources.text() == "원문 김가상, 이가상"
    shown.final.begin()
    keys.press(K.Key_End)
    keys.commit("함")
    with looked(shown):
        keys.press(K.Key_Return)  # to the empty row
    assert focused(shown) is rows(shown)[1].box
    keys.commit("새로 ")
    keys.compose("적")  # half typed
    with looked(shown):
        keys.press(K.Key_Return)
    shown.window().close_document()
    assert stored() == ["지역 협의체 운영을 통한 홍보 우수함", "새로 적"]


def test_a_finding_taken_over_already_leads_to_its_line(shown: WordingPage, keys, looked) -> None:
    keys.press(K.Key_Return)
    with looked(shown):
        keys.press(K.Key_Return)
    shown.originals.list.choose_row(0)
    assert shown.originals.list.current().is_taken
    keys.press(K.Key_Return)
    assert focused(shown) is rows(shown)[0].box


def test_everything_is_taken_at_once(shown: WordingPage, looked, stored) -> None:
    with looked(shown):
        shown.originals.take_all.click()
    assert lines(shown) == WRITTEN["E1"][GOOD]
    assert lines(shown, TASK) == [*WRITTEN["E1"][TASK], *WRITTEN["E2"][TASK]]
    assert glyph_of(shown.services.current()) is Glyph.COMPLETE
    shown.window().close_document()
    assert stored(TASK) == lines_of_both()


def lines_of_both() -> list[str]:
    return [*WRITTEN["E1"][TASK], *WRITTEN["E2"][TASK]]


def test_a_finding_joins_the_line_in_work_and_leaves_it_again(
    shown: WordingPage, keys, looked
) -> None:
    shown.final.begin()
    keys.commit("홍보와 점검 우수")
    with looked(shown):
        shown.originals.list.setFocus()
    assert rows(shown)[0].sources.text() == "새로 적음"
    shown.originals.list.choose_row(3)
    shown.final.lists[GOOD].begin()
    shown.originals.list.setFocus()
    with looked(shown):
        keys.press(K.Key_Return, CTRL)
    assert rows(shown)[0].sources.text() == "원문 김가상"
    shown.originals.list.choose_row(3)
    with looked(shown):
        keys.press(K.Key_Delete)
    assert rows(shown)[0].sources.text() == "새로 적음"


def test_lines_move_join_and_go_by_key(shown: WordingPage, keys, looked, stored) -> None:
    with looked(shown):
        shown.originals.take_all.click()
    shown.final.lists[GOOD].begin(1)
    with looked(shown):
        keys.press(K.Key_Up, ALT)
    assert lines(shown) == list(reversed(WRITTEN["E1"][GOOD]))
    assert focused(shown) is rows(shown)[0].box
    keys.press(K.Key_Down)
    with looked(shown):
        keys.press(K.Key_L, CTRL)
    assert lines(shown) == [", ".join(reversed(WRITTEN["E1"][GOOD]))]
    assert rows(shown)[0].sources.text() == "원문 김가상, 이가상"
    shown.final.lists[TASK].begin()
    with looked(shown):
        keys.press(K.Key_Delete, CTRL)
    assert lines(shown, TASK) == WRITTEN["E2"][TASK]
    shown.window().close_document()
    assert stored(TASK) == WRITTEN["E2"][TASK]


def test_remarks_stand_under_their_line_until_it_is_mended(
    shown: WordingPage, keys, looked
) -> None:
    shown.final.begin()
    keys.commit("방문객 923 → 2,671명으로 289.38% 상승")
    with looked(shown):
        keys.press(K.Key_Return)
    (said,) = rows(shown)[0].remarks()
    assert "189.38%" in said
    assert said in rows(shown)[0].box.accessibleDescription()
    (mark,) = rows(shown)[0].box.extraSelections()
    assert mark.cursor.selectedText() == "923 → 2,671명으로 289.38% 상승"
    assert "2줄" in shown.final.lists[GOOD].remark()
    shown.final.begin()
    rows(shown)[0].box.replace_text("방문객 923 → 2,671명으로 189.38% 상승")
    assert rows(shown)[0].remarks() == ()
    with looked(shown):
        keys.press(K.Key_Return)
    assert rows(shown)[0].remarks() == ()


def test_typing_stays_and_is_stored_when_another_service_is_chosen(
    shown: WordingPage, keys, looked, stored
) -> None:
    shown.final.begin()
    keys.commit("첫 사무의 ")
    keys.compose("글")
    with looked(shown):
        keys.press(K.Key_PageDown, CTRL)
    assert shown.services.current().service.number == 2
    assert focused(shown) is rows(shown)[0].box
    assert lines(shown) == []
    keys.commit("둘째 사무의 글")
    with looked(shown):
        keys.press(K.Key_PageUp, CTRL)
    assert lines(shown) == ["첫 사무의 글"]
    shown.window().close_document()
    assert stored() == ["첫 사무의 글"]
    assert stored(number=2) == ["둘째 사무의 글"]


def test_what_is_being_typed_stays_while_a_merge_is_shown(
    shown: WordingPage, written: Bench, keys, looked
) -> None:
    shown.final.begin()
    keys.commit("쓰는 중")
    with open_book(written.books["E2"]) as book:
        book.write(book.list_change(written.service(1), GOOD, ["바뀐 원문 우수"]))
    sealed(written.books["E2"])
    with looked(shown):
        shown.session.merge([written.books["E2"]])
    assert "바뀐 원문 우수" in originals(shown)
    assert rows(shown)[0].box.text() == "쓰는 중"
    assert focused(shown) is rows(shown)[0].box


def test_a_second_change_while_the_first_is_being_stored_is_not_lost(
    shown: WordingPage, keys, looked, stored, qtbot
) -> None:
    shown.final.begin()
    with looked(shown):
        keys.commit("하나")
        keys.press(K.Key_Return)
        keys.commit("둘")
        keys.press(K.Key_Return)
        keys.commit("셋")
        keys.press(K.Key_Return)
    qtbot.waitUntil(lambda: not shown._drafts.waiting())
    assert lines(shown) == ["하나", "둘", "셋"]
    shown.window().close_document()
    assert stored() == ["하나", "둘", "셋"]


def test_what_is_typed_is_stored_when_the_window_closes(shown: WordingPage, keys, stored) -> None:
    shown.final.begin()
    keys.commit("마지막 ")
    keys.compose("글")
    shown.window().close_document()
    assert stored() == ["마지막 글"]


def test_a_text_too_long_stays_in_red_and_esc_takes_it_back(
    shown: WordingPage, keys, looked
) -> None:
    shown.final.begin()
    keys.commit("짧은 글")
    with looked(shown):
        keys.press(K.Key_Return)
    shown.final.begin()
    rows(shown)[0].box.replace_text(words(MAX_CHARACTERS + 1))
    keys.press(K.Key_Return, CTRL)
    assert "100001" in rows(shown)[0].box.accessibleDescription()
    keys.press(K.Key_PageDown, CTRL)
    keys.press(K.Key_PageUp, CTRL)
    assert len(rows(shown)[0].box.text()) == MAX_CHARACTERS + 1
    rows(shown)[0].box.setFocus()
    keys.press(K.Key_Escape)
    assert rows(shown)[0].box.text() == "짧은 글"
    assert rows(shown)[0].shown.refused is None


def test_esc_takes_back_what_was_typed_and_then_leaves(shown: WordingPage, keys) -> None:
    shown.final.begin()
    keys.commit("잘못 씀")
    keys.press(K.Key_Escape)
    assert rows(shown)[0].box.text() == ""
    assert focused(shown) is rows(shown)[0].box
    keys.press(K.Key_Escape)
    assert focused(shown) is shown.services.list
    assert not shown._drafts.waiting()


def test_tab_goes_from_left_to_right_and_down(shown: WordingPage, keys, looked) -> None:
    with looked(shown):
        shown.originals.take_all.click()
    shown.services.list.setFocus()
    seen = []
    for _ in range(8):
        keys.press(K.Key_Tab)
        seen.append(focused(shown))
    boxes = [row.box for kind in (GOOD, TASK) for row in rows(shown, kind)]
    assert seen == [shown.originals.list, shown.originals.take_all, *boxes]


def test_several_lines_are_pasted_as_lines(shown: WordingPage, keys, looked) -> None:
    QApplication.clipboard().setText("- 첫째 우수\n- 둘째 적절\n")
    shown.final.begin()
    with looked(shown):
        keys.press(K.Key_V, CTRL)
    assert lines(shown) == ["첫째 우수", "둘째 적절"]


def test_services_are_filtered_and_the_one_in_work_stays_listed(
    shown: WordingPage, keys, looked
) -> None:
    model = shown.services.list.model()
    assert shown.services.chips[Wanted.OPEN].text() == "미작성 3"
    shown.services.chips[Wanted.OPEN].click()
    with looked(shown):
        shown.originals.take_all.click()
    assert shown.services.current().service.number == 1
    assert shown.services.chips[Wanted.OPEN].text() == "미작성 2"
    assert model.rowCount() == 3
    shown.services.list.setFocus()
    keys.press(K.Key_Down)
    shown.services.chips[Wanted.OPEN].click()
    assert [model.index(at, 0).data() for at in range(2)] == ["2 가상 공원", "5 가상 주택"]
    shown.services.chips[Wanted.REMARKED].click()
    assert model.rowCount() == 3  # 1 for a sentence, the others have no line
    shown.go_to(shown.services.current().service.uid)


def test_a_filter_that_fits_nothing_says_so_and_is_put_away(
    shown: WordingPage, written: Bench, looked, keys
) -> None:
    with looked(shown):
        shown.session.change(lambda desk, _: word_everything(desk, written), "word")
    shown.services.chips[Wanted.OPEN].click()
    shown.services._fill(b"")
    assert not shown.services.list.isVisible()
    assert shown.services._none.isVisible()
    shown.services._clear.click()
    assert shown.services.list.model().rowCount() == 3
    assert focused(shown) is shown.services.list


def word_everything(desk, written: Bench) -> None:
    for number in (1, 2, 5):
        for at, kind in enumerate((GOOD, TASK)):
            some = [Line(bytes([number, at, n] * 6)[:16], f"{n} 노력 적절") for n in (1, 2)]
            word_passages(desk, written.service(number), kind, some)


def test_a_final_round_shows_everything_and_takes_nothing(
    open_in_window, written: Bench, show, keys
) -> None:
    with open_round(written.round) as desk:
        word_passages(desk, written.service(1), GOOD, [Line(b"l" * 16, "굳은 글 우수")])
        finalise(desk)
    shown = show(open_in_window(written.round), "wording")
    assert lines(shown) == ["굳은 글 우수"]
    assert len(rows(shown)) == 1  # nothing to add
    assert rows(shown)[0].box.isReadOnly()
    assert shown.final._why.text() == shown.session.why_not() != ""
    for one in shown.originals.buttons():
        assert not one.isEnabled()
        assert one.toolTip() == shown.session.why_not()
    keys.press(K.Key_Return)
    keys.press(K.Key_Return)
    assert lines(shown) == ["굳은 글 우수"]


def test_a_service_nobody_wrote_of_is_worded_all_the_same(
    shown: WordingPage, keys, looked, stored
) -> None:
    keys.press(K.Key_Down)
    assert not shown.originals.list.isVisible()
    keys.press(K.Key_Return)
    assert focused(shown) is rows(shown)[0].box
    keys.commit("새 글 우수")
    with looked(shown):
        keys.press(K.Key_Return)
    keys.press(K.Key_Return)  # nothing more to add
    assert focused(shown) is rows(shown, TASK)[0].box
    keys.press(K.Key_Return)
    assert focused(shown) is shown.services.list
    shown.window().close_document()
    assert stored(number=2) == ["새 글 우수"]


def test_the_language_changes_while_something_is_typed(shown: WordingPage, keys, speak) -> None:
    shown.final.begin()
    keys.commit("쓰는 중")
    speak("en")
    QApplication.sendPostedEvents()
    assert rows(shown)[0].box.text() == "쓰는 중"
    assert shown.originals.take.text() == "Take over"


def test_lists_keep_qts_rules(shown: WordingPage, qtmodeltester) -> None:
    qtmodeltester.check(shown.services.list.model())
    qtmodeltester.check(shown.originals.list.model())


def test_another_page_sends_the_person_to_a_service(page: RoundPage, written: Bench, qtbot) -> None:
    wording = page.page("wording")
    with qtbot.waitSignal(wording.looked):
        page._on_page_requested("wording", written.service(5))
    assert wording.services.current().service.number == 5


def test_a_click_on_another_service_in_the_middle_of_a_syllable_loses_nothing(
    shown: WordingPage, keys, looked, stored, qtbot
) -> None:
    shown.final.begin()
    keys.commit("첫 사무의 ")
    keys.compose("글")
    view = shown.services.list
    with looked(shown):
        qtbot.mouseClick(
            view.viewport(),
            Qt.MouseButton.LeftButton,
            pos=view.visualRect(view.model().index(1, 0)).center(),
        )
    assert shown.services.current().service.number == 2
    assert lines(shown) == []
    shown.window().close_document()
    assert stored() == ["첫 사무의 글"]
    assert stored(number=2) == []


def test_a_merge_leaves_the_syllable_in_work_alone(
    shown: WordingPage, written: Bench, keys, looked, stored
) -> None:
    shown.final.begin()
    keys.commit("쓰는 ")
    keys.compose("주")
    with open_book(written.books["E2"]) as book:
        book.write(book.list_change(written.service(1), GOOD, ["바뀐 원문 우수"]))
    sealed(written.books["E2"])
    with looked(shown):
        shown.session.merge([written.books["E2"]])
    keys.compose("중")
    keys.commit("중")
    assert rows(shown)[0].box.text() == "쓰는 중"
    shown.window().close_document()
    assert stored() == ["쓰는 중"]


def test_closing_while_a_line_is_being_stored_keeps_both(shown: WordingPage, keys, stored) -> None:
    shown.final.begin()
    keys.commit("하나")
    keys.press(K.Key_Return)
    keys.commit("두")
    keys.compose("울")
    assert shown.session.is_busy
    shown.window().close_document()
    assert stored() == ["하나", "두울"]


def test_lines_too_long_to_be_one_stay_two_and_the_window_says_why(
    shown: WordingPage, keys, looked, stored, qtbot
) -> None:
    shown.final.begin()
    with looked(shown):
        keys.commit(words(MAX_CHARACTERS - 1))
        keys.press(K.Key_Return)
    with looked(shown):
        keys.commit("나나")
        keys.press(K.Key_Return)
    rows(shown)[1].box.setFocus()
    with qtbot.waitSignal(shown.session.failed) as failed:
        keys.press(K.Key_L, CTRL)
    assert failed.args[0].key == "text_too_long"
    assert [len(text) for text in lines(shown)] == [MAX_CHARACTERS - 1, 2]
    shown.window().close_document()
    assert [len(text) for text in stored()] == [MAX_CHARACTERS - 1, 2]
