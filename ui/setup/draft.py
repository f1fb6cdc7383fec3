"""The definition being edited: one draft per open round, shared by the pages that set it up."""

from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.backups.own_thread import OwnThread
from ui.problems import require_expected
from ui.round.session import RoundSession
from workbench.definition.problems import DefinitionProblem
from workbench.rounds.desk import RoundDesk
from workbench.setup.assigning import Load, Matrix, loads, matrix
from workbench.setup.draft import keep_draft, stored_draft
from workbench.setup.reading import ServiceSum, judged, service_sums
from workbench.setup.sheets import Sheets, sheets_of

_LOOK_AFTER_MS: Final = 200
"""So long nobody typed before the whole definition is judged again."""
_AGAIN_MS: Final = 100
"""So long after a job was found running it is asked again."""
_MOST_STEPS: Final = 200

_NOTHING: Final = Sheets({})

Place = tuple[str, int, str]
"""Sheet, position of the row in it, column."""


class Step(NamedTuple):
    """What was done, and how the sheets stood before and after."""

    name: str
    before: Sheets
    after: Sheets


class _Findings(NamedTuple):
    sheets: Sheets
    problems: tuple[DefinitionProblem, ...]
    sums: tuple[ServiceSum, ...]
    matrix: Matrix
    loads: tuple[Load, ...]


def _found(sheets: Sheets) -> _Findings:
    found, problems = judged(sheets)
    return _Findings(sheets, problems, service_sums(found), matrix(found), loads(found))


