"""Changes of a round on their way: one after the other, none lost, none done twice."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal, Slot


@dataclass(eq=False, slots=True)
class Change:
    """One change on its way."""

    about: Hashable
    send: Callable[["Change"], None]
    write: Callable[[], object]
    """What is done where nobody waits for the answer any more."""
    is_sent: bool = False
    is_begun: bool = False
    is_over: bool = False


class Changes(QObject):
    """What was asked for while something else is done waits here; closing writes it at once."""

    _ended = Signal()
    """Out of the thread in which a change was made, whatever became of it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._changes: list[Change] = []
        self._ended.connect(self._go_on, Qt.ConnectionType.QueuedConnection)

    def take(
        self, about: Hashable, send: Callable[[Change], None], write: Callable[[], object]
    ) -> None:
        """Have ``send`` send a change when its turn comes.

        Asked for again before its turn, the newer takes its place; once sent, it is done once.
        """
        if any(one.about == about and one.is_sent for one in self._changes):
            return
        others = [one for one in self._changes if one.about != about]
        self._changes = [*others, Change(about, send, write)]
        self._go_on()

    def made(self, change: Change, work: Callable[[], object]) -> object:
        """Do the ``work`` of a change that was sent, in whichever thread, and return its answer."""
        change.is_begun = True
        try:
            return work()
        finally:
            change.is_over = True
            self._ended.emit()

    def finish(self) -> None:
        """Write here and now what was never begun; nothing can be written behind this."""
        changes, self._changes = self._changes, []
        for one in changes:
            if not one.is_begun:
                one.write()

    @Slot()
    def _go_on(self) -> None:
        self._changes = [one for one in self._changes if not one.is_over]
        if self._changes and not self._changes[0].is_sent:
            first = self._changes[0]
            first.is_sent = True
            first.send(first)
