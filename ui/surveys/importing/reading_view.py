"""What stands on the page while the file is read: its name, a bar, and the way to stop."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.theme.fonts import CARD_TITLE, HALF_BOLD
from ui.theme.parts import Card, Words, button


class ReadingView(Speaking):
    """How long it takes nobody knows before; how much was read is no news."""

    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._title = Words(CARD_TITLE, HALF_BOLD)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1)
        self.stop = button()
        self.stop.clicked.connect(self.stop_wanted)
        card = Card()
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.stop)
        card.column.addWidget(self._title)
        card.column.addWidget(self._bar)
        card.column.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        whole.addStretch(1)

    def show_file(self, name: str) -> None:
        """Say that ``name`` is being read."""
        self._name = name
        self._bar.setRange(0, 0)
        self.retranslate()

    def rest(self) -> None:
        """Let the bar stand still: nothing moves out of sight."""
        self._bar.setRange(0, 1)

    def take_focus(self) -> None:
        """Put the keyboard on the way out."""
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        words = self.tr("Reading {name}").format(name=self._name)
        self._title.setText(words)
        self._bar.setAccessibleName(words)
        self.stop.setText(self.tr("Stop"))
