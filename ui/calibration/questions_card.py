"""What to ask: all of it, or what concerns the chosen evaluator."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.calibration.question_list import QuestionList, QuestionModel
from ui.language import Speaking
from ui.theme.fonts import BODY, CARD_TITLE, HALF_BOLD
from ui.theme.parts import Card, KeyHint, Words
from ui.theme.runs import Run, RunLine
from workbench.calibration.questions import Question
from workbench.definition.terms import Definition, Evaluator

_LEAST: Final = 150


class QuestionsCard(Speaking):
    """A title that says whose questions they are, and the list."""

    def __init__(self, definition: Definition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._definition = definition
        self._questions: tuple[Question, ...] = ()
        self._evaluator: Evaluator | None = None
        self._title, self.none = RunLine(), Words(BODY, role="text2")
        self._hint = KeyHint("Enter")
        self._model = QuestionModel(definition, self)
        self.list = QuestionList(self._model)
        self.list.setMinimumHeight(_LEAST)
        card = Card()
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._hint)
        card.column.addLayout(head)
        card.column.addWidget(self.none)
        card.column.addWidget(self.list, 1)
        card.column.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def show_questions(
        self, definition: Definition, questions: Sequence[Question], evaluator: Evaluator | None
    ) -> None:
        """List ``questions``: all of them, or those that concern ``evaluator``."""
        self._definition, self._questions = definition, tuple(questions)
        self._evaluator = evaluator
        self.retranslate()

    def retranslate(self) -> None:
        who = self._evaluator
        title = self.tr("What to ask")
        if who is not None:
            title = self.tr("What to ask {who}").format(who=f"{who.code} {who.name}")
        self._title.say(
            Run(title, CARD_TITLE, HALF_BOLD),
            Run(str(len(self._questions)), CARD_TITLE, HALF_BOLD, "text3", 8),
        )
        self._hint.say(self.tr("show the service"))
        self._hint.setVisible(any(one.services for one in self._questions))
        self.none.setText(
            self.tr("Nothing stands out.")
            if who is None
            else self.tr("Nothing stands out for this evaluator.")
        )
        self.none.setVisible(not self._questions)
        self.list.setVisible(bool(self._questions))
        self.list.setAccessibleName(title)
        self._model.show_questions(self._definition, self._questions)
        self.list.begin()
