"""A scores table as a workbook: what a sheet shows and its cells do not hold is never guessed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from tests.journeys.command_line import done, nothing_changes, refused
from tests.journeys.rounds import Round, write_scores
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

HEADER = ("service", "indicator", "field", "value")
MARKS = [(3, "C1", "score", 4), (3, "C2", "score", 80)]


def book_of(path: Path, sheets: dict[str, Iterable[Sequence[Any]]], *merged: str) -> Path:
    """A workbook with rows by the title of their sheet; ``merged`` are ranges of the first."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    for cells in merged:
        book.worksheets[0].merged_cells.add(cells)
    book.save(path)
    return path


@pytest.fixture
def marked(small_round: Round) -> Round:
    """The small round in which E1 gave both marks of service 3."""
    table = write_scores(small_round.folder / "먼저.csv", [(3, "C1", "score", 30), MARKS[1]])
    assert done("enter", small_round.books["E1"], table)["stored"] == 2
    return small_round


def complaints(made: Round, table: Path, *more: str) -> list[str]:
    """The sentences that refuse ``table``, below the one about all of it; nothing is stored."""
    with nothing_changes(made.folder):
        first, *rest = refused(2, "enter", made.books["E1"], table, *more)
    assert table.name in first
    return rest


@pytest.mark.parametrize(
    "merged", ["D2:D3", "C2:D2", "A1:B1", "D3:E3", "A1:D1", "B3:B4", "D2:D1048576", "A1:XFD3"]
)
def test_merged_cells_are_refused_by_their_range(marked: Round, merged: str) -> None:
    table = book_of(marked.folder / "점수.xlsx", {"점수": [HEADER, *MARKS]}, merged)
    (sentence,) = complaints(marked, table)
    assert f"점수: 병합된 셀({merged})" in sentence
    (sentence,) = complaints(marked, table, "--lang", "en")
    assert f"({merged})" in sentence


def test_many_merged_ranges_are_one_sentence(marked: Round) -> None:
    rows = [HEADER, *((at, "", "opinion", "글") for at in (3, 8, 11, 40, 9999) * 3)]
    merged = [f"C{at}:D{at}" for at in range(2, 14)]
    (sentence,) = complaints(marked, book_of(marked.folder / "점수.xlsx", {"1": rows}, *merged))
    assert "(C2:D2, C3:D3, C4:D4, C5:D5, C6:D6 (+7))" in sentence


@pytest.mark.parametrize("merged", ["A5:D9", "E1:F3", "F2:XFD1048576", "A4:D4"])
def test_merged_cells_beside_the_table_are_nobody_s(marked: Round, merged: str) -> None:
    table = book_of(marked.folder / "점수.xlsx", {"점수": [HEADER, *MARKS]}, merged)
    assert done("enter", marked.books["E1"], table)["stored"] == 1


def test_merged_cells_of_another_sheet_are_nobody_s(marked: Round) -> None:
    path = marked.folder / "점수.xlsx"
    book_of(path, {"안내": [("적는 법",)], "scores": [HEADER, *MARKS]}, "A1:D4")
    assert done("enter", marked.books["E1"], path)["stored"] == 1


SECOND = [(3, "C2", "score", 70)]


def hidden(path: Path, title: str) -> Path:
    book = openpyxl.load_workbook(path)
    book[title].sheet_state = "hidden"
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1차", "2차 (고침)"),
        ("scores", "2차"),
        ("2차", "scores"),
        ("scores", "Scores (2)"),
    ],
)
def test_a_second_sheet_with_a_table_is_refused(marked: Round, first: str, second: str) -> None:
    sheets = {first: [HEADER, *MARKS], "안내": [("적는 법",)], second: [HEADER, *SECOND]}
    table = book_of(marked.folder / "점수.xlsx", sheets)
    (sentence,) = complaints(marked, table)
    assert f"({first}, {second})" in sentence
    (sentence,) = complaints(marked, table, "--lang", "en")
    assert f"({first}, {second})" in sentence
    other = first if second == "scores" else second  # the sheet of that name goes before
    assert done("enter", marked.books["E1"], hidden(table, other))["stored"] == 1


@pytest.mark.parametrize(
    "second",
    [
        [("위원회 1차 점수",), HEADER, *SECOND],
        [(), (), (*HEADER, "비고"), *SECOND],
        [(" value ", "field", "indicator", "service"), (70, "score", "C2", 3)],
        [HEADER, *(("", "", "", "") for _ in range(2_000)), (1,)],
        [HEADER, *(SECOND * 50)],
    ],
    ids=["below a title", "with more columns", "in another order", "far below", "long"],
)
def test_a_table_on_a_further_sheet_is_known_by_its_header(
    marked: Round, second: list[Sequence[Any]]
) -> None:
    table = book_of(marked.folder / "점수.xlsx", {"1": [HEADER, *MARKS], "2": second})
    (sentence,) = complaints(marked, table)
    assert "(1, 2)" in sentence


