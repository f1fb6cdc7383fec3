"""Where the window says what went wrong: nothing stands there until something does."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QVBoxLayout

from ui.problems import CrashHandler
from workbench.errors import AppError

if TYPE_CHECKING:
    from ui.problem_strip import ProblemStrip


class ProblemPlace(QObject):
    """The top of the window's column; its strip is made when something first goes wrong."""

    def __init__(self, column: QVBoxLayout, crashes: CrashHandler) -> None:
        super().__init__(column)
        self._column = column
        self._crashes = crashes
        self._strip: ProblemStrip | None = None
        crashes.crashed.connect(self._show_crash)

    def _made(self) -> "ProblemStrip":
        if self._strip is None:
            from ui.problem_strip import ProblemStrip

            self._strip = ProblemStrip()
            self._strip.log_requested.connect(self._crashes.open_folder)
            self._column.insertWidget(0, self._strip)
        return self._strip

    @Slot(object)
    def show_error(self, error: AppError) -> None:
        """Say what went wrong and what to do."""
        self._made().show_error(error)

    @Slot(str)
    def _show_crash(self, log: str) -> None:
        self._made().show_crash(log)

    @Slot()
    def clear(self) -> None:
        """Put away what is said, if anything is."""
        if self._strip is not None:
            self._strip.clear()
