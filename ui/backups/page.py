"""The backups page: which backups there are, what they hold, and one of them as a new file."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.backups.backup_list import BackupList, BackupModel
from ui.backups.keeper import BackupKeeper
from ui.backups.own_thread import OwnThread
from ui.backups.reader import ContentsReader
from ui.backups.restored_tray import RestoredTray
from ui.backups.words import named_words
from ui.language import Speaking
from ui.problems import require_expected, sentence_of
from ui.theme.fonts import BODY, CAPTION, PAGE_TITLE
from ui.theme.parts import Card, Words, button, restyle
from ui.theme.runs import Run, RunLine
from ui.theme.tokens import CARD_GAP, PAGE_COLUMN
from workbench.backups.contents import Contents
from workbench.backups.restoring import restore
from workbench.backups.shelf import Backup, Why, backups_of
from workbench.errors import AppError


class Backed(Protocol):
    """What the page asks of a document."""

    @property
    def path(self) -> Path:
        """Where it stands."""

    @property
    def uid(self) -> bytes:
        """By what it is known."""

    def image(self) -> bytes:
        """Return it whole, as of now."""


class BackupsPage(Speaking):
    """The backups of one open document, newest first; Enter restores, Esc goes back.

    Each time it is shown it looks again at which there are.

    ``keeper`` makes them by time; it is None for a document that is only being read.
    """

    open_requested = Signal(object)
    """The path of a restored file that shall be opened."""
    back_requested = Signal()
    listed = Signal()
    """Every backup on the list was read."""
    answered = Signal()
    """What was to be restored is there, or the page says why it is not."""

    def __init__(
        self, book: Backed, keeper: BackupKeeper | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._book = book
        self._keeper = keeper
        self._failure: AppError | None = None
        self._reader = ContentsReader(self)
        self._thread = OwnThread(self)
        self._title = Words(PAGE_TITLE + 3, 700)
        self._subtitle = Words(BODY, role="text2")
        self._problem = Words(BODY, role="danger")
        self._empty = Words(BODY, role="text2")
        self.list = BackupList()
        self._marks = RunLine()
        self._card = Card()
        self._restore, self._now = button("primary"), button()
        self.tray = RestoredTray()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self._card.column.setContentsMargins(10, 10, 10, 10)
        self._card.column.addWidget(self._empty)
        self._card.column.addWidget(self.list)
        self._card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._empty.setContentsMargins(14, 8, 14, 8)
        choices = QHBoxLayout()
        choices.setSpacing(12)
        choices.addWidget(self._restore)
        choices.addWidget(self._now)
        choices.addSpacing(4)
        choices.addWidget(self._marks, 1)
        inside = QWidget()
        inside.setMaximumWidth(PAGE_COLUMN)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 32, 0, 32)
        column.setSpacing(CARD_GAP)
        for part in (self._title, self._subtitle, self._problem, self._card):
            column.addWidget(part)
        column.addLayout(choices)
        column.addWidget(self.tray)
        column.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(24, 0, 24, 0)
        whole.addStretch(1)
        whole.addWidget(inside, 1000)
        whole.addStretch(1)

    def _connect(self) -> None:
        self.list.chosen.connect(self.restore_current)
        self.list.moved.connect(self._show_current)
        self._restore.clicked.connect(self.restore_current)
        self._now.clicked.connect(self.keep_now)
        self.tray.open_requested.connect(self.open_requested)
        self._reader.told.connect(self._on_told)
        self._reader.finished.connect(self.listed)
        if self._keeper is not None:
            self._keeper.made.connect(self._on_kept)
            self._keeper.failed.connect(self._say_problem)
        self._now.setVisible(self._keeper is not None)

    # --- what is shown ---------------------------------------------------------------------

    def refresh(self, *, stays: bool = False) -> None:
        """Look again at which backups there are and what they hold.

        The newest is the current one then, or the same as before where it ``stays``.
        """
        self._reader.stop()
        self._failure = None
        backups: tuple[Backup, ...] = ()
        image = b""
        try:
            backups = backups_of(self._book.uid)
            image = self._book.image()
        except AppError as error:
            self._failure = error
        self.list.show_backups(BackupModel(backups), stays=stays)
        self.list.setVisible(bool(backups))
        self._empty.setVisible(not backups)
        self._restore.setVisible(bool(backups))
        self._say_problem()
        if image:
            self._reader.start(self._book.uid, image, self._book.path, backups)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Backups"))
        self._subtitle.setText(self._rule())
        self._empty.setText(
            self.tr("No backup yet. The first one follows before the first merge.")
            if self._is_round()
            else self.tr("No backup yet. The first one follows three minutes after a change.")
        )
        self.list.setAccessibleName(self.tr("Backups, newest first"))
        self._restore.setText(self.tr("Restore as a new file"))
        self._now.setText(self.tr("Back up now"))
        self._say_problem()
        self.list.viewport().update()
        self._show_current()

    def _is_round(self) -> bool:
        return self._book.path.suffix.casefold() == ".round"

    def _rule(self) -> str:
        if self._is_round() and self._keeper is None:
            return self.tr(
                "Made before every merge, withdrawal, change of the definition and before the "
                "round is made final; all of them are kept. Restoring makes a new file beside "
                "this one; this one stays as it is."
            )
        if self._is_round():
            return self.tr(
                "Made before every merge, withdrawal, change of the definition and before the "
                "round is made final: these are all kept. Between them every 30 minutes while "
                "something changes, and when the file is opened and closed: of these all of the "
                "last 48 hours, then one a day for 14 days, then one a week for 8 weeks. Restoring "
                "makes a new file beside this one; this one stays as it is."
            )
        return self.tr(
            "Made by themselves while you score and when the file is closed. All of the last "
            "48 hours are kept, then one a day for 14 days, then one a week for 8 weeks. "
            "Restoring makes a new file beside this one; this one stays as it is."
        )

    def take_focus(self) -> None:
        """Put the keyboard on the newest backup."""
        first: QWidget = self._now if self.list.current() is None else self.list
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_current(self) -> None:
        entry = self.list.current()
        may = entry is not None and entry.error is None and not self._thread.is_busy()
        self._restore.setEnabled(may)
        contents = entry.contents if entry is not None else None
        named = named_words(contents) if contents is not None else ""
        self._marks.say(Run(named, CAPTION, role="text2"))

    @Slot()
    def _say_problem(self) -> None:
        failure = self._failure
        if failure is None and self._keeper is not None:
            failure = self._keeper.failure
        self._problem.setVisible(failure is not None)
        self._problem.setText("" if failure is None else sentence_of(failure))

    @Slot(object, object)
    def _on_told(self, backup: Backup, found: Contents | AppError) -> None:
        model = self.list.model()
        if isinstance(model, BackupModel):
            model.take(backup, found)

    @Slot()
    def _on_kept(self) -> None:
        if self.isVisible():
            had_focus = self._now.hasFocus()
            self.refresh(stays=True)
            if had_focus:
                self.take_focus()
        else:
            self._say_problem()

    # --- what people ask for ---------------------------------------------------------------

    @Slot()
    def keep_now(self) -> None:
        """Make a backup of the book as it is."""
        if self._keeper is not None:
            self._keeper.keep_now(Why.ASKED)

    @Slot()
    def restore_current(self) -> None:
        """Write the current backup as a new file beside the open one."""
        entry = self.list.current()
        if entry is None or entry.error is not None or self._thread.is_busy():
            return
        backup, uid, path = entry.backup, self._book.uid, self._book.path
        word = self.tr("restored")
        self._thread.run(
            lambda: restore(backup, uid, path, word), self._on_restored, self._on_refused
        )
        self.tray.clear()
        self._show_current()

    def _on_restored(self, path: Path) -> None:
        restyle(self._restore, "kind", "plain")  # one filled button a page: now it is the way on
        self._show_current()
        self.tray.show_restored(path)
        self.answered.emit()

    def _on_refused(self, error: Exception) -> None:
        restyle(self._restore, "kind", "primary")
        self.tray.show_error(require_expected(error))
        self._show_current()
        self.answered.emit()

    def leave(self) -> None:
        """Wait for what is being read or restored; nobody hears of it any more."""
        self._reader.stop()
        self._thread.give_up()

    # --- what Qt tells ---------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            self.refresh()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self._reader.stop()
            self.tray.clear()
            restyle(self._restore, "kind", "primary")
        super().hideEvent(event)
