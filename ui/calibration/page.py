"""The calibration page: how evaluators differ, as questions; nothing on it changes a number."""

from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.calibration.agreement_card import AgreementCard
from ui.calibration.evaluator_rows import BAR, EVERYBODY, columns_of, rows_of
from ui.calibration.questions_card import QuestionsCard
from ui.calibration.severity_painter import SeverityPainter
from ui.ledger.table import LedgerTable
from ui.round.reading_page import ReadingPage
from ui.round.session import RoundSession
from ui.theme.fonts import BODY
from ui.theme.parts import Card, Words, button
from ui.theme.tokens import CARD_GAP, TABLE_ROW_HEIGHT
from workbench.calibration.calibrating import Calibration, calibration_of
from workbench.definition.terms import Evaluator
from workbench.progress import Progress
from workbench.rounds.desk import RoundDesk

_AGREEMENT: Final = 420
_ROWS_MOST: Final = 7


class CalibrationPage(ReadingPage):
    """Evaluators above, their agreement and what to ask below; choosing one asks about him."""

    def __init__(self, session: RoundSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent=parent)
        self._found: Calibration | None = None
        self.note = Words(BODY, role="text2")
        self.table = LedgerTable()
        self._severity = SeverityPainter(self.table, TABLE_ROW_HEIGHT)
        self._plain = self.table.itemDelegate()
        self.agreement = AgreementCard()
        self.questions = QuestionsCard(session.definition)
        self._none, self.merge = Words(BODY, role="text2"), button()
        self._lay_out()
        self.table.moved.connect(self._show_chosen)
        self.table.entered.connect(self._go_to_questions)
        self.questions.list.service_wanted.connect(self._ask_for_service)
        self.merge.clicked.connect(self._ask_for_merge)
        self.retranslate()

    def _lay_out(self) -> None:
        body = QWidget()
        self._column = column = QVBoxLayout(body)
        column.setSpacing(CARD_GAP)
        column.addWidget(self.note)
        self._nothing, self._people = Card(), Card()
        self._nothing.column.addWidget(self._none)
        self._nothing.column.addWidget(self.merge, 0, Qt.AlignmentFlag.AlignLeft)
        self._people.column.addWidget(self.table)
        column.addWidget(self._nothing)
        column.addWidget(self._people)
        self._across = QWidget()
        across = QHBoxLayout(self._across)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(CARD_GAP)
        self.agreement.setFixedWidth(_AGREEMENT)
        across.addWidget(self.agreement)
        across.addWidget(self.questions, 1)
        column.addWidget(self._across, 1)
        column.addStretch(0)
        self._last = column.count() - 1
        self.hold(body)

    def look(self, desk: RoundDesk, progress: Progress) -> object:
        reading = self.session.reading
        outcome = reading.outcome if reading is not None else None
        return calibration_of(desk, outcome, progress=progress)

    def show_found(self, found: Calibration) -> None:
        self._found = found
        self.agreement.show_calibration(found)
        self.retranslate()

    def retranslate(self) -> None:
        found = self._found
        self.head.say(self.tr("Evaluators"), self._state())
        self.note.setText(
            self.tr(
                "Nothing on this page changes a number; it shows what may be worth asking. Only"
                " marks that an evaluator judged are compared, as a percentage of the maximum;"
                " indicators computed from figures or a survey are left out."
            )
        )
        self._none.setText(self.tr("No mark has come in yet. Merge the first score books."))
        self.merge.setText(self.tr("To merging"))
        self.table.setAccessibleName(self.tr("How each evaluator marks"))
        has_marks = found is not None and bool(found.marks)
        self._nothing.setVisible(found is not None and not has_marks)
        self._people.setVisible(has_marks)
        self._across.setVisible(has_marks)
        if found is not None and has_marks:
            self._show_people(found)
            self._show_chosen()

    def _show_people(self, found: Calibration) -> None:
        is_compared = bool(found.shared_cells)
        self._severity.show_profiles(found.profiles)
        self.table.setItemDelegateForColumn(BAR, self._severity if is_compared else self._plain)
        self.table.show_rows(columns_of(found), rows_of(found))
        # an empty list needs no room, so that a calm round has no hollow cards
        has_list = bool(found.questions)
        self._column.setStretch(self._last - 1, int(has_list))
        self._column.setStretch(self._last, int(not has_list))
        self.table.hug(least=min(4, 1 + len(found.profiles)), most=_ROWS_MOST)

    def _state(self) -> str:
        if self._found is None or not self._found.marks:
            return ""
        words = self.tr("Marks {marks}, shared cells {cells}, questions {questions}")
        return words.format(
            marks=self._found.marks,
            cells=self._found.shared_cells,
            questions=len(self._found.questions),
        )

    def _chosen(self) -> Evaluator | None:
        key = self.table.key()
        known = self._found.definition.evaluator if self._found is not None else {}
        return known.get(key) if isinstance(key, bytes) and key != EVERYBODY else None

    @Slot()
    def _show_chosen(self) -> None:
        if self._found is None:
            return
        who = self._chosen()
        asked = self._found.questions if who is None else self._found.about(who.uid)
        self.questions.show_questions(self._found.definition, asked, who)

    @Slot()
    def _go_to_questions(self) -> None:
        if not self.questions.list.isHidden():
            self.questions.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _ask_for_service(self, uid: object) -> None:
        self.page_requested.emit("results", uid)

    @Slot()
    def _ask_for_merge(self) -> None:
        self.page_requested.emit("merge", None)

    def go_to(self, place: object) -> None:
        """Choose an evaluator by his uid."""
        if isinstance(place, bytes):
            self.table.choose(place)

    def place_focus(self) -> None:
        target = self.merge if self._people.isHidden() else self.table
        target.setFocus(Qt.FocusReason.OtherFocusReason)
