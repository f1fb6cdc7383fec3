"""From raw cells to rows with named columns: headers are judged here, texts pass the one door."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from uuid import uuid4

from workbench.definition.layout import MAX_COLUMNS, MAX_SHEET_ROWS, Layout
from workbench.definition.problems import DefinitionProblem, Place, shown
from workbench.tables.places import column_letters, said_areas
from workbench.tables.terms import Area
from workbench.text import MAX_CHARACTERS, clean_text


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A cell of which the spreadsheet itself gives no value; ``key`` names the sentence."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Truth:
    """A cell that says yes or no as spreadsheets do; ``shown`` is what they show for it."""

    text: str
    shown: str


Cell = str | Unreadable | Truth


@dataclass(slots=True)
class RawSheet:
    """The cells of one sheet as they came; the first row is the header."""

    name: str
    """What people see: the sheet, or the file with its ending."""
    cells: list[list[Cell]]
    is_ragged: bool = False
    """A row may have more or fewer fields than the header (and is refused then)."""
    is_whole: bool = True
    """False where reading stopped half-way; the reason was reported."""
    merged: Sequence[Area] = ()
    """Cells that are one to the eye: only the first of them holds what is seen in all."""

    def stop(self) -> None:
        """Say that reading stopped half-way: why is enough, the rows before it are not judged."""
        self.is_whole = False
        del self.cells[1:]


@dataclass(eq=False, slots=True)
class Table:
    """One sheet with its rows; problems of every kind are added to the one list."""

    layout: Layout
    name: str
    problems: list[DefinitionProblem]
    positions: dict[str, int] = field(default_factory=dict)
    rows: list["Row"] = field(default_factory=list)
    is_whole: bool = True
    """False where a key of another sheet may be missing here for a reason already reported."""

    def holds_all(self, *columns: str) -> bool:
        """Say whether every row was read in ``columns``: else what is missed may stand there."""
        return self.is_whole and not any(row.lacks(*columns) for row in self.rows)

    def refuse(
        self, key: str, /, *, row: int | None = None, column: str | None = None, **values: object
    ) -> None:
        """Add a problem of the sheet, a row or a column."""
        position = self.positions.get(column or "", -1)
        place = Place(self.layout.sheet, self.name, row, column, position)
        self.problems.append(DefinitionProblem(key, place, **values))


@dataclass(eq=False, slots=True)
class Row:
    """One row by column name. What is unreadable was reported and counts as unread."""

    table: Table
    number: int
    """As a spreadsheet shows it: the header is row 1."""
    texts: dict[str, str]
    unread: set[str] = field(default_factory=set)
    shown: dict[str, str] = field(default_factory=dict)
    """What a spreadsheet shows for texts that stand there in its own words."""
    key: str = ""
    uid: bytes = field(default_factory=lambda: uuid4().bytes)
    """Who the row is, where its sheet says who: an indicator, a service, an evaluator."""

    def text(self, column: str) -> str:
        """Return the clean text of a cell; empty where there is none to be read."""
        return self.texts.get(column, "")

    def seen(self, column: str) -> str:
        """Return the text of a cell as people see it."""
        return self.shown.get(column, self.text(column))

    def refuse(self, column: str, key: str, /, **values: object) -> None:
        """Add a problem of one cell, whose value counts as unread from now on."""
        self.unread.add(column)
        place = Place(
            self.table.layout.sheet,
            self.table.name,
            self.number,
            column,
            self.table.positions.get(column, -1),
            self.key,
        )
        values = {"value": shown(self.seen(column)), **values}
        self.table.problems.append(DefinitionProblem(key, place, **values))

    def lacks(self, *columns: str) -> bool:
        """Say whether one of ``columns`` could not be read."""
        return not self.unread.isdisjoint(columns)


def tabled(layout: Layout, raw: RawSheet, problems: list[DefinitionProblem]) -> Table:
    """Return the rows of ``raw`` below a header that fits ``layout``; problems are added."""
    table = Table(layout, raw.name, problems, is_whole=raw.is_whole)
    if not any(raw.cells[:1]):
        if raw.is_whole:
            table.refuse("definition_header_missing", columns=", ".join(layout.columns))
        table.is_whole = False
        return table
    header = [_header_text(cell) for cell in raw.cells[0]]
    _judge_header(table, header)
    if merged := _merged(table, raw):
        table.refuse("table_merged", ranges=said_areas(merged))
        return Table(layout, raw.name, problems, is_whole=False)
    blocked = {name for name in layout.columns if name not in table.positions}
    blocked |= {name for name in header if name and header.count(name) > 1}
    for number, cells in _filled(raw.cells):
        row = Row(table, number, {}, set(blocked))
        _fill(row, header, cells, is_ragged=raw.is_ragged)
        table.rows.append(row)
    return table


def absent(layout: Layout, name: str, problems: list[DefinitionProblem]) -> Table:
    """Return an empty table for a sheet that is not there or was refused as a whole."""
    return Table(layout, name, problems, is_whole=layout.can_be_absent)


def too_large(cells: Sequence[Cell], number: int, most: int) -> str:
    """Return the sentence key for a row beyond the limits, or an empty text."""
    if number > most and (any(cells) or number > MAX_SHEET_ROWS):
        return "definition_too_long"
    return "definition_too_wide" if any(cells[MAX_COLUMNS:]) else ""


def _header_text(cell: Cell) -> str:
    return "" if isinstance(cell, Unreadable) else clean_text(_seen(cell))


def _seen(cell: Cell) -> str:
    if isinstance(cell, Truth):
        return cell.shown
    return cell.value if isinstance(cell, Unreadable) else cell


def _judge_header(table: Table, header: list[str]) -> None:
    known = table.layout.columns + table.layout.optional
    for position, name in enumerate(header):
        if not name:
            continue
        if name in table.positions:
            table.refuse("definition_column_twice", row=1, column=name)
            table.is_whole = False
        elif name not in known:
            table.refuse("definition_column_unknown", row=1, column=shown(name))
        table.positions.setdefault(name, position)
    for name in table.layout.columns:
        if name not in table.positions:
            table.refuse("definition_column_missing", row=1, column=name)
            table.is_whole = False


def _merged(table: Table, raw: RawSheet) -> list[Area]:
    """Return the merged areas with a cell of the header or a row, in a column that has a name."""
    if not raw.merged:
        return []
    rows = [1, *(number for number, _ in _filled(raw.cells))]
    columns = sorted(position + 1 for position in table.positions.values())
    return [
        (top, left, bottom, right)
        for top, left, bottom, right in raw.merged
        if _has_between(rows, top, bottom) and _has_between(columns, left, right)
    ]


def _has_between(numbers: Sequence[int], first: int, last: int) -> bool:
    at = bisect_left(numbers, first)
    return at < len(numbers) and numbers[at] <= last


def _filled(cells: list[list[Cell]]) -> Iterator[tuple[int, list[Cell]]]:
    for number, row in enumerate(cells[1:], start=2):
        if any(_seen(cell).strip() or isinstance(cell, Unreadable) for cell in row):
            yield number, row


def _fill(row: Row, header: list[str], cells: list[Cell], *, is_ragged: bool) -> None:
    if is_ragged and len(cells) != len(header):
        row.table.refuse(
            "definition_field_count", row=row.number, found=len(cells), expected=len(header)
        )
        # an unquoted comma shifts what follows it; only the first field is surely right
        row.unread |= set(header[1:])
        cells = cells[:1]
    for name, cell in zip(header, cells, strict=False):
        if name and name not in row.unread:
            _take(row, name, cell)
    _refuse_unnamed(row, header, cells)


def _take(row: Row, name: str, cell: Cell) -> None:
    if isinstance(cell, Unreadable):
        row.refuse(name, cell.key, value=shown(cell.value))
        return
    if isinstance(cell, Truth):
        row.texts[name], row.shown[name] = cell.text, cell.shown
        return
    text = clean_text(cell)
    if len(text) > MAX_CHARACTERS:
        row.refuse(name, "definition_text_long", length=len(text), limit=MAX_CHARACTERS)
        return
    row.texts[name] = text


def _refuse_unnamed(row: Row, header: list[str], cells: Iterable[Cell]) -> None:
    for position, cell in enumerate(cells):
        if position < len(header) and header[position]:
            continue
        value = _seen(cell) if isinstance(cell, Unreadable) else clean_text(_seen(cell))
        if value:
            row.table.refuse(
                "definition_cell_unnamed",
                row=row.number,
                column=column_letters(position + 1),
                value=shown(value),
            )
