"""가감점: every adjustment with its reason and evidence, and what it rests on in the journal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Final

from workbench.definition.terms import Uid
from workbench.exact import plain
from workbench.reports.cells import (
    BODY,
    CENTER,
    NUMERAL,
    PALE,
    Cell,
    Row,
    column,
    count,
    figure,
    quoted,
    signed_format,
    text,
)
from workbench.reports.edition import Edition
from workbench.reports.page import FIRST_ROW, HEAD_ROW, fitting, name_width, opening, table_head
from workbench.reports.sheet import Sheet
from workbench.results.outcome import Adjustment, Outcome, ServiceOutcome

ADJUSTMENTS: Final = "가감점"
_NAMES: Final = ("번호", "사무명", "가감점", "까닭", "근거", "정한 때", "반영 여부", "이력 번호")
_REASON: Final = BODY._replace(indent=1)
_POINTS: Final = column(_NAMES.index("가감점") + 1)


@dataclass(frozen=True)
class AdjustmentsPlace:
    """Where the adjustments of each service that has any stand."""

    rows: dict[Uid, tuple[int, int]]
    """First and last row by service."""

    def span(self, service: Uid) -> str:
        """Return the range of the points of ``service``."""
        first, last = self.rows[service]
        return quoted(ADJUSTMENTS) + f"{_POINTS}{first}:{_POINTS}{last}"


def adjustments_place(outcome: Outcome) -> AdjustmentsPlace:
    """Return where each adjustment stands on 가감점."""
    rows: dict[Uid, tuple[int, int]] = {}
    for at, (service, _) in enumerate(_adjustments(outcome), start=FIRST_ROW):
        uid = service.service.uid
        rows[uid] = (rows.get(uid, (at, at))[0], at)
    return AdjustmentsPlace(rows)


def _adjustments(outcome: Outcome) -> Iterator[tuple[ServiceOutcome, Adjustment]]:
    for service in outcome.services:
        for row in service.adjustments:
            yield service, row


def adjustments_sheet(outcome: Outcome, edition: Edition) -> Sheet:
    """Return 가감점, by service number, oldest first; its points are what 검증 adds up."""
    found = [row for _, row in _adjustments(outcome)]
    definition = outcome.definition
    last = HEAD_ROW + max(1, len(found))
    return Sheet(
        name=ADJUSTMENTS,
        widths=(
            *(6, name_width(definition), 10, 46),
            fitting([row.evidence for row in found], 16, 40),
            *(17, 22, 20),
        ),
        rows=partial(_rows, outcome, edition),
        length=last,
        head=(HEAD_ROW, HEAD_ROW),
        landscape=True,
    )


def _rows(outcome: Outcome, edition: Edition) -> Iterable[Row]:
    yield from opening(ADJUSTMENTS, outcome.definition.rules, edition, unit="점")
    yield table_head(_NAMES, height=24)
    for service, row in _adjustments(outcome):
        yield Row(_cells(outcome, service, row, edition))


def _cells(
    outcome: Outcome, service: ServiceOutcome, row: Adjustment, edition: Edition
) -> tuple[Cell, ...]:
    look = NUMERAL._replace(numbers=signed_format(outcome.definition.rules.score_places))
    return (
        count(service.service.number, CENTER),
        text(service.service.name, BODY),
        figure(row.points, 0)._replace(look=look),
        text(row.reason, _REASON),
        text(row.evidence or "–", BODY),
        text(f"{edition.local(row.made_at):%Y-%m-%d %H:%M}", CENTER),
        text(_fate(outcome, service), CENTER),
        text(row.revision.hex()[:16], PALE),
    )


def _fate(outcome: Outcome, service: ServiceOutcome) -> str:
    if service.total is None:
        return "미반영(집계 제외)"
    cap = outcome.definition.rules.adjustment_cap
    whole = sum((row.points for row in service.adjustments), Decimal(0))
    if cap is not None and abs(whole) > cap:
        return f"반영(한도 ±{plain(cap)}점)"
    return "반영"
