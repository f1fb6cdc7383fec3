"""The middle card: what the evaluators wrote, and taking it over."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.lists.quiet_list import QuietList
from ui.lists.rows_model import Index
from ui.theme.fonts import BODY, CARD_TITLE, HALF_BOLD
from ui.theme.parts import Card, Words, button
from ui.theme.runs import Run, RunLine
from ui.wording.original_rows import Entry, OriginalDelegate, OriginalModel, lines_of
from workbench.results.outcome import Finding
from workbench.wording.passages import Source
from workbench.wording.texts import ServiceTexts

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OriginalList(QuietList):
    """Enter takes a finding over, Ctrl+Enter adds it to the line in work, Delete releases it."""

    moved = Signal()
    taken = Signal()
    joined = Signal()
    released = Signal()
    left = Signal()

    def __init__(self, model: OriginalModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._originals = model
        self.setModel(model)
        self.setItemDelegate(OriginalDelegate(self))
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.doubleClicked.connect(self.taken)

    def current(self) -> Entry | None:
        """Return the chosen finding."""
        line = self._originals.row_or_none(self.currentIndex().row())
        return line if isinstance(line, Entry) else None

    def choose_row(self, row: int) -> None:
        """Choose the finding nearest to ``row``."""
        rows = self._originals.entries()
        if rows:
            nearest = min(rows, key=lambda at: (abs(at - row), -at))
            self.setCurrentIndex(self._originals.index(nearest))

    def go_on(self) -> None:
        """Choose the finding behind; the last one stays."""
        at = self.currentIndex().row()
        self.choose_row(next((row for row in self._originals.entries() if row > at), at))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _ENTERS:
            (self.joined if has_control else self.taken).emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.released.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class OriginalCard(Speaking):
    """Says what shall become of a finding; holds no wording."""

    take_wanted = Signal(object)
    """The ``Finding``."""
    take_all_wanted = Signal()
    join_wanted = Signal(object)
    release_wanted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._none = RunLine(), Words(BODY, role="text2")
        self._model = OriginalModel(self)
        self.list = OriginalList(self._model)
        self.take, self.join, self.take_all = (button() for _ in range(3))
        self._texts: ServiceTexts | None = None
        self._why_not = ""
        self._can_join = False
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        card = Card()
        card.column.setContentsMargins(12, 12, 12, 12)
        self._title.setContentsMargins(8, 0, 0, 0)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for one in self.buttons():
            buttons.addWidget(one)
        buttons.addStretch(1)
        card.column.addWidget(self._title)
        card.column.addWidget(self._none)
        card.column.addWidget(self.list, 1)
        card.column.addStretch(0)
        card.column.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def buttons(self) -> tuple[QPushButton, ...]:
        """Return everything here that writes."""
        return self.take, self.join, self.take_all

    def _connect(self) -> None:
        self.list.moved.connect(self._allow)
        self.list.taken.connect(self._on_take)
        self.list.joined.connect(self._on_join)
        self.list.released.connect(self._on_release)
        self.list.left.connect(self.left)
        self.take.clicked.connect(self._on_take)
        self.join.clicked.connect(self._on_join)
        self.take_all.clicked.connect(self.take_all_wanted)

    # --- what is shown ---------------------------------------------------------------------

    def show_texts(
        self, texts: ServiceTexts | None, taken: frozenset[Source], why_not: str
    ) -> None:
        """Show the findings of a service; the chosen row stays where it was."""
        is_other = texts is None or self._uid() != texts.service.uid
        row = 0 if is_other else self.list.currentIndex().row()
        scrolled = self.list.verticalScrollBar().value()
        self._texts, self._why_not = texts, why_not
        self._model.show_rows(() if texts is None else lines_of(texts, taken))
        self.list.choose_row(row)
        if not is_other:
            self.list.verticalScrollBar().setValue(scrolled)
            self.list.scrollTo(self.list.currentIndex())
        self.retranslate()

    def _uid(self) -> bytes:
        return b"" if self._texts is None else self._texts.service.uid

    def let_join(self, *, can_join: bool) -> None:
        """Say whether a line of the final wording is in work, to which findings can be added."""
        self._can_join = can_join
        self._allow()

    @Slot()
    def _allow(self) -> None:
        entry = self.list.current()
        may = not self._why_not
        self.take.setEnabled(may and entry is not None and not entry.is_taken)
        self.join.setEnabled(may and entry is not None and self._can_join)
        self.take_all.setEnabled(may and bool(self._model.entries()))
        for one in self.buttons():
            one.setToolTip(self._why_not)
        if self._why_not:
            return
        self.take.setToolTip(self.tr("Take this over as a line of its own (Enter)"))
        self.join.setToolTip(self.tr("Add this as a source to the line in work (Ctrl+Enter)"))
        self.take_all.setToolTip(
            self.tr("Take everything over; what says nearly the same becomes one line")
        )

    def retranslate(self) -> None:
        count = len(self._model.entries())
        self._title.say(
            Run(self.tr("As the evaluators wrote it"), CARD_TITLE, HALF_BOLD),
            Run(str(count) if count else "", CARD_TITLE, HALF_BOLD, "text3", 8),
        )
        self._none.setText(self.tr("No evaluator wrote anything about this service yet."))
        self._none.setVisible(not count)
        self.list.setVisible(bool(count))
        self.list.setAccessibleName(self.tr("Findings of the evaluators"))
        self.take.setText(self.tr("Take over"))
        self.join.setText(self.tr("Add to line"))
        self.take_all.setText(self.tr("Take all"))
        self._allow()
        self.list.viewport().update()

    # --- what is wanted --------------------------------------------------------------------

    def _finding(self) -> Finding | None:
        entry = self.list.current()
        return None if entry is None or self._why_not else entry.original.finding

    @Slot()
    def _on_take(self) -> None:
        finding = self._finding()
        if finding is not None:
            self.take_wanted.emit(finding)

    @Slot()
    def _on_join(self) -> None:
        finding = self._finding()
        if finding is not None and self._can_join:
            self.join_wanted.emit(finding)

    @Slot()
    def _on_release(self) -> None:
        finding = self._finding()
        if finding is not None:
            self.release_wanted.emit(finding)
