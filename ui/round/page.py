"""The lead's page on a round: navigation at the left, one page at a time at the right."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QStackedWidget

from ui.document_page import DocumentPage
from ui.results.figures import count
from ui.round.nav import Nav
from ui.round.rooms import PAGES, ROOMS
from ui.round.session import RoundSession
from ui.settings import Recent
from ui.tasks import Runner
from ui.theme.parts import Hairline
from workbench.results.conflicts import mixtures, stale_moderations
from workbench.results.outcome import Outcome, Verdict
from workbench.rounds.desk import Reading, RoundDesk

if TYPE_CHECKING:
    from ui.backups.keeper import BackupKeeper
    from ui.backups.page import BackupsPage
    from ui.round.lead_page import LeadPage

_AGAIN_MS: Final = 100


class RoundPage(DocumentPage):
    """One open round."""

    def __init__(
        self,
        desk: RoundDesk,
        place: dict[str, Any],
        runner: Runner,
        *,
        read_at: datetime | None = None,
    ) -> None:
        super().__init__()
        self.session = RoundSession(desk, runner, self, read_at=read_at)
        self._remembered = place
        self._is_ready = False
        self._outcome: Outcome | None = None
        self._rules = rules = desk.definition.rules
        self._nav = Nav(rules.title, desk.path.name)
        self._pages: dict[str, LeadPage] = {}
        self._shown = "results"
        self._backups: BackupsPage | None = None
        self.keeper: BackupKeeper | None = None
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(read_at is None)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._nav)
        row.addWidget(Hairline(upright=True))
        row.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._nav.chosen.connect(self.show_page)
        self.session.read.connect(self._on_read)
        self.session.failed.connect(self.failed)
        session = self.session
        for signal in (session.planned, session.merged, session.exported, session.handed_out):
            signal.connect(self._on_success)
        session.changed.connect(self._on_success)
        session.definition_changed.connect(self._on_definition_changed)
        session.closing.connect(self._end_backups)
        for number, page in enumerate(PAGES[:9], start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setObjectName(page)
            shortcut.activated.connect(self._on_shortcut)

    # --- document page ---------------------------------------------------------------------

    def title(self) -> str:
        return self.session.definition.rules.title

    def recent(self) -> Recent:
        outcome = self._outcome
        return Recent(
            path=str(self.session.path),
            kind="round",
            title=self.session.definition.rules.title,
            conflicts=count(outcome, Verdict.CONFLICT) if outcome else 0,
            incomplete=count(outcome, Verdict.INCOMPLETE) if outcome else 0,
            counted=outcome.counted if outcome else 0,
            rehearsal=self.session.definition.rules.rehearsal,
        )

    def begin(self) -> None:
        wanted = self._remembered.get("page")
        self.show_page(wanted if wanted in PAGES else "results")
        self.session.refresh()

    def take_focus(self) -> None:
        self.page(str(self.place()["page"])).take_focus()

    def place(self) -> dict[str, object]:
        kept: dict[str, object] = {"page": self._shown}
        return kept | {name: held for name, page in self._pages.items() if (held := page.place())}

    def leave(self) -> None:
        if self._backups is not None:
            self._backups.leave()
        self.session.close()

    def has_backups(self) -> bool:
        return True

    def show_backups(self) -> None:
        """Show the backups of the round, from which one can be restored."""
        if self.session.is_busy:
            return  # they are compared with the round as it is, and it is just being changed
        self._keep_backups()
        if self._backups is None:
            from ui.backups.page import BackupsPage

            self._backups = BackupsPage(self.session.backed, self.keeper)
            self._backups.open_requested.connect(self.open_requested)
            self._backups.back_requested.connect(self._leave_backups)
            self._stack.addWidget(self._backups)
        self._stack.setCurrentWidget(self._backups)
        self._backups.take_focus()

    @Slot()
    def _leave_backups(self) -> None:
        self.show_page(self._shown)

    # --- moving about ----------------------------------------------------------------------

    @Slot(str)
    def show_page(self, page: str) -> None:
        """Show one of the pages."""
        self._shown = page
        self._nav.show_page(page)
        self._stack.setCurrentWidget(self.page(page))
        self.page(page).take_focus()

    def page(self, name: str) -> "LeadPage":
        """Return one of the pages, made now if it was never shown."""
        if name not in self._pages:
            made = ROOMS[name].make(self.session)
            kept = self._remembered.get(name)
            if isinstance(kept, dict):
                made.take_place(kept)
            made.page_requested.connect(self._on_page_requested)
            self._pages[name] = made
            self._stack.addWidget(made)
            if self.session.reading is not None:
                made.show_reading(self.session.reading)
        return self._pages[name]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the keyboard, unless its page meant another thing."""
        focused = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(focused, QAbstractButton) and not event.isAutoRepeat():
            focused.click()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from ui.merging.dropping import dropped_books

        if dropped_books(event):
            event.acceptProposedAction()
        else:
            event.ignore()  # the window opens what is no score book

    def dropEvent(self, event: QDropEvent) -> None:
        """Let books that are dropped on any page join the plan of a merge."""
        from ui.merging.dropping import dropped_books

        event.acceptProposedAction()
        self._on_page_requested("merge", dropped_books(event))

    @Slot()
    def _on_shortcut(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.show_page(sender.objectName())

    @Slot(str, object)
    def _on_page_requested(self, name: str, place: object) -> None:
        self.show_page(name)
        if place is not None:
            self.page(name).show_place(place)

    @Slot(object)
    def _on_read(self, reading: Reading) -> None:
        self._outcome = reading.outcome
        self._nav.lock(is_final=bool(reading.final))
        self._nav.count("conflicts", reading.open_cells)
        waiting = (*stale_moderations(reading.outcome), *mixtures(reading.outcome))
        self._nav.count("moderation", len(waiting))
        for page in self._pages.values():
            page.show_reading(reading)
        if not self._is_ready:
            self._is_ready = True
            QTimer.singleShot(0, self, self._be_ready)

    @Slot()
    def _be_ready(self) -> None:
        self.ready.emit()
        QTimer.singleShot(0, self, self._keep_backups)  # once all is painted that is shown now

    @Slot()
    def _keep_backups(self) -> None:
        """Begin to make backups, once, with one of the round as it was opened."""
        if self.keeper is not None or self.session.read_at is not None:
            return
        if self.session.is_busy:  # the file is asked beside the window, and asked once at a time
            QTimer.singleShot(_AGAIN_MS, self, self._keep_backups)
            return
        self._begin_backups()

    def _begin_backups(self) -> "BackupKeeper":
        from ui.backups.keeper import ROUND_MS, BackupKeeper

        session = self.session
        self.keeper = keeper = BackupKeeper(
            session.backed, self, is_busy=lambda: session.is_busy, every_ms=ROUND_MS
        )
        for signal in (session.changed, session.merged, session.handed_out):
            signal.connect(keeper.note_change)
        keeper.failed.connect(self.failed)
        keeper.begin()
        return keeper

    @Slot()
    def _end_backups(self) -> None:
        """Keep what changed since the last backup; all work on the round has ended."""
        if self.session.read_at is None:
            (self.keeper or self._begin_backups()).close()

    @Slot()
    def _on_definition_changed(self) -> None:
        """Open the round anew where its name or the rehearsal's mark stands on every page."""
        rules = self.session.definition.rules
        if (rules.title, rules.rehearsal) != (self._rules.title, self._rules.rehearsal):
            self.open_requested.emit(self.session.path)

    @Slot()
    def _on_success(self) -> None:
        self.recovered.emit()
