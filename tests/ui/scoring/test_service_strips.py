"""Pledge, recusal, the check of one service, the key sheet: each by keyboard, each in the file."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from ui.texts.finding_list import FindingList
from ui.theme.parts import Words
from workbench.rounds.desk import open_round
from workbench.scoring.book import open_book
from workbench.scoring.sheet import SheetState

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def fresh_book(round_folder, tmp_path):
    """A book that nobody has opened yet."""
    with open_round(round_folder / "a.round") as desk:
        books = desk.hand_out(tmp_path / "fresh")
    return next(path for owner, path in books if owner.code == "E1")


def said(part) -> str:
    return "\n".join(words.text() for words in part.findChildren(Words) if words.isVisible())


def test_the_pledge_comes_first_and_keeps_its_day(window, open_in_window, fresh_book, keys) -> None:
    page = open_in_window(fresh_book)
    assert page.pledge.isVisible()
    assert "청렴서약" in said(page.pledge)
    keys.press(K.Key_Space)
    assert page.work.isVisible()
    assert page.work.sheet.canvas.editor.hasFocus()
    window.close_document()
    with open_book(fresh_book) as book:
        assert book.pledged == datetime.now(UTC).astimezone().date().isoformat()
    assert not open_in_window(fresh_book).pledge.isVisible()


def test_looking_around_first_pledges_nothing(open_in_window, fresh_book) -> None:
    page = open_in_window(fresh_book)
    page.pledge.postponed.emit()
    assert page.work.isVisible()
    assert page.desk.book.pledged is None


def test_a_recusal_needs_its_reason_and_keeps_the_marks(scoring, keys, window, book_of) -> None:
    service = scoring.work.sheet.subject().service
    given = scoring.desk.overview.progress().given
    keys.press(K.Key_R, CONTROL)
    keys.press(K.Key_Return)
    assert "이유를 적어야" in said(scoring.work.sheet.recusal)
    keys.commit("최근 자문")
    keys.compose("함")
    keys.press(K.Key_Return)
    sheet = scoring.desk.sheet(service)
    assert (sheet.state, sheet.recusal) == (SheetState.RECUSED, "최근 자문함")
    assert scoring.desk.overview.progress().given == given - sheet.given
    assert sheet.given == 2
    window.close_document()
    with open_book(book_of("E1")) as book:
        kept = book.sheet(service)
    assert (kept.recusal, kept.given) == ("최근 자문함", 2)


def test_a_recusal_is_withdrawn(scoring, keys) -> None:
    service = scoring.work.sheet.subject().service
    keys.press(K.Key_R, CONTROL)
    keys.commit("자문")
    keys.press(K.Key_Return)
    keys.press(K.Key_R, CONTROL)
    keys.press(K.Key_Space)
    assert scoring.desk.sheet(service).state is SheetState.PART
    assert scoring.work.sheet.canvas.editor.hasFocus()


def test_escape_recuses_nobody(scoring, keys) -> None:
    keys.press(K.Key_R, CONTROL)
    keys.commit("자문")
    keys.press(K.Key_Escape)
    service = scoring.work.sheet.subject().service
    assert scoring.desk.sheet(service).state is SheetState.PART
    assert scoring.work.sheet.canvas.editor.hasFocus()


def test_the_check_of_a_service_leads_to_its_gaps(scoring, keys) -> None:
    keys.press(K.Key_F9)
    strip = scoring.work.sheet.check
    assert "13번: 살펴볼 곳 6" in said(strip)
    keys.press(K.Key_Down)
    keys.press(K.Key_Space)
    assert scoring.desk.row(scoring.work.current()).indicator.code == "C5"
    keys.type("5")
    keys.press(K.Key_Return)
    assert "13번: 살펴볼 곳 5" in said(strip)
    scoring.work.go_on()
    assert not strip.isVisible()


def test_the_key_sheet_comes_and_goes_and_nothing_happens_under_it(scoring, keys) -> None:
    before = scoring.work.current()
    keys.press(K.Key_F1)
    assert scoring.keys.isVisible()
    assert "단축키" in said(scoring.keys)
    keys.press(K.Key_F6)
    assert scoring.work.current() == before
    keys.press(K.Key_Escape)
    assert not scoring.keys.isVisible()
    assert scoring.work.sheet.canvas.editor.hasFocus()


def test_the_key_sheet_speaks_the_language_of_before_and_of_now(
    scoring, keys, speak, qtbot
) -> None:
    keys.press(K.Key_F1)
    speak("en")
    qtbot.waitUntil(lambda: "Next service" in said(scoring.keys))
    assert "다음 사무" not in said(scoring.keys)
    keys.press(K.Key_F1)
    speak("ko")
    keys.press(K.Key_F1)
    assert "다음 사무" in said(scoring.keys)
    assert "Next service" not in said(scoring.keys)


def test_the_place_is_kept_at_every_move_not_only_on_closing(scoring, keys, window) -> None:
    from ui.settings import Settings, settings_file

    keys.press(K.Key_Down)
    kept = Settings.load(settings_file())
    assert kept.place(scoring.desk.path)["cell"] == scoring.place()["cell"]


def test_under_the_key_sheet_no_other_field_comes_into_work(scoring, keys) -> None:
    in_work = scoring.window().focusWidget()
    keys.press(K.Key_F1)
    keys.press(K.Key_Escape)
    assert scoring.window().focusWidget() is in_work
    hints = [part.hint.text() for part in scoring.findChildren(FindingList)]
    assert hints
    assert not any(hints)
