"""The start page: three plain choices at the left, recent files at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.settings import Recent
from ui.start.choices import Choice
from ui.start.recent_list import RecentList
from ui.theme.fonts import BODY, CAPTION, CARD_TITLE, DENSE, HALF_BOLD, START_TITLE
from ui.theme.icons import IconMark
from ui.theme.parts import Card, Hairline, Words, on_surface
from ui.theme.runs import Run, RunLine
from ui.theme.tokens import BOTTOM_LINE_HEIGHT


class StartPage(Speaking):
    """What stands in the window while no document is open."""

    open_requested = Signal()
    new_requested = Signal()
    sample_requested = Signal()
    recent_chosen = Signal(str)
    recent_forgotten = Signal(str)

    def __init__(self, recent: Sequence[Recent], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent = list(recent)
        self._title = Words(START_TITLE, 700)
        self._promise = Words(BODY + 1, role="text2")
        self._open = Choice("folder", "Ctrl+O")
        self._new = Choice("plus", "Ctrl+N")
        self._sample = Choice("play")
        self._local, self._hint = RunLine(), RunLine()
        self._open.clicked.connect(self.open_requested)
        self._new.clicked.connect(self.new_requested)
        self._sample.clicked.connect(self.sample_requested)
        self._card_title = RunLine()
        self._card_keys = RunLine(Qt.AlignmentFlag.AlignRight)
        self._empty = Words(DENSE, role="text3")
        self._list = RecentList()
        self._list.chosen.connect(self.recent_chosen)
        self._list.forgotten.connect(self._on_forgotten)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self._title)
        left.addWidget(self._promise)
        left.addSpacing(10)
        for choice in (self._open, self._new, self._sample):
            left.addWidget(choice)
        left.addSpacing(6)
        lock = QHBoxLayout()
        lock.addWidget(IconMark("lock", "text3", 14))
        lock.addWidget(self._local, 1)
        left.addLayout(lock)
        left.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(56)
        row.addLayout(left, 46)
        row.addWidget(self._recent_card(), 52)
        middle = QWidget()
        middle.setLayout(row)
        middle.setMaximumWidth(1080)
        row.setContentsMargins(20, 0, 20, 0)
        across = QHBoxLayout()
        column = QVBoxLayout()
        column.addStretch(1)
        column.addWidget(middle)
        column.addStretch(1)
        across.addStretch(1)
        across.addLayout(column, 1000)
        across.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(across, 1)
        whole.addWidget(Hairline())
        whole.addWidget(self._bottom_line())

    def _bottom_line(self) -> QWidget:
        line = QWidget()
        on_surface(line)
        line.setFixedHeight(BOTTOM_LINE_HEIGHT)
        row = QHBoxLayout(line)
        row.setContentsMargins(20, 0, 20, 0)
        row.addWidget(self._hint, 1)
        return line

    def _recent_card(self) -> Card:
        card = Card()
        card.column.setContentsMargins(10, 16, 10, 10)
        head = QHBoxLayout()
        head.setContentsMargins(14, 0, 15, 0)
        head.addWidget(self._card_title)
        head.addStretch(1)
        head.addWidget(self._card_keys)
        card.column.addLayout(head)
        self._empty.setContentsMargins(14, 8, 14, 8)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        card.column.addWidget(self._empty, 1)
        card.column.addWidget(self._list, 1)
        card.setMinimumSize(360, 374)
        return card

    def retranslate(self) -> None:
        self._title.setText(self.tr("Scoring Workbench"))
        self._promise.setText(self.tr("Evaluation of commissioned services without a lost score"))
        self._open.say(
            self.tr("Open a file…"), self.tr("A score book (.score) or a round (.round)")
        )
        self._new.say(
            self.tr("Make a new round…"),
            self.tr("From the sample, an earlier round or a spreadsheet"),
        )
        self._sample.say(
            self.tr("Look around in a rehearsal"),
            self.tr("29 services with invented scores, no real data"),
        )
        local = self.tr("All data stay in files on this computer. No internet is used.")
        self._local.say(Run(local, DENSE, role="text3"))
        hint = self.tr("A file dropped on this window opens.")
        self._hint.say(Run(hint, CAPTION, role="text3"))
        self._card_title.say(Run(self.tr("Recent files"), CARD_TITLE, HALF_BOLD))
        self._card_keys.say(Run(self.tr("↑ ↓ choose, Enter opens"), CAPTION, role="text3"))
        self._empty.setText(self.tr("Files that you open will be listed here."))
        self._list.setAccessibleName(self.tr("Recent files"))
        self._show_recent()

    def list_recent(self, recent: Sequence[Recent]) -> None:
        """List other files."""
        self._recent = list(recent)
        self._show_recent()

    def _show_recent(self) -> None:
        self._list.show_recent(self._recent)
        self._list.setVisible(bool(self._recent))
        self._card_keys.setVisible(bool(self._recent))
        self._empty.setVisible(not self._recent)

    def take_focus(self) -> None:
        """Put the keyboard where going on is one key away."""
        first: QWidget = self._list if self._recent else self._open
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_forgotten(self, path: str) -> None:
        self._recent = [item for item in self._recent if item.path != path]
        self._show_recent()
        self.take_focus()
        self.recent_forgotten.emit(path)
