"""What a merge would do: computed whole before anything is written, from values alone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import Connection

from models.errors import AppError
from models.imports import Seal, standing_owners
from models.journal import Revision
from workbench.definition.places import places_of
from workbench.definition.terms import Uid
from workbench.errors import MergeError
from workbench.journal.counting import counting, forked
from workbench.journal.fields import Field
from workbench.journal.revisions import Cell, by_cell, heads, values
from workbench.merging.naming import Notes
from workbench.merging.reading import OutsideBook, judged_book
from workbench.merging.report import FileReport, MergeReport
from workbench.merging.sources import Source, sources_of
from workbench.progress import Progress, silent
from workbench.results.conflicts import (
    marks_tally,
    mixtures,
    open_conflicts,
    stale_moderations,
)
from workbench.results.marks import expected_marks
from workbench.results.scoring import compute
from workbench.rounds.state import OwnerJournal, RoundState, read_owner, read_state
from workbench.text import clean_text


@dataclass
class OwnerPlan:
    """One owner's journal as it will be: what is added, and which heads come and go."""

    before: OwnerJournal
    awake: frozenset[bytes]
    """Revisions that counted before."""
    revisions: dict[bytes, Revision]
    imported: dict[bytes, frozenset[bytes]]
    added: list[Revision] = field(default_factory=list)
    seals: dict[bytes, Seal] = field(default_factory=dict)
    heads: dict[Cell, tuple[Revision, ...]] = field(default_factory=dict)
    forked: set[Cell] = field(default_factory=set)


@dataclass(frozen=True)
class MergePlan:
    """Everything that ``apply_plan`` writes, and the report of what it does."""

    state: RoundState
    owners: Mapping[Uid, OwnerPlan]
    books: tuple[OutsideBook, ...]
    """The books that bring an import or let one stand again, in the order given."""
    report: MergeReport


def plan_merge(
    connection: Connection, files: Sequence[Path], *, progress: Progress = silent
) -> MergePlan:
    """Read and judge ``files`` and return what merging them does; nothing is written.

    A file that cannot be taken is refused in its own report; the same file twice is merged once.

    Raises:
        Cancelled: the person asked to stop.
    """
    state = read_state(connection)
    owners: dict[Uid, OwnerPlan] = {}
    taken: list[OutsideBook] = []
    drafts: list[tuple[FileReport, OutsideBook | None]] = []
    sources = sources_of(files)
    for done, source in enumerate(sources):
        progress(done, len(sources) + 1, source.path.name)
        try:
            book = _read(source)
            _require_ours(state, book)
        except AppError as error:
            drafts.append((FileReport(source.path, "refused", error=error), None))
            continue
        if book.owner not in owners:
            owners[book.owner] = _opened(read_owner(connection, book.owner), state.lead)
        report = _take(owners[book.owner], book, taken)
        code = state.definition.evaluator[book.owner].code
        drafts.append((replace(report, evaluator=code, receipt=book.receipt), book))
    for uid, plan in owners.items():
        progress(len(sources), len(sources) + 1, state.definition.evaluator[uid].name)
        _settle_heads(plan, state.lead)
    standing = standing_owners(connection) | {book.owner for book in taken}
    return _finished(state, owners, taken, drafts, standing)


def _read(source: Source) -> OutsideBook:
    if source.error is not None:
        raise source.error
    return judged_book(source.path, source.image())


def _require_ours(state: RoundState, book: OutsideBook) -> None:
    if book.round != state.uid or state.books.get(book.owner) != book.uid:
        title = book.definitions[book.version].rules.title
        raise MergeError("other_round", name=book.path.name, title=clean_text(str(title))[:80])
    unknown = [hash_ for hash_ in book.versions if hash_ not in state.versions]
    if unknown or book.owner not in state.definition.evaluator:
        raise MergeError("version_unknown", name=book.path.name)


def _opened(journal: OwnerJournal, lead: Uid) -> OwnerPlan:
    awake = counting(journal.revisions, journal.imported.values(), lead)
    return OwnerPlan(journal, frozenset(awake), dict(journal.revisions), dict(journal.imported))


