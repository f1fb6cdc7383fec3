"""What a merge would do: computed whole before anything is written, from values alone."""

from collections import Counter
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
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
from workbench.merging.naming import After, Kind, Notes
from workbench.merging.reading import OutsideBook
from workbench.merging.report import FileReport, MergeReport
from workbench.merging.sources import Source, SourceReader, sources_of
from workbench.progress import Progress, Pulse, silent
from workbench.results.conflicts import (
    marks_tally,
    mixtures,
    open_conflicts,
    stale_moderations,
)
from workbench.results.marks import Heads
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
    sources = sources_of(files)
    total = len(sources) + 1
    with closing(_books(state, sources, progress)) as found:
        for source, book in found:
            if isinstance(book, AppError):
                refused = FileReport(source.path, "refused", error=book)
                drafts.append((replace(refused, received_at=source.received_at), None))
                continue
            if book.owner not in owners:
                owners[book.owner] = _opened(read_owner(connection, book.owner))
            report = _take(owners[book.owner], book, taken, state.heads)
            code = state.definition.evaluator[book.owner].code
            drafts.append((replace(report, evaluator=code, received_at=source.received_at), book))
    for uid, plan in owners.items():
        progress(len(sources), total, state.definition.evaluator[uid].name)
        _settle_heads(plan, state.lead)
    standing = standing_owners(connection) | {book.owner for book in taken}
    pulse = partial(progress, len(sources), total, state.definition.rules.title)
    finished = _finished(state, owners, taken, drafts, standing, pulse)
    progress(total, total, "")  # what was asked to stop while all was told is not shown
    return finished


def _books(
    state: RoundState, sources: Sequence[Source], progress: Progress
) -> Generator[tuple[Source, OutsideBook | AppError]]:
    """Yield every source with its book, or with why the round cannot take it."""
    total = len(sources) + 1
    with SourceReader(sources) as reader:
        for done, source in enumerate(sources):
            pulse = partial(progress, done, total, source.path.name)
            pulse()
            try:
                book = reader.next_book(pulse)
                _require_ours(state, book)
            except AppError as error:
                yield source, error
            else:
                yield source, book


def _require_ours(state: RoundState, book: OutsideBook) -> None:
    if book.round != state.uid or state.books.get(book.owner) != book.uid:
        title = book.definitions[book.version].rules.title
        raise MergeError("other_round", name=book.path.name, title=clean_text(str(title))[:80])
    unknown = [hash_ for hash_ in book.versions if hash_ not in state.versions]
    if unknown or book.owner not in state.definition.evaluator:
        raise MergeError("version_unknown", name=book.path.name)


def _opened(journal: OwnerJournal) -> OwnerPlan:
    return OwnerPlan(journal, dict(journal.revisions), dict(journal.imported))


def _take(
    plan: OwnerPlan, book: OutsideBook, taken: list[OutsideBook], before: Heads
) -> FileReport:
    present = by_cell(book.heads)
    if book.digest in plan.imported:
        return FileReport(book.path, "nothing new", unchanged=len(_things(present)))
    added = [row for id_, row in book.revisions.items() if id_ not in plan.revisions]
    plan.added += added
    plan.revisions |= {row.id: row for row in added}
    plan.imported[book.digest] = frozenset(book.revisions)
    plan.seals |= {seal.id: seal for seal in book.seals}
    taken.append(book)
    fresh = {row.cell for row in added}
    new = _things(fresh)
    changed = (
        cell
        for cell in fresh
        if values(before.get(cell, ())) not in (set(), {None}, values(present[cell]))
    )
    return FileReport(
        book.path,
        "merged",
        new=len(new),
        unchanged=len(_things(present) - new),
        changed=len(_things(changed)),
    )


def _things(cells: Iterable[Cell]) -> set[tuple[Uid, Uid, str]]:
    """Return cells as a person counts them: the place of a finding belongs to the finding."""
    findings = Field.ACHIEVEMENT, Field.IMPROVEMENT, Field.ORDER
    return {
        (service, subject, "" if field in findings else field)
        for _, service, subject, field in cells
    }


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
    pulse: Pulse,
) -> MergePlan:
    merged = {cell: group for cell, group in state.heads.items() if cell[0] not in owners}
    for plan in owners.values():
        merged |= plan.heads
    outcome = compute(state.definition, merged, state.versions, pulse=pulse)
    pulse()
    open_cells = frozenset(open_conflicts(state.definition, merged))
    notes = Notes(After(outcome, merged, state.versions, open_cells))
    tally = marks_tally(outcome)
    reports = tuple(
        report if book is None else _told(state, report, book, owners[book.owner], notes, tally)
        for report, book in drafts
    )
    stale = stale_moderations(outcome)
    asked = [row for row in state.definition.evaluators if row.uid in tally]
    report = MergeReport(
        applied=any(report.status != "refused" for report in reports),
        conflicts=len(open_cells) + len(mixtures(outcome)) + len(stale),
        files=reports,
        missing=tuple(row for row in asked if row.uid not in standing),
        incomplete=tuple(row for row in asked if row.uid in standing and tally[row.uid][1]),
        stale=_made_stale(state, stale),
    )
    return MergePlan(state, owners, tuple(taken), report)


def _made_stale(state: RoundState, stale: Sequence[tuple[Uid, Uid]]) -> int:
    """Count the moderated marks among ``stale`` that were confirmed before."""
    if not stale:
        return 0
    before = compute(state.definition, state.heads, state.versions)
    return len(set(stale).difference(stale_moderations(before)))


def _told(
    state: RoundState,
    report: FileReport,
    book: OutsideBook,
    plan: OwnerPlan,
    notes: Notes,
    tally: Mapping[Uid, tuple[int, int]],
) -> FileReport:
    """Say what becomes of the cells of ``book`` in the round as it will be."""
    cells = frozenset(row.cell for row in book.revisions.values())
    found = notes.of_book(book.owner, cells, by_cell(book.heads), plan.forked)
    many = Counter(note.kind for note in found)
    expected, missing = tally.get(book.owner, (0, 0))
    return replace(
        report,
        conflicts=many[Kind.CONFLICT],
        stray=many[Kind.STRAY],
        parallel=many[Kind.PARALLEL],
        enter_again=many[Kind.ENTER_AGAIN],
        futures=many[Kind.FUTURE],
        differing=places_of(state.definition, plan.forked),
        notes=found,
        digest=book.digest,
        given=expected - missing,
        expected=expected,
        made_at=max((row.made_at for row in book.revisions.values()), default=None),
        sealed=book.receipt is not None,
        receipt=book.receipt,
    )
