"""The form of one adjustment: signed points, reason, evidence. Enter stores, Escape gives up."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.adjusting.drafts import Draft
from ui.language import Speaking
from ui.settling.moderation_form import AgreedLine
from ui.theme.fonts import BODY, CAPTION, CARD_TITLE, DENSE, HALF_BOLD, font
from ui.theme.parts import Words, button, restyle
from ui.theme.runs import Run, RunLine

POINTS_WIDTH: Final = 110


class AdjustmentForm(Speaking):
    """Knows no round: it says what is typed, and what the person wants done with it."""

    typed = Signal()
    """The points changed: the effect follows."""
    store_wanted = Signal()
    given_up = Signal()
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points, self.reason, self.evidence = AgreedLine(), AgreedLine(), AgreedLine()
        self.store, self.leave = button("primary"), button("link")
        self._title, self._unit = RunLine(), RunLine()
        self._captions = tuple(Words(BODY, role="text2") for _ in range(3))
        self._wrong = Words(DENSE, HALF_BOLD, role="danger")
        self._changed = ""
        self._cap = ""
        for line in self._lines():
            line.takes_phrases = False
            line.given_up.connect(self.given_up)
            line.stepped.connect(self.stepped)
            line.textEdited.connect(self._be_right)
        self.points.setFont(font(CARD_TITLE, HALF_BOLD, digits=True))
        self.points.setFixedWidth(POINTS_WIDTH)
        self.points.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.points.textChanged.connect(self.typed)
        self.points.entered.connect(self._on_points_entered)
        for line in (self.reason, self.evidence):
            line.entered.connect(self.store_wanted)
        self.store.clicked.connect(self.store_wanted)
        self.leave.clicked.connect(self.given_up)
        self._lay_out()
        self.show_draft(Draft(), "", "")

    def _lines(self) -> tuple[AgreedLine, AgreedLine, AgreedLine]:
        return self.points, self.reason, self.evidence

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self.points)
        first.addWidget(self._unit, 1)
        for number, caption in enumerate(self._captions):
            caption.setWordWrap(False)
            grid.addWidget(caption, number, 0)
        grid.addLayout(first, 0, 1)
        grid.addWidget(self.reason, 1, 1)
        grid.addWidget(self.evidence, 2, 1)
        grid.setColumnStretch(1, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.store)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addLayout(grid)
        column.addWidget(self._wrong)
        column.addLayout(foot)
        order = (*self._lines(), self.leave, self.store)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    # --- what is shown ---------------------------------------------------------------------

    def show_draft(self, draft: Draft, changed: str, cap: str) -> None:
        """Begin with ``draft``; ``changed`` names the adjustment that would be another then."""
        texts = (draft.points, draft.reason, draft.evidence)
        for line, text in zip(self._lines(), texts, strict=True):
            line.setText(text)
            line.setCursorPosition(0)
        self.complain("")
        self.name(changed, cap)

    def name(self, changed: str, cap: str) -> None:
        """Say which adjustment the form is about, and how much a service may get."""
        self._changed, self._cap = changed, cap
        self.retranslate()

    def draft(self) -> Draft:
        """Return what stands in the form, the syllable in work included."""
        for line in self._lines():
            line.finish_syllable()
        return self.shown()

    def shown(self) -> Draft:
        """Return what stands in the form without touching it."""
        return Draft(*(line.text() for line in self._lines()))

    def allow(self, why_not: str) -> None:
        """Let the form be used, or say why not."""
        for line in self._lines():
            line.setReadOnly(bool(why_not))
            line.setToolTip(why_not)
        self.store.setEnabled(not why_not)
        self.store.setToolTip(why_not)

    def complain(self, sentence: str, field: QLineEdit | None = None) -> None:
        """Say why nothing was stored, beside the field it is about; empty takes it away."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        for line in self._lines():
            is_wrong = bool(sentence) and line is field
            restyle(line, "error", "true" if is_wrong else "false")
            line.setAccessibleDescription(sentence if is_wrong else "")
        self.points.setFont(font(CARD_TITLE, HALF_BOLD, digits=True))
        if field is not None and sentence:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            field.selectAll()

    def complaint(self) -> str:
        """Return why nothing was stored, or nothing."""
        return self._wrong.text()

    def begin(self) -> None:
        """Put the keyboard on the points, all of them selected."""
        self.points.setFocus(Qt.FocusReason.OtherFocusReason)
        self.points.selectAll()

    # --- what people do --------------------------------------------------------------------

    @Slot()
    def _be_right(self) -> None:
        if self.complaint():
            self.complain("")

    @Slot()
    def _on_points_entered(self) -> None:
        if self.points.text().strip() and not self.reason.text().strip():
            self.reason.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.store_wanted.emit()

    def retranslate(self) -> None:
        title = self.tr("Give a bonus or a penalty")
        if self._changed:
            title = self.tr("Change {points}").format(points=self._changed)
        self._title.say(Run(title, BODY, HALF_BOLD))
        captions = (self.tr("Points"), self.tr("Reason"), self.tr("Evidence"))
        for caption, field, words in zip(self._captions, self._lines(), captions, strict=True):
            caption.setText(words)
            field.setAccessibleName(words)
        self.points.setPlaceholderText("+1.5 / −0.5")
        self.reason.setPlaceholderText(self.tr("Why; it stands in the report"))
        self.evidence.setPlaceholderText(self.tr("Document, page or link; may be empty"))
        unit = self.tr("points, always with + or −")
        self._unit.say(
            Run(unit, CAPTION, role="text2"), Run(self._cap, CAPTION, role="text2", before=10)
        )
        self.store.setText(self.tr("Store the change") if self._changed else self.tr("Store"))
        self.leave.setText(self.tr("Leave it as it is"))
        self.leave.setVisible(bool(self._changed))
