"""One service: its total and verdict, and line by line what it is made of."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.ledger.table import LedgerTable
from ui.results.mark_rows import Asked, Key, Lines, lines_of
from ui.results.wording import FIRMNESS_ROLES, adjusted_text, firmness_word, verdict_word
from ui.scoring.numbers import NOTHING, signed_text
from ui.theme.fonts import BODY, CAPTION, DENSE, HALF_BOLD, SERVICE_NAME, START_TITLE
from ui.theme.key_row import KeyRow
from ui.theme.parts import Card, Tag
from ui.theme.runs import Run, RunLine
from workbench.definition.terms import Uid
from workbench.exact import plain, printed
from workbench.results.figures import gap
from workbench.results.outcome import Outcome, ServiceOutcome, Verdict
from workbench.results.robustness import Firmness

_ROW = 28
_KEYS = ("Enter", "Esc")


class ServiceCard(Speaking):
    """Head and table; Enter or a click on a line asks for its history."""

    asked = Signal(object, bool)
    """An ``Asked``, and whether the keyboard goes with it."""
    moved = Signal()
    """Another line is the current one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome: Outcome | None = None
        self._service: ServiceOutcome | None = None
        self._firmness: Firmness | None = None
        self._lines: Lines | None = None
        self._name, self._state = RunLine(), RunLine()
        self._total = RunLine(Qt.AlignmentFlag.AlignRight)
        self._sections = RunLine()
        self._tags = {role: Tag(role) for role in ("danger", "warning", "success", "text3")}
        self._firm_tags = {one: Tag(role) for one, role in FIRMNESS_ROLES.items()}
        self.table = LedgerTable(row=_ROW)
        self.table.moved.connect(self.moved)
        self.table.entered.connect(self._on_entered)
        self.table.clicked.connect(self._on_clicked)
        self._keys = KeyRow(_KEYS)
        self._lay_out()

    def _lay_out(self) -> None:
        card = Card()
        card.column.setSpacing(4)
        upper = QHBoxLayout()
        upper.setSpacing(12)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self._name)
        state = QHBoxLayout()
        state.setSpacing(8)
        for tag in (*self._tags.values(), *self._firm_tags.values()):
            state.addWidget(tag)
            tag.hide()
        state.addWidget(self._state, 1)
        left.addLayout(state)
        upper.addLayout(left, 1)
        upper.addWidget(self._total)
        card.column.addLayout(upper)
        card.column.addWidget(self._sections)
        card.column.addSpacing(4)
        card.column.addWidget(self.table, 1)
        card.column.addLayout(self._keys)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    # --- what is shown ---------------------------------------------------------------------

    def show_service(
        self, outcome: Outcome, service: ServiceOutcome, firmness: Firmness | None
    ) -> None:
        """Show another service, or the same one as it is now; the current line stays."""
        self._outcome, self._service, self._firmness = outcome, service, firmness
        self.retranslate()

    def show_firmness(self, firmness: Firmness | None) -> None:
        """Show how firm the verdict is."""
        self._firmness = firmness
        self._say_state()

    def service(self) -> Uid | None:
        """Return the service that is shown."""
        return None if self._service is None else self._service.service.uid

    def current(self) -> Asked | None:
        """Return what the current line asks for."""
        key = self.table.key()
        if self._lines is None or not isinstance(key, tuple):
            return None
        return self._lines.asked.get(key)

    def asking(self) -> tuple[Key, ...]:
        """Return the lines that have a history, from top to bottom."""
        return () if self._lines is None else tuple(self._lines.asked)

    def choose(self, key: Key) -> None:
        """Make a line the current one."""
        self.table.choose(key)

    def first_mark(self) -> None:
        """Go to the first line that has a history."""
        keys = self.asking()
        if keys:
            self.table.choose(keys[0])

    def take_focus(self) -> None:
        """Put the keyboard on the lines."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self._keys.say((self.tr("history of the mark"), self.tr("back")))
        outcome, row = self._outcome, self._service
        if outcome is None or row is None:
            return
        places = outcome.definition.rules.score_places
        service = row.service
        self._name.say(
            Run(str(service.number), SERVICE_NAME, HALF_BOLD, "text3"),
            Run(service.name, SERVICE_NAME, HALF_BOLD, before=10),
        )
        total = NOTHING if row.total is None else printed(row.total, places)
        role = "danger" if row.verdict is Verdict.BELOW else "text"
        self._total.say(
            Run(total, START_TITLE + 4, 700, role),
            Run(self.tr("/ 100 pt"), DENSE, role="text3", before=6),
        )
        self._sections.say(*self._section_runs(outcome, row, places))
        self._lines = lines_of(outcome, row)
        self.table.show_rows(self._lines.columns, self._lines.rows)
        self.table.setAccessibleName(f"{service.number} {service.name} {total}")
        self._say_state()

    def _section_runs(self, outcome: Outcome, row: ServiceOutcome, places: int) -> list[Run]:
        runs: list[Run] = []
        for section in outcome.definition.sections:
            points = None if row.sections is None else row.sections.get(section.code)
            said = NOTHING if points is None else printed(points, places)
            runs += [
                Run(section.name, CAPTION, role="text2", before=18 if runs else 0),
                Run(said, BODY, HALF_BOLD, before=6),
                Run(f"/ {plain(section.max_points)}", CAPTION, role="text3", before=4),
            ]
        if row.adjustments:
            runs += [
                Run(self.tr("Adjusted"), CAPTION, role="text2", before=18),
                Run(adjusted_text(row.adjusted, places), BODY, HALF_BOLD, before=6),
            ]
        return runs

    def _say_state(self) -> None:
        outcome, row = self._outcome, self._service
        if outcome is None or row is None:
            return
        role = {
            Verdict.PASS: "success",
            Verdict.BELOW: "danger",
            Verdict.CONFLICT: "danger",
            Verdict.INCOMPLETE: "warning",
            Verdict.EXEMPT: "text3",
        }[row.verdict]
        for name, tag in self._tags.items():
            tag.say(verdict_word(row.verdict) if name == role else "")
            tag.setVisible(name == role)
        for firmness, tag in self._firm_tags.items():
            tag.say(firmness_word(firmness))
            tag.setVisible(firmness is self._firmness)
        distance = gap(outcome, row)
        if row.rank is None or distance is None:
            self._state.say(Run(row.service.reason, DENSE, role="text2"))
            return
        places = outcome.definition.rules.score_places
        words = self.tr("rank {rank} of {counted} · {gap} from the cut")
        said = signed_text(distance, places) if distance < 0 else f"+{printed(distance, places)}"
        self._state.say(
            Run(
                words.format(rank=row.rank, counted=outcome.counted, gap=said),
                DENSE,
                role="text2",
            )
        )

    @Slot()
    def _on_entered(self) -> None:
        self._ask(with_keyboard=True)

    @Slot(QModelIndex)
    def _on_clicked(self, _index: QModelIndex) -> None:
        self._ask(with_keyboard=False)

    def _ask(self, *, with_keyboard: bool) -> None:
        asked = self.current()
        if asked is not None:
            self.asked.emit(asked, with_keyboard)
