"""The sources of an open cell side by side; what does not fit beside scrolls."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QScrollArea, QWidget

from ui.settling.source_card import SourceCard
from workbench.settling.open_cells import OpenCell

_GAP = 12
_BAR = 14


class SourceCards(QScrollArea):
    """At most one card is chosen; texts stand on them whole, however long."""

    clicked = Signal(int)
    """The number of a card that was pressed."""
    fitted = Signal(int)
    """How high the cards are now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = QButtonGroup(self)
        self.group.idClicked.connect(self.clicked)
        inside = QWidget()
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)

    def show_cell(self, one: OpenCell | None, places: int) -> None:
        """Lay out the sources of another cell; none is chosen."""
        for card in self.group.buttons():
            self.group.removeButton(card)
            self._row.removeWidget(card)
            card.hide()
            card.deleteLater()
        if one is None:
            return
        for number, source in enumerate(one.sources, start=1):
            made = SourceCard(number, one, source, places)
            self.group.addButton(made, number)
            self._row.addWidget(made, 1, Qt.AlignmentFlag.AlignTop)
        self._fit()

    def chosen(self) -> SourceCard | None:
        """Return the chosen card."""
        card = self.group.checkedButton()
        return card if isinstance(card, SourceCard) else None

    def choose(self, number: int) -> SourceCard | None:
        """Choose a card by its number and return it; None where there is none."""
        card = self.group.button(number)
        if not isinstance(card, SourceCard):
            return None
        card.setChecked(True)
        self.ensureWidgetVisible(card, 0, 0)
        return card

    def release(self) -> None:
        """Let none be chosen."""
        card = self.chosen()
        if card is not None:
            self.group.setExclusive(False)
            card.setChecked(False)
            self.group.setExclusive(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the longest text needs."""
        cards = [card for card in self.group.buttons() if isinstance(card, SourceCard)]
        if not cards:
            return
        room = self.width() - _GAP * (len(cards) - 1)
        height = max(card.height_for(room // len(cards)) for card in cards)
        for card in cards:
            card.setFixedHeight(height)
        self.setFixedHeight(height + _BAR)
        self.fitted.emit(height)
