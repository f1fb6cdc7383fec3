"""Where the restored file stands, with the way to it; or why nothing was restored."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.problems import sentence_of
from ui.theme.fonts import BODY, CAPTION, HALF_BOLD
from ui.theme.icons import IconMark, icon
from ui.theme.parts import Card, Words, button
from ui.theme.runs import Run, RunLine
from workbench.errors import AppError


class RestoredTray(Speaking):
    """Hidden until something was restored or could not be."""

    open_requested = Signal(object)
    """The path of the restored file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._error: AppError | None = None
        self._is_beside_damaged = False
        self._check = IconMark("check", "success")
        self._alert = IconMark("alert", "danger")
        self._name = RunLine()
        self._place = RunLine()
        self._sentence = Words(BODY, role="danger")
        self._open = button("primary")
        self._open.clicked.connect(self._on_open)
        self._folder = button()
        self._folder.setIcon(icon("folder"))
        self._folder.clicked.connect(self._show_folder)
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self._name, self._place, self._sentence):
            words.addWidget(part)
        tray = Card(kind="tray")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._check)
        row.addWidget(self._alert)
        row.addLayout(words, 1)
        row.addWidget(self._folder, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._open, 0, Qt.AlignmentFlag.AlignVCenter)
        tray.column.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(tray)
        self.setTabOrder(self._open, self._folder)
        self.retranslate()
        self.hide()

    def clear(self) -> None:
        """Say nothing."""
        self._path = self._error = None
        self.hide()

    def show_restored(self, path: Path, *, beside_damaged: bool = False) -> None:
        """Say where the new file is; Enter opens it."""
        self._path, self._error, self._is_beside_damaged = path, None, beside_damaged
        self.retranslate()
        self.show()
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, error: AppError) -> None:
        """Say why nothing was restored."""
        self._path, self._error = None, error
        self.retranslate()
        self.show()

    def text(self) -> str:
        """Return what stands here."""
        return self._sentence.text() if self._error is not None else self._name.text()

    def retranslate(self) -> None:
        is_there = self._path is not None
        of_file: tuple[QWidget, ...] = (
            self._check,
            self._name,
            self._place,
            self._open,
            self._folder,
        )
        for part in of_file:
            part.setVisible(is_there)
        self._alert.setVisible(self._error is not None)
        self._sentence.setVisible(self._error is not None)
        self._open.setText(
            self.tr("Open the new file")
            if self._is_beside_damaged
            else self.tr("Open the restored file")
        )
        self._folder.setText(self.tr("Show the folder"))
        if self._error is not None:
            self._sentence.setText(sentence_of(self._error))
        if self._path is not None:
            words = self.tr("Restored as {name}")
            place = self.tr("in {folder}; the open file is unchanged.")
            if self._is_beside_damaged:
                words = self.tr("The new file is {name}")
                place = self.tr("in {folder}; the damaged file is unchanged.")
            self._name.say(Run(words.format(name=self._path.name), BODY, HALF_BOLD))
            place = place.format(folder=self._path.parent)
            self._place.say(Run(place, CAPTION, role="text2"))

    @Slot()
    def _on_open(self) -> None:
        self.open_requested.emit(self._path)

    @Slot()
    def _show_folder(self) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))
