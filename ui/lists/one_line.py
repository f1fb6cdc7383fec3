"""One painted line of text in one voice, elided to its box."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from ui.theme.fonts import font
from ui.theme.scheme import color


def write_line(
    painter: QPainter,
    box: QRectF,
    text: str,
    voice: tuple[float, int],
    role: str,
    *,
    at_end: bool = False,
) -> float:
    """Write ``text`` in size and weight of ``voice``; return how wide it is."""
    spoken = font(*voice, digits=True)
    metrics = QFontMetricsF(spoken)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(spoken)
    painter.setPen(color(role))
    side = Qt.AlignmentFlag.AlignRight if at_end else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | side, shown)
    return metrics.horizontalAdvance(shown)
