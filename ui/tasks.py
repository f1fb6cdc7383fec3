"""Long work beside the window: one job at a time, thinned progress, a calm way to stop."""

import threading
import time
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from workbench.errors import Cancelled
from workbench.progress import Progress

if TYPE_CHECKING:
    from ui.task_dialog import TaskDialog

REPORTS_PER_SECOND: Final = 20

Job = Callable[[Progress], object]


class Task(QObject):
    """One job in the pool. Receivers are bound slots; only frozen values cross."""

    progressed = Signal(int, int, str)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()

    def __init__(self, job: Job, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job = job
        self._stop = threading.Event()
        self._reported_at = 0.0

    def start(self, pool: QThreadPool) -> None:
        """Queue the job; the signals tell the rest."""
        pool.start(self._work)

    def cancel(self) -> None:
        """Ask the job to stop at its next report."""
        self._stop.set()

    def _work(self) -> None:
        try:
            result = self._job(self._report)
        except Cancelled:
            self.cancelled.emit()
        except Exception as error:  # noqa: BLE001 - carried whole to the window's thread
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)
        self.ended.emit()

    def _report(self, done: int, total: int, doing: str) -> None:
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if done < total and now - self._reported_at < 1 / REPORTS_PER_SECOND:
            return
        self._reported_at = now
        self.progressed.emit(done, total, doing)


class Runner(Protocol):
    """How a page has long work done: the window's runner, which the pages know by this alone."""

    def run(
        self,
        job: Job,
        title: str,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do ``job``; then call ``done`` with its result or ``failed`` with its exception."""

    def is_busy(self) -> bool:
        """Say whether a job is running."""

    def is_at(self, title: str) -> bool:
        """Say whether this very job runs or waits."""


class _Errand(QObject):
    """One job on its way: brings the outcome to whoever asked, unless it was given up."""

    def __init__(
        self,
        task: Task,
        dialog: "TaskDialog",
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__()
        self.task = task
        self.is_open = True
        self._dialog = dialog
        self._done = done
        self._failed = failed
        task.progressed.connect(dialog.show_progress)
        dialog.stop_requested.connect(task.cancel)
        task.succeeded.connect(self._on_succeeded)
        task.failed.connect(self._on_failed)
        task.cancelled.connect(self.close)

    @Slot()
    def close(self) -> None:
        """Take the dialog away, so that the window is free before anybody acts."""
        if self.is_open:
            self.is_open = False
            self._dialog.finish()

    @Slot(object)
    def _on_succeeded(self, result: object) -> None:
        if self.is_open:
            self.close()
            self._done(result)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if self.is_open:
            self.close()
            self._failed(error)


class _Asked(NamedTuple):
    """A job that waits its turn."""

    job: Job
    title: str
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]


class PoolRunner(QObject):
    """Runs one job after the other in a pool of one thread, under a dialog that can stop it.

    What is asked for meanwhile waits its turn; of the same thing asked twice the newer waits.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._errand: _Errand | None = None
        self._title = ""
        self._waiting: deque[_Asked] = deque()

    def run(
        self,
        job: Job,
        title: str,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Start ``job``, or let it wait until the one before has ended."""
        if self.is_busy():
            others = (asked for asked in self._waiting if asked.title != title)
            self._waiting = deque([*others, _Asked(job, title, done, failed)])
            return
        self._title = title
        from ui.task_dialog import TaskDialog  # not needed for the first paint

        self._pool.waitForDone()  # the thread may still be leaving the job before
        dialog = TaskDialog(title, self.parent())
        self._errand = _Errand(Task(job), dialog, done, failed)
        self._errand.task.ended.connect(self._go_on)
        dialog.appear_soon()
        self._errand.task.start(self._pool)

    def is_at(self, title: str) -> bool:
        """Say whether this very job runs or waits."""
        is_running = self.is_busy() and self._title == title
        return is_running or any(asked.title == title for asked in self._waiting)

    @Slot()
    def _go_on(self) -> None:
        if self._waiting and not self.is_busy():
            self.run(*self._waiting.popleft())

    def is_busy(self) -> bool:
        """Say whether a job is running."""
        return self._errand is not None and self._errand.is_open

    def stop(self) -> None:
        """Cancel what runs and waits, wait until the thread is free, let nobody hear of it."""
        self._waiting.clear()
        if self._errand is not None:
            self._errand.task.cancel()
            self._pool.waitForDone()  # of a job that has ended too: its thread may still leave it
            self._errand.close()
