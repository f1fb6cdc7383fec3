"""The score sheet as a PDF: painted onto A4 in the shipped type, which every reader has then."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from ui.handing_over import score_sheet_wording as words
from ui.handing_over.paper import (
    BOTTOM,
    LEFT,
    RIGHT,
    UNITS,
    Fill,
    Ink,
    Mark,
    Rule,
    Voice,
    ending_at,
    origin,
)
from ui.handing_over.score_sheet import ScoreSheet
from ui.handing_over.score_sheet_pages import lay_out
from ui.theme.fonts import bring_fonts
from ui.theme.tokens import LIGHT

_POINTS_PER_INCH = 72
_FOOT = Voice(8, role="text2")
_RUNNING = Voice(8, role="text3")
_REHEARSAL = Voice(8, 600, "warning")


def score_sheet_pdf(sheet: ScoreSheet) -> tuple[bytes, int]:
    """Return ``sheet`` as a PDF file, and how many pages it has."""
    bring_fonts()
    pages = lay_out(sheet).pages
    image = QByteArray()
    buffer = QBuffer(image)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, sheet)
    painter = QPainter(writer)
    for number, page in enumerate(pages, start=1):
        if number > 1:
            writer.newPage()
        for mark in (*page, *_around(sheet, number, len(pages))):
            _paint(painter, mark)
    painter.end()
    buffer.close()
    return bytes(image.data()), len(pages)


def _writer(buffer: QBuffer, sheet: ScoreSheet) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(_POINTS_PER_INCH * UNITS)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
        )
    )
    writer.setTitle(f"{words.TITLE} {sheet.evaluator} {sheet.receipt}")
    writer.setCreator("Scoring Workbench")
    return writer


def _around(sheet: ScoreSheet, number: int, pages: int) -> tuple[Mark, ...]:
    """Return what stands on every page: the round above, code, name, day and page below."""
    foot = BOTTOM + 20
    page = words.page_words(number, pages)
    marks: list[Mark] = [
        Rule(LEFT, RIGHT, foot, 0.5, "edge"),
        Ink(LEFT, foot + 14, words.footer(sheet.receipt, sheet.evaluator, sheet.day), _FOOT),
        Ink(RIGHT - _FOOT.width(page), foot + 14, page, _FOOT),
    ]
    if number > 1:
        marks.append(Ink(LEFT, 32, sheet.title, _RUNNING))
    if sheet.is_rehearsal:
        marks.append(ending_at(RIGHT, words.REHEARSAL, _REHEARSAL, 58))
    return tuple(marks)


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
