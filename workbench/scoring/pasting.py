"""A block of spreadsheet text onto the grid: every change, or every reason why not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from workbench.definition.terms import Indicator, Scale, Service
from workbench.errors import AppError, InputError
from workbench.journal.fields import YES, Field
from workbench.journal.pen import Change
from workbench.journal.revisions import Cell
from workbench.results.outcome import MarkState
from workbench.scoring.book import Book
from workbench.scoring.columns import Column, typed_fields
from workbench.scoring.overview import Overview
from workbench.scoring.sheet import MarkRow, SheetState

Block = tuple[tuple[str, ...], ...]
"""Rows of cells; a row may be shorter than the others."""

_QUOTED: Final = re.compile(r'"((?:[^"]|"")*+)"(?=[\t\r\n]|\Z)')
_PLAIN: Final = re.compile(r"[^\t\r\n]*")
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_ASKS_FOR_QUOTES: Final = re.compile(r'[\t\r\n"]')
_GROUPED: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_NOT_APPLICABLE: Final = frozenset({"해당없음", "n/a"})


class PasteRefused(InputError):
    """A cell of the block that has no place to go to."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A cell of the block that was refused; ``row`` and ``column`` are its place in the grid."""

    row: int
    column: int
    service: Service | None
    """None below the last service."""
    target: Column | None
    """None beside the last column."""
    text: str
    why: AppError


@dataclass(frozen=True, slots=True)
class Laid:
    """What becomes of a block: where anything is refused, there are no changes at all."""

    changes: tuple[Change, ...] = ()
    """Only what differs from what stands there."""
    same: tuple[Change, ...] = ()
    """What stands there already."""
    marks: int = 0
    """How many cells of the grid change."""
    blank: int = 0
    """How many blank cells left what stands there as it is."""
    refused: tuple[Refused, ...] = ()


def block_of(text: str) -> Block:
    """Return the cells of ``text`` as a spreadsheet puts them on the clipboard.

    Tabs part cells and line ends part rows, the last line end is none of its own; a cell in
    quotation marks may hold both, and its own marks are doubled.
    """
    rows: list[tuple[str, ...]] = []
    row: list[str] = []
    place = 0
    while place < len(text) or row:
        quoted = _QUOTED.match(text, place)
        found = quoted or _PLAIN.match(text, place)
        if found is None:
            raise AssertionError("an empty cell matches too")
        row.append(quoted[1].replace('""', '"') if quoted else found[0])
        place = found.end()
        if text.startswith("\t", place):
            place += 1
            continue
        rows.append(tuple(row))
        row = []
        end = _LINE_END.match(text, place)
        place = end.end() if end else len(text)
    return tuple(rows)


def text_of(block: Sequence[Sequence[str]]) -> str:
    """Return ``block`` as a spreadsheet expects it from the clipboard; see ``block_of``."""
    return "".join("\t".join(map(_quoted, row)) + "\n" for row in block)


def _quoted(cell: str) -> str:
    if not _ASKS_FOR_QUOTES.search(cell):
        return cell
    return '"' + cell.replace('"', '""') + '"'


def lay_block(
    book: Book,
    overview: Overview,
    columns: Sequence[Column],
    block: Sequence[Sequence[str]],
    at: tuple[int, int],
) -> Laid:
    """Lay ``block`` onto the grid of services × ``columns`` with its first cell at row and column.

    A blank cell leaves what stands there: clearing is what the delete key is for. Nothing is
    stored here.
    """
    laying = _Laying(book, overview, columns)
    top, left = at
    for row, texts in enumerate(block, start=top):
        for column, text in enumerate(texts, start=left):
            laying.take(row, column, text)
    laying.judge_ends()
    if laying.refused:
        return Laid(blank=laying.blank, refused=tuple(laying.refused))
    return Laid(
        tuple(laying.changes),
        tuple(laying.same),
        laying.marks,
        laying.blank,
    )


