"""The overall opinion of a service."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.scoring.cell import OPINION, Cell
from ui.scoring.desk import ScoringDesk
from ui.texts.block import GUTTER, Block
from ui.texts.stored_text import StoredText
from ui.texts.text_box import TextBox
from ui.theme.fonts import CAPTION, CARD_TITLE
from ui.theme.runs import Run

LINES_LEAST = 3
LINES_MOST = 16


class OpinionBlock(Block):
    """One box of several lines."""

    def __init__(self, desk: ScoringDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.box = TextBox(least=LINES_LEAST, most=LINES_MOST)
        self._text = StoredText(desk, self.box)
        line = QHBoxLayout()
        line.setContentsMargins(GUTTER, 0, 0, 0)
        line.addWidget(self._text)
        self.body.addLayout(line)
        self.box.entered.connect(self._show_keys)
        self.box.left.connect(self._show_keys)
        self.retranslate()

    def retranslate(self) -> None:
        title = self.tr("Overall opinion")
        self.title.say(Run(title, CARD_TITLE, 700))
        self.box.setAccessibleName(title)
        self.box.setPlaceholderText(self.tr("Write an overall opinion…"))
        self._show_keys()

    @Slot()
    def _show_keys(self) -> None:
        keys = self.tr("F3 phrases") if self.box.hasFocus() and not self.box.isReadOnly() else ""
        self.hint.say(Run(keys, CAPTION, role="text3"))

    def show_service(self, service: bytes, *, is_closed: bool) -> None:
        """Show the opinion of a service."""
        cell = Cell(service, None, OPINION)
        text = self._desk.sheet(service).opinion
        self._text.show_cell(cell, text, self._desk.drafts(service).get(cell))
        self.box.setReadOnly(is_closed)
        self.setVisible(bool(text) or not is_closed)

    def store(self) -> None:
        """Hand over what was typed."""
        self._text.store()
