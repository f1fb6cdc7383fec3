"""The half-typed Hangul syllable: committed before any store, move, close or seal."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QWidget


class Composition(QObject):
    """Knows the syllable that is being composed in one field, and can finish it."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self._syllable = ""
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self._syllable = event.preeditString()
        elif event.type() is QEvent.Type.FocusAboutToChange:
            self.finish()
        return False

    def finish(self) -> None:
        """Let the input method commit; where it does not, commit what it showed."""
        if not self._syllable:
            return
        QGuiApplication.inputMethod().commit()
        if self._syllable:
            rest = QInputMethodEvent()
            rest.setCommitString(self._syllable)
            self._syllable = ""
            QGuiApplication.sendEvent(self._field, rest)
