"""도표: the sections of every service as columns with the cut, and how the totals spread."""

from collections.abc import Iterable
from decimal import Decimal
from functools import partial
from typing import Final

from workbench.exact import plain
from workbench.reports.cells import (
    DANGER,
    INK,
    Cell,
    Row,
    column,
    count,
    figure,
    quoted,
    text,
)
from workbench.reports.charts import Bars, Chart
from workbench.reports.edition import Edition
from workbench.reports.page import opening
from workbench.reports.safe_text import cut_to, legal
from workbench.reports.sheet import Sheet
from workbench.reports.totals_sheet import totals_place
from workbench.results.figures import Bin, Histogram, histogram
from workbench.results.outcome import Outcome

CHARTS: Final = "도표"
INKS: Final = {"common": "2B55A8", "individual": "2F938B", "satisfaction": "B67C1A"}
BAR: Final = "728FCC"
BAR_BELOW: Final = "C9535A"
MOST_COLUMNS: Final = 30
"""Services in one chart, so that each still has room for its name; and the rows below one."""
_HEIGHT: Final = 14
_SHOWN: Final = 8
_WIDTHS: Final = (17,) * _SHOWN
_DATA: Final = ("사무", "기준", "총점 구간", "기준 미만(개)", "기준 이상(개)")
"""Columns that are not shown: what a service is called in a chart, the cut beside each of them,
and the ranges of totals. The charts print all of it."""
_NAME, _CUT, _RANGE, _BELOW, _PASSED = (column(_SHOWN + 1 + at) for at in range(len(_DATA)))
_OPENING: Final = 3
_NAME_UNITS: Final = 18
"""A name as long as a person can write makes a spreadsheet program work for minutes."""


def chart_sheet(outcome: Outcome, edition: Edition) -> Sheet:
    """Return 도표; only for an outcome in which a service is counted."""
    charts = section_charts(outcome)
    pages = len(charts)
    return Sheet(
        name=CHARTS,
        widths=(*_WIDTHS, *(14 for _ in _DATA)),
        rows=partial(_rows, outcome, edition, pages),
        length=_OPENING + MOST_COLUMNS * pages,
        landscape=True,
        breaks=tuple(_OPENING + MOST_COLUMNS * page for page in range(1, pages)),
        hidden=len(_DATA),
        charts=charts,
    )


def section_charts(outcome: Outcome) -> tuple[Chart, ...]:
    """Return the services by number as stacked columns, in charts of about the same length."""
    numbers, length = [row.service.number for row in outcome.services], _per_page(outcome)
    starts = range(0, len(numbers), length)
    return tuple(
        _section_chart(outcome, numbers[first : first + length], page, len(starts))
        for page, first in enumerate(starts)
    )


