"""Inside the reading child: what it is asked about a workbook, and what it answers, as JSON."""

from collections.abc import Mapping
from typing import Any

from workbench.tables.reading import read_workbook
from workbench.tables.terms import Cell, Limits, SheetRows, Wanted


def workbook_rows(content: bytes, wanted: Mapping[str, Any]) -> object:
    """Return the titles of a workbook, and the rows of those sheets that are wanted.

    A cell is a text, or a list of its mark and a text.

    Raises:
        BookUnfit: it is no workbook, protected, damaged, or not safe to read.
    """
    asked = Wanted(
        tuple(wanted["titles"]),
        or_first=wanted["or_first"],
        limits=Limits(wanted["last_row"], wanted["most_rows"], wanted["most_columns"]),
        with_merged=wanted["with_merged"],
        with_tops=wanted["with_tops"],
    )
    book = read_workbook(content, asked)
    return {
        "titles": list(book.titles),
        "sheets": [_sheet(at, found) for at, found in book.sheets.items()],
        "tops": [_sheet(at, found) for at, found in book.tops.items()],
    }


def _sheet(at: int, found: SheetRows) -> object:
    return {
        "at": at,
        "rows": [[number, [_said(cell) for cell in row]] for number, row in found.rows],
        "stopped": list(found.stopped) if found.stopped else None,
        "merged": [list(area) for area in found.merged],
    }


def _said(cell: Cell) -> str | list[str]:
    return cell if isinstance(cell, str) else list(cell)
