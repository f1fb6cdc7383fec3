"""Every cell of a book that does not simply count, named with what becomes of it."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from enum import StrEnum

from models.errors import AppError
from workbench.definition.places import in_order, place_of, places_of
from workbench.definition.terms import Definition, Standing, Uid
from workbench.journal.fields import FIGURES, SCALE_FIELDS, Field
from workbench.journal.head_table import Heads, HeadTable
from workbench.journal.revisions import Cell, values
from workbench.results.marks import MarkReader, expected_marks
from workbench.results.outcome import MarkState, Outcome
from workbench.scoring.values import fits

_MARKS = FIGURES | {Field.NOT_APPLICABLE}


class Kind(StrEnum):
    """What becomes of a cell, in the order in which they are told."""

    CONFLICT = "conflict"
    FUTURE = "future"
    ENTER_AGAIN = "enter_again"
    STRAY = "stray"
    PARALLEL = "parallel"


@dataclass(frozen=True, slots=True)
class CellNote:
    """One cell that does not simply count."""

    kind: Kind
    place: AppError
    """Where it stands, spelt out in the reader's language."""
    why: AppError
    """What becomes of it and why."""


@dataclass(frozen=True, slots=True)
class After:
    """The round as it will be after the merge."""

    outcome: Outcome
    heads: HeadTable
    versions: Mapping[bytes, Definition]
    open_cells: frozenset[Cell]


class Notes:
    """Names cells of books against the round as it will be."""

    def __init__(self, after: After) -> None:
        """Bind the round as it will be."""
        self._after = after
        self._definition = definition = after.outcome.definition
        groups: dict[tuple[Uid, ...], frozenset[Uid]] = {}  # a few stand behind all pairs
        self._expected = {
            pair: groups.setdefault(uids, frozenset(uids))
            for pair, uids in expected_marks(definition, after.heads).items()
        }
        self._several = after.heads.several
        self._again: dict[Uid, list[tuple[Cell, AppError]]] = {}
        reader = MarkReader(after.heads, after.versions)
        for cell, why in _again(after, reader):
            self._again.setdefault(cell[0], []).append((cell, why))

    def of_book(
        self,
        owner: Uid,
        cells: Set[Cell],
        present: Heads,
        forked: Iterable[Cell],
    ) -> tuple[CellNote, ...]:
        """Return a note for every cell of a book that does not simply count, kind by kind.

        ``cells`` are all that its history names, ``present`` its heads, and ``forked`` those in
        which this owner's standing files are two futures of one file.
        """
        again = {cell: why for cell, why in self._again.get(owner, ()) if cell in cells}
        strays = {cell: self._why_stray(cell) for cell in self._strays(owner, present)}
        heads = self._after.heads
        agreeing = (cell for cell in self._several if cell in cells)
        parallel = [cell for cell in agreeing if len(values(heads[cell])) == 1]
        conflicts = [cell for cell in self._after.open_cells if cell in cells]
        return (
            *self._all(Kind.CONFLICT, "merging_conflict", conflicts),
            *self._all(Kind.FUTURE, "merging_future", forked),
            *self._each(Kind.ENTER_AGAIN, again),
            *self._each(Kind.STRAY, strays),
            *self._all(Kind.PARALLEL, "merging_parallel", parallel),
        )

    def _all(self, kind: Kind, key: str, cells: Iterable[Cell]) -> Iterator[CellNote]:
        for place in places_of(self._definition, cells):
            yield CellNote(kind, place, AppError(key))

    def _each(self, kind: Kind, found: Mapping[Cell, AppError]) -> Iterator[CellNote]:
        for cell in in_order(self._definition, found):
            yield CellNote(kind, place_of(self._knowing(cell), cell), found[cell])

    def _knowing(self, cell: Cell) -> Definition:
        """Return a definition that has words for ``cell``: the one in force if it does.

        One always does: no mark is taken into a round that its own version does not know.
        """
        _, service, subject, _ = cell
        every = (self._definition, *self._after.versions.values())
        return next(one for one in every if service in one.service and subject in one.indicator)

    def _strays(self, owner: Uid, present: Heads) -> Iterator[Cell]:
        for cell, group in present.items():
            if owner in self._expected.get(cell[1:3], ()):
                continue
            if cell[3] in _MARKS and values(group) != {None}:
                yield cell

    def _why_stray(self, cell: Cell) -> AppError:
        owner, service, subject, _ = cell
        known = self._definition
        if service not in known.service or subject not in known.indicator:
            return AppError("merging_unknown")
        if known.service[service].exempt:
            return AppError("merging_exempt")
        charges = known.evaluator[owner].charges
        held = (row.standing for row in charges if row[:2] == (service, subject))
        standing = next(held, None)
        if standing is None:
            return AppError("merging_unassigned")
        if standing is Standing.ASSIGNED:  # what is assigned and not expected was given up
            standing = Standing.RECUSED
        return AppError("merging_recused", how=AppError(f"standing_{standing.name.lower()}"))


def _again(after: After, reader: MarkReader) -> Iterator[tuple[Cell, AppError]]:
    """Yield every cell of a mark that is to be entered again, with the reason."""
    for service in after.outcome.services:
        for made in service.indicators:
            indicator = made.indicator
            if MarkState.ENTER_AGAIN not in made.marks.states:
                continue
            for mark in made.marks:
                if mark.state is not MarkState.ENTER_AGAIN:
                    continue
                for field, value in mark.values:
                    cell = (mark.evaluator, service.service.uid, indicator.uid, field)
                    group = after.heads[cell]
                    is_read = any(reader.is_readable(row, indicator) for row in group)
                    is_of_scale = field in (Field.NOT_APPLICABLE, *SCALE_FIELDS[indicator.scale])
                    if not (is_read and is_of_scale):
                        yield cell, AppError("merging_scale_changed", value=value[:40])
                    elif not fits(indicator, field, value):
                        yield cell, AppError("merging_out_of_range", value=value[:40])
