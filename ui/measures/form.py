"""Confirming the chosen figures: who, a note, and the way to take a confirmation back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.ledger.reason_line import ReasonLine
from ui.measures.person_choice import Person, PersonChoice
from ui.settling.agreed_form import AgreedLine
from ui.theme.fonts import BODY, DENSE, HALF_BOLD
from ui.theme.parts import Words, button
from ui.theme.runs import Run, RunLine
from ui.theme.tab_stop import order_tabs
from workbench.definition.terms import Uid

_TRAY = (16, 12, 16, 12)


class ConfirmForm(Speaking):
    """Knows no round: Enter in the note confirms, Escape goes back, up and down go elsewhere."""

    by_chosen = Signal(object)
    """The uid of who confirms."""
    confirm_wanted = Signal()
    given_up = Signal()
    stepped = Signal(int)
    dropped = Signal(str)
    """Why the confirmation is taken back."""
    drop_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person, self.note = PersonChoice(), AgreedLine()
        self.note.takes_phrases = False
        self.confirm, self.drop = button("primary"), button("link")
        self.going = ReasonLine()
        self._captions = (Words(BODY, role="text2"), Words(BODY, role="text2"))
        self._why, self._going_words = Words(DENSE), RunLine()
        self._ask, self._fields, self._going = QWidget(), QWidget(), QWidget()
        self._by = self._confirmed_by = ""
        self._lay_out()
        self._connect()
        self._going.hide()

    def _lay_out(self) -> None:
        grid = QGridLayout(self._fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for at, (caption, field) in enumerate(
            zip(self._captions, (self.person, self.note), strict=True)
        ):
            caption.setWordWrap(False)
            grid.addWidget(caption, at, 0)
            grid.addWidget(field, at, 1)
        grid.setColumnStretch(1, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.drop)
        foot.addStretch(1)
        foot.addWidget(self.confirm)
        ask = QVBoxLayout(self._ask)
        ask.setContentsMargins(0, 0, 0, 0)
        ask.setSpacing(8)
        for part in (self._fields, self._why):
            ask.addWidget(part)
        ask.addLayout(foot)
        going = QVBoxLayout(self._going)
        going.setContentsMargins(0, 0, 0, 0)
        going.addWidget(self._going_words)
        going.addWidget(self.going)
        self._tray = QFrame()
        self._tray.setProperty("kind", "tray")
        padded = QVBoxLayout(self._tray)
        padded.setContentsMargins(*_TRAY)
        padded.addWidget(self._ask)
        padded.addWidget(self._going)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._tray)
        order_tabs(self.person.button, self.note, self.drop, self.confirm)

    def _connect(self) -> None:
        self.person.chosen.connect(self.by_chosen)
        self.note.entered.connect(self.confirm_wanted)
        self.note.given_up.connect(self.given_up)
        self.note.stepped.connect(self.stepped)
        self.confirm.clicked.connect(self.confirm_wanted)
        self.drop.clicked.connect(self.ask_to_drop)
        self.going.given.connect(self.dropped)
        self.going.left.connect(self.leave_dropping)

    # --- what is shown ---------------------------------------------------------------------

    def show_people(self, people: Sequence[Person], by: Uid | None) -> None:
        """Offer ``people``, with ``by`` as the one who confirms."""
        self._by = next((row.name for row in people if row.uid == by), "")
        self.person.offer(people, by)
        self.retranslate()

    def show_way(self, why_not: str, confirmed_by: str, *, can_change: bool) -> None:
        """Offer what can be done: ``why_not`` says why not to confirm.

        ``can_change`` says whether choosing another person could help. ``confirmed_by`` names who
        confirmed; empty where there is nothing to take back.
        """
        self._confirmed_by = confirmed_by
        self._fields.setVisible(can_change or not why_not)
        self.confirm.setVisible(can_change or not why_not)
        self.confirm.setEnabled(not why_not)
        self.confirm.setToolTip(why_not)
        self.drop.setVisible(bool(confirmed_by))
        if not confirmed_by:
            self.stop_dropping()
        self._why.setText(why_not)
        self._why.setVisible(bool(why_not))
        self._why.speak_as("text2")
        self.note.setAccessibleDescription("")
        self.retranslate()
        self._take_height()

    def _take_height(self) -> None:
        """Let the tray be as high as what is in it now, not as what was in it before."""
        for part in (self._fields, self._ask, self._going, self._tray, self):
            layout = part.layout()
            if layout is not None:
                layout.invalidate()
                layout.activate()

    def insist(self) -> None:
        """Say louder why nothing was confirmed, and go to what has to be put right."""
        self._why.speak_as("danger")
        self.note.setAccessibleDescription(self._why.text())
        if self._fields.isVisibleTo(self):
            self.person.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def why_not(self) -> str:
        """Return what stands there for a reason why nothing can be confirmed."""
        return "" if self._why.isHidden() else self._why.text()

    def noted(self) -> str:
        """Return the note, the syllable in work included."""
        self.note.finish_syllable()
        return self.note.text()

    def retranslate(self) -> None:
        who, note = self._captions
        who.setText(self.tr("Confirmed by"))
        note.setText(self.tr("Note"))
        self.person.button.setText(self._by or self.tr("Choose a person"))
        name = self.tr("Confirmed by: {who}").format(who=self._by or self.tr("nobody yet"))
        self.person.button.setAccessibleName(name)
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("What was compared; may be empty"))
        self.confirm.setText(self.tr("Confirm"))
        self.drop.setText(self.tr("Take the confirmation back…"))
        words = self.tr("Take back what {who} confirmed")
        self._going_words.say(Run(words.format(who=self._confirmed_by), BODY, HALF_BOLD))
        self.going.say(
            self.tr("Reason for taking it back"), self.tr("Take it back"), self.tr("Leave it")
        )

    def begins(self) -> bool:
        """Say whether there is anything to confirm here."""
        return not self.isHidden() and self._fields.isVisibleTo(self)

    def begin(self) -> bool:
        """Put the keyboard where confirming goes on; say whether it can."""
        if not self.begins():
            return False
        target = self.note if self._by else self.person.button
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.note.end(False)
        return True

    # --- taking back -----------------------------------------------------------------------

    @Slot()
    def ask_to_drop(self) -> None:
        """Ask why the confirmation is taken back, in place of confirming."""
        self._ask.hide()
        self._going.show()
        self._take_height()
        self.going.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_dropping(self) -> bool:
        """Say whether a reason for taking it back is asked for."""
        return not self._going.isHidden()

    def stop_dropping(self) -> None:
        """Show again what can be confirmed; the reason that was typed stays."""
        self._going.hide()
        self._ask.show()
        self._take_height()

    @Slot()
    def leave_dropping(self) -> None:
        """Leave the confirmation as it is."""
        self.stop_dropping()
        self.drop_left.emit()
