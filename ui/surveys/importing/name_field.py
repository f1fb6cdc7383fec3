"""A field that is laid over a cell to name a group of questions."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.composing import Composition


class NameField(QLineEdit):
    """Enter or leaving it gives the name, Escape gives it up; hidden while nothing is named."""

    given = Signal(str)
    left = Signal()
    """It is gone; the keyboard is free."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._composition = Composition(self)
        self.setProperty("kind", "cell")
        self.hide()

    def open_over(self, box: QRect, name: str) -> None:
        """Begin with ``name``, over a cell."""
        self.setGeometry(box.adjusted(0, 2, -2, -2))
        self.setText(name)
        self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self, *, is_given: bool) -> None:
        if self.isHidden():
            return
        self._composition.finish()
        name = " ".join(self.text().split())
        self.hide()
        if is_given and name:
            self.given.emit(name)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._close(is_given=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._close(is_given=False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._close(is_given=True)
