"""Confirming all that the filter shows in one go: first how many, then yes."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.settling.agreed_form import AgreedLine
from ui.theme.fonts import DENSE
from ui.theme.parts import Words, button


class AskAll(Speaking):
    """Says that all are wanted, with the note that is given for them."""

    wanted = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._who, self._count, self._others, self._why_not = "", 0, 0, ""
        self.begin, self.yes, self.no = button(), button(), button("link")
        self.note = AgreedLine()
        self.note.takes_phrases = False
        self._words, self._asked = Words(DENSE), QWidget()
        self._lay_out()
        self._asked.hide()
        self.begin.clicked.connect(self.ask)
        self.yes.clicked.connect(self._on_yes)
        self.note.entered.connect(self._on_yes)
        self.note.given_up.connect(self.put_away)
        self.no.clicked.connect(self.put_away)

    def _lay_out(self) -> None:
        asked = QVBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(8)
        asked.addWidget(self._words)
        asked.addWidget(self.note)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.no)
        foot.addWidget(self.yes)
        asked.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self._asked)

    # --- what is shown ---------------------------------------------------------------------

    def offer(self, who: str, count: int, others: int, why_not: str) -> None:
        """Offer to let ``who`` confirm ``count`` figures; ``others`` he may not.

        ``why_not`` closes the way, with its reason.
        """
        self._who, self._count, self._others, self._why_not = who, count, others, why_not
        if why_not or not count:
            self._asked.hide()
        self.retranslate()

    def is_asking(self) -> bool:
        """Say whether it is being asked."""
        return not self._asked.isHidden()

    def retranslate(self) -> None:
        words = self.tr("Confirm all {count}…") if self._count else self.tr("Confirm all…")
        self.begin.setText(words.format(count=self._count))
        self.begin.setEnabled(not self._why_not and self._count > 0)
        self.begin.setToolTip(self._why_not)
        self.begin.setVisible(not self.is_asking())
        self.yes.setText(self.tr("Confirm {count}").format(count=self._count))
        self.no.setText(self.tr("Not now"))
        self.note.setPlaceholderText(self.tr("Note for all of them; may be empty"))
        self.note.setAccessibleName(self.tr("Note for all of them; may be empty"))
        said = [
            self.tr("{who} stands for all waiting figures shown here: {count}.").format(
                who=self._who, count=self._count
            )
        ]
        if self._others:
            words = self.tr("Left out, as this person may not confirm them: {others}.")
            said.append(words.format(others=self._others))
        self._words.setText(" ".join(said))

    # --- what people do --------------------------------------------------------------------

    @Slot()
    def ask(self) -> None:
        """Say how many they are, and ask for a yes."""
        if not self.begin.isEnabled():
            return
        self._asked.show()
        self.retranslate()
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def put_away(self) -> None:
        """Leave all of them as they are; the note stays for the next time."""
        self._asked.hide()
        self.retranslate()
        self.left.emit()

    def finish(self) -> None:
        """Be done: the note was given."""
        self.note.clear()
        self._asked.hide()
        self.retranslate()

    @Slot()
    def _on_yes(self) -> None:
        self.note.finish_syllable()
        self.wanted.emit(self.note.text())
