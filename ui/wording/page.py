"""The page of wording: services, what evaluators wrote of one, and what the report shall say."""

from collections.abc import Mapping
from uuid import uuid4

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.round.reading_page import ReadingPage
from ui.round.session import RoundSession
from ui.theme.fonts import BODY, SERVICE_NAME
from ui.theme.runs import Run, RunLine
from ui.theme.tokens import CARD_GAP
from ui.wording.final_card import FinalCard
from ui.wording.keeping import Keeping
from ui.wording.original_card import OriginalCard
from ui.wording.service_card import ServicesCard
from ui.wording.shown_lines import remarks_of, shown_lines
from workbench.definition.terms import Uid
from workbench.errors import InputError
from workbench.journal.fields import FINDINGS
from workbench.progress import Progress
from workbench.results.outcome import Finding
from workbench.rounds.desk import RoundDesk
from workbench.wording.passages import Line
from workbench.wording.taking import (
    Lines,
    joined,
    merged,
    moved,
    released,
    rewritten,
    source_of,
    taken_over,
)
from workbench.wording.texts import ServiceTexts, read_texts

_LIST_WIDTH = 256


class WordingPage(ReadingPage):
    """Left to right: which service, what there is to take over, what is printed."""

    def __init__(self, session: RoundSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent=parent)
        self._texts: dict[Uid, ServiceTexts] = {}
        self._keeping = Keeping(session)
        self._drafts = self._keeping.drafts
        self._service: Uid = b""
        self._in_work: tuple[str, Uid] | None = None
        """Kind and uid of the line that had the keyboard last."""
        self._name = RunLine()
        self.services, self.originals, self.final = ServicesCard(), OriginalCard(), FinalCard()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(8)
        self._name.setFixedHeight(24)
        right.addWidget(self._name)
        cards = QHBoxLayout()
        cards.setSpacing(CARD_GAP)
        cards.addWidget(self.originals, 4)
        cards.addWidget(self.final, 5)
        right.addLayout(cards, 1)
        self.hold_beside(self.services, _LIST_WIDTH, right)

    def _connect(self) -> None:
        self.services.chosen.connect(self._on_chosen)
        self.services.opened.connect(self._go_in)
        originals = self.originals
        originals.take_wanted.connect(self._take)
        originals.take_all_wanted.connect(self._take_all)
        originals.join_wanted.connect(self._join)
        originals.release_wanted.connect(self._release)
        originals.left.connect(self._go_to_list)
        self.final.passed.connect(self._go_to_list)
        for one in self.final.lists.values():
            one.edited.connect(self._on_edited)
            one.moved.connect(self._on_moved)
            one.merged.connect(self._on_merged)
            one.items_pasted.connect(self._on_items_pasted)
            one.given_up.connect(self._on_given_up)
            one.entered.connect(self._on_entered)
            one.left.connect(self._go_to_list)
        for key, slot in (("Ctrl+PgUp", self._go_up), ("Ctrl+PgDown", self._go_down)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self._keeping.store_requested.connect(self.final.hand_over)

    # --- reading ---------------------------------------------------------------------------

    def look(self, desk: RoundDesk, progress: Progress) -> tuple[ServiceTexts, ...]:
        reading = self.session.reading
        return read_texts(desk, reading.outcome if reading is not None else desk.outcome())

    def show_found(self, found: tuple[ServiceTexts, ...]) -> None:
        self._texts = {row.service.uid: row for row in found}
        self._keeping.take(found)
        self.services.show_texts(found, self._service)
        self._show_service()
        self._keeping.send()

    def retranslate(self) -> None:
        done = sum(len(row.worded) == len(FINDINGS) for row in self._texts.values())
        remarks = sum(row.remark_count for row in self._texts.values())
        words = self.tr("{done} of {count} services worded, remarks {remarks}")
        state = words.format(done=done, count=len(self._texts), remarks=remarks)
        self.head.say(self.tr("Report texts"), state if self.has_looked else "")
        texts = self._texts.get(self._service)
        service = None if texts is None else texts.service
        self._name.say(
            Run("" if service is None else f"{service.number} {service.name}", SERVICE_NAME, 700),
            Run("" if service is None else service.department, BODY, role="text3", before=12),
        )

    # --- what is shown ---------------------------------------------------------------------

    @Slot()
    def _on_chosen(self) -> None:
        texts = self.services.current()
        chosen = b"" if texts is None else texts.service.uid
        if chosen == self._service:
            return
        self.final.hand_over()
        self._service, self._in_work = chosen, None
        self._show_service()

    def _show_service(self) -> None:
        texts = self._texts.get(self._service)
        why_not = self.session.why_not()
        taken = frozenset(
            source
            for kind in self.final.lists
            for line in self._drafts.lines((self._service, kind))
            for source in line.sources
        )
        self.originals.show_texts(texts, taken, why_not)
        self.final.say_why_not(why_not)
        for kind, one in self.final.lists.items():
            if texts is None:
                one.show_lines(self._service, (), (), is_closed=True)
                continue
            rows = shown_lines(self._drafts, texts, kind, self.session.definition)
            on_list = remarks_of(texts, kind).get(None, ())
            is_closed = not self.session.may_write
            one.show_lines(self._service, rows, on_list, is_closed=is_closed)
        self._let_join()
        self.retranslate()

    def _let_join(self) -> None:
        kind, uid = self._in_work or ("", b"")
        lines = self._drafts.lines((self._service, kind))
        self.originals.let_join(can_join=any(line.uid == uid for line in lines))

    # --- what is done ----------------------------------------------------------------------

    def _want(self, kind: str, lines: Lines) -> None:
        self._want_all({kind: lines})

    def _want_all(self, lists: Mapping[str, Lines]) -> None:
        self._keeping.want(self._service, lists)
        self._show_service()
        self._keeping.send()

    def _lines(self, kind: str) -> Lines:
        return self._drafts.lines((self._service, kind))

    @Slot(str, object, str)
    def _on_edited(self, kind: str, uid: Uid, text: str) -> None:
        key = (self._service, kind)
        self._drafts.give_up(key, uid)
        try:
            self._want(kind, rewritten(self._drafts.lines(key), uid, text))
        except InputError as error:
            self._drafts.refuse(key, uid, text, error)
            self._show_service()

    @Slot(str, object)
    def _on_given_up(self, kind: str, uid: Uid) -> None:
        self._drafts.give_up((self._service, kind), uid)
        self._show_service()

    @Slot(str, object, int)
    def _on_moved(self, kind: str, uid: Uid, steps: int) -> None:
        if any(line.uid == uid for line in self._lines(kind)):
            self._want(kind, moved(self._lines(kind), uid, steps))
            self.final.lists[kind].go_to(uid)

    @Slot(str, object, object)
    def _on_merged(self, kind: str, into: Uid, other: Uid) -> None:
        """Join two lines; where one text cannot hold both they stay, and the window says why."""
        try:
            self._want(kind, merged(self._lines(kind), into, other))
        except InputError as error:
            self.session.failed.emit(error)
            return
        self.final.lists[kind].go_to(into)

    @Slot(str, object, object)
    def _on_items_pasted(self, kind: str, uid: Uid, items: tuple[str, ...]) -> None:
        lines = rewritten(self._lines(kind), uid, items[0])
        lines = (*lines, *(Line(uuid4().bytes, item) for item in items[1:]))
        try:
            self._want(kind, lines)
        except InputError as error:
            self._drafts.refuse((self._service, kind), uid, "\n".join(items), error)
            self._show_service()

    @Slot(object)
    def _take(self, finding: Finding) -> None:
        """Take a finding over; one that was taken is shown where it stands."""
        self.final.hand_over()
        source = source_of(finding)
        for line in self._lines(finding.kind):
            if source in line.sources:
                self.final.lists[finding.kind].go_to(line.uid)
                return
        self._want(finding.kind, taken_over(self._lines(finding.kind), [finding]))
        self.originals.list.go_on()

    @Slot()
    def _take_all(self) -> None:
        self.final.hand_over()
        texts = self._texts.get(self._service)
        findings = [row.finding for row in (() if texts is None else texts.originals)]
        self._want_all(
            {
                kind: taken_over(self._lines(kind), [row for row in findings if row.kind == kind])
                for kind in self.final.lists
            }
        )

    @Slot(object)
    def _join(self, finding: Finding) -> None:
        """Add a finding to the line in work, of whichever kind that is."""
        self.final.hand_over()
        if self._in_work is not None:
            kind, uid = self._in_work
            self._want(kind, joined(self._lines(kind), uid, finding))
            self.originals.list.go_on()

    @Slot(object)
    def _release(self, finding: Finding) -> None:
        self.final.hand_over()
        self._want_all({kind: released(self._lines(kind), finding) for kind in self.final.lists})

    # --- keyboard --------------------------------------------------------------------------

    def go_to(self, place: object) -> None:
        """Choose a service by its uid."""
        if isinstance(place, bytes):
            self.services.choose(place)

    def place_focus(self) -> None:
        """Put the keyboard on the list of services."""
        self.services.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _go_to_list(self) -> None:
        self.place_focus()

    @Slot()
    def _go_in(self) -> None:
        """Go from the list of services to what was written, or to the first line."""
        if self.originals.list.isVisible():
            self.originals.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.final.begin()

    @Slot()
    def _go_up(self) -> None:
        self._step(-1)

    @Slot()
    def _go_down(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        """Show the service before or behind; the keyboard stays in its card."""
        is_typing = self.final.isAncestorOf(self.focusWidget() or self)
        self.final.hand_over()
        self.services.list.step(by)
        if is_typing:
            self.final.begin()

    @Slot(str, object)
    def _on_entered(self, kind: str, uid: Uid) -> None:
        self._in_work = (kind, uid)
        self._let_join()
