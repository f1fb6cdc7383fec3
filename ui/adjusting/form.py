"""The form of one adjustment: signed points, reason, evidence. Enter stores, Escape gives up."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.adjusting.drafts import Draft
from ui.settling.agreed_form import AgreedForm
from ui.theme.fonts import BODY, CAPTION, HALF_BOLD
from ui.theme.parts import button
from ui.theme.runs import Run, RunLine
from ui.theme.tab_stop import order_tabs


class AdjustmentForm(AgreedForm):
    """The number are signed points; the third line says where the evidence is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points, self.reason, self.evidence = self.lines
        self.store, self.leave = button("primary"), button("link")
        self._title, self._unit = RunLine(), RunLine()
        self._changed = ""
        self._cap = ""
        for line in self.lines:
            line.textEdited.connect(self._be_right)
        self.points.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.points.textChanged.connect(self.typed)
        self.store.clicked.connect(self.store_wanted)
        self.leave.clicked.connect(self.given_up)
        self._lay_out()
        self.show_draft(Draft(), "", "")

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self.points)
        first.addWidget(self._unit, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._wrong, 1)  # beside the buttons: nothing jumps when it comes
        foot.addStretch(0)
        foot.addWidget(self.leave)
        foot.addWidget(self.store)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addLayout(self._captioned(first, spacing=6))
        column.addLayout(foot)
        order_tabs(*self.lines, self.leave, self.store)

    # --- what is shown ---------------------------------------------------------------------

    def show_draft(self, draft: Draft, changed: str, cap: str) -> None:
        """Begin with ``draft``; ``changed`` names the adjustment that would be another then."""
        texts = (draft.points, draft.reason, draft.evidence)
        for line, text in zip(self.lines, texts, strict=True):
            line.setText(text)
            line.setCursorPosition(0)
        self.be_content()
        self.name(changed, cap)

    def name(self, changed: str, cap: str) -> None:
        """Say which adjustment the form is about, and how much a service may get."""
        self._changed, self._cap = changed, cap
        self.retranslate()

    def draft(self) -> Draft:
        """Return what stands in the form, the syllable in work included."""
        self.finish_syllables()
        return self.shown()

    def shown(self) -> Draft:
        """Return what stands in the form without touching it."""
        return Draft(*(line.text() for line in self.lines))

    def allow(self, why_not: str) -> None:
        """Let the form be used, or say why not."""
        for line in self.lines:
            line.setReadOnly(bool(why_not))
            line.setToolTip(why_not)
        self.store.setEnabled(not why_not)
        self.store.setToolTip(why_not)

    # --- what people do --------------------------------------------------------------------

    @Slot()
    def _be_right(self) -> None:
        if self.complaint():
            self.be_content()

    def retranslate(self) -> None:
        title = self.tr("Give a bonus or a penalty")
        if self._changed:
            title = self.tr("Change {points}").format(points=self._changed)
        self._title.say(Run(title, BODY, HALF_BOLD))
        self._name_lines(self.tr("Points"), self.tr("Reason"), self.tr("Evidence"))
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
