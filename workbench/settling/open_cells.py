"""A cell that is open, and every value that stands in it."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.definition.terms import Evaluator, Indicator, Service, Uid
from workbench.journal.revisions import Cell
from workbench.settling.effects import Effect


class Why(StrEnum):
    """Why a cell is offered to the lead."""

    CONFLICT = "conflict"
    """Its heads differ."""
    FUTURE = "future"
    """One file went two ways; the cell has one head, but the two ways differ in it."""
    SETTLED = "settled"
    """The lead settled it; it can be settled otherwise."""


@dataclass(frozen=True, slots=True)
class Source:
    """One value that stands in an open cell, and the copy it stands in."""

    value: str | None
    """As stored; None is empty."""
    author: Uid
    is_lead: bool
    """Whether it is an earlier settlement."""
    files: tuple[str, ...]
    """The standing files in which it stands; of several with one name each bears its number."""
    copy: int
    """Which copy of the book wrote it: 1, 2 … by the time of their first revisions; 0 for none."""
    made_at: int
    """Milliseconds since 1970, UTC; shown, never deciding. 0 where nothing was ever typed."""
    is_sealed: bool
    """Whether one of the standing seals covers exactly this value."""
    comment: str = ""
    """The comment on the same indicator in the same copy."""
    effect: Effect | None = None
    """None where the cell makes no points, or the value cannot stand."""
    can_stand: bool = True
    """Whether it still means what it meant when it was typed, and fits the present rule."""
    names: Indicator | None = None
    """The indicator that the value stands for, in a cell that links a finding to one."""


@dataclass(frozen=True, slots=True)
class OpenCell:
    """One cell to settle, with its sources in the order in which they were made."""

    cell: Cell
    why: Why
    evaluator: Evaluator
    service: Service | None
    """None for what belongs to the whole book."""
    indicator: Indicator | None
    sources: tuple[Source, ...]
    finding: str = ""
    """The text of the finding of which this is the place or the link."""

    @property
    def field(self) -> str:
        """The field of the cell."""
        return self.cell[3]

    @property
    def decides(self) -> bool:
        """Say whether the choice changes the verdict of the service."""
        verdicts = {row.effect.verdict for row in self.sources if row.effect is not None}
        return len(verdicts) > 1

    def held(self) -> dict[str, str | None]:
        """Return what each file says that can stand; one with several values says nothing."""
        found: dict[str, set[str | None]] = {}
        for row in (one for one in self.sources if one.can_stand):
            for file in row.files:
                found.setdefault(file, set()).add(row.value)
        return {file: next(iter(said)) for file, said in found.items() if len(said) == 1}
