"""The card of answers in words: what each of them is on the scale, offered or said by hand."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.language import Speaking
from ui.ledger.rows import Cell, Column, Row
from ui.setup.choice_popup import ChoicePopup
from ui.surveys.importing.choice_table import ChoiceTable
from ui.surveys.importing.draft import MappingDraft
from ui.theme.fonts import CARD_TITLE, DENSE, HALF_BOLD
from ui.theme.glyphs import Glyph
from ui.theme.parts import Card
from ui.theme.runs import Run, RunLine
from workbench.surveys.typed_answers import ReadAs

ROW: Final = 28
_COUNT: Final = 92
_GAP: Final = 20
_NUMBER: Final = 150
_NUMBER_AT: Final = 3
_LEAST: Final = 3
_NOTHING: Final = ""


class WordTable(ChoiceTable):
    """A digit says the number at once, Delete that the word counts for nothing."""

    number_typed = Signal(str)
    """The digit, or nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_NUMBER_AT, ROW, parent)

    def sizeHint(self) -> QSize:
        """Return the height that it has been given leave to take: a scrolled page asks for it."""
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if text.isascii() and text.isdigit():
            self.number_typed.emit(text)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.number_typed.emit(_NOTHING)
        else:
            super().keyPressEvent(event)


class WordsCard(Speaking):
    """It is not there where nobody answered in words; the draft holds what is said here."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: MappingDraft | None = None
        self._rows: tuple[ReadAs, ...] = ()
        self._most = _LEAST
        self._title = RunLine()
        self.table = WordTable()
        self.popup: ChoicePopup | None = None
        card = Card()
        card.column.addWidget(self._title)
        card.column.addWidget(self.table)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self.table.choice_wanted.connect(self.choose_number)
        self.table.number_typed.connect(self._give)
        self.hide()

    def show_draft(self, draft: MappingDraft) -> None:
        """Show the words in the questions of ``draft`` with what they stand for."""
        self._draft = draft
        self._rows = draft.words()
        self.setVisible(bool(self._rows))
        self.retranslate()

    def retranslate(self) -> None:
        title = self.tr("Answers in words")
        open_ = sum(row.number is None for row in self._rows)
        said = self.tr("without a number: {count}").format(count=open_) if open_ else ""
        self._title.say(
            Run(title, CARD_TITLE, HALF_BOLD),
            Run(str(len(self._rows)), CARD_TITLE, HALF_BOLD, "text3", 8),
            Run(said, DENSE, HALF_BOLD, "warning", 10),
        )
        self.table.setAccessibleName(title)
        self.table.show_rows(
            (
                Column(self.tr("Word")),
                Column(self.tr("In the file"), _COUNT, is_number=True),
                Column("", _GAP),
                Column(self.tr("Number on the scale"), _NUMBER),
            ),
            [self._row(row) for row in self._rows],
        )
        self.table.hug(_LEAST, self._most)

    def show_most(self, rows: int) -> None:
        """Show up to so many words at once; more are scrolled to."""
        if rows != self._most:
            self._most = rows
            self.table.hug(_LEAST, rows)

    def _row(self, row: ReadAs) -> Row:
        is_open = row.number is None
        said = self.tr("not counted") if is_open else str(row.number)
        glyph = Glyph.FLAG if is_open else None
        number = Cell(said, "warning" if is_open else "text", HALF_BOLD)
        count = Cell(f"{row.count:,}", "text2")
        return Row(row.text, (Cell(row.text, "text", glyph=glyph), count, Cell(), number))

    # --- what people do --------------------------------------------------------------------

    @Slot()
    def choose_number(self) -> None:
        """Open the list of the numbers of the scale."""
        draft = self._draft
        if draft is None or not self.table.current():
            return
        if self.popup is None:
            self.popup = ChoicePopup(self.window())
            self.popup.chosen.connect(self._give)
            self.popup.left.connect(self._take_back)
            self.destroyed.connect(self.popup.deleteLater)
        now = next(row.number for row in self._rows if row.text == self.table.current())
        choices = {str(number): str(number) for number in draft.numbers()}
        choices[_NOTHING] = self.tr("not counted")
        box = self.table.choice_box()
        spot = self.table.viewport().mapTo(self.window(), box.bottomLeft())
        self.popup.open_at(spot, choices, _NOTHING if now is None else str(now))

    @Slot(str)
    def _give(self, typed: str) -> None:
        draft, word = self._draft, self.table.current()
        number = int(typed) if typed else None
        if draft is None or not word or (number is not None and number not in draft.numbers()):
            return
        draft.give_word(word, number)
        self.show_draft(draft)
        self.changed.emit()

    @Slot()
    def _take_back(self) -> None:
        self.table.setFocus(Qt.FocusReason.PopupFocusReason)
