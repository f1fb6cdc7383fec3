"""The distribution of the totals: columns from the cut on, which is a line with its name once."""

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QRectF

from ui.charts.lettering import Lettering, Voice
from ui.charts.marks import Bar, Label, Mark, centred_at, starting_at
from ui.theme.fonts import CAPTION, HALF_BOLD
from workbench.exact import plain
from workbench.results.figures import Histogram

CUT_WIDTH: Final = 1.5
_TOP: Final = 32
_BOTTOM: Final = 22
_SIDE: Final = 8
_NAME_MIDDLE: Final = 8
_LABEL_EVERY: Final = Decimal(5)
_APART: Final = 4
_SMALLEST: Final = 5.0
_BOLD: Final = Voice(CAPTION, HALF_BOLD)


def bin_width(box: QRectF, data: Histogram) -> float:
    """Return how wide one bin is."""
    return (box.width() - 2 * _SIDE) / max(len(data.bins), 1)


def bin_box(box: QRectF, data: Histogram, number: int) -> QRectF:
    """Return where a bin stands, from its label's room down to the axis."""
    step = bin_width(box, data)
    left = box.left() + _SIDE + number * step
    return QRectF(left, box.top() + _TOP - 17, step, box.height() - _TOP + 17 - _BOTTOM)


def histogram_marks(
    lettering: Lettering, box: QRectF, data: Histogram, cut_name: str
) -> list[Mark]:
    """Return the whole chart; no two of its labels overlap."""
    axis = box.bottom() - _BOTTOM
    step = bin_width(box, data)
    left = box.left() + _SIDE
    cut_x = left + step * int((data.cut - data.bins[0].lower) / data.width)
    marks: list[Mark] = [*_columns(lettering, box, data, axis)]
    marks.append(Bar(QRectF(box.left(), axis, box.width(), 1), "edge"))
    marks.extend(_axis_labels(lettering, data, left, step, axis))
    line = QRectF(cut_x - CUT_WIDTH / 2, box.top() + 2, CUT_WIDTH, axis - box.top() - 2)
    marks.append(Bar(line, "danger"))
    width = lettering.width(cut_name, _BOLD)
    begins = cut_x - 6 - width if cut_x - 6 - width >= box.left() else cut_x + 6
    middle = box.top() + _NAME_MIDDLE
    marks.append(starting_at(lettering, begins, middle, cut_name, _BOLD, "danger"))
    return marks


def _columns(lettering: Lettering, box: QRectF, data: Histogram, axis: float) -> list[Bar | Label]:
    step = bin_width(box, data)
    highest = max((one.count for one in data.bins), default=0) or 1
    scale = max(0.0, axis - box.top() - _TOP) / highest
    widest = max(lettering.width(str(one.count), _BOLD) for one in data.bins)
    # many services in narrow bins: the numbers become smaller before they touch each other
    shrunk = CAPTION * min(1.0, max(step - 1, 1) / widest)
    voice = Voice(max(_SMALLEST, int(shrunk * 4) / 4), HALF_BOLD)
    found: list[Bar | Label] = []
    for number, one in enumerate(data.bins):
        if not one.count:
            continue
        place = bin_box(box, data, number)
        top = axis - one.count * scale
        column = QRectF(place.left() + 1, top, max(1.0, step - 2), axis - top)
        found.append(Bar(column, "bar_below" if one.is_below else "bar", is_round=True))
        middle = top - lettering.height(voice) / 2 - 1
        label = centred_at(lettering, place.center().x(), middle, str(one.count), voice, "text2")
        found.append(label)
    return found


def _axis_labels(
    lettering: Lettering, data: Histogram, left: float, step: float, axis: float
) -> list[Label]:
    """Return the numbers under the axis: the cut, and from it what has room on either side."""
    edges = [data.bins[0].lower + data.width * n for n in range(len(data.bins) + 1)]
    at_cut = edges.index(data.cut)
    every = _LABEL_EVERY if edges[-1] - edges[0] <= 40 else _LABEL_EVERY * 2
    middle = axis + 12

    def label(number: int) -> Label:
        is_cut = number == at_cut
        voice = _BOLD if is_cut else Voice(CAPTION)
        role = "danger" if is_cut else "text3"
        return centred_at(
            lettering, left + number * step, middle, plain(edges[number]), voice, role
        )

    found = [label(at_cut)]
    for numbers in (range(at_cut + 1, len(edges)), range(at_cut - 1, -1, -1)):
        last = found[0].box
        for number in numbers:
            if (edges[number] - data.cut) % every:
                continue
            made = label(number)
            if not made.box.adjusted(-_APART, 0, _APART, 0).intersects(last):
                found.append(made)
                last = made.box
    return found
