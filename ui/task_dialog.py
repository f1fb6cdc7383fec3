"""The one modal window: a running job, how far it is, and a button to stop it."""

from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.theme.fonts import CAPTION, CARD_TITLE, HALF_BOLD
from ui.theme.parts import Words, button

APPEARS_AFTER_MS: Final = 250


class TaskDialog(QDialog):
    """Modal while a job runs; appears only if the job takes longer than a blink."""

    stop_requested = Signal()

    def __init__(self, title: str, parent: QObject | None) -> None:
        super().__init__(parent if isinstance(parent, QWidget) else None)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setMinimumWidth(420)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        heading = Words(CARD_TITLE, HALF_BOLD)
        heading.setText(title)
        self._doing = Words(CAPTION, role="text3")
        self._doing.setText(" ")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        self._stop = button()
        self._stop.setText(self.tr("Stop"))
        self._stop.clicked.connect(self._ask_to_stop)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._stop)
        for part in (heading, self._bar, self._doing):
            column.addWidget(part)
        column.addLayout(row)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(APPEARS_AFTER_MS)
        self._delay.timeout.connect(self.show)

    def appear_soon(self) -> None:
        """Show the dialog unless the job ends first."""
        self._delay.start()

    @Slot(int, int, str)
    def show_progress(self, done: int, total: int, doing: str) -> None:
        """Show how far the job is and what it is at."""
        self._bar.setRange(0, max(total, 0))
        self._bar.setValue(done)
        self._doing.setText(doing or " ")

    @Slot()
    def finish(self) -> None:
        """Go away for good."""
        self._delay.stop()
        self.done(0)
        self.deleteLater()

    @Slot()
    def _ask_to_stop(self) -> None:
        self._stop.setEnabled(False)
        self._doing.setText(self.tr("Stopping after the present step…"))
        self.stop_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._ask_to_stop()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._stop.isEnabled():
            self._ask_to_stop()
        event.ignore()
