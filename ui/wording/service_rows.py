"""The services as rows: how far their wording is, by shape, and how much is remarked."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.lists.grounds import bar_in, paint_ground
from ui.lists.one_line import write_line
from ui.lists.quiet_list import QuietList
from ui.lists.rows_model import Index, RowsModel
from ui.theme.fonts import BODY, CAPTION, HALF_BOLD, REGULAR
from ui.theme.glyphs import Glyph, paint_glyph
from ui.theme.scheme import tokens
from ui.theme.tokens import FIELD_RADIUS, GLYPH_SIZE, LIST_ROW_HEIGHT
from workbench.definition.terms import Uid
from workbench.journal.fields import FINDINGS
from workbench.wording.texts import ServiceTexts

_SIDE: Final = 10
_TEXT_LEFT: Final = 34
_FLAG: Final = 13
_BAR: Final = 18


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


class ServiceModel(RowsModel[ServiceTexts]):
    """The services that are listed."""

    def key_of(self, row: ServiceTexts) -> object:
        """Return the uid of its service."""
        return row.service.uid

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_or_none(index.row())
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

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, LIST_ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        row = model.row_or_none(index.row()) if isinstance(model, ServiceModel) else None
        if row is None:
            return
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = box.adjusted(0, 1, 0, -1)
        ground = paint_ground(painter, option, frame, bar_in(frame, _BAR), FIELD_RADIUS)
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


class ServiceList(QuietList):
    """Arrows and digits choose, Enter goes on to what was written."""

    chosen = Signal()
    opened = Signal()

    def __init__(self, model: ServiceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = model
        self._is_filling = False
        self.setModel(model)
        self.setItemDelegate(ServiceDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)

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
        return self._services.row_or_none(self.currentIndex().row())

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

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._is_filling:
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)
