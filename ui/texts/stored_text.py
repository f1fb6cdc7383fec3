"""A box whose text belongs to one cell: stored when it is left, red below it when refused."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import Speaking
from ui.problems import sentence_of
from ui.scoring.cell import Cell
from ui.scoring.desk import Draft, ScoringDesk
from ui.texts.text_box import INSET, TextBox
from ui.theme.fonts import CAPTION, HALF_BOLD
from ui.theme.parts import Words


class StoredText(Speaking):
    """Shows what the file holds, or the draft; never over something that is being typed."""

    def __init__(self, desk: ScoringDesk, box: TextBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cell: Cell | None = None
        self._stored = ""
        self._shown = ""
        self._draft: Draft | None = None
        self.box = box
        self._sentence = Words(CAPTION, HALF_BOLD, "danger")
        self._sentence.setContentsMargins(INSET, 0, 0, 4)
        self._sentence.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(box)
        column.addWidget(self._sentence)
        self.setFocusProxy(box)
        box.left.connect(self.store)
        box.given_up.connect(self.give_up)

    @property
    def is_touched(self) -> bool:
        """Whether something stands here that was not handed over yet."""
        return self.box.text() != self._shown

    def show_cell(self, cell: Cell, text: str, draft: Draft | None) -> None:
        """Show a cell; what is being typed into the same cell stays as it is."""
        stays = cell == self._cell and self.is_touched
        self._cell, self._stored, self._draft = cell, text, draft
        self._shown = draft.text if draft else text
        if not stays:
            self.box.show_text(self._shown)
        self.box.show_wrong(is_wrong=draft is not None)
        self.retranslate()

    def retranslate(self) -> None:
        said = sentence_of(self._draft.error) if self._draft else ""
        self._sentence.setText(said)
        self._sentence.setVisible(bool(said))
        self.box.setAccessibleDescription(said)

    @Slot()
    def store(self) -> bool:
        """Hand over what was typed; return whether the file holds what stands here."""
        self.box.finish_syllable()
        if self._cell is None or not self.is_touched:
            return self._draft is None
        self._shown = self.box.text()
        return self._desk.enter(self._cell, self._shown)

    @Slot()
    def give_up(self) -> None:
        """Drop what was refused; the stored text shows again, and Ctrl+Z takes that back."""
        if self._cell is None or self._draft is None:
            return
        self.box.replace_text(self._stored)
        self._shown = self._stored
        self._desk.give_up(self._cell)

    def clear(self) -> None:
        """Take away what was typed and never stored; Ctrl+Z brings it back."""
        self._shown = ""
        self.box.replace_text("")
