"""Who is recused from the chosen services: who, in which of the three ways, and why."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.composing import Composition
from ui.setup.asked import Asked
from ui.setup.choices import standing_words
from ui.setup.menu_choice import MenuChoice
from ui.theme.fonts import BODY, CAPTION, HALF_BOLD
from ui.theme.parts import Words, button
from workbench.definition.terms import Standing

LIFTED = Standing.ASSIGNED.value


class RecusalForm(Asked):
    """A tray above the matrix while it is asked for."""

    recorded = Signal(str, str, str)
    """Code, standing and reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: Mapping[str, str] = {}
        self._where = ""
        self._words = Words(BODY)
        self.who, self.standing = MenuChoice(), MenuChoice()
        self.reason = QLineEdit()
        self._composition = Composition(self.reason)
        self.record, self._leave = button(), button("link")
        self._wrong = Words(CAPTION, HALF_BOLD, "danger")
        self._code, self._stands = "", Standing.DISQUALIFIED.value
        self._lay_out()
        self.who.chosen.connect(self._on_who)
        self.standing.chosen.connect(self._on_standing)
        self.reason.returnPressed.connect(self._record)
        self.record.clicked.connect(self._record)
        self._leave.clicked.connect(self.leave)
        self.retranslate()

    def _lay_out(self) -> None:
        self.column.addWidget(self._words)
        row = QHBoxLayout()
        row.setSpacing(8)
        for part, share in (
            (self.who, 0),
            (self.standing, 0),
            (self.reason, 1),
            (self.record, 0),
            (self._leave, 0),
        ):
            row.addWidget(part, share)
        self.column.addLayout(row)
        self.column.addWidget(self._wrong)

    def retranslate(self) -> None:
        self._words.setText(
            self.tr("Recusal from {services}: his marks there no longer count.").format(
                services=self._where
            )
        )
        self.who.offer(self._people, self._code)
        self.who.setAccessibleName(self.tr("Evaluator"))
        self.standing.offer(standing_words() | {LIFTED: self.tr("Lift the recusal")}, self._stands)
        self.standing.setAccessibleName(self.tr("Way of recusal"))
        self.reason.setPlaceholderText(self.tr("Reason"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.record.setText(self.tr("Record"))
        self._leave.setText(self.tr("Leave"))

    def open_for(self, people: Mapping[str, str], where: Sequence[str]) -> None:
        """Ask about ``people`` by code and name, and services by their words."""
        self._people = dict(people)
        self._code = next(iter(people), "")
        shown = ", ".join(where[:3])
        if len(where) > len(where[:3]):
            shown = self.tr("{some} and {count} more").format(some=shown, count=len(where) - 3)
        self._where = shown
        self.reason.clear()
        self._say("")
        self.retranslate()
        self.show()
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, wrong: str) -> None:
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))

    @Slot(str)
    def _on_who(self, code: str) -> None:
        self._code = code
        self.retranslate()

    @Slot(str)
    def _on_standing(self, standing: str) -> None:
        self._stands = standing
        self.retranslate()

    @Slot()
    def _record(self) -> None:
        self._composition.finish()
        reason = self.reason.text().strip()
        if not reason and self._stands != LIFTED:
            self._say(self.tr("Give a reason first; it is kept with the recusal."))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.hide()
        self.recorded.emit(self._code, self._stands, reason)
