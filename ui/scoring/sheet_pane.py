"""The middle of the score book: the sheet, and the way of the keyboard through it."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.problems import sentence_of
from ui.scoring.cell import Cell
from ui.scoring.cell_flow import CellFlow
from ui.scoring.check_strip import CheckStrip
from ui.scoring.desk import ScoringDesk
from ui.scoring.geometry import SECTION_GAP, WIDTH_LEAST
from ui.scoring.headings import heading_of
from ui.scoring.lines import (
    Line,
    Wording,
    first_open,
    lines_of_indicator,
    lines_of_service,
)
from ui.scoring.orders import Order, Subject
from ui.scoring.recusal_strip import RecusalStrip
from ui.scoring.route import Step
from ui.scoring.sheet_canvas import SheetCanvas
from ui.scoring.sheet_head import SheetHead
from ui.scoring.wording import why_words
from ui.texts.texts_panel import TextsPanel
from ui.theme.parts import on_surface

WORDS = Wording(sentence_of, why_words)


class SheetPane(Speaking):
    """The head that stays, the marks that scroll, the texts of a service below them."""

    finished = Signal()
    """Enter was pressed in the last field of what is shown."""

    def __init__(self, desk: ScoringDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._subject: Subject | None = None
        self._lines: dict[Order, tuple[Line, ...]] = {}
        """What was shown last in each order: most of it is shown again."""
        self._head = SheetHead()
        self.recusal = RecusalStrip(desk)
        self.check = CheckStrip(desk)
        self.canvas = SheetCanvas(desk.places)
        self._texts = TextsPanel(desk)
        self._scroll = QScrollArea()
        self._lay_out()
        self.flow = CellFlow(desk, self.canvas, self)
        self.flow.moved.connect(self._on_moved)
        self.flow.edge_reached.connect(self._on_edge)
        self._texts.caret_moved.connect(self._on_caret)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._texts.look_at_caret)
        self.canvas.editor.phrases_wanted.connect(self._texts.phrases.open_for)
        self.canvas.columns_changed.connect(self._texts.follow)
        self.recusal.left.connect(self.take_focus)
        self.check.left.connect(self.take_focus)
        desk.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        on_surface(self)
        inside = QWidget()
        column = self._column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.canvas)
        column.addWidget(self._texts)
        column.addStretch(1)
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for part in (self._scroll.viewport(), inside):
            part.setAutoFillBackground(False)
        self._scroll.viewport().installEventFilter(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.recusal)
        whole.addWidget(self._head)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self.check)
        self.setMinimumWidth(WIDTH_LEAST + 10)
        self.setFocusProxy(self.canvas)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._head.leave_for_bar(self.width() - self._scroll.viewport().width())
        return False

    # --- what is shown ---------------------------------------------------------------------

    def show_subject(self, subject: Subject, cell: Cell | None = None) -> None:
        """Show another subject, at ``cell`` or at the first field that still needs a mark."""
        self.store()
        has_keyboard = self.canvas.editor.hasFocus()
        self._subject = subject
        service = subject.service or None
        self.recusal.show_service(service)
        self.check.follow(service)
        lines = self._show_lines(subject)
        self._show_texts(subject)
        self._column.activate()  # now, or all is painted before and after it
        self._scroll.verticalScrollBar().setValue(0)
        is_here = any(cell in line.cells for line in lines)
        wanted = cell if is_here else first_open(lines)
        if wanted is not None and not self._is_closed(subject):
            self.flow.begin(wanted)
            return
        if has_keyboard:
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.flow.moved.emit(None)

    def subject(self) -> Subject | None:
        """Return what is shown."""
        return self._subject

    def _is_closed(self, subject: Subject) -> bool:
        if subject.order is Order.INDICATOR:
            return self._desk.read_at is not None
        return self._desk.is_closed(subject.service)

    def _show_lines(self, subject: Subject) -> tuple[Line, ...]:
        before = self._lines.get(subject.order, ())
        if subject.order is Order.INDICATOR:
            lines = lines_of_indicator(self._desk, subject.code, WORDS, before)
        else:
            lines = lines_of_service(self._desk, subject.service, WORDS, before)
        self._lines[subject.order] = lines
        self.flow.show_lines(lines)
        self.canvas.show_lines(lines, is_closed=self._is_closed(subject))
        self._head.show_heading(heading_of(self._desk, subject))
        return lines

    def _show_texts(self, subject: Subject) -> None:
        self._texts.setVisible(subject.order is Order.SERVICE)
        if subject.order is Order.SERVICE:
            self._texts.show_service(subject.service)

    def retranslate(self) -> None:
        self._lines.clear()
        if self._subject is not None:
            self._show_lines(self._subject)
            self.flow.name_editor()

    @Slot(object)
    def _on_changed(self, services: frozenset[bytes]) -> None:
        subject = self._subject
        if subject is None:
            return
        if subject.order is Order.INDICATOR or subject.service in services:
            self._show_lines(subject)
            self._show_texts(subject)

    # --- the way through -------------------------------------------------------------------

    def take_focus(self) -> None:
        """Bring the keyboard to the cell in work."""
        self.flow.open_editor()

    def go_to_text(self, cell: Cell) -> bool:
        """Bring the keyboard to a finding or the opinion of the service that is shown."""
        return self._texts.go_to(cell)

    def store(self) -> None:
        """Store everything that is being typed, the composing syllable first."""
        self.flow.store()
        self._texts.store()

    @Slot(object)
    def _on_moved(self, cell: Cell | None) -> None:
        if cell is None:
            return
        span = self.canvas.row_span(cell)
        middle, reach = span.center(), span.height() // 2 + SECTION_GAP
        self._scroll.ensureVisible(0, middle.y(), 0, reach)

    @Slot(QRect)
    def _on_caret(self, spot: QRect) -> None:
        middle = self._texts.mapToParent(spot.center())
        self._scroll.ensureVisible(0, middle.y(), 0, spot.height() // 2 + SECTION_GAP)

    @Slot(object)
    def _on_edge(self, step: Step) -> None:
        if step is Step.NEXT:
            self.finished.emit()
        elif step is Step.RIGHT:
            self._texts.first().setFocus(Qt.FocusReason.TabFocusReason)
        elif step is Step.LEFT:
            # past the canvas, which would send the keyboard back
            self.canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.focusPreviousChild()
            self.canvas.setFocusPolicy(Qt.FocusPolicy.TabFocus)
