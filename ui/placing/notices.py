"""Calm sentences over a document, each with what can be done about it; Esc puts one away."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from ui.backups.own_thread import OwnThread
from ui.problems import require_expected, sentence_of
from ui.setup.asked import Asked
from ui.theme.fonts import BODY
from ui.theme.icons import IconMark, icon
from ui.theme.parts import Words, button
from workbench.errors import AppError
from workbench.placement.working_copy import copy_document
from workbench.salvaging.crashes import proven_marks


class Notice(Asked):
    """A sentence, its buttons, and a way to put it away."""

    open_requested = Signal(object)
    """The path of another document that shall be opened."""

    def __init__(self, sign: str, role: str, *buttons: QPushButton) -> None:
        super().__init__()
        self.words = Words(BODY)
        self._said: AppError | None = None
        self._close = button("link")
        self._close.setIcon(icon("close"))
        self._close.clicked.connect(self.leave)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(IconMark(sign, role), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        for part in (*buttons, self._close):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(row)
        self.margin.setContentsMargins(16, 10, 16, 10)

    def say(self, said: AppError) -> None:
        """Say another sentence and be seen."""
        self._said = said
        self.retranslate()
        self.show()

    def text(self) -> str:
        """Return what is said, or nothing while it is away."""
        return "" if self.isHidden() else self.words.text()

    def retranslate(self) -> None:
        self._close.setToolTip(self.tr("Put away"))
        self._close.setAccessibleName(self.tr("Put away"))
        if self._said is not None:
            self.words.setText(sentence_of(self._said))
            self.words.setAccessibleName(self.words.text())


class PlaceNotice(Notice):
    """The document lies where it is better not written: a working copy is offered."""

    copied = Signal(object)
    """Where the working copy lies."""
    failed = Signal(object)
    """The AppError that kept it from being made."""

    def __init__(self, path: Path, said: AppError, copy: Path | None) -> None:
        self.act, self.stay = button(), button("link")
        self._copy = copy
        super().__init__("alert", "warning", self.stay, self.act)
        self._close.hide()  # staying is the choice that is remembered
        self._path = path
        self._thread = OwnThread(self)
        self.act.clicked.connect(self._on_act)
        self.stay.clicked.connect(self.leave)
        self.say(said)

    def retranslate(self) -> None:
        super().retranslate()
        self.stay.setText(self.tr("Stay with this file"))
        self.act.setText(
            self.tr("Make a working copy")
            if self._copy is None
            else self.tr("Open the working copy")
        )

    @Slot()
    def _on_act(self) -> None:
        if self._copy is not None:
            self.open_requested.emit(self._copy)
            return
        self.act.setEnabled(False)
        self._thread.run(lambda: copy_document(self._path), self._on_copied, self._on_failed)

    def _on_copied(self, copy: Path) -> None:
        self._copy = copy
        self.copied.emit(copy)
        self.open_requested.emit(copy)

    def _on_failed(self, error: Exception) -> None:
        self.act.setEnabled(True)
        self.failed.emit(require_expected(error))

    def give_up(self) -> None:
        """Wait for a copy that is being made; nobody hears of it any more."""
        self._thread.give_up()


class CopyNotice(Notice):
    """The document is a working copy: where it lies, and the way there."""

    def __init__(self, path: Path) -> None:
        self.folder = button()
        self.folder.setIcon(icon("folder"))
        super().__init__("info", "text2", self.folder)
        self._path = path
        self.folder.clicked.connect(self._show_folder)
        self.say(AppError("place_copied", name=path.name, path=str(path)))

    def retranslate(self) -> None:
        super().retranslate()
        self.folder.setText(self.tr("Show the folder"))

    @Slot()
    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))


class RecoveredNotice(Notice):
    """The program ended in the middle of a save: what was proven since is told once it is."""

    told = Signal()
    """The check is done and its sentence stands."""

    def __init__(self, path: Path) -> None:
        super().__init__("shield", "success")
        self._thread = OwnThread(self)
        self._thread.run(lambda: proven_marks(path), self._on_proven, self._on_failed)

    def _on_proven(self, count: int) -> None:
        self.say(AppError("place_recovered", count=count))
        self.told.emit()

    def _on_failed(self, error: Exception) -> None:
        self.say(AppError("place_recovered_not", why=require_expected(error)))
        self.told.emit()

    def give_up(self) -> None:
        """Wait for the check; nobody hears of it any more."""
        self._thread.give_up()
