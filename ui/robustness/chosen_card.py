"""One service in full: where it stands, what would turn its verdict, and every alternative."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.results.wording import FIRMNESS_ROLES, verdict_word
from ui.robustness.quiet_table import QuietTable
from ui.robustness.rows import label_text, other_columns, way_rows, without_rows
from ui.robustness.spread_line import SpreadLine
from ui.robustness.words import change_words, margin_text, turned_words, why_words
from ui.scoring.numbers import points_text
from ui.theme.fonts import BODY, CHOICE, DENSE, HALF_BOLD, SERVICE_NAME
from ui.theme.parts import Card, Tag, Words, button
from ui.theme.runs import Run, RunLine
from workbench.definition.terms import Definition
from workbench.results.outcome import Verdict
from workbench.results.robustness import Firmness, Robustness

_ROW = 40
_WIDEST = 460


class ChosenCard(Speaking):
    """Shows; says when the result of the service is wanted."""

    result_wanted = Signal()

    def __init__(self, definition: Definition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._definition = definition
        self._row: Robustness | None = None
        self._name, self._total = RunLine(), RunLine()
        self._tags = {one: Tag(FIRMNESS_ROLES[one]) for one in Firmness}
        self._why = Words(BODY)
        self.line = SpreadLine()
        self._smallest_head = Words(DENSE, HALF_BOLD, role="text3")
        self.smallest, self._near = Words(BODY, HALF_BOLD), Words(DENSE, role="text2")
        self.go = button("link")
        self.without, self.ways = QuietTable(_ROW), QuietTable(_ROW)
        self.go.clicked.connect(self.result_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        card = Card()
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        for tag in self._tags.values():
            head.addWidget(tag)
        tables = QHBoxLayout()
        tables.setSpacing(20)
        for table in (self.without, self.ways):
            table.setMaximumWidth(_WIDEST)
            tables.addWidget(table, 1)
            tables.setAlignment(table, Qt.AlignmentFlag.AlignTop)
        tables.addStretch(0)
        change = QHBoxLayout()
        change.addWidget(self._smallest_head, 1)
        change.addWidget(self.go)
        column = card.column
        column.addLayout(head)
        column.addWidget(self._total)
        column.addWidget(self._why)
        column.addSpacing(4)
        column.addWidget(self.line)
        column.addSpacing(4)
        column.addLayout(change)
        column.addWidget(self.smallest)
        column.addWidget(self._near)
        column.addSpacing(6)
        column.addLayout(tables)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def show_service(self, definition: Definition, row: Robustness | None) -> None:
        """Show another service; None leaves nothing to show."""
        self._definition, self._row = definition, row
        self.setVisible(row is not None)
        self.retranslate()

    def retranslate(self) -> None:
        row, definition = self._row, self._definition
        if row is None:
            return
        self._name.say(
            Run(f"{row.service.number}  {row.service.name}", SERVICE_NAME, 700),
        )
        for firmness, tag in self._tags.items():
            tag.say(label_text(firmness))
            tag.setVisible(firmness is row.firmness)
        self._say_total(definition, row)
        self._why.setText(why_words(definition, row))
        self.line.show_service(definition, row)
        self._say_change(definition, row)
        self.go.setText(self.tr("See it in the result"))
        self.without.setAccessibleName(self.tr("Without each evaluator"))
        self.ways.setAccessibleName(self.tr("Computed otherwise"))
        self.without.show_rows(
            other_columns(self.tr("Without this evaluator")), without_rows(definition, row)
        )
        self.ways.show_rows(other_columns(self.tr("Computed otherwise")), way_rows(definition, row))
        for table in (self.without, self.ways):
            table.setFixedHeight(table.whole_height())  # what is higher the page scrolls

    def _say_total(self, definition: Definition, row: Robustness) -> None:
        places = definition.rules.score_places
        is_below = row.verdict is Verdict.BELOW
        gap = self.tr("{margin} to the cut").format(margin=margin_text(definition, row.margin))
        self._total.say(
            Run(points_text(row.total, places), CHOICE, 700, "danger" if is_below else "text"),
            Run(verdict_word(row.verdict), BODY, HALF_BOLD, "danger" if is_below else "text2", 10),
            Run(gap, BODY, role="text2", before=12),
        )

    def _say_change(self, definition: Definition, row: Robustness) -> None:
        self._smallest_head.setText(self.tr("Smallest change of one mark that turns the verdict"))
        change = row.smallest
        if change is None:
            self.smallest.setText(self.tr("No single mark can turn it."))
            self._near.hide()
            return
        turned = turned_words(definition, row, change)
        self.smallest.setText(f"{change_words(definition, change)}\n{turned}")
        is_other = row.near is not None and row.near != change
        self._near.setVisible(is_other)
        if row.near is not None and is_other:
            words = self.tr("Within a quarter of its maximum: {change}")
            self._near.setText(words.format(change=change_words(definition, row.near)))

    def take_focus(self) -> None:
        """Put the keyboard on what leads to the result."""
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)
