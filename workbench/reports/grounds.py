"""What stands behind the computed figures of a round, beside its result."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.measures.confirmations import Confirmation, confirmations
from workbench.reports.basis_sheet import Bases, bases_in
from workbench.results.marks import Heads
from workbench.results.moderated import Pair
from workbench.results.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Grounds:
    """Who confirmed which figures, and which survey files they were imported from."""

    confirmations: Mapping[Pair, Confirmation]
    bases: Bases


def grounds_in(outcome: Outcome, heads: Heads) -> Grounds:
    """Return what ``heads`` hold of it."""
    return Grounds(confirmations(heads), bases_in(outcome, heads))
