"""The result page: hero, distribution and below list at the left, every service at the right."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.results.below_card import BelowCard
from ui.results.figures import COUNTED, count
from ui.results.hero import HeroCard
from ui.results.histogram_card import HistogramCard
from ui.results.ranking_card import RankingCard
from ui.round.lead_page import LeadPage
from ui.round.session import RoundSession
from ui.theme.page_head import PageHead
from ui.theme.parts import button
from ui.theme.tokens import CARD_GAP, PAGE_MARGIN
from workbench.results.outcome import Outcome, Verdict
from workbench.rounds.desk import Reading

LEFT_WIDTH = 404
STACKS_BELOW = 890
BINS_LEAST = 160
BINS_MOST = 260
_ROW_OF_STACKED_BARS = 20
_HEAD_GAP = 14
_FOOT = 20
_NO_LIMIT = 16777215  # Qt's own word for it


class ResultsPage(LeadPage):
    """Reads like an answer: how much, who is below, and by how much."""

    def __init__(self, session: RoundSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_stacked: bool | None = None
        self._export = button("primary")
        self._export.clicked.connect(self._ask_for_report)
        self._head = PageHead(
            self._export, is_rehearsal=session.definition.rules.rehearsal, read_at=session.read_at
        )
        self._hero, self._bins = HeroCard(), HistogramCard()
        self._below, self._ranking = BelowCard(), RankingCard()
        inside = QWidget()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._across.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, _FOOT)
        self._across.setSpacing(CARD_GAP)
        self._left = QWidget()
        self._column = QVBoxLayout(self._left)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(CARD_GAP)
        for card in (self._hero, self._bins, self._below):
            self._column.addWidget(card)
        self._across.addWidget(self._left)
        self._across.addWidget(self._ranking, 1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _HEAD_GAP, 0, 0)
        column.setSpacing(_HEAD_GAP)
        self._head.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        column.addWidget(self._head)
        column.addWidget(self._scroll, 1)
        self._arrange(stacked=False)
        self.retranslate()

    def _arrange(self, *, stacked: bool) -> None:
        if stacked == self._is_stacked:
            return
        self._is_stacked = stacked
        direction = QBoxLayout.Direction
        self._across.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        self._left.setMaximumWidth(_NO_LIMIT if stacked else LEFT_WIDTH)
        self._left.setMinimumWidth(0 if stacked else LEFT_WIDTH)
        self._below.show_all(is_whole=stacked)
        self._column.removeWidget(self._below)
        self._column.insertWidget(1 if stacked else 2, self._below, 0 if stacked else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(stacked=event.size().width() < STACKS_BELOW)
        self._fit()

    def _fit(self) -> None:
        """Give the list of services below the cut what it needs, the bins what is left."""
        services = len(self._session.definition.services)
        bars = min(services, 60) * _ROW_OF_STACKED_BARS + 80
        self._ranking.setMinimumHeight(bars if self._is_stacked else 260)
        others = self._hero.needed_height() + self._below.needed_height()
        room = self.height() - self._head.height() - 2 * _HEAD_GAP - others - 2 * CARD_GAP - _FOOT
        height = BINS_MOST if self._is_stacked else min(max(room, BINS_LEAST), BINS_MOST)
        self._bins.setFixedHeight(height)

    @Slot()
    def _ask_for_report(self) -> None:
        self.page_requested.emit("report", None)

    def show_reading(self, reading: Reading) -> None:
        for card in (self._hero, self._bins, self._below, self._ranking):
            card.show_outcome(reading.outcome)
        self.retranslate()
        self._fit()

    def retranslate(self) -> None:
        self._export.setText(self.tr("Export the report…"))
        reading = self._session.reading
        self._head.say(self.tr("Result"), self._state(reading.outcome) if reading else "")

    def _state(self, outcome: Outcome) -> str:
        words = self.tr("Counted {counted}, incomplete {incomplete}, conflicts {conflicts}")
        said = words.format(
            counted=count(outcome, *COUNTED),
            incomplete=count(outcome, Verdict.INCOMPLETE),
            conflicts=count(outcome, Verdict.CONFLICT),
        )
        exempt = count(outcome, Verdict.EXEMPT)
        return said + (self.tr(", exempt {count}").format(count=exempt) if exempt else "")

    def take_focus(self) -> None:
        """Put the keyboard on the list of services."""
        self._ranking.setFocus(Qt.FocusReason.OtherFocusReason)
