"""Services as bars stacked by section: where everything stands in a row, and the row itself."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF

from ui.charts.histogram import CUT_WIDTH
from ui.charts.lettering import Lettering, Voice
from ui.charts.marks import (
    Bar,
    Label,
    Mark,
    Outline,
    Sign,
    centred_at,
    ending_at,
    starting_at,
    with_point_at,
)
from ui.theme.fonts import BODY, CAPTION, DENSE, HALF_BOLD
from ui.theme.glyphs import Glyph
from workbench.definition.terms import Section
from workbench.exact import plain
from workbench.results.outcome import ServiceOutcome, Verdict

BAR_HEIGHT: Final = 10
SEGMENT_GAP: Final = 1.5
RANK_WIDTH: Final = 28
NAME_LEAST: Final = 150
NAME_MOST: Final = 300
TOTAL_WIDTH: Final = 60
ADJUSTED_WIDTH: Final = 52
LEGEND_SQUARE: Final = 9
_GAP: Final = 12
_EDGE: Final = 6
_SIGN: Final = 14


class Columns(NamedTuple):
    """Where rank, name, bar, adjustment and total stand at a given width."""

    left: float
    name: float
    name_room: float
    bar: float
    bar_width: float
    adjusted_right: float | None
    """None where no service has any."""
    total_right: float
    most: Decimal

    def x_of(self, points: Decimal) -> float:
        """Return where a number of points ends."""
        return self.bar + self.bar_width * float(points) / float(self.most)


def columns(left: float, width: float, most: Decimal, *, has_adjusted: bool) -> Columns:
    """Share ``width``: the name a third, the bar the rest."""
    name = left + RANK_WIDTH + 10.0
    room = min(max(width * 0.31, NAME_LEAST), NAME_MOST)
    bar = name + room + _GAP
    after = TOTAL_WIDTH + (ADJUSTED_WIDTH if has_adjusted else 0)
    right = left + width - _EDGE
    return Columns(
        left=left,
        name=name,
        name_room=room,
        bar=bar,
        bar_width=max(20.0, left + width - bar - after),
        adjusted_right=right - TOTAL_WIDTH + 4 if has_adjusted else None,
        total_right=right,
        most=most,
    )


class RowWords(NamedTuple):
    """What is written in a row beside the name."""

    total: str
    adjusted: str
    sign: Glyph | None
    """Why there is no total, as a shape in the place of the rank."""


def row_marks(
    lettering: Lettering,
    service: ServiceOutcome,
    words: RowWords,
    box: QRectF,
    place: Columns,
    cut: Decimal,
    *,
    ground: str,
) -> list[Mark]:
    """Return one row; the cut line stands behind its bar, so a bar that passes it covers it."""
    middle = box.center().y()
    cut_x = place.x_of(cut) - CUT_WIDTH / 2
    marks: list[Mark] = [Bar(QRectF(cut_x, box.top(), CUT_WIDTH, box.height()), "danger")]
    top = round(middle - BAR_HEIGHT / 2 + 0.5)
    marks.extend(
        _stack(service, QRectF(place.bar, top, place.bar_width, BAR_HEIGHT), place, ground)
    )
    is_below = service.verdict is Verdict.BELOW
    ink = "text" if service.total is not None else "text3"
    if service.rank is not None:
        right = place.left + RANK_WIDTH
        marks.append(ending_at(lettering, right, middle, str(service.rank), Voice(DENSE), "text3"))
    elif words.sign is not None:
        sign = QRectF(place.left + RANK_WIDTH - _SIGN, middle - _SIGN / 2, _SIGN, _SIGN)
        marks.append(Sign(words.sign, sign))
    voice = Voice(DENSE + 0.3, HALF_BOLD) if is_below else Voice(DENSE + 0.3)
    name, room = service.service.name, place.name_room
    marks.append(starting_at(lettering, place.name, middle, name, voice, ink, room))
    if words.adjusted and place.adjusted_right is not None:
        role = "danger" if service.adjusted < 0 else "success"
        marks.append(
            with_point_at(
                lettering, place.adjusted_right, middle, words.adjusted, Voice(CAPTION), role
            )
        )
    bold = Voice(BODY, HALF_BOLD if service.total is not None else 400)
    role = "danger" if is_below else ink
    align = with_point_at if service.total is not None else ending_at
    marks.append(align(lettering, place.total_right, middle, words.total, bold, role))
    return marks


def _stack(service: ServiceOutcome, box: QRectF, place: Columns, ground: str) -> list[Mark]:
    """Return the sections up to the total; outlined what was added to or taken from them."""
    if service.sections is None or service.total is None:
        return []
    marks: list[Mark] = []
    reached = Decimal(0)
    for code, points in service.sections.items():
        begin, end = reached, reached + points
        reached = end
        end = min(end, service.total)  # a penalty takes from the end of the bar
        if end <= begin:
            continue
        left, right = place.x_of(begin), place.x_of(end)
        visible = max(0.0, right - left - SEGMENT_GAP)
        marks.append(Bar(QRectF(left, box.top(), visible, box.height()), str(code)))
    if service.adjusted > 0 and service.total > reached:
        marks.append(_frame(box, place, reached, service.total, "success", ground))
    elif service.adjusted < 0 and service.total < reached:
        marks.append(_frame(box, place, service.total, reached, "danger", "", is_dashed=True))
    return marks


def _frame(
    box: QRectF,
    place: Columns,
    begin: Decimal,
    end: Decimal,
    role: str,
    ground: str,
    *,
    is_dashed: bool = False,
) -> Outline:
    left, right = place.x_of(begin), place.x_of(end)
    width = max(3.0, right - left)
    return Outline(QRectF(left, box.top(), width, box.height()), role, ground, is_dashed)


class Captions(NamedTuple):
    """The words over the columns."""

    rank: str
    service: str
    adjusted: str
    total: str


def caption_marks(
    lettering: Lettering, place: Columns, middle: float, cut: Decimal, words: Captions
) -> list[Mark]:
    """Return the captions; the cut's number stands over its line, and what it meets gives way."""
    voice = Voice(CAPTION)
    rank = starting_at(lettering, place.left, middle, words.rank, voice, "text3", RANK_WIDTH + 6)
    service = starting_at(
        lettering, place.name, middle, words.service, voice, "text3", place.name_room
    )
    bold = Voice(CAPTION, HALF_BOLD)
    number = centred_at(lettering, place.x_of(cut), middle, plain(cut), bold, "danger")
    found = [rank, service, number]
    total = ending_at(lettering, place.total_right, middle, words.total, voice, "text3")
    found += [total] if not _meets(total, found) else []
    if place.adjusted_right is not None:
        added = ending_at(lettering, place.adjusted_right, middle, words.adjusted, voice, "text3")
        found += [added] if not _meets(added, found) else []
    return list(found)


