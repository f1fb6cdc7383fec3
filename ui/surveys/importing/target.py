"""Where the figures of a survey would go in the open book."""

from collections.abc import Mapping
from decimal import Decimal

from ui.scoring.desk import ScoringDesk
from workbench.definition.terms import Indicator, Scale, Uid


def codes_of(desk: ScoringDesk) -> tuple[str, ...]:
    """Return the codes of the survey indicators that the owner of the book scores."""
    found = dict.fromkeys(
        row.code for row in desk.definition.indicators if row.scale is Scale.SURVEY
    )
    return tuple(code for code in found if desk.overview.rows(code))


def indicators_of(desk: ScoringDesk, code: str) -> dict[int, Indicator]:
    """Return the indicator of a code by the number of the service it is scored for."""
    return {sheet.service.number: row.indicator for sheet, row in desk.overview.rows(code)}


def points_of(desk: ScoringDesk, code: str) -> Mapping[Uid, Decimal | None]:
    """Return the points that stand in the book now, by service."""
    return {sheet.service.uid: row.points for sheet, row in desk.overview.rows(code)}
