"""A box of plain text that grows with what is written, counts it, and cleans what is pasted."""

from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from ui.composing import Composition
from ui.texts.length_mark import LengthMark
from ui.theme.parts import restyle
from workbench.scoring.pasted_text import tidy
from workbench.text import clean_text

INSET: Final = 9
"""From the edge of the box to its text: border, padding, margin of the document."""
_DOCUMENT_MARGIN: Final = 2
_FRAME: Final = 2 * (_DOCUMENT_MARGIN + 5) + 1
"""Above and below the text: border, padding, margin of the document; with one pixel less,
Qt would let a text that fits be scrolled by a line."""
_ENTERS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STAYS_IN_WORK: Final = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class TextBox(QPlainTextEdit):
    """Plain text; leaving it or Ctrl+Enter stores, Tab goes on, F3 brings the phrases."""

    left = Signal()
    """The keyboard went elsewhere, or Ctrl+Enter was pressed: store."""
    entered = Signal()
    phrases_wanted = Signal(object)
    """The box itself, for the one who opens the phrases."""
    given_up = Signal()
    caret_moved = Signal()

    def __init__(self, parent: QWidget | None = None, *, least: int = 1, most: int = 10) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._is_wrong = False
        self._composition = Composition(self)
        self._length = LengthMark(self)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_DOCUMENT_MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._on_text_changed)
        self.cursorPositionChanged.connect(self.caret_moved)
        self._leave_room()
        self._fit()
        self._on_text_changed()

    # --- the text --------------------------------------------------------------------------

    def text(self) -> str:
        """Return what stands here."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Show another text, the caret as near to where it was as that text allows."""
        if text == self.text():
            return
        place = self.textCursor().position()
        self.setPlainText(text)
        if self.hasFocus():
            cursor = self.textCursor()
            cursor.setPosition(min(place, len(text)))
            self.setTextCursor(cursor)

    def replace_text(self, text: str) -> None:
        """Type ``text`` over everything; Ctrl+Z in the box takes it back."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def show_wrong(self, *, is_wrong: bool) -> None:
        """Show the refused look, or take it away."""
        self._is_wrong = is_wrong
        restyle(self, "error", "true" if is_wrong else "false")
        self._look_filled()

    def finish_syllable(self) -> None:
        """Commit what the input method still holds."""
        self._composition.finish()

    # --- what the phrases need -------------------------------------------------------------

    def caret_box(self) -> QRect:
        """Return where the caret stands, in the box."""
        caret = self.cursorRect()
        return caret.translated(self.viewport().pos())

    def chosen_text(self) -> str:
        """Return what is selected, else everything."""
        chosen = self.textCursor().selection().toPlainText()
        return chosen or self.text()

    def insert_phrase(self, text: str) -> None:
        """Put a phrase at the caret, over what is selected."""
        self.textCursor().insertText(text)
        self.ensureCursorVisible()

    # --- size and look ---------------------------------------------------------------------

    def _leave_room(self) -> None:
        """Keep the corner of the length free always, so that no line breaks anew for it."""
        room = max(self._length.usual_width(), self._length.sizeHint().width()) + 6
        if room != self.viewportMargins().right():
            self.setViewportMargins(0, 0, room, 0)

    def _fit(self) -> None:
        """Grow with the text, within bounds; the text gets its whole lines."""
        written = int(self.document().size().height())
        lines = min(max(written, self._least), self._most)
        is_whole = written <= self._most
        bars = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            bars.ScrollBarAlwaysOff if is_whole else bars.ScrollBarAsNeeded
        )
        height = ceil(QFontMetricsF(self.font()).lineSpacing()) * lines + _FRAME
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)

    @Slot()
    def _on_text_changed(self) -> None:
        self._look_filled()
        if self.hasFocus():
            self._count()

    def _look_filled(self) -> None:
        is_filled = not self._is_wrong and not self.document().isEmpty()
        restyle(self, "filled", "true" if is_filled else "false")

    def _count(self) -> None:
        self._length.count(len(clean_text(self.text())))
        self._leave_room()
        size = self._length.sizeHint()
        right = self.viewport().geometry().right() + self.viewportMargins().right()
        bottom = self.height() - 6
        self._length.setGeometry(
            right - size.width(), bottom - size.height(), size.width(), size.height()
        )

    # --- Qt --------------------------------------------------------------------------------

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insert_phrase(tidy(source.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = Qt.Key(event.key())
        if key in _ENTERS and has_control:
            self.finish_syllable()
            self.left.emit()
        elif key in _ENTERS:
            if not self.isReadOnly():
                self.textCursor().insertBlock()
                self.ensureCursorVisible()
        elif key == Qt.Key.Key_F3 and not event.modifiers() and not self.isReadOnly():
            self.finish_syllable()
            self.phrases_wanted.emit(self)
        elif key == Qt.Key.Key_Escape:
            self.finish_syllable()
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.isReadOnly():
            self._count()
            self._length.show()
        self.entered.emit()
        self.caret_moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS_IN_WORK:
            self._length.hide()
            self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._leave_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._count()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()  # the page scrolls on
