"""The services with their satisfaction, under what the whole round makes of it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.ledger.table import LedgerTable
from ui.surveys.painter import SurveyPainter
from ui.surveys.rows import (
    BY_NUMBER,
    ORDERS,
    in_order,
    order_word,
    service_columns,
    service_rows,
)
from ui.surveys.words import CHANGES, STAYS, index_text
from ui.theme.fonts import BODY, CHOICE, HALF_BOLD
from ui.theme.icons import icon
from ui.theme.parts import Card, button
from ui.theme.runs import Run, RunLine
from workbench.definition.terms import Uid
from workbench.surveys.standing import SurveyRow, SurveyStanding

_ROW = 44


class SurveyList(Speaking):
    """Says which row was chosen, and when its result is wanted."""

    chosen = Signal(object)
    """A ``SurveyRow``, or None."""
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing: SurveyStanding | None = None
        self._order = BY_NUMBER
        self.average, self.counts = RunLine(), RunLine()
        self.sort = button("link")
        self.sort.setIcon(icon("chevron", "accent"))
        self.sort.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._menu, self._choices = QMenu(self), QActionGroup(self)
        for order in ORDERS:
            action = QAction(self)
            action.setData(order)
            action.setCheckable(True)
            self._choices.addAction(action)
        self._menu.addActions(self._choices.actions())
        self.sort.setMenu(self._menu)
        self.table = LedgerTable(row=_ROW)
        self.table.setItemDelegate(SurveyPainter(self.table, _ROW))
        self._lay_out()
        self._choices.triggered.connect(self._on_order)
        self.table.moved.connect(self._on_moved)
        self.table.entered.connect(self.entered)

    def _lay_out(self) -> None:
        card = Card()
        head = QHBoxLayout()
        head.addWidget(self.average, 1)
        head.addWidget(self.sort, 0, Qt.AlignmentFlag.AlignBottom)
        card.column.addLayout(head)
        card.column.addWidget(self.counts)
        card.column.addWidget(self.table, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    # --- what is shown ---------------------------------------------------------------------

    def show_standing(self, standing: SurveyStanding) -> None:
        """List other services; the chosen one stays chosen where it is still there."""
        self._standing = standing
        self.retranslate()

    def current(self) -> SurveyRow | None:
        """Return the chosen row."""
        key, standing = self.table.key(), self._standing
        if standing is None:
            return None
        return next((row for row in standing.rows if row.key == key), None)

    def choose(self, service: Uid) -> None:
        """Choose the first row of a service; a foreign one changes nothing."""
        rows = self._standing.rows if self._standing is not None else ()
        found = next((row for row in rows if row.service.uid == service), None)
        if found is not None:
            self.table.choose(found.key)

    @property
    def order(self) -> str:
        """By what the services are sorted."""
        return self._order

    def sort_by(self, order: str) -> None:
        """Sort otherwise; an order that there is not is that by number."""
        self._order = order if order in ORDERS else BY_NUMBER
        self.retranslate()

    def retranslate(self) -> None:
        for action in self._choices.actions():
            action.setText(order_word(action.data()))
            action.setChecked(action.data() == self._order)
        self.sort.setText(order_word(self._order))
        self.table.setAccessibleName(self.tr("Satisfaction by service"))
        standing = self._standing
        if standing is None:
            return
        self._say_average(standing)
        self._say_counts(standing)
        rows = in_order(standing.rows, self._order)
        self.table.show_rows(service_columns(), service_rows(standing, rows))

    def _say_average(self, standing: SurveyStanding) -> None:
        runs = [Run(self.tr("Average index"), BODY, role="text2")]
        is_one = len(standing.averages) == 1
        for code, average in standing.averages.items():
            if not is_one:
                runs.append(Run(code, BODY, role="text2", before=12))
            runs.append(Run(index_text(average), CHOICE, 700, before=8))
        self.average.say(*runs)

    def _say_counts(self, standing: SurveyStanding) -> None:
        flips, few = standing.flips, standing.few
        changed = self.tr("Verdicts the other conversion would change: {count}")
        runs = [
            Run(self.tr("Respondents: {count}").format(count=f"{standing.respondents:,}")),
            Run(
                f"{CHANGES if flips else STAYS} {changed.format(count=len(flips))}",
                weight=HALF_BOLD if flips else 400,
                role="danger" if flips else "text2",
                before=16,
            ),
        ]
        if few:
            words = self.tr("Too few respondents: {count}").format(count=len(few))
            runs.append(Run(words, weight=HALF_BOLD, role="warning", before=16))
        self.counts.say(*runs)

    # --- what people do --------------------------------------------------------------------

    @Slot(QAction)
    def _on_order(self, action: QAction) -> None:
        self.sort_by(str(action.data()))

    @Slot()
    def _on_moved(self) -> None:
        self.chosen.emit(self.current())

    def take_focus(self) -> None:
        """Put the keyboard on the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
