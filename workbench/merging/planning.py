"""What a merge would do: computed whole before anything is written, from values alone."""

from collections.abc import Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from models.errors import AppError
from models.imports import standing_owners
from models.journal import NOWHERE, spans
from workbench.definition.terms import Uid
from workbench.errors import MergeError
from workbench.journal.head_table import HeadTable
from workbench.merging.brought import Brought, known_books
from workbench.merging.owner_plan import OwnerPlan, opened
from workbench.merging.reading import OutsideBook
from workbench.merging.report import FileReport, MergeReport
from workbench.merging.sources import Source, SourceReader, sources_of
from workbench.merging.telling import Draft, after_merge, whole_report
from workbench.progress import Progress, silent
from workbench.rounds.state import RoundState, read_owner, read_state
from workbench.text import clean_text
from workbench.uncollected import uncollected


@dataclass(frozen=True)
class MergePlan:
    """Everything that ``apply_plan`` writes, and the report of what it does."""

    state: RoundState
    owners: Mapping[Uid, OwnerPlan]
    books: tuple[tuple[Brought, Path], ...]
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
    with uncollected():
        return _Planning(connection, sources_of(files), progress).plan()


class _Planning:
    """The plan in the making: journals are opened of those owners only whom it takes."""

    def __init__(
        self, connection: Connection, sources: Sequence[Source], progress: Progress
    ) -> None:
        self._connection = connection
        self._sources = sources
        self._progress = progress
        self._total = len(sources) + 1
        self._state = read_state(connection, sealed=False)
        self._where = spans(connection)
        self._owners: dict[Uid, OwnerPlan] = {}
        self._taken: list[tuple[Brought, Path]] = []

    def plan(self) -> MergePlan:
        """Read every source and return the plan."""
        with closing(self._books()) as found:
            drafts = [self._draft(source, *book) for source, book in found]
        counted = self._settled()
        state, many = self._state, len(self._sources)
        standing = standing_owners(self._connection) | {book.owner for book, _ in self._taken}
        pulse = partial(self._progress, many, self._total, state.definition.rules.title)
        after = after_merge(state, counted, pulse)
        report = whole_report(state, after, self._owners, drafts, standing)
        self._progress(self._total, self._total, "")  # asked to stop meanwhile: nothing is shown
        return MergePlan(state, self._owners, tuple(self._taken), report)

    def _books(self) -> Generator[tuple[Source, tuple[Brought | AppError, OutsideBook | None]]]:
        """Yield every source with its book, or with why the round cannot take it.

        What is known already comes without its content.
        """
        known = known_books(self._connection)
        with SourceReader(self._sources, known) as reader:
            for done, source in enumerate(self._sources):
                pulse = partial(self._progress, done, self._total, source.path.name)
                pulse()
                try:
                    found = reader.next_book(pulse)
                    if found[1] is not None:
                        _require_ours(self._state, found[1])
                except AppError as error:
                    yield source, (error, None)
                else:
                    yield source, found

    def _draft(self, source: Source, found: Brought | AppError, book: OutsideBook | None) -> Draft:
        """Take one book into the plan of its owner, and say what it brings."""
        at = source.received_at
        if isinstance(found, AppError):
            return FileReport(source.path, "refused", error=found, received_at=at), None
        report = FileReport(source.path, "nothing new")
        if book is not None:
            report = self._plan_of(found.owner).take(book, self._state.heads)
        elif self._where.get(found.owner, NOWHERE).many != found.revisions:
            self._plan_of(found.owner)  # there is more of him than this book
        if report.status == "merged":
            self._taken.append((found, source.path))
        code = self._state.definition.evaluator[found.owner].code
        return replace(report, evaluator=code, received_at=at), found

    def _plan_of(self, owner: Uid) -> OwnerPlan:
        if owner not in self._owners:
            where = self._where.get(owner, NOWHERE)
            self._owners[owner] = opened(read_owner(self._connection, owner, where))
        return self._owners[owner]

    def _settled(self) -> HeadTable:
        """Return the heads that count after the merge."""
        state, owners = self._state, self._owners
        if not owners:
            return state.heads
        groups = state.heads.values()
        counted = [row for group in groups for row in group if row.owner not in owners]
        for uid, plan in owners.items():
            self._progress(len(self._sources), self._total, state.definition.evaluator[uid].name)
            counted += plan.settle(state.lead)
        return HeadTable(counted)


def _require_ours(state: RoundState, book: OutsideBook) -> None:
    if book.round != state.uid or state.books.get(book.owner) != book.uid:
        title = book.definitions[book.version].rules.title
        raise MergeError("other_round", name=book.path.name, title=clean_text(str(title))[:80])
    unknown = [hash_ for hash_ in book.versions if hash_ not in state.versions]
    if unknown or book.owner not in state.definition.evaluator:
        raise MergeError("version_unknown", name=book.path.name)
