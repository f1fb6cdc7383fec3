"""What was given to a service: each adjustment on its own line, to be changed or taken back."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.ledger.rows import Cell, Column, Row
from ui.ledger.table import LedgerTable
from ui.ledger.wording import when_words
from ui.theme.fonts import BODY, HALF_BOLD
from ui.theme.parts import Words, button
from workbench.adjusting.points import signed
from workbench.definition.terms import Uid
from workbench.results.outcome import Adjustment

_ROW: Final = 44
_POINTS: Final = 66
_WHEN: Final = 130
_MOST: Final = 3
"""So many lines are seen at once: what is typed below stays in sight."""


class AdjustmentTable(LedgerTable):
    """Enter changes an adjustment, Delete takes it back."""

    delete_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)


class GivenPart(Speaking):
    """Says which adjustment shall be changed or taken back."""

    change_wanted = Signal(object)
    take_back_wanted = Signal(object)
    """The uid of the adjustment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given: tuple[Adjustment, ...] = ()
        self._places = 2
        self._none = Words(BODY, role="text2")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.table = AdjustmentTable(row=_ROW)
        self.change, self.take_back = button(), button()
        self.table.entered.connect(self._on_change)
        self.table.delete_wanted.connect(self._on_take_back)
        self.change.clicked.connect(self._on_change)
        self.take_back.clicked.connect(self._on_take_back)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.change)
        foot.addWidget(self.take_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._none)
        column.addWidget(self.table)
        column.addLayout(foot)

    def show_given(self, given: Sequence[Adjustment], places: int) -> None:
        """Show the adjustments of another service, or the same ones anew."""
        self._given, self._places = tuple(given), places
        self.retranslate()

    def allow(self, why_not: str, *, may_change: bool) -> None:
        """Let the buttons be pressed, or say why not."""
        for one, also in ((self.change, may_change), (self.take_back, True)):
            one.setEnabled(not why_not and also)
            one.setToolTip(why_not)

    def choose(self, uid: Uid) -> None:
        """Make one adjustment the current one."""
        self.table.choose(uid)

    def retranslate(self) -> None:
        has_any = bool(self._given)
        self._none.setText(self.tr("This service has neither a bonus nor a penalty."))
        self._none.setVisible(not has_any)
        self.change.setText(self.tr("Change…"))
        self.take_back.setText(self.tr("Take back…"))
        for part in (self.table, self.change, self.take_back):
            part.setVisible(has_any)
        self.table.setAccessibleName(self.tr("Bonus and penalty of the service"))
        columns = (
            Column(self.tr("Points"), _POINTS, is_number=True),
            Column("", 16),
            Column(self.tr("Reason and evidence")),
            Column(self.tr("When"), _WHEN),
        )
        self.table.show_rows(columns, [self._row(one) for one in self._given])
        self.table.hug(_MOST, _MOST)

    def _row(self, one: Adjustment) -> Row:
        points = signed(one.points, self._places)
        return Row(
            one.uid,
            (
                Cell(points, "text", HALF_BOLD),
                Cell(),
                Cell(_on_one_line(one.reason), "text", below=_on_one_line(one.evidence)),
                Cell(when_words(one.made_at)),
            ),
        )

    @Slot()
    def _on_change(self) -> None:
        if self.change.isEnabled() and self._given:
            self.change_wanted.emit(self.table.key())

    @Slot()
    def _on_take_back(self) -> None:
        if self.take_back.isEnabled() and self._given:
            self.take_back_wanted.emit(self.table.key())


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
