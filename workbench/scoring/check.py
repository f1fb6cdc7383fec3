"""What is missing or odd in a book before it is sealed, each with the place to go to."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workbench.definition.terms import Formula, Indicator, Uid
from workbench.journal.fields import FINDINGS, SCALE_FIELDS, TEXTS_OF_INDICATOR, Field
from workbench.results.formulas import formula_of, parameters
from workbench.results.outcome import MarkState
from workbench.scoring.patterns import Asked, OwnMarks
from workbench.scoring.sheet import MarkRow, ServiceSheet, SheetState

Place = tuple[Uid | None, str]
"""(indicator or finding, field): a cell within one service; no subject for the service itself."""


class Remark(StrEnum):
    """What the check says of a place."""

    MISSING = "missing"
    NOT_STORED = "not_stored"
    ENTER_AGAIN = "enter_again"
    NO_POINTS = "no_points"
    CONFLICT = "conflict"
    REASON = "reason"
    PLEDGE = "pledge"
    NO_TEXT = "no_text"
    RECUSED = "recused"


class Weight(StrEnum):
    """How much a remark asks for; none of them keeps a book from being sealed."""

    OPEN = "open"
    """Something is expected and does not count yet."""
    LOOK = "look"
    """Something may be as it is, if the evaluator has looked at it."""
    NOTE = "note"
    """Good to know."""


WEIGHTS: Final = {
    Remark.MISSING: Weight.OPEN,
    Remark.NOT_STORED: Weight.OPEN,
    Remark.ENTER_AGAIN: Weight.OPEN,
    Remark.NO_POINTS: Weight.OPEN,
    Remark.CONFLICT: Weight.OPEN,
    Remark.REASON: Weight.LOOK,
    Remark.PLEDGE: Weight.LOOK,
    Remark.NO_TEXT: Weight.NOTE,
    Remark.RECUSED: Weight.NOTE,
}


@dataclass(frozen=True, slots=True)
class Checked:
    """One remark and the very cell it speaks of."""

    remark: Remark
    service: Uid | None
    """None for what concerns the whole book."""
    subject: Uid | None = None
    """The indicator or finding; None for the service itself."""
    field: str = ""
    asked: Asked | None = None
    """Why a comment is wanted, for ``REASON``."""
    why: str = ""
    """The key of the reason, for ``NO_POINTS``."""

    @property
    def weight(self) -> Weight:
        """How much it asks for."""
        return WEIGHTS[self.remark]


_REMARKS: Final = {
    MarkState.EMPTY: Remark.MISSING,
    MarkState.ENTER_AGAIN: Remark.ENTER_AGAIN,
    MarkState.NO_POINTS: Remark.NO_POINTS,
    MarkState.CONFLICT: Remark.CONFLICT,
}
_BY_ENDS: Final = frozenset({"no_width", "scale_reversed"})
_ENDS: Final = {Field.SURVEY_MIN: "min", Field.SURVEY_MAX: "max"}


def check_book(
    sheets: Iterable[ServiceSheet],
    own: OwnMarks,
    *,
    pledged: str | None,
    unstored: Mapping[Uid, Collection[Place]],
) -> tuple[Checked, ...]:
    """Return every remark on a book: on the whole of it, then by service and row.

    ``unstored`` are the cells in which something was typed that the file does not hold.
    """
    found = [] if pledged else [Checked(Remark.PLEDGE, None)]
    for sheet in sheets:
        found += check_sheet(sheet, own, unstored.get(sheet.service.uid, ()))
    return tuple(found)


def check_sheet(
    sheet: ServiceSheet, own: OwnMarks, unstored: Collection[Place] = ()
) -> Iterator[Checked]:
    """Yield the remarks on one service.

    A service without any finding or opinion is odd; one that is recused is named and nothing
    else is said of it.
    """
    uid = sheet.service.uid
    if sheet.state is SheetState.RECUSED:
        yield Checked(Remark.RECUSED, uid, field=Field.RECUSAL)
        return
    indicators = set()
    for row in sheet.rows():
        indicators.add(row.indicator.uid)
        yield from _check_row(sheet, row, own, unstored)
    for subject, field in unstored:
        if subject not in indicators:
            yield Checked(Remark.NOT_STORED, uid, subject, field)
    if not sheet.findings and not sheet.opinion:
        yield Checked(Remark.NO_TEXT, uid, field=FINDINGS[0])


def _check_row(
    sheet: ServiceSheet, row: MarkRow, own: OwnMarks, unstored: Collection[Place]
) -> Iterator[Checked]:
    """Say of a cell what was refused in it rather than that it is empty."""
    uid, indicator = sheet.service.uid, row.indicator.uid
    refused = [field for subject, field in unstored if subject == indicator]
    for field in refused:
        yield Checked(Remark.NOT_STORED, uid, indicator, field)
    remark = _REMARKS.get(row.mark.state)
    if remark is not None and all(field in TEXTS_OF_INDICATOR for field in refused):
        yield Checked(remark, uid, indicator, _open_field(row), why=row.mark.why)
    asked = own.asked(sheet, row)
    if asked is not None and Field.COMMENT not in refused:
        yield Checked(Remark.REASON, uid, indicator, Field.COMMENT, asked)


def _open_field(row: MarkRow) -> str:
    """Return the first field of a mark that is still to be typed, else its first field.

    Where the ends of a scale make no points, it is the first of them that was typed.
    """
    fields = _typed_fields(row.indicator)
    there = {field for field, _ in row.mark.values}
    ends = [field for field in _ENDS if field in there]
    if row.mark.why in _BY_ENDS and ends:
        return ends[0]
    return next((field for field in fields if field not in there), fields[0])


def _typed_fields(indicator: Indicator) -> tuple[Field, ...]:
    if formula_of(indicator) is Formula.DEVIATION:
        return (Field.ACTUAL,)
    given = parameters(indicator)
    return tuple(
        field for field in SCALE_FIELDS[indicator.scale] if _ENDS.get(field, "") not in given
    )
