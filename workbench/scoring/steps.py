"""What was done in an open book, step by step, so that each step can be taken back and redone."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.journal.pen import Change
from workbench.journal.revisions import Cell


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell before and after a step, as stored; None is empty."""

    cell: Cell
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """What one act of the person changed, however many cells."""

    changes: tuple[CellChange, ...]

    def back(self) -> list[Change]:
        """Return the changes that restore what was before."""
        return [(change.cell, change.before) for change in self.changes]

    def forth(self) -> list[Change]:
        """Return the changes that do it again."""
        return [(change.cell, change.after) for change in self.changes]


class Steps:
    """Two stacks: what can be taken back, and what was taken back."""

    def __init__(self) -> None:
        """Begin with nothing done."""
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def record(self, changes: Sequence[CellChange]) -> None:
        """Note a new step; what was taken back before cannot be redone any more."""
        if changes:
            self._done.append(Step(tuple(changes)))
            self._undone.clear()

    @property
    def last(self) -> Step | None:
        """Return the step that would be taken back next."""
        return self._done[-1] if self._done else None

    @property
    def next(self) -> Step | None:
        """Return the step that would be redone next."""
        return self._undone[-1] if self._undone else None

    def take_back(self) -> None:
        """Note that the last step was taken back."""
        self._undone.append(self._done.pop())

    def redo(self) -> None:
        """Note that the next step was redone."""
        self._done.append(self._undone.pop())
