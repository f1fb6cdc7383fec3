"""A sheet as a plain value, and how it becomes part of a workbook file.

``rows`` can be asked for again and gives the same rows: once for writing, once for comparing
the written file with what was meant. Few are held until then, many are made anew.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from itertools import pairwise
from typing import Any, Final

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.pagebreak import Break

from workbench.exact import plain
from workbench.reports.book import Book
from workbench.reports.cells import DANGER, DANGER_TINT, SUCCESS, Held, Row, column
from workbench.reports.charts import Chart, native
from workbench.reports.paper import Imprint, label_pages, set_up_print
from workbench.reports.safe_text import line_count

LINE: Final = 15
PADDING: Final = 3
TALLEST: Final = 409
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
    column_breaks: tuple[int, ...] = ()
    """Columns after which a page ends; without any, all columns stand on one page."""
    filtered: str = ""
    merged: tuple[str, ...] = ()
    """Cells of the head that are joined; nothing else ever is."""
    breaks: tuple[int, ...] = ()
    verdicts: str = ""
    """Where 일치/불일치 stand, so that a difference is seen from afar."""
    judged: tuple[tuple[str, Decimal], ...] = ()
    """Where totals stand and the cut below which they are red: a rule, so a changed value
    changes its colour."""
    hidden: int = 0
    """How many of the last columns are not shown and not printed."""
    charts: tuple[Chart, ...] = ()

    @property
    def pages_wide(self) -> int:
        """Return how many pages stand beside each other."""
        return len(self.column_breaks) + 1

    @property
    def widest_page(self) -> int:
        """Return the width of the widest page, with the columns that are repeated on each."""
        repeated = sum(self.widths[: self.frozen_columns])
        ends = (self.frozen_columns, *self.column_breaks, len(self.widths) - self.hidden)
        return repeated + max(sum(self.widths[one:two]) for one, two in pairwise(ends))

    @property
    def printed_columns(self) -> str:
        """Return the letters of the last column that is printed."""
        return column(len(self.widths) - self.hidden)


def held(sheets: Sequence[Sheet], most: int) -> tuple[Sheet, ...]:
    """Return ``sheets`` with their rows made, if there are at most so many rows in all."""
    if sum(sheet.length for sheet in sheets) > most:
        return tuple(sheets)
    return tuple(replace(sheet, rows=partial(iter, tuple(sheet.rows()))) for sheet in sheets)


def height(row: Row, widths: tuple[int, ...]) -> int:
    """Return the height that shows every line of ``row``; no program can be trusted to find it."""
    lines = 1
    for cell, width in zip(row.cells, widths, strict=False):
        if cell is None or cell.held is not Held.TEXT or not cell.look.wrap:
            continue
        if 2 * len(cell.content) > width or "\n" in cell.content:
            seen = cell.content[: width * TALLEST // LINE]  # what is higher is cut off anyway
            lines = max(lines, line_count(seen, width))
    return min(lines * LINE + PADDING, TALLEST)


def write_sheet(book: Book, sheet: Sheet, *, imprint: Imprint, tick: Callable[[], None]) -> None:
    """Add ``sheet`` to ``book``, row by row; ``tick`` is called once per row."""
    target = book.workbook.create_sheet(sheet.name)
    _arrange(target, sheet)
    _colour(target, sheet)
    wide = sheet.widest_page if sheet.column_breaks else 0
    set_up_print(target, landscape=sheet.landscape, wide=wide)
    label_pages(target, imprint)
    with book.rows(target) as stream:
        for row in sheet.rows():
            stream.add(row, row.height or height(row, sheet.widths))
            tick()
        target.print_area = f"A1:{sheet.printed_columns}{max(stream.count, 1)}"
        for chart in sheet.charts:
            target.add_chart(native(chart))


def _arrange(target: Any, sheet: Sheet) -> None:
    first_hidden = len(sheet.widths) - sheet.hidden + 1
    for index, width in enumerate(sheet.widths, start=1):
        target.column_dimensions[column(index)].width = width
        target.column_dimensions[column(index)].hidden = index >= first_hidden
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
    for index in sheet.column_breaks:
        target.col_breaks.append(Break(id=index))


def _colour(target: Any, sheet: Sheet) -> None:
    rules = [(cells, "lessThan", plain(cut), DANGER, DANGER_TINT) for cells, cut in sheet.judged]
    if sheet.verdicts:
        rules += [
            (sheet.verdicts, "equal", '"불일치"', DANGER, DANGER_TINT),
            (sheet.verdicts, "equal", '"일치"', SUCCESS, ""),
        ]
    for cells, operator, bound, ink, tint in rules:
        fill = PatternFill(bgColor=f"FF{tint}") if tint else None
        look = DifferentialStyle(font=Font(color=f"FF{ink}"), fill=fill)
        rule: Any = Rule("cellIs", dxf=look, formula=[bound])
        rule.operator = operator
        target.conditional_formatting.add(cells, rule)
