"""The main window: the start page or one document, the problem strip, opening and closing."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QStandardPaths,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui import opening
from ui.language import LANGUAGES, Interpreter, language
from ui.menus import Menus, app_name
from ui.problem_place import ProblemPlace
from ui.problems import CrashHandler, require_expected
from ui.settings import Settings
from ui.start.first_pages import FirstPages
from ui.tasks import PoolRunner
from ui.theme.scheme import Scheme, SchemeFollower
from workbench.errors import AppError
from workbench.progress import Progress

if TYPE_CHECKING:
    from ui.document_page import DocumentPage
    from ui.start.new_round import Template

SUFFIXES = (".score", ".round")
_LEAST: Final = (940, 560)
"""The size at which nothing of a score book is cut, in either language."""


class Window(QMainWindow):
    """One window, one document at a time."""

    painted = Signal()
    """It can be seen for the first time; what could wait for that is done now."""
    settled = Signal()
    """What was asked for stands in the window."""
    refused = Signal(object)
    """It could not be opened; carries the AppError."""

    def __init__(
        self,
        settings: Settings,
        interpreter: Interpreter,
        follower: SchemeFollower,
        crashes: CrashHandler,
    ) -> None:
        super().__init__()
        self._settings = settings
        self._interpreter = interpreter
        self._follower = follower
        self._first: Path | None = None
        self._has_begun = False
        self._blank = QWidget()
        self._runner = PoolRunner(self)
        self._page: DocumentPage | None = None
        self._place: dict[str, Any] = {}
        self._stack = QStackedWidget()
        self._start = FirstPages(self._stack, settings)
        self._problems = ProblemPlace(self._lay_out(), crashes)
        self._menus = Menus(self.menuBar())
        self._menus.logs.triggered.connect(crashes.open_folder)
        self._connect()
        self._menus.tick(follower.scheme, language())
        self.setAcceptDrops(True)
        self.setMinimumSize(*_LEAST)
        follower.dress(self)
        self._name_window()

    def _lay_out(self) -> QVBoxLayout:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        self._stack.addWidget(self._blank)
        self.setCentralWidget(middle)
        return column

    def _connect(self) -> None:
        menus, start = self._menus, self._start
        for signal in (menus.open.triggered, start.open_requested):
            signal.connect(self._choose_document)
        menus.new.triggered.connect(start.show_beginnings)
        for signal in (menus.sample.triggered, start.sample_requested):
            signal.connect(self._choose_sample)
        start.make_requested.connect(self.make_round)
        start.recent_chosen.connect(self._on_recent_chosen)
        start.recent_forgotten.connect(self._on_recent_forgotten)
        menus.backups.triggered.connect(self._show_backups)
        menus.close.triggered.connect(self.close_document)
        menus.quit.triggered.connect(self.close)
        menus.schemes.triggered.connect(self._on_scheme)
        menus.languages.triggered.connect(self._on_language)

    @property
    def page(self) -> "DocumentPage | None":
        """The page of the open document."""
        return self._page

    # --- what is shown ---------------------------------------------------------------------

    def begin_with(self, file: Path | None) -> None:
        """Open ``file`` as soon as the window has been painted."""
        self._first = file

    def showEvent(self, event: QShowEvent) -> None:
        if not self._has_begun and self._first is None and self._page is None:
            self._start.show_start()
        super().showEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_begun:
            self._has_begun = True
            QTimer.singleShot(0, self, self._begin)

    @Slot()
    def _begin(self) -> None:
        self.painted.emit()
        if self._page is not None:
            return
        if self._first is None:
            self._start.take_focus()
            self.settled.emit()
            return
        self.open_document(self._first)

    @Slot(object)
    def open_document(self, path: Path) -> None:
        """Show ``path`` in this window, after leaving what is open; no document leaves nothing."""
        try:
            kind = opening.kind_to_open(path)
            self.close_document()
            page = opening.open_page(path, kind, self._settings.place(str(path)), self._runner)
        except AppError as error:
            if self._page is None:
                self._start.show_start()
            self._problems.show_error(error)
            self.refused.emit(error)
            return
        page.failed.connect(self._problems.show_error)
        page.recovered.connect(self._problems.clear)
        page.ready.connect(self.settled)
        page.place_changed.connect(self._keep_place)
        # queued: the page is gone once another document is open
        page.open_requested.connect(self.open_document, Qt.ConnectionType.QueuedConnection)
        self._page = page
        self._settings.remember(page.recent())
        self._place = self._settings.place(page.recent().path)
        self._menus.show_page_menus(page.menus())
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._name_window()
        page.begin()

    @Slot()
    def close_document(self) -> None:
        """Leave the open document, everything stored, and show the start page."""
        self._runner.stop()
        page, self._page = self._page, None
        self._problems.clear()
        if page is None:
            return
        page.store()
        page.place_changed.disconnect(self._keep_place)
        self._menus.show_page_menus([])
        recent = page.recent()
        self._settings.remember(recent)
        self._settings.place(recent.path).update(page.place())
        self._settings.save()
        page.leave()
        self._start.show_start()
        self._stack.removeWidget(page)
        page.deleteLater()
        self._start.list_recent()
        self._start.take_focus()
        self._name_window()

    @Slot()
    def _keep_place(self) -> None:
        if self._page is not None:
            self._place.update(self._page.place())
            self._settings.save()

    def _name_window(self) -> None:
        name = app_name()
        self.setWindowTitle(f"{self._page.title()} – {name}" if self._page else name)
        self._menus.close.setEnabled(self._page is not None)
        self._menus.backups.setEnabled(self._page is not None and self._page.has_backups())

    # --- what people ask for ---------------------------------------------------------------

    @Slot()
    def _choose_document(self) -> None:
        from ui import choosing

        chosen = choosing.document_to_open(self)
        if chosen is not None:
            self.open_document(chosen)

    @Slot(object, object, object)
    def make_round(self, template: "Template", source: Path | None, target: Path) -> None:
        """Make a round from one of the beginnings and open it."""
        try:
            opening.make_round_like(template, source, target)
        except AppError as error:
            self._problems.show_error(error)
            self.refused.emit(error)
            return
        # nothing came in yet: a result would be empty
        self._settings.place(str(target)).update(page="overview")
        self.open_document(target)

    @Slot()
    def _choose_sample(self) -> None:
        stamp = f"{datetime.now().astimezone():%Y%m%d-%H%M%S}"
        place = QStandardPaths.StandardLocation.DocumentsLocation
        documents = QStandardPaths.writableLocation(place) or str(Path.home())
        self.play_sample(Path(documents) / self.tr("Scoring Workbench rehearsal") / stamp)

    def play_sample(self, folder: Path) -> None:
        """Play the sample round into ``folder`` and open it."""

        def play(progress: Progress) -> Path:
            return opening.play_sample(folder, progress)

        self._runner.run(play, self.tr("Playing the rehearsal"), self._open_made, self._on_failed)

    @Slot(object)
    def _open_made(self, path: Path) -> None:
        self.open_document(path)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._problems.show_error(require_expected(error))

    @Slot()
    def _show_backups(self) -> None:
        if self._page is not None:
            self._page.show_backups()

    @Slot(str)
    def _on_recent_chosen(self, path: str) -> None:
        self.open_document(Path(path))

    @Slot(str)
    def _on_recent_forgotten(self, path: str) -> None:
        self._settings.forget(path)
        self._settings.save()

    @Slot(QAction)
    def _on_scheme(self, action: QAction) -> None:
        chosen = Scheme(action.data())
        self._follower.choose(chosen)
        self._settings.scheme = str(chosen)
        self._settings.save()

    @Slot(QAction)
    def _on_language(self, action: QAction) -> None:
        chosen = [known for known in LANGUAGES if known == action.data()]
        self._settings.language = chosen[0]
        self._settings.save()
        self._interpreter.choose(chosen[0])
        self._menus.tick(self._follower.scheme, chosen[0])

    # --- what Qt tells ---------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._menus.retranslate()
            self._name_window()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _documents(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        dropped = _documents(event)
        if dropped:
            event.acceptProposedAction()
            self.open_document(dropped[0])

    def restore_geometry(self) -> None:
        """Take the size and place of the last time."""
        self.restoreGeometry(QByteArray.fromBase64(self._settings.geometry.encode()))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_document()
        self._settings.geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._settings.save()
        super().closeEvent(event)


def _documents(event: QDropEvent) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in SUFFIXES]
