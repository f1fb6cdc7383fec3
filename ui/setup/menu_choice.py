"""A button that shows one of some fixed values and opens the list of them; no wheel turns it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from ui.setup.choice_popup import ChoicePopup


class MenuChoice(QPushButton):
    """Space, Enter or a click opens the list."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: dict[str, str] = {}
        self._value = ""
        self.popup: ChoicePopup | None = None
        self.setAutoDefault(True)  # Enter opens it too
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._open)

    @property
    def value(self) -> str:
        """What is chosen."""
        return self._value

    def offer(self, choices: Mapping[str, str], value: str) -> None:
        """Offer the words of ``choices`` by value, and show the one of ``value``."""
        self._choices = dict(choices)
        self._value = value
        self.setText(f"{self._choices.get(value, value or '–')}  ▾")
        self.setAccessibleDescription(self._choices.get(value, value))

    @Slot()
    def _open(self) -> None:
        if self.popup is None:
            self.popup = ChoicePopup(self.window())
            self.popup.chosen.connect(self._on_chosen)
            self.popup.left.connect(self._take_back)
            self.destroyed.connect(self.popup.deleteLater)
        spot = self.mapTo(self.window(), self.rect().bottomLeft())
        self.popup.open_at(spot, self._choices, self._value)

    @Slot()
    def _take_back(self) -> None:
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot(str)
    def _on_chosen(self, value: str) -> None:
        if value != self._value:
            self.chosen.emit(value)
