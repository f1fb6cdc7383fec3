"""A definition as one .xlsx workbook: every cell becomes the text that a person would type."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Final

from workbench.definition.cells import NO, YES
from workbench.definition.layout import LAYOUTS, MAX_COLUMNS, MAX_ROWS, Layout
from workbench.definition.problems import DefinitionProblem, Place, shown
from workbench.definition.tables import (
    Cell,
    RawSheet,
    Table,
    Truth,
    Unreadable,
    absent,
    tabled,
)
from workbench.errors import InputError
from workbench.exact import plain
from workbench.tables.files import MAX_FILE_BYTES, FileTooLarge, foreign_bytes
from workbench.tables.foreign import ForeignBook
from workbench.tables.terms import (
    ERROR,
    FORMULA,
    TRUE,
    TRUTH,
    Limits,
    ReadBook,
    SheetRows,
    Stop,
    Wanted,
)
from workbench.tables.terms import Cell as FoundCell
from workbench.text import clean_text

_LIMITS: Final = Limits(last_row=MAX_ROWS, most_rows=MAX_ROWS, most_columns=MAX_COLUMNS)
_Titled = tuple[str, SheetRows]
"""A sheet below the title that people see."""
_STOPPED: Final = {Stop.TOO_LONG: "definition_too_long", Stop.TOO_WIDE: "definition_too_wide"}


def tables_in_workbook(source: Path, problems: list[DefinitionProblem]) -> dict[str, Table]:
    """Return every sheet of a definition from the workbook ``source``; problems are added.

    Raises:
        DefinitionProblem: the file cannot be read, is no workbook, or is not safe to parse.
    """
    found = _found(_read(source, LAYOUTS), LAYOUTS)
    return {layout.sheet: _table(layout, found, problems) for layout in LAYOUTS}


def some_tables_in_workbook(
    source: Path, problems: list[DefinitionProblem], only: Layout | None = None
) -> dict[str, Table]:
    """Return those sheets of a definition that the workbook ``source`` holds; problems are added.

    With ``only`` that one sheet is returned, the first of the workbook where none has its name.

    Raises:
        DefinitionProblem: the file cannot be read, is no workbook, or is not safe to parse; or
            more sheets than one hold the table ``only``.
    """
    layouts = LAYOUTS if only is None else (only,)
    book = _read(source, layouts, or_first=only is not None)
    found = _found(book, layouts)
    if only is not None and book.sheets:
        _require_one(book, only, source.name)
        ((at, sheet),) = book.sheets.items()
        found[only.sheet] = (shown(book.titles[at]), sheet)
    return {
        layout.sheet: _table(layout, found, problems) for layout in layouts if layout.sheet in found
    }


def _read(source: Path, layouts: Sequence[Layout], *, or_first: bool = False) -> ReadBook:
    titles = tuple(layout.sheet for layout in layouts)
    try:
        book = ForeignBook(foreign_bytes(source), source.name)
        return book.read(
            Wanted(titles, or_first=or_first, limits=_LIMITS, with_merged=True, with_tops=or_first)
        )
    except FileTooLarge as error:
        raise DefinitionProblem(
            "definition_book_large", None, name=source.name, limit=MAX_FILE_BYTES >> 20
        ) from error
    except OSError as error:
        raise DefinitionProblem("definition_unreadable", None, name=source.name) from error
    except InputError as error:
        raise DefinitionProblem(error.key, None, **error.values) from error


def _found(book: ReadBook, layouts: Sequence[Layout]) -> dict[str, _Titled]:
    """Return the sheets by the names they have here: exact, or with spaces around."""
    named = {book.titles[at].strip(): rows for at, rows in reversed(book.sheets.items())}
    named |= {book.titles[at]: rows for at, rows in book.sheets.items()}
    names = [layout.sheet for layout in layouts if layout.sheet in named]
    return {name: (name, named[name]) for name in names}


def _require_one(book: ReadBook, layout: Layout, name: str) -> None:
    """Refuse further sheets with rows under the same header: nobody would say that they are left.

    A sheet with anything else is somebody's notes.
    """
    ((chosen, read),) = book.sheets.items()
    further = [at for at, top in book.tops.items() if _rows_below(top, layout)]
    if further and read.rows and _is_header(read.rows[0][1], layout):
        sheets = ", ".join(shown(book.titles[at]) for at in sorted([chosen, *further]))
        raise DefinitionProblem("table_on_sheets", None, name=name, sheets=sheets)


def _rows_below(top: SheetRows, layout: Layout) -> bool:
    """Say whether a sheet holds the header of ``layout``, and something below it."""
    for at, (_, row) in enumerate(top.rows, start=1):
        if _is_header(row, layout):
            return at < len(top.rows) or top.stopped is not None
    return False


def _is_header(row: Sequence[FoundCell], layout: Layout) -> bool:
    names = {clean_text(cell) for cell in row if isinstance(cell, str)}
    return names.issuperset(layout.columns)


def _table(layout: Layout, found: dict[str, _Titled], problems: list[DefinitionProblem]) -> Table:
    titled = found.get(layout.sheet)
    if titled is None:
        table = absent(layout, layout.sheet, problems)
        if not layout.can_be_absent:
            table.refuse("definition_sheet_missing")
        return table
    return tabled(layout, _raw(layout, titled, problems), problems)


def _raw(layout: Layout, titled: _Titled, problems: list[DefinitionProblem]) -> RawSheet:
    title, sheet = titled
    raw = RawSheet(title, [], merged=sheet.merged)
    for number, row in sheet.rows:
        raw.cells += [[] for _ in range(len(raw.cells) + 1, number)]  # rows with nothing in them
        raw.cells.append([_cell(cell) for cell in row])
    if sheet.stopped is not None:
        why, number = sheet.stopped
        raw.stop()
        place = Place(layout.sheet, title, number)
        problems.append(DefinitionProblem(_STOPPED[why], place))
    return raw


def _cell(cell: FoundCell) -> Cell:
    if isinstance(cell, str):
        return cell
    mark, text = cell
    if mark == FORMULA:
        return Unreadable("definition_formula_unsaved", text)
    if mark == ERROR:
        return Unreadable("definition_cell_error", text)
    if mark == TRUTH:
        return Truth(YES if text == TRUE else NO, text)
    return f"{plain(Decimal(text) * 100)}%"  # as it is shown; a unit is refused like a typed one
