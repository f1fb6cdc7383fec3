"""One open cell: its sources as cards, the value that shall stand, why, and what hangs on it."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.problems import sentence_of
from ui.results.wording import verdict_word
from ui.settling.conflict_words import (
    cell_text,
    most_word,
    service_text,
    total_text,
    value_text,
    why_text,
)
from ui.settling.cut_line import CutLine
from ui.settling.moderation_form import AgreedLine
from ui.settling.source_card import SourceCard
from ui.texts.text_box import TextBox
from ui.theme.fonts import BODY, CAPTION, CARD_TITLE, DENSE, HALF_BOLD, SERVICE_NAME, font
from ui.theme.parts import Card, Words, button, restyle
from ui.theme.runs import Run, RunLine
from workbench.errors import InputError
from workbench.exact import printed
from workbench.journal.fields import FIGURES, Field
from workbench.settling.inbox import Inbox, OpenCell
from workbench.settling.settling import settled_value

_VALUE_WIDTH = 168


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
        self._title, self._why = RunLine(), Words(BODY, role="text2")
        self.group = QButtonGroup(self)
        self._cards = QHBoxLayout()
        self._line, self.text, self.reason = AgreedLine(), TextBox(least=2, most=6), AgreedLine()
        self._caption, self._hint = Words(BODY, HALF_BOLD), Words(CAPTION, role="text2")
        self._text_caption = Words(BODY, HALF_BOLD)
        self._unit, self._effect = RunLine(), RunLine()
        self._wrong = Words(DENSE, HALF_BOLD, role="danger")
        self._reason_word, self._hangs = Words(BODY, HALF_BOLD), RunLine()
        self._cut = CutLine()
        self.settle = button("primary")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self._cards.setSpacing(12)
        inside = QWidget()
        inside.setLayout(self._cards)
        self._cards.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFixedHeight(190)
        scroll.setWidget(inside)
        scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        cards = QHBoxLayout()
        cards.setSpacing(12)
        cards.addWidget(scroll, 1)
        self._box = self._value_box()
        cards.addWidget(self._box)
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
        column.addSpacing(6)
        column.addWidget(self._hangs)
        column.addWidget(self._cut)
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
        self.settle.clicked.connect(self.settle_wanted)
        self.group.idClicked.connect(self.take)

    # --- what is shown ---------------------------------------------------------------------

    def show_cell(self, inbox: Inbox | None, one: OpenCell | None, count: int) -> None:
        """Show another cell; ``count`` cells of its evaluator are open."""
        self._inbox, self._one, self._count = inbox, one, count
        for card in self.group.buttons():
            self.group.removeButton(card)
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        if one is not None:
            for number, source in enumerate(one.sources, start=1):
                card = SourceCard(number, one, source, self._places())
                self.group.addButton(card, number)
                self._cards.addWidget(card)
        self._wrong.hide()
        self.put("")
        self.retranslate()

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
        is_figure = self._one is None or self._one.field in FIGURES | {Field.NOT_APPLICABLE}
        return not is_figure

    def _show_effect(self) -> None:
        one, inbox = self._one, self._inbox
        for part in (self.text, self._text_caption):
            part.setVisible(self.is_text())
        self._box.setVisible(not self.is_text())
        if one is None or inbox is None:
            return
        makes_points = any(row.effect is not None for row in one.sources)
        self._cut.setVisible(makes_points)
        self._hangs.setVisible(makes_points)
        try:
            value = settled_value(inbox.definition, one.cell, self.value())
        except InputError:
            self._effect.say()
            return
        effect = inbox.effect(one.cell, value)
        if effect is None:
            self._effect.say(Run(total_text(None, 2), CAPTION, role="text3"))
            return
        self._effect.say(
            Run(total_text(effect, self._places()), BODY, HALF_BOLD),
            Run(verdict_word(effect.verdict), CAPTION, HALF_BOLD, "text2", before=8),
        )
        self._say_what_hangs()
        totals = self._totals()
        name = str(self.group.checkedId()) if self.group.checkedId() > 0 else "→"
        if name == "→" and effect.total is not None and self.value():
            totals.append((name, effect.total))
        self._cut.show_totals(totals, name, inbox.definition.rules.cut, self._places())

    def _totals(self) -> list[tuple[str, Decimal]]:
        sources = self._one.sources if self._one is not None else ()
        return [
            (str(number), row.effect.total)
            for number, row in enumerate(sources, start=1)
            if row.effect is not None and row.effect.total is not None
        ]

    def _say_what_hangs(self) -> None:
        effects = [row.effect for row in self._one.sources if row.effect] if self._one else []
        below = dict.fromkeys(str(row.below) for row in effects)
        means = dict.fromkeys(
            "–" if row.average is None else printed(row.average, self._places()) for row in effects
        )
        or_ = self.tr(" or ")
        note = self.tr("until it is settled, the service counts in no average")
        if any(row.assumed for row in effects):
            note = self.tr("other open cells of the service are taken at their newest value")
        self._hangs.say(
            Run(self.tr("This decides"), BODY, HALF_BOLD),
            Run(note, CAPTION, role="text2", before=8),
            Run(self.tr("below the cut"), CAPTION, role="text2", before=24),
            Run(or_.join(below), BODY, HALF_BOLD, before=6),
            Run(self.tr("average"), CAPTION, role="text2", before=16),
            Run(or_.join(means), BODY, HALF_BOLD, before=6),
        )

    # --- what people do --------------------------------------------------------------------

    def value(self) -> str:
        """Return what shall stand, as typed."""
        return self.text.toPlainText() if self.is_text() else self._line.text()

    def put(self, text: str) -> None:
        """Put a value into the box."""
        self.text.setPlainText(text)
        self._line.setText("" if self.is_text() else text)

    @Slot(int)
    def take(self, number: int) -> None:
        """Choose the source with this number."""
        card = self.group.button(number)
        if not isinstance(card, SourceCard) or self._one is None:
            return
        card.setChecked(True)
        value = card.source.value
        self.put("" if value is None else value)
        self.say_wrong(None)
        self._show_effect()

    def is_chosen(self) -> bool:
        """Say whether a source is chosen or something is typed."""
        return self.group.checkedId() > 0 or bool(self.value().strip())

    @Slot()
    def _on_typed(self) -> None:
        chosen = self.group.checkedButton()
        if isinstance(chosen, SourceCard) and (chosen.source.value or "") != self.value():
            self.group.setExclusive(False)
            chosen.setChecked(False)
            self.group.setExclusive(True)
        self.say_wrong(None)
        self._show_effect()

    def say_wrong(self, error: InputError | None) -> None:
        """Say why what stands here cannot be settled; the value stays."""
        restyle(self._line, "error", error is not None)
        self._wrong.setText("" if error is None else sentence_of(error))
        self._wrong.setVisible(error is not None)

    def begin(self) -> None:
        """Put the keyboard on the value."""
        target = self.text if self.is_text() else self._line
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def shown_value(self, value: str | None) -> str:
        """Return a stored value of this cell as people read it."""
        return "" if self._one is None else value_text(self._one, value, self._places())
