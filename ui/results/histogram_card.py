"""The distribution of the totals as a card, with the bands of the round below it."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.charts.histogram import bin_box, histogram_marks
from ui.charts.lettering import OnScreen
from ui.charts.marks import paint
from ui.language import Speaking
from ui.results.band_strip import BandStrip
from ui.results.origins import Kind, Origin
from ui.results.picking import PickingView
from ui.results.wording import bin_name, cut_name
from ui.theme.fonts import CAPTION, CARD_TITLE, HALF_BOLD
from ui.theme.parts import Card
from ui.theme.runs import Run, RunLine
from ui.theme.scheme import tokens
from ui.theme.tokens import CARD_PADDING_X
from workbench.exact import plain
from workbench.reports.bands import band_counts
from workbench.results.figures import Histogram, histogram
from workbench.results.outcome import Outcome

_LEAST: Final = 100


class HistogramView(PickingView):
    """Paints the bins; says them in words to those who cannot see."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: Histogram | None = None
        self._cut_name = ""
        self._type = OnScreen()
        self.setMinimumHeight(_LEAST)
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

    def lower_end(self, place: int) -> str:
        """Return where a bin begins."""
        return "" if self._data is None else plain(self._data.bins[place].lower)

    def places(self) -> tuple[int, ...]:
        if self._data is None:
            return ()
        return tuple(at for at, one in enumerate(self._data.bins) if one.count)

    def box_of(self, place: int) -> QRectF:
        if self._data is None:
            return QRectF()
        return bin_box(QRectF(self.rect()), self._data, place)

    def words_of(self, place: int) -> str:
        if self._data is None:
            return ""
        one = self._data.bins[place]
        words = self.tr("{range}: services {count}")
        return words.format(range=bin_name(one.lower, self._data.width), count=one.count)

    def sizeHint(self) -> QSize:
        return QSize(360, 170)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._data is None:
            return
        painter = QPainter(self)
        box = QRectF(self.rect())
        marks = histogram_marks(self._type, box, self._data, self._cut_name)
        paint(painter, marks, self._type, tokens())
        self.paint_chosen(painter)
        painter.end()


class HistogramCard(Speaking):
    """Title, unit, the bins and the bands."""

    opened = Signal(object)
    """An ``Origin``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome: Outcome | None = None
        self._title, self._unit = RunLine(), RunLine()
        self.view, self.bands = HistogramView(), BandStrip()
        self.view.opened.connect(self._open_bin)
        self.bands.opened.connect(self._open_band)
        card = Card()
        card.column.setSpacing(4)
        x, y = CARD_PADDING_X, card.column.contentsMargins().top()
        card.column.setContentsMargins(x, y, x, y - 4)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._unit)
        card.column.addLayout(head)
        card.column.addWidget(self.view, 1)
        card.column.addWidget(self.bands)
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
        self.view.setAccessibleName(self.tr("Distribution of totals"))
        self.view.show_bins(data, cut_name(plain(data.cut)))
        self.bands.show_bands(band_counts(self._outcome))

    def view_of(self, origin: Origin) -> PickingView | None:
        """Return where ``origin`` was opened, None where it is not a number of this card."""
        return {Kind.BIN: self.view, Kind.BAND: self.bands}.get(origin.kind)

    @Slot(int)
    def _open_bin(self, place: int) -> None:
        self.opened.emit(Origin(Kind.BIN, self.view.lower_end(place)))

    @Slot(int)
    def _open_band(self, place: int) -> None:
        self.opened.emit(Origin(Kind.BAND, str(self.bands.number_of(place))))
