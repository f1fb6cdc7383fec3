"""The evaluator's phrases as a list: pick one, keep the present text as one, remove one."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.problems import sentence_of
from ui.texts.popup_list import PopupList
from ui.texts.popup_rows import PopupRow
from ui.theme.fonts import CAPTION
from ui.theme.icons import icon
from ui.theme.parts import Hairline, Words, button
from workbench.errors import AppError
from workbench.scoring.phrases import Phrase, Phrases
from workbench.text import clean_text


class PhrasePopup(PopupList):
    """What goes wrong is said in its last line; the phrases themselves are in their file."""

    def __init__(self, phrases: Phrases, field: QWidget, text: str) -> None:
        super().__init__(field)
        self._phrases = phrases
        self._text = text.strip()
        self._removed: Phrase | None = None
        self._keep = button("link")
        self._keep.setIcon(icon("plus", "accent"))
        self._keep.clicked.connect(self._on_keep)
        self._news = Words(CAPTION, role="text3")
        self._news.setContentsMargins(12, 0, 12, 0)
        self._news.setFixedHeight(2 * self._news.fontMetrics().lineSpacing())
        self._news.setAlignment(Qt.AlignmentFlag.AlignTop)
        line = QHBoxLayout()
        line.setContentsMargins(8, 0, 8, 0)
        line.addWidget(self._keep)
        line.addStretch(1)
        self.column.addWidget(Hairline())
        self.column.addLayout(line)
        self.column.addWidget(self._news)
        self.retranslate()
        self._attempt(phrases.load)
        if phrases.aside is not None:
            words = self.tr("The phrases could not be read. Their file was kept as {name}.")
            self._say(words.format(name=phrases.aside.name), "warning")

    def retranslate(self) -> None:
        hint = self.tr("Find one of my phrases")
        self.filter.setPlaceholderText(hint)
        self.filter.setAccessibleName(hint)
        self._keep.setText(self.tr("Keep the present text as a phrase   Ctrl+Enter"))
        self._keep.setEnabled(bool(self._text))
        self._keep.setToolTip(self._text)
        self._show_keys()

    def _show_keys(self) -> None:
        self._say(self.tr("Enter writes it   Delete removes it   Esc goes back"), "text3")

    def _say(self, words: str, role: str) -> None:
        self._news.setText(words)
        self._news.speak_as(role)

    # --- what is shown ---------------------------------------------------------------------

    @Slot(str)
    def narrow(self, wanted: str) -> None:
        self._show(wanted)

    def _show(self, wanted: str, chosen: str | None = None) -> None:
        rows = [
            PopupRow(
                phrase.text,
                phrase.text,
                detail=self.tr("used {count} ×").format(count=phrase.used) if phrase.used else "",
            )
            for phrase in self._phrases.matching(wanted)
        ]
        nothing = self.tr("No phrase yet. Write a text you will need again, and keep it here.")
        self.none.setText(self.tr("No phrase fits.") if wanted.strip() else nothing)
        self.show_rows(rows, chosen)

    # --- what people do --------------------------------------------------------------------

    def _attempt(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except AppError as error:
            self._say(sentence_of(error), "danger")
            return False
        return True

    @Slot()
    def _on_keep(self) -> None:
        if self._attempt(lambda: self._phrases.add(self._text)):
            self.filter.clear()
            self._show("", clean_text(self._text))
            self._say(self.tr("Kept as a phrase."), "success")
        self.filter.setFocus(Qt.FocusReason.PopupFocusReason)

    def _remove(self) -> None:
        row = self.chosen()
        phrase = next((it for it in self._phrases.matching() if row and it.text == row.key), None)
        if phrase is None or not self._attempt(lambda: self._phrases.remove(phrase.text)):
            return
        self._removed = phrase
        self._show(self.filter.text())
        self._say(self.tr("Removed. Ctrl+Z brings it back."), "text2")

    def _restore(self, phrase: Phrase) -> None:
        if self._attempt(lambda: self._phrases.restore(phrase)):
            self._removed = None
            self._show(self.filter.text(), phrase.text)
            self._show_keys()

    def take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        is_at_end = self.filter.cursorPosition() == len(self.filter.text())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and has_control:
            self._on_keep()
        elif key == Qt.Key.Key_Delete and is_at_end and not self.filter.hasSelectedText():
            self._remove()
        elif event.matches(QKeySequence.StandardKey.Undo) and self._removed is not None:
            self._restore(self._removed)
        else:
            return super().take_key(event)
        return True
