"""What a form of something agreed shares: three captioned lines, the number first."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from ui.language import Speaking
from ui.texts.phrase_line import PhraseLine
from ui.theme.fonts import BODY, CARD_TITLE, DENSE, HALF_BOLD, font
from ui.theme.parts import Words, restyle

NUMBER_WIDTH: Final = 110


class AgreedLine(PhraseLine):
    """One line of the form: Enter goes on, Escape gives up, up and down choose another cell."""

    entered = Signal()
    given_up = Signal()
    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish_syllable()
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.finish_syllable()
            self.given_up.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.finish_syllable()
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class AgreedForm(Speaking):
    """Knows no round: it says what is typed, and what the person wants done with it."""

    typed = Signal()
    """The number changed: what hangs on it follows."""
    store_wanted = Signal()
    given_up = Signal()
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = (AgreedLine(), AgreedLine(), AgreedLine())
        """The number, the reason, and what belongs to it."""
        self._captions = tuple(Words(BODY, role="text2") for _ in self.lines)
        self._wrong = Words(DENSE, HALF_BOLD, role="danger")
        self._why: Callable[[], str] = str
        """Says why nothing was stored, in the language of the window; here nothing."""
        self._unfit: QLineEdit | None = None
        number, *others = self.lines
        for line in self.lines:
            line.takes_phrases = False
            line.given_up.connect(self.given_up)
            line.stepped.connect(self.stepped)
        number.setFont(_number_font())
        number.setFixedWidth(NUMBER_WIDTH)
        number.entered.connect(self._on_number_entered)
        for line in others:
            line.entered.connect(self.store_wanted)

    def _captioned(self, first: QHBoxLayout, spacing: int) -> QGridLayout:
        """Lay the lines out below each other, the number in ``first``."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(spacing)
        for number, caption in enumerate(self._captions):
            caption.setWordWrap(False)
            grid.addWidget(caption, number, 0)
        grid.addLayout(first, 0, 1)
        for number, line in enumerate(self.lines[1:], start=1):
            grid.addWidget(line, number, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _name_lines(self, *captions: str) -> None:
        for caption, line, words in zip(self._captions, self.lines, captions, strict=True):
            caption.setText(words)
            line.setAccessibleName(words)
        self._say_why()

    def finish_syllables(self) -> None:
        """Take the syllable in work into its line."""
        for line in self.lines:
            line.finish_syllable()

    def complain(self, why: Callable[[], str], field: QLineEdit) -> None:
        """Say ``why`` nothing was stored, beside the field it is about, in whatever language."""
        self._show_wrong(why, field)
        go_to(field)

    def be_content(self) -> None:
        """Take away what was complained of."""
        self._show_wrong(str, None)

    def _show_wrong(self, why: Callable[[], str], field: QLineEdit | None) -> None:
        self._why, self._unfit = why, field
        for line in self.lines:
            restyle(line, "error", "true" if line is field else "false")
        self._say_why()
        self.lines[0].setFont(_number_font())

    def _say_why(self) -> None:
        sentence = self._why()
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        for line in self.lines:
            line.setAccessibleDescription(sentence if line is self._unfit else "")

    def complaint(self) -> str:
        """Return why nothing was stored, or nothing."""
        return self._wrong.text()

    def begin(self) -> None:
        """Put the keyboard on the number, all of it selected."""
        go_to(self.lines[0])

    @Slot()
    def _on_number_entered(self) -> None:
        number, reason, _ = self.lines
        if number.text().strip() and not reason.text().strip():
            reason.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.store_wanted.emit()


def go_to(line: QLineEdit) -> None:
    """Put the keyboard on a line, all of it selected."""
    line.setFocus(Qt.FocusReason.OtherFocusReason)
    line.selectAll()


def _number_font() -> QFont:
    return font(CARD_TITLE, HALF_BOLD, digits=True)
