"""One evaluator's score sheet as frozen values: what the window and the check read."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from workbench.definition.terms import Indicator, Section, Service
from workbench.results.outcome import Mark


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
    achievements: tuple[str, ...]
    improvements: tuple[str, ...]
    opinion: str
    recusal: str
    """The reason of the evaluator's own 회피, or empty."""
