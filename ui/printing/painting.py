"""Pages of marks painted as a PDF in the shipped type, which every reader has then."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from ui.handing_over.paper import UNITS, Fill, Ink, Mark, Rule, origin
from ui.theme.tokens import LIGHT

_POINTS_PER_INCH = 72


def painted(pages: Sequence[Sequence[Mark]], title: str) -> bytes:
    """Return ``pages`` as a PDF file named ``title`` in its properties."""
    image = QByteArray()
    buffer = QBuffer(image)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_POINTS_PER_INCH * UNITS)
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        QMarginsF(0, 0, 0, 0),
    )
    writer.setPageLayout(layout)
    writer.setTitle(title)
    writer.setCreator("Scoring Workbench")
    painter = QPainter(writer)
    for number, page in enumerate(pages):
        if number:
            writer.newPage()
        for mark in page:
            _paint(painter, mark)
    painter.end()
    buffer.close()
    return bytes(image.data())


def _paint(painter: QPainter, mark: Mark) -> None:
    if isinstance(mark, Ink):
        painter.setFont(mark.voice.font())
        painter.setPen(_color(mark.voice.role))
        painter.drawText(origin(mark), mark.text)
    elif isinstance(mark, Rule):
        painter.setPen(QPen(_color(mark.role), mark.width * UNITS))
        y = mark.y * UNITS
        painter.drawLine(QPointF(mark.left * UNITS, y), QPointF(mark.right * UNITS, y))
    elif isinstance(mark, Fill):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_color(mark.role))
        box = mark.box
        scaled = QRectF(box.x() * UNITS, box.y() * UNITS, box.width() * UNITS, box.height() * UNITS)
        painter.drawRoundedRect(scaled, mark.radius * UNITS, mark.radius * UNITS)


def _color(role: str) -> QColor:
    """Paper is light, whatever the window is."""
    return QColor(getattr(LIGHT, role))
