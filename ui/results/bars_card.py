"""Every total at a glance: one stacked bar a service, the cut line behind the bars."""

from collections.abc import Sequence
from dataclasses import dataclass
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
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.results.charts import BAR_HEIGHT, CUT_WIDTH, paint_segments
from ui.results.wording import GLYPHS, verdict_word
from ui.theme.fonts import BODY, DENSE, HALF_BOLD, REGULAR, font
from ui.theme.glyphs import paint_glyph
from ui.theme.scheme import color, tokens
from workbench.exact import printed
from workbench.results.outcome import ServiceOutcome, Verdict

_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
RANK_WIDTH: Final = 26
NAME_LEAST: Final = 150
NAME_MOST: Final = 300
TOTAL_WIDTH: Final = 60
ROW_LEAST: Final = 18
ROW_MOST: Final = 22


@dataclass(frozen=True, slots=True)
class BarColumns:
    """Where rank, name, bar and total stand at a given width."""

    name: float
    bar: float
    bar_width: float
    total_right: float

    def x_of(self, points: Decimal) -> float:
        """Return where a number of points ends."""
        return self.bar + self.bar_width * float(points) / 100


def bar_columns(width: float) -> BarColumns:
    """Share the width: the name a third, the bar the rest."""
    name = RANK_WIDTH + 10.0
    name_width = min(max(width * 0.31, NAME_LEAST), NAME_MOST)
    bar = name + name_width + 12
    return BarColumns(name, bar, width - bar - TOTAL_WIDTH, width - 6)


class BarsModel(QAbstractListModel):
    """Services in the chosen order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ServiceOutcome, ...] = ()
        self._places = 2
        self.cut = Decimal(0)

    def show_rows(self, rows: Sequence[ServiceOutcome], cut: Decimal, places: int) -> None:
        """Show other services."""
        self.beginResetModel()
        self._rows, self.cut, self._places = tuple(rows), cut, places
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def row(self, number: int) -> ServiceOutcome:
        """Return the service of a row."""
        return self._rows[number]

    def total(self, number: int) -> str:
        """Return the printed total, or why there is none."""
        service = self._rows[number]
        if service.total is None:
            return verdict_word(service.verdict)
        return printed(service.total, self._places)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
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
        return " · ".join(words)


class BarsDelegate(QStyledItemDelegate):
    """Paints a row: rank, name, cut line, bar over it, total."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row_height = ROW_MOST

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(300, self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        if not isinstance(model, BarsModel):
            return
        service = model.row(index.row())
        box = QRectF(option.rect)
        is_below = service.verdict is Verdict.BELOW
        painter.save()
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(box, color("select"))
        elif is_below:
            painter.fillRect(box, color("danger_tint"))
        columns = bar_columns(box.width())
        cut_x = box.left() + columns.x_of(model.cut) - CUT_WIDTH / 2
        painter.fillRect(QRectF(cut_x, box.top(), CUT_WIDTH, box.height()), color("danger"))
        if service.sections is not None:
            points = [(str(code), value) for code, value in service.sections.items()]
            top = box.center().y() - BAR_HEIGHT / 2 + 0.5
            place = QRectF(box.left() + columns.bar, round(top), columns.bar_width, BAR_HEIGHT)
            paint_segments(painter, place, points, tokens())
        self._paint_words(painter, model, index.row(), box, columns)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, model: BarsModel, number: int, box: QRectF, columns: BarColumns
    ) -> None:
        service = model.row(number)
        is_below = service.verdict is Verdict.BELOW
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        right = middle | int(Qt.AlignmentFlag.AlignRight)
        weight = HALF_BOLD if is_below else REGULAR
        ink: QColor = color("text" if service.total is not None else "text3")
        painter.setFont(font(DENSE, REGULAR, digits=True))
        painter.setPen(color("text3"))
        if service.rank is not None:
            rank = QRectF(box.left(), box.top(), RANK_WIDTH, box.height())
            painter.drawText(rank, right, str(service.rank))
        else:
            place = QRectF(box.left() + RANK_WIDTH - 14, box.center().y() - 7, 14, 14)
            paint_glyph(painter, GLYPHS[service.verdict], place, tokens())
        voice = font(DENSE + 0.3, weight)
        room = columns.bar - columns.name - 12
        name = QFontMetricsF(voice).elidedText(
            service.service.name, Qt.TextElideMode.ElideRight, room
        )
        painter.setFont(voice)
        painter.setPen(ink)
        left = box.left() + columns.name
        painter.drawText(QRectF(left, box.top(), room + 2, box.height()), middle, name)
        bold = HALF_BOLD if service.total is not None else REGULAR
        painter.setFont(font(BODY, bold, digits=True))
        painter.setPen(color("danger") if is_below else ink)
        end = QRectF(box.left(), box.top(), columns.total_right, box.height())
        painter.drawText(end, right, model.total(number))


class BarsList(QListView):
    """Rows between 18 and 22 high, so that 29 fit; more of them scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = BarsDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit_rows()
        super().resizeEvent(event)

    def fit_rows(self) -> None:
        """Make the rows as high as the room allows."""
        model = self.model()
        count = model.rowCount() if model is not None else 0
        if not count:
            return
        height = min(ROW_MOST, max(ROW_LEAST, self.viewport().height() // count))
        if height != self._delegate.row_height:
            self._delegate.row_height = height
            self.scheduleDelayedItemsLayout()