def test_an_empty_table_before_the_filled_one_is_refused_too(marked: Round) -> None:
    sheets = {"양식": [HEADER], "점수": [HEADER, *MARKS]}
    (sentence,) = complaints(marked, book_of(marked.folder / "점수.xlsx", sheets))
    assert "(양식, 점수)" in sentence


@pytest.mark.parametrize(
    "second",
    [
        [],
        [("메모",), ("service", "indicator"), (3, "C2", "score", 70)],
        [HEADER],
        [("가",) * 100, HEADER],
        [(at, "C1") for at in range(2_000)],
    ],
    ids=["empty", "notes", "header only", "wide", "long"],
)
def test_a_further_sheet_with_anything_else_is_left_alone(
    marked: Round, second: list[Sequence[Any]]
) -> None:
    table = book_of(marked.folder / "점수.xlsx", {"1": [HEADER, *MARKS], "2": second})
    assert done("enter", marked.books["E1"], table)["stored"] == 1


def test_notes_before_the_only_table_are_refused_for_their_header(marked: Round) -> None:
    sheets = {"안내": [("적는 법",)], "점수": [HEADER, *MARKS]}
    sentences = complaints(marked, book_of(marked.folder / "점수.xlsx", sheets))
    assert not [sentence for sentence in sentences if "(안내, 점수)" in sentence]


@pytest.mark.parametrize("title", ["내 점수", "scores", " scores "])
def test_a_cell_is_named_by_the_sheet_in_which_it_stands(marked: Round, title: str) -> None:
    rows = [HEADER, (3, "C1", "score", "#REF!")]
    table = book_of(marked.folder / "점수.xlsx", {"안내": [], title: rows})
    (sentence,) = complaints(marked, table if "scores" in title else hidden(table, "안내"))
    assert f"- {title.strip()} 2행 value 열: " in sentence


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (timedelta(days=4, hours=12), "[h]:mm", "108:00:00"),
        (timedelta(hours=7, minutes=5, seconds=9), "[h]:mm:ss", "7:05:09"),
        (timedelta(days=1, milliseconds=1_500), "[mm]:ss.000", "24:00:01.5"),
        (True, "General", "TRUE"),
        (False, "General", "FALSE"),
    ],
    ids=["days", "hours", "parts of a second", "true", "false"],
)
def test_what_is_no_mark_is_quoted_as_the_sheet_shows_it(
    marked: Round, value: object, number_format: str, shown: str
) -> None:
    table = book_of(marked.folder / "점수.xlsx", {"내 점수": [HEADER, (3, "C1", "score", value)]})
    book = openpyxl.load_workbook(table)
    book.active["D2"].number_format = number_format
    book.save(table)
    (sentence,) = complaints(marked, table)
    assert f"\u2018{shown}\u2019" in sentence
    (sentence,) = complaints(marked, table, "--lang", "en")
    assert f"'{shown}'" in sentence


def test_true_says_yes_where_that_is_asked_and_is_a_word_elsewhere(marked: Round) -> None:
    rows = [HEADER, (3, "C2", "not_applicable", True), (3, "C1", "comment", True)]
    table = book_of(marked.folder / "점수.xlsx", {"내 점수": rows})
    assert done("enter", marked.books["E1"], table)["stored"] == 2
    with open_book(marked.books["E1"], read_only=True) as book:
        (sheet,) = (sheet for sheet in book.sheets() if sheet.service.number == 3)
        rows_of = {row.indicator.code: row for row in sheet.rows()}
    assert dict(rows_of["C2"].mark.values)["not_applicable"] == "yes"
    assert rows_of["C1"].comment == "TRUE"


def test_false_is_no_answer_to_not_applicable(marked: Round) -> None:
    rows = [HEADER, (3, "C2", "not_applicable", False)]
    (sentence,) = complaints(marked, book_of(marked.folder / "점수.xlsx", {"내 점수": rows}))
    assert "\u2018FALSE\u2019" in sentence


@pytest.mark.parametrize("at", range(3), ids=HEADER[:3])
def test_true_names_no_place(marked: Round, at: int) -> None:
    row = [*MARKS[0][:at], True, *MARKS[0][at + 1 :]]
    (sentence,) = complaints(marked, book_of(marked.folder / "점수.xlsx", {"1": [HEADER, row]}))
    assert "TRUE" in sentence
