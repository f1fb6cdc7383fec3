"""What is missing or odd in a book before it is sealed, each with the place to go to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from workbench.definition.terms import Uid
from workbench.results.outcome import MarkState
from workbench.scoring.patterns import Asked, OwnMarks
from workbench.scoring.sheet import MarkRow, ServiceSheet, SheetState


class Remark(StrEnum):
    """What the check says of a place."""

    MISSING = "missing"
    ENTER_AGAIN = "enter_again"
    NO_POINTS = "no_points"
    CONFLICT = "conflict"
    REASON = "reason"
    NO_TEXT = "no_text"
    RECUSED = "recused"


HOLES = frozenset({Remark.MISSING, Remark.ENTER_AGAIN, Remark.NO_POINTS, Remark.CONFLICT})
"""Remarks on marks that are expected and do not count yet."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One remark: on an indicator of a service, or on the service where there is no indicator."""

    remark: Remark
    service: Uid
    indicator: Uid | None = None
    asked: Asked | None = None
    """Why a reason is wanted, for ``REASON``."""


_REMARKS = {
    MarkState.EMPTY: Remark.MISSING,
    MarkState.ENTER_AGAIN: Remark.ENTER_AGAIN,
    MarkState.NO_POINTS: Remark.NO_POINTS,
    MarkState.CONFLICT: Remark.CONFLICT,
}


def check_sheets(sheets: Iterable[ServiceSheet], own: OwnMarks) -> tuple[Checked, ...]:
    """Return every remark on ``sheets``, in their order and that of their rows.

    A service without any finding or opinion is odd; one that is recused is named and nothing
    else is said of it.
    """
    return tuple(remark for sheet in sheets for remark in check_sheet(sheet, own))


def check_sheet(sheet: ServiceSheet, own: OwnMarks) -> Iterator[Checked]:
    """Yield the remarks on one service."""
    uid = sheet.service.uid
    if sheet.state is SheetState.RECUSED:
        yield Checked(Remark.RECUSED, uid)
        return
    for row in sheet.rows():
        yield from _check_row(sheet, row, own)
    if not sheet.findings and not sheet.opinion:
        yield Checked(Remark.NO_TEXT, uid)


def _check_row(sheet: ServiceSheet, row: MarkRow, own: OwnMarks) -> Iterator[Checked]:
    uid, indicator = sheet.service.uid, row.indicator.uid
    remark = _REMARKS.get(row.mark.state)
    if remark is not None:
        yield Checked(remark, uid, indicator)
    asked = own.asked(sheet, row)
    if asked is not None:
        yield Checked(Remark.REASON, uid, indicator, asked)
