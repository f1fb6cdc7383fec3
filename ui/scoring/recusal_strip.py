"""Declaring 회피 for a service, with the reason; and taking it back."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.composing import Composition
from ui.language import Speaking
from ui.problems import sentence_of
from ui.scoring.cell import RECUSAL, Cell
from ui.scoring.desk import ScoringDesk
from ui.theme.fonts import BODY, DENSE
from ui.theme.parts import Words, button, restyle
from workbench.definition.terms import Uid


class RecusalStrip(Speaking):
    """A calm strip over the marks: closed while nobody asks for it and nobody is recused."""

    left = Signal()
    """The keyboard is free again."""

    def __init__(self, desk: ScoringDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._service: Uid | None = None
        self._is_asking = False
        self._words = Words(BODY)
        self._reason = QLineEdit()
        self._composition = Composition(self._reason)
        self._reason.returnPressed.connect(self._declare)
        self._yes, self._no, self._withdraw = button(), button("link"), button()
        self._yes.clicked.connect(self._declare)
        self._no.clicked.connect(self.put_away)
        self._withdraw.clicked.connect(self._take_back)
        self._wrong = Words(DENSE, role="danger")
        self._lay_out()
        desk.changed.connect(self._on_changed)
        self.retranslate()
        self._refresh()

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setProperty("kind", "tray")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.setSpacing(8)
        inside.addWidget(self._words)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._reason, 1)
        row.addWidget(self._yes)
        row.addWidget(self._no)
        row.addWidget(self._withdraw)
        row.addStretch(0)
        inside.addLayout(row)
        inside.addWidget(self._wrong)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 12, 24, 0)
        whole.addWidget(frame)

    # --- what is shown ---------------------------------------------------------------------

    def show_service(self, service: Uid | None) -> None:
        """Show how another service stands; None where no single one is shown."""
        if service != self._service:
            self._service, self._is_asking = service, False
        self._refresh()

    def ask(self) -> None:
        """Ask for the reason, or bring the keyboard to the way back of a recused service."""
        if self._service is None or self._desk.read_at is not None:
            return
        if self._recusal():
            self._withdraw.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._is_asking = True
        self._wrong.clear()
        self._reason.clear()
        self._refresh()
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def put_away(self) -> None:
        """Declare nothing."""
        if self._is_asking:
            self._is_asking = False
            self._refresh()
            self.left.emit()

    def retranslate(self) -> None:
        self._reason.setPlaceholderText(self.tr("The reason, such as advice given within 3 years"))
        self._reason.setAccessibleName(self.tr("Reason of the recusal"))
        self._yes.setText(self.tr("Recuse myself"))
        self._no.setText(self.tr("Not now"))
        self._withdraw.setText(self.tr("Withdraw the recusal"))
        self._refresh()

    def _recusal(self) -> str:
        return self._desk.sheet(self._service).recusal if self._service is not None else ""

    def _refresh(self) -> None:
        reason = self._recusal()
        self.setVisible(bool(reason) or self._is_asking)
        for part in (self._reason, self._yes, self._no):
            part.setVisible(not reason)
        self._withdraw.setVisible(bool(reason) and self._desk.read_at is None)
        self._wrong.setVisible(bool(self._wrong.text()))
        restyle(self._reason, "error", "true" if self._wrong.text() else "false")
        self._words.setText(
            self.tr("You recused yourself: {reason}. The marks are kept and do not count.").format(
                reason=reason
            )
            if reason
            else self.tr("Recuse yourself from this service? Marks are kept and will not count.")
        )

    @Slot(object)
    def _on_changed(self, services: frozenset[Uid]) -> None:
        if self._service in services:
            self._refresh()

    # --- what people do --------------------------------------------------------------------

    @Slot()
    def _declare(self) -> None:
        self._composition.finish()
        reason = self._reason.text().strip()
        if not reason or self._service is None:
            self._wrong.setText(self.tr("A recusal needs its reason. Nothing was changed yet."))
            self._refresh()
            return
        cell = Cell(self._service, None, RECUSAL)
        if not self._desk.enter(cell, reason):
            self._wrong.setText(sentence_of(self._desk.drafts(self._service)[cell].error))
            self._desk.give_up(cell)
            self._refresh()
            return
        self._is_asking = False
        self._wrong.clear()
        self._refresh()
        self.left.emit()

    @Slot()
    def _take_back(self) -> None:
        if self._service is not None and self._desk.enter(Cell(self._service, None, RECUSAL), ""):
            self._refresh()
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) is Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)
