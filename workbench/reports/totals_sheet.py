"""종합점수표 and the list of the services below the cut."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Final

from workbench.definition.terms import Definition, Rules
from workbench.exact import plain
from workbench.reports.cells import (
    BODY,
    CENTER,
    DANGER,
    DANGER_TINT,
    FOOT,
    NUMERAL,
    PALE,
    Cell,
    Look,
    Row,
    column,
    count,
    number,
    quoted,
    signed_format,
    text,
)
from workbench.reports.edition import Edition
from workbench.reports.page import FIRST_ROW, HEAD_ROW, fitting, name_width, opening, operators
from workbench.reports.page import table_head as head
from workbench.reports.safe_text import sheet_name
from workbench.reports.sheet import Sheet
from workbench.reports.wording import NOTHING, VERDICTS, below_title
from workbench.results.outcome import Outcome, ServiceOutcome, Verdict

TOTALS: Final = "종합점수표"
_BEFORE: Final = ("번호", "사무명", "소관부서", "수탁기관")
_GAP: Final = NUMERAL._replace(ink=DANGER)
_STRONG: Final = NUMERAL._replace(bold=True)


@dataclass(frozen=True)
class TotalsPlace:
    """Where the numbers of 종합점수표 stand."""

    definition: Definition
    rows: dict[int, int]
    """Row by service number."""

    def section(self, number: int, at: int) -> str:
        """Return the address of section ``at`` (from 0) of service ``number``."""
        return self._address(len(_BEFORE) + 1 + at, number)

    def adjusted(self, number: int) -> str:
        """Return the address of what adjustments add to service ``number``."""
        return self._address(len(_BEFORE) + 1 + len(self.definition.sections), number)

    def total(self, number: int) -> str:
        """Return the address of the total of service ``number``."""
        return self._address(len(_BEFORE) + 2 + len(self.definition.sections), number)

    def rank(self, number: int) -> str:
        """Return the address of the rank of service ``number``."""
        return self._address(len(_BEFORE) + 3 + len(self.definition.sections), number)

    def verdict(self, number: int) -> str:
        """Return the address of the verdict of service ``number``."""
        return self._address(len(_BEFORE) + 4 + len(self.definition.sections), number)

    @property
    def average(self) -> str:
        """Return the address of the average in the foot."""
        index = len(_BEFORE) + 2 + len(self.definition.sections)
        return f"{quoted(TOTALS)}{column(index)}{FIRST_ROW + len(self.rows)}"

    def _address(self, index: int, number: int) -> str:
        return f"{quoted(TOTALS)}{column(index)}{self.rows[number]}"


def totals_place(outcome: Outcome) -> TotalsPlace:
    """Return where each service stands on 종합점수표."""
    numbers = [service.service.number for service in outcome.services]
    return TotalsPlace(
        outcome.definition, {number: FIRST_ROW + at for at, number in enumerate(numbers)}
    )


def totals_sheet(outcome: Outcome, edition: Edition) -> Sheet:
    """Return 종합점수표: every service by number, the counted ones with their scores."""
    return Sheet(
        name=TOTALS,
        widths=_widths(outcome.definition, (9, 13)),
        rows=partial(_totals_rows, outcome, edition),
        length=HEAD_ROW + len(outcome.services) + 1,
        head=(HEAD_ROW, HEAD_ROW),
        frozen_columns=2,
        landscape=True,
    )


def below_sheet(outcome: Outcome, edition: Edition) -> Sheet:
    """Return the services below the cut, lowest total first, with the gap to the cut."""
    return Sheet(
        name=below_name(outcome),
        widths=_widths(outcome.definition, (9, 12)),
        rows=partial(_below_rows, outcome, edition),
        length=HEAD_ROW + max(1, len(outcome.below)),
        head=(HEAD_ROW, HEAD_ROW),
        frozen_columns=2,
        landscape=True,
    )


def below_name(outcome: Outcome) -> str:
    """Return the name of the sheet that lists the services below the cut."""
    return sheet_name(below_title(outcome.definition.rules))


def below_order(outcome: Outcome) -> list[ServiceOutcome]:
    """Return the services below the cut, lowest total first."""
    found = [service for service in outcome.services if service.verdict is Verdict.BELOW]
    return sorted(found, key=lambda service: (service.total or 0, service.service.number))


def gap_places(rules: Rules) -> int:
    """Return the decimals of a difference to the cut, which may have more than a score."""
    return max(rules.score_places, len(plain(rules.cut).partition(".")[2]))


def below_addresses(outcome: Outcome, at: int) -> tuple[str, str]:
    """Return the addresses of total and gap of the service in place ``at`` of the list."""
    index = len(_BEFORE) + 2 + len(outcome.definition.sections)
    sheet, row = quoted(below_name(outcome)), FIRST_ROW + at
    return f"{sheet}{column(index)}{row}", f"{sheet}{column(index + 2)}{row}"


def _widths(definition: Definition, last: tuple[int, ...]) -> tuple[int, ...]:
    services = definition.services
    return (
        6,
        name_width(definition),
        fitting([service.department for service in services], 12, 24),
        fitting([operators(service) for service in services], 12, 32),
        *(11 for _ in definition.sections),
        *(9, 10),
        *last,
    )


def _names(definition: Definition) -> tuple[str, ...]:
    sections = (f"{row.name}\n({plain(row.max_points)})" for row in definition.sections)
    full = plain(sum((row.max_points for row in definition.sections), Decimal(0)))
    return (*_BEFORE, *sections, "가감점", f"총점\n({full})", "순위")


def _totals_rows(outcome: Outcome, edition: Edition) -> Iterable[Row]:
    rules = outcome.definition.rules
    yield from opening(TOTALS, rules, edition, unit="점")
    yield head((*_names(outcome.definition), "판정"))
    for service in outcome.services:
        verdict = text(VERDICTS[service.verdict], _verdict_look(service.verdict))
        yield Row((*_scores(outcome.definition, service), verdict))
    yield _foot(outcome)


def _below_rows(outcome: Outcome, edition: Edition) -> Iterable[Row]:
    rules = outcome.definition.rules
    yield from opening(below_title(rules), rules, edition, unit="점")
    yield head((*_names(outcome.definition), "기준과의\n차이"))
    places = gap_places(rules)
    for service in below_order(outcome):
        gap = (rules.cut if service.total is None else service.total) - rules.cut
        shown = number(gap, _GAP, places=places)
        shown = shown._replace(look=_GAP._replace(numbers=signed_format(places)))
        yield Row((*_scores(outcome.definition, service), shown))
    if not outcome.below:
        yield Row((None, text(NOTHING)))


def _scores(definition: Definition, service: ServiceOutcome) -> tuple[Cell, ...]:
    places = definition.rules.score_places
    who = service.service
    cells = [
        count(who.number, CENTER),
        text(who.name, BODY),
        text(who.department, BODY),
        text(operators(who), BODY),
    ]
    if service.sections is None or service.total is None or service.rank is None:
        return (*cells, *(text("–", PALE) for _ in range(len(definition.sections) + 3)))
    cells += [number(service.sections[row.code], places=places) for row in definition.sections]
    return (
        *cells,
        _adjusted(service, places),
        number(service.total, _STRONG, places=places),
        count(service.rank, NUMERAL._replace(align="center")),
    )


def _adjusted(service: ServiceOutcome, places: int) -> Cell:
    """Return what adjustments add; a service without any has a dash and no zero."""
    if not service.adjustments:
        return text("–", PALE)
    shown = number(service.adjusted, places=places)
    return shown._replace(look=NUMERAL._replace(numbers=signed_format(places)))


def _foot(outcome: Outcome) -> Row:
    places = outcome.definition.rules.score_places
    right = FOOT._replace(align="right")
    cells: list[Cell] = [text("", FOOT), text(f"평균 ({outcome.counted}개 사무)", FOOT)]
    cells += [text("", FOOT) for _ in range(3 + len(outcome.definition.sections))]
    average = outcome.average
    cells.append(text("–", right) if average is None else number(average, right, places=places))
    return Row((*cells, text("", FOOT), text("", FOOT)))


def _verdict_look(verdict: Verdict) -> Look:
    if verdict is Verdict.BELOW:
        return CENTER._replace(ink=DANGER, tint=DANGER_TINT)
    return CENTER if verdict is Verdict.PASS else PALE
