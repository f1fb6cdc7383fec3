"""A chart as a picture of its own: title, mark of a rehearsal, state, and what it shows."""

from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QRectF

from ui.charts.bars import (
    Captions,
    Columns,
    RowWords,
    caption_marks,
    columns,
    legend_marks,
    row_marks,
)
from ui.charts.histogram import histogram_marks
from ui.charts.lettering import Lettering, Voice
from ui.charts.marks import Bar, Mark, ending_at, starting_at, tag
from ui.charts.shown import Shown
from ui.theme.fonts import BODY, BOLD, CAPTION, CARD_TITLE, HALF_BOLD, PAGE_TITLE
from workbench.results.figures import histogram, most_points
from workbench.results.outcome import Outcome, ServiceOutcome, Verdict

MARGIN: Final = 24
ROW: Final = 22
ROWS_MOST: Final = 60
"""More services than this stand in several columns."""
COLUMNS_MOST: Final = 3
"""More than this is too wide for a page; the columns become longer then."""
_ONE: Final = 720
_SEVERAL: Final = 500
_BETWEEN: Final = 36
_HISTOGRAM: Final = 200
_TITLE_LINES: Final = 3
_TITLE: Final = Voice(PAGE_TITLE, BOLD)
_HEADING: Final = Voice(CARD_TITLE, HALF_BOLD)


@dataclass(frozen=True, slots=True)
class SheetWords:
    """Everything that a picture says, in the language of whoever saves it."""

    title: str
    rehearsal: str
    """Empty for a real round."""
    state: str
    distribution: str
    unit: str
    cut_name: str
    totals: str
    captions: Captions
    added: str
    taken: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Marks on a sheet of a size."""

    width: int
    height: int
    title: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """The services in the order in which they are shown, and what stands beside each."""

    services: tuple[ServiceOutcome, ...]
    words: tuple[RowWords, ...]


def sheet(
    outcome: Outcome, rows: Rows, shown: Shown, words: SheetWords, lettering: Lettering
) -> Picture:
    """Return the picture; no two of its labels overlap."""
    return _Sheet(outcome, rows, words, lettering).made(shown)


class _Sheet:
    """Lays one thing below the other."""

    def __init__(
        self, outcome: Outcome, rows: Rows, words: SheetWords, lettering: Lettering
    ) -> None:
        self._outcome, self._rows, self._words, self._type = outcome, rows, words, lettering
        self._marks: list[Mark] = []
        self._y = float(MARGIN)
        wanted = ceil(len(rows.services) / ROWS_MOST)
        self._columns = min(max(wanted, 1), COLUMNS_MOST)
        self._width = float(_ONE)

    def made(self, shown: Shown) -> Picture:
        """Lay everything out."""
        if shown is not Shown.DISTRIBUTION and self._columns > 1:
            self._width = self._columns * _SEVERAL + (self._columns - 1) * _BETWEEN
        self._head()
        if shown is not Shown.TOTALS:
            self._distribution()
        if shown is not Shown.DISTRIBUTION:
            self._totals()
        width, height = ceil(self._width + 2 * MARGIN), ceil(self._y + MARGIN)
        return Picture(width, height, self._words.title, tuple(self._marks))

    def _head(self) -> None:
        for line in wrapped(self._type, self._words.title, _TITLE, self._width, _TITLE_LINES):
            label = starting_at(self._type, MARGIN, self._y + 11, line, _TITLE, "text")
            self._marks.append(label)
            self._y += 26
        left, middle = float(MARGIN), self._y + 12
        if self._words.rehearsal:
            voice = Voice(CAPTION, HALF_BOLD)
            ground, label = tag(self._type, left, middle, self._words.rehearsal, voice, "warning")
            self._marks += [ground, label]
            left = ground.box.right() + 10
        room = MARGIN + self._width - left
        state = starting_at(self._type, left, middle, self._words.state, Voice(BODY), "text2", room)
        self._marks.append(state)
        self._y += 40

    def _heading(self, text: str, beside: str = "") -> None:
        middle = self._y + 9
        label = starting_at(self._type, MARGIN, middle, text, _HEADING, "text")
        self._marks.append(label)
        if beside:
            right = MARGIN + self._width
            self._marks.append(
                ending_at(self._type, right, middle, beside, Voice(CAPTION), "text2")
            )
        self._y += 26

    def _distribution(self) -> None:
        self._heading(self._words.distribution, self._words.unit)
        box = QRectF(MARGIN, self._y, self._width, _HISTOGRAM)
        data = histogram(self._outcome)
        self._marks += histogram_marks(self._type, box, data, self._words.cut_name)
        self._y += _HISTOGRAM + 20

    def _totals(self) -> None:
        self._heading(self._words.totals)
        services, words = self._rows.services, self._rows.words
        added = any(row.adjusted > 0 and row.total is not None for row in services)
        taken = any(row.adjusted < 0 and row.total is not None for row in services)
        legend, _ = legend_marks(
            self._type,
            self._outcome.definition.sections,
            MARGIN,
            self._y + 8,
            added=self._words.added if added else "",
            taken=self._words.taken if taken else "",
        )
        self._marks += legend
        self._y += 26
        each = ceil(len(services) / self._columns) if services else 0
        cut = self._outcome.definition.rules.cut
        for number in range(self._columns):
            place = self._column(number, has_adjusted=added or taken)
            middle = self._y + 8
            captions = self._words.captions
            self._marks += caption_marks(self._type, place, middle, cut, captions)
            chosen = range(number * each, min((number + 1) * each, len(services)))
            for at, row in enumerate(chosen):
                box = QRectF(place.left, self._y + 20 + at * ROW, self._column_width(), ROW)
                is_below = services[row].verdict is Verdict.BELOW
                ground = "danger_tint" if is_below else "surface"
                if is_below:
                    overlapping = box.adjusted(0, 0, 0, 0.4)  # no seam between two of them
                    self._marks.append(Bar(overlapping, ground))
                self._marks += row_marks(
                    self._type, services[row], words[row], box, place, cut, ground=ground
                )
        self._y += 20 + each * ROW

    def _column_width(self) -> float:
        return (self._width - (self._columns - 1) * _BETWEEN) / self._columns

    def _column(self, number: int, *, has_adjusted: bool) -> Columns:
        width = self._column_width()
        left = MARGIN + number * (width + _BETWEEN)
        most = most_points(self._outcome.definition)
        return columns(left, width, most, has_adjusted=has_adjusted)


def wrapped(
    lettering: Lettering, text: str, voice: Voice, width: float, most: int
) -> tuple[str, ...]:
    """Return ``text`` on as many lines as it needs, at most ``most``; the last one is elided."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most:
        if len(lines) == most - 1:
            lines.append(lettering.fitted(" ".join(words), voice, width))
            break
        taken = 1
        while taken < len(words) and lettering.width(" ".join(words[: taken + 1]), voice) <= width:
            taken += 1
        lines.append(lettering.fitted(" ".join(words[:taken]), voice, width))
        words = words[taken:]
    return tuple(lines)
