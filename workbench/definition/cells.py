"""One cell of a row becomes a value, or a problem and a placeholder.

A placeholder never gets out: the column counts as unread, checks that need it are left out,
and a definition with a problem is never made.
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final, TypeVar

from workbench.definition.tables import Row
from workbench.exact import NumberUnfit, parse_number, parse_whole, plain

YES: Final = "yes"
NO: Final = "no"

_ISO_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

Choice = TypeVar("Choice", bound=StrEnum)


def required(row: Row, column: str) -> str:
    """Return a text that may not be empty."""
    text = row.text(column)
    if not text and not row.lacks(column):
        row.refuse(column, "definition_text_missing")
    return text


def number(row: Row, column: str, low: str, high: str, *, empty: str = "") -> Decimal:
    """Return a number from ``low`` to ``high``; an empty cell is ``empty`` where that is given."""
    text = row.text(column) or empty
    if row.lacks(column) or not _is_filled(row, column, text):
        return Decimal(0)
    try:
        found = parse_number(text)
    except NumberUnfit:
        row.refuse(column, "definition_number_unfit")
        return Decimal(0)
    if not Decimal(low) <= found <= Decimal(high):
        row.refuse(column, "definition_number_range", low=low, high=high)
    return found


def whole(row: Row, column: str, low: int, high: int, *, empty: str = "") -> int:
    """Return a whole number from ``low`` to ``high``."""
    text = row.text(column) or empty
    if row.lacks(column) or not _is_filled(row, column, text):
        return 0
    try:
        found = parse_whole(text)
    except NumberUnfit:
        row.refuse(column, "definition_whole_unfit")
        return 0
    if not low <= found <= high:
        row.refuse(column, "definition_number_range", low=low, high=high)
    return found


def choice(row: Row, column: str, words: type[Choice], *, empty: Choice | None = None) -> Choice:
    """Return one of the fixed words; an empty cell counts as ``empty`` if that is given."""
    text = row.text(column)
    placeholder = next(iter(words)) if empty is None else empty
    if row.lacks(column) or (not text and empty is not None):
        return placeholder
    if not _is_filled(row, column, text):
        return placeholder
    if text not in {word.value for word in words}:
        row.refuse(column, "definition_choice_unknown", choices=", ".join(words))
        return placeholder
    return words(text)


def yes(row: Row, column: str) -> bool:
    """Return whether a cell says yes; an empty one says no."""
    text = row.text(column)
    if text not in {"", YES, NO}:
        row.refuse(column, "definition_choice_unknown", choices=f"{YES}, {NO}")
    return text == YES


def day(row: Row, column: str) -> str:
    """Return a date as yyyy-mm-dd; an empty cell stays empty."""
    text = row.text(column)
    if text and not _is_date(text):
        row.refuse(column, "definition_date_unfit")
    return text


def entries(text: str, separator: str = ";") -> Iterator[str]:
    """Yield the parts of a list, trimmed; empty ones are left out."""
    return (part.strip() for part in text.split(separator) if part.strip())


def plain_or_none(text: str) -> str | None:
    """Return a typed number in its shortest form, None where it is none."""
    try:
        return plain(parse_number(text))
    except NumberUnfit:
        return None


def _is_filled(row: Row, column: str, text: str) -> bool:
    """Say whether there is a text; refuse the empty cell otherwise."""
    if not text:
        row.refuse(column, "definition_text_missing")
    return bool(text)


def _is_date(text: str) -> bool:
    if not _ISO_DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
