"""Something asked in a tray on the page, never in a window of its own; Esc leaves it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.language import Speaking


class Asked(Speaking):
    """Hidden until somebody asks; ``column`` takes what stands in the tray."""

    left = Signal()
    """It is gone; the keyboard is free."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        frame = QFrame()
        frame.setProperty("kind", "tray")
        self.column = QVBoxLayout(frame)
        self.column.setContentsMargins(14, 10, 14, 10)
        self.column.setSpacing(6)
        self.margin = QVBoxLayout(self)
        self.margin.setContentsMargins(0, 0, 0, 0)
        self.margin.addWidget(frame)
        self.hide()

    @Slot()
    def leave(self) -> None:
        """Go away."""
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)
