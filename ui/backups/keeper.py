"""Makes backups while somebody works: some minutes after a change, and when the file closes."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.backups.own_thread import OwnThread
from ui.problems import require_expected
from workbench.backups.shelf import Backup, Why, backups_of, keep_image
from workbench.backups.thinning import thin_out
from workbench.errors import AppError

FIRST_MS: Final = 3 * 60_000
"""From the first change after opening to its backup."""
EVERY_MS: Final = 10 * 60_000
"""From a later change to its backup, and between two tries where one fails."""
ROUND_MS: Final = 30 * 60_000
"""From a change of a round to its backup: what changes much is backed up before anyway."""
MOST_BYTES: Final = 64 * 1024 * 1024
"""A larger document is not copied by time, only before what changes much."""


class Document(Protocol):
    """An open document of which backups are made."""

    @property
    def path(self) -> Path:
        """Where it stands."""

    @property
    def uid(self) -> bytes:
        """By what it is known."""

    def image(self) -> bytes:
        """Return the whole document as of now, as the bytes of a file."""


class BackupKeeper(QObject):
    """Keeps backups of one open document; ``close`` it before the document.

    The bytes are taken on the window's thread, between two transactions; checking and writing
    them is done beside it. ``is_busy`` says whether a job beside the window works on the document:
    then the backup waits. ``every_ms`` is from a change to its backup where that is another time.
    """

    made = Signal(object)
    """The newest backup holds everything up to now; carries its time (UTC)."""
    failed = Signal(object)
    """The AppError that kept the last backup from being made; it is tried again."""

    def __init__(
        self,
        document: Document,
        parent: QObject | None = None,
        *,
        is_busy: Callable[[], bool] = lambda: False,
        every_ms: int = 0,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._is_busy = is_busy
        self._first_ms, self._every_ms = every_ms or FIRST_MS, every_ms or EVERY_MS
        self._thread = OwnThread(self)
        self._is_changed = False
        self._is_first = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.tick)
        self.last_at: datetime | None = self._newest()
        self.failure: AppError | None = None

    def _newest(self) -> datetime | None:
        try:
            return next((backup.at for backup in backups_of(self._document.uid)), None)
        except AppError:  # making one will fail with a sentence
            return None

    def begin(self) -> None:
        """Make a backup of the document as it was opened, unless the newest one holds just that."""
        self.keep_now(Why.OPEN)

    @Slot()
    def note_change(self) -> None:
        """Hear that the document has changed; the backup follows in some minutes."""
        self._is_changed = True
        if not self._timer.isActive():
            self._timer.start(self._first_ms if self._is_first else self._every_ms)

    def due_in_ms(self) -> int | None:
        """Return how long is waited for the next backup, None while nothing has changed."""
        return self._timer.interval() if self._timer.isActive() else None

    @Slot()
    def tick(self) -> None:
        """Make the backup that is due, if anything has changed since the last."""
        if self._is_changed:
            self.keep_now()

    def keep_now(self, why: Why = Why.TIME) -> None:
        """Make a backup of the document as it is; ``made`` or ``failed`` follows."""
        if self._thread.is_busy() or self._is_busy():  # what it lacks is kept in its turn
            self.note_change()
            return
        if why is not Why.ASKED and self._is_too_large():
            return
        try:
            job = self._job(why)
        except AppError as error:
            self._on_failed(error)
            return
        self._is_changed = False
        self._timer.stop()
        self._thread.run(job, self._on_made, self._on_failed)

    def _is_too_large(self) -> bool:
        try:
            return self._document.path.stat().st_size > MOST_BYTES
        except OSError:  # making the backup says what is wrong
            return False

    def _job(self, why: Why) -> Callable[[], Backup]:
        image, uid, path = self._document.image(), self._document.uid, self._document.path

        def keep() -> Backup:
            backup = keep_image(uid, image, why, path)
            thin_out(uid, path, datetime.now(UTC).astimezone())
            return backup

        return keep

    def _on_made(self, backup: Backup) -> None:
        self.failure = None
        self._is_first = self._is_first and backup.why == Why.OPEN
        self.last_at = backup.at
        self.made.emit(backup.at)

    def _on_failed(self, error: Exception) -> None:
        self._is_first = False
        self.failure = require_expected(error)
        self.note_change()
        self.failed.emit(self.failure)

    def close(self) -> None:
        """Make the last backup now if anything has changed that none holds, and stop."""
        self._timer.stop()
        is_due = self._is_changed or self._thread.is_busy()  # one on its way may yet fail
        self._thread.give_up()
        if not is_due or self._is_too_large():
            return
        self._is_changed = False
        try:
            backup = self._job(Why.CLOSE)()
        except AppError as error:
            self.failure = error
            self.failed.emit(error)
            return
        self._on_made(backup)