def _per_page(outcome: Outcome) -> int:
    """Return how many services stand in each chart, so that none is much shorter."""
    pages = -(-len(outcome.services) // MOST_COLUMNS)
    return -(-len(outcome.services) // max(pages, 1))


def _section_chart(outcome: Outcome, numbers: list[int], page: int, pages: int) -> Chart:
    place, definition = totals_place(outcome), outcome.definition
    first, last, top = numbers[0], numbers[-1], _OPENING + 1 + MOST_COLUMNS * page
    cut, names = f"{quoted(CHARTS)}{_CUT}", f"{quoted(CHARTS)}{_NAME}"
    bottom = top + len(numbers) - 1
    has_adjusted = any(row.adjustments for row in outcome.services)
    totals = _span(place.total(first), place.total(last))
    return Chart(
        title="사무별 총점과 분야 점수" + (f" ({page + 1}/{pages})" if pages > 1 else ""),
        across="사무(번호순)",
        upright="점수(점)",
        names=_span(f"{names}{top}", f"{names}{bottom}"),
        bars=tuple(
            Bars(
                _short(row.name),
                _span(place.section(first, at), place.section(last, at)),
                INKS[row.code],
            )
            for at, row in enumerate(definition.sections)
        ),
        place=(1, top, _SHOWN, top + MOST_COLUMNS - 1),
        level=Bars(
            f"기준 {plain(definition.rules.cut)}점",
            _span(f"{cut}{top}", f"{cut}{bottom}"),
            DANGER,
        ),
        dots=Bars("총점(가감점 반영)", totals, INK) if has_adjusted else None,
        most=sum((row.max_points for row in definition.sections), Decimal(0)),
    )


def histogram_chart(outcome: Outcome, place: tuple[int, int, int, int]) -> Chart:
    """Return how the totals spread, drawn from what 도표 holds and does not show."""
    cut, data = plain(outcome.definition.rules.cut), histogram(outcome)
    first, last = _OPENING + 1, _OPENING + len(data.bins)
    names, below, passed = (
        f"{quoted(CHARTS)}${letter}${first}:${letter}${last}"
        for letter in (_RANGE, _BELOW, _PASSED)
    )
    return Chart(
        title=f"총점 분포({plain(data.width)}점 간격, 붉은 막대는 {cut}점 미만)",
        across="총점 구간(점, 이상–미만)",
        upright="사무 수(개)",
        names=names,
        bars=(
            Bars(f"{cut}점 미만", below, BAR_BELOW, is_numbered=True),
            Bars(f"{cut}점 이상", passed, BAR, is_numbered=True),
        ),
        place=place,
        is_stacked=False,
        has_legend=False,
        gap=6,
    )


def bin_name(data: Histogram, one: Bin) -> str:
    """Return the range of totals of ``one``: ``72.5–75``."""
    return f"{plain(one.lower)}–{plain(one.lower + data.width)}"


def spread_places(outcome: Outcome) -> tuple[tuple[Decimal, Decimal, str, str], ...]:
    """Return lower and upper end of each range, and the addresses of its two counts."""
    data = histogram(outcome)
    return tuple(
        (
            one.lower,
            one.lower + data.width,
            f"{quoted(CHARTS)}{_BELOW}{row}",
            f"{quoted(CHARTS)}{_PASSED}{row}",
        )
        for row, one in enumerate(data.bins, start=_OPENING + 1)
    )


def _short(name: str) -> str:
    return cut_to(legal(" ".join(name.split())), _NAME_UNITS, "…")


def _span(first: str, last: str) -> str:
    """Return the absolute range from one address of a sheet to another in the same column."""
    sheet, cell = first.rsplit("!", 1)
    ends = (cell, last.rsplit("!", 1)[1])
    shown = (f"${end.rstrip('0123456789')}${end.lstrip(_LETTERS)}" for end in ends)
    return f"{sheet}!{':'.join(shown)}"


_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _rows(outcome: Outcome, edition: Edition, pages: int) -> Iterable[Row]:
    rules, nothing = outcome.definition.rules, (None,) * _SHOWN
    title, under, empty = opening(CHARTS, rules, edition)
    yield title
    yield under
    yield Row((*nothing, *(text(name) for name in _DATA)), empty.height)
    ranges = _ranges(histogram(outcome))
    for at, pair in enumerate(_columns(outcome, pages)):
        spread = ranges[at] if at < len(ranges) else ()
        yield Row((*nothing, *pair, *spread), _HEIGHT)


def _columns(outcome: Outcome, pages: int) -> list[tuple[Cell | None, Cell | None]]:
    """Return name and cut of each service in the row where its chart reads them."""
    found: list[tuple[Cell | None, Cell | None]] = [(None, None)] * (pages * MOST_COLUMNS)
    cut, length = figure(outcome.definition.rules.cut, 0), _per_page(outcome)
    for at, row in enumerate(outcome.services):
        page, place = divmod(at, length)
        name = text(f"{row.service.number} {_short(row.service.name)}")
        found[page * MOST_COLUMNS + place] = (name, cut)
    return found


def _ranges(data: Histogram) -> list[tuple[Cell | None, ...]]:
    # where nobody is there is no number: a zero would stand above the place of the other colour
    shown = [(one, count(one.count) if one.count else None) for one in data.bins]
    return [
        (text(bin_name(data, one)), *((cell, None) if one.is_below else (None, cell)))
        for one, cell in shown
    ]
