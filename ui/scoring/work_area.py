"""The orders of work: which one holds, the place in it, and every move from place to place."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.scoring.cell import COMMENT, Cell, cell_from_words, words_of_cell
from ui.scoring.desk import ScoringDesk
from ui.scoring.lines import mark_cells, mark_fields
from ui.scoring.orders import Order, Subject, next_open, subjects
from ui.scoring.panes import WorkPanes


class WorkArea(WorkPanes):
    """Knows the order of work and the place in each; storing comes before every move."""

    moved = Signal(object)
    """The Cell in work, or None."""
    order_changed = Signal(object)

    def __init__(self, desk: ScoringDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._desk = desk
        self._last: dict[Order, Subject] = {}
        self._order_before = Order.SERVICE
        self.order = Order.SERVICE
        self._connect()

    def _connect(self) -> None:
        self.list_pane.chosen.connect(self._on_chosen)
        self.list_pane.entered.connect(self.take_focus)
        self.sheet.flow.moved.connect(self._on_moved)
        self.sheet.finished.connect(self.go_to_incomplete)
        self.sheet.flow.typed.connect(self._on_typed)
        self.grid.moved.connect(self._on_grid_moved)
        self.grid.typed.connect(self._on_grid_typed)
        self.grid.comment_requested.connect(self.go_to)
        self.help.level_chosen.connect(self._on_level)
        self.help.cell_requested.connect(self.go_to)
        self.help.left.connect(self.take_focus)

    # --- place -----------------------------------------------------------------------------

    def restore(self, place: dict[str, Any]) -> None:
        """Show what was in work when the book was closed, else the first service."""
        self.take_widths(place.get("panes"))
        if not self._desk.services():
            return
        pinned = {uid.hex(): uid for uid in self._desk.services()}
        self.help.pin(pinned.get(str(place.get("pinned"))))
        cell = cell_from_words(place.get("cell"))
        if cell is None or cell.service not in self._desk.services():
            cell = Cell(self._desk.services()[0], None, "")
        order = place.get("order")
        self._work_in(Order(order) if order in set(Order) else Order.SERVICE)
        self._show_cell(cell)
        self.order_changed.emit(self.order)
        self.take_focus()

    def place(self) -> dict[str, object]:
        """Return what shall be found again."""
        cell = self.current()
        words = words_of_cell(cell) if cell else []
        pinned = self.help.pinned()
        return {
            "cell": words,
            "order": str(self.order),
            "panes": self.widths(),
            "pinned": pinned.hex() if pinned else "",
        }

    def current(self) -> Cell | None:
        """Return the cell in work; where there is none, the service that is shown."""
        if self.order is Order.GRID:
            return self.grid.current()
        subject = self.sheet.subject()
        cell = self.sheet.flow.current()
        if cell is None and subject is not None and subject.service:
            return Cell(subject.service, None, "")
        return cell

    def store(self) -> None:
        """Store everything that is being typed."""
        self.sheet.store()
        self.grid.store()
        self.help.store()

    @Slot()
    def take_focus(self) -> None:
        """Bring the keyboard to the cell in work, or to the list where nothing can be typed."""
        if self.order is Order.GRID:
            self.grid.take_focus()
            return
        self.sheet.take_focus()
        if self.sheet.flow.current() is None:
            self.list_pane.take_focus()

    # --- orders ----------------------------------------------------------------------------

    @Slot(object)
    def show_order(self, order: Order) -> None:
        """Work in another order, at the cell in work."""
        if order is self.order:
            return
        self.store()
        cell = self.current()
        self._work_in(order)
        if cell is not None:
            self._show_cell(cell)
        # laid out before the first stroke, or everything would be painted twice
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self.order_changed.emit(order)
        self.take_focus()

    @Slot()
    def turn(self) -> None:
        """Change between by service and by indicator."""
        is_service = self.order is Order.SERVICE
        self.show_order(Order.INDICATOR if is_service else Order.SERVICE)

    @Slot()
    def toggle_grid(self) -> None:
        """Show the grid, or go back to the order of work from which it was opened."""
        is_grid = self.order is Order.GRID
        self.show_order(self._order_before if is_grid else Order.GRID)

    def _work_in(self, order: Order) -> None:
        """Show the panes of an order of work; what they show comes after."""
        if order is Order.GRID and self.order is not Order.GRID:
            self._order_before = self.order
        self.order = order
        self.show_grid(is_shown=order is Order.GRID)

    # --- moves -----------------------------------------------------------------------------

    def go_to(self, cell: Cell) -> None:
        """Bring the keyboard to a cell, in the present order of work where it has a place there.

        The texts of a service have theirs in its sheet alone, and in the grid no comment has one.
        """
        self.store()
        is_text = self._desk.row(cell) is None
        if self.order is Order.GRID:
            is_text = is_text or cell.field == COMMENT
        if self.order is not Order.SERVICE and is_text:
            self._work_in(Order.SERVICE)
            self.order_changed.emit(self.order)
        self._show_cell(cell)
        if self.order is not Order.SERVICE or not self.sheet.go_to_text(cell):
            self.take_focus()

    def _show_cell(self, cell: Cell) -> None:
        if self.order is Order.GRID:
            self.grid.show_cell(cell)
            return
        self._show(self._subject_with(cell), cell)

    def _subject_with(self, cell: Cell) -> Subject:
        if self.order is not Order.INDICATOR:
            return Subject(self.order, service=cell.service)
        row = self._desk.row(cell)
        known = row.indicator.code if row is not None else ""
        before = self._last.get(Order.INDICATOR)
        code = known or (before.code if before else self._desk.overview.codes[0])
        return Subject(Order.INDICATOR, code=code)

    def _show(self, subject: Subject, cell: Cell | None = None) -> None:
        self._last[subject.order] = subject
        self.sheet.show_subject(subject, cell)
        self.list_pane.show_subject(subject)

    @Slot(object)
    def _on_chosen(self, subject: Subject) -> None:
        if subject != self.sheet.subject():
            self._last[subject.order] = subject
            self.sheet.show_subject(subject)

    @Slot(object)
    def _on_grid_moved(self, cell: Cell | None) -> None:
        if self.order is Order.GRID:
            self._on_moved(cell)

    @Slot(str)
    def _on_grid_typed(self, text: str) -> None:
        if self.order is Order.GRID:
            self.help.show_typed(text)

    @Slot(str)
    def _on_level(self, label: str) -> None:
        if self.order is Order.GRID:
            self.grid.entry.enter_level(label)
        else:
            self.sheet.flow.enter_level(label)

    @Slot(object)
    def _on_moved(self, cell: Cell | None) -> None:
        self.help.show_cell(cell)
        self.moved.emit(cell)

    @Slot()
    def _on_typed(self) -> None:
        self.help.show_typed(self.sheet.canvas.editor.text())

    @Slot()
    def go_to_incomplete(self) -> None:
        """Go to the next service, or indicator, or cell of the grid, with something left to do."""
        self.store()
        if self.order is Order.GRID:
            self.grid.go_to_incomplete()
            return
        subject = self.sheet.subject()
        target = next_open(self._desk, subject) if subject is not None else None
        if target is not None:
            self._show(target)
            self.take_focus()

    @Slot()
    def comment(self) -> None:
        """Go to the comment of the indicator in work."""
        if self.order is Order.GRID:
            self.grid.comment()
        else:
            self.sheet.flow.comment()

    @Slot()
    def toggle_not_applicable(self) -> None:
        """Say that the indicator in work does not apply, or that it does."""
        if self.order is Order.GRID:
            self.grid.entry.toggle_not_applicable()
        else:
            self.sheet.flow.toggle_not_applicable()

    @Slot()
    def check_service(self) -> None:
        """Say what is missing or odd in the service in work."""
        self.store()
        cell = self.current()
        if self.order is Order.GRID:
            self.show_order(Order.SERVICE)
        if cell is not None:
            self.sheet.check.check(cell.service)

    @Slot()
    def recuse(self) -> None:
        """Ask why the service in work is not to be scored; the sheet is where that stands."""
        self.show_order(Order.SERVICE)
        self.sheet.recusal.ask()

    @Slot()
    def search(self) -> None:
        """Bring the keyboard to the search above the list."""
        if self.order is Order.GRID:
            self.show_order(Order.SERVICE)
        super().search()

    def first_of(self, cell: Cell) -> Cell:
        """Return the cell itself where it can be typed in, else the first one of its mark."""
        row = self._desk.row(cell)
        if row is None or cell.field in mark_fields(row.indicator):
            return cell
        return mark_cells(cell.service, row.indicator)[0]

    @Slot()
    def go_on(self) -> None:
        """Go to the next service or indicator of the list."""
        self._step(1)

    @Slot()
    def go_back(self) -> None:
        """Go to the service or indicator before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        if self.order is Order.GRID:
            self.grid.go_by(step)
            return
        subject = self.sheet.subject()
        if subject is None:
            return
        order = subjects(self._desk, subject.order)
        place = order.index(subject) + step
        if 0 <= place < len(order):
            self._show(order[place])
