"""A painted row of places, of which one can be chosen by arrows or mouse, and opened."""

from abc import abstractmethod
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui.language import Speaking
from ui.theme.scheme import color

_OPENING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PickingView(Speaking):
    """Arrows go from place to place, Enter or a click opens one; empty places are passed over."""

    opened = Signal(int)
    """The number of a place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    @abstractmethod
    def places(self) -> tuple[int, ...]:
        """Return the numbers of the places that can be opened, from left to right."""

    @abstractmethod
    def box_of(self, place: int) -> QRectF:
        """Return where a place stands."""

    @abstractmethod
    def words_of(self, place: int) -> str:
        """Return what a place says."""

    def current(self) -> int | None:
        """Return the chosen place, None where there is none."""
        places = self.places()
        if not places:
            return None
        return self._current if self._current in places else places[0]

    def choose(self, place: int) -> None:
        """Choose a place; its words go to those who cannot see it."""
        self._current = place
        self.setAccessibleDescription(self.words_of(place) if place in self.places() else "")
        self.update()

    def paint_chosen(self, painter: QPainter) -> None:
        """Paint the ring around the chosen place while the keyboard is here."""
        place = self.current()
        if place is None or not self.hasFocus():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.box_of(place).adjusted(1, 1, -1, -1), 4, 4)

    def place_at(self, point: QPointF) -> int | None:
        """Return the place under ``point`` that can be opened."""
        found = (place for place in self.places() if self.box_of(place).contains(point))
        return next(found, None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        place = self.current()
        if place is not None:
            self.choose(place)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        places, current = self.places(), self.current()
        key = Qt.Key(event.key())
        if current is None:
            super().keyPressEvent(event)
        elif key in _OPENING and not event.isAutoRepeat():
            self.opened.emit(current)
        elif key is Qt.Key.Key_Home:
            self.choose(places[0])
        elif key is Qt.Key.Key_End:
            self.choose(places[-1])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            at = places.index(current) + (1 if key is Qt.Key.Key_Right else -1)
            self.choose(places[min(max(at, 0), len(places) - 1)])
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        shape = Qt.CursorShape.ArrowCursor if place is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)
        self.setToolTip("" if place is None else self.words_of(place))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and place is not None:
            self.choose(place)
            self.opened.emit(place)
