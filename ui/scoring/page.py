"""The score book page: three panes between the top bar and the bottom line, or the hand-over."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout

from ui.document_page import DocumentPage
from ui.scoring.bars import BottomLine, TopBar
from ui.scoring.desk import Cell, ScoringDesk
from ui.scoring.hand_over import HandOverPage
from ui.scoring.help_pane import HelpPane
from ui.scoring.list_pane import ListPane
from ui.scoring.sheet_pane import SheetPane
from ui.settings import Recent
from ui.theme.parts import Hairline
from workbench.definition.terms import Uid
from workbench.errors import AppError
from workbench.scoring.book import Book

HELP_NEEDS_WIDTH = 1150


class ScoreBookPage(DocumentPage):
    """One open score book."""

    def __init__(
        self, book: Book, place: dict[str, Any], *, read_at: datetime | None = None
    ) -> None:
        super().__init__()
        self.desk = ScoringDesk(book, self, read_at=read_at)
        self._remembered = place
        self._help_wanted: bool | None = None
        self._top = TopBar(self.desk)
        self.list_pane = ListPane(self.desk)
        self.sheet = SheetPane(self.desk)
        self._help = HelpPane()
        self.hand_over = HandOverPage(self.desk)
        self._bottom = BottomLine(self.desk)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for pane, stretch in ((self.list_pane, 0), (self.sheet, 1), (self._help, 0)):
            self._splitter.addWidget(pane)
            self._splitter.setStretchFactor(self._splitter.indexOf(pane), stretch)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setSizes([292, 670, 316])
        self._stack.addWidget(self._splitter)
        self._stack.addWidget(self.hand_over)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(Hairline())
        column.addWidget(self._stack, 1)
        column.addWidget(Hairline())
        column.addWidget(self._bottom)

    def _connect(self) -> None:
        self.list_pane.chosen.connect(self._on_service_chosen)
        self.list_pane.entered.connect(self.sheet.take_focus)
        self.sheet.flow.moved.connect(self._on_moved)
        self.sheet.finished.connect(self.go_to_incomplete)
        self._help.level_chosen.connect(self.sheet.flow.enter_level)
        self._top.hand_over_requested.connect(self.show_hand_over)
        self._top.back_requested.connect(self.show_scoring)
        self.hand_over.seal_requested.connect(self._seal)
        self._bottom.retry_requested.connect(self.desk.retry)
        self.desk.sheet_changed.connect(self._on_sheet_changed)
        for key, slot in (
            ("F2", self.sheet.flow.comment),
            ("F4", self.sheet.flow.toggle_not_applicable),
            ("F6", self.go_to_incomplete),
            ("F7", self._toggle_help),
            ("Ctrl+F", self.list_pane.search),
            ("Ctrl+PgDown", self._go_to_next_service),
            ("Ctrl+PgUp", self._go_to_service_before),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # --- document page ---------------------------------------------------------------------

    def title(self) -> str:
        return f"{self.desk.owner.name} · {self.desk.definition.rules.title}"

    def recent(self) -> Recent:
        progress = self.desk.progress()
        return Recent(
            path=self.desk.path,
            kind="score",
            title=self.desk.definition.rules.title,
            owner=self.desk.owner.name,
            given=progress.given,
            expected=progress.expected,
            sealed=self.desk.receipt() is not None,
            rehearsal=self.desk.definition.rules.rehearsal,
        )

    def begin(self) -> None:
        place = self._remembered
        if isinstance(place.get("drafts"), list) and self.desk.read_at is None:
            self.desk.take_back(place["drafts"])
        if isinstance(place.get("panes"), list) and len(place["panes"]) == 3:
            self._splitter.setSizes([int(size) for size in place["panes"]])
        services = self.desk.services()
        if services:
            wanted, cell = _remembered_cell(place)
            self._show_service(wanted if wanted in services else services[0], cell)
            self.sheet.take_focus()
        if self.sheet.flow.current() is None:
            self.list_pane.take_focus()
        if self.desk.read_at is not None:
            self._bottom.show_keys(are_shown=False)
        QTimer.singleShot(0, self, self.ready.emit)

    def place(self) -> dict[str, object]:
        cell = self.sheet.flow.current()
        where = [self.sheet.service().hex()]
        if cell is not None and cell.indicator is not None:
            where += [cell.indicator.hex(), cell.field]
        kept: dict[str, object] = {"cell": where, "panes": self._splitter.sizes()}
        if self.desk.read_at is None:
            kept["drafts"] = self.desk.drafts_to_keep()
        return kept

    def store(self) -> None:
        self.sheet.store()

    def leave(self) -> None:
        self.desk.close()

    # --- moving about ----------------------------------------------------------------------

    def _show_service(self, service: Uid, cell: Cell | None = None) -> None:
        self.sheet.show_service(service, cell)
        self.list_pane.show_service(service)

    @Slot(object)
    def _on_service_chosen(self, service: Uid) -> None:
        if service != self.sheet.service():
            self.sheet.show_service(service)

    @Slot(object)
    def _on_moved(self, cell: Cell | None) -> None:
        row = self.sheet.flow.row(cell)
        self._help.show_row(row)
        self._bottom.allow_not_applicable(
            is_allowed=row is not None and row.indicator.allow_not_applicable
        )

    @Slot(object)
    def _on_sheet_changed(self, service: Uid) -> None:
        if service == self.sheet.service():
            self._help.show_row(self.sheet.flow.row(self.sheet.flow.current()))

    @Slot()
    def go_to_incomplete(self) -> None:
        """Go to the next service with something left to do."""
        self.sheet.store()
        target = self.desk.next_incomplete(self.sheet.service())
        if target is not None:
            self._show_service(target)
            self.sheet.take_focus()

    @Slot()
    def _go_to_next_service(self) -> None:
        self._step_service(1)

    @Slot()
    def _go_to_service_before(self) -> None:
        self._step_service(-1)

    def _step_service(self, step: int) -> None:
        services = self.desk.services()
        place = services.index(self.sheet.service()) + step
        if 0 <= place < len(services):
            self._show_service(services[place])

    # --- help pane -------------------------------------------------------------------------

    @Slot()
    def _toggle_help(self) -> None:
        self._help_wanted = not self._help.isVisible()
        self._help.setVisible(self._help_wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._help_wanted is None:
            self._help.setVisible(event.size().width() >= HELP_NEEDS_WIDTH)

    # --- handing over ----------------------------------------------------------------------

    @Slot()
    def show_hand_over(self) -> None:
        """Show what is missing, or the receipt code while the book is sealed."""
        self.sheet.store()
        self.hand_over.refresh()
        self._stack.setCurrentIndex(1)
        self._top.show_back(is_away=True)
        self._bottom.show_keys(are_shown=False)
        self.hand_over.take_focus()

    @Slot()
    def show_scoring(self) -> None:
        """Go back to the sheet."""
        self._stack.setCurrentIndex(0)
        self._top.show_back(is_away=False)
        self._bottom.show_keys(are_shown=True)
        self._on_moved(self.sheet.flow.current())
        self.sheet.take_focus()

    @Slot()
    def _seal(self) -> None:
        self.sheet.store()
        try:
            self.desk.seal()
        except AppError as error:
            self.failed.emit(error)
            return
        self.recovered.emit()
        self.hand_over.refresh()
        self.hand_over.take_focus()


def _remembered_cell(place: dict[str, Any]) -> tuple[Uid, Cell | None]:
    where = place.get("cell")
    try:
        words = [str(word) for word in where] if isinstance(where, list) else []
        service = bytes.fromhex(words[0]) if words else b""
        cell = Cell(bytes.fromhex(words[1]), words[2]) if len(words) == 3 else None
    except ValueError:
        return b"", None
    return service, cell
