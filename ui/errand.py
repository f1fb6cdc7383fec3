"""One job on its way beside the window; its outcome is told unless the job was given up."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from ui.tasks import Task
from workbench.progress import Progress


class Errand(QObject):
    """Tells ``done`` the result of ``job``, or ``failed`` its exception, as long as it is open."""

    gone = Signal(object)
    """Itself, once its thread has ended it."""

    def __init__(
        self,
        job: Callable[[Progress], object],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__()
        self.is_open = True
        self._done, self._failed = done, failed
        self.task = Task(job)
        self.task.succeeded.connect(self._on_succeeded)
        self.task.failed.connect(self._on_failed)
        self.task.ended.connect(self._on_ended)

    def give_up(self) -> None:
        """Let nobody hear of it, and end it where it next says how far it is."""
        self.is_open = False
        self.task.cancel()

    @Slot(object)
    def _on_succeeded(self, result: object) -> None:
        if self.is_open:
            self.is_open = False
            self._done(result)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if self.is_open:
            self.is_open = False
            self._failed(error)

    @Slot()
    def _on_ended(self) -> None:
        self.is_open = False
        self.gone.emit(self)
