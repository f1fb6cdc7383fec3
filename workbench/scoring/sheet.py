"""One evaluator's score sheet as frozen values: what the window and the check read."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from workbench.definition.terms import Indicator, Section, Service, Uid
from workbench.journal.fields import Field
from workbench.results.outcome import Mark, MarkState

DONE = frozenset({MarkState.GIVEN, MarkState.NOT_APPLICABLE})
"""The states of a mark in which nothing is left to do."""


class SheetState(StrEnum):
    """How far a service has come in one evaluator's hands; the worst state wins."""

    EMPTY = "empty"
    PART = "part"
    COMPLETE = "complete"
    CONFLICT = "conflict"
    RECUSED = "recused"


@dataclass(frozen=True, slots=True)
class MarkRow:
    """One indicator of one service as its evaluator sees it."""

    indicator: Indicator
    mark: Mark
    points: Decimal | None
    """The points the mark makes, rounded to the round's places; None while there are none."""
    comment: str
    evidence: str = ""
    """A link or page note that the mark rests on."""


@dataclass(frozen=True, slots=True)
class FindingItem:
    """One line of a list of findings."""

    uid: Uid
    kind: str
    """``achievement`` or ``improvement``."""
    text: str
    about: Uid | None = None
    """The indicator it speaks of, if it was linked to one."""


@dataclass(frozen=True, slots=True)
class SectionRows:
    """The indicators of one section with their running subtotal over what is given."""

    section: Section
    rows: tuple[MarkRow, ...]
    subtotal: Decimal | None
    given: int

    @property
    def max_points(self) -> Decimal:
        """Return the sum of the maxima of the rows this evaluator scores."""
        return sum((row.indicator.max_points for row in self.rows), Decimal(0))


@dataclass(frozen=True, slots=True)
class ServiceSheet:
    """One service in one evaluator's book."""

    service: Service
    state: SheetState
    sections: tuple[SectionRows, ...]
    given: int
    expected: int
    subtotal: Decimal | None
    findings: tuple[FindingItem, ...]
    """Achievements, then improvements, each in their order."""
    opinion: str
    recusal: str
    """The reason of the evaluator's own 회피, or empty."""

    def rows(self) -> Iterator[MarkRow]:
        """Yield the indicators of all sections."""
        for section in self.sections:
            yield from section.rows

    def items(self, kind: str) -> tuple[FindingItem, ...]:
        """Return the findings of one kind in their order."""
        return tuple(item for item in self.findings if item.kind == kind)

    @property
    def achievements(self) -> tuple[str, ...]:
        """Return the texts of the main achievements."""
        return tuple(item.text for item in self.items(Field.ACHIEVEMENT))

    @property
    def improvements(self) -> tuple[str, ...]:
        """Return the texts of the tasks for improvement."""
        return tuple(item.text for item in self.items(Field.IMPROVEMENT))
