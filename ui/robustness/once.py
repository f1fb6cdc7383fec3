"""How firm the verdicts are, computed once per result for every page that shows it."""

from threading import Lock
from typing import Final

from PySide6.QtCore import QObject

from ui.round.session import RoundSession
from workbench.progress import Progress
from workbench.results.outcome import Outcome
from workbench.results.robustness import Robustness, robustness

_LOOK_S: Final = 0.05


class RobustnessOnce(QObject):
    """Belongs to a session; pages ask from their threads, the second one finds it computed."""

    def __init__(self, session: RoundSession) -> None:
        super().__init__(session)
        self._lock = Lock()
        self._known: tuple[Outcome, tuple[Robustness, ...]] | None = None

    @classmethod
    def of(cls, session: RoundSession) -> "RobustnessOnce":
        """Return the one of ``session``."""
        return session.findChild(cls) or cls(session)

    def rows(self, outcome: Outcome, progress: Progress) -> tuple[Robustness, ...]:
        """Return how firm the verdicts of ``outcome`` are; beside the window, as it takes long.

        Raises:
            Cancelled: nobody asks for it any more; nothing is known then.
        """
        while not self._lock.acquire(timeout=_LOOK_S):
            progress(0, 0, "")  # another page has it computed; whoever waits may still stop
        try:
            if self._known is None or self._known[0] is not outcome:
                self._known = outcome, _computed(outcome, progress)
            return self._known[1]
        finally:
            self._lock.release()


def _computed(outcome: Outcome, progress: Progress) -> tuple[Robustness, ...]:
    names = (row.service.name for row in outcome.services)
    count = len(outcome.services)
    steps = iter(enumerate(names))

    def pulse() -> None:
        done, name = next(steps)
        progress(done, count, name)

    return robustness(outcome, pulse=pulse)
