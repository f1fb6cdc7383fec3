"""The score book page: the work area between the top bar and the bottom line, or the hand-over."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from ui.document_page import DocumentPage
from ui.scoring.bars import BottomLine, TopBar
from ui.scoring.cell import Cell
from ui.scoring.desk import ScoringDesk
from ui.scoring.hand_over import HandOverPage
from ui.scoring.work_area import WorkArea
from ui.settings import Recent
from ui.theme.parts import Hairline
from workbench.errors import AppError
from workbench.scoring.book import Book


class ScoreBookPage(DocumentPage):
    """One open score book."""

    def __init__(
        self, book: Book, place: dict[str, Any], *, read_at: datetime | None = None
    ) -> None:
        super().__init__()
        self.desk = ScoringDesk(book, self, read_at=read_at)
        self._remembered = place
        self._top = TopBar(self.desk)
        self.work = WorkArea(self.desk)
        self.hand_over = HandOverPage(self.desk)
        self._bottom = BottomLine(self.desk)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._stack.addWidget(self.work)
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
        work = self.work
        work.moved.connect(self._on_moved)
        self._top.hand_over_requested.connect(self.show_hand_over)
        self._top.back_requested.connect(self.show_scoring)
        self._top.order_chosen.connect(work.show_order)
        work.order_changed.connect(self._top.show_order)
        self.hand_over.seal_requested.connect(self._seal)
        self._bottom.retry_requested.connect(self.desk.retry)
        for key, slot in (
            ("F2", work.sheet.flow.comment),
            ("F4", work.sheet.flow.toggle_not_applicable),
            ("F6", work.go_to_incomplete),
            ("F7", work.toggle_help),
            ("Ctrl+F", work.list_pane.search),
            ("Ctrl+T", work.turn),
            ("Ctrl+Z", self.undo),
            ("Ctrl+Y", self.redo),
            ("Ctrl+PgDown", work.go_on),
            ("Ctrl+PgUp", work.go_back),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # --- document page ---------------------------------------------------------------------

    def title(self) -> str:
        return f"{self.desk.owner.name} · {self.desk.definition.rules.title}"

    def recent(self) -> Recent:
        progress = self.desk.overview.progress()
        return Recent(
            path=self.desk.path,
            kind="score",
            title=self.desk.definition.rules.title,
            owner=self.desk.owner.name,
            given=progress.given,
            expected=progress.expected,
            sealed=self.desk.book.receipt() is not None,
            rehearsal=self.desk.definition.rules.rehearsal,
        )

    def begin(self) -> None:
        place = self._remembered
        if isinstance(place.get("drafts"), list) and self.desk.read_at is None:
            self.desk.take_back(place["drafts"])
        self.work.restore(place)
        if self.desk.read_at is not None:
            self._bottom.show_keys(are_shown=False)
        QTimer.singleShot(0, self, self.ready.emit)

    def place(self) -> dict[str, object]:
        kept = self.work.place()
        if self.desk.read_at is None:
            kept["drafts"] = self.desk.drafts_to_keep()
        return kept

    def store(self) -> None:
        self.work.store()

    def leave(self) -> None:
        self.desk.close()

    # --- scoring ---------------------------------------------------------------------------

    @Slot(object)
    def _on_moved(self, cell: Cell | None) -> None:
        row = self.desk.row(cell) if cell is not None else None
        self._bottom.allow_not_applicable(
            is_allowed=row is not None and row.indicator.allow_not_applicable
        )

    @Slot()
    def undo(self) -> None:
        """Take the last step back."""
        self.work.store()
        self.desk.undo()

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back last."""
        self.work.store()
        self.desk.redo()

    @Slot()
    def show_scoring(self) -> None:
        """Go back to the sheet."""
        self._stack.setCurrentWidget(self.work)
        self._top.show_back(is_away=False)
        self._bottom.show_keys(are_shown=True)
        self._on_moved(self.work.current())
        self.work.take_focus()

    # --- handing over ----------------------------------------------------------------------

    @Slot()
    def show_hand_over(self) -> None:
        """Show what is missing, or the receipt code while the book is sealed."""
        self.work.store()
        self.hand_over.refresh()
        self._stack.setCurrentWidget(self.hand_over)
        self._top.show_back(is_away=True)
        self._bottom.show_keys(are_shown=False)
        self.hand_over.take_focus()

    @Slot()
    def _seal(self) -> None:
        self.work.store()
        try:
            self.desk.book.seal()
        except AppError as error:
            self.failed.emit(error)
            return
        self.recovered.emit()
        self.hand_over.refresh()
        self.hand_over.take_focus()
