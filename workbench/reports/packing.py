"""Sheets as the bytes of a workbook, for lists and tables that are small beside the report."""

import io
from collections.abc import Sequence
from datetime import UTC
from typing import Any

from openpyxl import Workbook

from workbench.reports.edition import Edition
from workbench.reports.paper import Imprint
from workbench.reports.safe_text import cut_to, legal
from workbench.reports.sheet import Sheet, write_sheet
from workbench.reports.styles import Styles


def packed(sheets: Sequence[Sheet], *, edition: Edition, title: str) -> bytes:
    """Return ``sheets`` as the bytes of an .xlsx file; ``title`` stands on every printed page."""
    workbook: Any = Workbook(write_only=True)
    workbook.properties.creator = "Scoring Workbench"
    workbook.properties.title = cut_to(legal(title), 200)
    workbook.properties.created = edition.made_at.astimezone(UTC).replace(tzinfo=None)
    styles = Styles(workbook)
    imprint = Imprint(title, edition)
    for sheet in sheets:
        write_sheet(workbook, styles, sheet, imprint=imprint, tick=_uncounted)
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def _uncounted() -> None:
    """Count nothing: so small a workbook is written at once."""
