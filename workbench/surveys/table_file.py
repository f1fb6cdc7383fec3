"""The rows of a survey's file, .xlsx or .csv: the one place where such a file is opened."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workbench.definition.problems import shown
from workbench.errors import InputError
from workbench.progress import Pulse
from workbench.surveys.headers import Rows
from workbench.tables.delimited import (
    TableUnfit,
    Wrong,
    is_otherwise_separated,
    table_rows,
    table_text,
)
from workbench.tables.files import MAX_FILE_BYTES, FileTooLarge, foreign_bytes
from workbench.tables.foreign import ForeignBook
from workbench.tables.terms import FALSE, LAST_ROW, TRUE, TRUTH, Cell, Limits, Stop, Wanted
from workbench.tables.unfit import Unfit

MOST_ROWS: Final = 100_000
"""Responses, the first header row not counted."""
MOST_COLUMNS: Final = 300
_ROWS_PER_PULSE: Final = 500
_NAMED_LINES: Final = 5
_LIMITS: Final = Limits(last_row=LAST_ROW, most_rows=MOST_ROWS + 1, most_columns=MOST_COLUMNS)
_TRUTHS: Final = {TRUE: "yes", FALSE: "no"}
_OWN_SENTENCES: Final = {
    Unfit.NOT_BOOK.value: "survey_not_book",
    Unfit.UNSAFE.value: "survey_unsafe",
}


@dataclass(frozen=True, slots=True)
class FileRows:
    """What stands in a survey's file, row by row, and how the file is known."""

    sha256: str
    sheet: str
    """The sheet of a workbook; empty for .csv."""
    sheets: tuple[str, ...]
    rows: Rows


def rows_of_file(path: Path, sheet: str, pulse: Pulse) -> FileRows:
    """Return the rows with something in them; of a workbook those of ``sheet``, or its first.

    The first sheet is the first that is not hidden.

    Raises:
        InputError: absent, unreadable, no such sheet, too large, damaged, or not safe to read.
    """
    content = _content(path)
    sha256 = hashlib.sha256(content).hexdigest()
    if path.suffix.casefold() == ".csv":
        return FileRows(sha256, "", (), _csv_rows(content, path.name, pulse))
    return _workbook_rows(ForeignBook(content, path.name), sha256, sheet, pulse)


def _content(path: Path) -> bytes:
    try:
        return foreign_bytes(path)
    except FileNotFoundError as error:
        raise InputError("definition_absent", name=path.name) from error
    except FileTooLarge as error:
        limit = MAX_FILE_BYTES >> 20
        raise InputError("survey_file_large", name=path.name, limit=limit) from error
    except OSError as error:
        raise InputError("definition_unreadable", name=path.name) from error


def _csv_rows(content: bytes, name: str, pulse: Pulse) -> Rows:
    rows: Rows = []
    ragged = []
    try:
        found = table_rows(table_text(content, is_ours=False))
        for number, fields in enumerate(found, start=1):
            if number % _ROWS_PER_PULSE == 0:
                pulse()
            if not any(map(str.strip, fields)):
                continue
            _require_size(len(rows), len(fields), name)
            if rows and len(fields) != len(rows[0][1]):
                ragged.append(number)
            rows.append((number, fields))
    except TableUnfit as error:
        raise _refusal(error, name) from error
    if rows and is_otherwise_separated(rows[0][1]):
        raise InputError("survey_separator", name=name)
    if ragged:
        raise InputError("survey_ragged", name=name, lines=said_lines(ragged))
    return rows


def _refusal(error: TableUnfit, name: str) -> InputError:
    if error.wrong is Wrong.QUOTES:
        return InputError("survey_quotes", name=name, line=error.row)
    if error.wrong is Wrong.TOO_WIDE:
        return InputError("survey_too_wide", name=name, most=MOST_COLUMNS)
    return InputError("survey_encoding", name=name)


def _require_size(rows: int, columns: int, name: str) -> None:
    if rows > MOST_ROWS:
        raise InputError("survey_too_long", name=name, most=MOST_ROWS)
    if columns > MOST_COLUMNS:
        raise InputError("survey_too_wide", name=name, most=MOST_COLUMNS)


def _workbook_rows(book: ForeignBook, sha256: str, sheet: str, pulse: Pulse) -> FileRows:
    wanted = (sheet,) if sheet else ()
    try:
        found = book.read(Wanted(wanted, or_first=not sheet, limits=_LIMITS), pulse=pulse)
    except InputError as error:
        raise InputError(_OWN_SENTENCES.get(error.key, error.key), **error.values) from error
    if not found.sheets:
        sheets = ", ".join(map(shown, found.titles))
        raise InputError("survey_no_sheet", name=book.name, sheet=shown(sheet), sheets=sheets)
    ((at, read),) = found.sheets.items()
    if read.stopped is not None:
        is_long = read.stopped[0] is Stop.TOO_LONG
        _require_size(*((MOST_ROWS + 1, 0) if is_long else (0, MOST_COLUMNS + 1)), book.name)
    rows = [(number, [_text(cell) for cell in cells]) for number, cells in read.rows]
    filled = [(number, _trimmed(row)) for number, row in rows]
    return FileRows(sha256, found.titles[at], found.titles, [row for row in filled if row[1]])


def _text(cell: Cell) -> str:
    """Return what an answer is: a formula never computed is no empty one, a share stays one."""
    if isinstance(cell, str):
        return cell.strip()
    mark, text = cell
    return _TRUTHS[text] if mark == TRUTH else text.strip()


def _trimmed(row: list[str]) -> Sequence[str]:
    while row and not row[-1]:
        row.pop()
    return row


def said_lines(lines: Sequence[int]) -> str:
    """Return line numbers as a sentence lists them: the first few, and how many more."""
    first = ", ".join(map(str, lines[:_NAMED_LINES]))
    more = len(lines) - _NAMED_LINES
    return f"{first} (+{more})" if more > 0 else first
