"""A survey's table from .xlsx or .csv: named columns, nothing kept of those about persons."""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from workbench.definition.problems import shown
from workbench.definition.terms import Service
from workbench.errors import InputError
from workbench.progress import Pulse, unwatched
from workbench.surveys.columns import Column, kind_of, letters
from workbench.surveys.headers import (
    MOST_HEADERS,
    Heading,
    Rows,
    names_of,
    require_header,
    shown_headers,
)
from workbench.surveys.table_file import MOST_COLUMNS, MOST_ROWS, rows_of_file, said_lines
from workbench.text import clean_text

__all__ = ["MOST_COLUMNS", "MOST_ROWS", "Source", "SurveyTable", "read_survey", "said_lines"]


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
    heading: Heading = field(default_factory=Heading)
    form: str = ""
    """What tells tables of one form, where the header was read otherwise than the file shows."""

    @cached_property
    def column(self) -> dict[str, Column]:
        """Return the columns by name."""
        return {column.name: column for column in self.columns}

    @property
    def signature(self) -> str:
        """Return what tells tables of one form, however many header rows are read."""
        if self.form:
            return self.form
        names = "\n".join(column.name for column in self.columns)
        return hashlib.sha256(names.encode()).hexdigest()

    def counts(self, name: str) -> Counter[str]:
        """Return how often each text stands in the column called ``name``."""
        if name not in self._counts:
            self._counts[name] = Counter(self.texts[name])
        return self._counts[name]

    @cached_property
    def _counts(self) -> dict[str, Counter[str]]:
        return {}

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
    header_rows: int = 0,
    pulse: Pulse = unwatched,
) -> SurveyTable:
    """Return the table in an .xlsx or .csv file; a workbook's first sheet unless one is named.

    Columns that look like names, phone numbers, mail addresses, addresses, birth dates, numbers
    of persons or free text are named and not read, except those in ``allowed``. ``services``
    are who the rows may speak of. With ``header_rows`` 0 there are as many as the file plainly
    shows, one or two, else as many as it says. ``pulse`` is called again and again; what it
    raises ends it.

    Raises:
        InputError: absent, unreadable, no table with a header row, too large, or a row that does
            not fit the header; or a column in ``allowed`` that is not there.
    """
    found = rows_of_file(path, sheet, pulse)
    source, rows = Source(path.name, found.sha256, found.sheet, found.sheets), found.rows
    known = {word for row in services for word in (str(row.number), clean_text(row.name))}
    table = _tabled(source, rows, known, frozenset(allowed), header_rows)
    for name in allowed:
        if name not in table.column:
            raise InputError("survey_no_column", name=path.name, column=shown(name))
    return table


def _tabled(
    source: Source, rows: Rows, known: set[str], allowed: frozenset[str], asked: int
) -> SurveyTable:
    shown = shown_headers(rows, known)
    if asked in (0, shown):
        return _read_below(source, rows, known, allowed, (shown, shown))
    if not 1 <= asked <= MOST_HEADERS:
        raise InputError("survey_header_count", count=asked, most=MOST_HEADERS)
    # a mapping is remembered for the form of the file, whatever was said of its header
    form = _read_below(source, rows, known, allowed, (shown, shown)).signature
    return replace(_read_below(source, rows, known, allowed, (asked, shown)), form=form)


def _read_below(
    source: Source, rows: Rows, known: set[str], allowed: frozenset[str], counts: tuple[int, int]
) -> SurveyTable:
    """Return the table below the header; ``counts`` are its rows, and how many the file shows."""
    count, shown = counts
    require_header(rows, count, source.name)
    names, title = names_of([row for _, row in rows[:count]], max(len(row) for _, row in rows))
    columns, texts = [], {}
    clean: dict[str, str] = {}
    for at, name in enumerate(names):
        found = tuple(_cleaned(row[at], clean) if at < len(row) else "" for _, row in rows[count:])
        filled = sum(map(bool, found))
        if not filled and not name.is_given:
            continue
        kind = kind_of(name.own or name.text, found, known, name.group)
        own = name.own if name.group else ""
        column = Column(name.text, letters(at), kind, filled, group=name.group, own=own)
        if column.is_refused and name.text in allowed:
            column = replace(column, is_allowed=True)
        columns.append(column)
        if not column.is_refused:
            texts[name.text] = found
    heading = Heading(tuple(line for line, _ in rows[:count]), shown, title)
    lines = tuple(line for line, _ in rows[count:])
    return SurveyTable(source, tuple(columns), lines, texts, heading)


def _cleaned(text: str, known: dict[str, str]) -> str:
    """Return ``text`` through the one door; answers repeat, so each is cleaned once."""
    found = known.get(text)
    if found is None:
        found = known[text] = clean_text(text)
    return found
