"""지표별 점수: one row per service, one column per indicator code."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Final

from workbench.definition.terms import Definition, Indicator
from workbench.exact import plain
from workbench.reports.cells import (
    BODY,
    CENTER,
    HEAD,
    PALE,
    Cell,
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
from workbench.reports.wording import POINT_STATES
from workbench.results.outcome import IndicatorOutcome, Outcome, PointState, ServiceOutcome

POINTS: Final = "지표별 점수"
_FIRST: Final = HEAD_ROW + 2
_BEFORE: Final = 2
_PER_PAGE: Final = 18


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


def points_sheet(outcome: Outcome, edition: Edition) -> Sheet:
    """Return 지표별 점수; what the codes mean stands on 요약."""
    codes = outcome.definition.codes()
    return Sheet(
        name=POINTS,
        widths=(6, name_width(outcome.definition), *(8 for _ in codes)),
        rows=partial(_rows, outcome, edition),
        length=_FIRST + len(outcome.services),
        head=(HEAD_ROW, HEAD_ROW + 1),
        frozen_columns=_BEFORE,
        landscape=True,
        merged=_merged(outcome.definition),
        pages_wide=max(1, -(-len(codes) // _PER_PAGE)),
    )


def _rows(outcome: Outcome, edition: Edition) -> Iterable[Row]:
    definition = outcome.definition
    yield from opening(POINTS, definition.rules, edition, unit="점")
    yield from _head(definition)
    for service in outcome.services:
        yield Row(_service(definition, service))


def _head(definition: Definition) -> tuple[Row, Row]:
    names = {row.code: row.name for row in definition.sections}
    upper = [text("번호", HEAD), text("사무명", HEAD)]
    lower = [text("", HEAD), text("", HEAD)]
    before = ""
    for code in definition.codes():
        rows = _of_code(definition, code)
        section = names[rows[0].section]
        upper.append(text("" if section == before else section, HEAD))
        maxima = {plain(row.max_points) for row in rows}
        maximum = maxima.pop() if len(maxima) == 1 else "다름"
        lower.append(text(f"{code}\n({maximum})", HEAD))
        before = section
    return Row(tuple(upper), 2 * LINE + PADDING), Row(tuple(lower), 2 * LINE + PADDING)


def _merged(definition: Definition) -> tuple[str, ...]:
    """Return the cells of the head that belong together: one name over the codes of a section."""
    sections = [_of_code(definition, code)[0].section for code in definition.codes()]
    found = [f"{column(at)}{HEAD_ROW}:{column(at)}{HEAD_ROW + 1}" for at in (1, 2)]
    first = _BEFORE + 1
    for _, group in groupby(sections):
        last = first + len(list(group)) - 1
        if last > first:
            found.append(f"{column(first)}{HEAD_ROW}:{column(last)}{HEAD_ROW}")
        first = last + 1
    return tuple(found)


def _service(definition: Definition, service: ServiceOutcome) -> tuple[Cell, ...]:
    made = {row.indicator.code: row for row in service.indicators}
    places = definition.rules.score_places
    points = (_points(made.get(code), places) for code in definition.codes())
    name = service.service
    return (count(name.number, CENTER), text(name.name, BODY), *points)


def _points(made: IndicatorOutcome | None, places: int) -> Cell:
    if made is None:
        return text("–", PALE)
    if made.state is PointState.COUNTED and made.points is not None:
        return number(made.points, places=places)
    return text(POINT_STATES[made.state], _SMALL)


_SMALL: Final[Look] = PALE._replace(size=8)


def _of_code(definition: Definition, code: str) -> list[Indicator]:
    return [row for row in definition.indicators if row.code == code]
