"""The grid as an order of work: the table, what is said of its current cell, what was refused."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.grid.blocks import GridBlocks
from ui.grid.entry import GridEntry, meant
from ui.grid.line import runs_of, typed_runs
from ui.grid.model import GridModel
from ui.grid.refusals import RefusedPanel
from ui.grid.route import next_open
from ui.grid.table import GridTable
from ui.language import Speaking
from ui.problems import sentence_of
from ui.scoring.cell import COMMENT, Cell
from ui.scoring.desk import ScoringDesk
from ui.theme.fonts import DENSE, HALF_BOLD
from ui.theme.parts import Hairline, on_surface
from ui.theme.runs import Run, RunLine
from workbench.definition.terms import Uid
from workbench.scoring.pasting import Refused

LINE_HEIGHT = 32


class GridPane(Speaking):
    """Shows every mark of the book at once; what is entered goes to the desk."""

    moved = Signal(object)
    """The Cell in work, or None."""
    comment_requested = Signal(object)
    """The comment of the cell in work, which stands in the sheet of its service."""
    typed = Signal(str)
    """What stands in the cell in work now, as typed."""

    def __init__(self, desk: ScoringDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model = GridModel(desk, self)
        self.table = GridTable(self.model)
        self.entry = GridEntry(desk, self.table, self)
        self.blocks = GridBlocks(desk, self.table, self)
        self.refused = RefusedPanel(self.model.columns)
        self.line = RunLine()
        self._lay_out()
        self._connect()
        self._name()

    def _lay_out(self) -> None:
        on_surface(self)
        below = QWidget()
        below.setFixedHeight(LINE_HEIGHT)
        inside = QVBoxLayout(below)
        inside.setContentsMargins(16, 0, 16, 0)
        inside.addWidget(self.line, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self.refused)
        column.addWidget(Hairline())
        column.addWidget(below)
        self.setMinimumWidth(480)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.table.current_changed.connect(self._on_current_changed)
        self.entry.typed.connect(self._on_typed)
        self.entry.edge_reached.connect(self._on_edge)
        self.entry.put_away.connect(self.refused.close_panel)
        self.blocks.told.connect(self._tell)
        self.blocks.refused.connect(self._on_refused)
        self.blocks.pasted.connect(self.refused.close_panel)
        self.refused.place_chosen.connect(self._on_refused_chosen)
        self.refused.closed.connect(self.take_focus)
        self._desk.changed.connect(self._on_changed)

    def retranslate(self) -> None:
        self.model.retranslate()
        self.table.fit_columns()
        self._name()
        self._arrive()

    def _name(self) -> None:
        self.table.setAccessibleName(self.tr("Grid of all marks"))
        self.table.editor.setAccessibleName(self.tr("Grid of all marks"))

    # --- place -------------------------------------------------------------------------------

    def show_cell(self, cell: Cell | None) -> None:
        """Make a cell the one in work; a comment is found where its mark is typed."""
        self.store()
        place = self.model.place_of(cell) if cell is not None else None
        if place is None or place == self.table.place():
            self._arrive()
        if place is not None:
            self.table.go_to(place)

    def current(self) -> Cell | None:
        """Return the cell in work."""
        return self.entry.current

    def store(self) -> None:
        """Store what is being typed, the composing syllable first."""
        self.entry.store()

    def take_focus(self) -> None:
        """Bring the keyboard to the cell in work."""
        self.table.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_incomplete(self) -> bool:
        """Go to the next cell with something left to do; say whether there is one."""
        self.store()
        size = self.model.rowCount(), self.model.columnCount()
        target = next_open(size, self.table.place() or (0, 0), self.model.is_open)
        if target is not None:
            self.table.go_to(target)
        return target is not None

    def go_by(self, services: int) -> None:
        """Go so many services down (negative: up) in the same column, where that has a cell."""
        self.store()
        place = self.table.place()
        if place is None:
            return
        row = place[0] + services
        if 0 <= row < self.model.rowCount() and self.model.can_stand(row, place[1]):
            self.table.go_to((row, place[1]))

    @Slot()
    def comment(self) -> None:
        """Ask for the comment of the cell in work."""
        self.store()
        cell = self.entry.current
        if cell is not None:
            self.comment_requested.emit(Cell(cell.service, cell.subject, COMMENT))

    @Slot()
    def _on_current_changed(self) -> None:
        self.store()
        self._arrive()

    def _arrive(self) -> None:
        self.entry.arrive()
        self._say()
        self.moved.emit(self.entry.current)

    @Slot(bool)
    def _on_edge(self, is_forward: bool) -> None:
        self.focusNextPrevChild(is_forward)

    # --- what is said ------------------------------------------------------------------------

    def _say(self) -> None:
        place, here = self.table.place(), self.entry.here()
        if place is None or here is None:
            self.line.say()
            return
        row, column = self.model.row(place[0]), self.model.columns[place[1]]
        self.line.say(*runs_of(self._desk, row, column, here))
        draft = self._desk.drafts(row.service).get(here.cell) if here.cell else None
        editor = self.table.editor
        editor.setAccessibleName(self.model.spoken(*place))
        editor.setAccessibleDescription(sentence_of(draft.error) if draft else "")

    @Slot(str)
    def _tell(self, words: str) -> None:
        """Say what came of an act, until the keyboard moves on."""
        self.line.say(Run(words, DENSE, HALF_BOLD))

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        cell, here, place = self.entry.current, self.entry.here(), self.table.place()
        if not self.table.editor.is_typing:
            self._say()
        elif cell is not None and here is not None and here.row is not None and place is not None:
            row, column = self.model.row(place[0]), self.model.columns[place[1]]
            what = meant(here.row, cell, text)
            self.line.say(*typed_runs(self._desk, row, column, here, what))
        self.typed.emit(text)

    @Slot(object)
    def _on_changed(self, services: frozenset[Uid]) -> None:
        self.model.take(services)
        cell = self.entry.current
        if cell is not None and cell.service in services:
            self._say()

    # --- what was refused --------------------------------------------------------------------

    @Slot(object)
    def _on_refused(self, refused: tuple[Refused, ...]) -> None:
        self.refused.open_with(refused, self.model.columns)

    @Slot(object)
    def _on_refused_chosen(self, refused: Refused) -> None:
        row = min(refused.row, self.model.rowCount() - 1)
        column = min(refused.column, self.model.columnCount() - 1)
        self.table.go_near((row, column))
        self.take_focus()
