"""The round sheet as a form: a label, a field and, where it is wrong, the sentence below it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.composing import Composition
from ui.language import Speaking
from ui.setup.draft import SetupDraft
from ui.setup.round_fields import RoundField, round_groups
from ui.setup.wording import bare_sentence
from ui.theme.fonts import BODY, CAPTION, CARD_TITLE, HALF_BOLD
from ui.theme.parts import Card, Words, button, restyle, say_chip
from ui.theme.runs import Run, RunLine
from workbench.definition.rules import REQUIRED_KEYS
from workbench.setup.sheets import round_text, with_round_text
from workbench.text import clean_text

_EMPTY_MEANS = {
    "score_places": "2",
    "rounding_stage": "indicator",
    "aggregation": "single",
    "rehearsal": "no",
    "comment_at_max": "no",
}
_LABEL_WIDTH = 250
"""Labels and their explanations stand in one column on all cards."""


class FieldRow(QWidget):
    """One field; typed text becomes an edit when it is left, a choice at once."""

    def __init__(self, draft: SetupDraft, entry: RoundField) -> None:
        super().__init__()
        self._draft = draft
        self.key = entry.key
        self._word, self._explained = Words(BODY, HALF_BOLD), Words(CAPTION, role="text3")
        self._wrong = Words(CAPTION, HALF_BOLD, "danger")
        self.line = None if entry.choices else QLineEdit()
        self.chips = {value: button("chip") for value in entry.choices}
        if self.line is not None:
            self._composition = Composition(self.line)
            self.line.editingFinished.connect(self.store)
        for value, chip in self.chips.items():
            chip.setObjectName(value)
            chip.clicked.connect(self._on_chip)
        self._lay_out()
        self.say(entry)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.setHorizontalSpacing(16)
        self._word.setFixedWidth(_LABEL_WIDTH)
        self._explained.setFixedWidth(_LABEL_WIDTH)
        grid.addWidget(self._word, 0, 0, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self._explained, 1, 0, Qt.AlignmentFlag.AlignTop)
        held = QHBoxLayout()
        held.setSpacing(6)
        if self.line is not None:
            held.addWidget(self.line)
        for chip in self.chips.values():
            held.addWidget(chip)
        if self.chips:
            held.addStretch(1)
        grid.addLayout(held, 0, 1, 2, 1)
        grid.addWidget(self._wrong, 2, 1)
        grid.setColumnStretch(1, 1)

    def say(self, entry: RoundField) -> None:
        """Name the field in the present language."""
        self._word.setText(entry.word)
        self._explained.setText(entry.explained)
        if self.line is not None:
            self.line.setAccessibleName(entry.word)
            self.line.setToolTip(entry.explained)
        for value, word in entry.choices.items():
            say_chip(self.chips[value], word)
            self.chips[value].setAccessibleName(f"{entry.word}: {word}")
        self.look()

    def look(self) -> None:
        """Show what the draft says."""
        stored = round_text(self._draft.sheets, self.key)
        if self.line is not None and self.line.text() != stored:
            self.line.setText(stored)
            self.line.setCursorPosition(0)  # of a long text the beginning is seen
        for value, chip in self.chips.items():
            chip.setChecked(value == (stored or _EMPTY_MEANS.get(self.key, "")))
            chip.setEnabled(self._draft.may_edit)
        if self.line is not None:
            self.line.setReadOnly(not self._draft.may_edit)
        self.judge()

    def judge(self) -> None:
        """Say what is wrong with the field, and nothing where it is right."""
        said = self._sentence()
        self._wrong.setText(said)
        self._wrong.setVisible(bool(said))
        if self.line is not None:
            restyle(self.line, "error", "true" if said else "false")
            self.line.setAccessibleDescription(said)

    def _sentence(self) -> str:
        for at, row in enumerate(self._draft.sheets.of("round")):
            if row.text("key") == self.key:
                problem = self._draft.problem("round", at, "value")
                return bare_sentence(problem) if problem is not None else ""
        return ""

    @Slot()
    def store(self) -> None:
        """Make what stands in the field an edit."""
        if self.line is None:
            return
        self._composition.finish()
        typed = clean_text(self.line.text())
        if typed != round_text(self._draft.sheets, self.key):
            self._put(typed)

    @Slot()
    def _on_chip(self) -> None:
        sender = self.sender()
        if sender is not None:
            self._put(sender.objectName())
        self.look()

    def _put(self, text: str) -> None:
        sheets = with_round_text(self._draft.sheets, self.key, text)
        self._draft.edit(self._word.text(), sheets)

    def take_focus(self) -> None:
        """Put the keyboard into the field."""
        if self.line is not None:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        chosen = [chip for chip in self.chips.values() if chip.isChecked()]
        (chosen or list(self.chips.values()))[0].setFocus(Qt.FocusReason.OtherFocusReason)


class RoundForm(Speaking):
    """All keys of the round sheet, on one card for each group."""

    def __init__(self, draft: SetupDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        groups = round_groups()
        self._titles = [RunLine() for _ in groups]
        self.rows = {
            entry.key: FieldRow(draft, entry) for _, entries in groups for entry in entries
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for title, (_, entries) in zip(self._titles, groups, strict=True):
            column.addWidget(self._card(title, entries))
        draft.changed.connect(self._on_changed)
        draft.looked.connect(self._on_looked)
        draft.store_requested.connect(self._store)
        self.retranslate()

    def _card(self, title: RunLine, entries: Iterable[RoundField]) -> Card:
        card = Card()
        card.column.setSpacing(12)
        card.column.addWidget(title)
        for entry in entries:
            card.column.addWidget(self.rows[entry.key])
        return card

    def retranslate(self) -> None:
        for title, (word, entries) in zip(self._titles, round_groups(), strict=True):
            title.say(Run(word, CARD_TITLE, HALF_BOLD))
            for entry in entries:
                self.rows[entry.key].say(entry)

    @Slot()
    def _on_changed(self) -> None:
        for row in self.rows.values():
            row.look()

    @Slot()
    def _on_looked(self) -> None:
        for row in self.rows.values():
            row.judge()

    @Slot()
    def _store(self) -> None:
        for row in self.rows.values():
            row.store()

    def show_key(self, key: str) -> None:
        """Put the keyboard into the field of a key, the first where there is none."""
        wanted = key if key in self.rows else REQUIRED_KEYS[0]
        self.rows[wanted].take_focus()
