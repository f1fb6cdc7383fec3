"""Real files from the sample's definition, a dressed application, a window on it."""

from __future__ import annotations

import gc
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.workbench.rounds.small_round import WHOLE, Bench, made, merged, sealed, typed
from ui.language import Interpreter
from ui.problems import CrashHandler
from ui.settings import Settings, settings_file
from ui.theme.scheme import Scheme, SchemeFollower
from ui.window import Window
from workbench.rounds.creating import new_round
from workbench.rounds.desk import open_round
from workbench.sample.marks import sample_tables
from workbench.sample.material import sample_definition
from workbench.scoring.book import open_book
from workbench.scoring.table import TableRow, enter_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ui.round.page import RoundPage
    from ui.round.reading_page import ReadingPage
    from ui.scoring.page import ScoreBookPage

PLEDGED = "2024-03-04"
SCORED = 12  # services that are complete in every book of the template; the 13th is begun


class Keyboard:
    """Real key events to whatever has the keyboard."""

    def press(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        QTest.keyClick(self.target(), key, modifier)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.target(), text)

    def compose(self, syllable: str) -> None:
        """Leave ``syllable`` half typed, as an input method does."""
        QApplication.sendEvent(self.target(), QInputMethodEvent(syllable, []))

    def commit(self, text: str) -> None:
        """Type finished Hangul, as an input method does."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.target(), event)

    def target(self):
        focused = QApplication.focusWidget()
        assert focused is not None, "nothing has the keyboard"
        return focused


@pytest.fixture(autouse=True)
def _collected_in_this_thread() -> Iterator[None]:
    """Keep a job beside the window from collecting widgets, as the program does."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def keys() -> Keyboard:
    return Keyboard()


@pytest.fixture
def interpreter(qapp: QApplication) -> Iterator[Interpreter]:
    """The one that loads translations; Korean at first."""
    made = Interpreter(qapp, "ko")
    yield made
    made.choose("en")
    made.deleteLater()


@pytest.fixture(scope="session")
def _fusion(qapp: QApplication) -> None:
    qapp.setStyle("Fusion")


@pytest.fixture(autouse=True)
def _nobody_types_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at what was entered as soon as it is: keys of a test come without a pause."""
    monkeypatch.setattr("ui.setup.draft._LOOK_AFTER_MS", 0)
    monkeypatch.setattr("ui.surveys.importing.previewer.DEBOUNCE_MS", 0)


@pytest.fixture
def follower(qapp: QApplication, _fusion: None) -> Iterator[SchemeFollower]:
    """The one that dresses the application; light at first."""
    made = SchemeFollower(qapp, Scheme.LIGHT)
    yield made
    made.deleteLater()


@pytest.fixture
def dressed(qapp: QApplication, interpreter: Interpreter, follower: SchemeFollower) -> QApplication:
    """The application in its light dress, speaking Korean."""
    return qapp


@pytest.fixture
def alone(dressed: QApplication, follower: SchemeFollower, qtbot: QtBot) -> Callable[..., None]:
    """Let parts that stand in no window wear what a window wears, until the test is over."""

    def stand(*parts: QWidget) -> None:
        for part in parts:
            qtbot.addWidget(part)
            follower.dress(part)

    return stand


@pytest.fixture
def speak(interpreter: Interpreter) -> Callable[[str], None]:
    """Let the window speak another language, as its menu does."""
    return interpreter.choose


@pytest.fixture(scope="session")
def round_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A round with its three books, of which the first services are scored."""
    folder = tmp_path_factory.mktemp("template")
    new_round(sample_definition(), folder / "a.round")
    with open_round(folder / "a.round") as desk:
        books = desk.hand_out(folder / "books")
        tables = sample_tables(desk.definition)
    for owner, path in books:
        rows = [
            TableRow(line, str(number), code, field, value)
            for line, (number, code, field, value) in enumerate(tables[owner.code], start=2)
            if number <= SCORED or (number == SCORED + 1 and code in ("C1", "C2", "I1"))
        ]
        with open_book(path) as book:
            book.pledge(PLEDGED)
            enter_rows(book, rows)
    return folder


@pytest.fixture
def round_folder(round_template: Path, tmp_path: Path) -> Path:
    """A copy of the template for one test: ``a.round`` and ``books``."""
    return shutil.copytree(round_template, tmp_path / "round")


@pytest.fixture
def book_of(round_folder: Path) -> Callable[[str], Path]:
    """The path of an evaluator's book by his code."""
    return lambda code: next((round_folder / "books").glob(f"{code}_*.score"))


@pytest.fixture
def window(
    dressed: QApplication, interpreter: Interpreter, follower: SchemeFollower, qtbot: QtBot
) -> Iterator[Window]:
    """A main window that has the keyboard."""
    settings = Settings.load(settings_file())
    crashes = CrashHandler(dressed)
    made = Window(settings, interpreter, follower, crashes)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close_document()
    crashes.deleteLater()


@pytest.fixture
def open_in_window(window: Window, qtbot: QtBot) -> Callable[[Path], object]:
    """Open a document in the window and wait until it shows its data."""

    def open_it(path: Path) -> object:
        with qtbot.waitSignal(window.settled):
            window.open_document(path)
        with qtbot.waitActive(window):
            window.activateWindow()  # a dialog over slow reading may have had the keyboard
        return window.page

    return open_it


@pytest.fixture
def scoring(open_in_window, book_of) -> ScoreBookPage:
    """The book of E1 at its first service with something left to do: the 13th."""
    page = open_in_window(book_of("E1"))
    page.work.go_to_incomplete()
    return page


def both_sealed(bench: Bench) -> Bench:
    """Mark everything in both books and seal them: E2 gives service 1 ten points less on C1."""
    for code, score in (("E1", "30"), ("E2", "20")):
        typed(bench.books[code], *WHOLE, (1, "C1", "score", score))
        sealed(bench.books[code])
    return bench


@pytest.fixture(scope="session")
def small_template(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """Handed out, both books whole and sealed, nothing merged; nobody writes into it."""
    return both_sealed(made(tmp_path_factory.mktemp("small")))


@pytest.fixture
def small(small_template: Bench, tmp_path: Path) -> Bench:
    """Nothing was merged."""
    return small_template.copied_to(tmp_path / "small")


@pytest.fixture
def whole(small: Bench) -> Bench:
    """Both merged: service 1 is below the cut (72.25), not without E2; the others pass (77.25)."""
    merged(small.round, small.books["E1"])
    merged(small.round, small.books["E2"])
    return small


@pytest.fixture
def take_keyboard(qtbot) -> Callable[[QWidget], None]:
    """Give the keyboard back to a window: a dialog over slow work may have had it."""

    def take(widget: QWidget) -> None:
        with qtbot.waitActive(widget.window()):
            widget.window().activateWindow()

    return take


@pytest.fixture
def looked(qtbot, take_keyboard) -> Callable[[ReadingPage], AbstractContextManager[None]]:
    """Wait until what is done inside is stored, read and shown by a page."""

    @contextmanager
    def wait(shown: ReadingPage) -> Iterator[None]:
        with qtbot.waitSignal(shown.looked):
            yield
        take_keyboard(shown)

    return wait


@pytest.fixture
def show(looked) -> Callable[[RoundPage, str], ReadingPage]:
    """Show a page of a round and wait until it shows what it read."""

    def show_it(page: RoundPage, name: str) -> ReadingPage:
        made_page = page.page(name)
        with looked(made_page):
            page.show_page(name)
        return made_page

    return show_it
