"""A table of the report as strips: a head that comes again, rows that are not parted.

Only a row that is higher than most of a page is parted, line by line, with its sides drawn on.
"""

import re
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QRectF

from ui.handing_over.paper import LEFT, RIGHT, Fill, Ink, Mark, at
from ui.handing_over.paper import Voice as Face
from ui.printing.paragraphs import frame, hung, level, upright
from ui.printing.sheets import HIGH, Strip, shifted
from ui.printing.voices import CELL, CELL_STRONG, HEAD
from workbench.reports.document.blocks import Align, Cell, Table

_SIDE: Final = 5.0
_PADDING: Final = 3.0
_BETWEEN: Final = 1.5
"""Between two paragraphs of a cell."""
_MOST: Final = 0.6
"""The share of a page up to which a row is never parted."""
_BULLET: Final = "- "
_NUMBER: Final = re.compile(r"[+−]?\d+\.\d+%?")
_FIGURE: Final = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a cell and the room above it."""

    text: str
    x: float
    face: Face
    before: float

    @property
    def height(self) -> float:
        return self.before + self.face.leading

    def ink(self) -> Ink:
        made = at(self.x, self.text, self.face, self.face.leading)
        return replace(made, y=made.y + self.before)


def table(block: Table) -> tuple[list[Strip], list[Strip]]:
    """Return the head of ``block`` and its rows."""
    edges = _edges(block.shares)
    cells = tuple(Cell((words,), Align.CENTER) for words in block.head)
    head = [replace(strip, keeps_next=True) for strip in _row(cells, edges, is_head=True)]
    rows = [_row(row, edges) for row in block.rows]
    if len(rows) > 2:  # the last is never alone on a page, as it may be the sum of the others
        rows[-2][-1] = replace(rows[-2][-1], keeps_next=True)
    return head, [strip for row in rows for strip in row]


def _edges(shares: tuple[int, ...]) -> list[float]:
    whole, reached = sum(shares), 0
    edges = [LEFT]
    for share in shares:
        reached += share
        edges.append(LEFT + (RIGHT - LEFT) * reached / whole)
    return edges


def _row(cells: tuple[Cell, ...], edges: list[float], *, is_head: bool = False) -> list[Strip]:
    columns = [
        _lines(cell, edges[number], edges[number + 1], is_head=is_head)
        for number, cell in enumerate(cells)
    ]
    heights = [sum(line.height for line in lines) for lines in columns]
    height = max(heights) + 2 * _PADDING
    if height > HIGH * _MOST and not is_head:
        return _parted(columns, edges)
    marks: list[Mark] = []
    if is_head:
        marks.append(Fill(QRectF(LEFT, 0, RIGHT - LEFT, height), "sunken"))
    for lines, own in zip(columns, heights, strict=True):
        y = (height - own) / 2
        for line in lines:
            marks.append(shifted(line.ink(), y))
            y += line.height
    return [Strip(height, (*marks, *_borders(edges, height)))]


def _lines(cell: Cell, left: float, right: float, *, is_head: bool) -> list[_Line]:
    face = HEAD if is_head else CELL_STRONG if cell.strong else CELL
    room = right - left - 2 * _SIDE
    found: list[_Line] = []
    for text in cell.lines:
        marker = _BULLET if text.startswith(_BULLET) else ""
        for number, line in enumerate(hung(text, face, room, marker)):
            x = {
                Align.LEFT: left + _SIDE + (face.width(marker) if number else 0),
                Align.CENTER: (left + right - face.width(line)) / 2,
                Align.RIGHT: right - _SIDE - _reach(line, face),
            }[cell.align]
            before = _BETWEEN if found and number == 0 else 0
            found.append(_Line(line, x, face, before))
    return found


def _reach(line: str, face: Face) -> float:
    """Return how far a number stands from its edge, so that the points of a column align.

    The figures keep their own widths: with ``tnum`` they could not be read back out of the file.
    """
    if not _NUMBER.fullmatch(line):
        return face.width(line)
    whole, _, rest = line.partition(".")
    return face.width(whole) + face.width("." + _FIGURE.sub("0", rest))


def _borders(edges: list[float], height: float) -> list[Mark]:
    box = QRectF(edges[0], 0, edges[-1] - edges[0], height)
    return [*frame(box), *(upright(x, 0, height) for x in edges[1:-1])]


def _parted(columns: list[list[_Line]], edges: list[float]) -> list[Strip]:
    """Return a very high row as one strip per line; each has its sides, the ends their rule."""
    count = max(map(len, columns))
    strips = []
    for number in range(count):
        lines = [lines[number] for lines in columns if number < len(lines)]
        first, last = number == 0, number == count - 1
        top, bottom = (_PADDING if first else 0), (_PADDING if last else 0)
        height = max(line.height for line in lines) + top + bottom
        marks: list[Mark] = [shifted(line.ink(), top) for line in lines]
        marks += [upright(x, 0, height) for x in edges]
        if first:
            marks.append(level(edges[0], edges[-1], 0))
        if last:
            marks.append(level(edges[0], edges[-1], height))
        foot = (level(edges[0], edges[-1], 0),)
        strips.append(Strip(height, tuple(marks), keeps_next=first, foot=foot))
    return strips
