"""The written part of a service: achievements, tasks for improvement, overall opinion."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.composing import Composition
from ui.language import Speaking
from ui.problems import sentence_of
from ui.scoring.cell import Cell
from ui.scoring.desk import Draft
from ui.scoring.geometry import MARGIN, TEXT_MOST, Columns
from ui.theme.fonts import CAPTION, CARD_TITLE, HALF_BOLD
from ui.theme.parts import Words, restyle
from ui.theme.runs import Run, RunLine
from workbench.scoring.sheet import ServiceSheet

FIELDS = ("achievement", "improvement", "opinion")
LINES_LEAST = 2
LINES_MOST = 10


class TextBox(QPlainTextEdit):
    """Plain text; leaving it or Ctrl+Enter stores, Tab goes on."""

    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composition = Composition(self)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Grow with the text, within bounds."""
        lines = min(max(self.document().size().height(), LINES_LEAST), LINES_MOST)
        self.setFixedHeight(int(self.fontMetrics().lineSpacing() * lines) + 22)

    def finish_syllable(self) -> None:
        """Commit what the input method still holds."""
        self._composition.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish_syllable()
            self.done.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.done.emit()


class TextsPanel(Speaking):
    """Three texts below the marks; each says when it should be stored."""

    entered = Signal(str, str)
    """Field and text of a box that was left changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes = {name: TextBox() for name in FIELDS}
        self._heads = {name: RunLine() for name in FIELDS}
        self._sentences = {name: Words(CAPTION, HALF_BOLD, "danger") for name in FIELDS}
        self._shown = dict.fromkeys(FIELDS, "")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN, 6, MARGIN, 20)
        self._column.setSpacing(6)
        for name in FIELDS:
            self._heads[name].setMinimumHeight(28)
            for part in (self._heads[name], self._boxes[name], self._sentences[name]):
                part.setMaximumWidth(TEXT_MOST)
                self._column.addWidget(part)
            self._boxes[name].done.connect(self.store)
        self.retranslate()

    @Slot(object)
    def follow(self, columns: Columns) -> None:
        """Begin where the sheet's columns begin."""
        self._column.setContentsMargins(columns.code, 6, MARGIN, 20)

    def retranslate(self) -> None:
        one_each = self.tr("one per line")
        for name, title, hint in (
            ("achievement", self.tr("Main achievements"), one_each),
            ("improvement", self.tr("Tasks for improvement"), one_each),
            ("opinion", self.tr("Overall opinion"), ""),
        ):
            hint_run = Run(hint, CAPTION, role="text3", before=10)
            self._heads[name].say(Run(title, CARD_TITLE, 700), hint_run)
            self._boxes[name].setAccessibleName(f"{title} {hint}".strip())

    def show_texts(self, sheet: ServiceSheet, drafts: Mapping[Cell, Draft]) -> None:
        """Show the texts of a service; what is being written stays as it is."""
        texts = {
            "achievement": "\n".join(sheet.achievements),
            "improvement": "\n".join(sheet.improvements),
            "opinion": sheet.opinion,
        }
        for name, text in texts.items():
            draft = drafts.get(Cell(sheet.service.uid, None, name))
            box = self._boxes[name]
            wanted = draft.text if draft else text
            self._shown[name] = wanted
            if box.toPlainText() != wanted and not box.hasFocus():
                box.setPlainText(wanted)
            said = sentence_of(draft.error) if draft else ""
            self._sentences[name].setText(said)
            self._sentences[name].setVisible(bool(said))
            box.setAccessibleDescription(said)
            restyle(box, "error", "true" if draft else "false")

    def replace_texts(self, sheet: ServiceSheet, drafts: Mapping[Cell, Draft]) -> None:
        """Show another service: nothing of the one before stays."""
        for box in self._boxes.values():
            box.clear()
        self.show_texts(sheet, drafts)
        for name, box in self._boxes.items():
            if box.toPlainText() != self._shown[name]:
                box.setPlainText(self._shown[name])

    def shut(self, *, is_closed: bool) -> None:
        """Let the texts be read but not written."""
        for box in self._boxes.values():
            box.setReadOnly(is_closed)

    def store(self) -> None:
        """Hand over every text that was changed since it was shown."""
        for name, box in self._boxes.items():
            box.finish_syllable()
            text = box.toPlainText()
            if text != self._shown[name]:
                self._shown[name] = text
                self.entered.emit(name, text)

    def first(self) -> TextBox:
        """Return the box that follows the last mark."""
        return self._boxes[FIELDS[0]]
