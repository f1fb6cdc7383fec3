"""A definition as one .xlsx workbook: every cell becomes the text that a person would type.

openpyxl is imported where it is used, so that nobody waits for it who opens no workbook.
"""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from workbench.definition.cells import NO, YES
from workbench.definition.layout import (
    LAYOUTS,
    MAX_COLUMNS,
    MAX_FILE_BYTES,
    MAX_ROWS,
    MAX_SHEET_CELLS,
    Layout,
)
from workbench.definition.problems import DefinitionProblem, Place
from workbench.definition.tables import (
    Cell,
    RawSheet,
    Table,
    Unreadable,
    absent,
    tabled,
    too_large,
)
from workbench.definition.workbook_guard import judge_workbook
from workbench.exact import plain

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

# an error of the spreadsheet's reader on a file that is not what it says it is
_DAMAGE: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)
_ESCAPED: Final = re.compile("_x00([01][0-9A-Fa-f]|5[Ff])_")
"""How a workbook writes a control, and an underscore that would begin such a sign."""
_LITERAL_IN_FORMAT: Final = re.compile(r'"[^"]*"|\\.')


def tables_in_workbook(source: Path, problems: list[DefinitionProblem]) -> dict[str, Table]:
    """Return every sheet of a definition from the workbook ``source``; problems are added.

    Raises:
        DefinitionProblem: the file cannot be read, is no workbook, or is not safe to parse.
    """
    with _both(source) as (values, formulas):
        return {layout.sheet: _table(layout, values, formulas, problems) for layout in LAYOUTS}


def some_tables_in_workbook(
    source: Path, problems: list[DefinitionProblem], only: Layout | None = None
) -> dict[str, Table]:
    """Return those sheets of a definition that the workbook ``source`` holds; problems are added.

    With ``only`` that one sheet is returned, the first of the workbook where none has its name.

    Raises:
        DefinitionProblem: the file cannot be read, is no workbook, or is not safe to parse.
    """
    with _both(source) as books:
        titles = [sheet.title.strip() for sheet in books[0].worksheets]
        if only is not None and titles:
            at = titles.index(only.sheet) if only.sheet in titles else 0
            values, formulas = (book.worksheets[at] for book in books)
            raw = _cells(only, values, formulas, problems)
            return {only.sheet: tabled(only, raw, problems)}
        return {
            layout.sheet: _table(layout, *books, problems)
            for layout in LAYOUTS
            if layout.sheet in titles
        }


@contextmanager
def _both(source: Path) -> Iterator[tuple["Workbook", "Workbook"]]:
    """Give the same cells twice: the values last computed, and where formulas stand."""
    content = _content(source)
    judge_workbook(content, source.name)
    with parsing(source.name):
        yield (
            opened_workbook(content, with_values=True),
            opened_workbook(content, with_values=False),
        )


def _content(source: Path) -> bytes:
    try:
        if source.stat().st_size > MAX_FILE_BYTES:
            raise DefinitionProblem(
                "definition_book_large", None, name=source.name, limit=MAX_FILE_BYTES >> 20
            )
        return source.read_bytes()
    except OSError as error:
        raise DefinitionProblem("definition_unreadable", None, name=source.name) from error


@contextmanager
def parsing(name: str) -> Iterator[None]:
    """Turn whatever a damaged workbook makes its parser raise into one sentence.

    Raises:
        DefinitionProblem: the workbook is damaged.
    """
    from openpyxl.utils.exceptions import CellCoordinatesException, InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that are not read here
            yield
    except (*_DAMAGE, CellCoordinatesException, InvalidFileException) as error:
        raise DefinitionProblem("definition_book_damaged", None, name=name) from error


def opened_workbook(content: bytes, *, with_values: bool) -> "Workbook":
    """Return the workbook in judged bytes; to be used inside ``parsing`` only."""
    from openpyxl import load_workbook

    return load_workbook(
        io.BytesIO(content), read_only=True, data_only=with_values, keep_links=False
    )


def _table(
    layout: Layout, values: "Workbook", formulas: "Workbook", problems: list[DefinitionProblem]
) -> Table:
    sheets = [
        [sheet for sheet in book.worksheets if sheet.title.strip() == layout.sheet]
        for book in (values, formulas)
    ]
    if not all(sheets):
        table = absent(layout, layout.sheet, problems)
        if not layout.can_be_absent:
            table.refuse("definition_sheet_missing")
        return table
    return tabled(layout, _cells(layout, sheets[0][0], sheets[1][0], problems), problems)


def _cells(
    layout: Layout, values: Any, formulas: Any, problems: list[DefinitionProblem]
) -> RawSheet:
    raw = RawSheet(layout.sheet, [])
    for sheet in (values, formulas):
        sheet.reset_dimensions()  # what a file says about its size is not believed
    width = 0
    pairs = zip(values.iter_rows(), formulas.iter_rows(), strict=True)
    for number, (row, formula_row) in enumerate(pairs, start=1):
        width += len(row)
        cells = [_cell(*pair) for pair in zip(row, formula_row, strict=True)]
        key = (
            "definition_too_wide" if width > MAX_SHEET_CELLS else too_large(cells, number, MAX_ROWS)
        )
        if key:
            raw.is_whole = False
            problems.append(DefinitionProblem(key, Place(layout.sheet, layout.sheet, number)))
            break
        if number <= MAX_ROWS:
            raw.cells.append(cells[:MAX_COLUMNS])
    return raw


def _cell(cell: Any, formula_cell: Any) -> Cell:
    value = cell.value
    if value is None:
        # a formula whose text is empty has a type of its own; "n" means never computed
        if formula_cell.data_type == "f" and cell.data_type == "n":
            return Unreadable("definition_formula_unsaved", _formula(formula_cell.value))
        return ""
    if cell.data_type == "e":
        return Unreadable("definition_cell_error", str(value))
    return text_of(value, "" if isinstance(value, bool | str) else cell.number_format)


def _formula(value: object) -> str:
    return str(getattr(value, "text", value))


def text_of(value: object, number_format: str = "") -> str:
    """Return what a person would type for a cell's ``value``."""
    if isinstance(value, str):
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, date | time | timedelta):
        return str(value)
    number = Decimal(repr(value))
    if "%" in _LITERAL_IN_FORMAT.sub("", number_format):
        return f"{plain(number * 100)}%"  # as it is shown; a unit is refused like a typed one
    return plain(number)
