"""The conflict inbox by keyboard alone, on a round with copies that were edited apart."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

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
    return conflicts


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
    assert conflicts.sheet.group.checkedId() == -1
    assert conflicts.sheet.value() == "2"


def test_the_navigation_counts_what_waits(page, keys, qtbot) -> None:
    shown(page, qtbot)
    button = page._nav._buttons["conflicts"]
    assert button.accessibleDescription() == "4"
