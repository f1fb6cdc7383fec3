"""Sheets written as one workbook or a folder of .csv files, never over anything."""

import csv
import io
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from models.errors import AppError, folder_unwritten
from models.images import put_image
from workbench.definition.cells import YES
from workbench.definition.layout import LAYOUTS, Layout
from workbench.errors import ExportError
from workbench.exact import is_plain
from workbench.rounds.creating import refuse_existing
from workbench.setup.sheets import SheetRow, Sheets, columns_of, round_text

if TYPE_CHECKING:
    from workbench.reports.cells import Row
    from workbench.reports.sheet import Sheet

_NUMBERS: Final = frozenset({"number", "max_points", "step", "percent"})
_EXACT_DIGITS: Final = 15
"""A spreadsheet keeps so many digits of a number; what has more is written as text."""
_LEAST_WIDTH: Final = 8
_MOST_WIDTH: Final = 60


def export_sheets(sheets: Sheets, target: Path) -> Path:
    """Write ``sheets`` to ``target``, an .xlsx workbook or a folder of .csv files; return it.

    ``scorebench new`` reads back the same from either.

    Raises:
        InputError: something is there already; it is untouched.
        ExportError: a text is longer than a cell of a workbook can be; nothing was written.
        StoreError: the disk refuses; nothing was written.
    """
    refuse_existing([target])
    if target.suffix.casefold() == ".xlsx":
        put_image(_workbook(sheets), target)
        return target
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        draft.mkdir()
        for layout in LAYOUTS:
            if sheets.of(layout.sheet) or not layout.can_be_absent:
                (draft / f"{layout.sheet}.csv").write_bytes(_csv(sheets, layout))
        os.rename(draft, target)
    except OSError as error:
        raise folder_unwritten(error, target) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return target


def _csv(sheets: Sheets, layout: Layout) -> bytes:
    columns = columns_of(layout.sheet)
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([row.text(name) for name in columns] for row in sheets.of(layout.sheet))
    return text.getvalue().encode("utf-8-sig")  # with the mark, or a Korean Excel shows rubbish


def _workbook(sheets: Sheets) -> bytes:
    # openpyxl only when a workbook is asked for
    from workbench.reports.edition import Audience, Edition
    from workbench.reports.packing import packed

    is_rehearsal = round_text(sheets, "rehearsal") == YES
    edition = Edition(Audience.INTERNAL, False, is_rehearsal, datetime.now(UTC).astimezone())
    pages = [_page(sheets, layout) for layout in LAYOUTS]
    return packed(pages, edition=edition, title=round_text(sheets, "title"))


def _page(sheets: Sheets, layout: Layout) -> "Sheet":
    from workbench.reports.page import fitting
    from workbench.reports.sheet import Sheet

    columns, rows = columns_of(layout.sheet), sheets.of(layout.sheet)
    for at, row in enumerate(rows, start=2):
        for column in columns:
            _require_short(row.text(column), layout.sheet, at, column)
    widths = tuple(
        fitting([column, *(row.text(column) for row in rows)], _LEAST_WIDTH, _MOST_WIDTH)
        for column in columns
    )
    return Sheet(
        name=layout.sheet,
        widths=widths,
        rows=partial(_rows, columns, rows),
        length=1 + len(rows),
        head=(1, 1),
        landscape=True,
    )


def _require_short(text: str, sheet: str, row: int, column: str) -> None:
    from workbench.reports.safe_text import cell_text, shown_text

    if shown_text(cell_text(text)) != text:
        place = AppError("definition_place_cell", name=sheet, row=row, column=column)
        raise ExportError("setup_cell_long", place=place)


def _rows(columns: tuple[str, ...], rows: tuple[SheetRow, ...]) -> Iterator["Row"]:
    from workbench.reports.cells import BODY, HEAD, Row, figure
    from workbench.reports.cells import text as written

    yield Row(tuple(written(column, HEAD) for column in columns))
    for row in rows:
        yield Row(
            tuple(
                figure(Decimal(row.text(column)), 0)
                if column in _NUMBERS and _is_number(row.text(column))
                else written(row.text(column), BODY)
                for column in columns
            )
        )


def _is_number(text: str) -> bool:
    return is_plain(text) and len(text) <= _EXACT_DIGITS
