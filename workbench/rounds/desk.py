"""An open round: everything the lead does with it, each thing whole when it returns.

What only one of these things needs is imported when it is done: a round is mostly opened to be
read, and the window shows its result before anything else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import AppError, StoreError
from models.schema import DocumentKind
from models.store import Store
from workbench.definition.stored import in_force, stored_facts, stored_versions
from workbench.definition.terms import Definition, Evaluator
from workbench.documents import is_being_written
from workbench.faults import log_fault
from workbench.opening import open_document
from workbench.progress import Progress, silent
from workbench.results.conflicts import open_conflicts, seal_states
from workbench.results.outcome import Outcome, SealState
from workbench.results.scoring import compute
from workbench.rounds.closing import closing_reasons
from workbench.rounds.finality import final_hash
from workbench.rounds.history import record_event
from workbench.rounds.owners import owner_views
from workbench.rounds.state import RoundState, read_state
from workbench.text import clean_text
from workbench.uncollected import uncollected

if TYPE_CHECKING:
    from workbench.merging.report import MergeReport


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of a round with all that is said beside it, as of one moment."""

    outcome: Outcome
    seals: tuple[SealState, ...]
    closed: tuple[AppError, ...]
    """Why a final export is refused; empty where it is open."""
    open_cells: int = 0
    """How many cells wait in the inbox: conflicts and cells of two futures."""
    final: str = ""
    """The hash under which the round is final, empty while it is open."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A reading with the state it follows from; whoever needs both reads them at once."""

    state: RoundState
    reading: Reading


class RoundDesk:
    """One open round. Close it to give the file back."""

    def __init__(self, store: Store) -> None:
        """Wrap an open ``.round`` store; use ``open_round``.

        ``store`` is for the use cases of the rooms beside this one; windows never touch it.
        """
        self.store = store
        self.path: Path = store.path
        self.reload()

    def reload(self) -> None:
        """Read again which definition is in force; called by what changes it."""
        with self.store.read() as connection:
            (version,) = stored_facts(connection, "definition")
            self.definition: Definition = in_force(stored_versions(connection), version)

    @property
    def uid(self) -> bytes:
        """Return by what the round is known, also after it was copied or renamed."""
        with self.store.read() as connection:
            (uid,) = stored_facts(connection, "uid")
        return uid

    def image(self) -> bytes:
        """Return the whole round as of now, as the bytes of a file.

        Raises:
            StoreError: the file cannot be read.
        """
        return self.store.image()

    @property
    def can_write(self) -> bool:
        """Say whether this desk is the one writer of the round."""
        return not self.store.read_only

    @property
    def taken_at(self) -> datetime | None:
        """Return when the picture was taken if another program has the round open for writing."""
        is_picture = not self.can_write and is_being_written(self.path)
        return self.store.taken_at if is_picture else None

    def outcome(self) -> Outcome:
        """Return the result as it now stands."""
        with uncollected():
            with self.store.read() as connection:
                state = read_state(connection, sealed=False)
            return compute(state.definition, state.heads, state.versions)

    def seals(self) -> tuple[SealState, ...]:
        """Return who is sealed, evaluator by evaluator."""
        return self.reading().seals

    def reading(self) -> Reading:
        """Return result, seals and what keeps the final export closed."""
        return self.stand().reading

    @uncollected()
    def stand(self) -> Stand:
        """Return the reading of this moment and the state that it was made of.

        Raises:
            StoreError: a byte of what results follow from was changed.
        """
        with self.store.read() as connection:
            state = read_state(connection)
            views = owner_views(connection, state)
            final = final_hash(connection)
        outcome = compute(state.definition, state.heads, state.versions)
        own_heads = {uid: view.own_heads for uid, view in views.items()}
        settled = {uid: view.settled for uid, view in views.items()}
        seals = seal_states(outcome, state.seals, own_heads, settled)
        waiting = set(open_conflicts(state.definition, state.heads)).union(
            *(view.forked for uid, view in views.items() if uid in state.definition.evaluator)
        )
        closed = closing_reasons(state, outcome, seals, views)
        return Stand(state, Reading(outcome, seals, closed, len(waiting), final))

    def merge(
        self,
        files: Sequence[Path],
        *,
        dry_run: bool = False,
        all_or_nothing: bool = False,
        seen: "MergeReport | None" = None,
        progress: Progress = silent,
    ) -> "MergeReport":
        """Merge score books, or say what merging them would do.

        With ``seen``, the plan that somebody looked at, nothing is merged if a file has changed
        since.

        Raises:
            StoreError: the disk refuses; the round is as before.
            Cancelled: the person asked to stop; the round is as before.
        """
        from workbench.merging.applying import merge

        return merge(
            self.store,
            files,
            dry_run=dry_run,
            all_or_nothing=all_or_nothing,
            seen=seen,
            progress=progress,
        )

    def hand_out(
        self,
        folder: Path,
        *,
        zipped: bool = False,
        listing: Path | None = None,
        progress: Progress = silent,
    ) -> tuple[tuple[Evaluator, Path], ...]:
        """Write one score book per evaluator into ``folder``, and who gets what to ``listing``.

        Raises:
            InputError: one of the files exists; nothing was written.
            MergeError: the round is final; nothing was written.
            StoreError: the disk refuses; nothing is left behind.
        """
        from workbench.rounds.handing_out import hand_out

        return hand_out(self.store, folder, zipped=zipped, listing=listing, progress=progress)

    def export(
        self,
        target: Path,
        *,
        public: bool = False,
        draft: bool = False,
        progress: Progress = silent,
    ) -> Path:
        """Write the report to ``target`` and return where it is; its ending says the form.

        Raises:
            InputError: no report ends like this.
            StoreError: not a draft and the round does not follow from its own history.
            FinalExportClosed: not a draft and something is open; each thing is named.
            ExportError: the report cannot be written; an older one is untouched.
            Cancelled: the person asked to stop; an older report is untouched.
        """
        # what writes reports only when asked for; and it knows desks
        from workbench.reports.exporting import export_report

        written = export_report(self, target, public=public, draft=draft, progress=progress)
        if self.can_write:
            self._note_export(
                written.path,
                audience=written.audience.value,
                draft=draft,
                form=written.form.value,
                version=written.version,
            )
        return written.path

    def _note_export(self, written: Path, **told: object) -> None:
        """Note a report that stands; it is no less a report where the round takes no note."""
        try:
            with self.store.write() as connection:
                record_event(connection, "exported", file=clean_text(written.name), **told)
        except StoreError as error:
            log_fault(error)

    def prove(self) -> None:
        """Refuse a final number that rests on a derived state which history does not give.

        Raises:
            StoreError: the round does not follow from its own history.
        """
        from workbench.checking import round_problems

        with self.store.read() as connection:
            for key in round_problems(connection):
                raise StoreError(key, name=self.path.name)

    def close(self) -> None:
        """Give the file back."""
        self.store.close()

    def __enter__(self) -> "RoundDesk":
        """Return the desk itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the round."""
        self.close()


def open_round(path: Path, *, read_only: bool = False) -> RoundDesk:
    """Open the round at ``path`` for its lead, or a picture of it for reading.

    Raises:
        StoreBusy: another program has it open for writing.
        StoreError: absent, not a round, damaged or newer.
    """
    store = open_document(path, DocumentKind.ROUND, read_only=read_only)
    try:
        return RoundDesk(store)
    except BaseException:
        store.close()
        raise
