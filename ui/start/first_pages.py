"""What stands in the window without a document: each page is made when it is first shown."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from ui.settings import Settings

if TYPE_CHECKING:
    from ui.start.new_round import NewRound
    from ui.start.page import StartPage


class FirstPages(QObject):
    """The start page and what a new round starts from, in the stack of the window."""

    open_requested = Signal()
    sample_requested = Signal()
    recent_chosen = Signal(str)
    recent_forgotten = Signal(str)
    make_requested = Signal(object, object, object)
    """The Template, the path it is read from (or None), and where the round shall stand."""

    def __init__(self, stack: QStackedWidget, settings: Settings) -> None:
        super().__init__(stack)
        self._stack = stack
        self._settings = settings
        self._start: StartPage | None = None
        self._new: NewRound | None = None

    def show_start(self) -> None:
        """Show the start page."""
        if self._start is None:
            from ui.start.page import StartPage

            self._start = start = StartPage(self._settings.recent)
            start.open_requested.connect(self.open_requested)
            start.new_requested.connect(self.show_beginnings)
            start.sample_requested.connect(self.sample_requested)
            start.recent_chosen.connect(self.recent_chosen)
            start.recent_forgotten.connect(self.recent_forgotten)
            self._stack.addWidget(start)
        self._stack.setCurrentWidget(self._start)

    def list_recent(self) -> None:
        """List on the start page what is remembered now."""
        if self._start is not None:
            self._start.list_recent(self._settings.recent)

    def take_focus(self) -> None:
        """Put the keyboard on the start page."""
        if self._start is not None:
            self._start.take_focus()

    @Slot()
    def show_beginnings(self) -> None:
        """Ask what a new round shall start from."""
        if self._new is None:
            from ui.start.new_round import NewRound

            self._new = NewRound(self._stack)
            self._new.make_requested.connect(self.make_requested)
        self._new.show()
