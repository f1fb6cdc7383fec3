"""Work beside the window of which only the newest counts: an older job is stopped at once."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from ui.tasks import Task
from workbench.progress import Progress, Pulse

Job = Callable[[Pulse], object]


class _Errand(QObject):
    """One job on its way; nobody hears of it once a newer one was asked for."""

    gone = Signal(object)

    def __init__(
        self, job: Job, done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        super().__init__()
        self.is_open = True
        self._job, self._done, self._failed = job, done, failed
        self.task = Task(self._work)
        self.task.succeeded.connect(self._on_succeeded)
        self.task.failed.connect(self._on_failed)
        self.task.ended.connect(self._on_ended)

    def _work(self, progress: Progress) -> object:
        def pulse() -> None:
            progress(0, 0, "")

        pulse()  # asked for and given up before its turn came
        return self._job(pulse)

    def give_up(self) -> None:
        """Let nobody hear of it, and end it at its next pulse."""
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


class NewestJob(QObject):
    """Does what was asked for last, in a thread of its own; the window never waits for it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._errands: list[_Errand] = []

    def is_busy(self) -> bool:
        """Say whether somebody still waits to hear of a job."""
        return any(errand.is_open for errand in self._errands)

    def ask(
        self, job: Job, done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        """Stop what runs and do ``job``; ``done`` hears its result, ``failed`` its exception."""
        self.stop()
        errand = _Errand(job, done, failed)
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
    def _forget(self, errand: _Errand) -> None:
        if errand in self._errands:
            self._errands.remove(errand)
