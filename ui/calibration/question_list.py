"""The questions as a list: what each is about, the sentence whole, and where it leads."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.language import language
from ui.lists.grounds import paint_plain_chosen
from ui.lists.one_line import write_line
from ui.lists.quiet_list import QuietList
from ui.lists.rows_model import Index, RowsModel
from ui.lists.wrapped import height_of, write_wrapped
from ui.theme.fonts import BODY, CAPTION, HALF_BOLD, REGULAR
from ui.theme.scheme import color
from workbench.calibration.questions import Question
from workbench.calibration.wording import kind_word, question_sentence
from workbench.definition.terms import Definition

_SIDE: Final = 10
_KIND: Final = 104
"""Where the sentences begin."""
_ABOVE: Final = 8
_LEAST: Final = 80
_CAPTION: Final = 18


class QuestionModel(RowsModel[Question]):
    """Questions, put into words."""

    def __init__(self, definition: Definition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._definition = definition

    def show_questions(self, definition: Definition, questions: Sequence[Question]) -> None:
        """List other questions."""
        self._definition = definition
        self.show_rows(questions)

    def kind(self, row: int) -> str:
        """Return what it is about."""
        return kind_word(self.row(row), language())

    def sentence(self, row: int) -> str:
        """Return the whole question."""
        return question_sentence(self.row(row), self._definition, language())

    def place(self, row: int) -> str:
        """Return the service it leads to, and how many more it speaks of."""
        services = self.row(row).services
        if not services:
            return ""
        first = self._definition.service[services[0]]
        name = f"{first.number} {first.name}"
        if len(services) == 1:
            return name
        words = QCoreApplication.translate("Calibration", "{name} and {count} more")
        return words.format(name=name, count=len(services) - 1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.sentence(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (self.kind(row), self.sentence(row), self.place(row))))
        return None


class QuestionDelegate(QStyledItemDelegate):
    """Paints the kind at the left, the wrapped sentence beside it, its service below."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model, width = index.model(), self._view.viewport().width()
        if not isinstance(model, QuestionModel):
            return QSize(width, _CAPTION)
        high = height_of(model.sentence(index.row()), BODY, max(width - _KIND - _SIDE, _LEAST))
        below = _CAPTION if model.place(index.row()) else 0
        return QSize(width, high + below + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, QuestionModel):
            return
        box, row = QRectF(option.rect), index.row()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected and self._view.hasFocus():
            paint_plain_chosen(painter, box, has_keys=True)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), color("line"))
        inner = box.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        kind = QRectF(inner.left(), inner.top(), _KIND - _SIDE - 8, _CAPTION)
        write_line(painter, kind, model.kind(row), (CAPTION, HALF_BOLD), "text2")
        words = inner.adjusted(_KIND - _SIDE, 0, 0, 0)
        place = model.place(row)
        if place:
            below = QRectF(words.left(), inner.bottom() - _CAPTION, words.width(), _CAPTION)
            write_line(painter, below, place, (CAPTION, REGULAR), "text3")
        write_wrapped(painter, words, model.sentence(row), BODY, "text")
        painter.restore()


class QuestionList(QuietList):
    """Arrows move, Enter and a double click lead to the service of a question."""

    service_wanted = Signal(object)
    """The uid of the service that the chosen question speaks of first."""

    def __init__(self, model: QuestionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions = model
        self.setModel(model)
        self.setItemDelegate(QuestionDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.doubleClicked.connect(self._go)

    def begin(self) -> None:
        """Stand on the first question."""
        if self._questions.rowCount():
            self.setCurrentIndex(self._questions.index(0))
            self.scrollToTop()

    @Slot()
    def _go(self) -> None:
        index = self.currentIndex()
        services = self._questions.row(index.row()).services if index.isValid() else ()
        if services:
            self.service_wanted.emit(services[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
            return
        super().keyPressEvent(event)
