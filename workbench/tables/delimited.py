"""A .csv table: its encoding by a stated rule, its rows one by one, and nothing without end.

It needs no parser that bytes could take over, so it is read in this process.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final

MAX_FIELD: Final = 1_000_000
"""Characters between two commas; a quote that is never closed ends here."""
MAX_SEPARATORS: Final = 200_000
"""Commas of one row, those within its texts included."""

_UTF8_MARK: Final = b"\xef\xbb\xbf"
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_OTHER_SEPARATORS: Final = ";\t|"


class Wrong(StrEnum):
    """What is wrong with a .csv file."""

    CP949 = "cp949"
    """What a Korean Excel saves as plain CSV; of whom only UTF-8 is taken."""
    NOT_TEXT = "not_text"
    QUOTES = "quotes"
    TOO_WIDE = "too_wide"


class TableUnfit(Exception):
    """The file is no such table; ``row`` as a spreadsheet shows it, 0 for the whole."""

    def __init__(self, wrong: Wrong, row: int = 0) -> None:
        """Keep what is wrong, and where."""
        super().__init__(wrong.value, row)
        self.wrong = wrong
        self.row = row


def table_text(content: bytes, *, is_ours: bool) -> str:
    """Return the characters of ``content``.

    A table of ours is UTF-8, with or without its mark. Any other may say by a mark that it is
    UTF-16, and is CP949 where it cannot be UTF-8. A NUL is dropped like every control character;
    one in the first line is half a character of UTF-16 without its mark.

    Raises:
        TableUnfit: it is none of these.
    """
    if content.startswith(_UTF8_MARK):
        text = _decoded(content, "utf-8-sig")
    elif content.startswith(_UTF16_MARKS) and not is_ours:
        text = _decoded(content, "utf-16")
    else:
        text = _decoded(content, "utf-8")
        korean = _decoded(content, "cp949") if text is None else None
        if korean is not None and is_ours:
            raise TableUnfit(Wrong.CP949)
        text = korean if text is None else text
    if text is None or "\0" in text.partition("\n")[0]:
        raise TableUnfit(Wrong.NOT_TEXT)
    return text.replace("\0", "")


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def table_rows(text: str) -> Iterator[list[str]]:
    """Yield the rows of ``text`` (RFC 4180; lines end with CR, LF or both), empty ones included.

    Raises:
        TableUnfit: quotes that do not match, or a row without end.
    """
    # of the whole process, and the same whoever sets it
    csv.field_size_limit(MAX_FIELD)
    lines = _Lines(text)
    reader = csv.reader(lines, strict=True)
    number = 1
    try:
        for fields in reader:
            yield fields
            number += 1
            lines.separators = 0
    except csv.Error as error:
        raise TableUnfit(Wrong.QUOTES, number) from error
    except _TooMany:
        raise TableUnfit(Wrong.TOO_WIDE, number) from None


class _TooMany(Exception):
    pass


class _Lines:
    """Gives line after line, and counts what one row takes."""

    def __init__(self, text: str) -> None:
        self.separators = 0
        self._found = _LINE.finditer(text)

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = next(self._found)[0]
        self.separators += line.count(",")
        if self.separators > MAX_SEPARATORS:
            raise _TooMany
        return line


def is_otherwise_separated(header: Sequence[str]) -> bool:
    """Say whether the one field of a header looks like several, with another sign between."""
    return len(header) == 1 and any(sign in header[0] for sign in _OTHER_SEPARATORS)
