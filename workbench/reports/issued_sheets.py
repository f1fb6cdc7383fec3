"""차이표 and 이의신청: what differs from the version issued before, and who asked for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Final

from workbench.definition.terms import Definition
from workbench.ledger.objections import Objection
from workbench.ledger.versions import Difference, ResultVersion, as_version, difference
from workbench.reports.cells import (
    BODY,
    CENTER,
    NUMERAL,
    Cell,
    Row,
    count,
    number,
    signed_format,
    text,
)
from workbench.reports.edition import Edition
from workbench.reports.page import HEAD_ROW, fitting, name_width, opening, table_head
from workbench.reports.sheet import Sheet
from workbench.reports.wording import VERDICTS
from workbench.results.outcome import Outcome, Verdict

DIFFERENCE: Final = "차이표"
OBJECTIONS: Final = "이의신청"
_DECISIONS: Final = {"": "미결정", "accepted": "인용", "partly": "일부 인용", "rejected": "기각"}
_WHAT: Final = {"total": "총점", "verdict": "판정", "rank": "순위", "adjusted": "가감점"}


@dataclass(frozen=True, slots=True)
class Issued:
    """What was issued of a round so far."""

    versions: tuple[ResultVersion, ...]
    objections: tuple[Objection, ...]

    def name(self, outcome: Outcome) -> str:
        """Return which version ``outcome`` is: 결과 제2판, or that it came after one."""
        if not self.versions:
            return ""
        after = "" if self.number_of(outcome) else " 이후"
        return f"결과 제{self.versions[-1].number}판{after}"

    def number_of(self, outcome: Outcome) -> int:
        """Return the number of the newest version where ``outcome`` is that one, else 0."""
        if not self.versions or difference(self.versions[-1], as_version(outcome)):
            return 0
        return self.versions[-1].number


NOTHING_ISSUED: Final = Issued((), ())


def issued_sheets(outcome: Outcome, issued: Issued, edition: Edition) -> tuple[Sheet, ...]:
    """Return 차이표 where there is a version to differ from, and 이의신청 where there are any."""
    made: list[Sheet] = []
    if issued.versions:
        made.append(_difference_sheet(outcome, issued.versions, edition))
    if issued.objections:
        made.append(_objections_sheet(outcome.definition, issued.objections, edition))
    return tuple(made)


def _difference_sheet(
    outcome: Outcome, versions: tuple[ResultVersion, ...], edition: Edition
) -> Sheet:
    present = as_version(outcome)
    last = versions[-1]
    rows = difference(last, present)
    title = f"{DIFFERENCE}: 제{last.number}판 → 지금"
    if not rows and len(versions) > 1:  # this is the newest version: it differs from the one before
        rows = difference(versions[-2], last)
        title = f"{DIFFERENCE}: 제{last.number - 1}판 → 제{last.number}판"
    definition = outcome.definition
    return Sheet(
        name=DIFFERENCE,
        widths=(6, name_width(definition), 16, 14, 14, 14),
        rows=partial(_difference_rows, title, rows, definition, edition),
        length=HEAD_ROW + max(1, len(rows)),
        head=(HEAD_ROW, HEAD_ROW),
        landscape=True,
    )


def _difference_rows(
    title: str, rows: tuple[Difference, ...], definition: Definition, edition: Edition
) -> Iterable[Row]:
    yield from opening(title, definition.rules, edition)
    yield table_head(("번호", "사무명", "항목", "앞", "뒤", "차이"), height=24)
    sections = {row.code.value: row.name for row in definition.sections}
    places = definition.rules.score_places
    for row in rows:
        what = _WHAT.get(row.what) or sections.get(row.what) or row.what
        yield Row(
            (
                count(row.number, CENTER),
                text(row.name, BODY),
                text(what, CENTER),
                _value(row, row.before, places),
                _value(row, row.after, places),
                _change(row, places),
            )
        )
    if not rows:
        yield Row((None, text("달라진 것 없음")))


def _value(row: Difference, value: str | None, places: int) -> Cell:
    if value is None:
        return text("–", NUMERAL)
    if row.what == "verdict":
        return text(VERDICTS[Verdict(value)], NUMERAL)
    if row.what == "rank":
        return count(int(value))
    return number(Decimal(value), places=places)


def _change(row: Difference, places: int) -> Cell:
    if row.what in ("verdict", "rank") or row.before is None or row.after is None:
        return text("", CENTER)
    changed = number(Decimal(row.after) - Decimal(row.before), places=places)
    return changed._replace(look=changed.look._replace(numbers=signed_format(places)))


def _objections_sheet(
    definition: Definition, objections: tuple[Objection, ...], edition: Edition
) -> Sheet:
    return Sheet(
        name=OBJECTIONS,
        widths=(
            6,
            6,
            name_width(definition),
            12,
            12,
            fitting([row.by for row in objections], 12, 24),
            46,
            10,
            46,
        ),
        rows=partial(_objection_rows, definition, objections, edition),
        length=HEAD_ROW + len(objections),
        head=(HEAD_ROW, HEAD_ROW),
        landscape=True,
    )


def _objection_rows(
    definition: Definition, objections: tuple[Objection, ...], edition: Edition
) -> Iterable[Row]:
    yield from opening(OBJECTIONS, definition.rules, edition)
    names = ("신청", "번호", "사무명", "대상", "받은 날", "신청한 곳", "내용", "결정", "까닭")
    yield table_head(names, height=24)
    for row in objections:
        yield Row(
            (
                count(row.number, CENTER),
                count(row.service.number, CENTER),
                text(row.service.name, BODY),
                text(f"제{row.version}판", CENTER),
                text(row.received, CENTER),
                text(row.by, BODY),
                text(row.claim, BODY),
                text(_DECISIONS[row.decision], CENTER),
                text(row.reason, BODY),
            )
        )
