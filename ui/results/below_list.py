"""The rows of the services below the cut: name, total, distance, and how firm it is."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.lists.grounds import paint_plain_chosen
from ui.lists.quiet_list import QuietList, point_at_rows
from ui.lists.rows_model import Index
from ui.results.services_model import ServicesModel
from ui.results.wording import FIRMNESS_ROLES, firmness_word
from ui.scoring.numbers import signed_text
from ui.theme.fonts import BODY, HALF_BOLD, font
from ui.theme.parts import paint_end_tag, tag_width
from ui.theme.scheme import color
from workbench.definition.terms import Uid
from workbench.exact import printed
from workbench.results.figures import below_the_cut
from workbench.results.outcome import Outcome
from workbench.results.robustness import Firmness

ROW_LEAST: Final = 24
ROW_MOST: Final = 33
SIDE: Final = 6
"""The tint of a row stands so far out of its text."""
DIFFERENCE: Final = 60
_TOTAL: Final = 52


def chip_room() -> int:
    """Return the room that the widest word of firmness takes, kept from the beginning."""
    return int(max(tag_width(firmness_word(one)) for one in Firmness)) + 8


class BelowModel(ServicesModel):
    """Services below the cut with their distance from it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cut = Decimal(0)
        self._places = 2
        self._firmness: Mapping[int, Firmness] = {}

    def show_outcome(self, outcome: Outcome) -> None:
        """Show another result; how firm it is comes later."""
        self._cut = outcome.definition.rules.cut
        self._places = outcome.definition.rules.score_places
        self._firmness = {}
        self.show_rows(below_the_cut(outcome))

    def show_firmness(self, found: Mapping[int, Firmness]) -> None:
        """Show how firm each verdict is, by the number of its service."""
        self._firmness = found
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def firmness(self, row: int) -> Firmness | None:
        """Return how firm the verdict of a row is, None until that is known."""
        return self._firmness.get(self._rows[row].service.number)

    def words(self, row: int) -> tuple[str, str, str]:
        """Return name, total and distance of a row."""
        service = self._rows[row]
        total = service.total or Decimal(0)
        return (
            service.service.name,
            printed(total, self._places),
            signed_text(total - self._cut, self._places),
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        name, total, difference = self.words(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{self._rows[index.row()].service.number} {name}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            firmness = self.firmness(index.row())
            said = "" if firmness is None else firmness_word(firmness)
            return ", ".join(filter(None, (name, total, difference, said)))
        return None


class BelowDelegate(QStyledItemDelegate):
    """Paints name, total, distance and firmness over a hairline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row_height = ROW_MOST
        self._chip_room = 0

    def keep_room_for_chips(self) -> None:
        """Measure the words of firmness anew."""
        self._chip_room = chip_room()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, BelowModel):
            return
        box = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_plain_chosen(painter, box, has_keys=True)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, color("hover"))
        if index.row():
            line = QRectF(box.left() + SIDE, box.top(), box.width() - 2 * SIDE, 1)
            painter.fillRect(line, color("line"))
        firmness = model.firmness(index.row())
        if firmness is not None:
            place = box.adjusted(0, 0, -SIDE, 0)
            paint_end_tag(painter, firmness_word(firmness), FIRMNESS_ROLES[firmness], place)
        self._write(painter, model, index.row(), box.adjusted(SIDE, 0, -SIDE - self._chip_room, 0))
        painter.restore()

    def _write(self, painter: QPainter, model: BelowModel, row: int, box: QRectF) -> None:
        name, total, difference = model.words(row)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        right = middle | int(Qt.AlignmentFlag.AlignRight)
        painter.setFont(font(BODY, HALF_BOLD, digits=True))
        painter.setPen(color("danger"))
        painter.drawText(box, right, difference)
        painter.setPen(color("text"))
        painter.drawText(box.adjusted(0, 0, -DIFFERENCE, 0), right, total)
        voice = font(BODY)
        room = box.width() - DIFFERENCE - _TOTAL
        elided = QFontMetricsF(voice).elidedText(name, Qt.TextElideMode.ElideRight, room)
        painter.setFont(voice)
        painter.drawText(box, middle, elided)


class BelowList(QuietList):
    """Whole rows, between 24 and 33 high; what finds no room is scrolled to."""

    opened = Signal(object)
    """The uid of a service whose marks are asked for."""

    def __init__(self, model: BelowModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._delegate = BelowDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        point_at_rows(self)
        self.clicked.connect(self._open)

    def fit(self, room: int) -> None:
        """Take whole rows of ``room``."""
        count = self._rows.rowCount()
        shown = min(count, max(room // ROW_LEAST, 1))
        height = min(ROW_MOST, max(ROW_LEAST, room // max(shown, 1)))
        if height != self._delegate.row_height:
            self._delegate.row_height = height
            self.scheduleDelayedItemsLayout()
        self.setMinimumHeight(min(count, 3) * ROW_LEAST)
        self.setMaximumHeight(shown * height)

    def sizeHint(self) -> QSize:
        return QSize(200, self._rows.rowCount() * ROW_MOST)

    def retranslate(self) -> None:
        """Keep as much room as the words of firmness need in the present language."""
        self._delegate.keep_room_for_chips()
        self.scheduleDelayedItemsLayout()

    def choose(self, service: Uid | None) -> None:
        """Choose the row of a service; the first one where it has none."""
        if self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(max(self._rows.row_of(service), 0)))

    def chosen(self) -> Uid | None:
        """Return the service of the current row."""
        index = self.currentIndex()
        return self._rows.row(index.row()).service.uid if index.isValid() else None

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._rows.row(index.row()).service.uid)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)
