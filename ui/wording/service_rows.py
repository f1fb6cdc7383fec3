"""The services as rows: how far their wording is, by shape, and how much is remarked."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.settling.one_line import write_line
from ui.theme.fonts import BODY, CAPTION, HALF_BOLD, REGULAR
from ui.theme.glyphs import Glyph, paint_glyph
from ui.theme.scheme import color, tokens
from ui.theme.tokens import GLYPH_SIZE, LIST_ROW_HEIGHT
from workbench.definition.terms import Uid
from workbench.journal.fields import FINDINGS
from workbench.wording.texts import ServiceTexts

_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_SIDE: Final = 10
_TEXT_LEFT: Final = 34
_FLAG: Final = 13


class Wanted(StrEnum):
    """Which services are listed."""

    ALL = "all"
    OPEN = "open"
    """A kind has no final wording yet."""
    REMARKED = "remarked"


def is_wanted(row: ServiceTexts, wanted: Wanted) -> bool:
    """Say whether a service belongs to what is wanted."""
    if wanted is Wanted.OPEN:
        return len(row.worded) < len(FINDINGS)
    return wanted is Wanted.ALL or bool(row.remarks)


def glyph_of(row: ServiceTexts) -> Glyph:
    """Return how far the wording of a service is, as a shape."""
    if not row.worded:
        return Glyph.EMPTY
    return Glyph.COMPLETE if len(row.worded) == len(FINDINGS) else Glyph.PART


class ServiceModel(QAbstractListModel):
    """The services that are listed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ServiceTexts, ...] = ()

    def show_rows(self, rows: Sequence[ServiceTexts]) -> None:
        """List other services."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, at: int) -> ServiceTexts | None:
        """Return the service in a row."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def row_of(self, service: Uid) -> int:
        """Return the row of a service, -1 where it is not listed."""
        return next((at for at, row in enumerate(self._rows) if row.service.uid == service), -1)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row())
        if row is None:
            return None
        name = f"{row.service.number} {row.service.name}"
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self.tr("final wording for {done} of {count} kinds, remarks {remarks}")
            done = words.format(done=len(row.worded), count=len(FINDINGS), remarks=row.remark_count)
            return f"{name}, {done}"
        return None


class ServiceDelegate(QStyledItemDelegate):
    """State, number and name, and the flag with its count."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, LIST_ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        row = model.row(index.row()) if isinstance(model, ServiceModel) else None
        if row is None:
            return
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = _paint_ground(painter, option, box)
        middle = box.center().y()
        place = QRectF(box.left() + _SIDE, middle - GLYPH_SIZE / 2, GLYPH_SIZE, GLYPH_SIZE)
        paint_glyph(painter, glyph_of(row), place, tokens(), ground=ground)
        text = box.adjusted(_TEXT_LEFT, 0, -_SIDE, 0)
        room = 0.0
        if row.remark_count:
            count = str(row.remark_count)
            room = write_line(painter, text, count, (CAPTION, HALF_BOLD), "warning", at_end=True)
            flag = QRectF(text.right() - room - 3 - _FLAG, middle - _FLAG / 2, _FLAG, _FLAG)
            paint_glyph(painter, Glyph.FLAG, flag, tokens(), ground=ground)
            room += 3 + _FLAG + 8
        name = f"{row.service.number}  {row.service.name}"
        write_line(painter, text.adjusted(0, 0, -room, 0), name, (BODY, REGULAR), "text")
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, box: QRectF) -> str:
    """Paint what says that a row is chosen, and return the colour below it."""
    painter.setPen(Qt.PenStyle.NoPen)
    shape = box.adjusted(0, 1, 0, -1)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.setBrush(color("select"))
        painter.drawRoundedRect(shape, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(color("accent"))
            painter.drawRoundedRect(QRectF(box.left(), box.center().y() - 9, 3, 18), 1.5, 1.5)
        return tokens().select
    if option.state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(color("hover"))
        painter.drawRoundedRect(shape, 6, 6)
        return tokens().hover
    return tokens().surface


class ServiceList(QListView):
    """Arrows and digits choose, Enter goes on to what was written."""

    chosen = Signal()
    opened = Signal()

    def __init__(self, model: ServiceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = model
        self._is_filling = False
        self.setModel(model)
        self.setItemDelegate(ServiceDelegate(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, rows: Sequence[ServiceTexts], service: Uid) -> None:
        """List other services; ``service`` is chosen where it is among them, else the first."""
        self._is_filling = True
        scrolled = self.verticalScrollBar().value()
        self._services.show_rows(rows)
        self.choose(service)
        self.verticalScrollBar().setValue(scrolled)
        self.scrollTo(self.currentIndex())
        self._is_filling = False
        self.chosen.emit()

    def current(self) -> ServiceTexts | None:
        """Return the chosen service."""
        return self._services.row(self.currentIndex().row())

    def choose(self, service: Uid) -> bool:
        """Choose a service, else the first; say whether it is listed."""
        at = self._services.row_of(service)
        if self._services.rowCount():
            self.setCurrentIndex(self._services.index(max(at, 0)))
        return at >= 0

    def step(self, by: int) -> None:
        """Choose the service before or behind; at the ends nothing moves."""
        at = self.currentIndex().row() + by
        if 0 <= at < self._services.rowCount():
            self.setCurrentIndex(self._services.index(at))

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if not self._is_filling:
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)
