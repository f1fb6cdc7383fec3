"""The progress board: per evaluator and section how much is in, who is sealed, who is missing."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.ledger.progress_rows import columns_of, row_of
from ui.ledger.reminder_card import ReminderCard
from ui.ledger.table import LedgerTable
from ui.round.reading_page import ReadingPage
from ui.round.session import RoundSession
from ui.theme.parts import Card, Words
from ui.theme.tokens import CARD_GAP
from workbench.ledger.progress import EvaluatorProgress, progress_board
from workbench.progress import Progress
from workbench.rounds.desk import RoundDesk

_ROW = 40


class ProgressPage(ReadingPage):
    """The matrix above, the chosen evaluator below."""

    def __init__(self, session: RoundSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent=parent)
        self._board: tuple[EvaluatorProgress, ...] = ()
        self.table = LedgerTable(row=_ROW)
        self.chosen = ReminderCard(session.definition.rules)
        self._none = Words(role="text2")
        self._lay_out()
        self.table.moved.connect(self._show_chosen)
        self.table.copy_requested.connect(self.chosen.copy_letter)
        self.table.entered.connect(self._go_to_letter)
        self.chosen.replacing_requested.connect(self._ask_to_replace)
        self.retranslate()

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setSpacing(CARD_GAP)
        self._card = Card()
        self._card.column.addWidget(self._none)
        self._card.column.addWidget(self.table)
        column.addWidget(self._card, 3)
        column.addWidget(self.chosen, 2)
        column.addStretch(0)
        self.hold(body)

    def look(self, desk: RoundDesk, progress: Progress) -> object:
        return progress_board(desk)

    def show_found(self, found: tuple[EvaluatorProgress, ...]) -> None:
        self._board = found
        self.retranslate()

    def retranslate(self) -> None:
        self.head.say(self.tr("Progress"), self._state())
        self._none.setText(self.tr("No mark is expected of anybody. Assign evaluators first."))
        self._none.setVisible(not self._board)
        self.table.setVisible(bool(self._board))
        self.table.setAccessibleName(self.tr("Evaluators"))
        sections = self.session.definition.sections
        self.table.show_rows(
            columns_of(sections), [row_of(progress, sections) for progress in self._board]
        )
        self.table.hug(least=min(4, len(self._board)))
        self._card.setMaximumHeight(self.table.whole_height() + 40)
        self._show_chosen()

    def _state(self) -> str:
        if not self._board:
            return ""
        words = self.tr("{sealed} of {count} evaluators sealed · {missing} marks missing")
        return words.format(
            sealed=sum(row.receipt is not None for row in self._board),
            count=len(self._board),
            missing=sum(row.expected - row.given for row in self._board),
        )

    def _chosen_row(self) -> EvaluatorProgress | None:
        key = self.table.key()
        return next((row for row in self._board if row.evaluator.uid == key), None)

    @Slot()
    def _show_chosen(self) -> None:
        rules = self.session.definition.rules
        self.chosen.show_progress(self._chosen_row(), rules, may_write=self.session.may_write)

    @Slot()
    def _go_to_letter(self) -> None:
        self.chosen.copy.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _ask_to_replace(self, uid: object) -> None:
        self.page_requested.emit("roster", uid)

    def go_to(self, place: object) -> None:
        """Choose an evaluator by his uid."""
        self.table.choose(place if isinstance(place, bytes) else self.table.key())

    def place_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
