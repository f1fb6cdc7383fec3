"""Finished sentences as a list, each whole: what to look at first, then what is good to know."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.lists.grounds import paint_plain_chosen
from ui.lists.quiet_list import QuietList
from ui.lists.rows_model import Index, RowsModel
from ui.lists.wrapped import height_of, write_wrapped
from ui.problems import sentence_of
from ui.theme.fonts import DENSE
from ui.theme.glyphs import Glyph, glyph_word, paint_glyph
from ui.theme.scheme import tokens
from workbench.errors import AppError

_SIDE: Final = 8
_TEXT_AT: Final = 30
_ABOVE: Final = 4
_GLYPH: Final = 14
_LEAST: Final = 80


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is said, and the sign of how much it matters."""

    said: AppError
    glyph: Glyph | None = None

    def words(self) -> str:
        """Return the sentence in the window's language."""
        return sentence_of(self.said).replace("\n", " ")


class SentenceModel(RowsModel[Sentence]):
    """The sentences as Qt's views know them."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.words() if row.glyph is None else f"{glyph_word(row.glyph)}, {row.words()}"
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        high = height_of(str(index.data()), DENSE, max(width - _TEXT_AT - _SIDE, _LEAST))
        return QSize(width, high + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, SentenceModel):
            return
        row, box = model.row(index.row()), QRectF(option.rect)
        painter.save()
        ground = tokens().surface
        if option.state & QStyle.StateFlag.State_Selected and self._view.hasFocus():
            paint_plain_chosen(painter, box, has_keys=True)
            ground = tokens().select
        if row.glyph is not None:
            place = QRectF(box.left() + _SIDE, box.top() + _ABOVE + 1, _GLYPH, _GLYPH)
            paint_glyph(painter, row.glyph, place, tokens(), ground=ground)
        words = box.adjusted(_TEXT_AT, _ABOVE, -_SIDE, 0)
        role = "text" if row.glyph is not None else "text2"
        write_wrapped(painter, words, row.words(), DENSE, role)
        painter.restore()


class SentenceList(QuietList):
    """Arrows walk; nothing is chosen while the keyboard is elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentences = SentenceModel(self)
        self.setModel(self.sentences)
        self.setItemDelegate(_Delegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def show_sentences(self, sentences: Sequence[Sentence]) -> None:
        """Show other sentences, from the top."""
        self.sentences.show_rows(sentences)
        if sentences:
            self.setCurrentIndex(self.sentences.index(0))
        self.scrollToTop()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
