"""The program itself, as a person starts it, saying when its window and its data are painted.

``python tests/bench/start_ours.py FILE`` says ``painted`` and, with the document's data before
one, ``data``, each with the CPU time until then, and ends. Only the class of the window is
replaced, by one that listens.
"""

import sys
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QCoreApplication, QEvent, Qt

import ui.app

PAINTED = QEvent.Type(QEvent.registerEventType())


class ListeningWindow(ui.app.Window):
    """Says what is painted."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        self._waiting, self._told = "painted", ""
        self.settled.connect(self._await_data)
        self.refused.connect(self.close)  # without a word: whoever waits misses the data

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and self._waiting and not self._told:
            self._told, self._waiting = self._waiting, ""
            # before all that the window itself put off until it is painted
            QCoreApplication.postEvent(
                self, QEvent(PAINTED), Qt.EventPriority.HighEventPriority.value
            )
        elif event.type() == PAINTED:
            self._tell()
        return done

    def _await_data(self) -> None:
        self._waiting = "data"
        self.update()

    def _tell(self) -> None:
        what, self._told = self._told, ""
        sys.stdout.write(f"{what} {process_time()}\n")
        sys.stdout.flush()
        if what == "data":
            self.close()


ui.app.Window = ListeningWindow

if __name__ == "__main__":
    sys.exit(ui.app.main())
