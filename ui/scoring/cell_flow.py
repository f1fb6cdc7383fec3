"""The live field's way through a sheet: begin a cell, store it on leaving, go where a key leads."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot

from ui.problems import sentence_of
from ui.scoring.cell import COMMENT, NOT_APPLICABLE, Cell
from ui.scoring.desk import ScoringDesk
from ui.scoring.lines import Line, entry_order, stored_text
from ui.scoring.numbers import grade_typed, most_text, preview
from ui.scoring.route import Step, target_of
from ui.scoring.sheet_canvas import SheetCanvas
from ui.scoring.wording import figure_caption
from ui.theme.glyphs import Glyph, glyph_word
from workbench.definition.terms import Scale
from workbench.results.outcome import MarkState
from workbench.scoring.sheet import MarkRow


class CellFlow(QObject):
    """Knows the cell in work; what was typed goes to the desk before anything else happens."""

    moved = Signal(object)
    """The cell in work, or None."""
    typed = Signal()
    """The text of a mark in work changed, and with it the points it would make."""
    edge_reached = Signal(object)
    """A step that leads out of the sheet."""

    def __init__(self, desk: ScoringDesk, canvas: SheetCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._canvas = canvas
        self._lines: tuple[Line, ...] = ()
        self._current: Cell | None = None
        self._begun_with = ""
        editor = canvas.editor
        editor.stepped.connect(self._on_stepped)
        editor.given_up.connect(self._on_given_up)
        editor.left.connect(self._on_left)
        editor.textEdited.connect(self._on_typed)
        canvas.focused.connect(self.open_editor)
        canvas.cell_chosen.connect(self.go_to)

    # --- what is so ------------------------------------------------------------------------

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Take other lines; where the cell in work is not among them, there is none yet."""
        self._lines = tuple(lines)
        if self._current is not None and not any(self._current in it.cells for it in lines):
            self._current = None
            self._canvas.show_current(None)

    def current(self) -> Cell | None:
        """Return the cell in work."""
        return self._current

    def row(self, cell: Cell | None) -> MarkRow | None:
        """Return the indicator of a cell with its mark."""
        return self._desk.row(cell) if cell is not None else None

    def _is_out(self, row: MarkRow) -> bool:
        return row.mark.state is MarkState.NOT_APPLICABLE

    # --- beginning a cell ------------------------------------------------------------------

    @Slot(object)
    def go_to(self, cell: Cell) -> None:
        """Leave the cell in work, storing it, and bring the keyboard to another."""
        if cell != self._current:
            self.store()
            self.begin(cell)
        self.open_editor()

    def begin(self, cell: Cell) -> None:
        """Make ``cell`` the one in work, wherever the keyboard is."""
        self._current = cell
        self._canvas.show_current(cell)
        if not self._canvas.editor.isHidden():
            self._fill_editor(cell)
        self.moved.emit(cell)

    @Slot()
    def open_editor(self) -> None:
        """Bring the keyboard into the cell in work."""
        if self._current is None:
            return
        if self._canvas.editor.isHidden():
            self._canvas.open_editor()
            self._fill_editor(self._current)
        self._canvas.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_editor(self, cell: Cell) -> None:
        row = self.row(cell)
        if row is None:
            return
        draft = self._desk.drafts(cell.service).get(cell)
        is_number = cell.field != COMMENT
        stored = "" if is_number and self._is_out(row) else stored_text(row, cell)
        self._begun_with = draft.text if draft else stored
        editor = self._canvas.editor
        editor.begin(self._begun_with, is_number=is_number, is_wrong=draft is not None)
        self.name_editor()

    def name_editor(self) -> None:
        """Say to those who cannot see which cell this is and how it stands."""
        row, cell = self.row(self._current), self._current
        if row is None or cell is None:
            return
        indicator, editor = row.indicator, self._canvas.editor
        caption = figure_caption(indicator, cell.field)
        most = self.tr("of {maximum} points").format(maximum=most_text(indicator.max_points))
        draft = self._desk.drafts(cell.service).get(cell)
        line = next(line for line in self._lines if cell in line.cells)
        state = glyph_word(line.glyph)
        editor.setAccessibleName(f"{line.code} {line.name}, {caption}, {most}, {state}")
        editor.setAccessibleDescription(sentence_of(draft.error) if draft else "")
        is_out = self._is_out(row) and cell.field != COMMENT
        editor.setPlaceholderText(glyph_word(Glyph.NOT_APPLICABLE) if is_out else "")

    # --- leaving a cell --------------------------------------------------------------------

    def store(self) -> bool:
        """Store the cell in work if it was changed; return whether Enter may leave it."""
        cell, editor = self._current, self._canvas.editor
        row = self.row(cell)
        if cell is None or row is None or editor.isHidden():
            return True
        editor.finish_syllable()
        text = self._meant(row, cell, editor.text())
        if text == self._begun_with:
            return True
        self._begun_with = text
        stored = self._desk.enter(cell, text)
        self.name_editor()
        return stored

    def _meant(self, row: MarkRow, cell: Cell, text: str) -> str:
        if cell.field == "score" and row.indicator.scale is Scale.GRADE:
            return grade_typed(row.indicator, text)
        return text

    @Slot(object)
    def _on_stepped(self, step: Step) -> None:
        if not self.store() and step in (Step.NEXT, Step.BACK):
            # stay: the next digits replace what was refused; Enter once more goes on
            self._canvas.editor.show_wrong(is_wrong=True)
            self._canvas.editor.selectAll()
            return
        target = target_of(self._lines, self._current, step) if self._current else None
        if target is not None:
            self.go_to(target)
            return
        self._canvas.editor.selectAll()
        self.edge_reached.emit(step)

    @Slot()
    def _on_given_up(self) -> None:
        cell = self._current
        if cell is None:
            return
        self._desk.give_up(cell)
        self._fill_editor(cell)
        self._canvas.show_preview(None)
        self.typed.emit()
        if cell.field == COMMENT:
            order = entry_order(self._lines)
            own = (cell.service, cell.subject)
            self.go_to(next(it for it in order if (it.service, it.subject) == own))

    @Slot()
    def _on_left(self) -> None:
        """The keyboard went elsewhere: store, and show the cell as it is stored."""
        self.store()
        self._canvas.close_editor()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        row, cell = self.row(self._current), self._current
        if row is None or cell is None or cell.field == COMMENT:
            return
        meant = self._meant(row, cell, text)
        self._canvas.show_preview(preview(row, cell.field, meant, self._desk.places))
        self.typed.emit()

    # --- keys of the page ------------------------------------------------------------------

    @Slot()
    def comment(self) -> None:
        """Go to the comment of the row in work."""
        cell = self._current
        if cell is not None and cell.subject is not None:
            self.go_to(Cell(cell.service, cell.subject, COMMENT))

    @Slot()
    def toggle_not_applicable(self) -> None:
        """Say that the indicator in work does not apply, and go on to the reason; or that it does.

        The reason is the comment of the indicator.
        """
        self.store()
        row, cell = self.row(self._current), self._current
        if row is None or cell is None or not row.indicator.allow_not_applicable:
            return
        was_out = self._is_out(row)
        target = Cell(cell.service, row.indicator.uid, NOT_APPLICABLE)
        stored = self._desk.enter(target, "" if was_out else "yes")
        if stored and not was_out and not row.comment:
            self.comment()
        elif cell.field != COMMENT:
            self._fill_editor(cell)

    @Slot(str)
    def enter_level(self, label: str) -> None:
        """Type a grade's label for the person, from the help pane."""
        row, cell = self.row(self._current), self._current
        if row is None or cell is None or row.indicator.scale is not Scale.GRADE:
            return
        self.go_to(Cell(cell.service, row.indicator.uid, "score"))
        self._canvas.editor.setText(label)
        self._on_stepped(Step.NEXT)
