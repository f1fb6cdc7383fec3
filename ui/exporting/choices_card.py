"""For whom, how final and in which form: one of each is chosen."""

from collections.abc import Mapping
from typing import Final, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.theme.fonts import CARD_TITLE, HALF_BOLD
from ui.theme.options import OptionCard
from ui.theme.parts import Card
from ui.theme.runs import Run, RunLine
from ui.theme.tab_stop import stop_at_checked
from workbench.reports.edition import Audience
from workbench.reports.form import Form

_Key = TypeVar("_Key")
_WITHIN: Final = 6
_BETWEEN: Final = 14


class ChoicesCard(Speaking):
    """Three groups of cards; each is one stop for Tab, arrows choose within it."""

    changed = Signal()
    """Something else is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.audiences = {audience: OptionCard() for audience in Audience}
        self.final, self.draft = OptionCard(), OptionCard()
        self.forms = {form: OptionCard() for form in Form}
        self._titles = tuple(RunLine() for _ in range(3))
        self._groups: list[QButtonGroup] = []
        self._was_open: bool | None = None
        self._lay_out()
        for one in (self.audiences[Audience.INTERNAL], self.draft, self.forms[Form.WORKBOOK]):
            one.setChecked(True)
        self._settle()
        for group in self._groups:
            group.buttonToggled.connect(self._on_toggled)
        self.retranslate()

    def _lay_out(self) -> None:
        card = Card()
        card.column.setSpacing(_WITHIN)
        groups = (self.audiences.values(), (self.final, self.draft), self.forms.values())
        for title, options in zip(self._titles, groups, strict=True):
            if self._groups:
                card.column.addSpacing(_BETWEEN - _WITHIN)
            card.column.addWidget(title)
            group = QButtonGroup(self)
            for option in options:
                group.addButton(option)
                card.column.addWidget(option)
            self._groups.append(group)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        whole.addStretch(1)

    def retranslate(self) -> None:
        for line, words in zip(
            self._titles, (self.tr("For whom"), self.tr("Edition"), self.tr("Form")), strict=True
        ):
            line.say(Run(words, CARD_TITLE, HALF_BOLD))
        internal, public = self.audiences[Audience.INTERNAL], self.audiences[Audience.PUBLIC]
        internal.say(self.tr("Internal"), self.tr("Everything, with every score"))
        public.say(self.tr("Public"), self.tr("As a city publishes it, no scores"))
        self.final.say(self.tr("Final"), self.tr("Once all is complete and sealed"))
        self.draft.say(self.tr("Draft"), self.tr("At any time, marked as a draft"))
        says = {
            Form.WORKBOOK: (self.tr("Excel workbook"), self.tr("All sheets, .xlsx")),
            Form.DOCUMENT: (self.tr("Document"), self.tr("The report to go on writing, .docx")),
            Form.PDF: (self.tr("PDF"), self.tr("The report to print and send, .pdf")),
        }
        for form, (title, detail) in says.items():
            self.forms[form].say(title, detail)

    # --- what is chosen --------------------------------------------------------------------

    @property
    def audience(self) -> Audience:
        """For whom."""
        return _chosen(self.audiences)

    @property
    def is_draft(self) -> bool:
        """Whether it will be marked as a draft."""
        return self.draft.isChecked()

    @property
    def form(self) -> Form:
        """In which form."""
        return _chosen(self.forms)

    def choose_form(self, form: Form) -> None:
        """Choose the form that was named in another way."""
        self.forms[form].setChecked(True)

    def open_final(self, *, is_open: bool) -> None:
        """Let a final export be chosen or not; it is chosen where it has just become possible."""
        if is_open == self._was_open:
            return
        self._was_open = is_open
        self.final.setEnabled(is_open)
        (self.final if is_open else self.draft).setChecked(True)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The cards in the order of Tab."""
        return (*self.audiences.values(), self.final, self.draft, *self.forms.values())

    @Slot(QAbstractButton, bool)
    def _on_toggled(self, _one: QAbstractButton, is_checked: bool) -> None:
        if is_checked:
            self._settle()
            self.changed.emit()

    def _settle(self) -> None:
        for group in self._groups:
            stop_at_checked(group.buttons())


def _chosen(cards: Mapping[_Key, OptionCard]) -> _Key:
    return next(key for key, card in cards.items() if card.isChecked())
