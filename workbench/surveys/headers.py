"""The header rows of a survey's table: how many the file shows, and the names that they make.

Often a row of groups stands above the row of questions, its cells merged: a workbook then holds
the group's name in the first of them only. A name is carried to the right over empty cells, as
long as the row below has a text of its own there.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from workbench.errors import InputError
from workbench.surveys.columns import letters, whole_or_none
from workbench.surveys.ladders import is_step
from workbench.text import clean_text

JOINED: Final = " · "
MOST_HEADERS: Final = 3
LONGEST_NAME: Final = 120
_ROWS_LOOKED_AT: Final = 200
_NUMBER: Final = re.compile(r"-?[0-9]{1,12}([.,][0-9]+)?\s*(점|%|명)?")
Rows = list[tuple[int, Sequence[str]]]
"""(line as a spreadsheet shows it, cells); empty rows are left out."""


@dataclass(frozen=True, slots=True)
class Name:
    """What one column is called."""

    text: str
    """As mappings name it: all its header rows joined, unlike every other column's."""
    is_given: bool
    """Something stands above the column; else its letter is its name."""
    group: str = ""
    """What stands in the rows above the last one; empty where there is one text only."""
    own: str = ""
    """The text nearest to the answers."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Which rows of the file are its header."""

    lines: tuple[int, ...] = (1,)
    shown: int = 1
    """How many header rows the file itself shows; other than ``lines`` where somebody said so."""
    title: str = ""
    """The one text of a first row that groups nothing: it goes into no name."""

    @property
    def rows(self) -> int:
        """Return how many rows the header takes."""
        return len(self.lines)


def shown_headers(rows: Rows, known: Collection[str]) -> int:
    """Return how many header rows the table plainly shows: 2, else 1.

    It shows two where the second row holds texts only, none of them an answer or a service of
    ``known``, above columns of numbers or words of a ladder, and either one cell of the first
    row stands for several below or every column of answers has a text in both rows.
    """
    if len(rows) < 3:
        return 1
    below = [row for _, row in rows[2 : 2 + _ROWS_LOOKED_AT]]
    width = max(len(row) for _, row in rows[: 2 + _ROWS_LOOKED_AT])
    top, own = (_padded(rows[at][1], width) for at in (0, 1))
    if any(_is_data(text) or text in known for text in own if text):
        return 1
    asked = [at for at in range(width) if _is_of_data(_texts(below, at))]
    named = [at for at in asked if own[at]]
    if not named or any(own[at] in _texts(below, at) for at in named):
        return 1
    if not all(own[at] or top[at] for at in asked):
        return 1
    return 2 if _is_grouped(top, own) or (len(named) > 1 and _is_double(top, own, asked)) else 1


def _is_double(top: Sequence[str], own: Sequence[str], asked: Sequence[int]) -> bool:
    return all(own[at] and top[at] for at in asked)


def _is_grouped(top: Sequence[str], own: Sequence[str]) -> bool:
    """Say whether one text of the first row stands over several of the second."""
    return any(
        top[at] and own[at] and own[at + 1] and top[at + 1] in ("", top[at])
        for at in range(len(top) - 1)
    )


def _padded(row: Sequence[str], width: int) -> list[str]:
    texts = [" ".join(clean_text(text).split()) for text in row]
    return texts + [""] * (width - len(texts))


def _texts(rows: Sequence[Sequence[str]], at: int) -> list[str]:
    return [row[at].strip() for row in rows if at < len(row) and row[at].strip()]


def _is_of_data(texts: Sequence[str]) -> bool:
    return bool(texts) and 5 * sum(map(_is_data, texts)) >= 4 * len(texts)


def _is_data(text: str) -> bool:
    plain = unicodedata.normalize("NFKC", text).strip()
    return _NUMBER.fullmatch(plain) is not None or is_step(text)


def require_header(rows: Rows, count: int, name: str) -> None:
    """Refuse a table of which the first ``count`` rows are no header above rows of data.

    Raises:
        InputError: empty, numbers where names should stand, or nothing below.
    """
    if not rows:
        raise InputError("survey_nothing", name=name)
    for line, row in rows[:count]:
        filled = [text for text in row if text.strip()]
        if 2 * sum(whole_or_none(text) is not None for text in filled) > len(filled):
            key = "survey_header" if count == 1 else "survey_header_rows"
            raise InputError(key, name=name, line=line)
    if len(rows) <= count:
        raise InputError("survey_no_rows", name=name)


def names_of(headers: Sequence[Sequence[str]], width: int) -> tuple[list[Name], str]:
    """Return a name for every column, and the title that stands above them and names none.

    Texts above each other are joined, names that are alike are told apart by a number, and a
    column without any is called by its letter.
    """
    rows = [_padded(row, width) for row in headers]
    title = _title(rows)
    if title:
        rows = rows[1:]
    for upper, lower in reversed(list(pairwise(rows))):
        _carry(upper, lower)
    found: list[Name] = []
    taken: Counter[str] = Counter()
    for at in range(width):
        texts = list(dict.fromkeys(row[at] for row in rows if row[at]))
        name = _short(JOINED.join(texts)) or f"({letters(at)})"
        taken[name] += 1
        while taken[name] > 1:
            name = f"{name} ({taken[name]})"
            taken[name] += 1
        own = texts[-1] if texts else ""
        found.append(Name(name, bool(texts), _short(JOINED.join(texts[:-1])), own))
    return found, title


def _title(rows: Sequence[Sequence[str]]) -> str:
    """Return the one text of the first row, where it stands above names and not for one itself."""
    texts = set(filter(None, rows[0]))
    if len(rows) == 1 or len(texts) != 1:
        return ""
    (title,) = texts
    is_above = all(low for text, low in zip(rows[0], rows[1], strict=True) if text)
    return title if is_above and sum(map(bool, rows[1])) > 1 else ""


def _carry(upper: list[str], lower: Sequence[str]) -> None:
    """Write the names of groups into the empty cells that they were merged over."""
    group = ""
    for at, text in enumerate(upper):
        if not lower[at]:
            group = ""
        elif text:
            group = text
        else:
            upper[at] = group


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
