"""The left card of moderation: search, the list, and confirming all that became stale."""

from collections import Counter

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.settling.agreed_form import AgreedLine
from ui.settling.moderation_entries import Entry, Part, entries_of
from ui.settling.moderation_list import ModerationList, ModerationModel
from ui.texts.filter_field import FilterField
from ui.theme.fonts import BODY, CARD_TITLE, DENSE, HALF_BOLD
from ui.theme.parts import Card, Words, button, restyle
from ui.theme.runs import Run, RunLine
from ui.theme.tokens import CONTROL_HEIGHT
from workbench.results.moderated import Pair
from workbench.settling.meeting import Meeting


class ModerationCard(Speaking):
    """Says which cell was chosen; holds no mark."""

    chosen = Signal(object)
    opened = Signal()
    confirm_all_wanted = Signal(str)
    """The reason for all of them."""
    merge_wanted = Signal()

    def __init__(self, *, can_write: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meeting: Meeting | None = None
        self._entries: tuple[Entry, ...] = ()
        self._can_write = can_write
        self._title = RunLine()
        self._all, self._yes, self._no = button(), button(), button("link")
        self._reason = AgreedLine()
        self._reason.takes_phrases = False
        self._wrong = Words(DENSE, HALF_BOLD, role="danger")
        self._asked = QWidget()
        self._search = FilterField()
        self._model = ModerationModel(2, self)
        self._list = ModerationList(self._model)
        self._empty = Words(BODY, role="text2")
        self._merge = button()
        self._lay_out()
        self._connect()
        self._asked.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        card = Card()
        head = QHBoxLayout()
        head.addStrut(CONTROL_HEIGHT + 2)  # nothing moves when the button goes
        head.addWidget(self._title, 1)
        head.addWidget(self._all)
        asked = QVBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.addWidget(self._reason)
        asked.addWidget(self._wrong)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._no)
        foot.addWidget(self._yes)
        asked.addLayout(foot)
        card.column.addLayout(head)
        card.column.addWidget(self._asked)
        card.column.addWidget(self._search)
        card.column.addWidget(self._empty)
        card.column.addWidget(self._merge, 0, Qt.AlignmentFlag.AlignLeft)
        card.column.addWidget(self._list, 1)
        card.column.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def _connect(self) -> None:
        self._list.chosen.connect(self.chosen)
        self._list.opened.connect(self.opened)
        self._search.wanted.connect(self._on_searched)
        self._search.returnPressed.connect(self.take_focus)
        self._all.clicked.connect(self._ask)
        self._yes.clicked.connect(self._confirm)
        self._reason.entered.connect(self._confirm)
        self._reason.given_up.connect(self._put_away)
        self._no.clicked.connect(self._put_away)
        self._merge.clicked.connect(self.merge_wanted)

    # --- what is shown ---------------------------------------------------------------------

    def show_meeting(self, meeting: Meeting, wanted: Pair | None) -> None:
        """List the round as it is talked about now, with ``wanted`` chosen if it is listed."""
        self._meeting = meeting
        if not self._stale():
            self._asked.hide()
        self._fill(wanted)
        self.retranslate()

    def choose(self, pair: Pair | None) -> None:
        """Choose a cell; one that is not listed is searched for."""
        if self._list.choose(pair) or pair is None or self._meeting is None:
            return
        definition = self._meeting.outcome.definition
        service, indicator = definition.service.get(pair[0]), definition.indicator.get(pair[1])
        if service is not None and indicator is not None:
            self._search.setText(f"{service.number} {indicator.code}")
            self._list.choose(pair)

    def step(self, by: int) -> None:
        """Choose the cell before or behind."""
        self._list.step(by)

    def after(self, pair: Pair) -> Pair | None:
        """Return the cell to go on with once ``pair`` is done."""
        return self._list.after(pair)

    def counts(self) -> Counter[Part]:
        """Return how many cells stand in each section."""
        return Counter(entry.part for entry in self._entries)

    def _stale(self) -> int:
        agreed = self._meeting.agreed if self._meeting is not None else ()
        return sum(row.can_be_confirmed for row in agreed)

    def _fill(self, wanted: Pair | None) -> None:
        if self._meeting is None:
            return
        self._entries = entries_of(self._meeting)
        shown = entries_of(self._meeting, self._search.text())
        places = self._meeting.outcome.definition.rules.score_places
        self._model.show_entries(shown, places)
        self._list.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        self._merge.setVisible(not shown and not self._search.text().strip())
        self._list.choose(wanted)

    def retranslate(self) -> None:
        count = sum(entry.part is not Part.AGREED for entry in self._entries)
        self._title.say(
            Run(self.tr("To talk about"), CARD_TITLE, HALF_BOLD),
            Run(str(count), CARD_TITLE, HALF_BOLD, "text3", before=8),
        )
        stale = self._stale()
        self._all.setText(self.tr("Confirm all {count}…").format(count=stale))
        self._all.setVisible(stale > 1 and self._can_write and self._asked.isHidden())
        self._yes.setText(self.tr("Confirm {count}").format(count=stale))
        self._no.setText(self.tr("Not now"))
        self._reason.setPlaceholderText(self.tr("Reason for all of them"))
        self._reason.setAccessibleName(self.tr("Reason for all of them"))
        self._search.setPlaceholderText(self.tr("Find a cell: 4 C2"))
        self._search.setAccessibleName(self.tr("Find a cell"))
        self._list.setAccessibleName(self.tr("Cells to talk about"))
        self._merge.setText(self.tr("To merging"))
        if self._search.text().strip():
            self._empty.setText(self.tr("No cell fits. Write a number, a name or a code."))
        else:
            self._empty.setText(
                self.tr(
                    "No marks differ and nothing waits to be agreed on. Merge score books first."
                )
            )

    # --- what people do --------------------------------------------------------------------

    @Slot(str)
    def _on_searched(self, _text: str) -> None:
        current = self._list.current()
        self._fill(current.pair if current is not None else None)
        self.retranslate()

    @Slot()
    def _ask(self) -> None:
        self._reason.clear()
        self._complain("")
        self._asked.show()
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self.retranslate()

    @Slot()
    def _put_away(self) -> None:
        self._asked.hide()
        self.retranslate()
        self.take_focus()

    @Slot()
    def _confirm(self) -> None:
        self._reason.finish_syllable()
        has_reason = bool(self._reason.text().strip())
        self._complain(
            "" if has_reason else self.tr("Nothing is stored: give a reason in one line.")
        )
        if has_reason:
            self.confirm_all_wanted.emit(self._reason.text())

    def _complain(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        restyle(self._reason, "error", "true" if sentence else "false")
        self._reason.setAccessibleDescription(sentence)
        if sentence:
            self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def take_focus(self) -> None:
        """Put the keyboard on the list, or on what can be done where it is empty."""
        for target in (self._list, self._merge, self._search):
            if target.isVisibleTo(self):
                target.setFocus(Qt.FocusReason.OtherFocusReason)
                return
