"""Garbage is collected in the window's thread only.

Python collects in whichever thread happens to allocate. A widget that a job beside the window
would collect is destroyed in the wrong thread, and Qt ends the program for it.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS: Final = 1_000


class Collector(QObject):
    """Takes collecting over from Python for as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._limits = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    @Slot()
    def collect(self) -> None:
        """Collect what Python would have collected by now, the oldest generation that is due."""
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > self._limits[generation]:
                gc.collect(generation)
                return

    def give_back(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.enable()
