"""A picture as a file: dots, vectors or paper by its suffix, written beside and put in place."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMarginsF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
)
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from ui.charts.lettering import OnPaper
from ui.charts.marks import paint
from ui.charts.sheet import Picture
from ui.theme.tokens import LIGHT
from workbench.errors import ExportError
from workbench.reports.placing import placed

SUFFIXES: Final = (".png", ".svg", ".pdf")
_SHARP: Final = 2
_DPI: Final = 96
_DOTS_PER_METRE: Final = round(_SHARP * _DPI / 0.0254)
_FINE: Final = 10
_POINTS: Final = 72 / _DPI


def save_picture(picture: Picture, target: Path) -> Path:
    """Write ``picture`` to ``target`` in the form that its suffix names, and return where it is.

    Raises:
        ExportError: no form of ours, or it cannot be written; an older file is untouched.
    """
    makers = {".png": _png, ".svg": _svg, ".pdf": _pdf}
    make = makers.get(target.suffix.lower())
    if make is None:
        raise ExportError("picture_kind", name=target.name, kinds=", ".join(SUFFIXES))
    with placed(target) as draft:
        draft.write_bytes(make(picture))
    return target


def _png(picture: Picture) -> bytes:
    size = QSize(picture.width, picture.height) * _SHARP
    image = QImage(size, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(_DOTS_PER_METRE)
    image.setDotsPerMeterY(_DOTS_PER_METRE)
    image.setText("Title", picture.title)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    painter.scale(_SHARP, _SHARP)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    paint(painter, picture.marks, OnPaper(), LIGHT)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    buffer.close()
    return bytes(content.data())


def _svg(picture: Picture) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QSvgGenerator()
    made.setOutputDevice(buffer)
    made.setResolution(_DPI)
    made.setSize(QSize(picture.width, picture.height))
    made.setViewBox(QRect(0, 0, picture.width, picture.height))
    made.setTitle(picture.title)
    painter = QPainter(made)
    painter.fillRect(QRectF(0, 0, picture.width, picture.height), QColor(LIGHT.surface))
    paint(painter, picture.marks, OnPaper(outlined=True), LIGHT)
    painter.end()
    buffer.close()
    return bytes(content.data())


def _pdf(picture: Picture) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI * _FINE)
    size = QSizeF(picture.width * _POINTS, picture.height * _POINTS)
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    page = QPageSize(size, QPageSize.Unit.Point, "", exact)
    upright = QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(page, upright, QMarginsF(0, 0, 0, 0)))
    writer.setTitle(picture.title)
    writer.setCreator("Scoring Workbench")
    painter = QPainter(writer)
    painter.scale(_FINE, _FINE)
    paint(painter, picture.marks, OnPaper(), LIGHT)
    painter.end()
    buffer.close()
    return bytes(content.data())
