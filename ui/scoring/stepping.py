"""Steps taken back and done again: named in the menu, shown where they changed something."""

from PySide6.QtCore import QObject, Signal, Slot

from ui.scoring.book_actions import BookActions
from ui.scoring.cell import COMMENT, EVIDENCE, Cell
from ui.scoring.desk import ScoringDesk
from ui.scoring.step_words import redo_words, undo_words
from ui.scoring.work_area import WorkArea
from workbench.scoring.steps import Step


class Stepping(QObject):
    """Nothing changes out of sight: the keyboard goes where the step was."""

    jump_requested = Signal(object)
    """The Cell in which the step changed something first."""
    told = Signal(str)
    """What was taken back or done again, in words."""

    def __init__(self, desk: ScoringDesk, acts: BookActions, work: WorkArea) -> None:
        super().__init__(work)
        self._desk, self._acts, self._work = desk, acts, work
        desk.stored.connect(self.name_steps)
        desk.taken_back.connect(self._on_taken_back)
        desk.redone.connect(self._on_redone)
        self.name_steps()

    @Slot()
    def undo(self) -> None:
        """Take the last step back."""
        self._work.store()
        self._desk.undo()

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back last."""
        self._work.store()
        self._desk.redo()

    @Slot()
    def name_steps(self) -> None:
        """Say in the menu what would be taken back or done again."""
        book = self._desk.book
        last, following = book.last_step, book.next_step
        self._acts.name_steps(
            undo_words(self._desk, last) if last else "",
            redo_words(self._desk, following) if following else "",
        )

    @Slot(object)
    def _on_taken_back(self, step: Step) -> None:
        self._go_where(step)
        self.told.emit(undo_words(self._desk, step))

    @Slot(object)
    def _on_redone(self, step: Step) -> None:
        self._go_where(step)
        self.told.emit(redo_words(self._desk, step))

    def _go_where(self, step: Step) -> None:
        _, service, subject, field = step.changes[0].cell
        if service not in self._desk.services():
            return
        cell = Cell(service, None if subject == service else subject, field)
        self.jump_requested.emit(
            cell if field in (COMMENT, EVIDENCE) else self._work.first_of(cell)
        )
