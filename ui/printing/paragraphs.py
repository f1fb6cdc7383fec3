"""A paragraph of the report as strips: its marker, its hanging lines, its frame."""

import re
from typing import Final

from PySide6.QtCore import QRectF

from ui.handing_over.paper import LEFT, RIGHT, Fill, Mark, Rule, at, wrapped
from ui.handing_over.paper import Voice as Face
from ui.printing.sheets import Strip
from ui.printing.voices import LOOKS, Look
from workbench.reports.document.blocks import Paragraph, Voice

_PADDING: Final = 9.0
_RING: Final = 14.0
_RING_DIGITS: Final = 8.0
_RING_STROKE: Final = 0.8
HAIR: Final = 0.4
"""How thick the lines of frames and tables are."""
_MARKER: Final = re.compile(r"[□※·-] ")


def paragraph(block: Paragraph) -> list[Strip]:
    """Return the strips of ``block``, one to a line; a framed one is a single strip."""
    look = LOOKS[block.voice]
    if look.box:
        return [_framed(block.text, look)]
    if block.voice is Voice.SERVICE:
        return _service(block.text, look)
    marker = match[0] if (match := _MARKER.match(block.text)) else ""
    hanging = look.face.width(marker)
    left = LEFT + look.indent
    lines = hung(block.text, look.face, RIGHT - left, marker)
    strips = []
    for number, line in enumerate(lines):
        x = left if number == 0 else left + hanging
        if look.centred:
            x = (LEFT + RIGHT - look.face.width(line)) / 2
        elif look.at_right:
            x = RIGHT - look.face.width(line)
        strips.append(_line(line, x, look, number, len(lines)))
    return strips


def hung(text: str, face: Face, width: float, marker: str) -> list[str]:
    """Return ``text`` in lines, the later ones narrower by ``marker``, below which they stand."""
    lines = wrapped(text[len(marker) :], face, width - face.width(marker))
    return [marker + lines[0], *lines[1:]]


def _line(text: str, x: float, look: Look, number: int, of: int) -> Strip:
    leading = look.face.leading
    return Strip(
        leading,
        (at(x, text, look.face, leading),),
        before=look.before if number == 0 else 0,
        after=look.after if number == of - 1 else 0,
        keeps_next=look.keeps_next or (number == 0 and of > 1),
    )


def _framed(text: str, look: Look) -> Strip:
    face = look.face
    lines = wrapped(text, face, RIGHT - LEFT - 2 * _PADDING)
    height = len(lines) * face.leading + 2 * _PADDING
    box = QRectF(LEFT, 0, RIGHT - LEFT, height)
    marks: list[Mark] = [Fill(box, look.box), *frame(box, look.edge)]
    for number, line in enumerate(lines):
        x = (LEFT + RIGHT - face.width(line)) / 2 if look.centred else LEFT + _PADDING
        ink = at(x, line, face, face.leading)
        marks.append(type(ink)(ink.x, ink.y + _PADDING + number * face.leading, line, face))
    return Strip(height, tuple(marks), look.before, look.after)


def frame(box: QRectF, role: str = "edge") -> list[Mark]:
    """Return the four hair lines around ``box``."""
    return [
        level(box.left(), box.right(), box.top(), role),
        level(box.left(), box.right(), box.bottom(), role),
        upright(box.left(), box.top(), box.bottom(), role),
        upright(box.right(), box.top(), box.bottom(), role),
    ]


def level(left: float, right: float, y: float, role: str = "edge") -> Rule:
    """Return a hair line from left to right."""
    return Rule(left, right, y, HAIR, role)


def upright(x: float, top: float, bottom: float, role: str = "edge") -> Fill:
    """Return a hair line from top to bottom."""
    return Fill(QRectF(x - HAIR / 2, top, HAIR, bottom - top), role)


def _service(text: str, look: Look) -> list[Strip]:
    """Return the heading of a service; its number is drawn, as few faces have ㉑ and beyond."""
    mark, _, name = text.partition(" ")
    number = number_of(mark)
    if number is None:
        return [
            _line(line, LEFT, look, at_, len(lines))
            for lines in (wrapped(text, look.face, RIGHT - LEFT),)
            for at_, line in enumerate(lines)
        ]
    left = LEFT + _RING + 6
    lines = wrapped(name, look.face, RIGHT - left)
    strips = [_line(line, left, look, at_, len(lines)) for at_, line in enumerate(lines)]
    first = strips[0]
    ring = _ring(str(number), first.height)
    strips[0] = Strip(
        first.height, (*ring, *first.marks), first.before, first.after, first.keeps_next
    )
    return strips


def number_of(mark: str) -> int | None:
    """Return what a circled number stands for, None for another mark."""
    for first, last, code in ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)):
        if len(mark) == 1 and code <= ord(mark) <= code + last - first:
            return ord(mark) - code + first
    return None


def _ring(digits: str, leading: float) -> tuple[Mark, ...]:
    face = Face(_RING_DIGITS, 600)
    top = (leading - _RING) / 2
    outer = QRectF(LEFT, top, _RING, _RING)
    inner = outer.adjusted(_RING_STROKE, _RING_STROKE, -_RING_STROKE, -_RING_STROKE)
    middle = LEFT + _RING / 2 - face.width(digits) / 2
    return (
        Fill(outer, "text", _RING / 2),
        Fill(inner, "surface", inner.width() / 2),
        at(middle, digits, face, leading),
    )
