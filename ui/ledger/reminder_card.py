"""One evaluator of the progress board: what is missing, the reminder to copy, who takes over."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.ledger.rows import Cell, Column, Row
from ui.ledger.table import LedgerTable
from ui.ledger.wording import when_words
from ui.problems import sentence_of
from ui.round.rooms import ROOMS
from ui.theme.fonts import BODY, CAPTION, CARD_TITLE, HALF_BOLD
from ui.theme.icons import icon
from ui.theme.parts import Card, Hairline, KeyHint, Words, button
from ui.theme.runs import Run, RunLine
from workbench.definition.terms import Rules
from workbench.ledger.progress import EvaluatorProgress, reminder

_ROSTER = "roster"
_LEAST = 230


class ReminderCard(Speaking):
    """Missing services at the left, the reminder at the right."""

    replacing_requested = Signal(object)
    """The uid of the evaluator."""

    def __init__(self, rules: Rules, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules = rules
        self._may_write = False
        self._progress: EvaluatorProgress | None = None
        self._title, self._letter_title = RunLine(), RunLine()
        self._none = Words(BODY, role="text2")
        self.missing = LedgerTable(row=28)
        self.letter = QPlainTextEdit()
        self.letter.setReadOnly(True)
        self.letter.setTabChangesFocus(True)
        self.copy, self.replace = button("primary"), button()
        self.copy.setIcon(icon("copy", "on_accent"))
        self._copied, self._hint = Words(CAPTION, role="success"), KeyHint("Ctrl+C")
        self.copy.clicked.connect(self.copy_letter)
        self.replace.clicked.connect(self._ask_to_replace)
        self._lay_out()

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(8)
        left.addWidget(self._title)
        left.addWidget(self._none)
        left.addWidget(self.missing, 1)
        left.addStretch(0)
        left.addWidget(self.replace, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self._letter_title)
        right.addWidget(self.letter, 1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._hint)
        foot.addWidget(self._copied, 1)
        foot.addWidget(self.copy)
        right.addLayout(foot)
        card = Card()
        across = QHBoxLayout()
        across.setSpacing(20)
        across.addLayout(left, 1)
        across.addWidget(Hairline(upright=True))
        across.addLayout(right, 1)
        card.column.addLayout(across, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self.setMinimumHeight(_LEAST)

    def show_progress(
        self, progress: EvaluatorProgress | None, rules: Rules, *, may_write: bool
    ) -> None:
        """Show one evaluator; he can be replaced where the round can be changed."""
        self._progress, self._rules, self._may_write = progress, rules, may_write
        self._copied.clear()
        self.retranslate()

    def retranslate(self) -> None:
        row = self._progress
        self.setVisible(row is not None)
        if row is None:
            return
        who = f"{row.evaluator.code} {row.evaluator.name}"
        file = row.last_file and f"{row.last_file} · {when_words(row.last_at or 0)}"
        self._title.say(
            Run(who, CARD_TITLE, HALF_BOLD),
            Run(file or self.tr("no file yet"), BODY, role="text2", before=10),
        )
        self._none.setText(self.tr("Nothing is missing."))
        self._none.setVisible(not row.missing)
        self.missing.setVisible(bool(row.missing))
        self.missing.setAccessibleName(self.tr("Services with missing marks"))
        self.missing.show_rows(
            (Column(self.tr("Service")), Column(self.tr("Missing marks"), 110, is_number=True)),
            [
                Row(one.number, (Cell(f"{one.number} {one.name}", "text"), Cell(str(one.count))))
                for one in row.missing
            ],
        )
        self.missing.hug(least=min(len(row.missing), 3))
        self._letter_title.say(Run(self.tr("Reminder"), CARD_TITLE, HALF_BOLD))
        self.letter.setPlainText(self.text())
        self.letter.setAccessibleName(self.tr("Reminder"))
        self.copy.setText(self.tr("Copy the reminder"))
        self._hint.say(self.tr("copies it from the list"))
        self.replace.setText(self.tr("Replace this evaluator…"))
        self.replace.setVisible(self._may_write and _ROSTER in ROOMS)

    def text(self) -> str:
        """Return the reminder; lines of which nothing is known are left out."""
        if self._progress is None:
            return ""
        said = sentence_of(reminder(self._progress, self._rules))
        return "\n".join(line for line in said.splitlines() if line.strip())

    @Slot()
    def copy_letter(self) -> None:
        """Put the reminder on the clipboard."""
        if self._progress is None:
            return
        QGuiApplication.clipboard().setText(self.text())
        self._copied.setText(self.tr("Copied: {name}").format(name=self._progress.evaluator.name))

    @Slot()
    def _ask_to_replace(self) -> None:
        if self._progress is not None:
            self.replacing_requested.emit(self._progress.evaluator.uid)
