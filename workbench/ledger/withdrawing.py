"""Withdrawing an import: what it brought sleeps; first seen, then done by the same computation."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from sqlalchemy import Connection

from models.errors import AppError
from models.imports import Import, imports_of, seals, seals_by_import, set_withdrawn
from models.journal import replace_heads
from workbench.backups.shelf import Why, back_up
from workbench.definition.places import places_of
from workbench.definition.terms import Evaluator, Service
from workbench.errors import InputError
from workbench.journal.counting import counting
from workbench.journal.head_table import Heads, HeadTable
from workbench.journal.receipt import receipt_of
from workbench.journal.revisions import by_cell, heads, values
from workbench.results.conflicts import mixtures, open_conflicts, stale_moderations
from workbench.results.outcome import Outcome, Verdict
from workbench.results.scoring import compute
from workbench.rounds.desk import RoundDesk
from workbench.rounds.finality import require_open
from workbench.rounds.history import record_event
from workbench.rounds.state import OwnerJournal, RoundState, read_owner, read_state
from workbench.settling.settling import reason_of


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One file that was merged."""

    number: int
    evaluator: Evaluator | None
    """None where he is no longer in the definition."""
    file: str
    imported_at: int
    """Milliseconds since 1970, UTC."""
    withdrawn: bool
    revisions: int
    receipt: str | None
    """The code of the newest seal it brought."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A service whose total or verdict becomes another."""

    service: Service
    before: tuple[Verdict, Decimal | None]
    after: tuple[Verdict, Decimal | None]


@dataclass(frozen=True, slots=True)
class WithdrawalPlan:
    """What withdrawing one import changes."""

    row: ImportRow
    cells: tuple[AppError, ...]
    """The places whose counted value becomes another."""
    sleeping: int
    """Settlements that fall asleep with it."""
    before: Outcome
    after: Outcome
    moved: tuple[Moved, ...]
    conflicts_before: int
    """Open ones as a merge counts them: mixtures and stale moderations are among them."""
    conflicts_after: int


def imports(desk: RoundDesk) -> tuple[ImportRow, ...]:
    """Return every import of the round in the order they came."""
    with desk.store.read() as connection:
        return _rows(connection, desk)


def plan_withdrawal(desk: RoundDesk, number: int) -> WithdrawalPlan:
    """Return what withdrawing import ``number`` would change; nothing is written.

    Raises:
        InputError: there is no such import, or it is withdrawn already.
        MergeError: the round is final.
    """
    with desk.store.read() as connection:
        return _State(connection, desk, number).plan()


def withdraw(desk: RoundDesk, number: int, reason: str) -> WithdrawalPlan:
    """Withdraw import ``number`` after a backup; merging the same file lets it stand again.

    Raises:
        InputError: no reason, no such import, or it is withdrawn already.
        MergeError: the round is final.
        StoreError: the disk refuses; the round is as before.
    """
    why = reason_of(reason)
    with desk.store.read() as connection:
        state = _State(connection, desk, number)
    plan, row = state.plan(), state.row
    back_up(desk.store, state.round.uid, Why.WITHDRAW)
    with desk.store.write() as connection:
        state.apply(connection)
        record_event(
            connection,
            "withdrawn",
            reason=why,
            number=number,
            file=row.file,
            evaluator="" if row.evaluator is None else row.evaluator.code,
            cells=len(plan.cells),
        )
    return plan


class _State:
    """The round without one import."""

    def __init__(self, connection: Connection, desk: RoundDesk, number: int) -> None:
        require_open(connection)
        self.row = _row(connection, desk, number)
        self.round: RoundState = read_state(connection)
        found = next(row for row in imports_of(connection) if row.number == number)
        self._digest, self._owner = found.digest, found.owner
        self._journal: OwnerJournal = read_owner(connection, found.owner)
        self._awake = self._counting(dict(self._journal.imported))
        left = {
            digest: ids for digest, ids in self._journal.imported.items() if digest != found.digest
        }
        self._awake_then = self._counting(left)
        rows = self._journal.revisions
        self._heads = by_cell(heads(rows[id_] for id_ in self._awake_then))

    def _counting(self, imported: Mapping[bytes, frozenset[bytes]]) -> set[bytes]:
        return counting(self._journal.revisions, imported.values(), self.round.lead)

    def plan(self) -> WithdrawalPlan:
        """Return what changes."""
        state = self.round
        of_others = (
            row for group in state.heads.values() for row in group if row.owner != self._owner
        )
        own = (row for group in self._heads.values() for row in group)
        merged = HeadTable(chain(of_others, own))
        before = compute(state.definition, state.heads, state.versions)
        after = compute(state.definition, merged, state.versions)
        cells = {
            cell
            for cell in state.heads.keys() | self._heads.keys()
            if cell[0] == self._owner
            and values(state.heads.get(cell, ())) != values(self._heads.get(cell, ()))
        }
        revisions = self._journal.revisions
        asleep = self._awake - self._awake_then
        return WithdrawalPlan(
            self.row,
            places_of(state.definition, cells),
            sum(revisions[id_].author == state.lead for id_ in asleep),
            before,
            after,
            moved_between(before, after),
            _open(before, state.heads),
            _open(after, merged),
        )

    def apply(self, connection: Connection) -> None:
        """Write it."""
        numbers = self._journal.numbers
        present = {
            row.id
            for cell, group in self.round.heads.items()
            if cell[0] == self._owner
            for row in group
        }
        wanted = {row.id for group in self._heads.values() for row in group}
        set_withdrawn(connection, self._digest, withdrawn=True)
        replace_heads(
            connection,
            [numbers[id_] for id_ in present - wanted],
            [numbers[id_] for id_ in wanted - present],
        )


def moved_between(before: Outcome, after: Outcome) -> tuple[Moved, ...]:
    """Return the services whose total or verdict differs, by number; also those that come or go."""
    earlier = {row.service.uid: row for row in before.services}
    return tuple(
        Moved(row.service, (old.verdict, old.total), (row.verdict, row.total))
        for row in after.services
        if (old := earlier.get(row.service.uid)) is not None
        and (old.verdict, old.total) != (row.verdict, row.total)
    )


def _open(outcome: Outcome, heads: Heads) -> int:
    cells = open_conflicts(outcome.definition, heads)
    return len(cells) + len(mixtures(outcome)) + len(stale_moderations(outcome))


def _row(connection: Connection, desk: RoundDesk, number: int) -> ImportRow:
    for row in _rows(connection, desk):
        if row.number == number:
            if row.withdrawn:
                raise InputError("ledger_withdrawn_already", file=row.file, number=number)
            return row
    raise InputError("ledger_no_import", number=number)


def _rows(connection: Connection, desk: RoundDesk) -> tuple[ImportRow, ...]:
    brought = seals_by_import(connection)
    known = {seal.id: seal for seal in seals(connection)}

    def receipt(found: Import) -> str | None:
        own = [known[id_] for id_ in brought.get(found.number, ())]
        newest = max(own, key=lambda seal: seal.sealed_at, default=None)
        return None if newest is None else receipt_of(newest)

    return tuple(
        ImportRow(
            found.number,
            desk.definition.evaluator.get(found.owner),
            found.file,
            found.imported_at,
            found.withdrawn,
            len(found.revisions),
            receipt(found),
        )
        for found in imports_of(connection)
    )
