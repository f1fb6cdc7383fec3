"""The chosen service: what its sections make, every adjustment on its own line, and the form."""

from decimal import Decimal
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.adjusting.drafts import Draft, standing
from ui.adjusting.effect_line import EffectLine, If, VerdictMark
from ui.adjusting.form import AdjustmentForm
from ui.adjusting.given_part import GivenPart
from ui.adjusting.wording import cap_words, held_words, total_words
from ui.language import Speaking
from ui.ledger.reason_line import ReasonLine
from ui.settling.cut_line import CutLine
from ui.settling.moderation_figures import Figure
from ui.theme.fonts import BODY, CAPTION, HALF_BOLD, SERVICE_NAME
from ui.theme.parts import Hairline, Words
from ui.theme.runs import Run, RunLine
from workbench.adjusting.effects import AdjustedService, Effect, would_be
from workbench.adjusting.points import parse_points, signed
from workbench.definition.terms import Uid
from workbench.errors import InputError
from workbench.results.outcome import Adjustment, Outcome

_TRAY: Final = (16, 12, 16, 12)


class AdjustingSheet(Speaking):
    """Shows one service; its parts say what the person wants."""

    taken_back = Signal(object, str)
    """The uid of the adjustment, and why."""
    left = Signal()
    """Taking back was given up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome: Outcome | None = None
        self._row: AdjustedService | None = None
        self._changing: Uid | None = None
        self._going: Uid | None = None
        """The adjustment that is to be taken back, while its reason is asked for."""
        self._name, self._going_words = RunLine(), RunLine()
        self._figures = tuple(Figure() for _ in range(3))
        self._verdict, self._rank = VerdictMark(), RunLine()
        self._held = Words(CAPTION, role="warning")
        self.given, self.form = GivenPart(), AdjustmentForm()
        self.going, self.effect, self._cut = ReasonLine(), EffectLine(), CutLine()
        self._asked, self._inside = QWidget(), QWidget()
        self._nothing = Words(BODY, role="text2")
        self._lay_out()
        self.form.typed.connect(self._follow)
        self.given.take_back_wanted.connect(self.ask_to_take_back)
        self.going.given.connect(self._on_reason)
        self.going.left.connect(self.stop_taking_back)
        self.show_service(None, None)

    def _lay_out(self) -> None:
        figures = QHBoxLayout()
        figures.setSpacing(28)
        for one in self._figures:
            figures.addWidget(one)
        figures.addStretch(1)
        asked = QVBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.addWidget(self._going_words)
        asked.addWidget(self.going)
        tray = QFrame()
        tray.setProperty("kind", "tray")
        padded = QVBoxLayout(tray)
        padded.setContentsMargins(*_TRAY)
        padded.addWidget(self.form)
        padded.addWidget(self._asked)
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._name, 1)
        head.addWidget(self._rank)
        head.addWidget(self._verdict)
        inside.addLayout(head)
        inside.addLayout(figures)
        for part in (self._held, Hairline(), self.given, tray, self.effect, self._cut):
            inside.addWidget(part)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._nothing)
        column.addWidget(self._inside, 1)

    # --- what is shown ---------------------------------------------------------------------

    def show_service(self, outcome: Outcome | None, row: AdjustedService | None) -> None:
        """Show a service, or that none is chosen; what is typed stays as it is."""
        self._outcome, self._row = outcome, row
        self._inside.setVisible(row is not None)
        self._nothing.setVisible(row is None)
        if self.changed() is None:
            self._changing = None  # what was being changed is gone: it is typed anew
        if row is None or all(one.uid != self._going for one in row.adjustments):
            self._stop()
        self.retranslate()

    def begin_with(self, changing: Uid | None, draft: Draft | None) -> None:
        """Let the form be about another adjustment, or a new one, with what was typed before."""
        self._changing = changing
        self._stop()
        begun = standing(self.changed()) if draft is None else draft
        self.form.show_draft(begun, self._changed_words(), self._cap())
        self._follow()

    def service(self) -> AdjustedService | None:
        """Return the service that is shown."""
        return self._row

    def changed(self) -> Adjustment | None:
        """Return the adjustment that the form would change, None for a new one."""
        rows = self._row.adjustments if self._row is not None else ()
        return next((one for one in rows if one.uid == self._changing), None)

    def allow(self, why_not: str) -> None:
        """Let the parts be used, or say why not; an exempt service can only be cleared."""
        self.form.allow(why_not or self._exempt())
        self.given.allow(why_not, may_change=not self._exempt())
        self.going.act.setEnabled(not why_not)

    def _exempt(self) -> str:
        is_exempt = self._row is not None and self._row.service.exempt
        return self.tr("The service is exempt: nothing can be given to it.") if is_exempt else ""

    def _places(self) -> int:
        return 2 if self._outcome is None else self._outcome.definition.rules.score_places

    def _cap(self) -> str:
        return "" if self._outcome is None else cap_words(self._outcome.definition.rules)

    def _changed_words(self) -> str:
        changed = self.changed()
        return "" if changed is None else signed(changed.points, self._places())

    def retranslate(self) -> None:
        self._nothing.setText(self.tr("Choose a service at the left."))
        self.going.say(
            self.tr("Reason for taking it back"), self.tr("Take it back"), self.tr("Leave it")
        )
        row, outcome = self._row, self._outcome
        if row is None or outcome is None:
            return
        places, now = self._places(), row.now
        self._name.say(
            Run(str(row.service.number), SERVICE_NAME, HALF_BOLD, "text3"),
            Run(row.service.name, SERVICE_NAME, HALF_BOLD, before=10),
        )
        rank = self.tr("rank {rank}").format(rank=row.rank) if row.rank is not None else ""
        self._rank.say(Run(rank, BODY, role="text2"))
        self._verdict.show_verdict(now, is_new=True)
        sections, given, total = self._figures
        sections.say(self.tr("By the sections"), total_words(row.before, places))
        given.say(self.tr("Bonus and penalty"), signed(now.applied, places), self._cap())
        total.say(self.tr("Total"), total_words(now, places))
        self._held.setText(held_words(outcome.definition, now))
        self._held.setVisible(bool(self._held.text()))
        self.given.show_given(row.adjustments, places)
        self.form.name(self._changed_words(), self._cap())
        self._say_going()
        self._follow()

    # --- what would be ---------------------------------------------------------------------

    @Slot()
    def _follow(self) -> None:
        """Show what the typing would make, without a rank and without storing."""
        row, outcome = self._row, self._outcome
        if row is None or outcome is None:
            return
        if_, then = self._then(outcome, row)
        self.effect.show_effect(outcome.definition, row.now, then, if_)
        totals = []
        if row.now.total is not None:
            totals.append((self.tr("now"), row.now.total))
        chosen = self.tr("now")
        if then.total is not None and then.total != row.now.total:
            chosen = self.tr("then")
            totals.append((chosen, then.total))
        rules = outcome.definition.rules
        self._cut.setVisible(bool(totals))
        self._cut.show_totals(totals, chosen, rules.cut, rules.score_places)

    def _then(self, outcome: Outcome, row: AdjustedService) -> tuple[If, Effect]:
        service = row.service.uid
        if self._going is not None:
            return If.TAKEN_BACK, would_be(outcome, service, None, self._going)
        points = self._typed(outcome)
        if points is None:
            return If.NOW, row.now
        return If.STORED, would_be(outcome, service, points, self._changing)

    def _typed(self, outcome: Outcome) -> Decimal | None:
        """Return the points in the form, None while they cannot be stored or change nothing."""
        changed = self.changed()
        try:
            points = parse_points(self.form.points.text(), outcome.definition.rules)
        except InputError:
            return None
        return None if changed is not None and changed.points == points else points

    # --- taking back -----------------------------------------------------------------------

    @Slot(object)
    def ask_to_take_back(self, uid: Uid) -> None:
        """Ask why an adjustment shall be taken back, in place of the form."""
        self._going = uid
        self.form.hide()
        self._asked.show()
        self.going.open_with()
        self._say_going()
        self._follow()
        self.going.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_going(self, uid: Uid) -> bool:
        """Say whether the reason for taking this one back stands here."""
        return self._going == uid

    @Slot()
    def stop_taking_back(self) -> None:
        """Show the form again."""
        self._stop()
        self._follow()
        self.left.emit()

    def _stop(self) -> None:
        self._going = None
        self._asked.hide()
        self.form.show()

    def _say_going(self) -> None:
        rows = self._row.adjustments if self._row is not None else ()
        one = next((one for one in rows if one.uid == self._going), None)
        points = "" if one is None else signed(one.points, self._places())
        words = self.tr("Take {points} back").format(points=points)
        self._going_words.say(Run(words, BODY, HALF_BOLD))

    @Slot(str)
    def _on_reason(self, reason: str) -> None:
        if self._going is not None:
            self.taken_back.emit(self._going, reason)
