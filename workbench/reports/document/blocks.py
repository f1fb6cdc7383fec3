"""The report as a row of frozen blocks: all that stands in it, and nothing of how it looks.

The same blocks become the .docx here and, sent as text to the window program, the .pdf there.
"""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Voice(StrEnum):
    """What a paragraph is; each form gives every voice one look."""

    TITLE = "title"
    WARNING = "warning"
    """Why this must not be taken for a real or final result."""
    LEAD = "lead"
    HEADING = "heading"
    """□"""
    LINE = "line"
    """-"""
    DETAIL = "detail"
    """·"""
    REMARK = "remark"
    """※"""
    SERVICE = "service"
    """① and the name of a service."""
    UNIT = "unit"
    """(단위 : 점), above a table at the right."""


class Align(StrEnum):
    """To which side the text of a cell keeps."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph with its marker; ``new_page`` begins a page with it."""

    voice: Voice
    text: str
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: a paragraph or several."""

    lines: tuple[str, ...]
    align: Align = Align.LEFT
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its head stands again on every page that it goes on to."""

    shares: tuple[int, ...]
    """The widths of the columns in percent of the page's."""
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    together: bool = False
    """Stays on one page with the paragraph above it, where one page can hold it."""


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """The whole report; title and marks stand above every page, round and day below it."""

    title: str
    marks: str
    """결과 제2판 · 잠정 · 연습(가상 점수); empty on a final report of a real round."""
    round: str
    day: str
    blocks: tuple[Block, ...]


def as_json(document: ReportDocument) -> str:
    """Return ``document`` as text that ``from_json`` reads."""
    return json.dumps(asdict(document), ensure_ascii=True)


def from_json(text: str | bytes) -> ReportDocument:
    """Return what ``as_json`` made text of.

    Raises:
        KeyError, TypeError, ValueError: the text was not made by it.
    """
    given = json.loads(text)
    blocks = tuple(_table(row) if "rows" in row else _paragraph(row) for row in given["blocks"])
    return ReportDocument(given["title"], given["marks"], given["round"], given["day"], blocks)


def _paragraph(given: dict[str, Any]) -> Paragraph:
    return Paragraph(Voice(given["voice"]), given["text"], given["new_page"])


def _table(given: dict[str, Any]) -> Table:
    rows = tuple(
        tuple(Cell(tuple(cell["lines"]), Align(cell["align"]), cell["strong"]) for cell in row)
        for row in given["rows"]
    )
    return Table(tuple(given["shares"]), tuple(given["head"]), rows, given["together"])
