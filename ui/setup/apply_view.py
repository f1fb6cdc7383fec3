"""What applying would do, before it is done: what changes, what becomes of marks, who moves."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.composing import Composition
from ui.language import Speaking
from ui.problems import sentence_of
from ui.results.wording import verdict_word
from ui.setup.line_list import Line, LineList, heading, plain_line
from ui.theme.fonts import BODY, CARD_TITLE, DENSE, HALF_BOLD
from ui.theme.glyphs import Glyph
from ui.theme.parts import Card, Words, button
from ui.theme.runs import Run, RunLine
from workbench.results.outcome import Verdict
from workbench.rounds.redefining import ChangePlan
from workbench.setup.effects import ServiceMove

GLYPHS = {
    "enter_again": Glyph.PART,
    "stray": Glyph.NOT_APPLICABLE,
    "hole": Glyph.EMPTY,
    "back": Glyph.COMPLETE,
    "points": Glyph.FLAG,
    "moderation": Glyph.CONFLICT,
}


class ApplyView(Speaking):
    """Shown in place of the page's tables until it is applied or left."""

    applied = Signal(object, str)
    """The plan and the reason."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: ChangePlan | None = None
        self._title, self._words = RunLine(), Words(BODY, role="text2")
        self.list = LineList()
        self._asked = Words(BODY)
        self.reason = QLineEdit()
        self._composition = Composition(self.reason)
        self._wrong = Words(DENSE, HALF_BOLD, "danger")
        self.back, self.apply = button(), button("primary")
        self.back.clicked.connect(self.left)
        self.apply.clicked.connect(self._apply)
        self.reason.returnPressed.connect(self._apply)
        self._lay_out()

    def _lay_out(self) -> None:
        card = Card()
        card.column.addWidget(self._title)
        card.column.addWidget(self._words)
        card.column.addWidget(self.list, 1)
        card.column.addWidget(self._asked)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.reason, 1)
        row.addStretch(0)
        row.addWidget(self.back)
        row.addWidget(self.apply)
        card.column.addLayout(row)
        card.column.addWidget(self._wrong)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def show_plan(self, plan: ChangePlan) -> None:
        """Say what ``plan`` would do and take the keyboard."""
        self._plan = plan
        self.reason.clear()
        self._wrong.clear()
        self._wrong.hide()
        self.retranslate()
        first: QWidget = self.reason if plan.is_handed_out else self.apply
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        plan = self._plan
        if plan is None:
            return
        count = len(plan.changed_parts)
        title = self.tr("What applying does · changes: {count}").format(count=count)
        self._title.say(Run(title, CARD_TITLE, HALF_BOLD))
        self._words.setText(
            self.tr("Nothing is done yet. A backup is made before, and no mark is ever deleted.")
        )
        self._asked.setText(
            self.tr(
                "Score books were handed out. Say why this changes; it stands in the history. "
                "Afterwards write update books for the evaluators on the page Hand out."
            )
        )
        for part in (self._asked, self.reason):
            part.setVisible(plan.is_handed_out)
        self.reason.setPlaceholderText(self.tr("Reason for the change"))
        self.reason.setAccessibleName(self.tr("Reason for the change"))
        self.back.setText(self.tr("Back to editing"))
        self.apply.setText(self.tr("Apply now"))
        self.list.setAccessibleName(title)
        self.list.show_lines(tuple(self._lines(plan)))

    def _lines(self, plan: ChangePlan) -> Iterator[Line]:
        yield from self._moves(plan)
        yield from self._effects(plan)
        yield heading(self.tr("Changes"), str(len(plan.changed_parts)))
        for part in plan.changed_parts:
            yield plain_line(sentence_of(part))

    def _effects(self, plan: ChangePlan) -> Iterator[Line]:
        if not plan.effects:
            yield plain_line(self.tr("No mark that is there is touched."), "text", Glyph.COMPLETE)
            return
        words = {
            "enter_again": self.tr("Marks to enter again"),
            "stray": self.tr("Kept, but no longer counted"),
            "hole": self.tr("Marks missing from now on"),
            "back": self.tr("Counted again"),
            "points": self.tr("Same mark, other points"),
            "moderation": self.tr("Agreed marks to confirm again"),
        }
        for kind, word in words.items():
            of_kind = [effect for effect in plan.effects if effect.kind == kind]
            if of_kind:
                yield heading(word, str(len(of_kind)))
            for effect in of_kind:
                yield plain_line(sentence_of(effect.words), "text2", GLYPHS[kind])

    def _moves(self, plan: ChangePlan) -> Iterator[Line]:
        if not plan.moved:
            yield plain_line(self.tr("No total and no verdict changes."), "text", Glyph.COMPLETE)
            return
        yield heading(self.tr("Totals and verdicts that change"), str(len(plan.moved)))
        for move in plan.moved:
            yield self._move(move)

    def _move(self, move: ServiceMove) -> Line:
        is_below = Verdict.BELOW in (move.verdict_before, move.verdict_after)
        is_verdict = move.verdict_before is not move.verdict_after
        before = _standing(move.verdict_before, move.total_before)
        after = _standing(move.verdict_after, move.total_after)
        return Line(
            (
                Run(f"{move.number} {move.name}", DENSE, HALF_BOLD),
                Run(f"{before} → {after}", DENSE, HALF_BOLD, _role(is_below, is_verdict), 10),
            ),
            glyph=Glyph.CONFLICT if is_below and is_verdict else None,
        )

    @Slot()
    def _apply(self) -> None:
        self._composition.finish()
        reason = self.reason.text().strip()
        if self._plan is None:
            return
        if self._plan.is_handed_out and not reason:
            self._wrong.setText(self.tr("Give a reason first. Nothing was changed."))
            self._wrong.show()
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.applied.emit(self._plan, reason)


def _standing(verdict: Verdict | None, total: object) -> str:
    if verdict is None:
        return "–"
    return verdict_word(verdict) if total is None else f"{total} {verdict_word(verdict)}"


def _role(is_below: bool, is_verdict: bool) -> str:
    if not is_verdict:
        return "text2"
    return "danger" if is_below else "text"
