"""State as a shape first: one function paints every state, in lists, tables, pages and pictures."""

from enum import StrEnum
from functools import lru_cache
from math import ceil, floor
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from ui.theme.scheme import tokens
from ui.theme.tokens import GLYPH_SIZE, Tokens

_BOX = 16.0
_OF_DOTS = frozenset({1, 2, 3})
"""Widgets, pixmaps and images, by Qt's number; paper and pictures get strokes."""
_PARTS = 8
"""Between two dots a glyph looks otherwise than on one; finer than this nobody sees."""


class Glyph(StrEnum):
    """The states of the house; each has its own outline."""

    EMPTY = "empty"
    PART = "part"
    COMPLETE = "complete"
    NOT_APPLICABLE = "not_applicable"
    RECUSED = "recused"
    ERROR = "error"
    CONFLICT = "conflict"
    INTERIM = "interim"
    FLAG = "flag"


ROLES: Final[dict[Glyph, str]] = {
    Glyph.EMPTY: "edge",
    Glyph.PART: "warning",
    Glyph.COMPLETE: "success",
    Glyph.NOT_APPLICABLE: "text3",
    Glyph.RECUSED: "recused",
    Glyph.ERROR: "danger",
    Glyph.CONFLICT: "danger",
    Glyph.INTERIM: "warning",
    Glyph.FLAG: "warning",
}


def glyph_word(glyph: Glyph) -> str:
    """Return the word of a state, for tooltips and for those who cannot see the shape."""
    words = {
        Glyph.EMPTY: QCoreApplication.translate("Glyph", "Empty"),
        Glyph.PART: QCoreApplication.translate("Glyph", "Incomplete"),
        Glyph.COMPLETE: QCoreApplication.translate("Glyph", "Complete"),
        Glyph.NOT_APPLICABLE: QCoreApplication.translate("Glyph", "Not applicable"),
        Glyph.RECUSED: QCoreApplication.translate("Glyph", "Recused"),
        Glyph.ERROR: QCoreApplication.translate("Glyph", "Not stored"),
        Glyph.CONFLICT: QCoreApplication.translate("Glyph", "Conflict"),
        Glyph.INTERIM: QCoreApplication.translate("Glyph", "Interim"),
        Glyph.FLAG: QCoreApplication.translate("Glyph", "Look again"),
    }
    return words[glyph]


def paint_glyph(
    painter: QPainter, glyph: Glyph, box: QRectF, scheme: Tokens, *, ground: str = ""
) -> None:
    """Paint ``glyph`` centred in ``box``; cut-outs take ``ground``, else the surface colour."""
    side = min(box.width(), box.height())
    left, top = box.x() + (box.width() - side) / 2, box.y() + (box.height() - side) / 2
    colors = getattr(scheme, ROLES[glyph]), ground or scheme.surface
    dots = painter.deviceTransform()
    ratio = dots.m11()
    is_of_dots = painter.device().devType() in _OF_DOTS
    if not is_of_dots or ratio != dots.m22() or ratio <= 0 or dots.isRotating():
        _draw(painter, glyph, QRectF(left, top, side, side), colors)
        return
    x, y = dots.dx() + left * ratio, dots.dy() + top * ratio
    column, row = floor(x), floor(y)
    shift = round((x - column) * _PARTS), round((y - row) * _PARTS)
    spot = QPointF((column - dots.dx()) / ratio, (row - dots.dy()) / ratio)
    painter.drawImage(spot, _image(glyph, colors, side, ratio, shift))


@lru_cache(maxsize=512)
def _image(
    glyph: Glyph, colors: tuple[str, str], side: float, ratio: float, shift: tuple[int, int]
) -> QImage:
    """Return a glyph as dots; ``shift`` is how far from a dot it begins, in ``_PARTS`` of one."""
    dots = ceil(side * ratio) + 1
    image = QImage(dots, dots, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    left, top = (part / _PARTS / ratio for part in shift)
    _draw(painter, glyph, QRectF(left, top, side, side), colors)
    painter.end()
    return image


def _draw(painter: QPainter, glyph: Glyph, box: QRectF, colors: tuple[str, str]) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / _BOX, box.height() / _BOX)
    ink, ground = colors
    _PAINTERS[glyph](painter, QColor(ink), QColor(ground))
    painter.restore()


