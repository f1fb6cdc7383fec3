"""The one place where an expected error becomes words in the window; the rest is a bug, logged."""

import logging
import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    QUrl,
    Signal,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDesktopServices

from ui.language import language
from workbench.errors import AppError
from workbench.sentences import sentence_of as _spell

if TYPE_CHECKING:
    from logging.handlers import RotatingFileHandler

LOG_BYTES: Final = 1_000_000
WARNINGS: Final = "qt-warnings.log"
_LOGGER: Final = "ui"


def sentence_of(error: AppError) -> str:
    """Return the finished sentence of ``error`` in the window's language."""
    return _spell(error, language())


def require_expected(error: Exception) -> AppError:
    """Return ``error`` if a person can act on it; a bug is raised on, to the crash handler."""
    if isinstance(error, AppError):
        return error
    raise error


def log_folder() -> Path:
    """Return where the logs stand."""
    from workbench.home import home

    return home() / "logs"


class CrashHandler(QObject):
    """Writes every bug and every Qt warning to the log and says so; the file stays safe."""

    crashed = Signal(str)
    """The path of the log, once for each bug; empty where even the log could not be written."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._warnings: RotatingFileHandler | None = None
        self._logger = logging.getLogger(_LOGGER)

    def install(self) -> None:
        """Take over what Python and Qt would otherwise print to nobody."""
        self._logger.propagate = False
        sys.excepthook = self.on_exception
        qInstallMessageHandler(self._on_qt_message)

    def _open_log(self) -> None:
        from logging.handlers import RotatingFileHandler  # big, and most days need no log

        folder = log_folder()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._warnings = RotatingFileHandler(
                folder / WARNINGS, maxBytes=LOG_BYTES, backupCount=2, encoding="utf-8", delay=True
            )
        except OSError:
            return
        self._warnings.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        self._logger.addHandler(self._warnings)

    def remove(self) -> None:
        """Give back what was taken over."""
        sys.excepthook = sys.__excepthook__
        qInstallMessageHandler(None)
        if self._warnings is not None:
            self._logger.removeHandler(self._warnings)
            self._warnings.close()

    def on_exception(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Log a bug with its traceback and tell the window."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        from workbench.faults import log_fault

        self.crashed.emit(str(log_fault(error) or ""))

    def _on_qt_message(
        self, kind: QtMsgType, _context: QMessageLogContext, message: str | None
    ) -> None:
        if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            return
        if self._warnings is None:
            self._open_log()
        self._logger.warning("Qt: %s", message)

    @Slot()
    def open_folder(self) -> None:
        """Show the logs in the system's file window."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_folder())))
