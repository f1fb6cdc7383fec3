"""Logging an objection: to which service, received when, by whom, what is claimed."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from ui.composing import Composition
from ui.ledger.service_choice import ServiceChoice
from ui.problems import sentence_of
from ui.theme.fonts import CAPTION, CARD_TITLE, HALF_BOLD
from ui.theme.parts import Card, KeyHint, Words, button, restyle
from ui.theme.runs import Run, RunLine
from workbench.definition.terms import Service
from workbench.errors import InputError
from workbench.ledger.objections import received_on

_CLAIM_HEIGHT = 96
_FIELDS = ("received", "by", "claim")


class LoggingForm(Card):
    """Enter goes on, Ctrl+Enter logs, Escape leaves; nothing is kept before it is logged."""

    logged = Signal(int, str, str, str)
    """Service number, date, by whom, claim."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = RunLine()
        self.service = ServiceChoice()
        self.received, self.by, self.claim = QLineEdit(), QLineEdit(), QPlainTextEdit()
        self.claim.setTabChangesFocus(True)
        self.claim.setFixedHeight(_CLAIM_HEIGHT)
        self._compositions = [Composition(part) for part in (self.received, self.by, self.claim)]
        self._captions = {name: Words(CAPTION, role="text2") for name in _FIELDS}
        self._wrong = Words(CAPTION, HALF_BOLD, "danger")
        self._hint = KeyHint("Ctrl+Enter")
        self.log, self._leave = button("primary"), button("link")
        self.log.clicked.connect(self._log)
        self._leave.clicked.connect(self.left)
        self._lay_out()

    def _lay_out(self) -> None:
        self.column.addWidget(self._title)
        self.column.addWidget(self.service)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        for at, (name, part) in enumerate((("received", self.received), ("by", self.by))):
            grid.addWidget(self._captions[name], 0, at)
            grid.addWidget(part, 1, at)
            grid.setColumnStretch(at, 1 + at)
        self.column.addLayout(grid)
        self.column.addWidget(self._captions["claim"])
        self.column.addWidget(self.claim)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self._hint)
        foot.addWidget(self._wrong, 1)
        foot.addWidget(self._leave)
        foot.addWidget(self.log)
        self.column.addLayout(foot)

    def retranslate(self) -> None:
        """Say every word in the present language; called by the page."""
        self._title.say(Run(self.tr("Log an objection"), CARD_TITLE, HALF_BOLD))
        self.service.retranslate()
        for name, part, words in (
            ("received", self.received, self.tr("Received on (YYYY-MM-DD)")),
            ("by", self.by, self.tr("By whom")),
            ("claim", self.claim, self.tr("What is claimed")),
        ):
            self._captions[name].setText(words)
            part.setAccessibleName(words)
        self.log.setText(self.tr("Log"))
        self._leave.setText(self.tr("Leave"))
        self._hint.say(self.tr("log"))
        if self._wrong.text():
            self._complain(self._unfit())

    def open_for(self, services: Sequence[Service]) -> None:
        """Begin a new one."""
        self.service.offer(services)
        self.received.setText(f"{datetime.now(UTC).astimezone():%Y-%m-%d}")
        self.by.clear()
        self.claim.clear()
        self._complain(None)
        self.service.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _log(self) -> None:
        for composition in self._compositions:
            composition.finish()
        unfit = self._unfit()
        self._complain(unfit)
        if unfit is not None:
            unfit[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        claim = self.claim.toPlainText()
        self.logged.emit(self.service.number(), self.received.text(), self.by.text(), claim)

    def _unfit(self) -> tuple[QWidget, str] | None:
        """Return the first field that cannot stand as it is, and why."""
        if self.service.number() is None:
            return self.service.field, self.tr("Choose the service first.")
        try:
            received_on(self.received.text())
        except InputError as error:
            return self.received, sentence_of(error)
        if not self.by.text().strip():
            return self.by, self.tr("Say by whom it was raised.")
        if not self.claim.toPlainText().strip():
            return self.claim, self.tr("Write down what is claimed.")
        return None

    def _complain(self, unfit: tuple[QWidget, str] | None) -> None:
        """Say why nothing was logged, beside the field it is about."""
        field, words = unfit if unfit is not None else (None, "")
        self._wrong.setText(words)
        for part in (self.service.field, self.received, self.by, self.claim):
            restyle(part, "error", part is field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (is_enter and self._leave.hasFocus()):
            self.left.emit()
        elif is_enter and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier or self.log.hasFocus()
        ):
            self._log()
        elif is_enter:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)
