"""The survey page: satisfaction by service at the left, the chosen one in full at the right."""

from typing import Any, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from ui.explaining.words import conversion_word
from ui.lists.list_or_nothing import ListOrNothing
from ui.round.reading_page import ReadingPage
from ui.round.session import RoundSession
from ui.surveys.chosen_card import ChosenSurvey
from ui.surveys.service_list import SurveyList
from ui.surveys.words import example_words
from workbench.definition.terms import Scale
from workbench.progress import Progress
from workbench.results.formulas import formula_of
from workbench.rounds.desk import RoundDesk
from workbench.surveys.standing import SurveyRow, SurveyStanding, survey_standing

_RIGHT: Final = (376, 640)
_SHARES: Final = (2, 1)


class SurveyPage(ReadingPage):
    """Nothing is written here: figures come in through the score book of whoever enters them."""

    def __init__(self, session: RoundSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent=parent)
        self._found: SurveyStanding | None = None
        self.list, self.chosen = SurveyList(), ChosenSurvey(session.definition)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.chosen.setMinimumWidth(_RIGHT[0])
        self.chosen.setMaximumWidth(_RIGHT[1])
        self._body = ListOrNothing(self.list, self.chosen, _SHARES)
        self.nothing, self.merge = self._body.words, self._body.way_on
        self.hold(self._body)

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.list.entered.connect(self._ask_for_result)
        self.chosen.result_wanted.connect(self._ask_for_result)
        self.merge.clicked.connect(self._ask_for_merge)

    def look(self, desk: RoundDesk, progress: Progress) -> SurveyStanding:
        """Return how satisfaction stands.

        Raises:
            StoreError: the round cannot be read.
            Cancelled: the person asked to stop.
        """
        reading = self.session.reading
        return survey_standing(desk, progress, reading.outcome if reading is not None else None)

    def show_found(self, found: SurveyStanding) -> None:
        self._found = found
        self.list.show_standing(found)
        self.retranslate()

    def retranslate(self) -> None:
        found = self._found
        self.head.say(self.tr("Satisfaction"), self._state())
        self.merge.setText(self.tr("To merging"))
        is_surveyed = found is not None and found.is_surveyed
        has_figures = found is not None and found.has_figures
        words = self.tr("This round has no indicator that is computed from a survey.")
        if is_surveyed:
            words = self.tr(
                "No satisfaction figures have come in yet. Merge the score book of whoever enters"
                " them."
            )
        self.nothing.setText(words)
        self.merge.setVisible(is_surveyed)
        self._body.show_list(is_known=found is not None, has_rows=has_figures)

    def _state(self) -> str:
        """Return by which conversions the figures become points."""
        if self._found is None:
            return ""
        used = [row for row in self._found.definition.indicators if row.scale is Scale.SURVEY]
        formulas = dict.fromkeys(formula_of(row) for row in used)
        return ", ".join(f"{conversion_word(one)} ({example_words(one)})" for one in formulas)

    @Slot(object)
    def _on_chosen(self, row: SurveyRow | None) -> None:
        if self._found is not None:
            self.chosen.show_row(self._found.definition, row)

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

    def place(self) -> dict[str, object]:
        """Return what is kept of the page per file: by what the services are sorted."""
        return {"order": self.list.order}

    def take_place(self, kept: dict[str, Any]) -> None:
        """Take up what was kept."""
        order = kept.get("order")
        if isinstance(order, str):
            self.list.sort_by(order)

    def place_focus(self) -> None:
        """Put the keyboard on the services, or on what can be done where there are no figures."""
        if self._found is not None and self._found.has_figures:
            self.list.take_focus()
        elif self._found is not None and self._found.is_surveyed:
            self.merge.setFocus(Qt.FocusReason.OtherFocusReason)
