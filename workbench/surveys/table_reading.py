"""A survey's table from .xlsx or .csv: named columns, nothing kept of those about persons."""

import csv
import hashlib
import io
import zipfile
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from workbench.definition.csv_folder import long_fields
from workbench.definition.layout import MAX_FILE_BYTES
from workbench.definition.problems import DefinitionProblem, shown
from workbench.definition.terms import Service
from workbench.definition.workbook import opened_workbook, parsing, text_of
from workbench.definition.workbook_guard import judge_workbook
from workbench.errors import InputError
from workbench.progress import Pulse, unwatched
from workbench.surveys.columns import Column, kind_of, whole_or_none
from workbench.text import clean_text

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 300
LONGEST_NAME: Final = 120
_ROWS_PER_PULSE: Final = 500
_NAMED_LINES: Final = 5


@dataclass(frozen=True, slots=True)
class Source:
    """The file a survey came from, as it can be found again."""

    name: str
    sha256: str
    """Of its bytes, in hex."""
    sheet: str = ""
    """The sheet of a workbook; empty for .csv."""
    sheets: tuple[str, ...] = ()
    """Every sheet of the workbook."""


@dataclass(frozen=True)
class SurveyTable:
    """One row per respondent (or per service), by named columns."""

    source: Source
    columns: tuple[Column, ...]
    lines: tuple[int, ...]
    """The number of each row as a spreadsheet shows it; empty rows are left out."""
    texts: Mapping[str, tuple[str, ...]] = field(repr=False)
    """What stands in each column that was read, row by row."""

    @cached_property
    def column(self) -> dict[str, Column]:
        """Return the columns by name."""
        return {column.name: column for column in self.columns}

    @property
    def signature(self) -> str:
        """Return what tells tables of one form: a hash over the header row."""
        names = "\n".join(column.name for column in self.columns)
        return hashlib.sha256(names.encode()).hexdigest()

    @property
    def refused(self) -> tuple[Column, ...]:
        """Return the columns of which nothing was read."""
        return tuple(column for column in self.columns if column.is_refused)


def read_survey(
    path: Path,
    services: Iterable[Service],
    *,
    sheet: str = "",
    allowed: Collection[str] = (),
    pulse: Pulse = unwatched,
) -> SurveyTable:
    """Return the table in an .xlsx or .csv file; a workbook's first sheet unless one is named.

    Columns that look like names, phone numbers, mail addresses, addresses, birth dates, numbers
    of persons or free text are named and not read, except those in ``allowed``. ``services``
    are who the rows may speak of. ``pulse`` is called again and again; what it raises ends it.

    Raises:
        InputError: absent, unreadable, no table with a header row, too large, or a row that does
            not fit the header; or a column in ``allowed`` that is not there.
    """
    content = _content(path)
    source = Source(path.name, hashlib.sha256(content).hexdigest())
    if path.suffix.casefold() == ".csv":
        rows = _csv_rows(content, path.name, pulse)
    else:
        source, rows = _workbook_rows(content, source, sheet, pulse)
    known = {word for row in services for word in (str(row.number), clean_text(row.name))}
    table = _tabled(source, rows, known, frozenset(allowed))
    for name in allowed:
        if name not in table.column:
            raise InputError("survey_no_column", name=path.name, column=shown(name))
    return table


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise InputError("definition_absent", name=path.name)
        if path.stat().st_size > MAX_FILE_BYTES:
            raise InputError("survey_file_large", name=path.name, limit=MAX_FILE_BYTES >> 20)
        return path.read_bytes()
    except OSError as error:
        raise InputError("definition_unreadable", name=path.name) from error


Rows = list[tuple[int, Sequence[str]]]


def _csv_rows(content: bytes, name: str, pulse: Pulse) -> Rows:
    rows: Rows = []
    ragged = []
    with long_fields():
        reader = csv.reader(io.StringIO(_decoded(content, name), newline=""), strict=True)
        try:
            for number, fields in enumerate(reader, start=1):
                if number % _ROWS_PER_PULSE == 0:
                    pulse()
                if not any(map(str.strip, fields)):
                    continue
                _require_size(len(rows), len(fields), name)
                if rows and len(fields) != len(rows[0][1]):
                    ragged.append(number)
                rows.append((number, fields))
        except csv.Error as error:
            line = rows[-1][0] + 1 if rows else 1
            raise InputError("survey_quotes", name=name, line=line) from error
    if rows and len(rows[0][1]) == 1 and any(sign in rows[0][1][0] for sign in ";\t|"):
        raise InputError("survey_separator", name=name)
    if ragged:
        raise InputError("survey_ragged", name=name, lines=said_lines(ragged))
    return rows


