"""A small list over the page it belongs to: no window of its own, gone when the keyboard goes."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.theme.scheme import color
from ui.theme.tokens import CARD_RADIUS

ROW: Final = 28
SHOWN: Final = 9
_EDGE: Final = 8


class FloatingRows(QListWidget):
    """Rows that Enter takes and Esc leaves."""

    entered = Signal()
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.given_up.emit()


class Floating(Speaking):
    """Holds the rows; whoever opens it hears what becomes of it."""

    left = Signal()
    """It is gone, whether something was taken or not."""

    def __init__(self, page: QWidget, rows: FloatingRows) -> None:
        super().__init__(page)
        self._page = page
        self.list = rows
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(10, 10, 10, 8)
        self.column.setSpacing(6)
        rows.given_up.connect(self.close_floating)
        self.hide()

    def open_below(self, spot: QPoint, width: int) -> None:
        """Show below ``spot`` of the page, inside it, and take the keyboard."""
        count = max(1, min(self.list.count(), SHOWN))
        self.list.setFixedHeight(count * ROW + 4)
        self.setFixedWidth(width)
        self.adjustSize()
        room = self._page.rect()
        left = max(_EDGE, min(spot.x(), room.right() - self.width() - _EDGE))
        top = max(_EDGE, min(spot.y() + 2, room.bottom() - self.height() - _EDGE))
        self.move(left, top)
        self.show()
        self.raise_()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def close_floating(self) -> None:
        """Go away."""
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(color("edge"))
        painter.setBrush(color("surface"))
        frame = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, CARD_RADIUS, CARD_RADIUS)
        painter.end()
