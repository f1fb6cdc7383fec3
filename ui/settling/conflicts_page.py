"""The conflict inbox: what differs, one cell after the other, by keyboard, with a reason."""

from collections import Counter
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.problems import sentence_of
from ui.round.lead_page import LeadPage
from ui.round.session import RoundSession
from ui.settling.conflict_list import ConflictList, ConflictModel
from ui.settling.conflict_sheet import ConflictSheet
from ui.theme.fonts import BODY, CARD_TITLE, DENSE, HALF_BOLD
from ui.theme.page_head import PageHead
from ui.theme.parts import Card, Hairline, KeyHint, Words, button
from ui.theme.runs import Run, RunLine
from ui.theme.tokens import CARD_GAP, PAGE_MARGIN
from workbench.errors import AppError, InputError
from workbench.journal.fields import MAKE_POINTS
from workbench.progress import Progress
from workbench.rounds.desk import Reading, RoundDesk
from workbench.settling.inbox import Inbox, OpenCell, read_inbox
from workbench.settling.settling import Choice, reason_of, settle, settled_value

LIST_WIDTH: Final = 288
_KEYS: Final = ("1–9", "F2", "Tab", "Enter", "↑ ↓")


class ConflictsPage(LeadPage):
    """Settles one cell after the other; nothing is settled without a reason."""

    def __init__(self, session: RoundSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._inbox: Inbox | None = None
        self._is_behind = True
        self._row = 0
        self._settled = 0
        self._waits_for_keys = False
        self._head = PageHead(
            is_rehearsal=session.definition.rules.rehearsal, read_at=session.read_at
        )
        self._chips = tuple(button("chip") for _ in range(3))
        self._model = ConflictModel(self)
        self._list = ConflictList(self._model)
        self._sheet = ConflictSheet()
        self._title = RunLine()
        self._files = QHBoxLayout()
        self._file_buttons: list[QPushButton] = []
        self._file_word = Words(BODY, role="text2")
        self._empty = Words(BODY, role="text2")
        self._problem = Words(DENSE, HALF_BOLD, role="danger")
        self._to_merge = button()
        self._hints = tuple(KeyHint(key) for key in _KEYS)
        self._work = QWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addSpacing(12)
        for chip in self._chips:
            group.addButton(chip)
            head.addWidget(chip)
        self._chips[0].setChecked(True)
        head.addStretch(1)
        self._file_word.setWordWrap(False)
        head.addWidget(self._file_word)
        self._files.setSpacing(8)
        head.addLayout(self._files)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._sheet)
        scroll.viewport().setAutoFillBackground(False)
        self._sheet.setAutoFillBackground(False)
        self._list.setFixedWidth(LIST_WIDTH)
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._list)
        row.addWidget(Hairline(upright=True))
        row.addWidget(scroll, 1)
        keys = QHBoxLayout()
        keys.setSpacing(16)
        for hint in self._hints:
            keys.addWidget(hint)
        keys.addStretch(1)
        card = Card()
        card.column.addLayout(head)
        card.column.addWidget(self._problem)
        card.column.addWidget(self._empty)
        card.column.addWidget(self._to_merge, 0, Qt.AlignmentFlag.AlignLeft)
        card.column.addWidget(self._work, 1)
        card.column.addLayout(keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, 14, PAGE_MARGIN, 20)
        column.setSpacing(CARD_GAP)
        column.addWidget(self._head)
        column.addWidget(card, 1)
        card.column.addStretch(0)

    def _connect(self) -> None:
        for chip in self._chips:
            chip.clicked.connect(self._filter)
        self._list.chosen.connect(self._on_chosen)
        self._list.digit_typed.connect(self._sheet.take)
        self._list.entered.connect(self._settle)
        self._sheet.settle_wanted.connect(self._settle)
        self._sheet.given_up.connect(self.take_focus)
        self._sheet.stepped.connect(self._step)
        self._to_merge.clicked.connect(self._ask_for_merge)
        self._session.failed.connect(self._on_failed)

    # --- reading ---------------------------------------------------------------------------

    def show_reading(self, reading: Reading) -> None:
        self._is_behind = True
        if self.isVisible():
            self._load()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_behind and self._session.reading is not None:
            self._load()

    def _load(self) -> None:
        self._is_behind = False

        def look(desk: RoundDesk, progress: Progress) -> Inbox:
            return read_inbox(desk, progress=progress)

        self._session.ask(look, self.tr("Reading the inbox"), self._on_inbox)

    def _on_inbox(self, inbox: Inbox) -> None:
        self._inbox = inbox
        self._show_files()
        self._filter()
        if self._waits_for_keys:
            self.take_focus()

    # --- what is shown ---------------------------------------------------------------------

    def retranslate(self) -> None:
        names = (self.tr("All"), self.tr("Decides the verdict"), self.tr("Texts"))
        for chip, name in zip(self._chips, names, strict=True):
            chip.setText(name)
        words = (
            self.tr("choose a source"),
            self.tr("reason"),
            self.tr("correct the value"),
            self.tr("settle and go on"),
            self.tr("another cell"),
        )
        for hint, word in zip(self._hints, words, strict=True):
            hint.say(word)
        self._file_word.setText(self.tr("Take everything from:"))
        self._to_merge.setText(self.tr("To the merge…"))
        self._list.setAccessibleName(self.tr("Cells to settle"))
        self._say_state()

    def _say_state(self) -> None:
        cells = self._inbox.cells if self._inbox is not None else ()
        deciding = sum(one.decides for one in cells)
        state = ""
        if cells:
            state = self.tr("{count} cells to settle, {deciding} decide a verdict").format(
                count=len(cells), deciding=deciding
            )
        self._head.say(self.tr("Conflicts"), state)
        self._title.say(
            Run(self.tr("Open: {count}").format(count=len(cells)), CARD_TITLE, HALF_BOLD)
        )
        listed = self._model.rowCount() > 0
        if not cells:
            done = self.tr("Everything is settled. Cells settled just now: {count}.")
            words = self.tr("No cell holds two values. Conflicts appear here after a merge.")
            self._empty.setText(done.format(count=self._settled) if self._settled else words)
        else:
            self._empty.setText(self.tr("No open cell is of this kind."))
        self._empty.setVisible(not listed)
        self._to_merge.setVisible(not cells)
        self._work.setVisible(listed)
        for part in (self._file_word, *self._hints, *self._chips):
            part.setVisible(bool(cells))
        self._problem.setVisible(bool(self._problem.text()))

    def _show_files(self) -> None:
        for known in self._file_buttons:
            self._files.removeWidget(known)
            known.deleteLater()
        self._file_buttons = []
        files = self._inbox.files() if self._inbox is not None else ()
        for owner, file in files[:4]:
            one = button()
            one.setText(file if len(file) <= 20 else file[:19] + "…")
            one.setToolTip(file)
            one.setProperty("file", file)
            one.setProperty("owner", owner.uid.hex())
            one.clicked.connect(self._take_file)
            one.setEnabled(self._session.read_at is None)
            self._files.addWidget(one)
            self._file_buttons.append(one)

    @Slot()
    def _filter(self) -> None:
        cells = self._inbox.cells if self._inbox is not None else ()
        if self._chips[1].isChecked():
            cells = tuple(one for one in cells if one.decides)
        elif self._chips[2].isChecked():
            cells = tuple(one for one in cells if one.field not in MAKE_POINTS)
        places = self._session.definition.rules.score_places
        self._model.show_cells(cells, places)
        self._say_state()
        self._list.choose(self._row)

    @Slot(object)
    def _on_chosen(self, one: OpenCell | None) -> None:
        if one is None:
            return
        self._row = self._model.row_of(one.cell)
        cells = self._inbox.cells if self._inbox is not None else ()
        count = Counter(row.evaluator.uid for row in cells)[one.evaluator.uid]
        self._sheet.show_cell(self._inbox, one, count)
        self._sheet.settle.setEnabled(self._session.read_at is None)

    # --- what people do --------------------------------------------------------------------

    @Slot()
    def _settle(self) -> None:
        one = self._list.current()
        if one is None or self._inbox is None or self._session.read_at is not None:
            return
        self._sheet.reason.finish_syllable()
        if not self._sheet.is_chosen():
            self._sheet.say_wrong(InputError("settle_nothing_chosen"))
            return
        text = self._sheet.value()
        try:
            settled_value(self._inbox.definition, one.cell, text)
            reason_of(self._sheet.reason.text())
        except InputError as error:
            self._sheet.say_wrong(error)
            if error.key == "settle_reason_missing":
                self._to_reason()
            return
        self._write([(one.cell, text)])

    @Slot()
    def _take_file(self) -> None:
        sender = self.sender()
        if self._inbox is None or sender is None:
            return
        self._sheet.reason.finish_syllable()
        try:
            reason_of(self._sheet.reason.text())
        except InputError as error:
            self._sheet.say_wrong(error)
            self._to_reason()
            return
        owner = bytes.fromhex(sender.property("owner"))
        self._write(self._inbox.taking(owner, sender.property("file")))

    def _write(self, choices: list[Choice]) -> None:
        reason = self._sheet.reason.text()

        def work(desk: RoundDesk, _progress: Progress) -> object:
            return settle(desk, choices, reason)

        self._problem.setText("")
        self._settled += len(choices)
        self._session.change(work, self.tr("Settling"), self._on_settled)

    def _on_settled(self, _made: object) -> None:
        self._is_behind = True
        self.take_focus()

    @Slot(object)
    def _on_failed(self, error: AppError) -> None:
        if self.isVisible():
            self._problem.setText(sentence_of(error))
            self._problem.show()

    @Slot(int)
    def _step(self, by: int) -> None:
        self._list.choose(max(0, self._row + by))

    def _to_reason(self) -> None:
        self._sheet.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._sheet.reason.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_0
        if event.key() == Qt.Key.Key_F2:
            self._to_reason()
        elif 1 <= digit <= 9 and not event.modifiers():
            self._sheet.take(digit)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._settle()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _ask_for_merge(self) -> None:
        self.page_requested.emit("merge", None)

    def show_place(self, place: object) -> None:
        self._row = max(0, self._model.row_of(place))
        self._list.choose(self._row)

    def take_focus(self) -> None:
        """Put the keyboard on the queue."""
        self._waits_for_keys = self._inbox is None or self._is_behind
        target = self._list if self._model.rowCount() else self._to_merge
        target.setFocus(Qt.FocusReason.OtherFocusReason)
