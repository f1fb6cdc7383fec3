"""The figures that are computed: what waits for a second person, narrowed and sorted."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.ledger.table import LedgerTable
from ui.measures.ask_all import AskAll
from ui.measures.rows import (
    BY_SERVICE,
    ORDERS,
    figures_columns,
    figures_rows,
    in_order,
    order_word,
)
from ui.theme.fonts import BODY
from ui.theme.icons import icon
from ui.theme.parts import Card, Words, button, say_chip
from workbench.measures.confirmations import UNCONFIRMED, FiguresRow
from workbench.results.moderated import Pair
from workbench.results.outcome import Outcome

_ROW = 44


class FiguresList(Speaking):
    """Says which figures were chosen; knows what the filter lets through."""

    chosen = Signal()
    entered = Signal()
    """The keyboard shall go to confirming."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome: Outcome | None = None
        self._rows: tuple[FiguresRow, ...] = ()
        self._order, self._code = BY_SERVICE, ""
        self.only_waiting: bool | None = None
        """None until somebody says so or the first figures are here."""
        self.waiting, self.everything = button("chip"), button()
        self.indicator, self.sort = _menu_button(), _menu_button()
        self._codes, self._orders = QActionGroup(self), QActionGroup(self)
        self._none = Words(BODY, role="text2")
        self.table = LedgerTable(row=_ROW)
        self.ask_all = AskAll()
        for order in ORDERS:
            self._offer(self.sort, self._orders, order)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        card = Card()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.waiting)
        head.addWidget(self.indicator)
        head.addStretch(1)
        head.addWidget(self.sort)
        card.column.addLayout(head)
        card.column.addWidget(self._none)
        card.column.addWidget(self.everything, 0, Qt.AlignmentFlag.AlignLeft)
        card.column.addWidget(self.table, 1)
        card.column.addStretch(0)
        card.column.addWidget(self.ask_all)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def _connect(self) -> None:
        self.waiting.clicked.connect(self._on_waiting)
        self.everything.clicked.connect(self._on_everything)
        self._codes.triggered.connect(self._on_code)
        self._orders.triggered.connect(self._on_order)
        self.table.moved.connect(self.chosen)
        self.table.entered.connect(self.entered)

    # --- what is shown ---------------------------------------------------------------------

    def show_figures(self, outcome: Outcome, rows: tuple[FiguresRow, ...]) -> None:
        """List the figures as they now stand; the chosen ones stay chosen where they can."""
        self._outcome, self._rows = outcome, rows
        if self.only_waiting is None and rows:
            self.only_waiting = any(row.stand in UNCONFIRMED for row in rows)
        self._offer_codes()
        self.retranslate()

    def current(self) -> FiguresRow | None:
        """Return the chosen figures."""
        key = self.table.key() if self.table.isVisibleTo(self) else None
        return next((row for row in self._rows if row.pair == key), None)

    def fitting(self) -> list[FiguresRow]:
        """Return the figures that the filter lets through, in their order."""
        if self._outcome is None:
            return []
        found = [
            row
            for row in self._rows
            if (not self.only_waiting or row.stand in UNCONFIRMED)
            and self._code in ("", row.made.indicator.code)
        ]
        return in_order(found, self._order, self._outcome.definition.codes())

    def choose(self, pair: Pair) -> None:
        """Choose figures, whatever the filter says; foreign ones change nothing."""
        if all(row.pair != pair for row in self._rows):
            return
        if all(row.pair != pair for row in self.fitting()):
            self.only_waiting, self._code = False, ""
            self.retranslate()
        self.table.choose(pair)

    def step(self, by: int) -> None:
        """Choose the figures before or behind; at the ends nothing moves."""
        rows = self.fitting()
        place = self.table.currentIndex().row() + by
        if 0 <= place < len(rows):
            self.table.choose(rows[place].pair)

    def after(self, pair: Pair, *fits: Callable[[FiguresRow], bool]) -> Pair | None:
        """Return where to go on: the next row, else the first, that one of ``fits`` takes.

        The earlier of ``fits`` is asked of all rows before the later one.
        """
        rows = self.fitting()
        at = next((at for at, row in enumerate(rows) if row.pair == pair), -1)
        behind = rows[at + 1 :] + rows[: max(at, 0)]
        return next((row.pair for fit in fits for row in behind if fit(row)), None)

    # --- what narrows and sorts --------------------------------------------------------------

    def filters(self) -> dict[str, object]:
        """Return what is kept of filter and order."""
        kept: dict[str, object] = {"order": self._order, "indicator": self._code}
        return kept if self.only_waiting is None else kept | {"waiting": self.only_waiting}

    def take_filters(self, order: object, code: object, *, only_waiting: object) -> None:
        """Take up what was kept; what makes no sense is as if it had not been."""
        self._order = order if isinstance(order, str) and order in ORDERS else BY_SERVICE
        self._code = code if isinstance(code, str) else ""
        self.only_waiting = only_waiting if isinstance(only_waiting, bool) else None
        self.retranslate()

    def _offer_codes(self) -> None:
        there = {row.made.indicator.code: row.made.indicator.name for row in self._rows}
        if self._code not in there:
            self._code = ""
        codes = ["", *sorted(there, key=self._rank)]
        if [action.data() for action in self._codes.actions()] != codes:
            for action in self._codes.actions():
                self.indicator.menu().removeAction(action)
                self._codes.removeAction(action)
                action.deleteLater()
            for code in codes:
                self._offer(self.indicator, self._codes, code)

    def _rank(self, code: str) -> int:
        return 0 if self._outcome is None else self._outcome.definition.codes().index(code)

    @staticmethod
    def _offer(into: QPushButton, group: QActionGroup, data: str) -> None:
        action = QAction(group)
        action.setData(data)
        action.setCheckable(True)
        menu = into.menu()
        menu.addAction(action)

    def retranslate(self) -> None:
        self._say_choices()
        self.table.setAccessibleName(self.tr("Computed figures"))
        outcome = self._outcome
        if outcome is None:
            return
        rows, places = self.fitting(), outcome.definition.rules.score_places
        self._say_none(has_rows=bool(rows))
        self.table.show_rows(figures_columns(), figures_rows(rows, places))

    def _say_choices(self) -> None:
        say_chip(self.waiting, self.tr("Unconfirmed only"))
        self.waiting.setChecked(bool(self.only_waiting))
        for action in self._orders.actions():
            action.setText(order_word(action.data()))
            action.setChecked(action.data() == self._order)
        self.sort.setText(order_word(self._order))
        names = {row.made.indicator.code: row.made.indicator.name for row in self._rows}
        every = self.tr("All indicators")
        for action in self._codes.actions():
            code = action.data()
            action.setText(f"{code} {names[code]}".replace("&", "&&") if code else every)
            action.setChecked(code == self._code)
        words = self.tr("Indicator: {code}")
        self.indicator.setText(words.format(code=self._code) if self._code else every)

    def _say_none(self, *, has_rows: bool) -> None:
        self.table.setVisible(has_rows)
        for part in (self._none, self.everything):
            part.setVisible(not has_rows)
        nothing = self.tr("No figures wait for a second person.")
        if self._code:
            nothing = self.tr("Of {code} no figures wait for a second person.")
        self._none.setText(nothing.format(code=self._code))
        self.everything.setText(self.tr("Show all"))

    # --- what people do --------------------------------------------------------------------

    @Slot()
    def _on_waiting(self) -> None:
        self.only_waiting = self.waiting.isChecked()
        self.retranslate()

    @Slot()
    def _on_everything(self) -> None:
        self.only_waiting, self._code = False, ""
        self.retranslate()
        self.take_focus()

    @Slot(QAction)
    def _on_code(self, action: QAction) -> None:
        self._code = str(action.data())
        self.retranslate()

    @Slot(QAction)
    def _on_order(self, action: QAction) -> None:
        self._order = str(action.data())
        self.retranslate()

    @Slot()
    def take_focus(self) -> None:
        """Put the keyboard on the figures, or on the way to them."""
        target = self.table if self.table.isVisibleTo(self) else self.everything
        target.setFocus(Qt.FocusReason.OtherFocusReason)


def _menu_button() -> QPushButton:
    made = button("link")
    made.setIcon(icon("chevron", "accent"))
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.setMenu(QMenu(made))
    return made
