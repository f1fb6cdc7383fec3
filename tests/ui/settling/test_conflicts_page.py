"""The conflict inbox by keyboard alone, on a round with copies that were edited apart."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from workbench.ledger.entries import history
from workbench.rounds.desk import open_round
from workbench.scoring.book import open_book
from workbench.scoring.table import TableRow, enter_rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.round.page import RoundPage
    from ui.settling.conflicts_page import ConflictsPage


def entered(book: Path, *rows: tuple[int, str, str, str]) -> None:
    with open_book(book) as opened:
        enter_rows(
            opened,
            [TableRow(at, str(number), *rest) for at, (number, *rest) in enumerate(rows, start=2)],
        )


@pytest.fixture
def torn(round_folder: Path, book_of: Callable[[str], Path]) -> Path:
    """A round that merged E1's book and a copy: three marks and an opinion differ."""
    book = book_of("E1")
    copy = shutil.copyfile(book, book.with_name("노트북.score"))
    entered(book, (1, "C1", "score", "3"), (2, "C2", "score", "3"), (3, "C1", "score", "2"))
    entered(copy, (1, "C1", "score", "5.5"), (2, "C2", "score", "4"), (3, "C1", "score", "6"))
    entered(book, (1, "", "opinion", "첫째 의견"))
    entered(copy, (1, "", "opinion", "둘째 의견"))
    with open_round(round_folder / "a.round") as desk:
        desk.merge([*sorted((round_folder / "books").glob("*.score"))])
    return round_folder / "a.round"


@pytest.fixture
def page(torn: Path, open_in_window, speak, qtbot) -> RoundPage:
    made = open_in_window(torn)
    speak("en")
    return made


def shown(page: RoundPage, qtbot) -> ConflictsPage:
    page.show_page("conflicts")
    conflicts = page.page("conflicts")
    qtbot.waitUntil(lambda: conflicts._model.rowCount() > 0)
    take_keyboard(conflicts, qtbot)
    return conflicts


def take_keyboard(conflicts: ConflictsPage, qtbot) -> None:
    """Give the window the keyboard back, which a dialog over slow work may have had."""
    with qtbot.waitActive(conflicts.window()):
        conflicts.window().activateWindow()
    qtbot.waitUntil(conflicts.list.hasFocus)


def values_in(round_: Path) -> set[str | None]:
    with open_round(round_, read_only=True) as desk, desk.store.read() as connection:
        from models.journal import head_revisions
        from workbench.definition.stored import stored_facts

        (lead,) = stored_facts(connection, "lead")
        return {row.value for row in head_revisions(connection) if row.author == lead}


def test_conflicts_are_settled_by_digits_a_reason_and_enter(page, torn: Path, keys, qtbot) -> None:
    conflicts = shown(page, qtbot)
    keys.press(Qt.Key.Key_2)
    keys.press(Qt.Key.Key_Return)  # no reason yet: the keyboard goes there, nothing is settled
    keys.commit("본인 확인")
    for left in (3, 2, 1):
        with qtbot.waitSignal(page.session.read):
            keys.press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda left=left: conflicts._model.rowCount() == left)
        keys.press(Qt.Key.Key_2)
    with qtbot.waitSignal(page.session.read):
        keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: conflicts._model.rowCount() == 0)
    said = [label.text() for label in conflicts.findChildren(QLabel) if label.isVisible()]
    assert any("Everything is settled" in text for text in said)
    page.window().close_document()
    assert values_in(torn) == {"5.5", "4", "6", "둘째 의견"}


def test_a_typed_value_is_settled_as_typed_and_a_wrong_one_stays(
    page, torn: Path, keys, qtbot
) -> None:
    conflicts = shown(page, qtbot)
    conflicts.sheet.begin()
    keys.type("99")
    keys.press(Qt.Key.Key_F2)
    keys.commit("통화")
    keys.press(Qt.Key.Key_Return)
    assert conflicts.sheet._wrong.isVisible()
    assert conflicts.sheet.value() == "99"
    conflicts.sheet.begin()
    conflicts.sheet._line.selectAll()
    keys.type("4.5")
    with qtbot.waitSignal(page.session.read):
        keys.press(Qt.Key.Key_Return)
    page.window().close_document()
    assert values_in(torn) == {"4.5"}


def test_a_missing_reason_is_said_at_the_reason_and_only_until_it_is_there(
    page, keys, qtbot, speak
) -> None:
    conflicts = shown(page, qtbot)
    sheet = conflicts.sheet
    keys.press(Qt.Key.Key_1)
    keys.press(Qt.Key.Key_Return)
    assert sheet._wrong.isVisible()
    assert (sheet.reason.property("error"), sheet._line.property("error")) == (True, False)
    said = sheet._wrong.text()
    speak("ko")
    qtbot.waitUntil(lambda: sheet._wrong.text() != said)
    keys.commit("전화")
    assert not sheet._wrong.isVisible()
    assert not sheet.reason.property("error")


