"""Every cell of a book that does not simply count, named with what becomes of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.errors import AppError
from models.journal import Revision
from workbench.definition.places import place_of, places_of
from workbench.definition.terms import Definition, Uid
from workbench.journal.fields import FIGURES, Field
from workbench.journal.revisions import Cell, values
from workbench.results.outcome import MarkState, Outcome


class Kind(StrEnum):
    """What becomes of a cell, in the order in which they are told."""

    CONFLICT = "conflict"
    FUTURE = "future"
    ENTER_AGAIN = "enter_again"
    STRAY = "stray"


@dataclass(frozen=True, slots=True)
class CellNote:
    """One cell that does not simply count."""

    kind: Kind
    words: AppError
    """Where it stands and why, spelt out in the reader's language."""


class Notes:
    """Names cells of books against the round as it will be."""

    def __init__(
        self,
        outcome: Outcome,
        expected: Mapping[tuple[Uid, Uid], tuple[Uid, ...]],
        open_cells: frozenset[Cell],
    ) -> None:
        """Bind the round as it will be."""
        self._definition: Definition = outcome.definition
        self._expected = expected
        self._open = open_cells
        self._again: dict[Uid, list[Cell]] = {}
        for service in outcome.services:
            for made in service.indicators:
                for mark in made.marks:
                    if mark.state is MarkState.ENTER_AGAIN:
                        cell = (mark.evaluator, service.service.uid, made.indicator.uid, "score")
                        self._again.setdefault(mark.evaluator, []).append(cell)
        self._charged = {
            (row.uid, charge.service, charge.indicator)
            for row in self._definition.evaluators
            for charge in row.charges
        }

    def strays(self, owner: Uid, present: Mapping[Cell, tuple[Revision, ...]]) -> list[Cell]:
        """Return the figures of ``owner`` in a book of which nothing is expected there."""
        return [
            cell
            for cell, group in present.items()
            if (cell[3] in FIGURES or cell[3] == Field.NOT_APPLICABLE)
            and values(group) != {None}
            and owner not in self._expected.get((cell[1], cell[2]), ())
        ]

    def enter_again(self, owner: Uid) -> list[Cell]:
        """Return the marks of ``owner`` that no longer read or fit."""
        return self._again.get(owner, [])

    def of_book(
        self,
        owner: Uid,
        cells: Iterable[Cell],
        strays: Iterable[Cell],
        forked: Iterable[Cell],
    ) -> tuple[CellNote, ...]:
        """Return a note for every cell of a book that does not simply count."""
        return tuple(self._each(owner, set(cells), strays, forked))

    def _each(
        self, owner: Uid, cells: set[Cell], strays: Iterable[Cell], forked: Iterable[Cell]
    ) -> Iterator[CellNote]:
        definition = self._definition
        for place in places_of(definition, self._open & cells):
            yield CellNote(Kind.CONFLICT, AppError("merging_conflict", place=place))
        for place in places_of(definition, forked):
            yield CellNote(Kind.FUTURE, AppError("merging_future", place=place))
        for place in places_of(definition, self.enter_again(owner)):
            yield CellNote(Kind.ENTER_AGAIN, AppError("merging_enter_again", place=place))
        for cell in sorted(strays):
            key = (
                "merging_recused" if (owner, *cell[1:3]) in self._charged else "merging_unassigned"
            )
            yield CellNote(Kind.STRAY, AppError(key, place=place_of(definition, cell)))
