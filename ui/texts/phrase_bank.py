"""The evaluator's own phrases at the caret of whatever text is being written."""

from contextlib import suppress

from PySide6.QtCore import QObject, Slot

from ui.texts.phrase_line import PhraseLine
from ui.texts.phrase_popup import PhrasePopup
from ui.texts.text_box import TextBox
from workbench.errors import AppError
from workbench.scoring.phrases import Phrases

Field = TextBox | PhraseLine


class PhraseBank(QObject):
    """Opens the phrases at a field, which stays in work meanwhile."""

    def __init__(self, phrases: Phrases, parent: QObject) -> None:
        super().__init__(parent)
        self._phrases = phrases

    @Slot(object)
    def open_for(self, field: Field) -> None:
        """Open the phrases at the caret of ``field``; picking one writes it there."""

        def write(text: str) -> None:
            field.insert_phrase(text)
            with suppress(AppError):  # only the count is lost: the text stands
                self._phrases.use(text)

        popup = PhrasePopup(self._phrases, field, field.chosen_text())
        popup.picked.connect(write)
        popup.abandoned.connect(field.left)
        popup.open_at(field, field.caret_box())
