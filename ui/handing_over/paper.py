"""Pages that text flows onto: everything is measured first, so that the last page is known.

Measures are in points; a page is a list of things to paint. Nothing here knows what is printed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from ui.theme.fonts import BOLD, HALF_BOLD, REGULAR, SHIPPED_FAMILY

WIDTH: Final = 595.0
HEIGHT: Final = 842.0
LEFT: Final = 51.0
RIGHT: Final = WIDTH - LEFT
TOP: Final = 45.0
BOTTOM: Final = HEIGHT - 62.0
UNITS: Final = 20
"""Units of a painter per point: fine enough that no letter sits off its place."""
_WHOLE: Final = 8
"""So many lines are never parted."""
_FEWEST: Final = 2
"""So many lines stay together on either side of a break."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A size in points, a weight and a colour by its token."""

    points: float
    weight: int = REGULAR
    role: str = "text"

    def font(self) -> QFont:
        """Return the face; figures keep their own widths, else they could not be copied out."""
        return _face(self.points, self.weight)

    def width(self, text: str) -> float:
        """Return how far ``text`` reaches."""
        return _metrics(self.points, self.weight).horizontalAdvance(text) / UNITS

    @property
    def leading(self) -> float:
        """How far one line stands from the next."""
        return round(self.points * 1.5, 1)


@lru_cache(maxsize=32)
def _face(points: float, weight: int) -> QFont:
    made = QFont(SHIPPED_FAMILY)
    made.setPixelSize(round(points * UNITS))
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in ("calt", "clig", "liga"):
        # what changes its shape beside others has no code then: "2024-11" would lose its dash
        made.setFeature(QFont.Tag(feature), 0)
    return made


@lru_cache(maxsize=32)
def _metrics(points: float, weight: int) -> QFontMetricsF:
    return QFontMetricsF(_face(points, weight))


@dataclass(frozen=True, slots=True)
class Ink:
    """Text on a baseline; until it stands on a page, ``y`` counts from the top of its line."""

    x: float
    y: float
    text: str
    voice: Voice


@dataclass(frozen=True, slots=True)
class Rule:
    """A line from left to right."""

    left: float
    right: float
    y: float
    width: float
    role: str


@dataclass(frozen=True, slots=True)
class Fill:
    """A field of colour with rounded corners."""

    box: QRectF
    role: str
    radius: float = 0


Mark = Ink | Rule | Fill
Line = tuple[Ink, ...]
"""What stands side by side on one line."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that follow each other, all as high; ``rule`` draws one below the last."""

    lines: tuple[Line, ...]
    leading: float
    before: float = 0
    after: float = 0
    rule: str = ""

    @property
    def height(self) -> float:
        """How much room it takes, the gap before it left out."""
        return len(self.lines) * self.leading + self.after


@dataclass(slots=True)
class Paper:
    """The pages so far. ``carried`` is set again at the top of every page that a break begins."""

    pages: list[list[Mark]] = field(default_factory=list)
    y: float = TOP
    carried: tuple[Block, ...] = ()

    def begin_page(self) -> None:
        """Go on at the top of a new page, with nothing carried over."""
        self.pages.append([])
        self.y = TOP
        self.carried = ()

    def room(self) -> float:
        """Return how much of the page is left."""
        return BOTTOM - self.y

    def draw(self, *marks: Mark) -> None:
        """Put something on the present page where it says itself."""
        self.pages[-1].extend(marks)

    def put(self, *blocks: Block) -> None:
        """Let ``blocks`` follow; the first one keeps company with the beginning of the next."""
        for number, block in enumerate(blocks):
            following = blocks[number + 1 : number + 2]
            company = sum(_least(other) for other in following)
            self._make_room(block, company)
            self._flow(block)

    def _make_room(self, block: Block, company: float) -> None:
        is_whole = len(block.lines) <= _WHOLE
        needed = block.before + block.height if is_whole else _least(block)
        if needed + company > self.room():
            self._break()

    def _flow(self, block: Block) -> None:
        self.y += block.before if self.y > TOP else 0
        for number, line in enumerate(block.lines):
            left = len(block.lines) - number
            is_tail = left == _FEWEST and number > 0
            if (left * block.leading if is_tail else block.leading) > self.room():
                self._break()
            self._set(line)
            self.y += block.leading
        self.y += block.after
        if block.rule:
            self.draw(Rule(LEFT, RIGHT, self.y, 0.5, block.rule))

    def _break(self) -> None:
        carried = self.carried
        self.begin_page()
        for block in carried:
            self._flow(block)
        self.carried = carried

    def _set(self, line: Line) -> None:
        for ink in line:
            self.draw(Ink(ink.x, self.y + ink.y, ink.text, ink.voice))


def _least(block: Block) -> float:
    return block.before + min(block.height, _FEWEST * block.leading)


def wrapped(text: str, voice: Voice, width: float) -> list[str]:
    """Return ``text`` in lines that are no wider than ``width``; its own line feeds stay."""
    lines: list[str] = []
    for part in text.split("\n"):
        if voice.width(part) <= width:
            lines.append(part.strip())
            continue
        lines += _broken(part, voice, width)
    return lines


def _broken(text: str, voice: Voice, width: float) -> Iterable[str]:
    layout = QTextLayout(text, voice.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    # positions count UTF-16 units, and so does this
    units = text.encode("utf-16-le")
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width * UNITS)
        start, end = line.textStart(), line.textStart() + line.textLength()
        lines.append(units[2 * start : 2 * end].decode("utf-16-le").strip())
    layout.endLayout()
    return lines


def at(x: float, text: str, voice: Voice, leading: float) -> Ink:
    """Return ``text`` from ``x`` on, in the middle of a line of this height."""
    return Ink(x, leading / 2 + voice.points * 0.36, text, voice)


def ending_at(x: float, text: str, voice: Voice, leading: float) -> Ink:
    """Return ``text`` that ends at ``x``."""
    return at(x - voice.width(text), text, voice, leading)


def pointed_at(x: float, text: str, voice: Voice, leading: float) -> Ink:
    """Return a number whose decimal point stands at ``x``, so that a column of them aligns."""
    whole = text.split(".", maxsplit=1)[0]
    return at(x - voice.width(whole), text, voice, leading)


def paragraph(text: str, voice: Voice, left: float = LEFT, right: float = RIGHT) -> Block:
    """Return a text between two edges."""
    lines = tuple(
        (at(left, line, voice, voice.leading),) for line in wrapped(text, voice, right - left)
    )
    return Block(lines, voice.leading)


def columns(
    cells: Sequence[Sequence[Ink]],
    leading: float,
    *,
    before: float = 0,
    after: float = 0,
    rule: str = "",
) -> Block:
    """Return lines of several columns: line n has the n-th of each column that goes so far."""
    height = max(map(len, cells), default=0)
    lines = tuple(
        tuple(column[number] for column in cells if number < len(column))
        for number in range(height)
    )
    return Block(lines, leading, before, after, rule)


def origin(ink: Ink) -> QPointF:
    """Return where a painter begins to write ``ink``."""
    return QPointF(ink.x * UNITS, ink.y * UNITS)


TITLE: Final = Voice(24, BOLD)
SECTION: Final = Voice(10.5, BOLD)
BODY: Final = Voice(9.5)
SMALL: Final = Voice(8.5, role="text2")
CAPTION: Final = Voice(8, role="text3")
STRONG: Final = Voice(9.5, HALF_BOLD)
