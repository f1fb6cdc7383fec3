"""A sheet as a plain value, and how it becomes part of a workbook file.

``rows`` can be asked for again and gives the same rows: once for writing, once for comparing
the written file with what was meant.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.pagebreak import Break

from workbench.reports.cells import (
    DANGER,
    DANGER_TINT,
    PALE_INK,
    SUCCESS,
    WARNING,
    Held,
    Row,
    column,
)
from workbench.reports.edition import Edition
from workbench.reports.safe_text import header_text, line_count
from workbench.reports.styles import TYPEFACE, Styles

A4 = 9
LINE = 15
PADDING = 3
TALLEST = 409
"""Heights in points: of a line of text, of what is above and below it, the most of a row."""


@dataclass(frozen=True)
class Sheet:
    """One sheet: what stands in it and how it is printed."""

    name: str
    widths: tuple[int, ...]
    rows: Callable[[], Iterable[Row]]
    length: int
    """How many rows there are, so that progress can be told."""
    head: tuple[int, int] | None = None
    """First and last row of the table's head: frozen, and repeated on every page."""
    frozen_columns: int = 0
    landscape: bool = False
    pages_wide: int = 1
    filtered: str = ""
    merged: tuple[str, ...] = ()
    """Cells of the head that are joined; nothing else ever is."""
    breaks: tuple[int, ...] = ()
    verdicts: str = ""
    """Where 일치/불일치 stand, so that a difference is seen from afar."""


def height(row: Row, widths: tuple[int, ...]) -> int:
    """Return the height that shows every line of ``row``; no program can be trusted to find it."""
    lines = 1
    for cell, width in zip(row.cells, widths, strict=False):
        if cell is not None and cell.look.wrap and cell.held is Held.TEXT:
            seen = cell.content[: width * TALLEST // LINE]  # what is higher is cut off anyway
            lines = max(lines, line_count(seen, width))
    return min(lines * LINE + PADDING, TALLEST)


def write_sheet(
    workbook: Any,
    styles: Styles,
    sheet: Sheet,
    *,
    edition: Edition,
    title: str,
    tick: Callable[[], None],
) -> None:
    """Add ``sheet`` to ``workbook``, row by row; ``tick`` is called once per row."""
    target = workbook.create_sheet(sheet.name)
    _arrange(target, sheet)
    _set_up_print(target, sheet)
    _label_pages(target, edition, title)
    target._values_to_row = _placed
    pool: list[Any] = [WriteOnlyCell(target) for _ in sheet.widths]
    for index, row in enumerate(sheet.rows(), start=1):
        target.row_dimensions[index].height = row.height or height(row, sheet.widths)
        target.append(_filled(pool, row, styles))
        target.row_dimensions.pop(index)
        tick()


def _filled(pool: list[Any], row: Row, styles: Styles) -> list[Any]:
    # every row is written before the next is filled, so one set of cells serves them all
    filled: list[Any] = []
    for cell, meant in zip(pool, row.cells, strict=False):
        if meant is None:
            filled.append(None)
            continue
        is_formula = meant.held is Held.FORMULA
        cell._value = f"={meant.content}" if is_formula else meant.content
        cell.data_type = meant.held.value if meant.content else "n"
        cell._style = styles.of(meant.look, is_text=meant.held is Held.TEXT)
        filled.append(cell)
    return filled


def _placed(cells: list[Any], row: int) -> Iterator[Any]:
    """Give each cell its place; the library's own way raises and catches an error per cell."""
    for index, cell in enumerate(cells, start=1):
        if cell is not None:
            cell.row, cell.column = row, index
            yield cell


def _arrange(target: Any, sheet: Sheet) -> None:
    for index, width in enumerate(sheet.widths, start=1):
        target.column_dimensions[column(index)].width = width
    target.sheet_view.showGridLines = False
    target.sheet_view.zoomScale = 100
    if sheet.head:
        target.freeze_panes = f"{column(sheet.frozen_columns + 1)}{sheet.head[1] + 1}"
        target.print_title_rows = f"{sheet.head[0]}:{sheet.head[1]}"
    if sheet.frozen_columns and sheet.pages_wide > 1:
        target.print_title_cols = f"A:{column(sheet.frozen_columns)}"
    for cells in sheet.merged:
        target.merged_cells.add(cells)
    if sheet.filtered:
        target.auto_filter.ref = sheet.filtered
    for row in sheet.breaks:
        target.row_breaks.append(Break(id=row))
    if sheet.verdicts:
        for word, ink, tint in (("불일치", DANGER, DANGER_TINT), ("일치", SUCCESS, "")):
            fill = PatternFill(bgColor=f"FF{tint}") if tint else None
            look = DifferentialStyle(font=Font(color=f"FF{ink}"), fill=fill)
            rule = Rule("cellIs", dxf=look, operator="equal", formula=[f'"{word}"'])
            target.conditional_formatting.add(sheet.verdicts, rule)


def _set_up_print(target: Any, sheet: Sheet) -> None:
    target.page_setup.paperSize = A4
    target.page_setup.orientation = "landscape" if sheet.landscape else "portrait"
    target.page_setup.fitToWidth = sheet.pages_wide
    target.page_setup.fitToHeight = 0
    target.sheet_properties.pageSetUpPr.fitToPage = True
    target.print_options.horizontalCentered = True
    margins = target.page_margins
    margins.left = margins.right = _inches(15)
    margins.top, margins.bottom = _inches(20), _inches(18)
    margins.header = margins.footer = _inches(9)


def _inches(millimetres: int) -> float:
    return millimetres * 5 / 127


def _label_pages(target: Any, edition: Edition, title: str) -> None:
    made = edition.made_at
    parts = (
        (target.oddHeader.left, header_text(title), PALE_INK),
        (target.oddHeader.right, " · ".join(edition.marks), WARNING),
        (target.oddFooter.left, "&A", PALE_INK),
        (target.oddFooter.center, "&P / &N", PALE_INK),
        (target.oddFooter.right, f"{made.year}. {made.month}. {made.day}.", PALE_INK),
    )
    for part, shown, ink in parts:
        part.text = shown or None
        part.font = f"{TYPEFACE},Regular"
        part.size = 8
        part.color = ink
