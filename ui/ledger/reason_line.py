"""A reason, the button that acts on it, and the way back."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from ui.composing import Composition
from ui.language import Speaking
from ui.theme.fonts import CAPTION, HALF_BOLD
from ui.theme.parts import Words, button, restyle


class ReasonLine(Speaking):
    """Enter gives the reason, Escape leaves; without a reason nothing is done."""

    given = Signal(str)
    left = Signal()

    def __init__(self, kind: str = "primary") -> None:
        super().__init__()
        self.field = QLineEdit()
        self._composition = Composition(self.field)
        self.back, self.act = button(), button(kind)
        self._wrong = Words(CAPTION, HALF_BOLD, "danger")
        self.back.clicked.connect(self.left)
        self.act.clicked.connect(self.give)
        self.field.textChanged.connect(self._be_right)
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self.field, self.back, self.act):
            row.addWidget(part, 1 if part is self.field else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._wrong)
        self._wrong.hide()

    def say(self, reason: str, act: str, back: str) -> None:
        """Name the field and the two buttons."""
        self.field.setPlaceholderText(reason)
        self.field.setAccessibleName(reason)
        self.act.setText(act)
        self.back.setText(back)
        self.back.setVisible(bool(back))
        self._wrong.setText(self.tr("Give a reason first; it stands in the history."))

    def open_with(self, reason: str = "") -> None:
        """Begin with ``reason``."""
        self.field.setText(reason)
        self._be_right()

    def finish(self) -> None:
        """Commit a syllable that is being composed."""
        self._composition.finish()

    @Slot()
    def _be_right(self) -> None:
        self._wrong.hide()
        restyle(self.field, "error", value=False)

    @Slot()
    def give(self) -> None:
        """Tell the reason, or say that there is none."""
        self.finish()
        reason = self.field.text().strip()
        if reason:
            self.given.emit(reason)
            return
        self._wrong.show()
        restyle(self.field, "error", value=True)
        self.field.setAccessibleDescription(self._wrong.text())
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (is_enter and self.back.hasFocus()):
            self.left.emit()
        elif is_enter and self.act.isEnabled():
            self.give()
        else:
            super().keyPressEvent(event)
