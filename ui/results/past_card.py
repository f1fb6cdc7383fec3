"""The card with the history of the chosen number, newest first."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.language import Speaking
from ui.lists.grounds import paint_plain_chosen
from ui.lists.one_line import write_line
from ui.lists.quiet_list import QuietList
from ui.lists.rows_model import Index, RowsModel
from ui.results.mark_rows import Asked
from ui.results.past_rows import PastRow
from ui.theme.fonts import BODY, CAPTION, CARD_TITLE, DENSE, HALF_BOLD, REGULAR
from ui.theme.parts import Card, Hairline, Words, paint_end_tag
from ui.theme.runs import Run, RunLine
from ui.theme.scheme import color

_LINE: Final = 18
_PADDING: Final = 6
_SIDE: Final = 8
_CAPTION: Final = 76
_ARROW: Final = "→"


class PastModel(RowsModel[PastRow]):
    """Entries, newest first."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.caption} {row.before} {_ARROW} {row.after}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken()
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (row.after, row.origin, row.note)))
        return None


class PastDelegate(QStyledItemDelegate):
    """Paints what changed; who and when; the file; the reason, where there is one."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        if not isinstance(model, PastModel):
            return QSize(200, _LINE)
        lines = 4 if model.row(index.row()).note else 3
        return QSize(200, lines * _LINE + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, PastModel):
            return
        row, box = model.row(index.row()), QRectF(option.rect)
        painter.save()
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), color("line"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_plain_chosen(painter, box.adjusted(0, 0, 0, -1), has_keys=True)
        inside = box.adjusted(_SIDE, _PADDING, -_SIDE, 0)
        first = QRectF(inside.left(), inside.top(), inside.width(), _LINE)
        self._paint_change(painter, row, first)
        for number, text in enumerate((f"{row.who} · {row.when}", row.origin, row.note), 1):
            line = first.translated(0, number * _LINE).adjusted(_CAPTION, 0, 0, 0)
            role = "text2" if number != 2 else "text3"
            write_line(painter, line, text, (CAPTION, REGULAR), role)
        painter.restore()

    def _paint_change(self, painter: QPainter, row: PastRow, line: QRectF) -> None:
        end = line.right()
        if row.tag:
            end -= paint_end_tag(painter, row.tag, row.role, line.translated(0, 1)) + 8
        caption = QRectF(line.left(), line.top(), _CAPTION - 8, line.height())
        write_line(painter, caption, row.caption, (CAPTION, REGULAR), "text2")
        rest = QRectF(line.left() + _CAPTION, line.top(), 0, line.height())
        rest.setRight(end)
        before = QRectF(rest.left(), rest.top(), rest.width() * 2 / 5, rest.height())
        x = rest.left() + write_line(painter, before, _flat(row.before), (BODY, REGULAR), "text3")
        arrow = QRectF(x + 6, rest.top(), 20, rest.height())
        x += 12 + write_line(painter, arrow, _ARROW, (DENSE, REGULAR), "text3")
        after = QRectF(x, rest.top(), max(0.0, rest.right() - x), rest.height())
        write_line(painter, after, _flat(row.after), (BODY, HALF_BOLD), "text")


def _flat(text: str) -> str:
    return " ".join(text.split())


class PastList(QuietList):
    """The entries; arrows go from one to the next."""

    def __init__(self, model: PastModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(PastDelegate(self))


class PastCard(Speaking):
    """Of which number, and its entries; or how to ask for them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: Asked | None = None
        self._title, self._place = RunLine(), RunLine(Qt.AlignmentFlag.AlignRight)
        self.model = PastModel(self)
        self.list = PastList(self.model)
        self._hint = Words(DENSE, role="text2")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._card = card = Card()
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._place, 1)
        card.column.addLayout(head)
        card.column.setSpacing(4)
        for part in (Hairline(), self._hint, self.list):
            card.column.addWidget(part)
        card.column.setStretchFactor(self.list, 1)
        card.column.setStretchFactor(self._hint, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self.forget()

    def forget(self) -> None:
        """Show no history, but how one is asked for."""
        self._asked = None
        self.model.show_rows(())
        self.retranslate()

    def show_past(self, asked: Asked, rows: Sequence[PastRow]) -> None:
        """Show the history of what was asked for."""
        self._asked = asked
        self.model.show_rows(rows)
        if rows:
            self.list.setCurrentIndex(self.model.index(0))
        self.retranslate()

    def retranslate(self) -> None:
        title = self.tr("History of the number")
        self._title.say(Run(title, CARD_TITLE, HALF_BOLD))
        place = self._asked.title if self._asked is not None else ""
        self._place.say(Run(place, CAPTION, role="text2"))
        self.list.setAccessibleName(f"{title}, {place}" if place else title)
        if self._asked is None:
            hint = self.tr("Choose a mark at the right, then press Enter or click it.")
        else:
            hint = self.tr("Nothing was ever stored here.")
        self._hint.setText(hint)
        self._hint.setVisible(not self.model.rowCount())
        self.list.setVisible(bool(self.model.rowCount()))
