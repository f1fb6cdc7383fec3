"""One objection: what is claimed, what became of the service since, and the decision."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from ui.ledger.reason_line import ReasonLine
from ui.ledger.wording import decision_word, standing_words, version_word
from ui.round.rooms import ROOMS
from ui.theme.fonts import BODY, CAPTION, CARD_TITLE, HALF_BOLD, SERVICE_NAME
from ui.theme.options import OptionCard
from ui.theme.parts import Card, KeyHint, Words, button, restyle
from ui.theme.runs import Run, RunLine
from workbench.definition.terms import SectionCode
from workbench.ledger.objections import DECISIONS, Objection
from workbench.ledger.versions import VersionRow
from workbench.results.outcome import Verdict

_CLAIM_HEIGHT = 64
_NAMED_MOST = 8
_MADE_OF = ("total", "verdict", "rank", "adjusted", *SectionCode)
MODERATION = "moderation"


class ObjectionCard(Card):
    """Digits choose, F2 goes to the reason, Enter decides."""

    decided = Signal(int, str, str)
    """Number of the objection, decision, reason."""
    moderation_requested = Signal(object)
    """The uid of the service."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._objection: Objection | None = None
        self._begun: dict[int, tuple[str, str]] = {}
        """By objection what was chosen and typed of a decision, and not decided yet."""
        self._why_not = ""
        self._then: VersionRow | None = None
        self._now: VersionRow | None = None
        self._title, self._raised, self._moved = RunLine(), RunLine(), RunLine()
        self._changed = Words(BODY, role="text2")
        self._changed.setWordWrap(False)
        self.claim = QPlainTextEdit()
        self.claim.setReadOnly(True)
        self.claim.setTabChangesFocus(True)
        self.claim.setFixedHeight(_CLAIM_HEIGHT)
        restyle(self.claim, "filled", value=True)
        self.moderate = button("link")
        self.choices = {decision: OptionCard() for decision in DECISIONS}
        self.reason = ReasonLine()
        self._is_asked = False
        """Whether Enter was pressed before a decision could be made."""
        self._asked = Words(CAPTION, HALF_BOLD, "danger")
        self._hints = {key: KeyHint(key) for key in ("1–3", "F2", "Enter")}
        self.reason.given.connect(self._decide)
        self.moderate.clicked.connect(self._ask_to_moderate)
        self._lay_out()

    def _lay_out(self) -> None:
        for part in (self._title, self._raised, self.claim, self._moved):
            self.column.addWidget(part)
        line = QHBoxLayout()
        line.addWidget(self._changed, 1)
        line.addWidget(self.moderate)
        self.column.addLayout(line)
        row = QHBoxLayout()
        row.setSpacing(10)
        for card in self.choices.values():
            card.setAutoExclusive(True)
            card.toggled.connect(self._on_chosen)
            row.addWidget(card, 1)
        self.column.addLayout(row)
        self.column.addWidget(self.reason)
        foot = QHBoxLayout()
        foot.setSpacing(14)
        for hint in self._hints.values():
            foot.addWidget(hint)
        foot.addWidget(self._asked, 1)
        self.column.addLayout(foot)

    def show_objection(
        self,
        objection: Objection,
        then: VersionRow | None,
        now: VersionRow | None,
        *,
        why_not: str,
    ) -> None:
        """Show one objection with its service in the version objected to and as it is now."""
        known = self._objection
        is_same = known is not None and _decision_of(known) == _decision_of(objection)
        if known is not None and known.number != objection.number:
            self._keep(known)
        self._objection, self._then, self._now = objection, then, now
        self._why_not = why_not
        for part in (*self.choices.values(), self.reason.field, self.reason.act):
            part.setEnabled(not why_not)
            part.setToolTip(why_not)
        if not is_same:
            self._begin(objection)
        self.retranslate()

    def _keep(self, objection: Objection) -> None:
        """Keep what was begun of a decision while another objection is looked at."""
        self.reason.finish()
        begun = self.chosen(), self.reason.field.text()
        if begun != (objection.decision, objection.reason):
            self._begun[objection.number] = begun

    def _begin(self, objection: Objection) -> None:
        stored = objection.decision, objection.reason
        chosen, reason = self._begun.pop(objection.number, stored)
        for decision, card in self.choices.items():
            card.setAutoExclusive(False)
            card.setChecked(decision == chosen)
        for card in self.choices.values():
            card.setAutoExclusive(True)
        self.reason.open_with(reason)
        self._is_asked = False

    def retranslate(self) -> None:
        """Say every word in the present language; called by the page."""
        self._say_form()
        row = self._objection
        if row is None:
            return
        self._title.say(
            Run(f"{row.service.number}", SERVICE_NAME, 700, "accent"),
            Run(row.service.name, SERVICE_NAME, 700, before=8),
            Run(decision_word(row.decision), BODY, HALF_BOLD, "text2", before=10),
        )
        words = self.tr("No. {number} · {by} · received {received} · against {version}")
        said = words.format(
            number=row.number,
            by=row.by,
            received=row.received,
            version=version_word(row.version),
        )
        self._raised.say(Run(said, BODY, role="text2"))
        self.claim.setPlainText(row.claim)
        self.claim.setAccessibleName(self.tr("What is claimed"))
        self._say_moved(row)
        codes = [one.what for one in row.changed if one.what not in _MADE_OF]
        named = ", ".join(codes[:_NAMED_MOST]) + (" …" if len(codes) > _NAMED_MOST else "")
        changed = self.tr("Changed since: {codes}").format(codes=named)
        unchanged = self.tr("Nothing of this service has changed since.")
        self._changed.setText(changed if codes else unchanged)
        self.moderate.setText(self.tr("Moderate a mark…"))
        self.moderate.setVisible(MODERATION in ROOMS)

    def _say_form(self) -> None:
        for at, (decision, detail) in enumerate(
            (
                ("accepted", self.tr("The claim holds")),
                ("partly", self.tr("Some of it holds")),
                ("rejected", self.tr("The result stays")),
            ),
            start=1,
        ):
            self.choices[decision].say(f"{at}  {decision_word(decision)}", detail)
        is_decided = self._objection is not None and bool(self._objection.decision)
        act = self.tr("Decide again") if is_decided else self.tr("Decide")
        self.reason.say(self.tr("Reason for the decision"), act, "")
        for key, words in (
            ("1–3", self.tr("choose")),
            ("F2", self.tr("reason")),
            ("Enter", self.tr("decide")),
        ):
            self._hints[key].say(words)
        self._say_asked()

    def _say_asked(self) -> None:
        lacking = self._why_not or self.tr("Choose the decision first.")
        self._asked.setText(lacking if self._is_asked else "")

    def _say_moved(self, row: Objection) -> None:
        then, now = self._then, self._now
        if then is None or now is None:
            self._moved.say(Run(self.tr("The service is not in both versions."), BODY))
            return
        before = standing_words(then.total, then.verdict)
        after = standing_words(now.total, now.verdict)
        is_moved = then.verdict != now.verdict
        role = "danger" if now.verdict == Verdict.BELOW.value else "success"
        self._moved.say(
            Run(version_word(row.version), CAPTION, role="text3"),
            Run(before, CARD_TITLE, HALF_BOLD, before=8),
            Run("→", CARD_TITLE, role="text3", before=12),
            Run(version_word(0), CAPTION, role="text3", before=12),
            Run(after, CARD_TITLE, HALF_BOLD, role if is_moved else "text", before=8),
        )

    def chosen(self) -> str:
        """Return which decision is chosen, empty where none is."""
        return next((name for name, card in self.choices.items() if card.isChecked()), "")

    def choose(self, number: int) -> None:
        """Choose one of the decisions by its digit, and put the keyboard there."""
        card = self.choices[DECISIONS[number - 1]]
        if card.isEnabled():
            card.setChecked(True)
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_reason(self) -> None:
        """Put the keyboard on the reason."""
        self.reason.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """Do what Enter means now: choose, give a reason, or decide."""
        if self._why_not or not self.chosen():
            if not self._why_not:
                first = next(iter(self.choices.values()))
                first.setFocus(Qt.FocusReason.OtherFocusReason)
            self._is_asked = True
            self._say_asked()
        elif self.reason.act.isEnabled():
            self.reason.give()

    @Slot()
    def _on_chosen(self) -> None:
        self._is_asked = False
        self._say_asked()

    @Slot(str)
    def _decide(self, reason: str) -> None:
        if self._objection is None:
            return
        if not self.chosen():
            self.go_on()
            return
        self.decided.emit(self._objection.number, self.chosen(), reason)

    @Slot()
    def _ask_to_moderate(self) -> None:
        if self._objection is not None:
            self.moderation_requested.emit(self._objection.service.uid)


def _decision_of(objection: Objection) -> tuple[int, str, str]:
    return objection.number, objection.decision, objection.reason
