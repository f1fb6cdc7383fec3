"""Work beside the window of which only the newest counts: an older job is stopped at once."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Slot

from ui.errand import Errand
from workbench.progress import Progress, Pulse

Job = Callable[[Pulse], object]


def _pulsed(job: Job, progress: Progress) -> object:
    def pulse() -> None:
        progress(0, 0, "")

    pulse()  # asked for and given up before its turn came
    return job(pulse)


class NewestJob(QObject):
    """Does what was asked for last, in a thread of its own; the window never waits for it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._errands: list[Errand] = []

    def is_busy(self) -> bool:
        """Say whether somebody still waits to hear of a job."""
        return any(errand.is_open for errand in self._errands)

    def ask(
        self, job: Job, done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        """Stop what runs and do ``job``; ``done`` hears its result, ``failed`` its exception."""
        self.stop()
        errand = Errand(partial(_pulsed, job), done, failed)
        errand.gone.connect(self._forget)
        self._errands.append(errand)
        errand.task.start(self._pool)

    def stop(self) -> None:
        """Let nobody hear of what runs and waits."""
        for errand in self._errands:
            errand.give_up()

    def close(self) -> None:
        """Stop, and wait until the thread is free."""
        self.stop()
        self._pool.waitForDone()
        self._errands.clear()  # here and now: a collector in another thread must not find them

    @Slot(object)
    def _forget(self, errand: Errand) -> None:
        # The thread may still hold this one: what dies there while the window lets go of it takes
        # the program down. Those before it the thread has left for good.
        if errand in self._errands:
            del self._errands[: self._errands.index(errand)]
