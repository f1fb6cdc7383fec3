"""The marks of one indicator of one service, each made into a value when it is looked at.

A round may have millions, and most of what is computed needs only what they mean: the same figure
typed under the same rules means the same, whoever typed it, and is found out once.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import overload

from models.journal import Revision
from workbench.definition.terms import Uid
from workbench.results.outcome import Mark, MarkState


class MarkSequence(Sequence[Mark]):
    """Marks in the order of their evaluators; equal to every sequence of equal marks.

    ``meanings`` holds for each a mark that means the same, and ``heads`` whose heads say so; where
    there are none, what stands in ``meanings`` is the mark itself.
    """

    __slots__ = ("_evaluators", "_fields", "_heads", "_meanings", "states")

    def __init__(
        self,
        evaluators: Sequence[Uid],
        fields: tuple[str, ...],
        meanings: Sequence[Mark],
        heads: Sequence[Sequence[Revision] | None],
    ) -> None:
        """Bind one entry of each for every mark; ``fields`` are those of the scale."""
        self._evaluators = evaluators
        self._fields = fields
        self._meanings = meanings
        self._heads = heads
        different = dict(zip(map(id, meanings), meanings, strict=True)).values()
        self.states: frozenset[MarkState] = frozenset(mark.state for mark in different)
        """Every state that one of the marks is in."""

    @property
    def evaluators(self) -> Sequence[Uid]:
        """Return whose the marks are, in their order."""
        return self._evaluators

    @property
    def points(self) -> list[Fraction]:
        """Return the points of all marks that make any, in their order."""
        return [mark.points for mark in self._meanings if mark.points is not None]

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._meanings)

    @overload
    def __getitem__(self, place: int) -> Mark: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Mark, ...]: ...
    def __getitem__(self, place: int | slice) -> Mark | tuple[Mark, ...]:
        """Return one mark, or some."""
        if isinstance(place, slice):
            return tuple(self[at] for at in range(*place.indices(len(self))))
        group, meaning = self._heads[place], self._meanings[place]
        if group is None:
            return meaning
        return _said_by(self._evaluators[place], group, meaning, self._fields)

    def __iter__(self) -> Iterator[Mark]:
        """Yield every mark."""
        for one, group, meaning in zip(self._evaluators, self._heads, self._meanings, strict=True):
            yield meaning if group is None else _said_by(one, group, meaning, self._fields)

    def __eq__(self, other: object) -> bool:
        """Say whether ``other`` has the same marks in the same order."""
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        """Return the hash of what is compared."""
        return hash(tuple(self))

    def __repr__(self) -> str:
        """Show every mark."""
        return f"MarkSequence({tuple(self)})"


def _said_by(
    evaluator: Uid, group: Sequence[Revision], meaning: Mark, fields: tuple[str, ...]
) -> Mark:
    told = meaning.values
    settled = fields if told and group[0].author != evaluator else ()
    heads = (group,) if told else ()
    return tuple.__new__(Mark, (evaluator, *meaning[1:5], settled, heads))
