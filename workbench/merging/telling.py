"""The report of a merge: what becomes of each book in the round as it will be."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from models.journal import Revision
from workbench.definition.places import places_of
from workbench.definition.terms import Uid
from workbench.journal.head_table import Heads, HeadTable
from workbench.journal.revisions import Cell, by_cell, heads
from workbench.merging.brought import Brought
from workbench.merging.naming import After, Kind, Notes
from workbench.merging.owner_plan import OwnerPlan, things
from workbench.merging.report import FileReport, MergeReport
from workbench.progress import Pulse
from workbench.results.conflicts import marks_tally, mixtures, open_conflicts, stale_moderations
from workbench.results.scoring import compute
from workbench.rounds.state import RoundState

Draft = tuple[FileReport, Brought | None]
"""What is known of a file before the round after the merge is; without a book it was refused."""


@dataclass(frozen=True, slots=True)
class _Book:
    """What a book holds: every cell its history names, its heads, its owner's two futures."""

    cells: Set[Cell]
    present: Heads
    forked: Collection[Cell] = ()


def whole_report(
    state: RoundState,
    after: After,
    owners: Mapping[Uid, OwnerPlan],
    drafts: Sequence[Draft],
    standing: Set[Uid],
) -> MergeReport:
    """Tell of every file of ``drafts`` in the round ``after`` the merge.

    ``owners`` are those whose journals were opened; who is not among them brought nothing but
    the one book that he has in the round. Of those in ``standing`` a file stands afterwards.
    """
    outcome = after.outcome
    notes, tally = Notes(after), marks_tally(outcome)
    quiet = {book.owner for _, book in drafts if book is not None}.difference(owners)
    counted = _by_owner(after.heads, quiet)
    reports = []
    for report, book in drafts:
        if book is not None:
            held = _held(book, owners.get(book.owner), counted)
            report = _told(state, report, book, held, notes)
            expected, missing = tally.get(book.owner, (0, 0))
            report = replace(report, given=expected - missing, expected=expected)
        reports.append(report)
    stale = stale_moderations(outcome)
    asked = [row for row in state.definition.evaluators if row.uid in tally]
    return MergeReport(
        applied=any(report.status != "refused" for report in reports),
        conflicts=len(after.open_cells) + len(mixtures(outcome)) + len(stale),
        files=tuple(reports),
        missing=tuple(row for row in asked if row.uid not in standing),
        incomplete=tuple(row for row in asked if row.uid in standing and tally[row.uid][1]),
        stale=_made_stale(state, stale),
    )


def after_merge(state: RoundState, after: HeadTable, pulse: Pulse) -> After:
    """Return the round in which the heads of ``after`` count."""
    outcome = compute(state.definition, after, state.versions, pulse=pulse)
    pulse()
    open_cells = frozenset(open_conflicts(state.definition, after))
    return After(outcome, after, state.versions, open_cells)


def _by_owner(counted: Heads, owners: Set[Uid]) -> dict[Uid, dict[Cell, Sequence[Revision]]]:
    found: dict[Uid, dict[Cell, Sequence[Revision]]] = {owner: {} for owner in owners}
    if owners:
        for cell, group in counted.items():
            if cell[0] in owners:
                found[cell[0]][cell] = group
    return found


def _held(book: Brought, plan: OwnerPlan | None, counted: Mapping[Uid, Heads]) -> _Book:
    if plan is None:
        present = counted[book.owner]
        return _Book(present.keys(), present)
    history = plan.history(book.digest)
    cells = frozenset(row.cell for row in history)
    return _Book(cells, by_cell(heads(history)), plan.forked)


def _told(
    state: RoundState, report: FileReport, book: Brought, held: _Book, notes: Notes
) -> FileReport:
    """Say what becomes of the cells of ``book`` in the round as it will be."""
    found = notes.of_book(book.owner, held.cells, held.present, held.forked)
    many = Counter(note.kind for note in found)
    is_new = report.status == "merged"
    return replace(
        report,
        unchanged=report.unchanged if is_new else len(things(held.present)),
        conflicts=many[Kind.CONFLICT],
        stray=many[Kind.STRAY],
        parallel=many[Kind.PARALLEL],
        enter_again=many[Kind.ENTER_AGAIN],
        futures=many[Kind.FUTURE],
        differing=places_of(state.definition, held.forked),
        notes=found,
        digest=book.digest,
        made_at=book.made_at,
        sealed=book.receipt is not None,
        receipt=book.receipt,
    )


def _made_stale(state: RoundState, stale: Sequence[tuple[Uid, Uid]]) -> int:
    """Count the moderated marks among ``stale`` that were confirmed before."""
    if not stale:
        return 0
    before = compute(state.definition, state.heads, state.versions)
    return len(set(stale).difference(stale_moderations(before)))
