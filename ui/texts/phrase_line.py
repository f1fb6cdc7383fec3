"""A line of text into which everything comes cleaned: pasted, dropped, or from the phrases."""

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.composing import Composition
from workbench.scoring.pasted_text import one_line


class PhraseLine(QLineEdit):
    """Pasting joins lines by a space and leaves nothing invisible; F3 brings the phrases."""

    left = Signal()
    """The keyboard went elsewhere: store."""
    phrases_wanted = Signal(object)
    """The field itself, for the one who opens the phrases."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.takes_phrases = True
        self._composition = Composition(self)

    def finish_syllable(self) -> None:
        """Commit what the input method still holds."""
        self._composition.finish()

    # --- what the phrases need -------------------------------------------------------------

    def caret_box(self) -> QRect:
        """Return where the caret stands, in the field."""
        return self.cursorRect()

    def chosen_text(self) -> str:
        """Return what is selected, else everything."""
        return self.selectedText() or self.text()

    def insert_phrase(self, text: str) -> None:
        """Put a phrase at the caret, over what is selected.

        Where everything is selected, as when a field begins, nothing is written over: the
        phrase comes behind.
        """
        if self.selectedText() == self.text():
            self.end(False)
            text = text if not self.text() or self.text().endswith(" ") else f" {text}"
        self._put(one_line(text) if "\n" in text else text)

    # --- pasting ---------------------------------------------------------------------------

    @Slot()
    def paste_cleaned(self) -> None:
        """Put what the clipboard holds at the caret, over what is selected."""
        self._paste(QClipboard.Mode.Clipboard)

    def _paste(self, mode: QClipboard.Mode) -> None:
        if not self.isReadOnly():
            self._put(one_line(QGuiApplication.clipboard().text(mode)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_cleaned()
        elif event.key() == Qt.Key.Key_F3 and not event.modifiers() and self.takes_phrases:
            self.finish_syllable()
            self.phrases_wanted.emit(self)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self.paste_cleaned)
        menu.popup(event.globalPos())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_middle = event.button() is Qt.MouseButton.MiddleButton
        if is_middle and QGuiApplication.clipboard().supportsSelection():
            self._put_caret(event.position().toPoint().x())
            self._paste(QClipboard.Mode.Selection)
            return
        super().mouseReleaseEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if self.isReadOnly() or not event.mimeData().hasText():
            super().dropEvent(event)
            return
        self._put_caret(event.position().toPoint().x())
        self._put(one_line(event.mimeData().text()))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def _put(self, text: str) -> None:
        """Insert ``text`` so that undoing takes it back and leaves what was typed before."""
        if not self.hasSelectedText():
            place = self.cursorPosition()
            self.setCursorPosition(0 if place else len(self.text()))
            self.setCursorPosition(place)  # only a move of the caret ends the step before
        self.insert(text)

    def _put_caret(self, x: int) -> None:
        self.deselect()
        self.setCursorPosition(self.cursorPositionAt(QRect(x, 0, 1, self.height()).center()))
