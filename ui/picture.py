"""A picture of the window for machines without a screen, taken once its data are painted."""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from ui.problems import sentence_of
from workbench.errors import AppError, ExportError

KEYBOARD_COMES_WITHIN_MS = 2000


class Photographer(QObject):
    """Writes the picture and ends the program with its exit code."""

    def __init__(self, window: QWidget, target: Path) -> None:
        super().__init__(window)
        self._window = window
        self._target = target
        self._is_taken = False

    @Slot()
    def take(self) -> None:
        """Write the picture as soon as the window has the keyboard, so that its ring shows."""
        if self._window.isActiveWindow():
            QTimer.singleShot(0, self, self._write)
            return
        self._window.installEventFilter(self)
        self._window.activateWindow()
        # a platform without a window manager may never hand the keyboard over
        QTimer.singleShot(KEYBOARD_COMES_WITHIN_MS, self, self._write)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowActivate:
            QTimer.singleShot(0, self, self._write)
        return False

    @Slot()
    def _write(self) -> None:
        """Write the picture; grabbing paints everything that is still to be painted."""
        if self._is_taken:
            return
        self._is_taken = True
        saved = self._window.grab().save(str(self._target), "PNG")
        if not saved:
            words = QCoreApplication.translate(
                "Picture", "The picture could not be written: {file}"
            )
            print(words.format(file=self._target), file=sys.stderr)  # noqa: T201
        QCoreApplication.exit(0 if saved else ExportError.exit_code)

    @Slot(object)
    def give_up(self, error: AppError) -> None:
        """Say why there is nothing to picture."""
        print(sentence_of(error), file=sys.stderr)  # noqa: T201
        QCoreApplication.exit(error.exit_code)
