"""Reads what the listed backups hold, one after the other, beside the window's thread."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ui.backups.own_thread import OwnThread
from ui.problems import require_expected
from workbench.backups.contents import Contents, Values, contents_of, values_in
from workbench.backups.shelf import Backup
from workbench.errors import AppError


class ContentsReader(QObject):
    """Tells of every backup what it holds, newest first, until it is stopped."""

    told = Signal(object, object)
    """A Backup, and its Contents or the AppError that says why it is unfit."""
    finished = Signal()
    """Every backup was read."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = OwnThread(self)
        self._waiting: list[Backup] = []
        self._document = b""
        self._present: Values = {}

    def start(self, document: bytes, image: bytes, opened: Path, backups: Iterable[Backup]) -> None:
        """Compare ``backups`` with the document as it is in ``image``."""
        self._document = document
        self._waiting = list(backups)
        self._thread.run(lambda: values_in(image, opened), self._on_present, self._on_failed)

    def stop(self) -> None:
        """Read no further and tell no more."""
        self._waiting = []
        self._thread.give_up()

    def _on_present(self, present: Values) -> None:
        self._present = present
        self._go_on()

    def _go_on(self) -> None:
        if not self._waiting:
            self.finished.emit()
            return
        backup, document, present = self._waiting.pop(0), self._document, self._present

        def read() -> tuple[Backup, Contents | AppError]:
            try:
                return backup, contents_of(backup, document, present)
            except AppError as error:
                return backup, error

        self._thread.run(read, self._on_read, self._on_failed)

    def _on_read(self, found: tuple[Backup, Contents | AppError]) -> None:
        self.told.emit(*found)
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        require_expected(error)  # the open document cannot be compared: the list stands without
        self.finished.emit()
