"""A table of which one column is chosen from a list: Enter, or a click on it, asks for the list."""

from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.ledger.table import LedgerTable
from ui.theme.icons import paint_chevron

_ARROW: Final = 12
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ChoiceTable(LedgerTable):
    """The current row shows by a small arrow that it can be chosen."""

    choice_wanted = Signal()

    def __init__(self, choice_at: int, row: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, row=row)
        self._choice_at = choice_at
        self.doubleClicked.disconnect(self.entered)

    def chosen(self) -> tuple[str, ...]:
        """Return the keys of the chosen rows in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(str(self.rows.row(at).key) for at in rows)

    def current(self) -> str:
        """Return the key of the row the keyboard is on."""
        key = self.key()
        return key if isinstance(key, str) else ""

    def choice_box(self) -> QRect:
        """Return where the choice of the current row stands in the viewport."""
        return self.visualRect(self.rows.index(self.currentIndex().row(), self._choice_at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.choice_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        at = self.indexAt(event.position().toPoint())
        is_choice = at.isValid() and at.column() == self._choice_at
        if plain and is_choice and len(self.chosen()) == 1:
            self.choice_wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.currentIndex().isValid():
            return
        box = self.choice_box()
        painter = QPainter(self.viewport())
        place = QRect(box.right() - _ARROW - 8, box.center().y() - _ARROW // 2, _ARROW, _ARROW)
        paint_chevron(painter, place.toRectF(), is_open=True)
        painter.end()
