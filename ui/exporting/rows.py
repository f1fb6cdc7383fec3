"""The preview as rows: headings, lines that open into their things, parts with their counts."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from ui.exporting.words import and_more, page_word, tally_words, topic_word
from ui.problems import sentence_of
from ui.theme.glyphs import Glyph
from workbench.errors import AppError
from workbench.reports.preview import Item, Jump, Line, Part, Preview, Topic

NAMED_MOST: Final = 6
"""So many things a line says by name, where it is not painted; all stand below it when opened."""
_GLYPHS: Final = {
    Topic.INCOMPLETE: Glyph.PART,
    Topic.CONFLICT: Glyph.CONFLICT,
    Topic.MIXTURE: Glyph.CONFLICT,
    Topic.STALE: Glyph.CONFLICT,
    Topic.FUTURES: Glyph.CONFLICT,
    Topic.ENTER_AGAIN: Glyph.PART,
    Topic.UNSEALED: Glyph.INTERIM,
    Topic.OBJECTION: Glyph.FLAG,
    Topic.OTHER: Glyph.ERROR,
    Topic.EXEMPT: Glyph.NOT_APPLICABLE,
    Topic.STRAY: Glyph.FLAG,
    Topic.UNTOLD: Glyph.EMPTY,
}
"""What a preview holds back on purpose has a lock instead."""


class Kind(StrEnum):
    """How a row is painted."""

    HEADING = "heading"
    LINE = "line"
    ITEM = "item"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Row:
    """One row; ``key`` says of what, so that it is found again when the preview is made anew."""

    kind: Kind
    key: Hashable
    name: str
    said: str = ""
    """Beside or below the name."""
    count: str = ""
    glyph: Glyph | None = None
    role: str = "text"
    jump: Jump | None = None
    rows: tuple["Row", ...] = ()

    def link(self) -> str:
        """Return the name of the page it leads to, empty where it leads nowhere."""
        return page_word(self.jump.page) if self.jump is not None else ""

    def spoken(self) -> str:
        """Return all that the row says."""
        name = f"{self.name} {self.count}".rstrip()
        return ", ".join(part for part in (name, self.said, self.link()) if part)


def rows_of(shown: Preview) -> tuple[Row, ...]:
    """Return what keeps an export from being final, what stays out and what goes in."""
    closing = QCoreApplication.translate("Export", "Keeps the final export closed")
    out = QCoreApplication.translate("Export", "Does not go in")
    marks = QCoreApplication.translate("Export", "Marked everywhere: {marks}")
    said = marks.format(marks=" · ".join(shown.marks)) if shown.marks else ""
    parts = QCoreApplication.translate("Export", "Goes in")
    return (
        *_section(closing, str(shown.reasons), [_line(row) for row in shown.closing], "danger"),
        *_section(out, "", [_line(row) for row in shown.left_out]),
        *_section(parts, str(len(shown.parts)), [_part(row) for row in shown.parts], said=said),
    )


def _section(
    name: str, count: str, rows: Sequence[Row], role: str = "text2", said: str = ""
) -> tuple[Row, ...]:
    """Return a heading over its rows, nothing where there are none."""
    if not rows:
        return ()
    return (Row(Kind.HEADING, name, name, said, count, role=role), *rows)


def _line(line: Line) -> Row:
    rows = tuple(_item(line.topic, at, item) for at, item in enumerate(line.items))
    said = some_names([row.name for row in rows], NAMED_MOST)
    if len(rows) == 1 and rows[0].said:
        said = f"{said} · {rows[0].said}"
    return Row(
        Kind.LINE,
        line.topic,
        topic_word(line.topic),
        said,
        f"{line.count:,}",
        _GLYPHS.get(line.topic),
        jump=line.jump,
        rows=rows if len(rows) > 1 else (),
    )


def some_names(names: Sequence[str], count: int) -> str:
    """Return the first ``count`` names, and how many more there are."""
    said = ", ".join(names[:count])
    more = len(names) - count
    return f"{said} {and_more(more)}" if more > 0 else said


def _item(topic: Topic, at: int, item: Item) -> Row:
    notes = " · ".join(_spelt(note) for note in item.notes)
    return Row(Kind.ITEM, (topic, at), _spelt(item.name), notes, jump=item.jump)


def _part(part: Part) -> Row:
    said = " · ".join(tally_words(tally, count) for tally, count in part.counts)
    return Row(Kind.PART, part.name, part.name, said, jump=part.jump)


def _spelt(words: str | AppError) -> str:
    return sentence_of(words) if isinstance(words, AppError) else words
