"""The inbox: every cell of the round that holds two things, each source, and what hangs on it."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from models.imports import events
from models.journal import Revision
from workbench.definition.terms import Definition, Evaluator, Uid
from workbench.journal.fields import MAKE_POINTS
from workbench.journal.revisions import Cell
from workbench.progress import Progress, silent
from workbench.results.conflicts import open_conflicts
from workbench.results.scoring import compute
from workbench.rounds.desk import RoundDesk
from workbench.rounds.state import RoundState, read_state
from workbench.settling.effects import Effect, Effects
from workbench.settling.open_cells import OpenCell, Why
from workbench.settling.sides import Side, file_names

Rows = dict[Cell, tuple[Revision, ...]]


@dataclass(frozen=True)
class Inbox:
    """The open cells by service number, rubric order and field; tells what a typed value does."""

    definition: Definition
    cells: tuple[OpenCell, ...]
    effects: Effects
    names: tuple[str, ...]
    """Of all standing files, in the order they came."""

    def effect(self, cell: Cell, value: str | None) -> Effect | None:
        """Return what ``value`` (as stored) in ``cell`` would do, None where it makes no points."""
        return self.effects.of(cell, value)

    def files(self) -> tuple[tuple[Evaluator, str, int], ...]:
        """Return whose books say what of how many open cells, in the order they came."""
        said = [(file, one.evaluator) for one in self.cells for file in one.held()]
        counts, owners = Counter(file for file, _ in said), dict(said)
        return tuple((owners[file], file, counts[file]) for file in self.names if file in owners)

    def taking(self, owner: Uid, file: str) -> list[tuple[Cell, str | None]]:
        """Return the choices that take what ``file`` says.

        A cell of which it holds several values is left out: the file does not say which.
        """
        mine = [(one.cell, one.held()) for one in self.cells if one.cell[0] == owner]
        return [(cell, held[file]) for cell, held in mine if file in held]


def read_inbox(desk: RoundDesk, *, progress: Progress = silent) -> Inbox:
    """Return everything that is to be settled in the round.

    Raises:
        StoreError: a byte of what it rests on was changed.
        Cancelled: the person asked to stop.
    """
    with desk.store.read() as connection:
        state = read_state(connection)
        files = file_names(connection)
        found, rows = _open(connection, state, files)
    effects = _effects(state, found, rows)
    cells: list[OpenCell] = []
    for done, one in enumerate(sorted(found, key=_order(state.definition))):
        progress(done, len(found), one.evaluator.name)
        cells.append(_with_effects(one, effects))
    return Inbox(state.definition, tuple(cells), effects, tuple(files.values()))


def settled_last(desk: RoundDesk) -> tuple[OpenCell, ...]:
    """Return the cells of the newest settlement that still stand, each with what it stands over.

    A settlement is never deleted; settling its cell again is how it is taken back.

    Raises:
        StoreError: a byte of what it rests on was changed.
    """
    with desk.store.read() as connection:
        state = read_state(connection)
        files = file_names(connection)
        effects = _effects(state, *_open(connection, state, files))
        cells: list[OpenCell] = []
        sides: dict[Uid, Side] = {}
        for row in next(_standing_settlements(connection, state), ()):
            if row.owner not in sides:
                sides[row.owner] = Side(connection, row.owner, state, files)
            side = sides[row.owner]
            one = side.open_cell(row.cell, side.rows_below(row), Why.SETTLED)
            cells.append(_with_effects(one, effects))
    return tuple(sorted(cells, key=_order(state.definition)))


def _open(
    connection: Connection, state: RoundState, files: Mapping[bytes, str]
) -> tuple[list[OpenCell], Rows]:
    """Return what is open in no order and without effects, and the revisions that stand there."""
    conflicting = set(open_conflicts(state.definition, state.heads))
    found: list[OpenCell] = []
    rows: Rows = {}
    for owner in (uid for uid in state.books if uid in state.definition.evaluator):
        side = Side(connection, owner, state, files)
        for cell in side.open_cells(conflicting):
            rows[cell] = side.rows_of(cell)
            why = Why.CONFLICT if cell in conflicting else Why.FUTURE
            found.append(side.open_cell(cell, rows[cell], why))
    return found, rows


def _standing_settlements(
    connection: Connection, state: RoundState
) -> Iterator[tuple[Revision, ...]]:
    """Yield settlement by settlement, newest first, what of it is all that stands in its cell."""
    alone = {group[0].id: group[0] for group in state.heads.values() if len(group) == 1}
    for event in reversed(events(connection)):
        if event.kind != "settled":
            continue
        made = (bytes.fromhex(cell["revision"]) for cell in json.loads(event.detail)["cells"])
        standing = tuple(alone[id_] for id_ in made if id_ in alone)
        if standing:
            yield standing


def _effects(state: RoundState, found: list[OpenCell], rows: Rows) -> Effects:
    newest = {
        one.cell: max(rows[one.cell], key=lambda row: (row.made_at, row.id))
        for one in found
        if one.field in MAKE_POINTS and one.why is Why.CONFLICT
    }
    outcome = compute(state.definition, state.heads, state.versions)
    return Effects(state, outcome, newest)


def _with_effects(one: OpenCell, effects: Effects) -> OpenCell:
    sources = (
        replace(row, effect=effects.of(one.cell, row.value)) if row.can_stand else row
        for row in one.sources
    )
    return replace(one, sources=tuple(sources))


def _order(definition: Definition) -> Callable[[OpenCell], tuple[int, int, bool, str, bytes]]:
    rubric = {row.uid: place for place, row in enumerate(definition.indicators)}

    def key(one: OpenCell) -> tuple[int, int, bool, str, bytes]:
        number = one.service.number if one.service else 0
        is_text = one.field not in MAKE_POINTS  # the comment is read with the mark before it
        place = rubric.get(one.cell[2], len(rubric))
        return number, place, is_text, one.field, one.cell[0] + one.cell[2]

    return key
