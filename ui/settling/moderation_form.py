"""What was agreed: the mark, why, and who was there. Enter stores and goes on."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.texts.phrase_line import PhraseLine
from ui.theme.fonts import BODY, CAPTION, CARD_TITLE, DENSE, HALF_BOLD, font
from ui.theme.parts import Words, button, restyle, say_chip
from ui.theme.runs import Run, RunLine

MARK_WIDTH = 110
MARK_WIDTH_OF_GRADES = 160


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the form."""

    mark: str = ""
    is_out: bool = False
    reason: str = ""
    people: str = ""


class AgreedLine(PhraseLine):
    """One line of the form: Enter goes on, Escape gives up, up and down choose another cell."""

    entered = Signal()
    given_up = Signal()
    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish_syllable()
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.finish_syllable()
            self.given_up.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.finish_syllable()
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ModerationForm(Speaking):
    """Knows no round: it says what is typed, and what the person wants done with it."""

    typed = Signal()
    """Mark or not applicable changed: the figures follow."""
    store_wanted = Signal()
    confirm_wanted = Signal()
    drop_wanted = Signal()
    given_up = Signal()
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark, self.reason, self.people = AgreedLine(), AgreedLine(), AgreedLine()
        self.out = button("chip")
        self.store, self.confirm, self.drop = button("primary"), button(), button("link")
        self._unit = RunLine()
        self._captions = tuple(Words(BODY, role="text2") for _ in range(3))
        self._wrong = Words(DENSE, HALF_BOLD, role="danger")
        self._note = Words(CAPTION, role="text2")
        self._unit_words = self._confirmable = ""
        for line in (self.mark, self.reason, self.people):
            line.takes_phrases = False
            line.given_up.connect(self.given_up)
            line.stepped.connect(self.stepped)
        self.mark.setFont(font(CARD_TITLE, HALF_BOLD, digits=True))
        self.mark.setFixedWidth(MARK_WIDTH)
        self.mark.textEdited.connect(self._on_typed)
        self.out.toggled.connect(self._on_out)
        self.mark.entered.connect(self._on_mark_entered)
        for line in (self.reason, self.people):
            line.entered.connect(self.store_wanted)
        self.store.clicked.connect(self.store_wanted)
        self.confirm.clicked.connect(self.confirm_wanted)
        self.drop.clicked.connect(self.drop_wanted)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        first = QHBoxLayout()
        first.setSpacing(10)
        for part in (self.mark, self._unit, self.out):
            first.addWidget(part)
        first.addStretch(1)
        for number, caption in enumerate(self._captions):
            caption.setWordWrap(False)
            grid.addWidget(caption, number, 0)
        grid.addLayout(first, 0, 1)
        grid.addWidget(self.reason, 1, 1)
        grid.addWidget(self.people, 2, 1)
        grid.setColumnStretch(1, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.drop)
        foot.addStretch(1)
        foot.addWidget(self.confirm)
        foot.addWidget(self.store)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._note)
        column.addLayout(grid)
        column.addWidget(self._wrong)
        column.addLayout(foot)
        order = (self.mark, self.out, self.reason, self.people, self.drop, self.confirm, self.store)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    # --- what is shown ---------------------------------------------------------------------

    def show_draft(self, draft: Draft, unit: str, *, may_be_out: bool, is_grade: bool) -> None:
        """Show what stands for another cell."""
        self._unit_words = unit
        self.mark.setFixedWidth(MARK_WIDTH_OF_GRADES if is_grade else MARK_WIDTH)
        side = Qt.AlignmentFlag.AlignLeft if is_grade else Qt.AlignmentFlag.AlignRight
        self.mark.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self.out.blockSignals(True)
        self.out.setChecked(draft.is_out)
        self.out.blockSignals(False)
        self.out.setVisible(may_be_out or draft.is_out)
        for line, text in (
            (self.mark, draft.mark),
            (self.reason, draft.reason),
            (self.people, draft.people),
        ):
            line.setText(text)
        self.complain("")
        self._follow()
        self.retranslate()

    def draft(self) -> Draft:
        """Return what stands in the form, the syllable in work included."""
        for line in (self.mark, self.reason, self.people):
            line.finish_syllable()
        return self.shown()

    def shown(self) -> Draft:
        """Return what stands in the form without touching it."""
        return Draft(self.mark.text(), self.out.isChecked(), self.reason.text(), self.people.text())

    def show_ways(self, *, confirmable: str, is_agreed: bool, note: str) -> None:
        """Offer what can be done with the cell besides storing a mark.

        ``confirmable`` is the mark that may be confirmed as it is; empty where none may.
        """
        self._confirmable = confirmable
        self.confirm.setText(self.tr("Confirm {mark}").format(mark=confirmable))
        self.confirm.setVisible(bool(confirmable))
        self.drop.setVisible(is_agreed)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def close_writing(self, why: str) -> None:
        """Let nothing be written, with the reason."""
        for line in (self.mark, self.reason, self.people):
            line.setReadOnly(True)
        for one in (self.out, self.store, self.confirm, self.drop):
            one.setEnabled(False)
            one.setToolTip(why)

    def complain(self, sentence: str, field: AgreedLine | None = None) -> None:
        """Say why nothing was stored, beside the field it is about; empty takes it away."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        for line in (self.mark, self.reason, self.people):
            is_wrong = bool(sentence) and line is field
            restyle(line, "error", "true" if is_wrong else "false")
            line.setAccessibleDescription(sentence if is_wrong else "")
        self.mark.setFont(font(CARD_TITLE, HALF_BOLD, digits=True))
        if field is not None and sentence:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            field.selectAll()

    def complaint(self) -> str:
        """Return why nothing was stored, or nothing."""
        return self._wrong.text()

    def begin(self) -> None:
        """Put the keyboard on the mark, all of it selected."""
        target = self.reason if self.out.isChecked() else self.mark
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        target.selectAll()

    # --- what people do --------------------------------------------------------------------

    @Slot()
    def _on_typed(self) -> None:
        self.complain("")
        self.typed.emit()

    @Slot()
    def _on_out(self) -> None:
        self.complain("")
        self._follow()
        self.typed.emit()

    def _follow(self) -> None:
        self.mark.setEnabled(not self.out.isChecked())

    @Slot()
    def _on_mark_entered(self) -> None:
        if self.mark.text().strip() and not self.reason.text().strip():
            self.reason.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.store_wanted.emit()

    def retranslate(self) -> None:
        captions = (self.tr("Agreed mark"), self.tr("Reason"), self.tr("Present"))
        fields = (self.mark, self.reason, self.people)
        for caption, field, words in zip(self._captions, fields, captions, strict=True):
            caption.setText(words)
            field.setAccessibleName(words)
        self.reason.setPlaceholderText(self.tr("What was agreed, and why"))
        self.people.setPlaceholderText(self.tr("Names, separated by ;"))
        self._unit.say(Run(self._unit_words, CAPTION, role="text2"))
        say_chip(self.out, self.tr("Not applicable"))
        self.store.setText(self.tr("Store and go on"))
        self.confirm.setText(self.tr("Confirm {mark}").format(mark=self._confirmable))
        self.drop.setText(self.tr("Take it away"))
