"""What withdrawing an import changes, seen before it is done; then done with a reason."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import Speaking
from ui.ledger.reason_line import ReasonLine
from ui.ledger.wording import standing_words
from ui.problems import sentence_of
from ui.setup.line_list import Line, LineList, heading, plain_line
from ui.theme.fonts import BODY, CARD_TITLE, DENSE, HALF_BOLD
from ui.theme.glyphs import Glyph
from ui.theme.parts import Card, Words
from ui.theme.runs import Run, RunLine
from workbench.exact import printed
from workbench.ledger.withdrawing import Moved, WithdrawalPlan
from workbench.results.outcome import Outcome, Verdict


class WithdrawalView(Speaking):
    """Shown in place of the history until it is done or left."""

    confirmed = Signal(int, str)
    """The number of the import and the reason."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: WithdrawalPlan | None = None
        self._title, self._words = RunLine(), Words(BODY, role="text2")
        self.list = LineList()
        self.reason = ReasonLine()
        self.reason.left.connect(self.left)
        self.reason.given.connect(self._confirm)
        card = Card()
        for part in (self._title, self._words):
            card.column.addWidget(part)
        card.column.addWidget(self.list, 1)
        card.column.addWidget(self.reason)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def show_plan(self, plan: WithdrawalPlan) -> None:
        """Say what ``plan`` changes and take the keyboard."""
        self._plan = plan
        self.reason.open_with()
        self.retranslate()
        self.reason.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        plan = self._plan
        if plan is None:
            return
        title = self.tr("Withdrawing no. {number}: {file}")
        said = title.format(number=plan.row.number, file=plan.row.file)
        self._title.say(Run(said, CARD_TITLE, HALF_BOLD))
        self._words.setText(
            self.tr(
                "Nothing is done yet. What the file brought is kept and sleeps; merging the same "
                "file lets it stand again. A backup is made before."
            )
        )
        self.reason.say(self.tr("Reason for withdrawing"), self.tr("Withdraw now"), self.tr("Back"))
        self.list.setAccessibleName(said)
        self.list.show_lines(tuple(self._lines(plan)))

    def _lines(self, plan: WithdrawalPlan) -> Iterator[Line]:
        yield from self._numbers(plan)
        if not plan.moved:
            yield plain_line(self.tr("No total and no verdict changes."), "text", Glyph.COMPLETE)
        else:
            yield heading(self.tr("Totals and verdicts that change"), str(len(plan.moved)))
        for one in sorted(plan.moved, key=_weight):
            yield _move(one, plan.before.definition.rules.score_places)
        yield heading(self.tr("Cells that change"), str(len(plan.cells)))
        for cell in plan.cells:
            yield plain_line(sentence_of(cell))

    def _numbers(self, plan: WithdrawalPlan) -> Iterator[Line]:
        for name, before, after in (
            (self.tr("Average"), _average(plan.before), _average(plan.after)),
            (self.tr("Counted services"), str(plan.before.counted), str(plan.after.counted)),
            (self.tr("Below the cut"), str(len(plan.before.below)), str(len(plan.after.below))),
            (
                self.tr("Open conflicts"),
                str(plan.conflicts_before),
                str(plan.conflicts_after),
            ),
        ):
            said = f"{before} → {after}" if before != after else before
            weight, role = (HALF_BOLD, "text") if before != after else (400, "text2")
            yield Line((Run(name, DENSE, role="text2"), Run(said, DENSE, weight, role, 10)))
        if plan.sleeping:
            words = self.tr("Settlements that fall asleep with it: {count}")
            yield plain_line(words.format(count=plan.sleeping), "text", Glyph.FLAG)

    @Slot(str)
    def _confirm(self, reason: str) -> None:
        if self._plan is not None:
            self.confirmed.emit(self._plan.row.number, reason)


def _average(outcome: Outcome) -> str:
    places = outcome.definition.rules.score_places
    return "–" if outcome.average is None else printed(outcome.average, places)


def _is_turned(one: Moved) -> bool:
    return one.before[0] is not one.after[0]


def _is_below(one: Moved) -> bool:
    return Verdict.BELOW in (one.before[0], one.after[0])


def _weight(one: Moved) -> tuple[bool, bool, int]:
    """Return what puts those first that cross the cut."""
    return not _is_turned(one), not _is_below(one), one.service.number


def _move(one: Moved, places: int) -> Line:
    before, after = (
        standing_words(None if total is None else printed(total, places), verdict.value)
        for verdict, total in (one.before, one.after)
    )
    is_turned = _is_turned(one)
    role = ("danger" if _is_below(one) else "text") if is_turned else "text2"
    return Line(
        (
            Run(f"{one.service.number} {one.service.name}", DENSE, HALF_BOLD),
            Run(f"{before} → {after}", DENSE, HALF_BOLD if is_turned else 400, role, 10),
        ),
        glyph=Glyph.FLAG if is_turned else None,
    )
