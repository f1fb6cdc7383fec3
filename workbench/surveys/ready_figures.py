"""Figures that somebody else computed: one row per service, every unfit row named."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models.errors import AppError
from workbench.definition.problems import shown
from workbench.definition.terms import Service, Uid
from workbench.errors import EntryUnfit, InputError
from workbench.exact import half_up, parse_number, parse_whole
from workbench.scoring.table import RowUnfit
from workbench.surveys.arithmetic import MEAN_PLACES
from workbench.surveys.mapping import FiguresMapping
from workbench.surveys.responding import Sorted
from workbench.surveys.table_reading import SurveyTable
from workbench.text import half_width

_LONG: re.Pattern[str] = re.compile(r"[0-9]{1,12}\.[0-9]{7,30}")


@dataclass(frozen=True, slots=True)
class ReadyRow:
    """The figures of one service."""

    line: int
    service: Service
    n: int
    mean: Decimal
    low: Decimal
    high: Decimal
    is_rounded: bool
    """The mean had more decimals than are kept."""


def ready_rows(table: SurveyTable, mapping: FiguresMapping, found: Sorted) -> list[ReadyRow]:
    """Return the figures of every row whose service is known.

    Raises:
        EntryUnfit: with every row that cannot be taken: a figure that is none, a mean outside
            its scale, a service named twice.
    """
    rows: list[ReadyRow] = []
    problems: list[RowUnfit] = []
    first: dict[Uid, int] = {}
    for at, service in enumerate(found.services):
        if service is None:
            continue
        line = table.lines[at]
        try:
            if first.setdefault(service.uid, line) != line:
                earlier = first[service.uid]
                raise InputError("survey_service_twice", number=service.number, first=earlier)
            rows.append(_row(table, mapping, at, service))
        except AppError as why:
            problems.append(RowUnfit(line, why))
    if problems:
        raise EntryUnfit("survey_unfit", tuple(problems), name=table.source.name)
    return rows


def _row(table: SurveyTable, mapping: FiguresMapping, at: int, service: Service) -> ReadyRow:
    n = parse_whole(table.texts[mapping.n][at])
    if not n:
        raise InputError("survey_nobody")
    mean, is_rounded = _mean(table.texts[mapping.mean][at])
    low = _end(table, mapping.low, at, mapping.scale_min)
    high = _end(table, mapping.high, at, mapping.scale_max)
    if low >= high:
        raise InputError("survey_ends_unfit", low=low, high=high)
    if not low <= mean <= high:
        raise InputError("survey_mean_outside", mean=shown(str(mean)), low=low, high=high)
    return ReadyRow(table.lines[at], service, n, mean, low, high, is_rounded)


def _mean(text: str) -> tuple[Decimal, bool]:
    """Return a mean with six decimals; a spreadsheet's own has more and is rounded half up."""
    typed = half_width(text).strip()
    if _LONG.fullmatch(typed):
        rounded = half_up(Fraction(typed), MEAN_PLACES)
        return rounded, rounded != Decimal(typed)
    return parse_number(text), False


def _end(table: SurveyTable, column: str, at: int, given: int) -> Decimal:
    return parse_number(table.texts[column][at]) if column else Decimal(given)
