"""The services below the cut: by how much, how firmly, the nearest first."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.results.below_list import (
    DIFFERENCE,
    ROW_LEAST,
    ROW_MOST,
    SIDE,
    BelowList,
    BelowModel,
    chip_room,
)
from ui.results.wording import below_title
from ui.theme.fonts import CAPTION, CARD_TITLE, DENSE, HALF_BOLD
from ui.theme.parts import Card, Hairline, Words, button
from ui.theme.runs import Run, RunLine
from workbench.definition.terms import Uid
from workbench.exact import plain
from workbench.results.outcome import Outcome, Verdict
from workbench.results.robustness import Firmness

_LINK_HEIGHT = 26
_LINK_PADDING = 5
_SPACING = 4

__all__ = ["BelowCard", "BelowModel"]


class BelowCard(Speaking):
    """Title with the count, column captions, the list; or that there is none."""

    opened = Signal(object)
    """The uid of a service whose marks are asked for."""
    close_ones_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome: Outcome | None = None
        self._firmness: Mapping[int, Firmness] = {}
        self._is_whole = False
        self._title, self._firm_caption = RunLine(), RunLine(Qt.AlignmentFlag.AlignRight)
        self._captions = RunLine(Qt.AlignmentFlag.AlignRight)
        self._model = BelowModel(self)
        self.list = BelowList(self._model)
        self.list.opened.connect(self.opened)
        self._none = Words(DENSE, role="text2")
        self.close_ones = button("link")
        self.close_ones.clicked.connect(self.close_ones_wanted)
        self._foot = QWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        self._card = card = Card()
        card.column.setSpacing(_SPACING)
        margins = card.column.contentsMargins()
        margins.setBottom(8)
        margins.setLeft(margins.left() - SIDE)
        margins.setRight(margins.right() - SIDE)
        card.column.setContentsMargins(margins)
        head = QHBoxLayout()
        head.setContentsMargins(SIDE, 0, SIDE, 0)
        head.setSpacing(0)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._captions)
        head.addWidget(self._firm_caption)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(SIDE - _LINK_PADDING, 0, 0, 0)
        foot.addWidget(self.close_ones)
        foot.addStretch(1)
        self._foot.setFixedHeight(_LINK_HEIGHT)  # from the beginning: nothing jumps when it comes
        self.close_ones.setFixedHeight(_LINK_HEIGHT)
        self.close_ones.hide()
        card.column.addLayout(head)
        line = QHBoxLayout()
        line.setContentsMargins(SIDE, 0, SIDE, 0)
        line.addWidget(Hairline())
        card.column.addLayout(line)
        self._none.setContentsMargins(SIDE, 0, SIDE, 0)
        for part in (self._none, self.list, self._foot):
            card.column.addWidget(part)
        card.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show another result; how firm it is comes later."""
        chosen = self.list.chosen()
        self._outcome, self._firmness = outcome, {}
        self._model.show_outcome(outcome)
        self.list.choose(chosen)
        self.retranslate()
        self._fit()

    def show_firmness(self, found: Mapping[int, Firmness]) -> None:
        """Show how firm the verdicts are, by number, and how many that pass are close."""
        self._firmness = found
        self._model.show_firmness(found)
        self.retranslate()

    def needed_height(self, row: int = ROW_MOST) -> int:
        """Return the height at which every row is seen, each ``row`` high."""
        rows = self._model.rowCount()
        return self._others() + (rows * row if rows else self._none.sizeHint().height())

    def show_all(self, *, is_whole: bool) -> None:
        """Show every row, or scroll among them where room is short."""
        self._is_whole = is_whole
        self._fit()

    def choose(self, service: Uid | None) -> None:
        """Choose the row of a service and put the keyboard there."""
        self.list.choose(service)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _others(self) -> int:
        margins = self._card.column.contentsMargins()
        head = self._title.sizeHint().height()
        fixed = margins.top() + margins.bottom() + head + 1 + _LINK_HEIGHT
        return fixed + 3 * _SPACING + 2 * self._card.frameWidth()

    def _fit(self) -> None:
        rows = self._model.rowCount()
        room = rows * ROW_MOST if self._is_whole else self.height() - self._others() - _SPACING
        self.list.fit(max(room, min(rows, 3) * ROW_LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _close_passing(self) -> int:
        """Return how many services pass, but not firmly."""
        if self._outcome is None:
            return 0
        firm = (Firmness.FIRM, None)
        return sum(
            row.verdict is Verdict.PASS and self._firmness.get(row.service.number) not in firm
            for row in self._outcome.services
        )

    def retranslate(self) -> None:
        if self._outcome is None:
            return
        count = len(self._outcome.below)
        title = below_title(plain(self._outcome.definition.rules.cut))
        self._title.say(
            Run(title, CARD_TITLE, HALF_BOLD),
            Run(str(count), CARD_TITLE, HALF_BOLD, "danger" if count else "text3", before=8),
        )
        self._captions.say(Run(self.tr("Difference") if count else "", CAPTION, role="text3"))
        self._captions.setMinimumWidth(DIFFERENCE)
        firm = self.tr("Firmness") if count and self._firmness else ""
        self._firm_caption.say(Run(firm, CAPTION, role="text3"))
        self._firm_caption.setFixedWidth(chip_room())
        self.list.retranslate()
        self.list.setAccessibleName(title)
        self._none.setText(self.tr("No counted service is below the cut."))
        self._none.setVisible(not count)
        self.list.setVisible(bool(count))
        close = self._close_passing()
        words = self.tr("See also {count} services that pass but are near")
        self.close_ones.setText(words.format(count=close))
        self.close_ones.setVisible(bool(close))
