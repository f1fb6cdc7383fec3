"""What is asked of a foreign workbook, and what is answered: plain values on both sides."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

TASK: Final = "workbook"
"""What the reading child is asked for."""
LAST_ROW: Final = 1_048_576
LAST_COLUMN: Final = 16_384
MAX_TITLE: Final = 255
"""Characters of a sheet's title; a spreadsheet program gives it 31."""
MAX_TEXT: Final = 12_000_000
"""Characters that one reading returns; a text that many cells share counts every time."""
MAX_MERGED: Final = 100_000
"""Merged areas within the rows and columns that are wanted of a sheet."""
TOP_ROWS: Final = 10
"""With something in them, of a sheet of which no more than its beginning is wanted."""

TRUE: Final = "TRUE"
FALSE: Final = "FALSE"
ERROR: Final = "!"
FORMULA: Final = "="
PERCENT: Final = "%"
TRUTH: Final = "b"
MARKS: Final = frozenset({ERROR, FORMULA, PERCENT, TRUTH})

Cell = str | tuple[str, str]
"""A text, or a mark and a text.

Marked are an error, a formula never computed, a number shown as per cent, and a truth value.
"""
Area = tuple[int, int, int, int]
"""Cells that are one to the eye: the first row and column, the last row and column."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a sheet is wanted: content beyond it stops the reading."""

    last_row: int
    most_rows: int
    most_columns: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which sheets of a workbook: those of these titles; else the first one, where that is told.

    The first one is the first that is not hidden.
    """

    titles: tuple[str, ...]
    or_first: bool
    limits: Limits
    with_merged: bool = False
    """Whether the merged areas are wanted too, as far as they reach into ``limits``."""
    with_tops: bool = False
    """Whether the beginnings of the other sheets that are not hidden are wanted too."""

    def top(self) -> "Wanted":
        """Return what is wanted of the other sheets."""
        limits = Limits(LAST_ROW, TOP_ROWS, self.limits.most_columns)
        return replace(self, limits=limits, with_merged=False)


class Stop(StrEnum):
    """Why a sheet was not read to its end."""

    TOO_LONG = "too_long"
    TOO_WIDE = "too_wide"


@dataclass(slots=True)
class SheetRows:
    """The rows with something in them, by the number that a spreadsheet shows."""

    rows: list[tuple[int, list[Cell]]] = field(default_factory=list)
    stopped: tuple[Stop, int] | None = None
    merged: list[Area] = field(default_factory=list)
    """Areas of more than one cell, in the order of a sheet; only of a sheet read to its end."""


@dataclass(frozen=True, slots=True)
class ReadBook:
    """What was read: every title, and the rows of the sheets that were wanted, by position."""

    titles: tuple[str, ...]
    sheets: dict[int, SheetRows]
    tops: dict[int, SheetRows] = field(default_factory=dict)
