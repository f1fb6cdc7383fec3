"""Why a file cannot be read as a survey, in one sentence, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.problems import sentence_of
from ui.theme.fonts import BODY
from ui.theme.icons import IconMark
from ui.theme.parts import Card, Words, button
from workbench.errors import AppError


class RefusedView(Speaking):
    """The sentence stays until another file or sheet was chosen."""

    other_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error: AppError | None = None
        self.sentence = Words(BODY)
        self._other, self._back = button("primary"), button()
        self._other.clicked.connect(self.other_wanted)
        self._back.clicked.connect(self.back_wanted)
        said = QHBoxLayout()
        said.setSpacing(10)
        said.addWidget(IconMark("alert", "danger"), 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.sentence, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self._back)
        row.addWidget(self._other)
        card = Card()
        card.column.addLayout(said)
        card.column.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        whole.addStretch(1)
        self.retranslate()

    def show_error(self, error: AppError) -> None:
        """Say why."""
        self._error = error
        self.retranslate()

    def take_focus(self) -> None:
        """Put the keyboard on what comes next."""
        self._other.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self.sentence.setText("" if self._error is None else sentence_of(self._error))
        self._other.setText(self.tr("Choose another file…"))
        self._back.setText(self.tr("Back to scoring"))
