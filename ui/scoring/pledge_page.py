"""The integrity pledge (청렴서약), read and confirmed before the first mark."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.scoring.desk import ScoringDesk
from ui.theme.fonts import BODY, CARD_TITLE, DENSE, HALF_BOLD, PAGE_TITLE
from ui.theme.parts import Card, Words, button
from ui.theme.tokens import CARD_GAP

_WIDTH = 640


class PledgePage(Speaking):
    """One card: what is promised, by whom, on which day. Enter confirms."""

    confirmed = Signal()
    postponed = Signal()

    def __init__(self, desk: ScoringDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._title = Words(PAGE_TITLE + 3, 700)
        self._subtitle = Words(BODY, role="text2")
        self._promises = [Words(BODY) for _ in range(4)]
        self._signed = Words(CARD_TITLE, HALF_BOLD)
        self._note = Words(DENSE, role="text2")
        self._confirm = button("primary")
        self._confirm.clicked.connect(self._on_confirmed)
        self._later = button("link")
        self._later.clicked.connect(self.postponed)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        card = Card()
        card.column.setContentsMargins(24, 20, 24, 20)
        card.column.setSpacing(12)
        for number, promise in enumerate(self._promises, start=1):
            line = QHBoxLayout()
            line.setSpacing(10)
            counted = Words(BODY, HALF_BOLD, role="text3")
            counted.setText(f"{number}.")
            counted.setFixedWidth(18)
            line.addWidget(counted, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(promise, 1)
            card.column.addLayout(line)
        card.column.addSpacing(6)
        card.column.addWidget(self._signed)
        choices = QHBoxLayout()
        choices.setSpacing(12)
        choices.addWidget(self._confirm)
        choices.addWidget(self._later)
        choices.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(CARD_GAP)
        column.addStretch(2)
        for part in (self._title, self._subtitle, card):
            column.addWidget(part)
        column.addLayout(choices)
        column.addWidget(self._note)
        column.addStretch(3)
        inside = QWidget()
        inside.setLayout(column)
        inside.setMaximumWidth(_WIDTH)
        whole = QHBoxLayout(self)
        whole.addStretch(1)
        whole.addWidget(inside, 100)
        whole.addStretch(1)

    def retranslate(self) -> None:
        owner = self._desk.owner
        self._title.setText(self.tr("Integrity pledge"))
        self._subtitle.setText(self._desk.definition.rules.title)
        promises = (
            self.tr("I score fairly, by the rubric, and on what I have seen and read myself."),
            self.tr(
                "Where I am kin to an operator, or have advised, researched for or contracted "
                "with it within three years, I recuse myself from that service."
            ),
            self.tr("I take no money, gift or favour in connection with this evaluation."),
            self.tr("What I learn in this evaluation I keep to myself, also after it."),
        )
        for words, promise in zip(self._promises, promises, strict=True):
            words.setText(promise)
        signed = self.tr("{day}  Evaluator {code} {name}")
        day = _today()
        self._signed.setText(signed.format(day=day, code=owner.code, name=owner.name))
        self._confirm.setText(self.tr("I pledge this"))
        self._later.setText(self.tr("Look around first"))
        self._note.setText(
            self.tr("The day is stored in this file. To recuse yourself press Ctrl+R in a service.")
        )

    def take_focus(self) -> None:
        """Put the keyboard on the pledge."""
        self._confirm.setDefault(True)
        self._confirm.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_confirmed(self) -> None:
        if self._desk.pledge(_today()):
            self.confirmed.emit()


def _today() -> str:
    """Return the local day, ISO."""
    return datetime.now(UTC).astimezone().date().isoformat()