def test_what_was_wrong_with_a_value_is_not_said_of_the_next_cell(page, keys, qtbot) -> None:
    conflicts = shown(page, qtbot)
    sheet = conflicts.sheet
    keys.press(Qt.Key.Key_Return)  # nothing is chosen yet
    assert sheet._line.property("error")
    keys.press(Qt.Key.Key_Down)
    assert not sheet._wrong.isVisible()
    assert not sheet._line.property("error")


def test_one_file_is_taken_for_all_with_one_reason(page, torn: Path, keys, qtbot) -> None:
    conflicts = shown(page, qtbot)
    keys.press(Qt.Key.Key_F2)
    keys.commit("노트북이 맞음")
    (button,) = (one for one in conflicts.choosing.files if one.property("file") == "노트북.score")
    with qtbot.waitSignal(page.session.read):
        button.click()
    qtbot.waitUntil(lambda: conflicts._model.rowCount() == 0)
    page.window().close_document()
    assert values_in(torn) == {"5.5", "4", "6", "둘째 의견"}


def test_digits_in_the_value_box_type_and_choose_nothing(page, keys, qtbot) -> None:
    conflicts = shown(page, qtbot)
    conflicts.sheet.begin()
    keys.type("2")
    assert conflicts.sheet.cards.group.checkedId() == -1
    assert conflicts.sheet.value() == "2"


def test_the_navigation_counts_what_waits(page, keys, qtbot) -> None:
    shown(page, qtbot)
    button = page._nav._buttons["conflicts"]
    assert button.accessibleDescription() == "4"


def test_copies_that_bear_one_name_have_a_button_each(
    round_folder: Path, book_of, open_in_window, speak, keys, qtbot
) -> None:
    book = book_of("E1")
    other = round_folder / "노트북" / book.name
    other.parent.mkdir()
    shutil.copyfile(book, other)
    entered(book, (1, "C1", "score", "3"), (2, "C1", "score", "2"))
    entered(other, (1, "C1", "score", "5"), (2, "C1", "score", "4"))
    with open_round(round_folder / "a.round") as desk:
        desk.merge([book, other])
    page = open_in_window(round_folder / "a.round")
    conflicts = shown(page, qtbot)
    first, second = conflicts.choosing.files
    assert (first.text(), second.text()) == (f"{book.name} #1", f"{book.name} #2")
    keys.press(Qt.Key.Key_F2)
    keys.commit("노트북이 맞음")
    qtbot.waitUntil(second.isVisible)  # a new button shows itself in the next turn of the loop
    second.setFocus()
    with qtbot.waitSignal(page.session.read):
        keys.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: conflicts._model.rowCount() == 0)
    page.window().close_document()
    assert values_in(round_folder / "a.round") == {"5", "4"}


def test_what_was_settled_last_is_settled_again_by_keyboard(page, torn, keys, qtbot) -> None:
    conflicts = shown(page, qtbot)
    keys.press(Qt.Key.Key_F2)
    keys.commit("본인 확인")
    keys.press(Qt.Key.Key_Escape)
    settle_shown(page, conflicts, Qt.Key.Key_2, keys, qtbot)
    assert conflicts._model.rowCount() == 3
    keys.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: conflicts._model.rowCount() == 4)
    again = conflicts.list.current()
    assert [row.value for row in again.sources] == ["3", "5.5", "5.5"]
    assert conflicts._model.tag(again) == "settled"
    settle_shown(page, conflicts, Qt.Key.Key_1, keys, qtbot)
    assert conflicts._model.rowCount() == 3
    page.window().close_document()
    assert values_in(torn) == {"3"}
    with open_round(torn, read_only=True) as desk:
        assert [row.kind for row in history(desk).entries].count("settled") == 2


def settle_shown(page, conflicts, digit: Qt.Key, keys, qtbot) -> None:
    keys.press(digit)
    with qtbot.waitSignals([page.session.read, conflicts.looked]):
        keys.press(Qt.Key.Key_Return)
    with qtbot.waitActive(conflicts.window()):
        conflicts.window().activateWindow()


def test_what_was_begun_in_a_cell_is_still_there_after_a_look_at_another(page, keys, qtbot) -> None:
    conflicts = shown(page, qtbot)
    conflicts.sheet.begin()
    keys.type("4.5")
    keys.press(Qt.Key.Key_Down)
    assert conflicts.sheet.value() == ""
    assert conflicts.list.current() is conflicts._inbox.cells[1]
    keys.press(Qt.Key.Key_Up)
    assert conflicts.sheet.value() == "4.5"
    conflicts.take_focus()
    keys.press(Qt.Key.Key_2)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Up)
    assert conflicts.sheet.cards.group.checkedId() == 2


