"""Typing in the grid: begun by a character, stored on leaving, kept in red where it is refused."""

from PySide6.QtCore import QModelIndex, QObject, Signal, Slot

from ui.grid.cells import GridCell
from ui.grid.route import target_of
from ui.grid.table import GridTable
from ui.scoring.cell import NOT_APPLICABLE, Cell
from ui.scoring.desk import ScoringDesk
from ui.scoring.numbers import grade_typed
from ui.scoring.route import Step
from workbench.definition.terms import Scale
from workbench.results.outcome import MarkState
from workbench.scoring.sheet import MarkRow


class GridEntry(QObject):
    """Knows the cell in work; what was typed goes to the desk before anything else happens."""

    typed = Signal(str)
    """What stands in the cell in work now, as typed."""
    edge_reached = Signal(bool)
    """Tab led out of the grid, forward or back."""
    put_away = Signal()
    """Escape, where there is nothing to give up."""

    def __init__(self, desk: ScoringDesk, table: GridTable, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._table = table
        self._model = table.grid
        self.current: Cell | None = None
        editor = table.editor
        editor.stepped.connect(self._on_stepped)
        editor.given_up.connect(self._on_given_up)
        editor.left.connect(self.store)
        editor.leaving.connect(self._on_leaving)
        editor.textEdited.connect(self.typed)
        table.doubleClicked.connect(self._on_double_click)

    def here(self) -> GridCell | None:
        """Return the current cell as it is painted."""
        place = self._table.place()
        return self._model.cell(*place) if place is not None else None

    def arrive(self) -> None:
        """Take the current cell for the one in work."""
        here, place, editor = self.here(), self._table.place(), self._table.editor
        self.current = here.cell if here is not None else None
        if here is None or place is None:
            return
        editor.setReadOnly(not self._model.can_enter(*place))
        editor.setAccessibleName(self._model.spoken(*place))

    # --- storing -----------------------------------------------------------------------------

    @Slot()
    def store(self) -> bool:
        """Store what is being typed, the composing syllable first; say whether it was taken."""
        editor, cell = self._table.editor, self.current
        if not editor.is_typing:
            return True
        editor.finish_syllable()
        text = editor.text()
        editor.rest()
        row = self._desk.row(cell) if cell is not None else None
        if cell is None or row is None:
            return True
        return self._desk.enter(cell, meant(row, cell, text))

    @Slot(str)
    def enter_level(self, label: str) -> None:
        """Type a grade's label for the person."""
        cell = self.current
        row = self._desk.row(cell) if cell is not None else None
        if cell is None or row is None or self._table.editor.isReadOnly():
            return
        if row.indicator.scale is Scale.GRADE:
            self._table.editor.rest()
            self._desk.enter(cell, label)

    @Slot()
    def toggle_not_applicable(self) -> None:
        """Say that the indicator in work does not apply, or that it does."""
        self.store()
        cell = self.current
        row = self._desk.row(cell) if cell is not None else None
        if cell is None or row is None or self._table.editor.isReadOnly():
            return
        if row.indicator.allow_not_applicable:
            was_out = row.mark.state is MarkState.NOT_APPLICABLE
            target = Cell(cell.service, cell.subject, NOT_APPLICABLE)
            self._desk.enter(target, "" if was_out else "yes")

    # --- keys --------------------------------------------------------------------------------

    @Slot(object)
    def _on_stepped(self, step: Step) -> None:
        if not self.store() and step in (Step.NEXT, Step.BACK):
            return  # stay: the next digits replace what was refused; Enter once more goes on
        place = self._table.place()
        if place is None:
            return
        size = self._model.rowCount(), self._model.columnCount()
        target = target_of(size, place, step, self._model.can_enter)
        if target is not None:
            self._table.go_to(target)
        elif step in (Step.RIGHT, Step.LEFT):
            self.edge_reached.emit(step is Step.RIGHT)

    @Slot()
    def _on_given_up(self) -> None:
        cell, editor = self.current, self._table.editor
        if editor.is_typing:
            editor.rest()
        elif cell is not None and cell in self._desk.drafts(cell.service):
            self._desk.give_up(cell)
        else:
            self.put_away.emit()
        here = self.here()
        self.typed.emit(here.stored if here is not None else "")

    @Slot(bool)
    def _on_leaving(self, is_forward: bool) -> None:
        self.store()
        self.edge_reached.emit(is_forward)

    @Slot(QModelIndex)
    def _on_double_click(self, index: QModelIndex) -> None:
        here = self.here()
        if here is None or not self._model.can_enter(index.row(), index.column()):
            return
        draft = self._desk.drafts(here.cell.service).get(here.cell) if here.cell else None
        self._table.editor.mend(draft.text if draft else here.stored)


def meant(row: MarkRow, cell: Cell, text: str) -> str:
    """Return what ``text`` typed into a cell stands for: a grade may be typed by its number."""
    is_grade = cell.field == "score" and row.indicator.scale is Scale.GRADE
    return grade_typed(row.indicator, text) if is_grade else text
