"""The box of one finding: Enter goes on, Alt with an arrow moves it, Ctrl+Delete removes it."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from ui.texts.text_box import TextBox
from workbench.scoring.pasted_text import items_of, tidy, without_bullets

_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindingBox(TextBox):
    """Says where its keys lead; the list of findings decides."""

    gone_on = Signal()
    """Enter: to the next finding."""
    stepped = Signal(int)
    """An arrow that leads out of the text, up (-1) or down (1)."""
    moved = Signal(int)
    removed = Signal()
    link_wanted = Signal()
    items_pasted = Signal(object)
    """Several findings at once, pasted where nothing was written yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, least=1, most=10)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly() or not self._is_command(event):
            super().keyPressEvent(event)

    def _is_command(self, event: QKeyEvent) -> bool:
        """Do what a key says about the finding; say whether it was such a key."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = held == Qt.KeyboardModifier.ControlModifier
        if key in _ENTERS and not held:
            self.finish_syllable()
            self.gone_on.emit()
        elif key in _ARROWS and held == Qt.KeyboardModifier.AltModifier:
            self.moved.emit(_ARROWS[key])
        elif key == Qt.Key.Key_Delete and control:
            self.removed.emit()
        elif key == Qt.Key.Key_L and control:
            self.link_wanted.emit()
        elif key in _ARROWS and not held and self._is_at_edge(key):
            self.finish_syllable()
            self.stepped.emit(_ARROWS[key])
        else:
            return False
        return True

    def _is_at_edge(self, key: Qt.Key) -> bool:
        way = QTextCursor.MoveOperation
        return not self.textCursor().movePosition(way.Up if key == Qt.Key.Key_Up else way.Down)

    def insertFromMimeData(self, source: QMimeData) -> None:
        items = items_of(source.text())
        if len(items) > 1 and not self.text().strip():
            self.items_pasted.emit(items)
            return
        self.insert_phrase(without_bullets(tidy(source.text())))
