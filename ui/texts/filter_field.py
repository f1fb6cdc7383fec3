"""A field that narrows a list while it is typed in, the composing syllable included."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.composing import Composition
from ui.theme.icons import icon


class FilterField(QLineEdit):
    """Says what stands here, as the person sees it, at every key."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composition = Composition(self)
        self._syllable = ""
        self.addAction(icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self.textChanged.connect(self._say)

    @Slot()
    def _say(self) -> None:
        place = self.cursorPosition()
        whole = self.text()
        self.wanted.emit(whole[:place] + self._syllable + whole[place:])

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._syllable = event.preeditString()
        super().inputMethodEvent(event)
        self._say()
