"""What the workbook has to show where, straight from the outcome: the other side of the read-back.

No row of a sheet has a part in it. Places come from the addresses that 검증 refers to, texts from
``printed``, as in ``scorebench results``.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from workbench.exact import printed
from workbench.reports.bands import band_counts
from workbench.reports.chart_sheet import spread_places
from workbench.reports.points_sheet import points_place
from workbench.reports.totals_sheet import below_addresses, below_order, gap_places, totals_place
from workbench.reports.wording import POINT_STATES, VERDICTS
from workbench.results.outcome import Outcome, PointState, ServiceOutcome

_NOTHING: Final = "–"
Placed = Iterator[tuple[str, str]]
"""An address with its sheet, and what has to be shown there."""


def printed_figures(
    outcome: Outcome, summary: Mapping[str, str], *, is_public: bool
) -> dict[str, dict[str, str]]:
    """Return by sheet and address what has to be shown; ``summary`` are the addresses of 요약."""
    found: dict[str, dict[str, str]] = {}
    parts = [_summary(outcome, summary)]
    if not is_public:
        parts += [_totals(outcome), _below(outcome), _points(outcome), _spread(outcome)]
    for part in parts:
        for address, shown in part:
            sheet, cell = address.rsplit("!", 1)
            found.setdefault(sheet.strip("'").replace("''", "'"), {})[cell] = shown
    return found


def _summary(outcome: Outcome, summary: Mapping[str, str]) -> Placed:
    places = outcome.definition.rules.score_places
    yield summary["average"], _text(outcome.average, places)
    yield summary["counted"], str(outcome.counted)
    yield summary["below"], str(len(outcome.below))
    yield summary["share"], _text(outcome.share, 1)
    for at, band in enumerate(band_counts(outcome)):
        yield summary[f"band {at}"], str(band.count)
        yield summary[f"band share {at}"], _text(band.share, 1)


def _totals(outcome: Outcome) -> Placed:
    place, rules = totals_place(outcome), outcome.definition.rules
    for service in outcome.services:
        number = service.service.number
        for at, section in enumerate(outcome.definition.sections):
            points = None if service.sections is None else service.sections[section.code]
            yield place.section(number, at), _text(points, rules.score_places)
        yield place.adjusted(number), _adjusted(service, rules.score_places)
        yield place.total(number), _text(service.total, rules.score_places)
        yield place.rank(number), _NOTHING if service.rank is None else str(service.rank)
        yield place.verdict(number), VERDICTS[service.verdict]
    yield place.average, _text(outcome.average, rules.score_places)


def _adjusted(service: ServiceOutcome, places: int) -> str:
    if service.total is None or not service.adjustments:
        return _NOTHING
    return _signed(service.adjusted, places)


def _below(outcome: Outcome) -> Placed:
    rules = outcome.definition.rules
    for at, service in enumerate(below_order(outcome)):
        total, gap = below_addresses(outcome, at)
        yield total, _text(service.total, rules.score_places)
        if service.total is not None:
            yield gap, _signed(service.total - rules.cut, gap_places(rules))


def _signed(number: Decimal, places: int) -> str:
    sign = {1: "+", -1: "\u2212"}.get((number > 0) - (number < 0), "")
    return sign + printed(abs(number), places)


def _points(outcome: Outcome) -> Placed:
    place = points_place(outcome)
    places, codes = outcome.definition.rules.score_places, outcome.definition.codes()
    for service in outcome.services:
        made = {row.indicator.code: row for row in service.indicators}
        for code in codes:
            row, shown = made.get(code), _NOTHING
            if row is not None and row.state is PointState.COUNTED and row.points is not None:
                shown = printed(row.points, places)
            elif row is not None:
                shown = POINT_STATES[row.state]
            yield place.points(service.service.number, code), shown


def _spread(outcome: Outcome) -> Placed:
    """Count anew which totals lie in each range of 도표; what lies in none counts at its end."""
    totals = [row.total for row in outcome.services if row.total is not None]
    places = spread_places(outcome) if totals else ()
    for at, (lower, upper, below, passed) in enumerate(places):
        is_first, is_last = at == 0, at == len(places) - 1
        inside = [
            total for total in totals if (is_first or lower <= total) and (is_last or total < upper)
        ]
        under = sum(total < outcome.definition.rules.cut for total in inside)
        yield below, str(under or "")
        yield passed, str(len(inside) - under or "")


def _text(number: Decimal | None, places: int) -> str:
    return _NOTHING if number is None else printed(number, places)
