"""One real window outside the fixtures of the ui tests: for processes of their own and journeys."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt, QTimer, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.language import Interpreter
from ui.problems import CrashHandler
from ui.settings import Settings, settings_file
from ui.theme.scheme import Scheme, SchemeFollower
from ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from PySide6.QtCore import SignalInstance

    from ui.document_page import DocumentPage

PATIENCE_MS = 60_000
"""When nothing came by then, something is broken; nobody's verdict depends on it."""


OF_THE_PLATFORM = ("This plugin does not support", 'Detected locale "C"')
"""What a machine without a screen or a locale says of itself."""


class Unanswered(Exception):
    """A signal that should have come did not."""


def dressed_application() -> QApplication:
    """The application as the program makes it, or the one there is."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    app.setCursorFlashTime(0)  # two pictures of the same thing are the same
    return app


def pass_on_warnings() -> None:
    """Print what Qt says, but for what it says of every machine without a screen."""

    def hear(_kind: object, _context: object, text: str) -> None:
        if not text.startswith(OF_THE_PLATFORM):
            sys.stderr.write(f"{text}\n")

    qInstallMessageHandler(hear)


def after(signal: SignalInstance, act: Callable[[], object]) -> None:
    """Do ``act`` and return once ``signal`` has come."""
    loop, came = QEventLoop(), []

    def answer() -> None:
        came.append(True)
        loop.quit()

    signal.connect(answer)
    act()
    if not came:
        QTimer.singleShot(PATIENCE_MS, loop, loop.quit)
        loop.exec()
    signal.disconnect(answer)
    if not came:
        raise Unanswered(str(signal))


def until(holds: Callable[[], bool]) -> None:
    """Let things happen until ``holds``."""
    patience = QDeadlineTimer(PATIENCE_MS)
    while not holds():
        if patience.hasExpired():
            raise Unanswered(str(holds))
        idle()


def idle() -> None:
    """Let everything that is already waiting happen."""
    loop = QEventLoop()
    QTimer.singleShot(0, loop, loop.quit)
    loop.exec()


class OwnWindow:
    """A main window of the program with the keyboard; every bug in a slot ends the block."""

    def __init__(self, width: int = 1280, height: int = 800) -> None:
        self._bugs: list[BaseException] = []
        self._hook = sys.excepthook
        sys.excepthook = self._on_bug
        self._app = app = dressed_application()
        self.interpreter = Interpreter(app, "ko")
        self.follower = SchemeFollower(app, Scheme.LIGHT)
        self._crashes = CrashHandler(app)
        self.window = Window(
            Settings.load(settings_file()), self.interpreter, self.follower, self._crashes
        )
        self.window.resize(width, height)

    def __enter__(self) -> Self:
        after(self.window.settled, self.window.show)
        self.take_keyboard()
        return self

    def __exit__(self, kind: type | None, *_: object) -> None:
        self.window.close()
        self.window.deleteLater()
        self.follower.deleteLater()
        self.interpreter.choose("en")
        self.interpreter.deleteLater()
        self._crashes.deleteLater()
        idle()
        sys.excepthook = self._hook
        if kind is None:
            self.require_sound()

    def open(self, path: Path) -> DocumentPage:
        """Open a document and return its page once it shows its data."""
        after(self.window.settled, lambda: self.window.open_document(path))
        self.take_keyboard()
        self.require_sound()
        return self.window.page

    def take_keyboard(self) -> None:
        """Bring the keyboard to this window, as a click on it does."""
        if not self.window.isActiveWindow():
            after(self._app.focusWindowChanged, self.window.activateWindow)

    def require_sound(self) -> None:
        """Raise the first bug that Qt would only have printed."""
        if self._bugs:
            raise self._bugs[0]

    def _on_bug(
        self, kind: type[BaseException], bug: BaseException, trace: TracebackType | None
    ) -> None:
        self._bugs.append(bug)
        self._hook(kind, bug, trace)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """One real key to whatever has the keyboard."""
    QTest.keyClick(with_keyboard(), key, modifier)


def type_text(text: str) -> None:
    """One real key for each character."""
    QTest.keyClicks(with_keyboard(), text)


def with_keyboard() -> object:
    focused = QApplication.focusWidget()
    if focused is None:
        raise Unanswered("nothing has the keyboard")
    return focused
