"""The top bar with the progress of the whole book, and the bottom line that says it is saved."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.problems import sentence_of
from ui.scoring.desk import ScoringDesk
from ui.scoring.order_switch import OrderSwitch
from ui.scoring.wording import clock, read_only_words
from ui.theme.fonts import BODY, CAPTION, DENSE, HALF_BOLD
from ui.theme.icons import IconMark
from ui.theme.parts import KeyHint, Tag, button, on_surface, restyle
from ui.theme.runs import Run, RunLine
from ui.theme.tokens import BOTTOM_LINE_HEIGHT, TOP_BAR_HEIGHT
from workbench.errors import AppError


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
        self._bar.setRange(0, max(progress.expected, 1))
        self._bar.setValue(progress.given)
        self._bar.setAccessibleName(words)
        done = "true" if progress.given == progress.expected else "false"
        restyle(self._bar, "done", done)


class BottomLine(Speaking):
    """Saved, and since when; or not saved, why, and a button to try again."""

    retry_requested = Signal()

    def __init__(self, desk: ScoringDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._failure: AppError | None = None
        self._mark = IconMark("check", "success", 14)
        self._warning = IconMark("alert", "danger", 14)
        self._saved = RunLine()
        self._retry = button("link")
        self._retry.clicked.connect(self.retry_requested)
        self._keys = {
            name: KeyHint(cap)
            for name, cap in (
                ("next", "Enter"),
                ("comment", "F2"),
                ("out", "F4"),
                ("incomplete", "F6"),
                ("help", "F7"),
            )
        }
        self._lay_out()
        desk.stored.connect(self._on_stored)
        desk.store_failed.connect(self._on_failed)
        self.retranslate()

    def _lay_out(self) -> None:
        on_surface(self)
        self.setFixedHeight(BOTTOM_LINE_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(6)
        row.addWidget(self._mark)
        row.addWidget(self._warning)
        row.addWidget(self._saved, 1)
        row.addWidget(self._retry)
        hints = QHBoxLayout()
        hints.setSpacing(14)
        for hint in self._keys.values():
            hints.addWidget(hint)
        row.addSpacing(8)
        row.addLayout(hints)

    def allow_not_applicable(self, *, is_allowed: bool) -> None:
        """Show the key for not applicable only where it does something."""
        self._keys["out"].setVisible(is_allowed)

    def show_keys(self, *, are_shown: bool) -> None:
        """Show the keys of the sheet, or none of them."""
        for hint in self._keys.values():
            hint.setVisible(are_shown)

    def retranslate(self) -> None:
        for name, word in (
            ("next", self.tr("next")),
            ("comment", self.tr("comment")),
            ("out", self.tr("not applicable")),
            ("incomplete", self.tr("next incomplete")),
            ("help", self.tr("help")),
        ):
            self._keys[name].say(word)
        self._retry.setText(self.tr("Try again"))
        self._refresh()

    def text(self) -> str:
        """Return what the line says of saving."""
        return self._saved.text()

    def _refresh(self) -> None:
        failed = self._failure is not None
        self._mark.setVisible(not failed and self._desk.saved_at is not None)
        self._warning.setVisible(failed)
        self._retry.setVisible(failed)
        if self._failure is not None:
            not_saved = Run(self.tr("Not saved"), CAPTION, HALF_BOLD, "danger")
            reason = sentence_of(self._failure).replace("\n", " ")
            self._saved.say(not_saved, Run(reason, CAPTION, role="danger", before=10))
        elif self._desk.saved_at is not None:
            time = clock(self._desk.saved_at)
            words = self.tr("Saved {time}").format(time=time)
            self._saved.say(Run(words, CAPTION, HALF_BOLD, "success"))
        else:
            words = self.tr("Every field is saved as you leave it.")
            self._saved.say(Run(words, CAPTION, role="text3"))

    def _on_stored(self) -> None:
        if not self._desk.has_unsaved():
            self._failure = None
        self._refresh()

    def _on_failed(self, error: AppError) -> None:
        self._failure = error
        self._refresh()
