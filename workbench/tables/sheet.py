"""The rows of one worksheet, read once from front to back; nothing about its size is believed.

A cell is where its row and its reference say, both the same, and further on than the one before:
a sheet that says two things about one place is refused, never guessed at.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from workbench.tables.events import MAIN, STRICT, Enough, stream
from workbench.tables.formats import Shape
from workbench.tables.places import area_of, column_number
from workbench.tables.terms import (
    ERROR,
    FORMULA,
    LAST_COLUMN,
    LAST_ROW,
    MAX_MERGED,
    MAX_TEXT,
    Area,
    Cell,
    Limits,
    SheetRows,
    Stop,
    Wanted,
)
from workbench.tables.texts import Phrase, unescaped
from workbench.tables.unfit import BookUnfit, Unfit
from workbench.tables.values import date_cell, number_cell, truth_cell

_WORKSHEET: Final = f"{MAIN} worksheet"
_DATA: Final = f"{MAIN} sheetData"
_ROW: Final = f"{MAIN} row"
_CELL: Final = f"{MAIN} c"
_VALUE: Final = f"{MAIN} v"
_FORMULA: Final = f"{MAIN} f"
_INLINE: Final = f"{MAIN} is"
_MERGED: Final = f"{MAIN} mergeCell"
_EXTENSION: Final = f"{MAIN} extLst"
_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_COUNT: Final = re.compile(r"[0-9]{1,7}")

_Thing = TypeVar("_Thing")


@dataclass(slots=True)
class Budget:
    """What one reading may still return, over all its sheets."""

    text: int = MAX_TEXT

    def spend(self, cell: Cell) -> None:
        """Count a cell.

        Raises:
            BookUnfit: it is more than any table needs.
        """
        self.text -= 1 + (len(cell) if isinstance(cell, str) else len(cell[1]))
        if self.text < 0:
            raise BookUnfit(Unfit.UNSAFE)


@dataclass(frozen=True, slots=True)
class Around:
    """What cells refer to: texts and formats by number, and the calendar."""

    strings: list[str]
    shapes: list[Shape]
    counts_from_1904: bool = False


def sheet_rows(part: bytes, around: Around, wanted: Wanted, budget: Budget) -> SheetRows:
    """Return the rows of a worksheet as far as its limits go, and what is merged in it.

    Raises:
        BookUnfit: the sheet is damaged, not safe, or returns more than ``budget``.
    """
    reader = _Reader(around, wanted.limits, budget)
    if wanted.with_merged:
        reader.merged = _Merged(wanted.limits)
    stream(part, reader.start, reader.end, reader.text)
    if reader.merged is not None and reader.found.stopped is None:
        reader.found.merged = sorted(reader.merged.areas)
    return reader.found


class _Reader:
    def __init__(self, around: Around, limits: Limits, budget: Budget) -> None:
        self.found = SheetRows()
        self.merged: _Merged | None = None
        self._around, self._limits, self._budget = around, limits, budget
        self._depth = 0
        self._skipped_at = 0
        self._has_data = False
        self._row = self._column = 0
        self._cells: list[tuple[int, Cell]] = []
        self._cell: _Cell | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if self._skipped_at:
            if self._depth == 3 and name == _MERGED and self.merged is not None:
                self.merged.take(attributes.get("ref", ""))
            return
        if self._cell is not None:
            if self._depth == 5 and name == _EXTENSION:
                self._skipped_at = self._depth
            else:
                self._cell.start(name, self._depth - 5)
        elif self._depth == 4 and name == _CELL:
            self._begin_cell(attributes)
        elif self._depth == 3 and name == _ROW:
            self._begin_row(attributes)
        else:
            self._enter(name)

    def _enter(self, name: str) -> None:
        """Go into the sheet, its data, or something that is not read."""
        if self._depth == 1:
            if name != _WORKSHEET:
                raise BookUnfit(Unfit.NOT_BOOK if name.startswith(STRICT) else Unfit.DAMAGED)
        elif self._depth == 2 and name == _DATA and not self._has_data:
            self._has_data = True
        elif (self._depth == 2 and name != _DATA) or name == _EXTENSION:
            self._skipped_at = self._depth
        else:
            raise BookUnfit(Unfit.DAMAGED)

    def end(self, _: str) -> None:
        if self._skipped_at == self._depth:
            self._skipped_at = 0
        elif self._skipped_at:
            pass
        elif self._cell is not None:
            if self._depth == 4:
                self._end_cell()
            else:
                self._cell.end(self._depth - 5)
        elif self._depth == 3:
            self._end_row()
        self._depth -= 1

    def text(self, text: str) -> None:
        if self._cell is not None and not self._skipped_at:
            self._cell.add(text)

    def _begin_row(self, attributes: Mapping[str, str]) -> None:
        given = attributes.get("r")
        row = self._row + 1 if given is None else _counted(given)
        if not self._row < row <= LAST_ROW:
            raise BookUnfit(Unfit.DAMAGED)
        self._row, self._column, self._cells = row, 0, []

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        given = attributes.get("r")
        column = self._column + 1 if given is None else self._column_of(given)
        if not self._column < column <= LAST_COLUMN:
            raise BookUnfit(Unfit.DAMAGED)
        self._column = column
        self._cell = _Cell(attributes.get("t", "n"), attributes.get("s", "0"))

    def _column_of(self, reference: str) -> int:
        found = _REFERENCE.fullmatch(reference)
        if found is None or int(found[2]) != self._row:
            raise BookUnfit(Unfit.DAMAGED)
        return column_number(found[1])

    def _end_cell(self) -> None:
        assert self._cell is not None
        cell = self._cell.value(self._around)
        self._cell = None
        if cell:
            self._budget.spend(cell)
            self._cells.append((self._column, cell))

    def _end_row(self) -> None:
        if not self._cells:
            return
        width, limits = self._cells[-1][0], self._limits
        if self._row > limits.last_row or len(self.found.rows) == limits.most_rows:
            self._stop(Stop.TOO_LONG)
        if width > limits.most_columns:
            self._stop(Stop.TOO_WIDE)
        row: list[Cell] = [""] * width
        for column, cell in self._cells:
            row[column - 1] = cell
        self._budget.text -= width
        self.found.rows.append((self._row, row))

    def _stop(self, why: Stop) -> None:
        self.found.stopped = (why, self._row)
        raise Enough


class _Merged:
    """The merged areas of a sheet as it names them; their cells are never looked at."""

    def __init__(self, limits: Limits) -> None:
        self.areas: set[Area] = set()
        self._limits = limits

    def take(self, reference: str) -> None:
        top, left, bottom, right = area = area_of(reference)
        is_one_cell = (top, left) == (bottom, right)
        if is_one_cell or top > self._limits.last_row or left > self._limits.most_columns:
            return
        self.areas.add(area)
        if len(self.areas) > MAX_MERGED:
            raise BookUnfit(Unfit.UNSAFE)


class _Cell:
    """One cell while it is parsed: at most one value, one formula, one text of its own."""

    def __init__(self, kind: str, style: str) -> None:
        self._kind = kind
        self._style = style
        self._texts: dict[str, list[str]] = {}
        self._open: list[str] | None = None
        self._phrase: Phrase | None = None

    def start(self, name: str, depth: int) -> None:
        if depth:
            if self._phrase is None:  # a value has nothing inside
                raise BookUnfit(Unfit.DAMAGED)
            self._phrase.start(name)
            return
        is_expected = name in (_VALUE, _FORMULA) or (name == _INLINE and self._kind == "inlineStr")
        if not is_expected or name in self._texts:
            raise BookUnfit(Unfit.DAMAGED)
        pieces = self._texts[name] = []
        if name == _INLINE:
            self._phrase = Phrase()
        else:
            self._open = pieces

    def end(self, depth: int) -> None:
        if not depth:
            if self._phrase is not None:
                self._texts[_INLINE].append(self._phrase.whole())
            self._open = self._phrase = None
        elif self._phrase is not None:
            self._phrase.end()

    def add(self, text: str) -> None:
        if self._open is not None:
            self._open.append(text)
        elif self._phrase is not None:
            self._phrase.add(text)

    def value(self, around: Around) -> Cell:
        """Return what stands in the cell; an empty text where nothing does."""
        text = "".join(self._texts.get(_VALUE, ()))
        match self._kind:
            case "inlineStr":
                if text:  # beside a text of its own a cell has no value
                    raise BookUnfit(Unfit.DAMAGED)
                return "".join(self._texts.get(_INLINE, ()))
            case "str":
                return unescaped(text)
            case "e":
                return (ERROR, text)
            case "n" if text.strip():
                shape = _of(around.shapes, self._style)
                return number_cell(text, shape, counts_from_1904=around.counts_from_1904)
            case "n":
                formula = self._texts.get(_FORMULA)
                return "" if formula is None else (FORMULA, f"={''.join(formula)}")
            case "s" | "b" | "d" if not text:
                return ""
            case "s":
                return _of(around.strings, text)
            case "b":
                return truth_cell(text)
            case "d":
                return date_cell(text)
        raise BookUnfit(Unfit.DAMAGED)


def _counted(text: str) -> int:
    if not _COUNT.fullmatch(text):
        raise BookUnfit(Unfit.DAMAGED)
    return int(text)


def _of(things: list[_Thing], text: str) -> _Thing:
    """Return what a cell refers to by number: from the front, and only where it is."""
    number = _counted(text.strip())
    if number >= len(things):
        raise BookUnfit(Unfit.DAMAGED)
    return things[number]