def _pen(ink: QColor, width: float) -> QPen:
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(ink, width, Qt.PenStyle.SolidLine, cap, join)


def _ring(painter: QPainter, pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(8, 8), 6.2, 6.2)


def _empty(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    _ring(painter, _pen(ink, 1.5))


def _part(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    _ring(painter, _pen(ink, 1.6))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPie(QRectF(1.8, 1.8, 12.4, 12.4), 90 * 16, 180 * 16)


def _complete(painter: QPainter, ink: QColor, ground: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(8, 8), 7, 7)
    painter.setPen(_pen(ground, 1.8))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(4.9, 8.3), QPointF(7.1, 10.5), QPointF(11.2, 5.9)]))


def _not_applicable(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    painter.setPen(_pen(ink, 2))
    painter.drawLine(QPointF(4, 8), QPointF(12, 8))


def _recused(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    _ring(painter, _pen(ink, 1.7))
    painter.drawLine(QPointF(3.8, 12.2), QPointF(12.2, 3.8))


def _error(painter: QPainter, ink: QColor, ground: QColor) -> None:
    painter.setPen(_pen(ink, 1.8))
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF([QPointF(8, 2.2), QPointF(14.2, 13.4), QPointF(1.8, 13.4)]))
    painter.setPen(_pen(ground, 1.7))
    painter.drawLine(QPointF(8, 6), QPointF(8, 9.4))
    painter.drawPoint(QPointF(8, 11.9))


def _conflict(painter: QPainter, ink: QColor, ground: QColor) -> None:
    painter.setPen(_pen(ink, 1.2))
    painter.setBrush(ink)
    corners = [QPointF(8, 1.2), QPointF(14.8, 8), QPointF(8, 14.8), QPointF(1.2, 8)]
    painter.drawPolygon(QPolygonF(corners))
    painter.setPen(_pen(ground, 1.6))
    painter.drawLine(QPointF(5.4, 6.4), QPointF(10.6, 6.4))
    painter.drawLine(QPointF(5.4, 9.6), QPointF(10.6, 9.6))


def _interim(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    pen = _pen(ink, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([2.4, 1.66])  # in pen widths: six dashes close the ring
    _ring(painter, pen)


def _flag(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    painter.setPen(_pen(ink, 1.5))
    painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
    painter.drawLine(QPointF(3.4, 2.4), QPointF(3.4, 14))
    cloth = QPainterPath(QPointF(3.4, 2.9))
    for x, y in ((13, 2.9), (10.8, 5.9), (13, 8.9), (3.4, 8.9)):
        cloth.lineTo(x, y)
    painter.drawPath(cloth)


_PAINTERS: Final = {
    Glyph.EMPTY: _empty,
    Glyph.PART: _part,
    Glyph.COMPLETE: _complete,
    Glyph.NOT_APPLICABLE: _not_applicable,
    Glyph.RECUSED: _recused,
    Glyph.ERROR: _error,
    Glyph.CONFLICT: _conflict,
    Glyph.INTERIM: _interim,
    Glyph.FLAG: _flag,
}


class GlyphMark(QWidget):
    """One state glyph as a widget, with its word as tooltip and accessible name."""

    def __init__(self, glyph: Glyph = Glyph.EMPTY, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(GLYPH_SIZE, GLYPH_SIZE)
        self.show_glyph(glyph)

    def show_glyph(self, glyph: Glyph) -> None:
        """Show another state."""
        self._glyph = glyph
        self.setToolTip(glyph_word(glyph))
        self.setAccessibleName(glyph_word(glyph))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(GLYPH_SIZE, GLYPH_SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_glyph(painter, self._glyph, QRectF(self.rect()), tokens())
        painter.end()
