"""Merged cells of a workbook are handed on as areas, each once and within what is wanted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.hostile.workbook_parts import letters, workbook
from workbench.errors import InputError
from workbench.tables.foreign import ForeignBook
from workbench.tables.places import area_of, column_letters, column_number, said_areas
from workbench.tables.terms import (
    LAST_COLUMN,
    LAST_ROW,
    MAX_MERGED,
    Area,
    Limits,
    Stop,
    Wanted,
)

LIMITS = Limits(last_row=100_000, most_rows=3, most_columns=4)


def merged(*references: str, rows: int = 2, with_merged: bool = True) -> list[Area]:
    """What is read of the merged cells of a small sheet."""
    inside = "".join(f'<mergeCell ref="{one}"/>' for one in references)
    return read(inside, rows=rows, with_merged=with_merged)


def read(inside: str, *, rows: int = 2, with_merged: bool = True) -> list[Area]:
    parts = workbook({"표": [["a", "b"]] * rows}, "표").sheet_changed(
        "</sheetData>", f"</sheetData><mergeCells>{inside}</mergeCells>"
    )
    wanted = Wanted(("표",), or_first=False, limits=LIMITS, with_merged=with_merged)
    (sheet,) = ForeignBook(parts.packed(), "받은 책.xlsx").read(wanted).sheets.values()
    assert (sheet.stopped == (Stop.TOO_LONG, 4)) == (rows > 3)
    return sheet.merged


def test_areas_come_once_and_in_order() -> None:
    assert merged("D2:D3", "A1:B1", "D2:D3", "B2:XFD1048576") == [
        (1, 1, 1, 2),
        (2, 2, LAST_ROW, LAST_COLUMN),
        (2, 4, 3, 4),
    ]


def test_one_cell_and_what_is_beyond_the_limits_is_nothing() -> None:
    assert merged("A1", "B2:B2", "E1:F1", "A100001:B100002") == []


def test_they_are_read_only_where_they_are_wanted_and_the_sheet_was_read_whole() -> None:
    assert merged("A1:B1", "B1:A1", with_merged=False) == []
    assert merged("A1:B1", rows=4) == []


@pytest.mark.parametrize(
    "reference",
    [
        "",
        "A",
        "1",
        "A0:B1",
        "B1:A1",
        "A2:A1",
        "XFD1:XFE1",
        "A1:A1048577",
        "A1:B",
        "a1:b1",
        "A1:B1 ",
    ],
    ids=repr,
)
def test_what_is_no_area_is_damage(reference: str) -> None:
    with pytest.raises(InputError, match="definition_book_damaged"):
        merged(reference)
    with pytest.raises(InputError, match="definition_book_damaged"):
        read("<mergeCell/>")


def test_more_areas_than_any_table_has_are_refused_unseen() -> None:
    many = [f"A{row}:B{row}" for row in range(1, MAX_MERGED)]
    assert len(merged(*many, "C1:D1", *many)) == MAX_MERGED
    with pytest.raises(InputError, match="definition_book_unsafe"):
        merged(*many, "C1:D1", "C2:D2")


@given(st.integers(1, LAST_COLUMN))
def test_columns_have_the_letters_of_a_spreadsheet(number: int) -> None:
    assert column_letters(number) == letters(number - 1)
    assert column_number(column_letters(number)) == number


def test_areas_are_said_as_a_spreadsheet_writes_them() -> None:
    areas = [area_of(f"AA{row}:AB{row}") for row in range(1, 8)]
    assert said_areas(areas[:1]) == "AA1:AB1"
    assert said_areas(areas[:5]) == "AA1:AB1, AA2:AB2, AA3:AB3, AA4:AB4, AA5:AB5"
    assert said_areas(areas) == "AA1:AB1, AA2:AB2, AA3:AB3, AA4:AB4, AA5:AB5 (+2)"
