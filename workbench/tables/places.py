"""Places of a sheet as spreadsheets write them: columns by letters, areas by their corners."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from workbench.tables.terms import LAST_COLUMN, LAST_ROW, Area
from workbench.tables.unfit import BookUnfit, Unfit

_AREA: Final = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6})(?::([A-Z]{1,3})([1-9][0-9]{0,6}))?")
_NAMED_AREAS: Final = 5
_KNOWN_AREAS: Final = 4096
"""How many references are remembered: a hostile sheet names the same ones a million times."""


def column_number(letters: str) -> int:
    """Return the number of a column: 1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """Return the name a spreadsheet gives to a column: A for 1, then to Z, then AA."""
    before, last = divmod(number - 1, 26)
    return (column_letters(before) if before else "") + chr(ord("A") + last)


@lru_cache(_KNOWN_AREAS)
def area_of(reference: str) -> Area:
    """Return the area that a sheet writes as ``D2:D3``.

    Raises:
        BookUnfit: it is none of any sheet.
    """
    found = _AREA.fullmatch(reference)
    if found is None:
        raise BookUnfit(Unfit.DAMAGED)
    top, left = int(found[2]), column_number(found[1])
    bottom, right = int(found[4] or top), column_number(found[3] or found[1])
    if not (top <= bottom <= LAST_ROW and left <= right <= LAST_COLUMN):
        raise BookUnfit(Unfit.DAMAGED)
    return top, left, bottom, right


def said_areas(areas: Sequence[Area]) -> str:
    """Return areas as a sentence lists them: the first few, and how many more."""
    named = ", ".join(
        f"{column_letters(left)}{top}:{column_letters(right)}{bottom}"
        for top, left, bottom, right in areas[:_NAMED_AREAS]
    )
    more = len(areas) - _NAMED_AREAS
    return f"{named} (+{more})" if more > 0 else named