def _meets(label: Label, others: Sequence[Label]) -> bool:
    room = label.box.adjusted(-3, 0, 3, 0)
    return any(room.intersects(other.box) for other in others)


def legend_marks(
    lettering: Lettering,
    sections: Sequence[Section],
    left: float,
    middle: float,
    *,
    added: str = "",
    taken: str = "",
) -> tuple[list[Mark], float]:
    """Return a square and a name for each section, and where they end.

    ``added`` and ``taken`` name the frames of adjustments, where there are any.
    """
    marks: list[Mark] = []
    x, voice = left, Voice(CAPTION)

    def name(text: str) -> None:
        nonlocal x
        label = starting_at(lettering, x + LEGEND_SQUARE + 5, middle, text, voice, "text2")
        marks.append(label)
        x = label.box.right() + 14

    def square() -> QRectF:
        top = round(middle - LEGEND_SQUARE / 2)
        return QRectF(x, top, LEGEND_SQUARE, LEGEND_SQUARE)

    for section in sections:
        marks.append(Bar(square(), str(section.code)))
        name(f"{section.name} {plain(section.max_points)}")
    if added:
        marks.append(Outline(square(), "success"))
        name(added)
    if taken:
        marks.append(Outline(square(), "danger", is_dashed=True))
        name(taken)
    return marks, x - 14
