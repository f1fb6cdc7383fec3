"""The written part of a service below its marks: achievements, tasks, the overall opinion."""

from typing import Final

from PySide6.QtCore import QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.scoring.cell import LISTS, OPINION, Cell
from ui.scoring.desk import ScoringDesk
from ui.scoring.geometry import WIDTH_LEAST, Columns, columns_for
from ui.texts.finding_list import FindingList
from ui.texts.finding_row import FindingRow
from ui.texts.opinion import OpinionBlock
from ui.texts.phrase_bank import PhraseBank
from ui.texts.text_box import TextBox
from workbench.journal.fields import Field
from workbench.scoring.phrases import Phrases

_SEEN_WHOLE: Final = 240
"""A box up to this height is kept in sight as a whole, a higher one by its caret."""


class TextsPanel(QWidget):
    """Shows the texts of one service; each is stored by itself when it is left."""

    caret_moved = Signal(QRect)
    """Where in the panel somebody is writing, once everything stands in its place."""

    def __init__(self, desk: ScoringDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._service = b""
        self._columns = columns_for(WIDTH_LEAST)
        self.phrases = PhraseBank(Phrases.of_user(), self)
        self._lists = tuple(
            FindingList(desk, kind.value) for kind in (Field.ACHIEVEMENT, Field.IMPROVEMENT)
        )
        self._opinion = OpinionBlock(desk)
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.timeout.connect(self._say_caret)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 20)
        column.setSpacing(0)
        for block in (*self._lists, self._opinion):
            column.addWidget(block)
        for findings in self._lists:
            findings.row_made.connect(self._on_row_made)
            findings.rows_changed.connect(self._order_tabs)
            findings.passed.connect(self._on_passed)
        self._serve(self._opinion.box)

    # --- what is shown ---------------------------------------------------------------------

    def show_service(self, service: bytes) -> None:
        """Show the texts of a service, or what changed in them; what is being typed stays.

        Before another service is shown, everything must have been stored.
        """
        is_closed = self._desk.is_closed(service)
        self._service = service
        for findings in self._lists:
            findings.show_service(service, is_closed=is_closed)
        self._opinion.show_service(service, is_closed=is_closed)

    def store(self) -> None:
        """Store everything that was typed, the composing syllable first."""
        for findings in self._lists:
            findings.store()
        self._opinion.store()

    @Slot(object)
    def follow(self, columns: Columns) -> None:
        """Begin and end where the sheet's columns do."""
        self._columns = columns
        self._align()

    def _align(self) -> None:
        for block in (*self._lists, self._opinion):
            block.align(self._columns, self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._align()

    # --- the keyboard ----------------------------------------------------------------------

    def first(self) -> TextBox:
        """Return the box that follows the last mark."""
        return next((row.box for it in self._lists for row in it.rows()), self._opinion.box)

    def go_to(self, cell: Cell) -> bool:
        """Bring the keyboard to a text of the service shown; say whether there is such a one."""
        boxes: dict[Cell, TextBox] = {
            row.finding.cell: row.box for it in self._lists for row in it.rows()
        }
        boxes[Cell(self._service, None, OPINION)] = self._opinion.box
        box = boxes.get(cell)
        if box is None and cell.subject is None and cell.field in LISTS:
            box = self.first()
        if box is not None:
            box.setFocus(Qt.FocusReason.OtherFocusReason)
        return box is not None

    def _boxes(self) -> list[TextBox]:
        return [*(row.box for it in self._lists for row in it.rows()), self._opinion.box]

    @Slot(object)
    def _on_row_made(self, row: FindingRow) -> None:
        self._serve(row.box)

    def _serve(self, box: TextBox) -> None:
        box.phrases_wanted.connect(self.phrases.open_for)
        box.caret_moved.connect(self.look_at_caret)

    @Slot(object)
    def _on_passed(self, findings: FindingList) -> None:
        """Go on behind a list to which nothing more is added."""
        boxes = self._boxes()
        behind = boxes.index(findings.rows()[-1].box) + 1
        boxes[behind].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _order_tabs(self) -> None:
        """Let Tab go through the rows as they stand, however they came there."""
        before: QWidget = self
        for findings in self._lists:
            for row in findings.rows():
                for part in (row.box, row.about):
                    self.setTabOrder(before, part)
                    before = part
        self.setTabOrder(before, self._opinion.box)

    @Slot()
    def look_at_caret(self) -> None:
        """Say again where somebody is writing, as soon as that is settled."""
        self._looking.start()

    @Slot()
    def _say_caret(self) -> None:
        box = next((box for box in self._boxes() if box.hasFocus()), None)
        if box is None:
            return
        self._settle(box)
        spot = box.rect() if box.height() <= _SEEN_WHOLE else box.caret_box()
        self.caret_moved.emit(QRect(box.mapTo(self, spot.topLeft()), spot.size()))

    def _settle(self, box: TextBox) -> None:
        """Lay everything around a box out now that would be laid out level by level."""
        around: QWidget | None = box
        while around is not None and around is not self:
            around = around.parentWidget()
            layout = around.layout() if around is not None else None
            if layout is not None:
                layout.activate()
