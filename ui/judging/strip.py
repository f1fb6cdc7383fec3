"""The own marks of one indicator code on the scale from 0 to its maximum, one dot a service."""

from fractions import Fraction

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.judging.own_picture import OwnPicture, stacked
from ui.theme.fonts import CAPTION, HALF_BOLD, font
from ui.theme.scheme import color

_RADIUS = 3.2
_REACH = 7.0
_SIDE = 8
_DOTS = 50
_ARROW = 5.0
_TOP = 3
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Strip(QWidget):
    """Paints the set and the one mark in work; the words come from whoever owns it."""

    walked = Signal(int)
    """The place of the mark under the keyboard or the pointer, -1 for none."""
    chosen = Signal(int)
    given_back = Signal()
    """Esc: the keyboard is free again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: OwnPicture | None = None
        self._own_place = -1
        self._live: Fraction | None = None
        self._live_words = ""
        self._mean_words = ""
        self._centres: tuple[QPointF, ...] = ()
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # --- what is shown ---------------------------------------------------------------------

    def show_picture(self, picture: OwnPicture, own_place: int) -> None:
        """Show a set; ``own_place`` is where the mark of the service in work stands in it."""
        is_other = picture is not self._picture
        if not is_other and own_place == self._own_place:
            return
        self._picture, self._own_place = picture, own_place
        if self._at >= len(picture.marks):
            self._walk_to(-1)
        if is_other:
            self._place()
        self.update()

    def show_mean(self, words: str) -> None:
        """Write the mean above its line."""
        if words != self._mean_words:
            self._mean_words = words
            self.update()

    def show_live(self, share: Fraction | None, words: str) -> None:
        """Move the mark in work; nothing else is looked at again."""
        if (share, words) != (self._live, self._live_words):
            self._live, self._live_words = share, words
            self.update()

    @property
    def live(self) -> Fraction | None:
        """The share at which the mark in work stands."""
        return self._live

    @property
    def at(self) -> int:
        """The place of the mark under the keyboard or the pointer, -1 for none."""
        return self._at

    # --- places ----------------------------------------------------------------------------

    def spot_of(self, place: int) -> QPointF:
        """Return where the dot of a place stands."""
        return self._centres[place]

    def _row_height(self) -> float:
        return QFontMetricsF(font(CAPTION, HALF_BOLD)).height()

    def _axis(self) -> float:
        return _TOP + self._row_height() + 3 + _DOTS

    def _x(self, share: Fraction) -> float:
        width = max(1, self.width() - 2 * _SIDE)
        return _SIDE + share.numerator * width / share.denominator

    def _place(self) -> None:
        if self._picture is None:
            return
        places = [self._x(mark.share) for mark in self._picture.marks]
        rows = stacked(places, _REACH)
        highest = max(rows, default=0)
        # more than fit stand closer together: a column that still shows how many
        rise = min(_REACH, (_DOTS - 2 * _RADIUS - 3) / highest) if highest else _REACH
        base = self._axis() - _RADIUS - 3
        self._centres = tuple(
            QPointF(x, base - row * rise) for x, row in zip(places, rows, strict=True)
        )

    def sizeHint(self) -> QSize:
        return QSize(240, int(self._axis() + 3 + _ARROW + self._row_height() + 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    # --- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        picture = self._picture
        if picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axis(painter, picture)
        self._paint_mean(painter, picture)
        self._paint_dots(painter)
        self._paint_live(painter, picture)
        if self.hasFocus():
            painter.setPen(color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()

    def _paint_axis(self, painter: QPainter, picture: OwnPicture) -> None:
        y = self._axis() + 0.5
        painter.setPen(QPen(color("edge"), 1))
        painter.drawLine(QPointF(_SIDE, y), QPointF(self.width() - _SIDE, y))
        if picture.fence is not None:
            pen = QPen(color("edge"), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            low, high = self._x(picture.fence.low), self._x(picture.fence.high)
            painter.drawLine(QPointF(low, y), QPointF(high, y))

    def _paint_mean(self, painter: QPainter, picture: OwnPicture) -> None:
        if picture.mean is None:
            return
        x, top = self._x(picture.mean), _TOP + self._row_height() + 1
        pen = QPen(color("text3"), 1.2)
        pen.setDashPattern([2.5, 2])
        painter.setPen(pen)
        painter.drawLine(QPointF(x, top), QPointF(x, self._axis()))
        painter.setPen(color("text2"))
        painter.setFont(font(CAPTION, digits=True))
        painter.drawText(self._label(x, _TOP, self._mean_words), self._mean_words)

    def _label(self, x: float, top: float, words: str) -> QPointF:
        """Return where words centred on ``x`` begin, kept inside."""
        metrics = QFontMetricsF(font(CAPTION, HALF_BOLD, digits=True))
        width = metrics.horizontalAdvance(words)
        left = min(max(_SIDE - 2, x - width / 2), self.width() - width - _SIDE + 2)
        return QPointF(left, top + metrics.ascent())

    def _paint_dots(self, painter: QPainter) -> None:
        round_cap = Qt.PenCapStyle.RoundCap
        painter.setPen(QPen(color("bar"), 2 * _RADIUS, Qt.PenStyle.SolidLine, round_cap))
        painter.drawPoints(QPolygonF(self._centres))
        if 0 <= self._own_place < len(self._centres):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("accent"))
            painter.drawEllipse(self._centres[self._own_place], _RADIUS, _RADIUS)
        if 0 <= self._at < len(self._centres):
            painter.setPen(QPen(color("accent"), 1.6))
            painter.setBrush(color("surface"))
            painter.drawEllipse(self._centres[self._at], _RADIUS + 1.6, _RADIUS + 1.6)

    def _paint_live(self, painter: QPainter, picture: OwnPicture) -> None:
        top = self._axis() + 4
        taken = QRectF()
        metrics = QFontMetricsF(font(CAPTION, HALF_BOLD, digits=True))
        row = top + _ARROW + 1
        if self._live is not None:
            x = self._x(self._live)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("accent"))
            points = [(x, top), (x + _ARROW, top + _ARROW + 1), (x - _ARROW, top + _ARROW + 1)]
            painter.drawPolygon(QPolygonF([QPointF(*one) for one in points]))
            begin = self._label(x, row, self._live_words)
            painter.setPen(color("accent"))
            painter.setFont(font(CAPTION, HALF_BOLD, digits=True))
            painter.drawText(begin, self._live_words)
            width = metrics.horizontalAdvance(self._live_words)
            taken = QRectF(begin.x() - 8, row, width + 16, metrics.height())
        painter.setFont(font(CAPTION, digits=True))
        painter.setPen(color("text3"))
        ends = ((_SIDE - 2.0, picture.text(Fraction(0))), (0.0, picture.text(Fraction(1))))
        for left, words in ends:
            width = metrics.horizontalAdvance(words)
            begin = QPointF(left or self.width() - width - _SIDE + 2, row + metrics.ascent())
            place = QRectF(begin.x(), row, width, metrics.height())
            if not place.intersects(taken):
                painter.drawText(begin, words)

    # --- walking ---------------------------------------------------------------------------

    def _walk_to(self, place: int) -> None:
        if place != self._at:
            self._at = place
            self.walked.emit(place)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        last = len(self._centres) - 1
        if last >= 0 and key in _STEPS:
            begin = self._at if self._at >= 0 else self._own_place
            self._walk_to(min(max(begin + _STEPS[key], 0), last))
        elif last >= 0 and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._walk_to(0 if key is Qt.Key.Key_Home else last)
        elif self._at >= 0 and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self._at)
        elif key is Qt.Key.Key_Escape:
            self.given_back.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._walk_to(-1)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def _dot_near(self, point: QPointF) -> int:
        near = [
            ((point - centre).manhattanLength(), number)
            for number, centre in enumerate(self._centres)
        ]
        distance, number = min(near, default=(_REACH + 1, -1))
        return number if distance <= _REACH else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._walk_to(self._dot_near(event.position()))
        is_over = self._at >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._dot_near(event.position())
        if place >= 0:
            self.chosen.emit(place)

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self._walk_to(-1)
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.accessibleDescription(), self)
            return True
        return super().event(event)
