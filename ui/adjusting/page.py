"""The page of bonus and penalty (가점·감점): services at the left, the chosen one at the right."""

from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.adjusting.drafts import Draft, Drafts, Target, standing
from ui.adjusting.service_list import AdjustedList
from ui.adjusting.sheet import AdjustingSheet
from ui.problems import sentence_of
from ui.round.reading_page import ReadingPage
from ui.round.session import RoundSession
from ui.theme.fonts import DENSE, HALF_BOLD
from ui.theme.key_row import KeyRow
from ui.theme.parts import Card, Words
from workbench.adjusting.adjusting import adjust, checked, take_back
from workbench.adjusting.effects import AdjustedService, adjusted_services
from workbench.definition.terms import Uid
from workbench.errors import InputError
from workbench.progress import Progress
from workbench.results.outcome import Outcome
from workbench.rounds.desk import RoundDesk

LIST_WIDTH: Final = 348
_KEYS: Final = ("Enter", "↑ ↓", "Esc", "Del")


@dataclass(frozen=True, slots=True)
class Found:
    """What the page shows."""

    outcome: Outcome
    services: tuple[AdjustedService, ...]


class AdjustmentsPage(ReadingPage):
    """Stores one adjustment after the other; what is typed elsewhere waits as a draft."""

    def __init__(self, session: RoundSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent=parent)
        self._found: Found | None = None
        self._drafts = Drafts()
        self._target: Target | None = None
        """What the form is about."""
        self.list, self.sheet = AdjustedList(), AdjustingSheet()
        self._closed = Words(DENSE, HALF_BOLD, role="text2")
        self._keys = KeyRow(_KEYS)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        right = Card()
        right.column.addWidget(self._closed)
        right.column.addWidget(self.sheet, 1)
        right.column.addLayout(self._keys)
        self.hold_beside(self.list, LIST_WIDTH, right)

    def _connect(self) -> None:
        sheet, form = self.sheet, self.sheet.form
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self._begin)
        sheet.given.change_wanted.connect(self._change)
        sheet.taken_back.connect(self._take_back)
        sheet.left.connect(self._to_given)
        form.store_wanted.connect(self._store)
        form.given_up.connect(self._give_up)
        form.stepped.connect(self._step)

    # --- reading ---------------------------------------------------------------------------

    def look(self, desk: RoundDesk, progress: Progress) -> Found:
        reading = self.session.reading
        outcome = reading.outcome if reading is not None else desk.outcome()
        return Found(outcome, adjusted_services(outcome))

    def show_found(self, found: Found) -> None:
        self._found = found
        places = found.outcome.definition.rules.score_places
        self.list.show_services(found.services, places)
        self.retranslate()

    # --- choosing --------------------------------------------------------------------------

    def go_to(self, place: object) -> None:
        """Choose a service by its uid."""
        if isinstance(place, bytes):
            self.list.choose(place)

    @Slot()
    def _on_chosen(self) -> None:
        row, target = self.list.current(), self._target
        outcome = None if self._found is None else self._found.outcome
        if target is not None and row is not None and target[0] == row.service.uid:
            self.sheet.show_service(outcome, row)  # read again: the typing goes on
            self._target = row.service.uid, self._changing()
        else:
            self._keep_draft()
            self.sheet.show_service(outcome, row)
            self._target = None
            if row is not None:
                self._be_about(row.service.uid, self._drafts.changing(row.service.uid))
        self._allow()

    def _be_about(self, service: Uid, changing: Uid | None) -> None:
        """Let the form be about an adjustment of the chosen service, with what was typed of it."""
        draft = self._drafts.of((service, changing))
        self.sheet.begin_with(changing, draft)
        self._target = service, self._changing()

    def _changing(self) -> Uid | None:
        changed = self.sheet.changed()
        return None if changed is None else changed.uid

    def _keep_draft(self) -> None:
        if self._target is not None:
            draft = self.sheet.form.draft()
            self._drafts.keep(self._target, draft, standing(self.sheet.changed()))

    @Slot()
    def _begin(self) -> None:
        """Put the keyboard where the next thing is typed, or on what was given."""
        if self.sheet.service() is None:
            return
        if self.sheet.form.store.isEnabled():
            self.sheet.form.begin()
        else:
            self._to_given()

    @Slot(object)
    def _change(self, uid: Uid) -> None:
        row = self.sheet.service()
        if row is not None:
            self._keep_draft()
            self._be_about(row.service.uid, uid)
            self.sheet.form.begin()

    @Slot()
    def _give_up(self) -> None:
        """Take what is stored again; from a change go back to a new one, then to the list."""
        target = self._target
        if target is None:
            return
        self._drafts.drop(target)
        was_changing = target[1] is not None
        self._be_about(target[0], None)
        if was_changing:
            self._to_given()
        else:
            self.list.take_focus()

    @Slot()
    def _to_given(self) -> None:
        table = self.sheet.given.table
        if table.isVisibleTo(self):
            table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.list.take_focus()

    @Slot(int)
    def _step(self, by: int) -> None:
        self.list.step(by)
        self.sheet.form.begin()

    # --- writing ---------------------------------------------------------------------------

    @Slot()
    def _store(self) -> None:
        row, target, form = self.sheet.service(), self._target, self.sheet.form
        if row is None or target is None or not form.store.isEnabled():
            return
        draft, number = form.draft(), row.service.number
        typed = (draft.points, draft.reason, draft.evidence)
        try:
            checked(self.session.definition, number, *typed)
        except InputError as error:
            form.complain(partial(sentence_of, error), self._field_of(error))
            return
        form.be_content()

        def write(desk: RoundDesk, _progress: Progress) -> object:
            return adjust(desk, number, *typed, target[1])

        self.session.change(
            write, self.tr("Storing"), lambda _: self._on_stored(target, draft), about=target
        )

    def _field_of(self, error: InputError) -> QLineEdit:
        form = self.sheet.form
        is_points = error.key.startswith("adjust_")
        too_long = form.evidence if len(form.evidence.text()) > len(form.reason.text()) else None
        return form.points if is_points else too_long or form.reason

    def _on_stored(self, target: Target, draft: Draft) -> None:
        """Empty the form, unless something else is typed there by now.

        What the round refuses never comes here: it stays in the form, and the window says why.
        """
        self._drafts.drop(target)
        if self._target == target and self.sheet.form.draft() == draft:
            self._be_about(target[0], None)
            self.sheet.form.begin()

    @Slot(object, str)
    def _take_back(self, uid: Uid, reason: str) -> None:
        row = self.sheet.service()
        if row is not None:
            service = row.service.uid
            self.session.change(
                lambda desk, _: take_back(desk, uid, reason),
                self.tr("Taking back"),
                lambda _: self._on_taken_back(service, uid),
                about=uid,
            )

    def _on_taken_back(self, service: Uid, uid: Uid) -> None:
        self._drafts.drop((service, uid))
        row = self.sheet.service()
        if not self.sheet.is_going(uid) or row is None:
            return
        self.sheet.stop_taking_back()
        if len(row.adjustments) == 1:
            self.list.take_focus()  # the table of what was given goes with its last line

    # --- the rest --------------------------------------------------------------------------

    def _allow(self) -> None:
        self.sheet.allow(self.session.why_not())
        self._closed.setText(self.session.why_not())
        self._closed.setVisible(bool(self.session.why_not()))

    def retranslate(self) -> None:
        self.list.retranslate()
        self.head.say(self.tr("Bonus and penalty"), self._state())
        self._allow()
        self._keys.say(
            (
                self.tr("store"),
                self.tr("another service"),
                self.tr("give up"),
                self.tr("take back"),
            )
        )

    def _state(self) -> str:
        services = self._found.services if self._found is not None else ()
        rows = [row for row in services if row.adjustments]
        if not rows:
            return ""
        moved = sum(_is_moved(row) for row in rows)
        words = self.tr("Services: {count}, verdicts changed: {moved}")
        return words.format(count=len(rows), moved=moved)

    def place_focus(self) -> None:
        """Put the keyboard on the list."""
        self.list.take_focus()


def _is_moved(row: AdjustedService) -> bool:
    return row.before.verdict is not row.now.verdict
