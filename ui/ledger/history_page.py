"""Everything that happened to the round; withdrawing, making final, reopening."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ui import choosing
from ui.language import language
from ui.ledger.finality_view import FinalityView
from ui.ledger.history_card import HistoryCard
from ui.ledger.imports_card import ImportsCard
from ui.ledger.withdrawal_view import WithdrawalView
from ui.round.reading_page import ReadingPage
from ui.round.session import RoundSession
from ui.theme.parts import Tag, button
from ui.theme.tokens import CARD_GAP
from workbench.ledger.entries import History, history
from workbench.ledger.exporting import export_history
from workbench.ledger.finalising import finalise, reopen
from workbench.ledger.withdrawing import (
    ImportRow,
    WithdrawalPlan,
    imports,
    plan_withdrawal,
    withdraw,
)
from workbench.measures.confirmations import UNCONFIRMED, FiguresRow
from workbench.measures.standing import figures_beside
from workbench.progress import Progress
from workbench.rounds.desk import RoundDesk
from workbench.text import file_name

_RIGHT = 356
_WORKBOOK: Final = ".xlsx"
_TABLE: Final = ".csv"


@dataclass(frozen=True, slots=True)
class Found:
    """What the page shows."""

    history: History
    imports: tuple[ImportRow, ...]
    unconfirmed: tuple[FiguresRow, ...]
    """Figures that no second person stands for; not asked of a final round."""


class HistoryPage(ReadingPage):
    """History and imports beside each other; what shall be done stands in their place."""

    def __init__(self, session: RoundSession, parent: QWidget | None = None) -> None:
        self._export, self.finality_button = button(), button()
        super().__init__(session, self._export, self.finality_button, parent=parent)
        self._said = ""
        self._lock = Tag("success")
        self.head.mark(self._lock)
        self.happened, self.imports = HistoryCard(), ImportsCard()
        self.withdrawal, self.finality = WithdrawalView(), FinalityView()
        self._stack = QStackedWidget()
        menu = QMenu(self._export)
        self.exports = {ending: menu.addAction("") for ending in (_WORKBOOK, _TABLE)}
        self._export.setMenu(menu)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        both = QWidget()
        across = QHBoxLayout(both)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(CARD_GAP)
        across.addWidget(self.happened, 1)
        self.imports.setFixedWidth(_RIGHT)
        across.addWidget(self.imports)
        self._both = both
        for part in (both, self.withdrawal, self.finality):
            self._stack.addWidget(part)
        body = QWidget()
        column = QVBoxLayout(body)
        column.addWidget(self._stack)
        self.hold(body)

    def _connect(self) -> None:
        for ending, action in self.exports.items():
            action.triggered.connect(partial(self._choose_target, ending))
        self.finality_button.clicked.connect(self._show_finality)
        self.imports.withdrawal_requested.connect(self._plan)
        self.withdrawal.left.connect(self._show_both)
        self.withdrawal.confirmed.connect(self._withdraw)
        self.finality.left.connect(self._show_both)
        self.finality.page_requested.connect(self.page_requested)
        self.finality.finalised.connect(self._finalise)
        self.finality.reopened.connect(self._reopen)

    def look(self, desk: RoundDesk, progress: Progress) -> object:
        reading, waiting = self.session.reading, tuple[FiguresRow, ...]()
        if reading is not None and not reading.final:
            found = figures_beside(desk, reading.outcome)
            waiting = tuple(row for row in found.rows if row.stand in UNCONFIRMED)
        return Found(history(desk), imports(desk), waiting)

    def show_found(self, found: Found) -> None:
        if self._stack.currentWidget() is self.withdrawal:  # it was planned on another state
            self._stack.setCurrentWidget(self._both)
        self.happened.show_history(found.history)
        self.imports.show_imports(found.imports, self.session.why_not())
        reading = self.session.reading
        self.finality.show_state(
            self.session.final,
            reading.closed if reading is not None else (),
            self.session.why_not() if self.session.read_at is not None else "",
            found.unconfirmed,
        )
        self.retranslate()

    def retranslate(self) -> None:
        self.head.say(self.tr("History"), self._said)
        self._lock.say(self.tr("Final"))
        self._lock.setVisible(bool(self.session.final))
        self._export.setText(self.tr("Export…"))
        self.exports[_WORKBOOK].setText(self.tr("As a workbook…"))
        self.exports[_TABLE].setText(self.tr("As a table (CSV)…"))
        final, still_open = self.tr("Final round…"), self.tr("Make final…")
        self.finality_button.setText(final if self.session.final else still_open)

    def _say(self, words: str) -> None:
        self._said = words
        self.retranslate()

    # --- what stands in place of the history -------------------------------------------------

    @Slot()
    def _show_both(self) -> None:
        self._stack.setCurrentWidget(self._both)
        self.place_focus()

    @Slot()
    def _show_finality(self) -> None:
        self._say("")
        self._stack.setCurrentWidget(self.finality)
        self.finality.place_focus()

    @Slot(int)
    def _plan(self, number: int) -> None:
        self._say("")
        self.session.ask(
            lambda desk, _: plan_withdrawal(desk, number),
            self.tr("Looking what withdrawing changes"),
            self._on_planned,
        )

    @Slot(object)
    def _on_planned(self, plan: WithdrawalPlan) -> None:
        self._stack.setCurrentWidget(self.withdrawal)
        self.withdrawal.show_plan(plan)

    # --- what is done ----------------------------------------------------------------------

    @Slot(int, str)
    def _withdraw(self, number: int, reason: str) -> None:
        self.session.change(
            lambda desk, _: withdraw(desk, number, reason),
            self.tr("Withdrawing the import"),
            self._on_withdrawn,
        )

    @Slot(object)
    def _on_withdrawn(self, plan: WithdrawalPlan) -> None:
        words = self.tr("{file} is withdrawn, cells changed: {cells}")
        self._say(words.format(file=plan.row.file, cells=len(plan.cells)))
        self._stack.setCurrentWidget(self._both)
        self.imports.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _finalise(self) -> None:
        self.session.change(
            lambda desk, _: finalise(desk),
            self.tr("Making the round final"),
            lambda _: self.focus_after_looking(),
        )

    @Slot(str)
    def _reopen(self, reason: str) -> None:
        self.session.change(
            lambda desk, _: reopen(desk, reason), self.tr("Reopening the round"), self._on_reopened
        )

    @Slot(object)
    def _on_reopened(self, _nothing: object) -> None:
        """Go back to the history: a second Enter must not make the round final again."""
        self.finality.reason.open_with()
        self._stack.setCurrentWidget(self._both)
        self.focus_after_looking()

    def _choose_target(self, ending: str) -> None:
        title = self.tr("Export the history as")
        is_workbook = ending == _WORKBOOK
        kinds = self.tr("Workbooks (*.xlsx)") if is_workbook else self.tr("Tables (*.csv)")
        name = self.tr("{title} history").format(title=self.session.definition.rules.title)
        near = self.session.path.with_name(f"{file_name(name)}{ending}")
        target = choosing.file_to_write(self, title, near, kinds)
        if target is not None:
            self.export_to(target.with_suffix(ending))

    def export_to(self, target: Path) -> None:
        """Write the whole history to ``target``, a workbook by its ending, else a table."""
        spoken = language()
        self.session.ask(
            lambda desk, _: export_history(desk, target, spoken),
            self.tr("Writing the history"),
            self._on_written,
        )

    @Slot(object)
    def _on_written(self, target: Path) -> None:
        self._say(self.tr("Written: {file}").format(file=target.name))

    def place_focus(self) -> None:
        if self._stack.currentWidget() is self.finality:
            self.finality.place_focus()
        elif self._stack.currentWidget() is self.withdrawal:
            self.withdrawal.reason.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.happened.table.setFocus(Qt.FocusReason.OtherFocusReason)
