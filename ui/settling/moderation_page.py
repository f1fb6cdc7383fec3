"""The page of moderation: what to talk about at the left, the chosen cell at the right."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.round.reading_page import ReadingPage
from ui.round.session import RoundSession, Work
from ui.settling.moderation_card import ModerationCard
from ui.settling.moderation_drafts import Drafts
from ui.settling.moderation_entries import Entry, Part
from ui.settling.moderation_form import Draft
from ui.settling.moderation_sheet import ModerationSheet, meant
from ui.theme.key_row import KeyRow
from ui.theme.parts import Card
from workbench.definition.cells import entries
from workbench.errors import AppError
from workbench.progress import Progress
from workbench.results.moderated import Pair
from workbench.rounds.desk import RoundDesk
from workbench.settling.meeting import Meeting, read_meeting
from workbench.settling.moderating import confirm, drop, moderate

LIST_WIDTH: Final = 372
_KEYS: Final = ("Enter", "↑ ↓", "Esc", "Tab")


class ModerationPage(ReadingPage):
    """Stores one agreed mark after the other; what is typed elsewhere waits as a draft."""

    def __init__(self, session: RoundSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent=parent)
        self._meeting: Meeting | None = None
        self._drafts = Drafts()
        self._wanted: Pair | None = None
        self._is_busy = False
        """From what is sent until the round was read again."""
        self._is_writing = False
        self._is_waiting = False
        self._sent: tuple[Pair, Draft] | None = None
        self._card = ModerationCard(can_write=self.session.may_write)
        self._sheet = ModerationSheet()
        self._keys = KeyRow(_KEYS)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        right = Card()
        right.column.addWidget(self._sheet, 1)
        right.column.addLayout(self._keys)
        self.hold_beside(self._card, LIST_WIDTH, right)

    def _connect(self) -> None:
        card, form = self._card, self._sheet.form
        card.chosen.connect(self._on_chosen)
        card.opened.connect(form.begin)
        card.confirm_all_wanted.connect(self._confirm_all)
        card.merge_wanted.connect(self._ask_for_merge)
        form.store_wanted.connect(self._store)
        form.confirm_wanted.connect(self._confirm)
        form.drop_wanted.connect(self._drop)
        form.given_up.connect(self._give_up)
        form.stepped.connect(self._step)
        self.session.failed.connect(self._on_failed)

    # --- reading ---------------------------------------------------------------------------

    def look(self, desk: RoundDesk, progress: Progress) -> Meeting:
        return read_meeting(desk, progress=progress)

    def show_found(self, found: Meeting) -> None:
        self._is_busy = self._is_writing
        self._meeting = found
        self._drafts.take_people(found)
        shown = self._sheet.entry()
        wanted = self._wanted or (shown.pair if shown is not None else None)
        self._wanted = None
        self._card.show_meeting(found, wanted)
        self.retranslate()
        if self._is_waiting and not self._is_busy:
            self._is_waiting = False
            self._store()

    def _on_written(self, _answer: object) -> None:
        self._is_writing, self._sent = False, None

    @Slot(object)
    def _on_failed(self, _error: AppError) -> None:
        """Bring back what was on its way when the round refused it."""
        self._is_busy = self._is_writing = self._is_waiting = False
        if self._sent is None:
            return
        pair, draft = self._sent
        self._sent = None
        self._keep_draft()
        self._drafts.put(pair, draft)
        self._sheet.show_entry(None, None, {}, None)
        self._card.choose(pair)
        self._sheet.form.begin()

    # --- choosing --------------------------------------------------------------------------

    def go_to(self, place: object) -> None:
        """Choose the cell of ``place``: a pair of service and indicator."""
        if isinstance(place, tuple):
            self._card.choose(place)

    @Slot(object)
    def _on_chosen(self, entry: Entry | None) -> None:
        meeting, before, form = self._meeting, self._sheet.entry(), self._sheet.form
        if entry is None or meeting is None:
            self._keep_draft()
            self._sheet.show_entry(None, None, {}, None)
            return
        is_same = before is not None and before.pair == entry.pair
        if is_same and before is not None and form.shown() != self._drafts.standing(before):
            draft = None  # the round was read again while something is being typed
        else:
            self._keep_draft()
            draft = self._drafts.of(entry)
        self._sheet.show_entry(entry, meeting.outcome.definition, meeting.comments, draft)

    def _keep_draft(self) -> None:
        entry = self._sheet.entry()
        if entry is not None:
            self._drafts.keep(entry, self._sheet.form.draft())

    @Slot()
    def _give_up(self) -> None:
        """Take what is stored again, then leave the form."""
        entry, meeting = self._sheet.entry(), self._meeting
        if entry is not None and meeting is not None:
            self._drafts.drop(entry.pair)
            standing = self._drafts.standing(entry)
            self._sheet.show_entry(entry, meeting.outcome.definition, meeting.comments, standing)
        self._card.take_focus()

    @Slot(int)
    def _step(self, by: int) -> None:
        self._card.step(by)
        self._sheet.form.begin()

    # --- writing ---------------------------------------------------------------------------

    @Slot()
    def _store(self) -> None:
        entry, form = self._sheet.entry(), self._sheet.form
        if entry is None or not self.session.may_write:
            return
        if self._is_busy:
            self._is_waiting = True  # stored as soon as the round has been read again
            return
        draft = form.draft()
        refused = self._sheet.refusal(entry, draft)
        if refused is not None:
            form.complain(*refused)
            return
        pair, people = entry.pair, tuple(entries(draft.people))
        mark = "" if draft.is_out else meant(entry, draft.mark)
        self._drafts.name_people(draft.people)

        def write(desk: RoundDesk, _progress: Progress) -> None:
            moderate(desk, pair, mark, draft.reason, people)

        self._send(pair, draft, write)

    @Slot()
    def _confirm(self) -> None:
        self._with_reason(lambda desk, pair, reason: confirm(desk, [pair], reason))

    @Slot()
    def _drop(self) -> None:
        self._with_reason(drop)

    def _with_reason(self, use: Callable[[RoundDesk, Pair, str], None]) -> None:
        entry, form = self._sheet.entry(), self._sheet.form
        if entry is None or self._is_busy:
            return
        draft, pair = form.draft(), entry.pair
        if not draft.reason.strip():
            form.complain(self._sheet.reason_missing, form.reason)
            return
        self._send(pair, draft, lambda desk, _progress: use(desk, pair, draft.reason))

    @Slot(str)
    def _confirm_all(self, reason: str) -> None:
        meeting = self._meeting
        if meeting is None or self._is_busy:
            return
        pairs = [
            (row.service.uid, row.made.indicator.uid)
            for row in meeting.agreed
            if row.can_be_confirmed
        ]
        self._write(lambda desk, _progress: confirm(desk, pairs, reason))

    def _send(self, pair: Pair, draft: Draft, write: Work) -> None:
        """Go on at once; what was typed comes back if the round refuses it."""
        self._sent = pair, draft
        self._drafts.drop(pair)
        going_on = self._card.after(pair)
        self._sheet.show_entry(None, None, {}, None)
        if going_on is None:
            self._wanted = pair
            self._card.take_focus()
        else:
            self._card.choose(going_on)
            self._sheet.form.begin()
        self._write(write)

    def _write(self, write: Work) -> None:
        self._is_busy = self._is_writing = True
        self.session.change(write, self.tr("Storing"), self._on_written)

    # --- the rest --------------------------------------------------------------------------

    @Slot()
    def _ask_for_merge(self) -> None:
        self.page_requested.emit("merge", None)

    def retranslate(self) -> None:
        counts = self._card.counts()
        words = self.tr("To confirm {stale}, waiting {open}, marks differ {differs}")
        state = words.format(
            stale=counts[Part.STALE], open=counts[Part.OPEN], differs=counts[Part.DIFFERS]
        )
        self.head.say(self.tr("Moderation"), state if self._meeting is not None else "")
        if not self.session.may_write:
            self._sheet.form.close_writing(self.session.why_not())
        self._keys.say(
            (
                self.tr("store and go on"),
                self.tr("another cell"),
                self.tr("give up"),
                self.tr("next field"),
            )
        )

    def place_focus(self) -> None:
        """Put the keyboard on the list."""
        self._card.take_focus()
