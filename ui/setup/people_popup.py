"""A list of evaluators with boxes to tick: arrows, Space, Enter takes, Esc leaves."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.setup.floating import ROW, Floating, FloatingRows
from ui.theme.fonts import BODY, CAPTION, HALF_BOLD, font
from ui.theme.parts import KeyHint, Words
from ui.theme.scheme import color

_Index = QModelIndex | QPersistentModelIndex
_WIDTH: Final = 340
_BOX: Final = 14
_CODE: Final = Qt.ItemDataRole.UserRole


class Person(NamedTuple):
    """Somebody in the list; ``held`` is checked, unchecked or partly."""

    code: str
    words: str
    held: Qt.CheckState


class _BoxPainter(QStyledItemDelegate):
    """Boxes from tokens: those of the style cannot be told apart in the dark."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(row, color("select"))
            painter.fillRect(QRectF(row.left(), row.top(), 3, row.height()), color("accent"))
        state = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
        box = QRectF(row.left() + 10.5, row.center().y() - 7, _BOX, _BOX)
        is_empty = state == Qt.CheckState.Unchecked
        painter.setPen(QPen(color("edge" if is_empty else "accent"), 1))
        painter.setBrush(color("surface" if is_empty else "accent"))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QPen(color("on_accent"), 1.8))
        left, top = box.left(), box.top()
        if state == Qt.CheckState.Checked:
            painter.drawLine(QPointF(left + 3, top + 7), QPointF(left + 6, top + 10))
            painter.drawLine(QPointF(left + 6, top + 10), QPointF(left + 11, top + 4))
        elif not is_empty:
            painter.drawLine(QPointF(left + 3.5, top + 7), QPointF(left + 10.5, top + 7))
        painter.setPen(color("text"))
        painter.setFont(font(BODY, digits=True))
        words = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, int(row.width()) - 40
        )
        painter.drawText(row.adjusted(34, 0, -6, 0), Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


class _Boxes(FloatingRows):
    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_BoxPainter(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentItem() is not None:
            _turn(self.currentItem())
            return
        super().keyPressEvent(event)


class PeoplePopup(Floating):
    """Says how everybody was ticked."""

    taken = Signal(object)
    """The state of every code, as a mapping."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page, _Boxes())
        self._title = Words(CAPTION, HALF_BOLD)
        self._keys = {key: KeyHint(key) for key in ("Space", "Enter", "Esc")}
        self.list.entered.connect(self._take)
        self.column.addWidget(self._title)
        self.column.addWidget(self.list)
        row = QHBoxLayout()
        row.setSpacing(10)
        for hint in self._keys.values():
            row.addWidget(hint)
        row.addStretch(1)
        self.column.addLayout(row)
        self.retranslate()

    def retranslate(self) -> None:
        for key, word in {
            "Space": self.tr("tick"),
            "Enter": self.tr("take"),
            "Esc": self.tr("leave"),
        }.items():
            self._keys[key].say(word)

    def open_at(self, spot: QPoint, title: str, people: Sequence[Person]) -> None:
        """Show ``people`` below ``spot`` of the page and take the keyboard."""
        self._title.setText(title)
        self.list.clear()
        self.list.setAccessibleName(title)
        for person in people:
            item = QListWidgetItem(person.words)
            item.setData(_CODE, person.code)
            item.setSizeHint(QSize(0, ROW))
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
            )
            item.setCheckState(person.held)
            self.list.addItem(item)
        held = [at for at, person in enumerate(people) if person.held == Qt.CheckState.Checked]
        self.list.setCurrentRow(held[0] if held else 0)
        self.open_below(spot, _WIDTH)

    @Slot()
    def _take(self) -> None:
        items = [self.list.item(row) for row in range(self.list.count())]
        states: Mapping[str, Qt.CheckState] = {
            item.data(_CODE): item.checkState() for item in items
        }
        self.close_floating()
        self.taken.emit(states)


def _turn(item: QListWidgetItem) -> None:
    is_on = item.checkState() == Qt.CheckState.Checked
    item.setCheckState(Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked)
