"""Result versions and the objections against them, decided one after the other."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.ledger.difference_card import DifferenceCard
from ui.ledger.logging_form import LoggingForm
from ui.ledger.objection_card import MODERATION, ObjectionCard
from ui.ledger.objection_list import ObjectionList
from ui.ledger.versions_card import VersionsCard
from ui.round.reading_page import ReadingPage
from ui.round.session import RoundSession
from ui.theme.tokens import CARD_GAP
from workbench.ledger.objections import (
    Objection,
    decide_objection,
    log_objection,
    objections_to,
)
from workbench.ledger.versions import (
    ResultVersion,
    VersionRow,
    as_version,
    issue_version,
    versions,
)
from workbench.progress import Progress
from workbench.rounds.desk import RoundDesk

_LEFT = 372
_DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)


@dataclass(frozen=True, slots=True)
class Found:
    """What the page shows."""

    versions: tuple[ResultVersion, ...]
    present: ResultVersion
    objections: tuple[Objection, ...]


class ObjectionsPage(ReadingPage):
    """Versions and objections at the left; the chosen one and what differs at the right."""

    def __init__(self, session: RoundSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent=parent)
        self._found: Found | None = None
        self.issued, self.list = VersionsCard(), ObjectionList()
        self.objection, self.form = ObjectionCard(), LoggingForm()
        self.differs = DifferenceCard(session.definition)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(CARD_GAP)
        column.addWidget(self.issued)
        column.addWidget(self.list, 1)
        right = QVBoxLayout()
        right.setSpacing(CARD_GAP)
        right.addWidget(self.objection)
        right.addWidget(self.form)
        self.form.hide()
        right.addWidget(self.differs, 1)
        right.addStretch(0)
        self.hold_beside(left, _LEFT, right)

    def _connect(self) -> None:
        self.issued.issued.connect(self._issue)
        self.list.logging_requested.connect(self.open_form)
        self.list.table.moved.connect(self._show_chosen)
        self.list.table.entered.connect(self.objection.go_on)
        self.form.logged.connect(self._log)
        self.form.left.connect(self.close_form)
        self.objection.decided.connect(self._decide)
        self.objection.reason.left.connect(self.place_focus)
        self.objection.moderation_requested.connect(self._ask_to_moderate)

    def look(self, desk: RoundDesk, progress: Progress) -> object:
        reading = self.session.reading
        outcome = reading.outcome if reading is not None else desk.outcome()
        issued = versions(desk)
        return Found(issued, as_version(outcome), objections_to(desk, outcome, issued))

    def show_found(self, found: Found) -> None:
        self._found = found
        self.issued.show_versions(found.versions)
        self.differs.show_versions(found.versions, found.present)
        self.list.show_objections(found.objections)
        self.retranslate()

    def retranslate(self) -> None:
        self.head.say(self.tr("Objections"), self._state())
        self.form.retranslate()
        self.allow(self.issued.begin)
        self.allow(self.list.log, also=self._found is not None and bool(self._found.versions))
        self._show_chosen()

    def _state(self) -> str:
        if self._found is None or not self._found.objections:
            return ""
        waiting = sum(not row.decision for row in self._found.objections)
        words = self.tr("{decided} of {count} decided")
        count = len(self._found.objections)
        return words.format(decided=count - waiting, count=count)

    # --- what is shown ---------------------------------------------------------------------

    @Slot()
    def _show_chosen(self) -> None:
        row, found = self.list.current(), self._found
        if row is not None and found is not None:
            version = next((one for one in found.versions if one.number == row.version), None)
            then = _service_of(version, row) if version is not None else None
            now = _service_of(found.present, row)
            self.objection.show_objection(row, then, now, why_not=self.session.why_not())
        self.differs.show_objection(row)
        is_logging = not self.form.isHidden()
        has_version = found is not None and bool(found.versions)
        self.objection.setVisible(row is not None and not is_logging)
        self.differs.setVisible(has_version and not is_logging)

    @Slot()
    def open_form(self) -> None:
        """Log an objection in place of the chosen one; go on where one is being logged."""
        if not self.form.isHidden():
            self.form.service.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        for part in (self.objection, self.differs):
            part.hide()
        self.form.show()
        self.form.open_for(self.session.definition.services)

    @Slot()
    def close_form(self) -> None:
        """Show the chosen objection again."""
        self.form.hide()
        self._show_chosen()
        self.place_focus()

    # --- what is done ----------------------------------------------------------------------

    @Slot(str)
    def _issue(self, note: str) -> None:
        self.session.change(
            lambda desk, _: issue_version(desk, note),
            self.tr("Issuing the version"),
            self._on_issued,
        )

    @Slot(object)
    def _on_issued(self, _version: object) -> None:
        self.issued.close_form()

    @Slot(int, str, str, str)
    def _log(self, number: int, received: str, by: str, claim: str) -> None:
        self.session.change(
            lambda desk, _: log_objection(desk, number, received, by, claim),
            self.tr("Logging the objection"),
            self._on_logged,
        )

    @Slot(object)
    def _on_logged(self, _nothing: object) -> None:
        self.close_form()
        if self._found is not None:
            self.choose_after_looking(len(self._found.objections) + 1)

    @Slot(int, str, str)
    def _decide(self, number: int, decision: str, reason: str) -> None:
        self.session.change(
            lambda desk, _: decide_objection(desk, number, decision, reason),
            self.tr("Deciding the objection"),
            lambda _: self._go_on_after(number),
        )

    def _go_on_after(self, number: int) -> None:
        """Go to the next objection that waits for its decision, if any does."""
        rows = self._found.objections if self._found is not None else ()
        waiting = [row.number for row in rows if not row.decision and row.number != number]
        later = [one for one in waiting if one > number]
        self.go_to(next(iter((*later, *waiting)), number))

    @Slot(object)
    def _ask_to_moderate(self, service: object) -> None:
        reading = self.session.reading
        rows = reading.outcome.services if reading is not None else ()
        pairs = (
            (row.service.uid, row.indicators[0].indicator.uid)
            for row in rows
            if row.service.uid == service and row.indicators
        )
        self.page_requested.emit(MODERATION, next(pairs, None))

    # --- keyboard --------------------------------------------------------------------------

    def go_to(self, place: object) -> None:
        """Choose an objection by its number."""
        if isinstance(place, int):
            self.list.table.choose(place)
            self.place_focus()

    def place_focus(self) -> None:
        if self.list.current() is not None:
            target: QWidget = self.list.table
        else:
            has_version = self._found is not None and self._found.versions
            target = self.list.log if has_version else self.issued.begin
            if not target.isEnabled():
                target = self.issued.table
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_deciding = self.objection.isVisible()
        if is_deciding and event.key() in _DIGITS:
            self.objection.choose(1 + _DIGITS.index(event.key()))
        elif is_deciding and event.key() == Qt.Key.Key_F2:
            self.objection.go_to_reason()
        elif (
            is_deciding
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not self.list.log.hasFocus()
        ):
            self.objection.go_on()
        else:
            super().keyPressEvent(event)


def _service_of(version: ResultVersion, objection: Objection) -> VersionRow | None:
    uid = objection.service.uid
    return next((row for row in version.services if row.service == uid), None)