def _decoded(content: bytes, name: str) -> str:
    """Return UTF-8 with or without its mark, else what a Korean Excel saves as plain CSV."""
    for encoding in ("utf-8-sig", "cp949"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise InputError("survey_encoding", name=name)


def _workbook_rows(content: bytes, source: Source, sheet: str, pulse: Pulse) -> tuple[Source, Rows]:
    name = source.name
    try:
        judge_workbook(content, name)
        with parsing(name):
            book = opened_workbook(content, with_values=True)
            formulas = opened_workbook(content, with_values=False) if _computes(content) else None
            titles = tuple(one.title for one in book.worksheets)
            at = _chosen(titles, sheet, name)
            rows = list(_sheet_rows(book, formulas, at, name, pulse))
    except DefinitionProblem as problem:
        own = {"definition_not_book": "survey_not_book", "definition_book_unsafe": "survey_unsafe"}
        raise InputError(own.get(problem.key, problem.key), **problem.values) from problem
    return Source(name, source.sha256, titles[at], titles), rows


def _chosen(titles: Sequence[str], sheet: str, name: str) -> int:
    if not sheet and titles:
        return 0
    if sheet not in titles:
        raise InputError(
            "survey_no_sheet", name=name, sheet=shown(sheet), sheets=", ".join(map(shown, titles))
        )
    return titles.index(sheet)


def _computes(content: bytes) -> bool:
    """Say whether a formula stands in the workbook: only then is it parsed a second time."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = [part for part in package.namelist() if part.startswith("xl/worksheets/")]
        return any(b"<f>" in inside or b"<f " in inside for inside in map(package.read, parts))


def _sheet_rows(
    book: "Workbook", formulas: "Workbook | None", at: int, name: str, pulse: Pulse
) -> Iterator[tuple[int, Sequence[str]]]:
    values = _values(book, at)
    beside = _values(formulas, at) if formulas else None
    found = 0
    for number, row in enumerate(values, start=1):
        if number % _ROWS_PER_PULSE == 0:
            pulse()
        texts = [_text(value) for value in row]
        if beside is not None:
            # a formula that was never computed has no value: it is no empty answer
            texts = [
                text or (str(getattr(formula, "text", formula)) if formula is not None else "")
                for text, formula in zip(texts, next(beside), strict=True)
            ]
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            _require_size(found, len(texts), name)
            found += 1
            yield number, texts


def _values(book: "Workbook", at: int) -> Iterator[tuple[Any, ...]]:
    sheet = book.worksheets[at]
    sheet.reset_dimensions()  # what a file says about its size is not believed
    rows: Iterator[tuple[Any, ...]] = sheet.iter_rows(values_only=True)
    return rows


def _text(value: object) -> str:
    if value is None:
        return ""
    return str(value) if type(value) is int else text_of(value).strip()


def _require_size(rows: int, columns: int, name: str) -> None:
    if rows > MOST_ROWS:
        raise InputError("survey_too_long", name=name, most=MOST_ROWS)
    if columns > MOST_COLUMNS:
        raise InputError("survey_too_wide", name=name, most=MOST_COLUMNS)


def _tabled(source: Source, rows: Rows, known: set[str], allowed: frozenset[str]) -> SurveyTable:
    names = _names(rows[0][1] if rows else (), max((len(row) for _, row in rows), default=0))
    _require_header(rows, source.name)
    columns, texts = [], {}
    clean: dict[str, str] = {}
    for at, name in enumerate(names):
        found = tuple(_cleaned(row[at], clean) if at < len(row) else "" for _, row in rows[1:])
        filled = sum(map(bool, found))
        if not filled and not name.is_given:
            continue
        kind = kind_of(name.text, found, known)
        column = Column(name.text, letters(at), kind, filled)
        if column.is_refused and name.text in allowed:
            column = Column(name.text, letters(at), kind, filled, is_allowed=True)
        columns.append(column)
        if not column.is_refused:
            texts[name.text] = found
    return SurveyTable(source, tuple(columns), tuple(line for line, _ in rows[1:]), texts)


def _require_header(rows: Rows, name: str) -> None:
    if not rows:
        raise InputError("survey_nothing", name=name)
    filled = [text for text in rows[0][1] if text.strip()]
    if 2 * sum(whole_or_none(text) is not None for text in filled) > len(filled):
        raise InputError("survey_header", name=name, line=rows[0][0])
    if len(rows) == 1:
        raise InputError("survey_no_rows", name=name)


@dataclass(frozen=True, slots=True)
class _Name:
    text: str
    is_given: bool


def _names(header: Sequence[str], width: int) -> list[_Name]:
    """Return a name for every column: its header, told apart where two are alike, or its letter."""
    found: list[_Name] = []
    taken: Counter[str] = Counter()
    for at in range(width):
        given = " ".join(clean_text(header[at]).split()) if at < len(header) else ""
        name = given if len(given) <= LONGEST_NAME else f"{given[: LONGEST_NAME - 1]}…"
        name = name or f"({letters(at)})"
        taken[name] += 1
        while taken[name] > 1:
            name = f"{name} ({taken[name]})"
            taken[name] += 1
        found.append(_Name(name, is_given=bool(given)))
    return found


def _cleaned(text: str, known: dict[str, str]) -> str:
    """Return ``text`` through the one door; answers repeat, so each is cleaned once."""
    found = known.get(text)
    if found is None:
        found = known[text] = clean_text(text)
    return found


def letters(position: int) -> str:
    """Return the name a spreadsheet gives to a column: A to Z, then AA."""
    before, last = divmod(position, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def said_lines(lines: Sequence[int]) -> str:
    """Return line numbers as a sentence lists them: the first few, and how many more."""
    first = ", ".join(map(str, lines[:_NAMED_LINES]))
    more = len(lines) - _NAMED_LINES
    return f"{first} (+{more})" if more > 0 else first
