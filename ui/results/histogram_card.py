"""The distribution of the totals as a card."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.results.charts import paint_histogram
from ui.results.figures import Histogram, histogram
from ui.results.wording import cut_name
from ui.theme.fonts import CAPTION, CARD_TITLE, HALF_BOLD
from ui.theme.parts import Card
from ui.theme.runs import Run, RunLine
from ui.theme.scheme import tokens
from workbench.exact import plain
from workbench.results.outcome import Outcome


class HistogramView(QWidget):
    """Paints the bins; says them in words to those who cannot see."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: Histogram | None = None
        self._cut_name = ""
        self.setMinimumHeight(112)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_bins(self, data: Histogram, cut: str) -> None:
        """Show other bins."""
        self._data, self._cut_name = data, cut
        spoken = ", ".join(
            f"{plain(one.lower)}–{plain(one.lower + data.width)}: {one.count}"
            for one in data.bins
            if one.count
        )
        self.setAccessibleDescription(f"{cut}. {spoken}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, 170)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._data is None:
            return
        painter = QPainter(self)
        paint_histogram(painter, QRectF(self.rect()), self._data, tokens(), self._cut_name)
        painter.end()


class HistogramCard(Speaking):
    """Title, unit and the bins."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome: Outcome | None = None
        self._title, self._unit, self._view = RunLine(), RunLine(), HistogramView()
        card = Card()
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._unit)
        card.column.addLayout(head)
        card.column.addWidget(self._view, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show another result."""
        self._outcome = outcome
        self.retranslate()

    def retranslate(self) -> None:
        if self._outcome is None:
            return
        data = histogram(self._outcome)
        self._title.say(Run(self.tr("Distribution of totals"), CARD_TITLE, HALF_BOLD))
        unit = self.tr("services per {width} points").format(width=plain(data.width))
        self._unit.say(Run(unit, CAPTION, role="text2"))
        self._view.setAccessibleName(self.tr("Distribution of totals"))
        self._view.show_bins(data, cut_name(plain(data.cut)))
