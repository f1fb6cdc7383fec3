"""The conflict inbox: what differs, one cell after the other, by keyboard, with a reason."""

from collections import Counter
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.problems import sentence_of
from ui.round.reading_page import ReadingPage
from ui.round.session import RoundSession
from ui.settling.conflict_head import ConflictHead
from ui.settling.conflict_list import ConflictList, ConflictModel
from ui.settling.conflict_sheet import ConflictSheet
from ui.theme.fonts import BODY, DENSE, HALF_BOLD
from ui.theme.key_row import KeyRow
from ui.theme.parts import Card, Hairline, Words, button
from workbench.errors import AppError, InputError
from workbench.journal.revisions import Cell
from workbench.progress import Progress
from workbench.rounds.desk import RoundDesk
from workbench.settling.inbox import Inbox, read_inbox, settled_last
from workbench.settling.open_cells import OpenCell
from workbench.settling.settling import Choice, reason_of, settle, settled_value

LIST_WIDTH: Final = 264
_KEYS: Final = ("1–9", "F2", "Tab", "Enter", "↑ ↓", "Ctrl+Z")


class ConflictsPage(ReadingPage):
    """Settles one cell after the other; nothing is settled without a reason."""

    def __init__(self, session: RoundSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent=parent)
        self._inbox: Inbox | None = None
        self._row = 0
        self._settled: set[Cell] = set()
        self._again: tuple[OpenCell, ...] = ()
        """What was settled last and is taken up again."""
        self.choosing = ConflictHead()
        self._model = ConflictModel(self)
        self.list = ConflictList(self._model)
        self.sheet = ConflictSheet()
        self._empty = Words(BODY, role="text2")
        self._problem = Words(DENSE, HALF_BOLD, role="danger")
        self._to_merge = button()
        self._keys = KeyRow(_KEYS)
        self._work = QWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self._scroll_of_sheet = scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.sheet)
        scroll.viewport().setAutoFillBackground(False)
        self.sheet.setAutoFillBackground(False)
        self.list.setFixedWidth(LIST_WIDTH)
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addWidget(Hairline(upright=True))
        row.addWidget(scroll, 1)
        card = Card()
        for part in (self.choosing, self._problem, self._empty):
            card.column.addWidget(part)
        card.column.addWidget(self._to_merge, 0, Qt.AlignmentFlag.AlignLeft)
        card.column.addWidget(self._work, 1)
        card.column.addLayout(self._keys)
        card.column.addStretch(0)
        body = QWidget()
        column = QVBoxLayout(body)
        column.addWidget(card, 1)
        self.hold(body)

    def _connect(self) -> None:
        self.choosing.filtered.connect(self._list_cells)
        self.choosing.file_wanted.connect(self._take_file)
        self.list.chosen.connect(self._on_chosen)
        self.list.digit_typed.connect(self.sheet.take)
        self.list.entered.connect(self._settle)
        self.sheet.settle_wanted.connect(self._settle)
        self.sheet.given_up.connect(self.take_focus)
        self.sheet.stepped.connect(self._step)
        self._to_merge.clicked.connect(self._ask_for_merge)
        self.session.failed.connect(self._on_failed)

    # --- what is shown ---------------------------------------------------------------------

    def look(self, desk: RoundDesk, progress: Progress) -> Inbox:
        return read_inbox(desk, progress=progress)

    def show_found(self, found: Inbox) -> None:
        self._inbox, self._again = found, ()
        self.choosing.show_inbox(found, may_write=self.session.may_write)
        self._list_cells()

    @Slot()
    def _list_cells(self) -> None:
        cells = self._inbox.cells if self._inbox is not None else ()
        places = self.session.definition.rules.score_places
        self._model.show_cells((*self._again, *self.choosing.listed(cells)), places)
        self.retranslate()
        self.list.choose(self._row)

    def retranslate(self) -> None:
        self._keys.say(
            (
                self.tr("choose a source"),
                self.tr("reason"),
                self.tr("correct the value"),
                self.tr("settle and go on"),
                self.tr("another cell"),
                self.tr("settle the last ones again"),
            )
        )
        self._to_merge.setText(self.tr("To merging"))
        self.list.setAccessibleName(self.tr("Cells to settle"))
        cells = self._inbox.cells if self._inbox is not None else ()
        deciding = sum(one.decides for one in cells)
        state = self.tr("{count} cells to settle, {deciding} decide a verdict")
        said = state.format(count=len(cells), deciding=deciding) if cells else ""
        self.head.say(self.tr("Conflicts"), said)
        self._say_what_is_empty(cells)

    def _say_what_is_empty(self, cells: tuple[OpenCell, ...]) -> None:
        listed = self._model.rowCount() > 0
        if cells:
            self._empty.setText(self.tr("No open cell is of this kind."))
        elif self._settled:
            done = self.tr("Everything is settled. Cells settled just now: {count}.")
            self._empty.setText(done.format(count=len(self._settled)))
        else:
            words = self.tr("No cell holds two values. Conflicts appear here after a merge.")
            self._empty.setText(words)
        self._empty.setVisible(not listed)
        self._to_merge.setVisible(not cells)
        self._work.setVisible(listed)
        *working, again = self._keys.hints
        for hint in working:
            hint.setVisible(listed)
        again.setVisible(self.session.may_write and bool(self._settled))
        self._problem.setVisible(bool(self._problem.text()))

    @Slot(object)
    def _on_chosen(self, one: OpenCell | None) -> None:
        if one is None:
            return
        self._row = self._model.row_of(one.cell)
        cells = self._inbox.cells if self._inbox is not None else ()
        count = Counter(row.evaluator.uid for row in cells)[one.evaluator.uid]
        self.choosing.show_files(one.evaluator.uid)
        self.sheet.show_cell(self._inbox, one, count)
        self.allow(self.sheet.settle)

    # --- what people do --------------------------------------------------------------------

    @Slot()
    def _settle(self) -> None:
        one = self.list.current()
        if one is None or self._inbox is None or not self.session.may_write:
            return
        if not self.sheet.is_chosen():
            self.sheet.say_wrong(InputError("settle_nothing_chosen"))
            return
        text = self.sheet.value()
        try:
            settled_value(self._inbox.definition, one.cell, text)
        except InputError as error:
            self.sheet.say_wrong(error)
            return
        self._write([(one.cell, text)])

    @Slot(object, str)
    def _take_file(self, owner: bytes, file: str) -> None:
        if self._inbox is not None and self.session.may_write:
            self._write(self._inbox.taking(owner, file))

    def _write(self, choices: list[Choice]) -> None:
        """Settle ``choices`` with the one reason that stands below; without one ask for it."""
        self.sheet.reason.finish_syllable()
        try:
            reason = reason_of(self.sheet.reason.text())
        except InputError as error:
            self.sheet.say_wrong(error, self.sheet.reason)
            self._to_reason()
            return

        def work(desk: RoundDesk, _progress: Progress) -> object:
            return frozenset(row.cell for row in settle(desk, choices, reason))

        self._problem.setText("")
        self.session.change(work, self.tr("Settling"), self._on_settled)

    @Slot(object)
    def _on_settled(self, cells: frozenset[Cell]) -> None:
        self._settled |= cells
        self.sheet.forget(cells)
        self.focus_after_looking()

    def _take_up_again(self) -> None:
        """Offer what was settled last once more: a settlement is settled anew, never deleted."""
        if self.session.may_write:
            look = self.tr("Reading the inbox")
            self.session.ask(lambda desk, _: settled_last(desk), look, self._on_taken_up)

    @Slot(object)
    def _on_taken_up(self, again: tuple[OpenCell, ...]) -> None:
        if again:
            self._again, self._row = again, 0
            self._list_cells()
            self.place_focus()

    @Slot(object)
    def _on_failed(self, error: AppError) -> None:
        if self.isVisible():
            self._problem.setText(sentence_of(error))
            self._problem.show()

    @Slot(int)
    def _step(self, by: int) -> None:
        self.list.choose(max(0, self._row + by))
        if self.sheet.is_text():
            self.take_focus()  # up and down belong to the text there; in the queue they go on

    def _to_reason(self) -> None:
        self.sheet.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.sheet.reason.selectAll()
        self._scroll_of_sheet.ensureWidgetVisible(self.sheet.reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_0
        if event.key() == Qt.Key.Key_F2:
            self._to_reason()
        elif 1 <= digit <= 9 and not event.modifiers():
            self.sheet.take(digit)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._settle()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._take_up_again()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _ask_for_merge(self) -> None:
        self.page_requested.emit("merge", None)

    def go_to(self, place: object) -> None:
        self._row = max(0, self._model.row_of(place))
        self.list.choose(self._row)

    def place_focus(self) -> None:
        """Put the keyboard on the queue."""
        target = self.list if self._model.rowCount() else self._to_merge
        target.setFocus(Qt.FocusReason.OtherFocusReason)