def test_a_syllable_in_composition_belongs_to_the_reason(page, torn, keys, qtbot) -> None:
    conflicts = shown(page, qtbot)
    keys.press(Qt.Key.Key_2)
    keys.press(Qt.Key.Key_F2)
    keys.commit("본인 확")
    keys.compose("인")
    with qtbot.waitSignals([page.session.read, conflicts.looked]):
        keys.press(Qt.Key.Key_Return)
    page.window().close_document()
    with open_round(torn, read_only=True) as desk:
        assert history(desk).entries[-1].reason == "본인 확인"


def test_the_last_reason_stands_ready_and_typing_replaces_it(page, torn, keys, qtbot) -> None:
    conflicts = shown(page, qtbot)
    keys.press(Qt.Key.Key_F2)
    keys.commit("전화")
    keys.press(Qt.Key.Key_Escape)
    settle_shown(page, conflicts, Qt.Key.Key_1, keys, qtbot)
    assert conflicts.sheet.reason.text() == "전화"
    keys.press(Qt.Key.Key_F2)
    keys.commit("메일")
    keys.press(Qt.Key.Key_Escape)
    settle_shown(page, conflicts, Qt.Key.Key_1, keys, qtbot)
    page.window().close_document()
    with open_round(torn, read_only=True) as desk:
        assert [row.reason for row in history(desk).entries[-2:]] == ["전화", "메일"]


def test_a_long_text_stands_whole_on_its_card_and_in_the_box(
    round_folder: Path, book_of, open_in_window, keys, qtbot
) -> None:
    book = book_of("E1")
    copy = shutil.copyfile(book, book.with_name("노트북.score"))
    text = "성과환류가 좋습니다. " * 120
    entered(book, (1, "", "opinion", text))
    entered(copy, (1, "", "opinion", "다른 의견"))
    with open_round(round_folder / "a.round") as desk:
        desk.merge([book, copy])
    conflicts = shown(open_in_window(round_folder / "a.round"), qtbot)
    first, second = conflicts.sheet.cards.group.buttons()
    assert first.height() == second.height() > 400
    keys.press(Qt.Key.Key_1)
    assert conflicts.sheet.value() == text.strip()


def test_not_applicable_is_chosen_in_words_and_never_typed(
    round_folder: Path, book_of, open_in_window, speak, keys, qtbot
) -> None:
    book = book_of("E1")
    with open_book(book) as opened:
        closed = next(
            (number, row.code)
            for number, row in (
                (service.number, opened.definition.indicator[uid])
                for service in opened.definition.services
                for uid in opened.definition.applies[service.uid]
            )
            if row.allow_not_applicable
        )
    copy = shutil.copyfile(book, book.with_name("노트북.score"))
    entered(book, (*closed, "not_applicable", "yes"))
    entered(copy, (*closed, "not_applicable", "yes"))
    entered(copy, (*closed, "not_applicable", ""))
    with open_round(round_folder / "a.round") as desk:
        desk.merge([book, copy])
    page = open_in_window(round_folder / "a.round")
    speak("en")
    conflicts = shown(page, qtbot)
    keys.press(Qt.Key.Key_1)
    line = conflicts.sheet._line
    assert (line.text(), line.isReadOnly()) == ("n/a", True)
    assert conflicts.sheet.value() == "yes"
    keys.press(Qt.Key.Key_2)
    assert (line.text(), conflicts.sheet.value()) == ("Empty", "")


def test_one_evaluator_is_listed_alone(
    round_folder: Path, book_of, open_in_window, speak, keys, qtbot
) -> None:
    books = []
    for code in ("E1", "E2"):
        book = book_of(code)
        copy = shutil.copyfile(book, book.with_name(f"{code} 노트북.score"))
        entered(book, (1, "", "opinion", "하나"))
        entered(copy, (1, "", "opinion", "둘"))
        books += [book, copy]
    with open_round(round_folder / "a.round") as desk:
        desk.merge(books)
    conflicts = shown(open_in_window(round_folder / "a.round"), qtbot)
    speak("en")
    assert conflicts._model.rowCount() == 2
    conflicts.choosing.people.setFocus()
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: conflicts._model.rowCount() == 1)
    assert conflicts.list.current().evaluator.code == "E2"
    assert [one.property("file") for one in conflicts.choosing.files] == [
        book_of("E2").name,
        "E2 노트북.score",
    ]


def test_what_cannot_be_written_is_said_and_stays_open(page, torn, keys, qtbot) -> None:
    conflicts = shown(page, qtbot)
    keys.press(Qt.Key.Key_F2)
    keys.commit("본인 확인")
    keys.press(Qt.Key.Key_Escape)
    keys.press(Qt.Key.Key_1)
    page.session.at_once(finalised)  # another page of this window made the round final meanwhile
    with qtbot.waitSignal(page.session.failed):
        keys.press(Qt.Key.Key_Return)
    assert conflicts._problem.isVisible()
    assert conflicts._problem.text()
    assert conflicts.sheet.value() == "3"
    assert conflicts._settled == set()


def finalised(desk) -> None:
    from models.definitions import set_fact
    from workbench.rounds import finality

    with desk.store.write() as connection:
        set_fact(connection, finality.FACT, "x")
