"""Which files and columns are read: persons' data, ready figures, sheets, what is no survey."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt

from tests.ui.surveys.on_the_page import K, M, cells, choose_role, figures, go_to
from tests.workbench.surveys.raw_survey import as_xlsx, drawn

if TYPE_CHECKING:
    from pathlib import Path


def test_a_column_about_persons_is_read_only_when_somebody_says_so(
    importing, keys, qtbot, speak
) -> None:
    speak("en")
    page = importing()
    go_to(page, "휴대전화", keys)
    assert "휴대전화" not in page.draft.table.texts
    assert "phone number" in page.board.columns.why.text()
    with qtbot.waitSignals([page.read, page.previewed], timeout=60_000):
        choose_role(page, "Read it all the same", keys)
    assert "휴대전화" in page.draft.table.texts
    assert "성명" not in page.draft.table.texts
    assert keys.target() is page.board.columns.table
    assert page.board.columns.table.current() == "휴대전화"
    with qtbot.waitSignal(page.previewed):
        choose_role(page, "Respondent", keys)
    assert page.found.preview.mapping.respondent == "휴대전화"
    assert page.found.preview.services[0].basis.overrides == ("휴대전화",)
    with qtbot.waitSignals([page.read, page.previewed], timeout=60_000):
        choose_role(page, "Not read", keys)
    assert page.found.preview.mapping.respondent == ""
    assert "휴대전화" not in page.draft.table.texts


def test_nothing_about_persons_reaches_the_book(importing, figures_book, keys, qtbot) -> None:
    page = importing()
    with qtbot.waitSignal(page.taken):
        keys.press(K.Key_Return, M.ControlModifier)
    stored = figures_book.read_bytes()
    assert "과정-1 안내는 어떠합니까?".encode() in stored
    for row in drawn((1, 2, 3, 4, 5), 40, odd=4).rows:
        for text in (*row[3:7], *row[-2:]):
            assert str(text).encode() not in stored


def ready_file(folder: Path, rows: list[list[object]]) -> Path:
    path = folder / "산출.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([["사무번호", "응답자수", "평균", "비고"], *rows])
    return path


def test_ready_figures_are_taken_too(importing, book_page, keys, qtbot, speak, tmp_path) -> None:
    speak("en")
    page = importing(ready_file(tmp_path, [[1, 40, "4.25", "가"], [2, 38, "3.5", "나"]]))
    assert page.draft.is_ready
    assert page.board.columns.form.text().startswith("Ready figures")
    assert not page.board.columns.fields.weight.isVisible()
    assert page.board.preview.table.rows.columnCount() == 7
    assert cells(page.board.preview.table)[0][2:6] == ["40", "4.25", "81.25", "12.19"]
    with qtbot.waitSignal(page.taken):
        keys.press(K.Key_Return, M.ControlModifier)
    stored = figures(book_page.desk.book, 2)
    assert (stored["survey_n"], stored["survey_mean"]) == ("38", "3.5")


def test_the_form_can_be_turned_and_turned_back(importing, keys, qtbot, speak) -> None:
    speak("en")
    page = importing()
    mapping, form = page.draft.mapping, page.board.columns.form
    form.setFocus(Qt.FocusReason.TabFocusReason)
    for step, word in ((K.Key_Down, "Ready figures"), (K.Key_Up, "Answers of respondents")):
        keys.press(K.Key_Space)
        keys.press(step)
        with qtbot.waitSignal(page.previewed):
            keys.press(K.Key_Return)
        assert form.text().startswith(word)
        assert (page.found is None) == page.draft.is_ready
    assert page.draft.mapping == mapping


def test_a_refused_file_is_one_sentence_with_a_way_on(
    book_page, choose, raw_file, tmp_path, keys, qtbot, speak
) -> None:
    speak("en")
    bad = tmp_path / "회의록.xlsx"
    bad.write_bytes(b"PK no workbook")
    choose(bad)
    book_page.acts["survey"].trigger()
    page = book_page.survey.page
    qtbot.waitUntil(page.refused.sentence.isVisible)
    assert "회의록.xlsx" in page.refused.sentence.text()
    assert not page.head.take.isVisible()
    choose(raw_file)
    with qtbot.waitSignals([page.read, page.previewed], timeout=60_000):
        keys.press(K.Key_Space)  # the way to another file has the keyboard
    assert page.found is not None


def test_another_sheet_is_chosen_where_the_first_is_no_survey(
    book_page, choose, tmp_path, keys, qtbot
) -> None:
    book = Workbook()
    book.active.title = "표지"
    sheet = book.create_sheet("원자료")
    for row in drawn((1, 2), 40).table:
        sheet.append(list(row))
    path = tmp_path / "두 시트.xlsx"
    book.save(path)
    choose(path)
    book_page.acts["survey"].trigger()
    page = book_page.survey.page
    qtbot.waitUntil(page.refused.sentence.isVisible)
    qtbot.waitUntil(page.head.sheet.isVisible)
    page.head.sheet.setFocus(Qt.FocusReason.TabFocusReason)
    keys.press(K.Key_Space)
    keys.press(K.Key_End)
    with qtbot.waitSignals([page.read, page.previewed], timeout=60_000):
        keys.press(K.Key_Return)
    assert page.draft.table.source.sheet == "원자료"
    assert len(page.found.preview.services) == 2


def test_reading_can_be_stopped(book_page, choose, tmp_path, keys, qtbot) -> None:
    choose(as_xlsx(tmp_path / "큰 원자료.xlsx", drawn(range(1, 11), 200).table))
    book_page.acts["survey"].trigger()
    page = book_page.survey.page
    assert keys.target() is page.reading.stop
    keys.press(K.Key_Escape)
    assert book_page.work.isVisible()
    assert not page.is_under_way()
    page.leave()  # waits for the thread; nobody hears of what it did
    assert page.draft is None


def test_closing_the_book_while_a_file_is_read_is_calm(book_page, choose, window, tmp_path) -> None:
    choose(as_xlsx(tmp_path / "큰 원자료.xlsx", drawn(range(1, 11), 200).table))
    book_page.acts["survey"].trigger()
    window.close_document()
    assert window.page is None


def test_nothing_is_shown_where_no_file_was_chosen(book_page, choose) -> None:
    choose(None)
    assert book_page.acts["survey"].isVisible()
    book_page.acts["survey"].trigger()
    assert book_page.work.isVisible()


def test_a_book_without_a_survey_has_no_such_entry(scoring) -> None:
    assert not scoring.acts["survey"].isVisible()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_everything_has_a_name(importing, speak, language) -> None:
    page = importing()
    speak(language)
    board, fields = page.board, page.board.columns.fields
    parts = [board.columns.table, board.columns.form, board.preview.table, board.findings.list]
    parts += [fields.low, fields.high, fields.weight]
    assert all(part.accessibleName() for part in parts)
    assert page.head.take.text()
    assert page.head.other.text()
    spoken = board.preview.table.rows.index(0, 9).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("1: ")


def test_stopping_brings_back_the_table_of_before_with_its_own_sheets(
    importing, book_page, choose, tmp_path, keys, qtbot
) -> None:
    page = importing()
    before = page.draft.table
    other = Workbook()
    for name in ("표지", "부록"):
        other.create_sheet(name)
    other.save(tmp_path / "다른 파일.xlsx")
    with qtbot.waitSignal(page.read):
        page.begin(tmp_path / "다른 파일.xlsx")
    assert page.head.sheet.isVisible()
    page.begin(as_xlsx(tmp_path / "큰 원자료.xlsx", drawn(range(1, 11), 200).table))
    with qtbot.waitSignal(page.previewed):
        keys.press(K.Key_Escape)
    assert page.draft.table is before
    assert page.found is not None
    assert not page.head.sheet.isVisible()
    page.leave()
    assert page.draft.table is before


def test_escape_leaves_a_refused_file_and_the_next_one_is_asked_for(
    importing, book_page, choose, tmp_path, keys, qtbot
) -> None:
    bad = tmp_path / "회의록.xlsx"
    bad.write_bytes(b"PK no workbook")
    choose(bad)
    book_page.acts["survey"].trigger()
    page = book_page.survey.page
    qtbot.waitUntil(page.refused.sentence.isVisible)
    keys.press(K.Key_Escape)
    assert book_page.work.isVisible()
    importing()
    assert page.isVisible()
