"""Work beside the window that nobody waits for: one job after the other, without a dialog."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThreadPool

from ui.errand import Errand


class OwnThread(QObject):
    """Does one job at a time in a thread of its own; whoever was given up hears nothing."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._errand: Errand | None = None

    def is_busy(self) -> bool:
        """Say whether a job was begun and its outcome is not told yet."""
        return self._errand is not None and self._errand.is_open

    def run(
        self,
        job: Callable[[], object],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Begin ``job``; then ``done`` hears its result, or ``failed`` its exception."""
        self.give_up()
        self._errand = Errand(lambda _: job(), done, failed)
        self._errand.task.start(self._pool)

    def give_up(self) -> None:
        """Let nobody hear of what runs, and wait until the thread is free."""
        if self._errand is not None:
            self._errand.is_open = False
        self._pool.waitForDone()
        self._errand = None  # here and now: a collector in another thread must not find it
