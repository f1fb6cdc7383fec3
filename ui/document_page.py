"""What the window asks of a page that shows a document."""

from abc import abstractmethod

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from ui.language import Speaking
from ui.settings import Recent


class DocumentPage(Speaking):
    """A page over one open file; it holds the file until ``leave``."""

    failed = Signal(object)
    """An AppError that belongs to no cell or row: the window shows its sentence."""
    recovered = Signal()
    """What failed has succeeded since."""
    ready = Signal()
    """The page shows its data."""
    open_requested = Signal(object)
    """The path of another document that shall be opened in place of this one."""
    place_changed = Signal()
    """What ``place`` returns is another: it is kept at once, so that no crash forgets it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    @abstractmethod
    def title(self) -> str:
        """Return what the window's title bar says."""

    @abstractmethod
    def recent(self) -> Recent:
        """Return what the start page shall say of this file."""

    @abstractmethod
    def begin(self) -> None:
        """Show the data and take the keyboard; ``ready`` follows."""

    def take_focus(self) -> None:
        """Take the keyboard again, after something else stood in the window."""

    def place(self) -> dict[str, object]:
        """Return what shall be found again on the next opening: pane sizes, chosen service."""
        return {}

    def menus(self) -> list[QMenu]:
        """Return the menus that stand in the menu bar while this page is shown."""
        return []

    def has_backups(self) -> bool:
        """Say whether the page can show the backups of its file."""
        return False

    def show_backups(self) -> None:
        """Show the backups of the file, from which one can be restored."""

    def store(self) -> None:
        """Store what is being typed."""

    @abstractmethod
    def leave(self) -> None:
        """Give the file back."""
