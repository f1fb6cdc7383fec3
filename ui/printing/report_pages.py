"""The pages of a report: its blocks in their order, then what stands around every page."""

from collections.abc import Sequence
from typing import Final

from ui.handing_over.paper import BOTTOM, LEFT, RIGHT, Ink, Mark, Rule, wrapped
from ui.handing_over.paper import Voice as Face
from ui.printing.paragraphs import paragraph
from ui.printing.sheets import Sheets, Strip
from ui.printing.tables import table
from ui.printing.voices import ABOVE, BELOW, MARK
from workbench.reports.document.blocks import Block, ReportDocument, Table

_HEAD_LINE: Final = 30.0
_FOOT_LINE: Final = BOTTOM + 20
_GAP: Final = 16.0


def lay_out(document: ReportDocument) -> list[list[Mark]]:
    """Return every page with all that stands on it."""
    sheets = Sheets()
    blocks, at = document.blocks, 0
    while at < len(blocks):
        at += _lay(sheets, blocks[at : at + 3])
    count = len(sheets.pages)
    return [
        [*page, *_around(document, number, count)]
        for number, page in enumerate(sheets.pages, start=1)
    ]


def _lay(sheets: Sheets, blocks: Sequence[Block]) -> int:
    """Lay the first of ``blocks``, with the table that belongs to it; return how many were laid."""
    strips: list[Strip] = []
    for number, block in enumerate(blocks):
        if isinstance(block, Table):
            head, rows = table(block)
            sheets.lay([*strips, *head, *rows], head=head, together=block.together)
            return number + 1
        if number and (block.new_page or not strips[-1].keeps_next):
            break
        if block.new_page:
            sheets.begin_page()
        strips += paragraph(block)
    else:
        number = len(blocks)
    sheets.lay(strips)
    return number


def _around(document: ReportDocument, number: int, count: int) -> list[Mark]:
    page = f"{number} / {count}"
    middle = (LEFT + RIGHT - BELOW.width(page)) / 2
    marks = MARK.width(document.marks)
    title = _cut(document.title, ABOVE, RIGHT - LEFT - marks - _GAP)
    name = _cut(document.round, BELOW, middle - LEFT - _GAP)
    return [
        Ink(LEFT, _HEAD_LINE, title, ABOVE),
        Ink(RIGHT - marks, _HEAD_LINE, document.marks, MARK),
        Rule(LEFT, RIGHT, _FOOT_LINE, 0.5, "line"),
        Ink(LEFT, _FOOT_LINE + 14, name, BELOW),
        Ink(middle, _FOOT_LINE + 14, page, BELOW),
        Ink(RIGHT - BELOW.width(document.day), _FOOT_LINE + 14, document.day, BELOW),
    ]


def _cut(text: str, face: Face, width: float) -> str:
    """Return ``text`` on one line; a cut shows."""
    if face.width(text) <= width:
        return text
    return f"{wrapped(text, face, width - face.width('…'))[0]}…"
