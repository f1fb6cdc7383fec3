"""Services, evaluators, and who scores what; replacing an evaluator."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.round.session import RoundSession
from ui.setup.assignments_card import AssignmentsCard
from ui.setup.parts_card import PartsCard
from ui.setup.replacing_form import ReplacingForm
from ui.setup.setup_page import SetupPage
from ui.setup.table_part import TablePart
from ui.theme.parts import button
from workbench.definition.problems import Place

MATRIX = "matrix"


class RosterPage(SetupPage):
    """Four parts, one at a time; the assignments stand twice: as a matrix and row by row."""

    def __init__(self, session: RoundSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.parts = {
            "services": TablePart(self.draft, "services", lambda: {"status": "included"}),
            "evaluators": TablePart(self.draft, "evaluators", lambda: {"role": "evaluator"}),
            "assignments": TablePart(self.draft, "assignments", lambda: {"status": "assigned"}),
        }
        self.assignments = AssignmentsCard(session)
        self.replacing = ReplacingForm(session)
        self.replace = button()
        self.card = PartsCard()
        for name in ("services", "evaluators"):
            self.card.add(name, self.parts[name])
        self.card.add(MATRIX, self.assignments)
        self.card.add("assignments", self.parts["assignments"])
        self.card.add_beside(self.replace)
        self.card.column.insertWidget(1, self.replacing)
        self.hold(self.card)
        self.card.chosen.connect(self._on_part)
        self.replace.clicked.connect(self._ask_to_replace)
        self.replacing.left.connect(self.take_focus)
        self.draft.changed.connect(self._name_parts)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.replace.setText(self.tr("Replace an evaluator…"))
        self._name_parts()

    def title(self) -> str:
        return self.tr("Services and people")

    @Slot()
    def _name_parts(self) -> None:
        words = {
            "services": self.tr("Services {count}"),
            "evaluators": self.tr("Evaluators {count}"),
            "assignments": self.tr("Assignment rows {count}"),
        }
        for name, word in words.items():
            self.card.say(name, word.format(count=len(self.draft.sheets.of(name))))
        self.card.say(MATRIX, self.tr("Assignments"))
        self.replace.setEnabled(self.draft.may_edit)
        self.replace.setToolTip(self.session.why_not())

    def sheet_for_tables(self) -> str | None:
        part = self.card.part()
        return "assignments" if part == MATRIX else part

    @Slot()
    def _on_part(self) -> None:
        self.take_focus()

    @Slot()
    def _ask_to_replace(self) -> None:
        self.replacing.open_for(None)

    def show_place(self, place: object) -> None:
        """Go to the row of a problem; of an evaluator's uid, ask who takes over from him."""
        if isinstance(place, bytes):
            self.replacing.open_for(place)
            return
        if not isinstance(place, Place):
            return
        is_matrix = place.sheet == "assignments" and place.row is None
        self.card.show_part(MATRIX if is_matrix else place.sheet)
        if place.row is not None:
            self.parts[place.sheet].show_row(place.row - 2, place.column or "")
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on the part that is shown."""
        part = self.card.part()
        if part == MATRIX:
            self.assignments.take_focus()
        else:
            self.parts[part].table.take_focus()
