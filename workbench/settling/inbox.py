"""The inbox: every cell of the round that holds two things, each source, and what hangs on it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from sqlalchemy import Connection

from models.imports import imports_of
from models.journal import Revision
from workbench.definition.terms import Definition, Evaluator, Indicator, Service, Uid
from workbench.journal.counting import forked
from workbench.journal.fields import MAKE_POINTS, Field
from workbench.journal.revisions import Cell, by_cell, heads
from workbench.progress import Progress, silent
from workbench.results.conflicts import open_conflicts
from workbench.results.scoring import compute
from workbench.rounds.desk import RoundDesk
from workbench.rounds.state import OwnerJournal, RoundState, read_owner, read_state
from workbench.settling.effects import Effect, Effects


class Why(StrEnum):
    """Why a cell is open."""

    CONFLICT = "conflict"
    """Its heads differ."""
    FUTURE = "future"
    """One file went two ways; the cell has one head, but the two ways differ in it."""


@dataclass(frozen=True, slots=True)
class Source:
    """One value that stands in an open cell, and the copy it stands in."""

    value: str | None
    """As stored; None is empty."""
    author: Uid
    is_lead: bool
    """Whether it is an earlier settlement."""
    files: tuple[str, ...]
    """Names of the standing files in which it stands."""
    copy: int
    """Which copy of the book wrote it: 1, 2 … in the order of their first revisions here."""
    made_at: int
    """Milliseconds since 1970, UTC; shown, never deciding. 0 where nothing was ever typed."""
    is_sealed: bool
    """Whether one of the standing seals covers exactly this value."""
    comment: str = ""
    """The comment on the same indicator in the same copy."""
    effect: Effect | None = None
    """None where the cell makes no points."""


@dataclass(frozen=True, slots=True)
class OpenCell:
    """One cell to settle, with its sources in the order in which they were made."""

    cell: Cell
    why: Why
    evaluator: Evaluator
    service: Service | None
    indicator: Indicator | None
    sources: tuple[Source, ...]

    @property
    def field(self) -> str:
        """The field of the cell."""
        return self.cell[3]

    @property
    def decides(self) -> bool:
        """Say whether the choice changes the verdict of the service."""
        verdicts = {row.effect.verdict for row in self.sources if row.effect is not None}
        return len(verdicts) > 1


@dataclass(frozen=True)
class Inbox:
    """The open cells by service number, rubric order and field; tells what a typed value does."""

    definition: Definition
    cells: tuple[OpenCell, ...]
    effects: Effects

    def effect(self, cell: Cell, value: str | None) -> Effect | None:
        """Return what ``value`` (as stored) in ``cell`` would do, None where it makes no points."""
        return self.effects.of(cell, value) if cell[3] in MAKE_POINTS else None

    def files(self) -> tuple[tuple[Evaluator, str], ...]:
        """Return every file that is a source of something open, with whose book it is."""
        found = dict.fromkeys(
            (one.evaluator.uid, file)
            for one in self.cells
            for row in one.sources
            for file in row.files
        )
        return tuple((self.definition.evaluator[uid], file) for uid, file in found)

    def taking(self, owner: Uid, file: str) -> list[tuple[Cell, str | None]]:
        """Return the choices that take what ``file`` holds, wherever it is a source."""
        return [
            (one.cell, row.value)
            for one in self.cells
            if one.cell[0] == owner
            for row in one.sources
            if file in row.files
        ]


def read_inbox(desk: RoundDesk, *, progress: Progress = silent) -> Inbox:
    """Return everything that is to be settled in the round.

    Raises:
        StoreError: a byte of what it rests on was changed.
        Cancelled: the person asked to stop.
    """
    with desk.store.read() as connection:
        state = read_state(connection)
        conflicting = set(open_conflicts(state.definition, state.heads))
        sealed = frozenset(id_ for seal in state.seals for id_ in seal.heads)
        found: list[OpenCell] = []
        rows: dict[Cell, tuple[Revision, ...]] = {}
        for owner in (uid for uid in state.books if uid in state.definition.evaluator):
            side = _Side(connection, owner, state, sealed)
            for cell in side.open_cells(conflicting):
                rows[cell] = side.rows_of(cell)
                found.append(side.open_cell(cell, rows[cell], cell in conflicting))
    return _with_effects(state, found, rows, progress)


def _with_effects(
    state: RoundState,
    found: list[OpenCell],
    rows: Mapping[Cell, tuple[Revision, ...]],
    progress: Progress,
) -> Inbox:
    outcome = compute(state.definition, state.heads, state.versions)
    newest = {
        one.cell: max(rows[one.cell], key=lambda row: (row.made_at, row.id))
        for one in found
        if one.field in MAKE_POINTS and one.why is Why.CONFLICT
    }
    effects = Effects(state, outcome, newest)
    cells: list[OpenCell] = []
    for done, one in enumerate(sorted(found, key=_order(state.definition))):
        progress(done, len(found), one.evaluator.name)
        if one.field in MAKE_POINTS:
            sources = (replace(row, effect=effects.of(one.cell, row.value)) for row in one.sources)
            cells.append(replace(one, sources=tuple(sources)))
        else:
            cells.append(one)
    return Inbox(state.definition, tuple(cells), effects)


def _order(definition: Definition) -> Callable[[OpenCell], tuple[int, int, bool, str, bytes]]:
    rubric = {row.uid: place for place, row in enumerate(definition.indicators)}

    def key(one: OpenCell) -> tuple[int, int, bool, str, bytes]:
        number = one.service.number if one.service else 0
        is_text = one.field not in MAKE_POINTS  # the comment is read with the mark before it
        place = rubric.get(one.cell[2], len(rubric))
        return number, place, is_text, one.field, one.cell[0]

    return key


class _Side:
    """One evaluator's side of the inbox."""

    def __init__(
        self, connection: Connection, owner: Uid, state: RoundState, sealed: frozenset[bytes]
    ) -> None:
        self._state = state
        self._owner = owner
        self._sealed = sealed
        self._journal: OwnerJournal = read_owner(connection, owner)
        self._files = {row.digest: row.file for row in imports_of(connection, owner)}
        self._forked = forked(
            self._journal.revisions, list(self._journal.imported.values()), state.lead
        )
        standing = self._journal.imported
        self._ways = [
            digest
            for digest, ids in standing.items()
            if not any(ids < other for other in standing.values())
        ]
        """Files that no later one contains: what an older state held is no way of its own."""
        self._copies: dict[bytes, int] = {}
        self._within: dict[bytes, dict[Cell, tuple[Revision, ...]]] = {}

    def open_cells(self, conflicting: set[Cell]) -> set[Cell]:
        """Return this evaluator's cells that are open."""
        return self._forked | {cell for cell in conflicting if cell[0] == self._owner}

    def rows_of(self, cell: Cell) -> tuple[Revision, ...]:
        """Return what stands in ``cell``: its heads; where it has one, what each way holds."""
        found = {row.id: row for row in self._state.heads.get(cell, ())}
        if cell in self._forked and len(found) < 2:
            for digest in self._ways:
                found |= {row.id: row for row in self._in_file(digest, cell)}
        return tuple(sorted(found.values(), key=lambda row: (row.made_at, row.id)))

    def open_cell(self, cell: Cell, rows: Iterable[Revision], is_conflict: bool) -> OpenCell:
        """Return ``cell`` with its sources; one that was never filled in a file is one too."""
        definition = self._state.definition
        sources = [self._source(row) for row in rows]
        if not is_conflict:
            sources = [*self._nothing(cell), *sources]
        return OpenCell(
            cell,
            Why.CONFLICT if is_conflict else Why.FUTURE,
            definition.evaluator[self._owner],
            definition.service.get(cell[1]),
            definition.indicator.get(cell[2]),
            tuple(sources),
        )

    def _source(self, row: Revision) -> Source:
        digests = [
            digest for digest in self._journal.imported if row in self._in_file(digest, row.cell)
        ]
        comment = ""
        if row.field in MAKE_POINTS and digests:
            beside = self._in_file(digests[-1], (*row.cell[:3], Field.COMMENT))
            comment = next((text.value for text in beside if text.value), "")
        return Source(
            value=row.value,
            author=row.author,
            is_lead=row.author == self._state.lead,
            files=tuple(self._files[digest] for digest in digests),
            copy=self._copies.setdefault(row.replica, len(self._copies) + 1),
            made_at=row.made_at,
            is_sealed=row.id in self._sealed,
            comment=comment,
        )

    def _nothing(self, cell: Cell) -> list[Source]:
        """Return a source for the files in which ``cell`` was never filled."""
        files = tuple(
            self._files[digest] for digest in self._ways if not self._in_file(digest, cell)
        )
        if not files:
            return []
        return [Source(None, self._owner, False, files, 0, 0, False)]

    def _in_file(self, digest: bytes, cell: Cell) -> tuple[Revision, ...]:
        """Return what stands in ``cell`` in the file known by ``digest``."""
        if digest not in self._within:
            revisions = self._journal.revisions
            rows = (revisions[id_] for id_ in self._journal.imported[digest])
            self._within[digest] = by_cell(heads(rows))
        return self._within[digest].get(cell, ())
