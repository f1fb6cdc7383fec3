"""The right card: the final wording of a service, both kinds below each other."""

from PySide6.QtCore import QRect, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.theme.fonts import CARD_TITLE, DENSE, HALF_BOLD
from ui.theme.key_row import KeyRow
from ui.theme.parts import Card, Hairline, Words
from ui.theme.runs import Run, RunLine
from ui.wording.passage_list import PassageList
from workbench.journal.fields import FINDINGS

_KEYS = ("Enter", "Alt+↑↓", "Ctrl+L", "Ctrl+Del")


class FinalCard(Speaking):
    """Holds the two lists; what is typed in them is the page's to keep."""

    passed = Signal()
    """Enter behind the last line of the last list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lists = {str(kind): PassageList(str(kind)) for kind in FINDINGS}
        self._title, self._why = RunLine(), Words(DENSE, HALF_BOLD, "text2")
        self._rule = Hairline()
        self._keys = KeyRow(_KEYS, spacing=12)
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.timeout.connect(self._look)
        self._lay_out()
        for one in self.lists.values():
            one.passed.connect(self._on_passed)
            one.rows_changed.connect(self._order_tabs)
            one.entered.connect(self._look_soon)
        self._why.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for one in self.lists.values():
            column.addWidget(one)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(body)
        for part in (self._scroll.viewport(), body):
            part.setAutoFillBackground(False)
        card = Card()
        card.column.setContentsMargins(16, 12, 8, 12)
        card.column.addWidget(self._title)
        card.column.addWidget(self._why)
        card.column.addWidget(self._scroll, 1)
        card.column.addWidget(self._rule)
        card.column.addLayout(self._keys)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def say_why_not(self, why_not: str) -> None:
        """Say why nothing can be written here, if so."""
        self._why.setText(why_not)
        self._why.setVisible(bool(why_not))
        for part in (self._rule, *self._keys.hints):
            part.setVisible(not why_not)

    @Slot()
    def hand_over(self) -> None:
        """Say everything that was typed, the composing syllable first."""
        for one in self.lists.values():
            one.hand_over()

    def begin(self) -> None:
        """Bring the keyboard to the first line."""
        for one in self.lists.values():
            if one.rows():
                one.begin()
                return

    def retranslate(self) -> None:
        self._title.say(Run(self.tr("Final wording of the report"), CARD_TITLE, HALF_BOLD))
        self._keys.say((self.tr("next"), self.tr("move"), self.tr("join"), self.tr("remove")))

    @Slot(str)
    def _on_passed(self, kind: str) -> None:
        """Go on behind a list to which nothing more is added."""
        kinds = list(self.lists)
        behind = kinds[kinds.index(kind) + 1 :]
        if behind and self.lists[behind[0]].rows():
            self.lists[behind[0]].begin()
        else:
            self.passed.emit()

    @Slot()
    def _order_tabs(self) -> None:
        """Let Tab go through the rows as they stand, however they came there."""
        before: QWidget = self
        for one in self.lists.values():
            for row in one.rows():
                self.setTabOrder(before, row.box)
                before = row.box

    @Slot()
    def _look_soon(self) -> None:
        self._looking.start()

    @Slot()
    def _look(self) -> None:
        """Keep the line in work in sight, once everything stands in its place."""
        body = self._scroll.widget()
        for one in self.lists.values():
            for row in one.rows():
                if body is not None and row.box.hasFocus():
                    spot = QRect(row.mapTo(body, row.rect().topLeft()), row.size())
                    self._scroll.ensureVisible(spot.left(), spot.bottom(), 0, 8)
                    self._scroll.ensureVisible(spot.left(), spot.top(), 0, 8)
