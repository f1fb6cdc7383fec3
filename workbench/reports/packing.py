"""Sheets as the bytes of a workbook, for lists and tables that are small beside the report."""

import io
from collections.abc import Sequence

from workbench.reports.book import Book
from workbench.reports.edition import Edition
from workbench.reports.paper import Imprint
from workbench.reports.sheet import Sheet, write_sheet


def packed(sheets: Sequence[Sheet], *, edition: Edition, title: str) -> bytes:
    """Return ``sheets`` as the bytes of an .xlsx file; ``title`` stands on every printed page."""
    file, imprint = io.BytesIO(), Imprint(title, edition)
    with Book(file, edition, title) as book:
        for sheet in sheets:
            write_sheet(book, sheet, imprint=imprint, tick=_uncounted)
    return file.getvalue()


def _uncounted() -> None:
    """Count nothing: so small a workbook is written at once."""
