"""Handing out: who has which book since when, in zips and with a list."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication

from ui.theme.glyphs import Glyph
from ui.theme.tokens import PAGE_COLUMN
from workbench.rounds.desk import open_round

if TYPE_CHECKING:
    from pathlib import Path

    from ui.round.hand_out_page import HandOutPage

SINCE = 5


@pytest.fixture
def page(open_in_window, round_folder: Path, speak) -> HandOutPage:
    speak("en")
    opened = open_in_window(round_folder / "a.round")
    opened.show_page("hand_out")
    return opened.page("hand_out")


def test_who_has_a_book_is_known_from_the_history(page: HandOutPage) -> None:
    books = page.table.books
    assert [books.text(row, 1)[:2] for row in range(books.rowCount())] == ["E1", "E2", "Q1"]
    assert all(books.row(row).glyph is Glyph.COMPLETE for row in range(3))
    assert all(books.text(row, SINCE).startswith("20") for row in range(3))


def test_a_round_that_was_never_handed_out_says_so(
    open_in_window, tmp_path, round_folder, speak, page
) -> None:
    from workbench.rounds.creating import new_round
    from workbench.sample.material import sample_definition

    new_round(sample_definition(), tmp_path / "fresh.round")
    opened = open_in_window(tmp_path / "fresh.round")
    opened.show_page("hand_out")
    books = opened.page("hand_out").table.books
    assert {books.text(row, SINCE) for row in range(books.rowCount())} == {"not yet"}
    assert {books.row(row).glyph for row in range(books.rowCount())} == {Glyph.EMPTY}


def test_books_in_zips_and_a_list_to_send_along(page, tmp_path, qtbot) -> None:
    page.zipped.click()
    with qtbot.waitSignal(page._session.handed_out):
        page.write_to(tmp_path / "out")
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names[0] == "E1_김가상.zip"
    assert names[-1] == "Q1_박연습.zip"
    with ZipFile(tmp_path / "out" / names[0]) as packed:
        assert packed.namelist() == ["E1_김가상.score"]
    assert load_workbook(tmp_path / "out" / "Hand-out list.xlsx").sheetnames
    assert page.table.books.text(0, 4) == "E1_김가상.zip"


def test_without_a_list_there_is_none(page, tmp_path, qtbot) -> None:
    page.listed.click()
    with qtbot.waitSignal(page._session.handed_out):
        page.write_to(tmp_path / "out")
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".score"}


def test_a_round_that_is_only_read_hands_nothing_out(open_in_window, round_folder, speak) -> None:
    with open_round(round_folder / "a.round"):
        opened = open_in_window(round_folder / "a.round")
        opened.show_page("hand_out")
        assert not opened.page("hand_out")._write.isEnabled()


def test_the_model_keeps_qts_rules(page, qtmodeltester) -> None:
    qtmodeltester.check(page.table.books)


def test_the_page_is_a_column_in_the_middle_of_a_wide_window(page: HandOutPage, window) -> None:
    window.resize(1920, 1080)
    window.layout().activate()
    QApplication.sendPostedEvents()
    head = page.head
    left = head.mapTo(page, head.rect().topLeft()).x()
    assert head.width() == PAGE_COLUMN
    assert abs(page.width() - 2 * left - head.width()) <= 1
    assert page.table.mapTo(page, page.table.rect().topLeft()).x() > left