class SetupDraft(QObject):
    """Every edit is a named step, kept in the round at once; what is wrong is found beside it."""

    changed = Signal()
    """The sheets are others now."""
    looked = Signal()
    """Problems and sums are those of the present sheets."""
    store_requested = Signal()
    """Whatever is being typed must become an edit now."""

    def __init__(self, session: RoundSession) -> None:
        super().__init__(session)
        self.session = session
        self.base = self.sheets = _NOTHING
        self.problems: tuple[DefinitionProblem, ...] = ()
        self.sums: tuple[ServiceSum, ...] = ()
        self.matrix = Matrix((), ())
        self.loads: tuple[Load, ...] = ()
        self._at: dict[Place, DefinitionProblem] = {}
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._is_loaded = False
        self._final = session.final if session.reading is not None else None
        """As last read; None before the first reading, when nothing may be edited yet."""
        self._is_kept = True
        self._thread = OwnThread(self)
        self._pause, self._again = QTimer(self), QTimer(self)
        for timer, wait, slot in (
            (self._pause, _LOOK_AFTER_MS, self._look),
            (self._again, _AGAIN_MS, self._load_or_keep),
        ):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(slot)
        session.definition_changed.connect(self._lay_out)
        session.read.connect(self._on_read)
        session.closing.connect(self._on_closing)
        self._lay_out()

    # --- loading -----------------------------------------------------------------------------

    @Slot()
    def _lay_out(self) -> None:
        """Lay the definition in force out as sheets, beside the window: it may be a long one."""
        self._is_loaded = False
        self._pause.stop()
        definition = self.session.definition
        self._thread.run(lambda: sheets_of(definition), self._on_laid_out, self._on_failed)

    def _on_laid_out(self, sheets: Sheets) -> None:
        """What was edited before is in force now, or nothing was; no step leads behind it."""
        self.base = self.sheets = sheets
        self._done.clear()
        self._undone.clear()
        self._is_kept = True
        self._load()

    def _load(self) -> None:
        """Show what was kept; nothing can be edited, and so nothing written over it, before."""
        self._is_loaded = self.session.at_once(self._take_stored)
        if not self._is_loaded:
            self._again.start()
            return
        self._look()
        self.changed.emit()

    def _take_stored(self, desk: RoundDesk) -> None:
        self.sheets = stored_draft(desk) or self.base

    # --- what pages ask ----------------------------------------

    @property
    def may_edit(self) -> bool:
        """Whether this window writes the round, which is open, and what was kept stands here."""
        return self._is_loaded and self._final is not None and self.session.may_write

    @property
    def is_changed(self) -> bool:
        """Whether something stands here that is not in force."""
        return self.sheets != self.base

    @property
    def undo_name(self) -> str:
        """What would be taken back, empty where there is nothing."""
        return self._done[-1].name if self._done else ""

    @property
    def redo_name(self) -> str:
        """What would be done again, empty where there is nothing."""
        return self._undone[-1].name if self._undone else ""

    @property
    def is_judged(self) -> bool:
        """Whether problems and sums are those of the present sheets."""
        is_waiting = self._pause.isActive() or self._thread.is_busy()
        return self._is_loaded and not is_waiting

    def problem(self, sheet: str, row: int, column: str) -> DefinitionProblem | None:
        """Return what is wrong with one cell."""
        return self._at.get((sheet, row, column))

    # --- edits ----------------------------------------

    def edit(self, name: str, sheets: Sheets, *, is_typed: bool = True) -> bool:
        """Put ``sheets`` in the place of the present ones as one step; say if that changed them.

        They are judged once nobody typed for a moment, or now where this was no typing.
        """
        if not self.may_edit or sheets == self.sheets:
            return False
        self._done.append(Step(name, self.sheets, sheets))
        del self._done[:-_MOST_STEPS]
        self._undone.clear()
        self._show(sheets)
        if not is_typed:
            self._pause.stop()
            self._look()
        return True

    @Slot()
    def undo(self) -> None:
        """Take the last step back."""
        self.store_requested.emit()
        if self._done:
            self._undone.append(self._done.pop())
            self._show(self._undone[-1].before)

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back last."""
        self.store_requested.emit()
        if self._undone:
            self._done.append(self._undone.pop())
            self._show(self._done[-1].after)

    @Slot()
    def discard(self) -> None:
        """Go back to what is in force; this too can be taken back."""
        self.store_requested.emit()
        self.edit(self.tr("Discard the changes"), self.base)

    def _show(self, sheets: Sheets) -> None:
        self.sheets = sheets
        self._is_kept = False
        self._pause.start()
        self._keep()
        self.changed.emit()

    # --- keeping ----------------------------------------

    @Slot()
    def _load_or_keep(self) -> None:
        if self._is_loaded:
            self._keep()
        else:
            self._load()

    def _keep(self) -> None:
        """Keep the edits against a crash; a running job is waited for, not disturbed."""
        if not self._is_kept and not self.session.at_once(self._keep_in):
            self._again.start()

    def _keep_in(self, desk: RoundDesk) -> None:
        keep_draft(desk, self.sheets if self.is_changed else None)
        self._is_kept = True

    @Slot()
    def _on_closing(self) -> None:
        self.store_requested.emit()
        self._again.stop()
        self._pause.stop()
        self._keep()
        self._again.stop()
        self._thread.give_up()

    @Slot()
    def _on_read(self) -> None:
        """It may have been made final, or opened again; what was edited stands as it is."""
        if self._final != self.session.final:
            self._final = self.session.final
            self.changed.emit()

    # --- judging ----------------------------------------

    @Slot()
    def _look(self) -> None:
        if self._thread.is_busy():
            self._pause.start()
            return
        sheets = self.sheets
        self._thread.run(
            lambda: _found(sheets),
            self._on_looked,
            self._on_failed,
        )

    def _on_looked(self, found: _Findings) -> None:
        if found.sheets is not self.sheets:
            self._pause.start()
            return
        self.problems, self.sums = found.problems, found.sums
        self.matrix, self.loads = found.matrix, found.loads
        self._at = {
            (place.sheet, place.row - 2, place.column or ""): problem
            for problem in reversed(found.problems)
            if (place := problem.place) is not None and place.row is not None
        }
        self.looked.emit()

    def _on_failed(self, error: Exception) -> None:
        self.session.failed.emit(require_expected(error))


def draft_of(session: RoundSession) -> SetupDraft:
    """Return the draft that all pages of a round share, made when it is first asked for."""
    found = session.findChild(SetupDraft)
    return found if isinstance(found, SetupDraft) else SetupDraft(session)
