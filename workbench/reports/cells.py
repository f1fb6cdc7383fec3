"""The values a sheet is made of, and how each looks; nothing here knows a file.

A cell holds exactly the characters that will stand in the file, so that what was meant can be
compared with what was written.
"""

from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache
from typing import Final, NamedTuple

from workbench.exact import plain
from workbench.reports.safe_text import cell_text

INK: Final = "191D25"
SOFT_INK: Final = "474F5E"
PALE_INK: Final = "5D6675"
DANGER: Final = "B3212B"
DANGER_TINT: Final = "FCEAEA"
WARNING: Final = "865000"
WARNING_TINT: Final = "FBF0DC"
SUCCESS: Final = "0A6B56"
HEAD_TINT: Final = "EFF1F5"
GROUND_TINT: Final = "F4F5F8"
_SHORT: Final = 200
"""Texts so long are no names; they stand in one cell each."""


class Held(Enum):
    """What a cell holds."""

    TEXT = "s"
    NUMBER = "n"
    FORMULA = "f"


class Look(NamedTuple):
    """How a cell looks; equal looks share one style in the file."""

    size: int = 10
    bold: bool = False
    ink: str = INK
    tint: str = ""
    align: str = "left"
    wrap: bool = False
    ruled: str = ""
    """Lines around: ``hair`` (below, pale), ``head`` (above and below), ``foot`` (above)."""
    numbers: str = "General"
    indent: int = 0


class Cell(NamedTuple):
    """One cell: what it holds, the characters in the file, its look, and where it leads."""

    held: Held
    content: str
    look: Look
    link: str = ""
    """A place in the same workbook that a click on the cell goes to."""


class Row(NamedTuple):
    """One row of cells; a height only where the program cannot find it by itself."""

    cells: tuple[Cell | None, ...] = ()
    height: int | None = None


PLAIN: Final = Look()
TITLE: Final = Look(size=15, bold=True)
SUBTITLE: Final = Look(ink=PALE_INK, size=9)
CAPTION: Final = Look(size=11, bold=True)
HEAD: Final = Look(bold=True, ink=SOFT_INK, tint=HEAD_TINT, align="center", wrap=True, ruled="head")
BODY: Final = Look(ruled="hair", wrap=True)
CENTER: Final = Look(ruled="hair", align="center", wrap=True)
PALE: Final = Look(ruled="hair", align="center", ink=PALE_INK)
NUMERAL: Final = Look(ruled="hair", align="right")
FOOT: Final = Look(ruled="foot", bold=True, tint=GROUND_TINT)


def text(value: str, look: Look = PLAIN) -> Cell:
    """Return a cell that shows ``value`` as text, whatever it begins with."""
    return _short_text(value, look) if len(value) < _SHORT else _text(value, look)


def _text(value: str, look: Look) -> Cell:
    return Cell(Held.TEXT, cell_text(value), look)


# names, words and empty cells stand in thousands of rows
_short_text = lru_cache(maxsize=4096)(_text)


def number(value: Decimal, look: Look = NUMERAL, *, places: int) -> Cell:
    """Return a cell that holds the exact ``value`` and shows ``places`` decimals."""
    return Cell(Held.NUMBER, plain(value), _with_places(look, places))


def count(value: int, look: Look = NUMERAL) -> Cell:
    """Return a cell that holds a whole number."""
    return Cell(Held.NUMBER, str(value), _with_places(look, 0))


def figure(value: Decimal, least_places: int, look: Look = NUMERAL) -> Cell:
    """Return a cell that shows every decimal of ``value`` and ``least_places`` at least."""
    written = plain(value)
    places = max(least_places, len(written.partition(".")[2]))
    return Cell(Held.NUMBER, written, _with_places(look, places, "#,##"))


def formula(expression: str, look: Look = NUMERAL, *, places: int | None = None) -> Cell:
    """Return a cell with a live formula; ``expression`` has no leading equals sign."""
    shown = look if places is None else _with_places(look, places)
    return Cell(Held.FORMULA, expression, shown)


@cache
def _with_places(look: Look, places: int, before: str = "") -> Look:
    return look._replace(numbers=before + number_format(places))


def number_format(places: int) -> str:
    """Return the number format that shows exactly ``places`` decimals."""
    return "0." + "0" * places if places else "0"


def signed_format(places: int) -> str:
    """Return the number format of a difference, with a true minus sign."""
    shown = number_format(places)
    return f'+{shown};"\u2212"{shown};{shown}'


@cache
def column(index: int) -> str:
    """Return the letters of column ``index``, counted from 1; asked once for every cell."""
    letters = ""
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@cache
def columns(count: int) -> tuple[str, ...]:
    """Return the letters of the first ``count`` columns."""
    return tuple(map(column, range(1, count + 1)))


def quoted(sheet: str) -> str:
    """Return ``sheet`` as it stands before a cell's address in a formula."""
    return "'" + sheet.replace("'", "''") + "'!"
