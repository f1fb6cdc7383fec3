"""Computes beside the window what would be taken, each time that something changed."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.problems import require_expected
from ui.surveys.importing.beside import NewestJob
from ui.surveys.importing.jobs import Previewed, previewed
from workbench.surveys.mapping import AnyMapping
from workbench.surveys.table_reading import SurveyTable

DEBOUNCE_MS: Final = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """What shall be previewed: which table, read how, into which indicator of which book."""

    book: Path
    table: SurveyTable
    mapping: AnyMapping
    code: str
    is_kept: bool


class Previewer(QObject):
    """``asked`` says what to preview at the moment it is begun; None where nothing can be."""

    begun = Signal()
    """What was found before no longer holds."""
    found = Signal(object)
    """The Previewed."""
    unfit = Signal(object)
    """The AppError that says why nothing can be taken."""

    def __init__(self, asked: Callable[[], Asked | None], parent: QObject) -> None:
        super().__init__(parent)
        self._asked = asked
        self._job = NewestJob(self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(DEBOUNCE_MS)
        self._later.timeout.connect(self.now)

    @Slot()
    def soon(self) -> None:
        """Begin once nothing was changed for a moment."""
        self.stop()
        self.begun.emit()
        self._later.start()

    @Slot()
    def now(self) -> None:
        """Begin at once."""
        self.stop()
        asked = self._asked()
        if asked is None:
            return
        self.begun.emit()
        self._job.ask(
            lambda pulse: previewed(
                asked.book, asked.table, asked.mapping, asked.code, pulse, is_kept=asked.is_kept
            ),
            self._on_found,
            self._on_unfit,
        )

    def stop(self) -> None:
        """Let nobody hear of what runs."""
        self._later.stop()
        self._job.stop()

    def close(self) -> None:
        """Stop, and wait until the thread is free."""
        self._later.stop()
        self._job.close()

    def _on_found(self, found: Previewed) -> None:
        self.found.emit(found)

    def _on_unfit(self, error: Exception) -> None:
        self.unfit.emit(require_expected(error))
