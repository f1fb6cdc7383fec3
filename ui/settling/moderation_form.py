"""What was agreed: the mark, why, and who was there. Enter stores and goes on."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.settling.agreed_form import NUMBER_WIDTH, AgreedForm, go_to
from ui.theme.fonts import CAPTION
from ui.theme.parts import Words, button, say_chip
from ui.theme.runs import Run, RunLine
from ui.theme.tab_stop import order_tabs

MARK_WIDTH_OF_GRADES = 160


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the form."""

    mark: str = ""
    is_out: bool = False
    reason: str = ""
    people: str = ""


class ModerationForm(AgreedForm):
    """The number is the mark, unless not applicable was agreed; the third line says who was there.

    ``typed`` also says that the cell became applicable, or no longer is.
    """

    confirm_wanted = Signal()
    drop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark, self.reason, self.people = self.lines
        self.out = button("chip")
        self.store, self.confirm, self.drop = button("primary"), button(), button("link")
        self._unit = RunLine()
        self._note = Words(CAPTION, role="text2")
        self._unit_words = self._confirmable = ""
        self.mark.textEdited.connect(self._on_typed)
        self.out.toggled.connect(self._on_out)
        self.store.clicked.connect(self.store_wanted)
        self.confirm.clicked.connect(self.confirm_wanted)
        self.drop.clicked.connect(self.drop_wanted)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(10)
        for part in (self.mark, self._unit, self.out):
            first.addWidget(part)
        first.addStretch(1)
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
        column.addLayout(self._captioned(first, spacing=8))
        column.addWidget(self._wrong)
        column.addLayout(foot)
        foot_order = (self.drop, self.confirm, self.store)
        order_tabs(self.mark, self.out, self.reason, self.people, *foot_order)

    # --- what is shown ---------------------------------------------------------------------

    def show_draft(self, draft: Draft, unit: str, *, may_be_out: bool, is_grade: bool) -> None:
        """Show what stands for another cell."""
        self._unit_words = unit
        self.mark.setFixedWidth(MARK_WIDTH_OF_GRADES if is_grade else NUMBER_WIDTH)
        side = Qt.AlignmentFlag.AlignLeft if is_grade else Qt.AlignmentFlag.AlignRight
        self.mark.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self.out.blockSignals(True)
        self.out.setChecked(draft.is_out)
        self.out.blockSignals(False)
        self.out.setVisible(may_be_out or draft.is_out)
        texts = (draft.mark, draft.reason, draft.people)
        for line, text in zip(self.lines, texts, strict=True):
            line.setText(text)
        self.be_content()
        self._follow()
        self.retranslate()

    def draft(self) -> Draft:
        """Return what stands in the form, the syllable in work included."""
        self.finish_syllables()
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
        for line in self.lines:
            line.setReadOnly(True)
        for one in (self.out, self.store, self.confirm, self.drop):
            one.setEnabled(False)
            one.setToolTip(why)

    def begin(self) -> None:
        """Put the keyboard on the mark, or on the reason where there is none."""
        go_to(self.reason if self.out.isChecked() else self.mark)

    # --- what people do --------------------------------------------------------------------

    @Slot()
    def _on_typed(self) -> None:
        self.be_content()
        self.typed.emit()

    @Slot()
    def _on_out(self) -> None:
        self.be_content()
        self._follow()
        self.typed.emit()

    def _follow(self) -> None:
        self.mark.setEnabled(not self.out.isChecked())

    def retranslate(self) -> None:
        self._name_lines(self.tr("Agreed mark"), self.tr("Reason"), self.tr("Present"))
        self.reason.setPlaceholderText(self.tr("What was agreed, and why"))
        self.people.setPlaceholderText(self.tr("Names, separated by ;"))
        self._unit.say(Run(self._unit_words, CAPTION, role="text2"))
        say_chip(self.out, self.tr("Not applicable"))
        self.store.setText(self.tr("Store and go on"))
        self.confirm.setText(self.tr("Confirm {mark}").format(mark=self._confirmable))
        self.drop.setText(self.tr("Take it away"))