def _take(plan: OwnerPlan, book: OutsideBook, taken: list[OutsideBook]) -> FileReport:
    present = by_cell(book.heads)
    if book.digest in plan.imported:
        return FileReport(book.path, "nothing new", unchanged=_count(present))
    added = [row for id_, row in book.revisions.items() if id_ not in plan.revisions]
    plan.added += added
    plan.revisions |= {row.id: row for row in added}
    plan.imported[book.digest] = frozenset(book.revisions)
    plan.seals |= {seal.id: seal for seal in book.seals}
    taken.append(book)
    fresh = {row.cell for row in added}
    kept = present.keys() - fresh
    before = by_cell(heads(plan.before.revisions[id_] for id_ in plan.awake))
    changed = (cell for cell in fresh if values(before.get(cell, ())) - {None})
    return FileReport(
        book.path,
        "merged",
        new=_count(fresh),
        unchanged=_count(kept),
        changed=_count(changed),
    )


def _count(cells: Iterable[Cell]) -> int:
    """Count cells as a person does: the place of a finding belongs to the finding."""
    findings = Field.ACHIEVEMENT, Field.IMPROVEMENT, Field.ORDER
    return len(
        {
            (service, subject, "" if field in findings else field)
            for _, service, subject, field in cells
        }
    )


def _settle_heads(plan: OwnerPlan, lead: Uid) -> None:
    standing = list(plan.imported.values())
    awake = counting(plan.revisions, standing, lead)
    plan.heads = by_cell(heads(plan.revisions[id_] for id_ in awake))
    plan.forked = forked(plan.revisions, standing, lead)


def _finished(
    state: RoundState,
    owners: dict[Uid, OwnerPlan],
    taken: list[OutsideBook],
    drafts: list[tuple[FileReport, OutsideBook | None]],
    standing: set[Uid],
) -> MergePlan:
    merged = {cell: group for cell, group in state.heads.items() if cell[0] not in owners}
    for plan in owners.values():
        merged |= plan.heads
    open_cells = frozenset(open_conflicts(state.definition, merged))
    outcome = compute(state.definition, merged, state.versions)
    notes = Notes(outcome, expected_marks(state.definition, merged), open_cells)
    tally = marks_tally(outcome)
    reports = [
        report
        if book is None
        else _told(state, report, book, owners[book.owner], notes, open_cells, tally)
        for report, book in drafts
    ]
    stale = len(stale_moderations(outcome))
    total = len(open_cells) + len(mixtures(outcome)) + stale
    applied = any(report.status != "refused" for report in reports)
    missing = tuple(
        row for row in state.definition.evaluators if row.uid in tally and row.uid not in standing
    )
    report = MergeReport(applied, total, tuple(reports), missing, stale)
    return MergePlan(state, owners, tuple(taken), report)


def _told(
    state: RoundState,
    report: FileReport,
    book: OutsideBook,
    plan: OwnerPlan,
    notes: Notes,
    open_cells: frozenset[Cell],
    tally: Mapping[Uid, tuple[int, int]],
) -> FileReport:
    """Say what becomes of the cells of ``book`` in the round as it will be."""
    cells = {row.cell for row in book.revisions.values()}
    strays = notes.strays(book.owner, by_cell(book.heads))
    expected, missing = tally.get(book.owner, (0, 0))
    agreeing = [
        cell
        for cell in cells
        if len(plan.heads.get(cell, ())) > 1 and len(values(plan.heads[cell])) == 1
    ]
    return replace(
        report,
        conflicts=len(open_cells & cells),
        stray=len(strays),
        parallel=_count(agreeing),
        enter_again=len(notes.enter_again(book.owner)),
        futures=len(plan.forked),
        differing=places_of(state.definition, plan.forked),
        notes=notes.of_book(book.owner, cells, strays, plan.forked),
        given=expected - missing,
        expected=expected,
        sealed=book.receipt is not None,
    )
