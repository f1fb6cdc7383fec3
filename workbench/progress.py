"""How long work reports, and how it is stopped, without knowing who listens."""

from collections.abc import Callable
from typing import Protocol


class Progress(Protocol):
    """Called once per unit of work; raises ``Cancelled`` when the person asked to stop."""

    def __call__(self, done: int, total: int, doing: str) -> None:
        """Report ``done`` of ``total`` units; ``doing`` names the unit (a file, a service)."""


Pulse = Callable[[], None]
"""Called again and again within one unit of work; what it raises ends the work."""


def unwatched() -> None:
    """Feel no pulse: nobody waits."""


def silent(done: int, total: int, doing: str) -> None:
    """Report to nobody."""
