"""The chart painter: histogram and stacked bars from tokens, for window, picture and print."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from ui.results.figures import Histogram
from ui.theme.fonts import CAPTION, HALF_BOLD, font
from ui.theme.tokens import Tokens
from workbench.exact import plain

SECTION_ROLES: Final = {
    "common": "common",
    "individual": "individual",
    "satisfaction": "satisfaction",
}
BAR_HEIGHT: Final = 10
SEGMENT_GAP: Final = 1.5
CUT_WIDTH: Final = 1.5
_TOP: Final = 34
_BOTTOM: Final = 22
_LABEL_EVERY: Final = Decimal(5)


def paint_histogram(
    painter: QPainter, box: QRectF, data: Histogram, scheme: Tokens, cut_name: str
) -> None:
    """Paint the distribution; the cut is a solid line with its name once."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    axis = box.bottom() - _BOTTOM
    step = (box.width() - 16) / max(len(data.bins), 1)
    highest = max((one.count for one in data.bins), default=0) or 1
    scale = max(0.0, axis - box.top() - _TOP) / highest
    left = box.left() + 8
    first = data.bins[0].lower
    cut_x = left + step * int((data.cut - first) / data.width)
    for number, one in enumerate(data.bins):
        if one.count:
            place = QRectF(left + number * step + 1, axis - one.count * scale, step - 2, 0)
            place.setBottom(axis)
            _paint_column(painter, place, one.count, scheme, is_below=one.is_below)
    painter.setPen(QPen(QColor(scheme.edge), 1))
    painter.drawLine(QPointF(box.left(), axis + 0.5), QPointF(box.right(), axis + 0.5))
    _paint_axis(painter, data, left, step, axis, scheme)
    painter.setPen(QPen(QColor(scheme.danger), CUT_WIDTH))
    painter.drawLine(QPointF(cut_x, box.top() + 2), QPointF(cut_x, axis))
    _paint_cut_name(painter, box, cut_x, cut_name, scheme)
    painter.restore()


def _paint_cut_name(
    painter: QPainter, box: QRectF, cut_x: float, name: str, scheme: Tokens
) -> None:
    voice = font(CAPTION, HALF_BOLD, digits=True)
    width = QFontMetricsF(voice).horizontalAdvance(name)
    painter.setFont(voice)
    painter.setPen(QColor(scheme.danger))
    x = cut_x - 6 - width if cut_x - 6 - width >= box.left() else cut_x + 6
    painter.drawText(QRectF(x, box.top(), width + 1, 16), Qt.AlignmentFlag.AlignVCenter, name)


def _paint_column(
    painter: QPainter, place: QRectF, count: int, scheme: Tokens, *, is_below: bool
) -> None:
    radius = min(3.0, place.height())
    column = QPainterPath()
    column.moveTo(place.bottomLeft())
    column.lineTo(place.left(), place.top() + radius)
    column.quadTo(place.topLeft(), QPointF(place.left() + radius, place.top()))
    column.lineTo(place.right() - radius, place.top())
    column.quadTo(place.topRight(), QPointF(place.right(), place.top() + radius))
    column.lineTo(place.bottomRight())
    painter.fillPath(column, QColor(scheme.bar_below if is_below else scheme.bar))
    painter.setFont(font(CAPTION, HALF_BOLD, digits=True))
    painter.setPen(QColor(scheme.text2))
    label = QRectF(place.left() - 10, place.top() - 18, place.width() + 20, 17)
    painter.drawText(label, Qt.AlignmentFlag.AlignCenter, str(count))


def _paint_axis(
    painter: QPainter, data: Histogram, left: float, step: float, axis: float, scheme: Tokens
) -> None:
    end = data.bins[-1].lower + data.width
    edges = [data.bins[0].lower + data.width * n for n in range(len(data.bins) + 1)]
    every = _LABEL_EVERY if end - edges[0] <= 40 else _LABEL_EVERY * 2
    for number, value in enumerate(edges):
        if (value - data.cut) % every:
            continue
        is_cut = value == data.cut
        painter.setFont(font(CAPTION, HALF_BOLD if is_cut else 400, digits=True))
        painter.setPen(QColor(scheme.danger if is_cut else scheme.text3))
        place = QRectF(left + number * step - 24, axis + 3, 48, 18)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, plain(value))


def paint_segments(
    painter: QPainter,
    box: QRectF,
    points: Sequence[tuple[str, Decimal]],
    scheme: Tokens,
) -> None:
    """Paint one stacked bar; ``box`` is 100 points wide, ends are square so lengths are exact."""
    scale = box.width() / 100
    x = box.left()
    for section, value in points:
        length = float(value) * scale
        color = QColor(getattr(scheme, SECTION_ROLES[section]))
        visible = max(0.0, length - SEGMENT_GAP)
        painter.fillRect(QRectF(x, box.top(), visible, box.height()), color)
        x += length
