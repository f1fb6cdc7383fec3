"""A line across the cut: where the total stands, and where every alternative would put it."""

from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.robustness.words import person_name, way_word
from ui.theme.fonts import CAPTION, HALF_BOLD, font
from ui.theme.scheme import color
from workbench.definition.terms import Definition
from workbench.exact import plain, printed
from workbench.results.robustness import Robustness

_LABEL: Final = 24
_LANE: Final = 24
_FOOT: Final = 24
_SIDE: Final = 14
_GAP: Final = 12
_MARK: Final = 5.5
_LEAST_REACH: Final = 1.0
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter


class Spot(NamedTuple):
    """One alternative: its lane, what it is called, its total."""

    lane: int
    name: str
    said: str
    total: float
    flips: bool


class SpreadLine(QWidget):
    """Evaluators left out in the upper lane, other ways in the lower one; what turns is filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spots: list[Spot] = []
        self._total, self._cut = 0.0, 0.0
        self._said = self._cut_said = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_service(self, definition: Definition, row: Robustness) -> None:
        """Show another service."""
        places = definition.rules.score_places
        self._spots = [
            Spot(lane, name, printed(made.total, places), float(made.total), made.flips)
            for lane, name, made in (
                *((0, person_name(definition, one.evaluator), one.made) for one in row.without),
                *((1, way_word(one.way), one.made) for one in row.ways),
            )
            if made.total is not None
        ]
        self._total, self._said = float(row.total), printed(row.total, places)
        self._cut, self._cut_said = float(definition.rules.cut), plain(definition.rules.cut)
        told = ", ".join(f"{spot.name} {spot.said}" for spot in self._spots)
        words = self.tr("Total {total}, cut {cut}. {told}")
        self.setAccessibleName(
            words.format(total=self._said, cut=self._cut_said, told=told).strip()
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, _LABEL + 2 * _LANE + _FOOT)

    def spots(self) -> list[Spot]:
        """Return the alternatives that have a total."""
        return self._spots

    # --- geometry --------------------------------------------------------------------------

    def _captions(self) -> tuple[str, str]:
        return self.tr("Without one"), self.tr("Otherwise")

    def _band(self) -> QRectF:
        metrics = QFontMetricsF(font(CAPTION))
        left = max(metrics.horizontalAdvance(one) for one in self._captions()) + _GAP
        return QRectF(left, _LABEL, self.width() - left, 2 * _LANE)

    def x_of(self, total: float) -> float:
        """Return where ``total`` stands."""
        band = self._band()
        every = [self._cut, self._total, *(spot.total for spot in self._spots)]
        low, high = min(every), max(every)
        room = max(_LEAST_REACH, (high - low) / 4)
        part = (total - low + room) / (high - low + 2 * room)
        return band.left() + _SIDE + part * (band.width() - 2 * _SIDE)

    def _place(self, spot: Spot) -> QPointF:
        return QPointF(self.x_of(spot.total), _LABEL + (spot.lane + 0.5) * _LANE)

    # --- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        for spot in sorted(self._spots, key=lambda one: one.flips):
            self._paint_spot(painter, spot)
        self._paint_total(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        band, cut = self._band(), self.x_of(self._cut)
        below = QRectF(band.topLeft(), QPointF(cut, band.bottom()))
        painter.fillRect(below, color("danger_tint"))
        painter.fillRect(
            QRectF(QPointF(cut, band.top()), band.bottomRight()), color("neutral_tint")
        )
        painter.fillRect(
            QRectF(band.left(), _LABEL + _LANE - 0.5, band.width(), 1), color("surface")
        )
        painter.fillRect(QRectF(cut - 0.75, _LABEL - 4, 1.5, 2 * _LANE + 8), color("danger"))
        painter.setFont(font(CAPTION))
        painter.setPen(color("text3"))
        for lane, caption in enumerate(self._captions()):
            box = QRectF(0, _LABEL + lane * _LANE, band.left() - _GAP / 2, _LANE)
            painter.drawText(box, _MIDDLE, caption)
            if all(spot.lane != lane for spot in self._spots):
                nothing = box.translated(band.left() + 8, 0)
                nothing.setWidth(band.width())
                painter.drawText(nothing, _MIDDLE, self.tr("no total"))
        words = self.tr("cut {cut}").format(cut=self._cut_said)
        self._write(painter, words, cut, band.bottom() + 5, "danger")

    def _paint_total(self, painter: QPainter) -> None:
        x = self.x_of(self._total)
        painter.fillRect(QRectF(x - 1, _LABEL - 3, 2, 2 * _LANE + 6), color("accent"))
        self._write(painter, self.tr("total {total}").format(total=self._said), x, 1, "accent")

    def _paint_spot(self, painter: QPainter, spot: Spot) -> None:
        place, role = self._place(spot), "danger" if spot.flips else "text2"
        painter.setPen(QPen(color(role), 1.5))
        painter.setBrush(color(role if spot.flips else "surface"))
        if spot.lane == 0:
            painter.drawEllipse(place, _MARK, _MARK)
        else:
            size = _MARK + 1
            corners = ((0, -size), (size, 0), (0, size), (-size, 0))
            painter.drawPolygon(QPolygonF([place + QPointF(x, y) for x, y in corners]))

    def _write(self, painter: QPainter, text: str, x: float, top: float, role: str) -> None:
        voice = font(CAPTION, HALF_BOLD, digits=True)
        width = QFontMetricsF(voice).horizontalAdvance(text)
        left = min(max(x - width / 2, self._band().left()), self.width() - width - 1)
        painter.setFont(voice)
        painter.setPen(color(role))
        painter.drawText(QRectF(left, top, width + 2, 18), _MIDDLE, text)

    # --- names of the marks ----------------------------------------------------------------

    def at(self, x: float, y: float) -> list[Spot]:
        """Return the alternatives whose marks lie there."""
        reach = _MARK + 3
        return [
            spot
            for spot in self._spots
            if abs(self._place(spot).x() - x) <= reach and abs(self._place(spot).y() - y) <= reach
        ]

    def event(self, event: QEvent) -> bool:
        """Name the marks under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.at(event.pos().x(), event.pos().y())
            said = "\n".join(f"{spot.name}  {spot.said}" for spot in found)
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)
