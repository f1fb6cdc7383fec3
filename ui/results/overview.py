"""Hero, distribution and below list at the left, every service at the right."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.results.below_card import BelowCard
from ui.results.hero import HeroCard
from ui.results.histogram_card import HistogramCard
from ui.results.origins import Kind, Origin
from ui.results.ranking_card import RankingCard
from ui.theme.tokens import CARD_GAP, PAGE_MARGIN
from workbench.definition.terms import Uid
from workbench.results.outcome import Outcome
from workbench.results.robustness import Firmness

LEFT_WIDTH = 404
STACKS_BELOW = 890
BINS_LEAST = 170
BINS_MOST = 270
_ROW_OF_STACKED_BARS = 20
_FOOT = 20
_NO_LIMIT = 16777215  # Qt's own word for it


class Overview(QScrollArea):
    """Reads like an answer: how much, who is below, and by how much."""

    opened = Signal(object, object)
    """An ``Origin``, and the uid of the service to begin with or None."""
    close_ones_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_stacked: bool | None = None
        self._services = 0
        self.hero, self.bins = HeroCard(), HistogramCard()
        self.below, self.ranking = BelowCard(), RankingCard()
        inside = QWidget()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._across.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, _FOOT)
        self._across.setSpacing(CARD_GAP)
        self._left = QWidget()
        self._column = QVBoxLayout(self._left)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(CARD_GAP)
        for card in (self.hero, self.bins, self.below):
            self._column.addWidget(card)
        self._across.addWidget(self._left)
        self._across.addWidget(self.ranking, 1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        self.hero.opened.connect(self._open)
        self.hero.resized.connect(self.fit)
        self.bins.opened.connect(self._open)
        self.below.opened.connect(self._open_below)
        self.below.close_ones_wanted.connect(self.close_ones_wanted)
        self.ranking.opened.connect(self._open_ranked)
        self._arrange(stacked=False)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show another result."""
        self._services = len(outcome.services)
        for card in (self.hero, self.bins, self.below, self.ranking):
            card.show_outcome(outcome)
        self.fit()

    def show_firmness(self, found: Mapping[int, Firmness]) -> None:
        """Show how firm the verdicts are, by the number of the service."""
        self.below.show_firmness(found)

    def go_back_to(self, origin: Origin, service: Uid | None) -> None:
        """Put the keyboard back on the number that was pressed, its row the one last looked at."""
        pressed = self.hero.button_of(origin)
        view = self.bins.view_of(origin)
        self.ranking.list.choose(service)
        if origin.kind is Kind.BELOW and self.below.list.isVisible():
            self.below.choose(service)
        elif pressed is not None:
            pressed.setFocus(Qt.FocusReason.OtherFocusReason)
        elif view is not None:
            view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.ranking.choose(service)

    def take_focus(self) -> None:
        """Put the keyboard on the list of services."""
        self.ranking.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- laying out ------------------------------------------------------------------------

    def _arrange(self, *, stacked: bool) -> None:
        if stacked == self._is_stacked:
            return
        self._is_stacked = stacked
        direction = QBoxLayout.Direction
        self._across.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        self._left.setMaximumWidth(_NO_LIMIT if stacked else LEFT_WIDTH)
        self._left.setMinimumWidth(0 if stacked else LEFT_WIDTH)
        self.below.show_all(is_whole=stacked)
        self._column.removeWidget(self.below)
        self._column.insertWidget(1 if stacked else 2, self.below, 0 if stacked else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(stacked=event.size().width() < STACKS_BELOW)
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Give the services below the cut what they need, the bins what is left."""
        bars = min(self._services, 60) * _ROW_OF_STACKED_BARS + 80
        self.ranking.setMinimumHeight(bars if self._is_stacked else 260)
        others = self.hero.needed_height() + self.below.needed_height()
        room = self.maximumViewportSize().height() - others - 2 * CARD_GAP - _FOOT
        height = BINS_MOST if self._is_stacked else min(max(room, BINS_LEAST), BINS_MOST)
        self.bins.setFixedHeight(height)

    # --- opening ---------------------------------------------------------------------------

    @Slot(object)
    def _open(self, origin: Origin) -> None:
        self.opened.emit(origin, None)

    @Slot(object)
    def _open_below(self, service: Uid) -> None:
        self.opened.emit(Origin(Kind.BELOW), service)

    @Slot(object)
    def _open_ranked(self, service: Uid) -> None:
        self.opened.emit(Origin(Kind.RANKING, self.ranking.order), service)
