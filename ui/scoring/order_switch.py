"""The switch between the orders of work: one box of three segments."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.language import Speaking
from ui.scoring.orders import Order
from ui.theme.fonts import BODY, HALF_BOLD, REGULAR, font
from ui.theme.scheme import color

_HEIGHT = 32
_INSET = 3
_PADDING = 14


class OrderSwitch(Speaking):
    """Left and Right choose while it has the keyboard."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: dict[Order, str] = {}
        self._order = Order.SERVICE
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def retranslate(self) -> None:
        self._words = {
            Order.SERVICE: self.tr("By service"),
            Order.INDICATOR: self.tr("By indicator"),
            Order.GRID: self.tr("Grid"),
        }
        self.setAccessibleName(self.tr("Order of work"))
        self.setToolTip(self.tr("Ctrl+T by service or by indicator, Ctrl+G the grid"))
        self._name()
        self.updateGeometry()
        self.update()

    def _name(self) -> None:
        self.setAccessibleDescription(self._words[self._order])

    @Slot(object)
    def show_order(self, order: Order) -> None:
        """Mark the order that holds."""
        self._order = order
        self._name()
        self.update()

    def _widths(self) -> dict[Order, float]:
        metrics = self.fontMetrics()
        bold = font(BODY, HALF_BOLD)
        metrics = type(metrics)(bold)
        return {
            order: metrics.horizontalAdvance(word) + 2 * _PADDING
            for order, word in self._words.items()
        }

    def _boxes(self) -> dict[Order, QRectF]:
        boxes, left = {}, float(_INSET)
        for order, width in self._widths().items():
            boxes[order] = QRectF(left, _INSET, width, _HEIGHT - 2 * _INSET)
            left += width
        return boxes

    def sizeHint(self) -> QSize:
        return QSize(int(sum(self._widths().values())) + 2 * _INSET, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() else 0
        painter.setPen(QPen(color("accent"), width) if width else Qt.PenStyle.NoPen)
        painter.setBrush(color("sunken"))
        inset = width / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, 8, 8)
        for order, box in self._boxes().items():
            is_chosen = order is self._order
            if is_chosen:
                painter.setPen(QPen(color("line"), 1))
                painter.setBrush(color("surface"))
                painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            painter.setFont(font(BODY, HALF_BOLD if is_chosen else REGULAR))
            painter.setPen(color("text" if is_chosen else "text2"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._words[order])
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for order, box in self._boxes().items():
            if box.contains(event.position()):
                self.chosen.emit(order)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        orders = list(self._words)
        place = orders.index(self._order) + step
        if 0 <= place < len(orders):
            self.chosen.emit(orders[place])
