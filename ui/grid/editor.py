"""The one live field of the grid: it holds the keyboard unseen until somebody types."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.composing import Composition
from ui.scoring.route import Step
from ui.theme.fonts import CARD_TITLE, HALF_BOLD, font

_STEPS = {
    Qt.Key.Key_Up: Step.UP,
    Qt.Key.Key_Down: Step.DOWN,
    Qt.Key.Key_Left: Step.LEFT,
    Qt.Key.Key_Right: Step.RIGHT,
}
_OF_THE_BOOK = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_OF_THE_GRID = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Paste)


class GridEditor(QLineEdit):
    """Resting it is invisible and leaves every key to the grid; the first character begins.

    That it has the keyboard all the time lets an input method compose its first syllable here
    and nowhere else.
    """

    stepped = Signal(object)
    given_up = Signal()
    left = Signal()
    key_pressed = Signal(object)
    """A key that is not typing, while resting."""
    leaving = Signal(bool)
    """Ctrl+Tab: forward to what stands behind the grid, or back to what stands before it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "cell")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._composition = Composition(self)
        self._is_typing = False
        self._is_mending = False
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.textEdited.connect(self._begin_typing)
        self.rest()

    # --- resting and typing ------------------------------------------------------------------

    @property
    def is_typing(self) -> bool:
        """Whether something stands here that is not entered yet."""
        return self._is_typing

    def rest(self) -> None:
        """Become invisible; what stood here is gone."""
        self._is_typing = self._is_mending = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setText("")  # unlike clear, this cannot be taken back
        self.update()

    def begin_empty(self) -> None:
        """Begin with nothing, as after the backspace key."""
        if not self.isReadOnly():
            self._show()

    def mend(self, text: str) -> None:
        """Begin with ``text``; Left and Right move inside it."""
        self._show()
        self._is_mending = True
        self.setText(text)
        self.selectAll()

    def finish_syllable(self) -> None:
        """Commit what the input method still holds."""
        self._composition.finish()

    def _begin_typing(self) -> None:
        if not self._is_typing:
            self._show()

    def _show(self) -> None:
        self._is_typing = True
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        self.setFont(font(CARD_TITLE, HALF_BOLD, digits=True))
        self.update()

    # --- Qt ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_typing:
            super().paintEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            if not self._is_typing and any(map(event.matches, _OF_THE_BOOK)):
                return False
            if any(map(event.matches, _OF_THE_GRID)):
                event.accept()  # also where nothing may be typed
                return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.isReadOnly():
            event.ignore()
            return
        is_composing = bool(event.preeditString())
        if is_composing or event.commitString():
            self._begin_typing()
        super().inputMethodEvent(event)
        if not is_composing and not self.text() and not self._is_mending:
            self.rest()  # the only syllable was given up

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._step(Step.BACK if back else Step.NEXT)
        elif key == Qt.Key.Key_Escape:
            self.finish_syllable()
            self.given_up.emit()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._press_tab(is_forward=key == Qt.Key.Key_Tab, has_control=has_control)
        elif self._is_typing:
            self._press_while_typing(event, key)
        elif not has_control and event.text().isprintable() and event.text().strip():
            super().keyPressEvent(event)
        else:
            self.key_pressed.emit(event)

    def _press_tab(self, *, is_forward: bool, has_control: bool) -> None:
        if has_control:
            self.finish_syllable()
            self.leaving.emit(is_forward)
        else:
            self._step(Step.RIGHT if is_forward else Step.LEFT)

    def _press_while_typing(self, event: QKeyEvent, key: Qt.Key) -> None:
        upright = key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        is_step = key in _STEPS and (upright or not self._is_mending)
        if is_step and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._step(_STEPS[key])
            return
        super().keyPressEvent(event)
        if event.matches(QKeySequence.StandardKey.Undo) and not self.text():
            self.rest()  # all typing was taken back: the mark stays

    def focusNextPrevChild(self, forward: bool) -> bool:
        self._step(Step.RIGHT if forward else Step.LEFT)
        return True

    def _step(self, step: Step) -> None:
        self.finish_syllable()
        self.stepped.emit(step)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
