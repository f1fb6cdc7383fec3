"""Sound workbooks read like others read them: what was written, and what other readers find."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

import openpyxl
import python_calamine
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.surveys.raw_survey import as_xlsx, drawn
from workbench.exact import plain
from workbench.tables.reading import read_workbook
from workbench.tables.terms import Cell, Limits, Wanted

if TYPE_CHECKING:
    from pathlib import Path

EVERYTHING = Limits(last_row=1_048_576, most_rows=100_000, most_columns=16_384)

numbers = st.decimals(-(10**6), 10**6, places=2).map(lambda found: float(found))
texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=30
).filter(lambda text: not text.startswith("="))
days = st.dates(date(1900, 3, 1), date(2900, 12, 31))
values = st.one_of(st.none(), st.booleans(), st.integers(-(10**9), 10**9), numbers, texts, days)


def shown(value: object) -> Cell:
    """What a person would type for ``value``, thought up anew."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return ("b", str(value).upper())
    if isinstance(value, datetime):
        return str(value.date()) if value.time() == time() else str(value)
    if isinstance(value, date | str):
        return str(value)
    number = Decimal(str(value))
    return plain(number) if number else "0"


def read(content: bytes, title: str) -> dict[tuple[int, int], Cell]:
    book = read_workbook(content, Wanted((title,), or_first=False, limits=EVERYTHING))
    (found,) = book.sheets.values()
    return {
        (number, column): cell
        for number, row in found.rows
        for column, cell in enumerate(row, start=1)
        if cell
    }


@given(st.dictionaries(st.tuples(st.integers(1, 40), st.integers(1, 40)), values, max_size=30))
def test_what_another_program_writes_is_read(cells: dict[tuple[int, int], object]) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for (row, column), value in cells.items():
        written = sheet.cell(row, column, value)
        if isinstance(value, str):
            written.data_type = "s"
    made = io.BytesIO()
    book.save(made)
    expected = {place: shown(value) for place, value in cells.items() if shown(value)}
    assert read(made.getvalue(), sheet.title) == expected


def test_a_survey_is_read_as_another_reader_reads_it(tmp_path: Path) -> None:
    path = as_xlsx(tmp_path / "원자료.xlsx", drawn(range(1, 4), 60).table)
    sheet = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0)
    theirs = {
        (row, column): shown(value)
        for row, found in enumerate(sheet.to_python(skip_empty_area=False), start=1)
        for column, value in enumerate(found, start=1)
        if shown(value)
    }
    ours = read(path.read_bytes(), sheet.name)
    assert len(ours) > 3_000
    assert ours == theirs
