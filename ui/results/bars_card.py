"""Every total at a glance: one stacked bar a service, the cut line behind the bars."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.charts.bars import Columns, RowWords, columns, row_marks
from ui.charts.lettering import OnScreen
from ui.charts.marks import paint
from ui.lists.quiet_list import QuietList, point_at_rows
from ui.lists.rows_model import Index
from ui.results.services_model import ServicesModel
from ui.results.wording import GLYPHS, adjusted_text, verdict_word
from ui.theme.scheme import color, tokens
from workbench.definition.terms import Uid
from workbench.exact import printed
from workbench.results.outcome import ServiceOutcome, Verdict

ROW_LEAST: Final = 18
ROW_MOST: Final = 22


def row_words(service: ServiceOutcome, places: int) -> RowWords:
    """Return what is written in the row of a service."""
    if service.total is None:
        return RowWords(verdict_word(service.verdict), "", GLYPHS[service.verdict])
    adjusted = adjusted_text(service.adjusted, places) if service.adjusted else ""
    return RowWords(printed(service.total, places), adjusted, None)


class BarsModel(ServicesModel):
    """Services in the chosen order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = 2
        self.cut = Decimal(0)
        self.most = Decimal(100)
        self.has_adjusted = False

    def show_services(
        self, rows: Sequence[ServiceOutcome], cut: Decimal, most: Decimal, places: int
    ) -> None:
        """Show other services; a whole bar is ``most`` points long."""
        self.cut, self.most, self._places = cut, most, places
        self.has_adjusted = any(row.adjusted and row.total is not None for row in rows)
        self.show_rows(rows)

    def words(self, number: int) -> RowWords:
        """Return what is written in a row."""
        return row_words(self._rows[number], self._places)

    def total(self, number: int) -> str:
        """Return the printed total, or why there is none."""
        return self.words(number).total

    def columns(self, width: float) -> Columns:
        """Return where everything stands in a row of ``width``."""
        return columns(0, width, self.most, has_adjusted=self.has_adjusted)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        service = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return service.service.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken(index.row())
        return None

    def _spoken(self, number: int) -> str:
        service = self._rows[number]
        words = [f"{service.service.number} {service.service.name}", self.total(number)]
        if service.rank is not None:
            words += [f"#{service.rank}", verdict_word(service.verdict)]
        if service.sections is not None:
            words += [printed(points, self._places) for points in service.sections.values()]
        if service.total is not None and service.adjusted:
            words.append(adjusted_text(service.adjusted, self._places))
        return " · ".join(words)


class BarsDelegate(QStyledItemDelegate):
    """Paints a row: rank, name, cut line, bar over it, adjustment, total."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row_height = ROW_MOST
        self._type = OnScreen()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(300, self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, BarsModel):
            return
        service = model.row(index.row())
        box = QRectF(option.rect)
        has_keys = bool(option.state & QStyle.StateFlag.State_HasFocus)
        ground = "danger_tint" if service.verdict is Verdict.BELOW else "surface"
        if option.state & QStyle.StateFlag.State_MouseOver and ground == "surface":
            ground = "hover"
        ground = "select" if has_keys else ground
        painter.save()
        if ground != "surface":
            painter.fillRect(box, color(ground))
        if has_keys:
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), color("accent"))
        place = model.columns(box.width())
        words = model.words(index.row())
        marks = row_marks(self._type, service, words, box, place, model.cut, ground=ground)
        paint(painter, marks, self._type, tokens())
        painter.restore()


class BarsList(QuietList):
    """Rows between 18 and 22 high, so that 29 fit; more of them scroll."""

    opened = Signal(object)
    """The uid of a service whose marks are asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = BarsDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        point_at_rows(self)
        self.clicked.connect(self._open)

    def choose(self, service: Uid | None) -> None:
        """Choose the row of a service; the first one where it has none."""
        model = self.model()
        if isinstance(model, BarsModel) and model.rowCount():
            self.setCurrentIndex(model.index(max(model.row_of(service), 0)))

    def chosen(self) -> Uid | None:
        """Return the service of the current row."""
        model, index = self.model(), self.currentIndex()
        if not isinstance(model, BarsModel) or not index.isValid():
            return None
        return model.row(index.row()).service.uid

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        model = self.model()
        if isinstance(model, BarsModel) and index.isValid():
            self.opened.emit(model.row(index.row()).service.uid)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit_rows()
        super().resizeEvent(event)

    def fit_rows(self) -> None:
        """Make the rows as high as the room allows."""
        model = self.model()
        count = model.rowCount() if model is not None else 0
        if not count:
            return
        height = min(ROW_MOST, max(ROW_LEAST, self.contentsRect().height() // count))
        if height != self._delegate.row_height:
            self._delegate.row_height = height
            self.scheduleDelayedItemsLayout()
