"""Where books come from: files, a folder, and a folder that is watched, with a way to stop."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui import choosing
from ui.language import Speaking
from ui.merging.watching import FolderWatch
from ui.theme.fonts import BODY, font
from ui.theme.icons import icon
from ui.theme.parts import button

_CHIP_TEXT: int = 260


class SourceBar(Speaking):
    """Buttons in a row; a chip names the watched folder, pressing it stops the watching."""

    chosen = Signal(list)
    """Files or folders that the person chose."""
    arrived = Signal(list)
    """Books that came to stand in the watched folder."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.watching = FolderWatch(self)
        self._files, self._folder, self._watch = button(), button(), button()
        self._chip = button("chip")
        self._chip.setCheckable(False)
        self._chip.setIcon(icon("close", "text2"))
        self._chip.setIconSize(QSize(12, 12))
        self._chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross behind the words
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        for one in (self._files, self._folder, self._watch, self._chip):
            row.addWidget(one)
        row.addStretch(1)
        self._files.clicked.connect(self.choose_files)
        self._folder.clicked.connect(self._choose_folder)
        self._watch.clicked.connect(self._choose_watched)
        self._chip.clicked.connect(self._stop)
        self.watching.arrived.connect(self.arrived)
        self.watching.ended.connect(self.retranslate)
        self.retranslate()

    @property
    def first(self) -> QPushButton:
        """The button to begin with."""
        return self._files

    @Slot()
    def choose_files(self) -> None:
        """Ask for files."""
        self._hand_on(choosing.books_to_merge(self))

    @Slot()
    def _choose_folder(self) -> None:
        folder = choosing.folder_of_books(self)
        self._hand_on([folder] if folder is not None else [])

    def _hand_on(self, files: Sequence[Path]) -> None:
        if files:
            self.chosen.emit(list(files))

    @Slot()
    def _choose_watched(self) -> None:
        folder = choosing.folder_of_books(self)
        if folder is not None:
            self.watch(folder)

    def watch(self, folder: Path) -> None:
        """Watch ``folder`` from now on."""
        self.watching.watch(folder)
        self.retranslate()
        self._chip.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _stop(self) -> None:
        self.watching.stop()
        self.retranslate()
        self._watch.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def retranslate(self) -> None:
        self._files.setText(self.tr("Add files…"))
        self._folder.setText(self.tr("Add a folder…"))
        self._watch.setText(self.tr("Watch a folder…"))
        folder = self.watching.folder
        self._chip.setVisible(folder is not None)
        self._watch.setVisible(folder is None)
        if folder is None:
            return
        words = self.tr("Watched: {folder}").format(folder=folder.name or str(folder))
        metrics = QFontMetrics(font(BODY))
        self._chip.setText(metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, _CHIP_TEXT))
        said = self.tr(
            "Books that arrive in {folder} join the plan and are never applied by themselves. "
            "Press to stop watching."
        ).format(folder=folder)
        self._chip.setToolTip(said)
        self._chip.setAccessibleName(words)
        self._chip.setAccessibleDescription(said)
