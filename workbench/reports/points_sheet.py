"""지표별 점수: one row per service, one column per indicator code."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Final

from workbench.definition.terms import Definition, Indicator
from workbench.exact import plain
from workbench.reports.cells import (
    BODY,
    CENTER,
    HEAD,
    PALE,
    Cell,
    Held,
    Look,
    Row,
    column,
    count,
    number,
    quoted,
    text,
)
from workbench.reports.edition import Edition
from workbench.reports.page import HEAD_ROW, name_width, opening
from workbench.reports.sheet import LINE, PADDING, Sheet
from workbench.reports.typed_sheet import TypedPlace
from workbench.reports.wording import POINT_STATES
from workbench.results.outcome import IndicatorOutcome, Outcome, PointState, ServiceOutcome

POINTS: Final = "지표별 점수"
_FIRST: Final = HEAD_ROW + 2
_BEFORE: Final = 2
_PER_PAGE: Final = 18
_LEAST: Final = 110
"""So wide that the title of the sheet has room above few indicators."""


@dataclass(frozen=True)
class PointsPlace:
    """Where the points of each indicator stand."""

    rows: dict[int, int]
    columns: dict[str, int]

    def points(self, number: int, code: str) -> str:
        """Return the address of the points of ``code`` for service ``number``."""
        return f"{quoted(POINTS)}{column(self.columns[code])}{self.rows[number]}"


def points_place(outcome: Outcome) -> PointsPlace:
    """Return where service and code meet on 지표별 점수."""
    codes = enumerate(outcome.definition.codes(), start=_BEFORE + 1)
    return PointsPlace(
        {row.service.number: _FIRST + at for at, row in enumerate(outcome.services)},
        {code: index for index, code in codes},
    )


def points_sheet(outcome: Outcome, edition: Edition, typed: TypedPlace) -> Sheet:
    """Return 지표별 점수; what the codes mean stands on 요약.

    Points lead to the rows of ``typed`` that they come from. A link per cell: comments would do
    the same on hovering, but 12,000 of them take a spreadsheet program half a minute to open.
    """
    codes = outcome.definition.codes()
    last = column(_BEFORE + len(codes))
    return Sheet(
        name=POINTS,
        widths=(
            6,
            max(name_width(outcome.definition), _LEAST - 8 * len(codes)),
            *(8 for _ in codes),
        ),
        rows=partial(_rows, outcome, edition, typed),
        length=_FIRST - 1 + len(outcome.services),
        head=(HEAD_ROW, HEAD_ROW + 1),
        frozen_columns=_BEFORE,
        landscape=True,
        merged=_merged(outcome.definition),
        column_breaks=tuple(_breaks(len(codes))),
        filtered=f"A{_FIRST - 1}:{last}{_FIRST - 1 + len(outcome.services)}",
    )


def _rows(outcome: Outcome, edition: Edition, typed: TypedPlace) -> Iterable[Row]:
    definition = outcome.definition
    yield from opening(POINTS, definition.rules, edition, unit="점")
    yield from _head(definition)
    for service in outcome.services:
        yield Row(_service(definition, service, typed))


def _head(definition: Definition) -> tuple[Row, Row]:
    names = {row.code: row.name for row in definition.sections}
    upper = [text("번호", HEAD), text("사무명", HEAD)]
    lower = [text("", HEAD), text("", HEAD)]
    starts = _starts(definition)
    for at, code in enumerate(definition.codes(), start=_BEFORE + 1):
        rows = _of_code(definition, code)
        upper.append(text(names[rows[0].section] if at in starts else "", HEAD))
        maxima = {plain(row.max_points) for row in rows}
        maximum = maxima.pop() if len(maxima) == 1 else "다름"
        lower.append(text(f"{code}\n({maximum})", HEAD))
    return Row(tuple(upper), 2 * LINE + PADDING), Row(tuple(lower), 2 * LINE + PADDING)


def _breaks(codes: int) -> range:
    """Return the columns after which a page ends, so that none has much fewer than another."""
    pages = -(-codes // _PER_PAGE)
    length = -(-codes // max(pages, 1)) or 1
    return range(_BEFORE + length, _BEFORE + codes, length)


def _merged(definition: Definition) -> tuple[str, ...]:
    """Return the cells of the head that belong together: one name over the codes of a section.

    Over those of one page: a name that crosses pages stands on none of them.
    """
    starts = _starts(definition)
    found = [f"{column(at)}{HEAD_ROW}:{column(at)}{HEAD_ROW + 1}" for at in (1, 2)]
    for first, last in pairwise((*starts, _BEFORE + len(definition.codes()) + 1)):
        if last - first > 1:
            found.append(f"{column(first)}{HEAD_ROW}:{column(last - 1)}{HEAD_ROW}")
    return tuple(found)


def _starts(definition: Definition) -> list[int]:
    """Return the columns in which the name of a section stands: at its first, and on each page."""
    sections = [_of_code(definition, code)[0].section for code in definition.codes()]
    pages = {end + 1 for end in _breaks(len(sections))}
    return [
        at
        for at, section in enumerate(sections, start=_BEFORE + 1)
        if at in pages or at == _BEFORE + 1 or section != sections[at - _BEFORE - 2]
    ]


def _service(
    definition: Definition, service: ServiceOutcome, typed: TypedPlace
) -> tuple[Cell, ...]:
    made = {row.indicator.code: row for row in service.indicators}
    places, name = definition.rules.score_places, service.service
    points = []
    for code in definition.codes():
        cell = _points(made.get(code), places)
        if cell.held is Held.NUMBER:
            cell = cell._replace(link=typed.trace(name.uid, made[code].indicator.uid))
        points.append(cell)
    return (count(name.number, CENTER), text(name.name, BODY), *points)


def _points(made: IndicatorOutcome | None, places: int) -> Cell:
    if made is None:
        return text("–", PALE)
    if made.state is PointState.COUNTED and made.points is not None:
        return number(made.points, places=places)
    return text(POINT_STATES[made.state], _SMALL)


_SMALL: Final[Look] = PALE._replace(size=8, wrap=True)


def _of_code(definition: Definition, code: str) -> list[Indicator]:
    return [row for row in definition.indicators if row.code == code]
