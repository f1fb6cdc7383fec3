"""What a merge would do: computed whole before anything is written, from values alone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import Connection

from models.errors import AppError
from models.imports import Seal
from models.journal import Revision
from workbench.definition.places import places_of
from workbench.definition.terms import Uid
from workbench.errors import MergeError
from workbench.journal.counting import counting, forked
from workbench.journal.fields import FIGURES, Field
from workbench.journal.revisions import Cell, by_cell, heads, values
from workbench.merging.reading import OutsideBook, read_outside_book
from workbench.merging.report import FileReport, MergeReport
from workbench.progress import Progress, silent
from workbench.results.conflicts import mixtures, open_conflicts, stale_moderations
from workbench.results.marks import expected_marks
from workbench.results.scoring import compute
from workbench.rounds.state import OwnerJournal, RoundState, read_owner, read_state
from workbench.text import clean_text


@dataclass
class OwnerPlan:
    """One owner's journal as it will be: what is added, and which heads come and go."""

    before: OwnerJournal
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
    for done, path in enumerate(files):
        progress(done, len(files), path.name)
        try:
            book = read_outside_book(path)
            _require_ours(state, book)
        except AppError as error:
            drafts.append((FileReport(path, "refused", error=error), None))
            continue
        if book.owner not in owners:
            owners[book.owner] = _opened(read_owner(connection, book.owner))
        report = _take(owners[book.owner], book, taken)
        code = state.definition.evaluator[book.owner].code
        drafts.append((replace(report, evaluator=code, receipt=book.receipt), book))
    for plan in owners.values():
        _settle_heads(plan, state.lead)
    return _finished(state, owners, taken, drafts)


def _require_ours(state: RoundState, book: OutsideBook) -> None:
    if book.round != state.uid or state.books.get(book.owner) != book.uid:
        title = book.definitions[book.version].rules.title
        raise MergeError("other_round", name=book.path.name, title=clean_text(str(title))[:80])
    unknown = [hash_ for hash_ in book.versions if hash_ not in state.versions]
    if unknown or book.owner not in state.definition.evaluator:
        raise MergeError("version_unknown", name=book.path.name)


def _opened(journal: OwnerJournal) -> OwnerPlan:
    return OwnerPlan(journal, dict(journal.revisions), dict(journal.imported))


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
    return FileReport(book.path, "merged", new=_count(fresh), unchanged=_count(kept))


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
) -> MergePlan:
    merged = {cell: group for cell, group in state.heads.items() if cell[0] not in owners}
    for plan in owners.values():
        merged |= plan.heads
    open_cells = set(open_conflicts(state.definition, merged))
    outcome = compute(state.definition, merged, state.versions)
    expected = expected_marks(state.definition, merged)
    reports = [
        report
        if book is None
        else replace(
            report,
            conflicts=len(open_cells & {row.cell for row in book.revisions.values()}),
            stray=_strays(book, expected),
            futures=len(owners[book.owner].forked),
            differing=places_of(state.definition, owners[book.owner].forked),
            sealed=book.receipt is not None,
        )
        for report, book in drafts
    ]
    total = len(open_cells) + len(mixtures(outcome)) + len(stale_moderations(outcome))
    applied = any(report.status != "refused" for report in reports)
    return MergePlan(state, owners, tuple(taken), MergeReport(applied, total, tuple(reports)))


def _strays(book: OutsideBook, expected: Mapping[tuple[Uid, Uid], tuple[Uid, ...]]) -> int:
    marks = FIGURES | {Field.NOT_APPLICABLE}
    return sum(
        cell[3] in marks
        and values(group) != {None}
        and book.owner not in expected.get((cell[1], cell[2]), ())
        for cell, group in by_cell(book.heads).items()
    )
