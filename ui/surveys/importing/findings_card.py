"""The card of everything odd in the file, and the switch that lets duplicates stand."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.language import Speaking
from ui.surveys.importing.sentence_list import Sentence, SentenceList
from ui.theme.fonts import BODY, CARD_TITLE, HALF_BOLD
from ui.theme.glyphs import Glyph
from ui.theme.parts import Card, Words, button, say_chip
from ui.theme.runs import Run, RunLine
from workbench.errors import AppError, EntryUnfit

_GOOD_TO_KNOW: Final = frozenset(
    f"survey_told_{name}"
    for name in (
        "refused",
        "unused",
        "sheets",
        "rounded",
        "missing_by_question",
        "missing_by_service",
        "empty",
        "replaced",
    )
)
_OF_QUESTIONS: Final = frozenset(
    f"survey_told_{name}"
    for name in ("out_of_range", "far_out", "unknown_word", "not_numbers", "silent")
)
"""One sentence for each question and answer: many, and behind what concerns whole rows."""
_LEAST: Final = 110


class FindingsCard(Speaking):
    """What keeps the survey from being taken stands first, then what deserves a look."""

    keep_wanted = Signal(bool)
    """Whether answers that stand twice shall count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Sentence, ...] = ()
        self._title, self._none = RunLine(), Words(BODY, role="text2")
        self.keep = button("chip")
        self.list = SentenceList()
        self.list.setMinimumHeight(_LEAST)
        card = Card()
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.keep)
        card.column.addLayout(head)
        card.column.addWidget(self._none)
        card.column.addWidget(self.list, 1)
        card.column.addStretch(0)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self.keep.clicked.connect(self.keep_wanted)
        self.keep.hide()
        self.retranslate()

    def show_findings(self, told: Sequence[AppError], *, has_duplicates: bool) -> None:
        """Say what is odd in a file that can be taken."""
        flagged = [one for one in told if one.key not in _GOOD_TO_KNOW]
        flagged.sort(key=lambda one: one.key in _OF_QUESTIONS)
        quiet = [one for one in told if one.key in _GOOD_TO_KNOW]
        self._show([*(Sentence(one, Glyph.FLAG) for one in flagged), *map(Sentence, quiet)])
        self.keep.setVisible(has_duplicates)

    def show_problem(self, error: AppError) -> None:
        """Say why nothing can be taken as the columns stand."""
        every = error.problems if isinstance(error, EntryUnfit) else (error,)
        self._show([Sentence(one, Glyph.ERROR) for one in every])
        self.keep.hide()

    def _show(self, rows: Sequence[Sentence]) -> None:
        self._rows = tuple(rows)
        self.retranslate()

    def retranslate(self) -> None:
        is_stopped = any(row.glyph is Glyph.ERROR for row in self._rows)
        title = self.tr("What is missing") if is_stopped else self.tr("What was found")
        self._title.say(
            Run(title, CARD_TITLE, HALF_BOLD),
            Run(str(len(self._rows)), CARD_TITLE, HALF_BOLD, "text3", 8),
        )
        say_chip(self.keep, self.tr("Count duplicates too"))
        self._none.setText(self.tr("Nothing odd was found in the file."))
        self._none.setVisible(not self._rows)
        self.list.setVisible(bool(self._rows))
        self.list.setAccessibleName(title)
        self.list.show_sentences(self._rows)
