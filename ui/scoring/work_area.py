"""List, sheet and help side by side, and the moves between what they show."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ui.scoring.cell import Cell, cell_from_words, words_of_cell
from ui.scoring.desk import ScoringDesk
from ui.scoring.help_pane import HelpPane
from ui.scoring.lines import mark_cells, mark_fields
from ui.scoring.list_pane import ListPane
from ui.scoring.orders import Order, Subject, next_open, subjects
from ui.scoring.sheet_pane import SheetPane

HELP_NEEDS_WIDTH = 1150


class WorkArea(QSplitter):
    """Knows the order of work and the place in each; storing comes before every move."""

    moved = Signal(object)
    """The Cell in work, or None."""
    order_changed = Signal(object)

    def __init__(self, desk: ScoringDesk, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._desk = desk
        self._help_wanted: bool | None = None
        self._last: dict[Order, Subject] = {}
        self.order = Order.SERVICE
        self.list_pane = ListPane(desk)
        self.sheet = SheetPane(desk)
        self.help = HelpPane(desk)
        for pane, stretch in ((self.list_pane, 0), (self.sheet, 1), (self.help, 0)):
            self.addWidget(pane)
            self.setStretchFactor(self.indexOf(pane), stretch)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.setSizes([292, 670, 316])
        self.list_pane.chosen.connect(self._on_chosen)
        self.list_pane.entered.connect(self.take_focus)
        self.sheet.flow.moved.connect(self._on_moved)
        self.sheet.finished.connect(self.go_to_incomplete)
        self.help.level_chosen.connect(self.sheet.flow.enter_level)

    # --- place -----------------------------------------------------------------------------

    def restore(self, place: dict[str, Any]) -> None:
        """Show what was in work when the book was closed, else the first service."""
        panes = place.get("panes")
        if isinstance(panes, list) and len(panes) == self.count():
            self.setSizes([int(size) for size in panes])
        if not self._desk.services():
            return
        cell = cell_from_words(place.get("cell"))
        if cell is None or cell.service not in self._desk.services():
            cell = Cell(self._desk.services()[0], None, "")
        order = place.get("order")
        self.order = Order(order) if order in set(Order) else Order.SERVICE
        self._show_cell(cell)
        self.order_changed.emit(self.order)
        self.take_focus()

    def place(self) -> dict[str, object]:
        """Return what shall be found again."""
        cell = self.current()
        words = words_of_cell(cell) if cell else []
        return {"cell": words, "order": str(self.order), "panes": self.sizes()}

    def current(self) -> Cell | None:
        """Return the cell in work; where there is none, the service that is shown."""
        subject = self.sheet.subject()
        cell = self.sheet.flow.current()
        if cell is None and subject is not None and subject.service:
            return Cell(subject.service, None, "")
        return cell

    def store(self) -> None:
        """Store everything that is being typed."""
        self.sheet.store()

    @Slot()
    def take_focus(self) -> None:
        """Bring the keyboard to the cell in work, or to the list where nothing can be typed."""
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
        self.order = order
        if cell is not None:
            self._show_cell(cell)
        self.order_changed.emit(order)
        self.take_focus()

    @Slot()
    def turn(self) -> None:
        """Change between by service and by indicator."""
        is_service = self.order is Order.SERVICE
        self.show_order(Order.INDICATOR if is_service else Order.SERVICE)

    # --- moves -----------------------------------------------------------------------------

    def go_to(self, cell: Cell) -> None:
        """Bring the keyboard to a cell, in the present order of work."""
        self.store()
        self._show_cell(cell)
        self.take_focus()

    def _show_cell(self, cell: Cell) -> None:
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
    def _on_moved(self, cell: Cell | None) -> None:
        self.help.show_cell(cell)
        self.moved.emit(cell)

    @Slot()
    def go_to_incomplete(self) -> None:
        """Go to the next service, or indicator, with something left to do."""
        self.store()
        subject = self.sheet.subject()
        target = next_open(self._desk, subject) if subject is not None else None
        if target is not None:
            self._show(target)
            self.take_focus()

    @Slot()
    def comment(self) -> None:
        """Go to the comment of the indicator in work."""
        self.sheet.flow.comment()

    @Slot()
    def toggle_not_applicable(self) -> None:
        """Say that the indicator in work does not apply, or that it does."""
        self.sheet.flow.toggle_not_applicable()

    @Slot()
    def check_service(self) -> None:
        """Say what is missing or odd in the service in work."""
        self.store()
        cell = self.current()
        if cell is not None:
            self.sheet.check.check(cell.service)

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
        subject = self.sheet.subject()
        if subject is None:
            return
        order = subjects(self._desk, subject.order)
        place = order.index(subject) + step
        if 0 <= place < len(order):
            self._show(order[place])

    # --- help pane -------------------------------------------------------------------------

    @Slot()
    def toggle_help(self) -> None:
        """Show the help pane or put it away."""
        self._help_wanted = not self.help.isVisible()
        self.help.setVisible(self._help_wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._help_wanted is None:
            self.help.setVisible(event.size().width() >= HELP_NEEDS_WIDTH)
