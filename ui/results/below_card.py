"""The services below the cut: by how much, the nearest first."""

from decimal import Decimal
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.language import Speaking
from ui.results.figures import below_the_cut
from ui.results.wording import below_title
from ui.scoring.numbers import signed_text
from ui.theme.fonts import BODY, CAPTION, CARD_TITLE, DENSE, HALF_BOLD, font
from ui.theme.parts import Card, Hairline, Words
from ui.theme.runs import Run, RunLine
from ui.theme.scheme import color
from workbench.exact import plain, printed
from workbench.results.outcome import Outcome, ServiceOutcome

_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_ROW: Final = 33
_DIFFERENCE: Final = 70
_TOTAL: Final = 64


class BelowModel(QAbstractListModel):
    """Services below the cut with their distance from it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ServiceOutcome, ...] = ()
        self._cut = Decimal(0)
        self._places = 2

    def show_outcome(self, outcome: Outcome) -> None:
        """Show another result."""
        self.beginResetModel()
        self._rows = below_the_cut(outcome)
        self._cut = outcome.definition.rules.cut
        self._places = outcome.definition.rules.score_places
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def words(self, row: int) -> tuple[str, str, str]:
        """Return name, total and distance of a row."""
        service = self._rows[row]
        total = service.total or Decimal(0)
        return (
            service.service.name,
            printed(total, self._places),
            signed_text(total - self._cut, self._places),
        )

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        name, total, difference = self.words(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{self._rows[index.row()].service.number} {name}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{name}, {total}, {difference}"
        return None


class BelowDelegate(QStyledItemDelegate):
    """Paints name, total and distance over a hairline."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        if not isinstance(model, BelowModel):
            return
        name, total, difference = model.words(index.row())
        box = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(box, color("select"))
        if index.row():
            painter.fillRect(QRectF(box.left(), box.top(), box.width(), 1), color("line"))
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        right = middle | int(Qt.AlignmentFlag.AlignRight)
        painter.setFont(font(BODY, HALF_BOLD, digits=True))
        painter.setPen(color("danger"))
        painter.drawText(box, right, difference)
        painter.setPen(color("text"))
        painter.drawText(box.adjusted(0, 0, -_DIFFERENCE, 0), right, total)
        voice = font(BODY)
        room = box.width() - _DIFFERENCE - _TOTAL
        elided = QFontMetricsF(voice).elidedText(name, Qt.TextElideMode.ElideRight, room)
        painter.setFont(voice)
        painter.drawText(box, middle, elided)
        painter.restore()


class BelowList(QListView):
    """As high as its rows where there is room, else it scrolls."""

    def sizeHint(self) -> QSize:
        model = self.model()
        return QSize(200, _ROW * (model.rowCount() if model is not None else 0) + 2)


class BelowCard(Speaking):
    """Title with the count, column captions, the list; or that there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome: Outcome | None = None
        self._is_whole = False
        self._title = RunLine()
        self._captions = RunLine(Qt.AlignmentFlag.AlignRight)
        self._model = BelowModel(self)
        self._list = BelowList()
        self._list.setModel(self._model)
        self._list.setItemDelegate(BelowDelegate(self._list))
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._none = Words(DENSE, role="text2")
        self._card = card = Card()
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._captions)
        card.column.addLayout(head)
        card.column.addWidget(Hairline())
        card.column.setSpacing(6)
        card.column.addWidget(self._none)
        card.column.addWidget(self._list)
        card.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show another result."""
        self._outcome = outcome
        self._model.show_outcome(outcome)
        self._list.setMaximumHeight(self._list.sizeHint().height())
        self._list.updateGeometry()
        self._bound()
        self.retranslate()

    def needed_height(self) -> int:
        """Return the height at which no row has to be scrolled to."""
        return self._card.needed_height()

    def show_all(self, *, is_whole: bool) -> None:
        """Show every row, or scroll among them where room is short."""
        self._is_whole = is_whole
        self._bound()

    def _bound(self) -> None:
        rows = self._model.rowCount()
        self._list.setMinimumHeight((rows if self._is_whole else min(rows, 3)) * _ROW)

    def retranslate(self) -> None:
        if self._outcome is None:
            return
        count = len(self._outcome.below)
        title = below_title(plain(self._outcome.definition.rules.cut))
        self._title.say(
            Run(title, CARD_TITLE, HALF_BOLD),
            Run(str(count), CARD_TITLE, HALF_BOLD, "danger" if count else "text3", before=8),
        )
        self._captions.say(Run(self.tr("Difference") if count else "", CAPTION, role="text3"))
        self._list.setAccessibleName(title)
        self._none.setText(self.tr("No counted service is below the cut."))
        self._none.setVisible(not count)
        self._list.setVisible(bool(count))
