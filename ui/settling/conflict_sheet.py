"""One open cell: its sources as cards, the value that shall stand, why, and what hangs on it."""

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.problems import sentence_of
from ui.results.wording import verdict_word
from ui.settling.agreed_form import AgreedLine
from ui.settling.conflict_words import (
    cell_text,
    most_word,
    service_text,
    total_text,
    value_text,
    why_text,
)
from ui.settling.source_cards import SourceCards
from ui.settling.what_hangs import WhatHangs
from ui.texts.text_box import TextBox
from ui.theme.fonts import BODY, CAPTION, CARD_TITLE, DENSE, HALF_BOLD, SERVICE_NAME, font
from ui.theme.parts import Card, Words, button, restyle
from ui.theme.runs import Run, RunLine
from workbench.errors import InputError
from workbench.journal.fields import FIGURES, Field
from workbench.journal.revisions import Cell
from workbench.settling.effects import Effect
from workbench.settling.inbox import Inbox
from workbench.settling.open_cells import OpenCell
from workbench.settling.settling import settled_value

_VALUE_WIDTH: Final = 168
_PICKED: Final = frozenset({Field.NOT_APPLICABLE, Field.ABOUT})
"""What is chosen among the sources and never typed."""
_SHORT: Final = FIGURES | _PICKED | {Field.ORDER}


