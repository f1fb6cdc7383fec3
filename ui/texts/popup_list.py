"""A small list that opens at a field and gives the keyboard back to it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QVBoxLayout,
    QWidget,
)

from ui.language import Speaking
from ui.texts.filter_field import FilterField
from ui.texts.popup_rows import ROW_HEIGHT, PopupDelegate, PopupModel, PopupRow
from ui.theme.fonts import DENSE
from ui.theme.parts import Words
from ui.theme.scheme import color

WIDTH: Final = 440
ROWS: Final = 8
_EDGE: Final = 8
_STEPS: Final = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -ROWS,
    Qt.Key.Key_PageDown: ROWS,
}


class PopupList(Speaking):
    """Type to filter, arrows to choose, Enter to pick, Escape to go back as if nothing was.

    It is a part of the window and no window of its own: input methods compose in it as in any
    other field. It lives until it is closed.
    """

    picked = Signal(object)
    """The key of the row, once the field has the keyboard again."""
    abandoned = Signal()
    """The keyboard went neither back to the field nor into the list."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field.window())
        self._field = field
        self._is_over = False
        self.filter = FilterField()
        self.model = PopupModel()
        self._view = QListView()
        self.none = Words(DENSE, role="text2")
        self._lay_out()
        self.filter.installEventFilter(self)
        self.filter.wanted.connect(self.narrow)
        self._view.clicked.connect(self._pick)
        self.window().installEventFilter(self)
        field.destroyed.connect(self._end)
        self.hide()

    def _lay_out(self) -> None:
        view = self._view
        view.setModel(self.model)
        view.setItemDelegate(PopupDelegate(view))
        view.setFrameShape(QListView.Shape.NoFrame)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setUniformItemSizes(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.viewport().setAutoFillBackground(False)
        view.setFixedHeight(ROWS * ROW_HEIGHT)
        self.none.setContentsMargins(12, 6, 12, 6)
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.none.setFixedHeight(ROWS * ROW_HEIGHT)
        self.none.hide()
        head = QVBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.addWidget(self.filter)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 8, 1, 8)
        self.column.setSpacing(6)
        self.column.addLayout(head)
        self.column.addWidget(view)
        self.column.addWidget(self.none)

    # --- what is shown ---------------------------------------------------------------------

    @Slot(str)
    def narrow(self, wanted: str) -> None:
        """Show what fits ``wanted``; each list says how."""

    def show_rows(self, rows: Sequence[PopupRow], chosen: object = None) -> None:
        """Show other rows, with the one of ``chosen``, or the first, ready to be picked."""
        self.model.show_rows(rows)
        self._view.setVisible(bool(rows))
        self.none.setVisible(not rows)
        self._choose(max(self.model.row_of(chosen), 0))

    def chosen(self) -> PopupRow | None:
        """Return the row that Enter would pick."""
        index = self._view.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def _choose(self, place: int) -> None:
        place = min(max(place, 0), self.model.rowCount() - 1)
        if place >= 0:
            self._view.setCurrentIndex(self.model.index(place))

    def open_at(self, anchor: QWidget, spot: QRect | None = None) -> None:
        """Open below ``spot`` of ``anchor``, or above it where there is more room."""
        host = self.window()
        around = spot if spot is not None else anchor.rect()
        corner = anchor.mapTo(host, around.topLeft())
        self.narrow("")
        self.resize(min(WIDTH, host.width() - 2 * _EDGE), self.sizeHint().height())
        below = corner.y() + around.height() + 4
        above = corner.y() - self.height() - 4
        top = below if below + self.height() <= host.height() - _EDGE else max(above, _EDGE)
        left = min(max(corner.x(), _EDGE), host.width() - self.width() - _EDGE)
        self.move(QPoint(left, top))
        self.show()
        self.raise_()
        self.filter.setFocus(Qt.FocusReason.PopupFocusReason)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    # --- closing ---------------------------------------------------------------------------

    @Slot()
    def go_back(self) -> None:
        """Close and give the keyboard back to the field."""
        if not self._is_over:
            self._end()
            self._field.setFocus(Qt.FocusReason.PopupFocusReason)
            self.hide()

    @Slot()
    def _end(self) -> None:
        if self._is_over:
            return
        self._is_over = True
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.disconnect(self._on_focus_changed)
        self.deleteLater()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._is_over or now is None or now is self or self.isAncestorOf(now):
            return
        self._end()
        self.hide()
        if now is not self._field:
            self.abandoned.emit()

    @Slot()
    def _pick(self) -> None:
        row = self.chosen()
        if row is not None:
            self.go_back()
            self.picked.emit(row.key)

    # --- Qt --------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.filter:
            is_key = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
            return is_key and isinstance(event, QKeyEvent) and self.take_key(event)
        if event.type() is QEvent.Type.Resize:
            self.go_back()
        return False

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key in the filter says about the list; say whether it did."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._choose(self._view.currentIndex().row() + _STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick()
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
            return
        event.accept()  # no key of the list is one of the page below

    def focusNextPrevChild(self, forward: bool) -> bool:
        parts = [
            part
            for part in self.findChildren(QWidget)
            if part.isVisible()
            and part.isEnabled()
            and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        here = next((place for place, part in enumerate(parts) if part.hasFocus()), 0)
        parts[(here + (1 if forward else -1)) % len(parts)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(color("edge"))
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()
