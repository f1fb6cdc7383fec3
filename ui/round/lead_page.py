"""What the round's window asks of each of its pages."""

from abc import abstractmethod
from typing import Any

from PySide6.QtCore import Signal

from ui.language import Speaking
from workbench.rounds.desk import Reading


class LeadPage(Speaking):
    """A page that knows where its keyboard belongs, made when it is first shown."""

    page_requested = Signal(str, object)
    """The name of another page to show, and what shall be chosen there (or None)."""

    def show_place(self, place: object) -> None:
        """Choose what another page sent the person here for."""

    def show_reading(self, reading: Reading) -> None:
        """Show the round as just read; called at first sight and after every change."""

    def place(self) -> dict[str, object]:
        """Return what is kept of the page per file."""
        return {}

    def take_place(self, kept: dict[str, Any]) -> None:
        """Take up what was kept of the page."""

    @abstractmethod
    def take_focus(self) -> None:
        """Put the keyboard on what comes next."""
