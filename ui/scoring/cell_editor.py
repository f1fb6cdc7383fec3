"""The one live field of the sheet: it lies over the cell in work and says where to go next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from ui.scoring.route import Step
from ui.texts.phrase_line import PhraseLine
from ui.theme.fonts import CARD_TITLE, DENSE, HALF_BOLD, font
from ui.theme.parts import restyle

_KEYS = {
    Qt.Key.Key_Up: Step.UP,
    Qt.Key.Key_Down: Step.DOWN,
    Qt.Key.Key_Tab: Step.RIGHT,
    Qt.Key.Key_Backtab: Step.LEFT,
}


class CellEditor(PhraseLine):
    """Typing stays here until the field is left; the sheet decides what becomes of it."""

    stepped = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "cell")
        self._voice = font(DENSE)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.hide()

    def begin(self, text: str, *, is_number: bool, is_wrong: bool) -> None:
        """Start with ``text``, all of it selected so that typing replaces it."""
        numbers = font(CARD_TITLE, HALF_BOLD, digits=True)
        self.takes_phrases = not is_number
        self._voice = numbers if is_number else font(DENSE)
        align = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
        self.show_wrong(is_wrong=is_wrong)
        self.setText(text)
        self.selectAll()

    def show_wrong(self, *, is_wrong: bool) -> None:
        """Show the refused look, or take it away."""
        restyle(self, "error", "true" if is_wrong else "false")
        self.setFont(self._voice)  # looking again at the sheet forgets it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._step(Step.BACK if back else Step.NEXT)
        elif key == Qt.Key.Key_Escape:
            self.finish_syllable()
            self.given_up.emit()
        elif key in _KEYS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._step(_KEYS[key])
        else:
            super().keyPressEvent(event)

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