class ConflictSheet(Speaking):
    """Knows no round: it says what is chosen, and when the person is done with it."""

    settle_wanted = Signal()
    given_up = Signal()
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inbox: Inbox | None = None
        self._one: OpenCell | None = None
        self._count = 0
        self._refused: InputError | None = None
        """Why what stands here could not be settled."""
        self._drafts: dict[Cell, str] = {}
        """What was typed or chosen and not settled yet; another cell loses nothing."""
        self._title, self._why = RunLine(), Words(BODY, role="text2")
        self.cards = SourceCards()
        self._line, self.text, self.reason = AgreedLine(), TextBox(least=2, most=12), AgreedLine()
        self._caption, self._hint = Words(BODY, HALF_BOLD), Words(CAPTION, role="text2")
        self._text_caption = Words(BODY, HALF_BOLD)
        self._unit, self._effect, self._verdict = RunLine(), RunLine(), RunLine()
        self._wrong = Words(DENSE, HALF_BOLD, role="danger")
        self._reason_word = Words(BODY, HALF_BOLD)
        self._hangs = WhatHangs()
        self.settle = button("primary")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        cards = QHBoxLayout()
        cards.setSpacing(12)
        cards.addWidget(self.cards, 1)
        self._box = self._value_box()
        cards.addWidget(self._box, 0, Qt.AlignmentFlag.AlignTop)
        reason = QHBoxLayout()
        reason.setSpacing(10)
        self._reason_word.setWordWrap(False)
        reason.addWidget(self._reason_word)
        reason.addWidget(self.reason)
        reason.addWidget(self.settle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._why)
        column.addLayout(cards)
        column.addWidget(self._text_caption)
        column.addWidget(self.text)
        column.addWidget(self._wrong)
        column.addLayout(reason)
        column.addWidget(self._hangs)
        column.addStretch(1)

    def _value_box(self) -> Card:
        box = Card(kind="tray")
        box.setFixedWidth(_VALUE_WIDTH)
        box.column.setContentsMargins(14, 12, 14, 12)
        self._line.setFont(font(CARD_TITLE, HALF_BOLD, digits=True))
        field = QHBoxLayout()
        field.setSpacing(8)
        field.addWidget(self._line, 1)
        field.addWidget(self._unit)
        box.column.addWidget(self._caption)
        box.column.addWidget(self._hint)
        box.column.addLayout(field)
        box.column.addStretch(1)
        box.column.addWidget(self._effect)
        box.column.addWidget(self._verdict)
        return box

    def _connect(self) -> None:
        for line in (self._line, self.reason):
            line.takes_phrases = False
            line.entered.connect(self.settle_wanted)
            line.given_up.connect(self.given_up)
        self._line.stepped.connect(self.stepped)
        self.text.left.connect(self._on_typed)
        self.text.given_up.connect(self.given_up)
        self._line.textEdited.connect(self._on_typed)
        self.reason.textEdited.connect(self._on_reason_typed)
        self.settle.clicked.connect(self.settle_wanted)
        self.cards.clicked.connect(self.take)
        self.cards.fitted.connect(self._box.setFixedHeight)

    # --- what is shown ---------------------------------------------------------------------

    def show_cell(self, inbox: Inbox | None, one: OpenCell | None, count: int) -> None:
        """Show another cell, with what was begun there; ``count`` of its evaluator are open."""
        self._keep_draft()
        self._inbox, self._one, self._count = inbox, one, count
        self.cards.show_cell(one, self._places())
        self.say_wrong(None)
        self._line.setReadOnly(one is not None and one.field in _PICKED)
        draft = self._drafts.pop(one.cell, None) if one is not None else None
        self.put("")
        if draft is not None and one is not None:
            values = [row.value or "" for row in one.sources]
            self.put(draft)
            if draft in values:
                self.take(values.index(draft) + 1)
        self.retranslate()

    def forget(self, cells: Collection[Cell]) -> None:
        """Forget what was begun in ``cells``; they are settled."""
        for cell in cells:
            self._drafts.pop(cell, None)
        if self._one is not None and self._one.cell in cells:
            self.cards.release()
            self.put("")

    def _keep_draft(self) -> None:
        if self._one is not None and self.is_chosen():
            self._drafts[self._one.cell] = self.value()

    def retranslate(self) -> None:
        one = self._one
        for caption in (self._caption, self._text_caption):
            caption.setText(self.tr("Value that stands"))
        self._hint.setText(self.tr("Choose a source or type."))
        self._reason_word.setText(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("e.g. asked by phone on 11-23: the sealed copy"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self._line.setAccessibleName(self.tr("Value that stands"))
        self.text.setAccessibleName(self.tr("Value that stands"))
        self.settle.setText(self.tr("Settle and go on"))
        self._say_refused()
        if one is None:
            return
        self._title.say(
            Run(service_text(one), SERVICE_NAME, 700),
            Run(cell_text(one), BODY, role="text2", before=10),
        )
        self._why.setText(why_text(one, self._count))
        self._unit.say(Run(most_word(one), CAPTION, role="text2"))
        self._show_effect()

    def _places(self) -> int:
        return self._inbox.definition.rules.score_places if self._inbox is not None else 2

    def is_text(self) -> bool:
        """Say whether the cell holds a text of several lines."""
        return self._one is not None and self._one.field not in _SHORT

    def _show_effect(self) -> None:
        one, inbox = self._one, self._inbox
        for part in (self.text, self._text_caption):
            part.setVisible(self.is_text())
        self._box.setVisible(not self.is_text())
        if one is None or inbox is None:
            return
        effect: Effect | None = None
        self._effect.say()
        self._verdict.say()
        if self.is_chosen():
            try:
                value = settled_value(inbox.definition, one.cell, self.value())
            except InputError:
                pass  # said where it is settled; until then nothing hangs on it
            else:
                effect = inbox.effect(one.cell, value)
                self._say_effect(one, effect)
        self._hangs.show_choices(inbox, one, self.cards.group.checkedId(), effect)

    def _say_effect(self, one: OpenCell, effect: Effect | None) -> None:
        said = total_text(one, effect, self._places())
        if effect is None:
            self._effect.say(Run(said, CAPTION, role="text3"))
            return
        self._effect.say(Run(said, BODY, HALF_BOLD))
        self._verdict.say(Run(verdict_word(effect.verdict), CAPTION, HALF_BOLD, "text2"))

    # --- what people do --------------------------------------------------------------------

    def value(self) -> str:
        """Return what shall stand, as typed or as stored in the chosen source."""
        if self._one is not None and self._one.field in _PICKED:
            card = self.cards.chosen()
            return "" if card is None else card.source.value or ""
        return self.text.toPlainText() if self.is_text() else self._line.text()

    def put(self, text: str) -> None:
        """Put a value into the box."""
        self.text.setPlainText(text)
        self._line.setText("" if self.is_text() else text)
        self._line.setCursorPosition(0)

    @Slot(int)
    def take(self, number: int) -> None:
        """Choose the source with this number."""
        card = self.cards.choose(number)
        if card is None or self._one is None:
            return
        is_picked = self._one.field in _PICKED
        shown = value_text(self._one, card.source, self._places())
        self.put(shown if is_picked else card.source.value or "")
        self.say_wrong(None)
        self._show_effect()

    def is_chosen(self) -> bool:
        """Say whether a source is chosen or something is typed."""
        return self.cards.chosen() is not None or bool(self.value().strip())

    @Slot()
    def _on_typed(self) -> None:
        card = self.cards.chosen()
        if card is not None and (card.source.value or "") != self.value():
            self.cards.release()
        self.say_wrong(None)
        self._show_effect()

    def say_wrong(self, error: InputError | None, field: QWidget | None = None) -> None:
        """Say why what stands here cannot be settled; the value, or ``field``, stays as it is."""
        self._refused = error
        wrong = field or (self.text if self.is_text() else self._line)
        for part in (self._line, self.text, self.reason):
            restyle(part, "error", error is not None and part is wrong)
        self._say_refused()

    def _say_refused(self) -> None:
        self._wrong.setText("" if self._refused is None else sentence_of(self._refused))
        self._wrong.setVisible(self._refused is not None)

    @Slot()
    def _on_reason_typed(self) -> None:
        if self.reason.property("error"):
            self.say_wrong(None)

    def begin(self) -> None:
        """Put the keyboard on the value."""
        target = self.text if self.is_text() else self._line
        target.setFocus(Qt.FocusReason.OtherFocusReason)
