"""The top bar: whose book, the order of work, the progress of the whole, the way to hand over."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.scoring.desk import ScoringDesk
from ui.scoring.order_switch import OrderSwitch
from ui.scoring.wording import read_only_words
from ui.theme.fonts import BODY, CAPTION, DENSE, HALF_BOLD
from ui.theme.parts import Tag, button, on_surface, restyle
from ui.theme.runs import Run, RunLine
from ui.theme.tokens import TOP_BAR_HEIGHT


class TopBar(Speaking):
    """Whose book, how far, and the two ways out of scoring."""

    hand_over_requested = Signal()
    back_requested = Signal()
    order_chosen = Signal(object)

    def __init__(self, desk: ScoringDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._title = RunLine()
        self._owner = RunLine()
        self._rehearsal = Tag("warning")
        self._read_only = Tag("text3")
        self._switch = OrderSwitch()
        self._switch.chosen.connect(self.order_chosen)
        self.show_order = self._switch.show_order
        self._count = RunLine(Qt.AlignmentFlag.AlignRight)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(228, 6)
        self._hand_over = button()
        self._hand_over.clicked.connect(self.hand_over_requested)
        self._back = button()
        self._back.clicked.connect(self.back_requested)
        self._lay_out()
        desk.changed.connect(self.refresh)
        self.retranslate()

    def _lay_out(self) -> None:
        on_surface(self)
        self.setFixedHeight(TOP_BAR_HEIGHT)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._owner)
        count = QVBoxLayout()
        count.setSpacing(3)
        count.addWidget(self._count)
        count.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 16, 4)
        row.setSpacing(12)
        row.addLayout(names)
        row.addWidget(self._rehearsal)
        self._rehearsal.setVisible(self._desk.definition.rules.rehearsal)
        row.addWidget(self._read_only)
        self._read_only.setVisible(self._desk.read_at is not None)
        row.addSpacing(12)
        row.addWidget(self._switch)
        row.addStretch(1)
        row.addLayout(count)
        row.addSpacing(14)
        row.addWidget(self._hand_over)
        row.addWidget(self._back)
        self._back.hide()

    def show_back(self, *, is_away: bool) -> None:
        """Offer the way back instead of the way to the hand-over."""
        self._hand_over.setVisible(not is_away)
        self._switch.setVisible(not is_away)
        self._back.setVisible(is_away)

    def retranslate(self) -> None:
        rules, owner = self._desk.definition.rules, self._desk.owner
        self._title.say(Run(rules.title, BODY + 0.5, 700))
        who = self.tr("Evaluator {code} {name}").format(code=owner.code, name=owner.name)
        self._owner.say(Run(who, CAPTION, role="text2"))
        self._rehearsal.say(self.tr("Rehearsal (invented scores)"))
        self._hand_over.setText(self.tr("Hand over…"))
        self._hand_over.setEnabled(self._desk.read_at is None)
        if self._desk.read_at is not None:
            self._read_only.say(read_only_words(self._desk.read_at))
        self._back.setText(self.tr("Back to scoring"))
        self.refresh()

    def refresh(self) -> None:
        """Count again."""
        progress = self._desk.overview.progress()
        words = self.tr("{done} / {services} services · {given} / {expected} indicators").format(
            done=progress.services_done,
            services=progress.services,
            given=progress.given,
            expected=progress.expected,
        )
        if progress.recused:
            words += " · " + self.tr("recused {count}").format(count=progress.recused)
        self._count.say(Run(words, DENSE, HALF_BOLD))
        self._bar.setUpdatesEnabled(False)  # a bar paints at once, and all that waits beside it
        self._bar.setRange(0, max(progress.expected, 1))
        self._bar.setValue(progress.given)
        self._bar.setUpdatesEnabled(True)  # in its turn, so that no key waits for it
        self._bar.setAccessibleName(words)
        done = "true" if progress.given == progress.expected else "false"
        restyle(self._bar, "done", done)
