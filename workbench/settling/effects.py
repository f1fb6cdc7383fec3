"""What one choice would do to a service's total, its verdict and the average."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from models.journal import Revision
from workbench.definition.terms import Definition, Uid
from workbench.journal.fields import MAKE_POINTS
from workbench.journal.revisions import Cell
from workbench.results.outcome import Outcome, Verdict
from workbench.results.scoring import recomputed
from workbench.rounds.state import RoundState

_Value = TypeVar("_Value")


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
        self._newest = _by_service(newest)
        self._heads = _by_service(state.heads)

    @property
    def definition(self) -> Definition:
        """The definition in force."""
        return self._state.definition

    def of(self, cell: Cell, value: str | None) -> Effect | None:
        """Return what the round would say if ``cell`` held ``value``.

        None where nothing hangs on it: a text, or what is no longer in the definition.
        """
        service = cell[1]
        if cell[3] not in MAKE_POINTS or service not in self.definition.service:
            return None
        others = {
            other: (row,) for other, row in self._newest.get(service, {}).items() if other != cell
        }
        heads = {**self._heads.get(service, {}), **others, cell: (self._as_settled(cell, value),)}
        outcome = recomputed(self._outcome, service, heads, self._state.versions)
        row = next(row for row in outcome.services if row.service.uid == service)
        return Effect(row.total, row.verdict, len(outcome.below), outcome.average, len(others))

    def _as_settled(self, cell: Cell, value: str | None) -> Revision:
        """Return the revision that settling would make, as far as results depend on it."""
        state = self._state
        return Revision(b"", *cell, value, state.lead, b"", 0, state.version, 0, b"")


def _by_service(found: Mapping[Cell, _Value]) -> dict[Uid, dict[Cell, _Value]]:
    groups: dict[Uid, dict[Cell, _Value]] = {}
    for cell, value in found.items():
        groups.setdefault(cell[1], {})[cell] = value
    return groups
