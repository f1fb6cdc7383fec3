"""The score book page: work area, pledge, hand-over and backups between top bar and bottom line."""

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout

from ui.backups.keeper import BackupKeeper
from ui.backups.page import BackupsPage
from ui.document_page import DocumentPage
from ui.handing_over.page import HandOverPage
from ui.history.popup import HistoryPopup
from ui.scoring.book_actions import BookActions
from ui.scoring.bottom_line import BottomLine
from ui.scoring.cell import Cell
from ui.scoring.desk import ScoringDesk
from ui.scoring.key_sheet import KeySheet
from ui.scoring.pledge_page import PledgePage
from ui.scoring.stepping import Stepping
from ui.scoring.taking_back import TypingFirst
from ui.scoring.top_bar import TopBar
from ui.scoring.updating import UpdateStrip
from ui.scoring.work_area import WorkArea
from ui.settings import Recent
from ui.surveys.importing.way import SurveyWay
from ui.theme.parts import Hairline
from workbench.scoring.book import Book

if TYPE_CHECKING:
    from ui.surveys.importing.page import SurveyImportPage


class ScoreBookPage(DocumentPage):
    """One open score book."""

    def __init__(
        self, book: Book, place: dict[str, Any], *, read_at: datetime | None = None
    ) -> None:
        super().__init__()
        self.desk = ScoringDesk(book, self, read_at=read_at)
        self._remembered = place
        self._kept_drafts: list[list[str]] = []
        self.acts = BookActions(self)
        self._top = TopBar(self.desk)
        self.work = WorkArea(self.desk)
        self.keeper = BackupKeeper(book, self) if read_at is None else None
        self.backups = BackupsPage(book, self.keeper)
        self.update_strip = UpdateStrip(self.desk, self)
        self._bottom = BottomLine(self.desk)
        self._stack = QStackedWidget()
        self.survey = SurveyWay(self.desk, self.acts["survey"], self._stack)
        self._lay_out()
        self.keys = KeySheet(self.acts, self)
        self._typing_first = TypingFirst(self)
        self.steps = Stepping(self.desk, self.acts, self.work)
        self._connect()

    def _lay_out(self) -> None:
        for part in (self.work, self.backups):
            self._stack.addWidget(part)
        self.acts.keep_to(self.work, self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(Hairline())
        column.addWidget(self.update_strip)
        column.addWidget(self._stack, 1)
        column.addWidget(Hairline())
        column.addWidget(self._bottom)

    def _connect(self) -> None:
        work, desk = self.work, self.desk
        work.moved.connect(self._on_moved)
        work.order_changed.connect(self._top.show_order)
        work.sheet.check.jump_requested.connect(self.jump_to)
        self._top.hand_over_requested.connect(self.show_hand_over)
        self._top.back_requested.connect(self.show_scoring)
        self._top.order_chosen.connect(work.show_order)
        self._bottom.retry_requested.connect(desk.retry)
        self._bottom.backups_requested.connect(self.show_backups)
        self.backups.open_requested.connect(self.open_requested)
        self.backups.back_requested.connect(self.show_scoring)
        self.update_strip.failed.connect(self.failed)
        self.update_strip.open_requested.connect(self.open_requested)
        self.update_strip.left.connect(self.show_scoring)
        self.survey.shown.connect(self._turn_to)
        self.survey.left.connect(self.show_scoring)
        self.survey.jump_requested.connect(self.jump_to)
        self.survey.done.connect(self._bottom.tell)
        work.help.pin_changed.connect(self.place_changed)
        self.steps.jump_requested.connect(self.jump_to)
        self.steps.told.connect(self._bottom.tell)
        desk.changed.connect(self._on_changed)
        self._connect_keys()

    def _connect_keys(self) -> None:
        work = self.work
        for name, slot in (
            ("undo", self.steps.undo),
            ("redo", self.steps.redo),
            ("comment", work.comment),
            ("out", work.toggle_not_applicable),
            ("evidence", work.help.edit_evidence),
            ("history", self.show_history),
            ("recuse", work.recuse),
            ("incomplete", work.go_to_incomplete),
            ("next", work.go_on),
            ("before", work.go_back),
            ("find", work.search),
            ("turn", work.turn),
            ("grid", work.toggle_grid),
            ("pin", work.help.toggle_pin),
            ("help", work.toggle_help),
            ("check", work.check_service),
            ("hand_over", self.show_hand_over),
            ("backups", self.show_backups),
            ("update", self.update_strip.choose),
            ("keys", self.keys.open_sheet),
        ):
            self.acts[name].triggered.connect(slot)

    # --- made when they are first asked for: a sitting seldom needs them ---------------------

    @cached_property
    def hand_over(self) -> HandOverPage:
        """The check before the seal, and the receipt."""
        page = HandOverPage(self.desk)
        page.jump_requested.connect(self.jump_to)
        page.pledge_requested.connect(self.show_pledge)
        page.left.connect(self.show_scoring)
        page.sealed.connect(self._on_sealed)
        self._stack.addWidget(page)
        return page

    @cached_property
    def pledge(self) -> PledgePage:
        """The integrity pledge."""
        page = PledgePage(self.desk)
        page.confirmed.connect(self.show_scoring)
        page.postponed.connect(self.show_scoring)
        self._stack.addWidget(page)
        return page

    @cached_property
    def history(self) -> HistoryPopup:
        """What the field in work held before."""
        return HistoryPopup(self.desk, self)

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

    def menus(self) -> list[QMenu]:
        return self.acts.menus()

    def begin(self) -> None:
        # a copy: what happens below is remembered at once, in the same place
        place, desk = dict(self._remembered), self.desk
        if isinstance(place.get("drafts"), list) and desk.read_at is None:
            desk.take_back(place["drafts"])
        self.work.restore(place)
        if desk.read_at is not None:
            self._bottom.show_keys(are_shown=False)
        elif desk.book.pledged is None:
            self._turn_to(self.pledge)
        if self.keeper is not None:
            self._bottom.follow(self.keeper)
            desk.stored.connect(self.keeper.note_change)
            self.keeper.begin()
        QTimer.singleShot(0, self, self.ready.emit)

    def take_focus(self) -> None:
        self.show_scoring()

    def place(self) -> dict[str, object]:
        kept = self.work.place()
        if self.desk.read_at is None:
            kept["drafts"] = self.desk.drafts_to_keep()
        return kept

    def store(self) -> None:
        self.work.store()

    def leave(self) -> None:
        self.backups.leave()
        self.survey.leave()
        if self.keeper is not None:
            self.keeper.failed.connect(self.failed)  # nobody sees the bottom line any more
            self.keeper.close()
        self.desk.close()

    def retranslate(self) -> None:
        self.acts.retranslate()
        self.steps.name_steps()

    # --- scoring ---------------------------------------------------------------------------

    @Slot(object)
    def _on_moved(self, cell: Cell | None) -> None:
        row = self.desk.row(cell) if cell is not None else None
        may_be_out = row is not None and row.indicator.allow_not_applicable
        self._bottom.allow_not_applicable(is_allowed=may_be_out)
        self.acts.allow("out", is_allowed=may_be_out)
        self.place_changed.emit()

    @Slot()
    def _on_changed(self) -> None:
        """Keep refused entries at once: a crash must not drop them."""
        drafts = self.desk.drafts_to_keep()
        if drafts != self._kept_drafts:
            self._kept_drafts = drafts
            self.place_changed.emit()

    @Slot(object)
    def jump_to(self, cell: Cell) -> None:
        """Bring the keyboard to a cell, from wherever the person is."""
        self.show_scoring()
        self.work.go_to(cell)

    @Slot()
    def show_scoring(self) -> None:
        """Go back to the sheet."""
        self._stack.setCurrentWidget(self.work)
        self._top.show_back(is_away=False)
        self._bottom.show_keys(are_shown=self.desk.read_at is None)
        self._on_moved(self.work.current())
        self.work.take_focus()

    @Slot()
    def show_history(self) -> None:
        """Show what the field in work held before."""
        cell = self.work.current()
        if cell is not None and cell.field:
            self.work.store()
            self.history.show_for(cell, self.work.spot(cell, self))

    # --- away from the sheet ---------------------------------------------------------------

    def _turn_to(self, page: "PledgePage | HandOverPage | BackupsPage | SurveyImportPage") -> None:
        self.work.store()
        self._stack.setCurrentWidget(page)
        self._top.show_back(is_away=True)
        self._bottom.show_keys(are_shown=False)
        page.take_focus()

    @Slot()
    def show_pledge(self) -> None:
        """Show the integrity pledge, which may still be confirmed."""
        self._turn_to(self.pledge)

    @Slot()
    def show_hand_over(self) -> None:
        """Show what is missing, or the receipt code while the book is sealed."""
        if self.desk.read_at is not None:
            return
        self.work.store()
        self.hand_over.refresh()
        self._turn_to(self.hand_over)

    def has_backups(self) -> bool:
        return True

    @Slot()
    def show_backups(self) -> None:
        """Show the backups of the book, from which one can be restored."""
        self._turn_to(self.backups)

    @Slot()
    def _on_sealed(self) -> None:
        self._bottom.show_standing()
        if self.keeper is not None:
            self.keeper.note_change()
        self.recovered.emit()
