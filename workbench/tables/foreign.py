"""A foreign workbook as the program sees it: read by a child, and its answer judged again."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from models.errors import StoreError
from workbench.errors import InputError
from workbench.outside.answers import integers, many, record, texts
from workbench.outside.asking import Readers, Task
from workbench.progress import Pulse, unwatched
from workbench.tables.terms import (
    FALSE,
    LAST_COLUMN,
    LAST_ROW,
    MARKS,
    MAX_MERGED,
    MAX_TEXT,
    MAX_TITLE,
    TASK,
    TRUE,
    TRUTH,
    Area,
    Cell,
    Limits,
    ReadBook,
    SheetRows,
    Stop,
    Wanted,
)
from workbench.tables.unfit import Unfit

_MOST_SHEETS: Final = 500
_TASK: Final = Task(TASK, InputError, frozenset(Unfit))
_NOTHING: Final = Limits(0, 0, 0)


@dataclass(frozen=True, slots=True)
class ForeignBook:
    """The bytes of a workbook with the name that people know it by; nothing in it is believed."""

    content: bytes
    name: str

    def read(self, wanted: Wanted, *, pulse: Pulse = unwatched) -> ReadBook:
        """Return the sheets that are wanted. What ``pulse`` raises ends the reading.

        Raises:
            InputError: no workbook, protected, damaged, not safe, or too much to read in time.
        """
        asked = {
            "titles": list(wanted.titles),
            "or_first": wanted.or_first,
            "last_row": wanted.limits.last_row,
            "most_rows": wanted.limits.most_rows,
            "most_columns": wanted.limits.most_columns,
            "with_merged": wanted.with_merged,
            "with_tops": wanted.with_tops,
        }
        try:
            with Readers() as readers:
                reading = readers.begin(_TASK, self.content, self.name, asked)
                return reading.answer(lambda said: believed(said, wanted), pulse=pulse)
        except StoreError as error:  # of the child: here it is one more file that is not read
            raise InputError(error.key, **error.values) from error

    def titles(self) -> tuple[str, ...]:
        """Return the titles of its sheets, in their order.

        Raises:
            InputError: as ``read`` does.
        """
        return self.read(Wanted((), or_first=False, limits=_NOTHING)).titles


def believed(said: object, wanted: Wanted) -> ReadBook:
    """Return what a child said about a workbook, if a sound child can have said it.

    Raises:
        ValueError: it cannot.
    """
    titles, sheets, tops = record(said, "titles", "sheets", "tops")
    names = tuple(texts(titles, _MOST_SHEETS))
    if any(not 0 < len(name) <= MAX_TITLE for name in names):
        raise ValueError("no title")
    found = _sheets(many(sheets, len(wanted.titles) + wanted.or_first), len(names), wanted)
    others = _sheets(many(tops, len(names) * wanted.with_tops), len(names), wanted.top())
    if not found.keys().isdisjoint(others):
        raise ValueError("one sheet twice")
    return ReadBook(names, found, others)


def _sheets(said: list[object], count: int, wanted: Wanted) -> dict[int, SheetRows]:
    found: dict[int, SheetRows] = {}
    for sheet in said:
        at, rows, stopped, merged = record(sheet, "at", "rows", "stopped", "merged")
        if type(at) is not int or not max(found, default=-1) < at < count:
            raise ValueError("no sheet")
        found[at] = SheetRows(
            list(_rows(rows, wanted.limits)),
            _stopped(stopped),
            [_area(area) for area in many(merged, MAX_MERGED * wanted.with_merged)],
        )
    _require_measure(found)
    return found


def _rows(said: object, limits: Limits) -> Iterator[tuple[int, list[Cell]]]:
    before = 0
    for pair in many(said, limits.most_rows):
        number, cells = many(pair, 2)
        if type(number) is not int or not before < number <= limits.last_row:
            raise ValueError("no row")
        before = number
        yield number, [_cell(cell) for cell in many(cells, limits.most_columns)]


def _cell(said: Any) -> Cell:
    if type(said) is str:
        return said
    mark, text = texts(said, 2)
    if mark not in MARKS or (mark == TRUTH and text not in (TRUE, FALSE)):
        raise ValueError("no mark")
    return mark, text


def _stopped(said: object) -> tuple[Stop, int] | None:
    if said is None:
        return None
    why, row = many(said, 2)
    if type(row) is not int or not 0 < row <= LAST_ROW:
        raise ValueError("no row")
    return Stop(why), row


def _area(said: object) -> Area:
    top, left, bottom, right = integers(said, 4, range(1, LAST_ROW + 1))
    if top > bottom or not left <= right <= LAST_COLUMN:
        raise ValueError("no area")
    return top, left, bottom, right


def _require_measure(found: dict[int, SheetRows]) -> None:
    size = sum(
        1 + (len(cell) if isinstance(cell, str) else len(cell[1]))
        for sheet in found.values()
        for _, cells in sheet.rows
        for cell in cells
    )
    if size > MAX_TEXT + LAST_COLUMN:
        raise ValueError("more than a sheet may say")
