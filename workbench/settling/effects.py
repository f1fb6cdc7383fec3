"""What one choice would do to a service's total, its verdict and the average."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from models.journal import Revision
from workbench.definition.terms import Definition
from workbench.journal.revisions import Cell
from workbench.results.outcome import Outcome, Verdict
from workbench.results.scoring import recomputed
from workbench.rounds.state import RoundState


@dataclass(frozen=True, slots=True)
class Effect:
    """The result with one value in one cell; ``total`` is None while the service cannot count."""

    total: Decimal | None
    verdict: Verdict
    below: int
    """How many services are below the cut then."""
    average: Decimal | None
    assumed: int = 0
    """Other open cells of the service for which the newest source was taken to get a total."""


class Effects:
    """Computes effects out of one state of the round; cheap enough for every choice on a page."""

    def __init__(
        self,
        state: RoundState,
        outcome: Outcome,
        newest: Mapping[Cell, Revision],
    ) -> None:
        """Bind the state; ``newest`` is the newest source of every open cell that makes points."""
        self._state = state
        self._outcome = outcome
        self._newest = newest

    @property
    def definition(self) -> Definition:
        """The definition in force."""
        return self._state.definition

    def of(self, cell: Cell, value: str | None) -> Effect:
        """Return what the round would say if ``cell`` held ``value``."""
        service = cell[1]
        others = [
            (other, row)
            for other, row in self._newest.items()
            if other[1] == service and other != cell
        ]
        heads: dict[Cell, Sequence[Revision]] = dict(self._state.heads)
        heads |= {other: (row,) for other, row in others}
        heads[cell] = (self._as_settled(cell, value),)
        outcome = recomputed(self._outcome, service, heads, self._state.versions)
        row = next(row for row in outcome.services if row.service.uid == service)
        return Effect(row.total, row.verdict, len(outcome.below), outcome.average, len(others))

    def _as_settled(self, cell: Cell, value: str | None) -> Revision:
        """Return the revision that settling would make, as far as results depend on it."""
        state = self._state
        return Revision(b"", *cell, value, state.lead, b"", 0, state.version, 0, b"")
