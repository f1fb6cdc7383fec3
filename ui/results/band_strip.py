"""How many services lie in each band of the round, on one line."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.results.picking import PickingView
from ui.results.wording import band_name, band_words
from ui.theme.fonts import CAPTION, HALF_BOLD
from ui.theme.runs import Run, paint_runs, width_of
from workbench.reports.bands import BandCount

_HEIGHT: Final = 24
_SIDE: Final = 5
_GAP: Final = 5


class BandStrip(PickingView):
    """Bands from the lowest to the highest, as the bins above them; each can be opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bands: tuple[BandCount, ...] = ()
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bands(self, bands: Sequence[BandCount]) -> None:
        """Show other bands; ``bands`` are the highest first, as the round has them."""
        self._bands = tuple(reversed(bands))
        self.setVisible(bool(bands))
        stop = Qt.FocusPolicy.StrongFocus if self.places() else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(stop)  # no service is counted yet: nothing to choose among
        self.retranslate()

    def number_of(self, place: int) -> int:
        """Return the number of a band, counted from the highest."""
        return len(self._bands) - 1 - place

    def retranslate(self) -> None:
        said = ", ".join(band_words(band) for band in self._bands)
        title = self.tr("Bands")
        self.setAccessibleName(f"{title}: {said}")
        self.update()

    def places(self) -> tuple[int, ...]:
        return tuple(at for at, band in enumerate(self._bands) if band.count)

    def words_of(self, place: int) -> str:
        return band_words(self._bands[place])

    def box_of(self, place: int) -> QRectF:
        widths = [width_of(self._runs(band)) + 2 * _SIDE for band in self._bands]
        spare = (self.width() - sum(widths)) / max(len(widths) - 1, 1)
        if spare >= 0:
            left = sum(widths[:place]) + spare * place
            return QRectF(left, 0, widths[place], _HEIGHT)
        each = self.width() / len(widths)  # too long names: equal shares, elided
        return QRectF(each * place, 0, each, _HEIGHT)

    def _runs(self, band: BandCount) -> tuple[Run, Run]:
        role = "text" if band.count else "text3"
        return (
            Run(band_name(band), CAPTION, role="text3"),
            Run(str(band.count), CAPTION, HALF_BOLD, role, before=_GAP),
        )

    def sizeHint(self) -> QSize:
        return QSize(360, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, band in enumerate(self._bands):
            box = self.box_of(place)
            name, count = self._runs(band)
            room = box.width() - 2 * _SIDE
            baseline = box.center().y() + name.metrics().ascent() / 2 - 1
            end = paint_runs(painter, (name,), box.left() + _SIDE, baseline, room - count.width())
            paint_runs(painter, (count,), end, baseline, count.width() + 1)
        self.paint_chosen(painter)
        painter.end()
