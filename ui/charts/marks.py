"""What a chart is made of, and the one function that paints it."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ui.charts.lettering import Lettering, Voice
from ui.theme.glyphs import Glyph, paint_glyph
from ui.theme.parts import TINTS
from ui.theme.tokens import Tokens

_ROUND: Final = 3.0
_THIN: Final = 2.0


class Label(NamedTuple):
    """A text in the box that it fills; ``role`` names a colour."""

    text: str
    box: QRectF
    voice: Voice
    role: str


class Bar(NamedTuple):
    """A filled box: a bar, a line, a ground. Rounded at its top only, where it is."""

    box: QRectF
    role: str
    is_round: bool = False


class Outline(NamedTuple):
    """A thin frame: solid around what was added, dashed around what was taken away."""

    box: QRectF
    role: str
    ground: str = ""
    is_dashed: bool = False


class Sign(NamedTuple):
    """A state by its shape."""

    glyph: Glyph
    box: QRectF


class Pill(NamedTuple):
    """The ground of a tag, in the tint of ``role``."""

    box: QRectF
    role: str


Mark = Label | Bar | Outline | Sign | Pill


def starting_at(
    lettering: Lettering,
    left: float,
    middle: float,
    text: str,
    voice: Voice,
    role: str,
    room: float | None = None,
) -> Label:
    """Return ``text`` from ``left`` on, elided where it passes ``room``."""
    shown = text if room is None else lettering.fitted(text, voice, room)
    return Label(shown, _box(lettering, left, middle, shown, voice), voice, role)


def ending_at(
    lettering: Lettering, right: float, middle: float, text: str, voice: Voice, role: str
) -> Label:
    """Return ``text`` that ends at ``right``."""
    left = right - lettering.width(text, voice)
    return Label(text, _box(lettering, left, middle, text, voice), voice, role)


def centred_at(
    lettering: Lettering, centre: float, middle: float, text: str, voice: Voice, role: str
) -> Label:
    """Return ``text`` around ``centre``."""
    left = centre - lettering.width(text, voice) / 2
    return Label(text, _box(lettering, left, middle, text, voice), voice, role)


def with_point_at(
    lettering: Lettering, right: float, middle: float, text: str, voice: Voice, role: str
) -> Label:
    """Return a number whose decimal point stands where all do that end at ``right``."""
    whole, point, part = text.partition(".")
    after = lettering.width(point + "0" * len(part), voice)
    left = right - after - lettering.width(whole, voice)
    return Label(text, _box(lettering, left, middle, text, voice), voice, role)


def _box(lettering: Lettering, left: float, middle: float, text: str, voice: Voice) -> QRectF:
    height = lettering.height(voice)
    return QRectF(left, middle - height / 2, lettering.width(text, voice), height)


def tag(
    lettering: Lettering, left: float, middle: float, text: str, voice: Voice, role: str
) -> tuple[Pill, Label]:
    """Return a word on its own tint, fully rounded."""
    label = starting_at(lettering, left + 10, middle, text, voice, role)
    ground = QRectF(left, middle - 10, label.box.width() + 20, 20)
    return Pill(ground, role), label


def paint(painter: QPainter, marks: Iterable[Mark], lettering: Lettering, scheme: Tokens) -> None:
    """Paint ``marks`` one over the other, in the colours of ``scheme``."""
    painter.save()
    for mark in marks:
        if isinstance(mark, Label):
            baseline = QPointF(mark.box.left(), mark.box.top() + lettering.ascent(mark.voice))
            lettering.write(painter, baseline, mark.text, mark.voice, _ink(scheme, mark.role))
        elif isinstance(mark, Bar):
            _paint_bar(painter, mark, scheme)
        elif isinstance(mark, Outline):
            _paint_outline(painter, mark, scheme)
        elif isinstance(mark, Sign):
            paint_glyph(painter, mark.glyph, mark.box, scheme)
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_ink(scheme, TINTS[mark.role]))
            radius = mark.box.height() / 2
            painter.drawRoundedRect(mark.box, radius, radius)
    painter.restore()


def _ink(scheme: Tokens, role: str) -> QColor:
    return QColor(getattr(scheme, role))


def _paint_bar(painter: QPainter, mark: Bar, scheme: Tokens) -> None:
    if not mark.is_round:
        # ends are exact; but what is thinner than two dots keeps its width only when it is soft
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, mark.box.width() < _THIN)
        painter.fillRect(mark.box, _ink(scheme, mark.role))
        return
    box, radius = mark.box, min(_ROUND, mark.box.height())
    shape = QPainterPath(box.bottomLeft())
    shape.lineTo(box.left(), box.top() + radius)
    shape.quadTo(box.topLeft(), QPointF(box.left() + radius, box.top()))
    shape.lineTo(box.right() - radius, box.top())
    shape.quadTo(box.topRight(), QPointF(box.right(), box.top() + radius))
    shape.lineTo(box.bottomRight())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(shape, _ink(scheme, mark.role))


def _paint_outline(painter: QPainter, mark: Outline, scheme: Tokens) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if mark.ground:
        painter.fillRect(mark.box, _ink(scheme, mark.ground))
    pen = QPen(_ink(scheme, mark.role), 1)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if mark.is_dashed:
        pen.setDashPattern([2, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(mark.box.adjusted(0.5, 0.5, -0.5, -0.5))


def labels(marks: Sequence[Mark]) -> tuple[Label, ...]:
    """Return the texts among ``marks``."""
    return tuple(mark for mark in marks if isinstance(mark, Label) and mark.text)