@dataclass(slots=True)
class _Laying:
    """Takes one cell after the other and collects what becomes of them."""

    book: Book
    overview: Overview
    columns: Sequence[Column]
    changes: list[Change] = field(default_factory=list)
    same: list[Change] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    marks: int = 0
    blank: int = 0
    _services: tuple[Service, ...] = ()
    _from: dict[Cell, tuple[int, int, Service | None, Column | None, str]] = field(
        default_factory=dict
    )
    """From which cell of the block a change comes."""

    def __post_init__(self) -> None:
        sheets = map(self.overview.sheet, self.overview.services)
        self._services = tuple(sheet.service for sheet in sheets)

    def take(self, row: int, column: int, text: str) -> None:
        """Judge one cell of the block."""
        text = text.strip()
        service = self._services[row] if row < len(self._services) else None
        target = self.columns[column] if column < len(self.columns) else None
        if not text:
            self.blank += self._place(service, target) is not None
            return
        before = len(self.changes)
        try:
            self._judge(service, target, text)
        except InputError as why:
            self.refused.append(Refused(row, column, service, target, text, why))
        for cell, _ in self.changes[before:]:
            self._from[cell] = (row, column, service, target, text)

    def judge_ends(self) -> None:
        """Refuse the ends of a survey's scale that do not go together as they would stand."""
        for cell, why in self.book.reversed_ends(self.changes):
            self.refused.append(Refused(*self._from[cell], why))

    def _place(self, service: Service | None, target: Column | None) -> MarkRow | None:
        if service is None or target is None:
            return None
        row = self.overview.row(service.uid, target.code)
        return row if row is not None and target.field in typed_fields(row.indicator) else None

    def _judge(self, service: Service | None, target: Column | None, text: str) -> None:
        if service is None:
            raise PasteRefused("paste_below")
        if target is None:
            raise PasteRefused("paste_beside")
        if not target.field:
            raise PasteRefused("paste_computed")
        row = self._place(service, target)
        if row is None:
            raise PasteRefused("paste_no_cell", number=service.number, code=target.code)
        change = self._change(service, row.indicator, target.field, text)
        if _stands(row, change):
            self.same.append(change)
            return
        if self.overview.sheet(service.uid).state is SheetState.RECUSED:
            raise PasteRefused("paste_recused", number=service.number)
        self.marks += 1
        self.changes.append(change)
        is_out = row.mark.state is MarkState.NOT_APPLICABLE
        if is_out and change[0][3] != Field.NOT_APPLICABLE:
            # a mark means that the indicator does apply after all
            out = self.book.change(service.uid, row.indicator.uid, Field.NOT_APPLICABLE, "")
            self.changes.append(out)

    def _change(self, service: Service, indicator: Indicator, name: str, text: str) -> Change:
        if "".join(text.split()).casefold() in _NOT_APPLICABLE:
            name, text = Field.NOT_APPLICABLE, YES
        elif name == Field.SCORE and indicator.scale is Scale.GRADE:
            text = _label(indicator, text)
        elif _GROUPED.fullmatch(text):
            text = text.replace(",", "")
        return self.book.change(service.uid, indicator.uid, name, text)


def _stands(row: MarkRow, change: Change) -> bool:
    (_, _, _, name), value = change
    if row.mark.state is MarkState.ENTER_AGAIN:
        return False
    is_out = row.mark.state is MarkState.NOT_APPLICABLE and name != Field.NOT_APPLICABLE
    return not is_out and dict(row.mark.values).get(name) == value


def _label(indicator: Indicator, text: str) -> str:
    """Return the label that ``text`` is or begins, in any case.

    A bare number is not taken for the place of a level, as it is where one sees what comes of
    it: in a spreadsheet it is more likely a score.
    """
    labels = [level.label for level in indicator.levels]
    fitting = [label for label in labels if label.casefold().startswith(text.casefold())]
    return fitting[0] if text not in labels and len(fitting) == 1 else text
