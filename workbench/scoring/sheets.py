"""From an evaluator's heads to his score sheets, service by service."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from workbench.definition.terms import Definition, Evaluator, Indicator, Section, Service, Uid
from workbench.exact import half_up
from workbench.journal.fields import FINDINGS, Field
from workbench.results.findings import Lists, one_value
from workbench.results.marks import Heads, MarkReader, expected_marks, has_recused
from workbench.results.outcome import Mark, MarkState
from workbench.scoring.sheet import (
    DONE,
    FindingItem,
    MarkRow,
    SectionRows,
    ServiceSheet,
    SheetState,
)


class SheetReader:
    """Builds one evaluator's sheets from his heads."""

    def __init__(self, definition: Definition, owner: Evaluator, reader: MarkReader) -> None:
        """Bind the definition and the reader of marks."""
        self._definition = definition
        self._owner = owner
        self._reader = reader
        self.services = tuple(
            service
            for service in definition.services
            if any(self._assigned(service.uid, uid) for uid in definition.applies[service.uid])
        )

    def sheet(self, service: Service, heads: Heads, lists: Lists) -> ServiceSheet:
        """Return the sheet of ``service``; ``lists`` are the findings among ``heads``."""
        uids = self._definition.applies[service.uid]
        indicators = [
            self._definition.indicator[uid] for uid in uids if self._assigned(service.uid, uid)
        ]
        sections = tuple(
            self._section(section, service, rows, heads)
            for section in self._definition.sections
            if (rows := [row for row in indicators if row.section is section.code])
        )
        marks = [row.mark for section in sections for row in section.rows]
        given = sum(mark.state in DONE for mark in marks)
        is_recused = has_recused(heads, self._owner.uid, service.uid) is True
        findings = tuple(
            FindingItem(uid, kind, text, self._about(heads, service.uid, uid))
            for kind in FINDINGS
            for uid, _, text in lists.get((self._owner.uid, service.uid, kind), ())
        )
        return ServiceSheet(
            service,
            _state(marks, given, is_recused=is_recused),
            sections,
            given,
            len(marks),
            _sum(section.subtotal for section in sections),
            findings,
            opinion=self._text(heads, service.uid, service.uid, Field.OPINION),
            recusal=self._text(heads, service.uid, service.uid, Field.RECUSAL),
        )

    def missing(self, heads: Heads) -> int:
        """Return how many expected marks are missing, own recusals taken out."""
        return sum(
            self._reader.mark(uid, service, self._definition.indicator[indicator]).state not in DONE
            for (service, indicator), uids in expected_marks(self._definition, heads).items()
            for uid in uids
            if uid == self._owner.uid
        )

    def is_expected(self, service: Uid, indicator: Uid) -> bool:
        """Say whether the definition expects a mark of the owner here."""
        return self._assigned(service, indicator)

    def _assigned(self, service: Uid, indicator: Uid) -> bool:
        return self._owner.uid in self._definition.expected.get((service, indicator), ())

    def _section(
        self, section: Section, service: Service, indicators: list[Indicator], heads: Heads
    ) -> SectionRows:
        rows = tuple(self._row(service, indicator, heads) for indicator in indicators)
        given = sum(row.mark.state in DONE for row in rows)
        return SectionRows(section, rows, _sum(row.points for row in rows), given)

    def _row(self, service: Service, indicator: Indicator, heads: Heads) -> MarkRow:
        mark = self._reader.mark(self._owner.uid, service.uid, indicator)
        points = None
        if mark.points is not None:
            points = half_up(Fraction(mark.points), self._definition.rules.score_places)
        comment, evidence = (
            self._text(heads, service.uid, indicator.uid, field)
            for field in (Field.COMMENT, Field.EVIDENCE)
        )
        return MarkRow(indicator, mark, points, comment, evidence)

    def _about(self, heads: Heads, service: Uid, finding: Uid) -> Uid | None:
        """Return the indicator a finding is linked to, None where this book does not know it."""
        linked = bytes.fromhex(self._text(heads, service, finding, Field.ABOUT))
        return linked if linked in self._definition.indicator else None

    def _text(self, heads: Heads, service: Uid, subject: Uid, field: Field) -> str:
        return one_value(heads, (self._owner.uid, service, subject, field)) or ""


def _sum(points: Iterable[Decimal | None]) -> Decimal | None:
    present = [value for value in points if value is not None]
    return sum(present, Decimal(0)) if present else None


def _state(marks: list[Mark], given: int, *, is_recused: bool) -> SheetState:
    if is_recused:
        return SheetState.RECUSED
    if any(mark.state is MarkState.CONFLICT for mark in marks):
        return SheetState.CONFLICT
    if given == len(marks):
        return SheetState.COMPLETE
    return SheetState.PART if any(mark.values for mark in marks) else SheetState.EMPTY
