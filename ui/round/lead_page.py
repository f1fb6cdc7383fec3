"""What the round's window asks of each of its pages."""

from abc import abstractmethod

from ui.language import Speaking


class LeadPage(Speaking):
    """A page that knows where its keyboard belongs."""

    @abstractmethod
    def take_focus(self) -> None:
        """Put the keyboard on what comes next."""
