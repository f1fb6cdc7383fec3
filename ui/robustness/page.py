"""How firm each verdict is: the services by fragility at the left, the chosen one at the right."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.lists.list_or_nothing import ListOrNothing
from ui.robustness.chosen_card import ChosenCard
from ui.robustness.fragile_list import FragileList
from ui.robustness.once import RobustnessOnce
from ui.round.reading_page import ReadingPage
from ui.round.session import RoundSession
from workbench.definition.terms import Definition
from workbench.progress import Progress
from workbench.results.robustness import Firmness, Robustness
from workbench.rounds.desk import RoundDesk

_LEFT = (400, 520)
_SHARES = (5, 8)


@dataclass(frozen=True, slots=True)
class Found:
    """What the page shows."""

    definition: Definition
    rows: tuple[Robustness, ...]


class RobustnessPage(ReadingPage):
    """Nothing is written here, and nothing flows back into a number."""

    def __init__(self, session: RoundSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent=parent)
        self._found: Found | None = None
        self._once = RobustnessOnce.of(session)
        self.list = FragileList(session.definition)
        self.chosen = ChosenCard(session.definition)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.list.setMinimumWidth(_LEFT[0])
        self.list.setMaximumWidth(_LEFT[1])
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chosen)
        column.addStretch(1)
        self._body = ListOrNothing(self.list, right, _SHARES)
        self.hold(self._body)

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.list.entered.connect(self._ask_for_result)
        self.chosen.result_wanted.connect(self._ask_for_result)
        self._body.way_on.clicked.connect(self._ask_for_merge)

    def look(self, desk: RoundDesk, progress: Progress) -> Found:
        """Return how firm every verdict is.

        Raises:
            Cancelled: the person asked to stop.
        """
        reading = self.session.reading
        outcome = reading.outcome if reading is not None else desk.outcome()
        return Found(outcome.definition, self._once.rows(outcome, progress))

    def show_found(self, found: Found) -> None:
        self._found = found
        self.list.show_rows(found.definition, found.rows)
        self.retranslate()

    def retranslate(self) -> None:
        self.head.say(self.tr("Robustness"), self._state())
        self._body.words.setText(
            self.tr("No service is counted yet. Once all its marks are in, it is shown here.")
        )
        self._body.way_on.setText(self.tr("To merging"))
        has_rows = self._found is not None and bool(self._found.rows)
        self._body.show_list(has_rows=has_rows)

    def _state(self) -> str:
        if self._found is None or not self._found.rows:
            return ""
        counts = dict.fromkeys(Firmness, 0)
        for row in self._found.rows:
            counts[row.firmness] += 1
        words = self.tr("Hinge on one {hinges}, near {close}, firm {firm}")
        return words.format(
            hinges=counts[Firmness.HINGES],
            close=counts[Firmness.CLOSE],
            firm=counts[Firmness.FIRM],
        )

    @Slot(object)
    def _on_chosen(self, row: Robustness | None) -> None:
        if self._found is not None:
            self.chosen.show_service(self._found.definition, row)

    @Slot()
    def _ask_for_result(self) -> None:
        row = self.list.current()
        if row is not None:
            self.page_requested.emit("results", row.service.uid)

    @Slot()
    def _ask_for_merge(self) -> None:
        self.page_requested.emit("merge", None)

    def go_to(self, place: object) -> None:
        """Choose the service of ``place``, its uid."""
        if isinstance(place, bytes):
            self.list.choose(place)

    def place_focus(self) -> None:
        """Put the keyboard on the list, or on what can be done where nothing is counted."""
        if self._found is not None and self._found.rows:
            self.list.take_focus()
        else:
            self._body.way_on.setFocus(Qt.FocusReason.OtherFocusReason)
