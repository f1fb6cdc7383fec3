"""List, sheet or grid, and help side by side, each with the width the person gave it."""

from typing import Final

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from ui.grid.pane import GridPane
from ui.judging.pane import HelpPane
from ui.scoring.cell import Cell
from ui.scoring.desk import ScoringDesk
from ui.scoring.list_pane import ListPane
from ui.scoring.sheet_pane import SheetPane

HELP_NEEDS_WIDTH: Final = 1210
"""From here on list, sheet and help have room beside each other, in both languages."""
_USUAL: Final = [292, 670, 316]
"""Widths of list, sheet and help."""


class WorkPanes(QSplitter):
    """Help at the right; left of it list and sheet, or the grid in the room of both."""

    def __init__(self, desk: ScoringDesk, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._help_wanted: bool | None = None
        self._help_width = 0
        self.list_pane = ListPane(desk)
        self.sheet = SheetPane(desk)
        self.grid = GridPane(desk)
        self.help = HelpPane(desk)
        self._chosen = QSplitter(Qt.Orientation.Horizontal)
        self._middle = QStackedWidget()
        for splitter, first, second in (
            (self._chosen, self.list_pane, self.sheet),
            (self, self._middle, self.help),
        ):
            splitter.addWidget(first)
            splitter.addWidget(second)
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        for splitter, growing in ((self._chosen, self.sheet), (self, self._middle)):
            splitter.setStretchFactor(splitter.indexOf(growing), 1)
        for page in (self._chosen, self.grid):
            self._middle.addWidget(page)

    # --- grid or list and sheet ------------------------------------------------------------

    def show_grid(self, *, is_shown: bool) -> None:
        """Show the grid in place of list and sheet, or them again."""
        self._middle.setCurrentWidget(self.grid if is_shown else self._chosen)

    def _has_grid(self) -> bool:
        return self._middle.currentWidget() is self.grid

    def spot(self, cell: Cell, page: QWidget) -> QRect:
        """Return where the row of a cell stands in ``page``, for what is shown beside it."""
        ground: QWidget = self.sheet.canvas
        span = self.sheet.canvas.row_span(cell)
        if self._has_grid():
            ground, span = self.grid.table.viewport(), self.grid.table.box(cell)
        return QRect(ground.mapTo(page, span.topLeft()), span.size())

    # --- widths ----------------------------------------------------------------------------

    def widths(self) -> list[int]:
        """Return the widths of list, sheet and help."""
        return [*self._chosen.sizes(), self.sizes()[1] or self._help_width]

    def take_widths(self, widths: object) -> None:
        """Give list, sheet and help the widths that ``widths`` returned, else the usual ones."""
        if not isinstance(widths, list) or len(widths) != len(_USUAL):
            widths = _USUAL
        listed, sheet, self._help_width = map(int, widths)
        self._chosen.setSizes([listed, sheet])
        self.setSizes([listed + sheet, self._help_width])

    # --- help pane -------------------------------------------------------------------------

    @Slot()
    def toggle_help(self) -> None:
        """Show the help pane or put it away."""
        self._help_wanted = self.help.isHidden()
        self._share_room()

    def search(self) -> None:
        """Bring the keyboard to the search, and the list back where the help has its room."""
        if self.list_pane.isHidden():
            self.toggle_help()
        self.list_pane.search()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Show the help where it is wanted or has room; in a narrow window in place of the list."""
        has_room = self.width() >= HELP_NEEDS_WIDTH
        is_shown = has_room if self._help_wanted is None else self._help_wanted
        self.list_pane.setVisible(has_room or not is_shown)
        self.help.setVisible(is_shown)
