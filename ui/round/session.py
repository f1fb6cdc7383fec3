"""An open round as the window holds it: reads, merges, hands out and exports beside the window."""

from collections.abc import Callable, Hashable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from ui.problems import require_expected
from ui.round.changes import Change, Changes
from ui.tasks import Job, Runner
from workbench.definition.terms import Definition
from workbench.errors import AppError
from workbench.progress import Progress, silent
from workbench.rounds.desk import Reading, RoundDesk

if TYPE_CHECKING:
    from workbench.merging.report import MergeReport

Work = Callable[[RoundDesk, Progress], object]


class RoundSession(QObject):
    """One round; every answer comes as a signal, from frozen values.

    ``read_at`` says when the picture was taken of a round that somebody else is writing.
    """

    read = Signal(object)
    """A ``Reading``: the result with all that is said beside it."""
    planned = Signal(object)
    merged = Signal(object)
    """A ``MergeReport`` each."""
    handed_out = Signal(object)
    """Pairs of evaluator and file."""
    exported = Signal(object)
    changed = Signal()
    """Something else was written to the round; a reading of it follows."""
    definition_changed = Signal()
    closing = Signal()
    """The file is given back next: what waits to be kept is kept now."""
    failed = Signal(object)
    """The AppError of what was asked last."""

    def __init__(
        self,
        desk: RoundDesk,
        runner: Runner,
        parent: QObject | None = None,
        *,
        read_at: datetime | None = None,
    ) -> None:
        super().__init__(parent)
        self.read_at = read_at
        self._desk = desk
        self._runner = runner
        self._changes = Changes(self)
        self.reading: Reading | None = None

    @property
    def definition(self) -> Definition:
        """The definition in force."""
        return self._desk.definition

    @property
    def path(self) -> Path:
        """Where the round stands."""
        return self._desk.path

    @property
    def final(self) -> str:
        """The hash under which the round is final, empty while it is open or was not read yet."""
        return self.reading.final if self.reading is not None else ""

    @property
    def may_write(self) -> bool:
        """Whether this window may change the round now."""
        return self.read_at is None and not self.final

    def why_not(self) -> str:
        """Return why nothing can be changed here, empty where it can."""
        if self.read_at is not None:
            return self.tr("Another window is writing this round.")
        return self.tr("The round is final. Reopen it on the page History.") if self.final else ""

    @property
    def backed(self) -> RoundDesk:
        """What the backups of the round are told by."""
        return self._desk

    @property
    def is_busy(self) -> bool:
        """Say whether a job runs; what is asked for meanwhile waits its turn."""
        return self._runner.is_busy()

    def refresh(self) -> None:
        """Read the result again."""
        self._run(self._read, self.tr("Reading the result"), self._on_read)

    def plan(self, files: Sequence[Path]) -> None:
        """Find out what merging ``files`` would do."""

        def look(progress: Progress) -> "MergeReport":
            return self._desk.merge(files, dry_run=True, progress=progress)

        self._run(look, self.tr("Looking at the files"), self._on_planned)

    def merge(self, files: Sequence[Path], seen: "MergeReport | None" = None) -> None:
        """Merge ``files`` in one step, unless they are no longer what the plan ``seen`` says.

        Pressed twice it is done once.
        """
        title = self.tr("Merging")
        if self._runner.is_at(title):
            return

        def apply(progress: Progress) -> "MergeReport":
            return self._desk.merge(files, seen=seen, progress=progress)

        self._run(apply, title, self._on_merged)

    def hand_out(self, folder: Path, *, zipped: bool = False, listing: Path | None = None) -> None:
        """Write one score book per evaluator into ``folder``, and who gets what to ``listing``."""

        def write(progress: Progress) -> object:
            return self._desk.hand_out(folder, zipped=zipped, listing=listing, progress=progress)

        self._run(write, self.tr("Writing score books"), self._on_handed_out)

    def export(self, target: Path, *, is_public: bool, is_draft: bool) -> None:
        """Write the report to ``target``, in the form that its ending names."""

        def write(progress: Progress) -> Path:
            return self._desk.export(target, public=is_public, draft=is_draft, progress=progress)

        self._run(write, self.tr("Writing the report"), self._on_exported)

    def ask(self, work: Work, title: str, done: Callable[[Any], None]) -> None:
        """Have ``work`` read or write files beside the window; then call ``done`` with its answer.

        ``work`` gets the desk and a progress; an expected error goes to ``failed``.
        """
        self._run(lambda progress: work(self._desk, progress), title, done)

    def change(
        self,
        work: Work,
        title: str,
        done: Callable[[Any], None] | None = None,
        *,
        about: Hashable = None,
    ) -> None:
        """Have ``work`` change the round; then everybody sees the round as it now is.

        What is ``about`` the same (else: has the same title) and pressed twice is done once.
        Changes wait for each other; what still waits when the round is closed is written then.
        """

        def send(change: Change) -> None:
            self._send(change, work, title, done)

        key = title if about is None else about
        self._changes.take(key, send, lambda: self.at_once(lambda desk: work(desk, silent)))

    def _send(
        self, change: Change, work: Work, title: str, done: Callable[[Any], None] | None
    ) -> None:
        before = self._desk.definition

        def finish(answer: object) -> None:
            if done is not None:
                done(answer)
            if self._desk.definition is not before:
                self.definition_changed.emit()
            self.changed.emit()
            self.refresh()

        self.ask(
            lambda desk, progress: self._changes.made(change, lambda: work(desk, progress)),
            title,
            finish,
        )

    def at_once(self, work: Callable[[RoundDesk], object]) -> bool:
        """Do short ``work`` here and now; False while a job runs, and nothing was tried.

        An expected error goes to ``failed``.
        """
        if self._runner.is_busy():
            return False
        try:
            work(self._desk)
        except AppError as error:
            self.failed.emit(error)
        return True

    def close(self) -> None:
        """Give the file back."""
        self._changes.finish()
        self.closing.emit()
        self._desk.close()

    def _run(self, job: Job, title: str, done: Callable[[Any], None]) -> None:
        self._runner.run(job, title, done, self._on_failed)

    def _read(self, _progress: Progress) -> Reading:
        return self._desk.reading()

    @Slot(object)
    def _on_read(self, reading: Reading) -> None:
        self.reading = reading
        self.read.emit(reading)

    @Slot(object)
    def _on_planned(self, report: "MergeReport") -> None:
        self.planned.emit(report)

    @Slot(object)
    def _on_merged(self, report: "MergeReport") -> None:
        self.merged.emit(report)
        self.refresh()

    @Slot(object)
    def _on_handed_out(self, books: object) -> None:
        self.handed_out.emit(books)

    @Slot(object)
    def _on_exported(self, target: Path) -> None:
        self.exported.emit(target)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(require_expected(error))
