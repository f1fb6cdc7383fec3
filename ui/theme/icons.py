"""Own SVG icons, coloured from the tokens at the moment they are painted."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from ui.shipped import shipped
from ui.theme.scheme import tokens

_CLOSED_TURN: Final = -90


@lru_cache(maxsize=256)
def _renderer(name: str, ink: str) -> QSvgRenderer:
    drawing = shipped("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", ink).encode()))


def paint_icon(painter: QPainter, name: str, box: QRectF, role: str) -> None:
    """Paint the icon ``name`` into ``box`` in the colour of the token ``role``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, getattr(tokens(), role)).render(painter, box)
    painter.restore()


def paint_chevron(painter: QPainter, box: QRectF, *, is_open: bool) -> None:
    """Paint whether what stands below a row is shown: pointing down, or to it."""
    painter.save()
    painter.translate(box.center())
    painter.rotate(0 if is_open else _CLOSED_TURN)
    paint_icon(painter, "chevron", box.translated(-box.center()), "text3")
    painter.restore()


class _TokenEngine(QIconEngine):
    """Paints an icon in its token's colour; a disabled one in that of captions."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        role = "text3" if mode is QIcon.Mode.Disabled else self._role
        paint_icon(painter, self._name, QRectF(rect), role)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        image = QPixmap(size)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return image

    def clone(self) -> QIconEngine:
        return _TokenEngine(self._name, self._role)


def icon(name: str, role: str = "text") -> QIcon:
    """Return the icon ``name``, which follows the scheme by itself."""
    return QIcon(_TokenEngine(name, role))


class IconMark(QWidget):
    """One icon as a widget beside its word."""

    def __init__(
        self, name: str, role: str = "text2", side: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._role = role
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, self._name, QRectF(self.rect()), self._role)
        painter.end()
