"""What is typed and not stored yet, by service and by the adjustment it would change."""

from dataclasses import dataclass

from workbench.adjusting.points import as_typed
from workbench.definition.terms import Uid
from workbench.results.outcome import Adjustment

Target = tuple[Uid, Uid | None]
"""A service, and which of its adjustments is being changed; None for a new one."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the form."""

    points: str = ""
    reason: str = ""
    evidence: str = ""


def standing(adjustment: Adjustment | None) -> Draft:
    """Return what the form begins with: the adjustment as it was given, or nothing."""
    if adjustment is None:
        return Draft()
    return Draft(as_typed(adjustment.points), adjustment.reason, adjustment.evidence)


class Drafts:
    """Nothing typed is lost by choosing another service or another adjustment."""

    def __init__(self) -> None:
        """Begin with none."""
        self._drafts: dict[Target, Draft] = {}
        self._changing: dict[Uid, Uid | None] = {}

    def keep(self, target: Target, draft: Draft, begun_with: Draft) -> None:
        """Keep ``draft`` where it differs from what the form began with."""
        self._changing[target[0]] = target[1]
        if draft == begun_with:
            self.drop(target)
        else:
            self._drafts[target] = draft

    def drop(self, target: Target) -> None:
        """Forget what was typed."""
        self._drafts.pop(target, None)
        if self._changing.get(target[0]) == target[1]:
            self._changing.pop(target[0], None)

    def of(self, target: Target) -> Draft | None:
        """Return what was typed for ``target``, None where nothing was."""
        return self._drafts.get(target)

    def changing(self, service: Uid) -> Uid | None:
        """Return which adjustment of ``service`` was being changed when it was left."""
        return self._changing.get(service)
