"""Finds out beside the window how firm the verdicts are; nobody waits for it."""

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal, Slot

from ui.problems import require_expected
from ui.robustness.once import RobustnessOnce
from ui.tasks import Task
from workbench.progress import Progress
from workbench.results.outcome import Outcome
from workbench.results.robustness import Firmness


class FirmnessReader(QObject):
    """Reads one result after the other; of what is asked for meanwhile only the newest."""

    found = Signal(object, object)
    """The ``Outcome`` that was asked for, and ``Firmness`` by the number of each service."""

    def __init__(self, once: RobustnessOnce, parent: QObject) -> None:
        super().__init__(parent)
        self._once = once
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._task: Task | None = None
        self._is_busy = False
        self._wanted: Outcome | None = None

    def read(self, outcome: Outcome) -> None:
        """Begin once the window has been painted; an older question is given up."""
        self._wanted = outcome
        if self._is_busy and self._task is not None:
            self._task.cancel()
        else:
            QTimer.singleShot(0, self, self._begin)

    @Slot()
    def stop(self) -> None:
        """Ask no more, and wait until the thread is free."""
        self._wanted = None
        if self._task is not None:
            self._task.cancel()
        self._pool.waitForDone()

    @Slot()
    def _begin(self) -> None:
        outcome, self._wanted = self._wanted, None
        if outcome is None or self._is_busy:
            return
        self._pool.waitForDone()  # the thread may still be leaving the job before
        self._is_busy = True
        once = self._once
        self._task = task = Task(lambda report: (outcome, _firmness(once, outcome, report)))
        task.succeeded.connect(self._on_succeeded)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        task.start(self._pool)

    @Slot(object)
    def _on_succeeded(self, answer: tuple[Outcome, dict[int, Firmness]]) -> None:
        if self._wanted is None:
            self.found.emit(*answer)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        require_expected(error)  # pure arithmetic: what fails there is a bug

    @Slot()
    def _on_ended(self) -> None:
        self._is_busy = False
        if self._wanted is not None:
            self._begin()


def _firmness(once: RobustnessOnce, outcome: Outcome, report: Progress) -> dict[int, Firmness]:
    return {row.service.number: row.firmness for row in once.rows(outcome, report)}
