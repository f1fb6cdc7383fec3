"""The middle of the score book: one service's sheet, and the way of the keyboard through it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.problems import sentence_of
from ui.scoring.cell_flow import CellFlow
from ui.scoring.desk import Cell, ScoringDesk
from ui.scoring.geometry import SECTION_GAP, WIDTH_LEAST
from ui.scoring.lines import Line, entry_order, first_open, lines_of
from ui.scoring.route import Step
from ui.scoring.sheet_canvas import SheetCanvas
from ui.scoring.sheet_head import GLYPHS, SheetHead
from ui.scoring.texts_panel import TextsPanel
from ui.scoring.wording import why_words
from ui.theme.glyphs import Glyph
from ui.theme.parts import on_surface
from workbench.definition.terms import Uid
from workbench.scoring.sheet import ServiceSheet, SheetState


class SheetPane(Speaking):
    """The head that stays, the marks that scroll, the texts below them."""

    finished = Signal()
    """Enter was pressed in the last field of the service."""

    def __init__(self, desk: ScoringDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._service: Uid = desk.services()[0] if desk.services() else b""
        places = desk.definition.rules.score_places
        self._head = SheetHead(places)
        self.canvas = SheetCanvas(places)
        self._texts = TextsPanel()
        self._scroll = QScrollArea()
        self._lay_out()
        self.flow = CellFlow(desk, self.canvas, self)
        self.flow.moved.connect(self._on_moved)
        self.flow.edge_reached.connect(self._on_edge)
        self._texts.entered.connect(self._on_text)
        self.canvas.columns_changed.connect(self._texts.follow)
        desk.sheet_changed.connect(self._on_sheet_changed)

    def _lay_out(self) -> None:
        on_surface(self)
        inside = QWidget()
        column = QVBoxLayout(inside)
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
        whole.addWidget(self._head)
        whole.addWidget(self._scroll, 1)
        self.setMinimumWidth(WIDTH_LEAST + 10)
        self.setFocusProxy(self.canvas)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._head.leave_for_bar(self.width() - self._scroll.viewport().width())
        return False

    # --- what is shown ---------------------------------------------------------------------

    def show_service(self, service: Uid, cell: Cell | None = None) -> None:
        """Show another service, at ``cell`` or at the first field that still needs a mark."""
        self.store()
        has_keyboard = self.canvas.editor.hasFocus()
        self._service = service
        lines = self._show_sheet()
        self._texts.replace_texts(self._sheet(), self._desk.drafts(service))
        self._texts.shut(is_closed=self._is_closed())
        self._scroll.verticalScrollBar().setValue(0)
        wanted = cell if cell in entry_order(lines) else first_open(lines)
        if wanted is not None and not self._is_closed():
            self.flow.begin(wanted)
            return
        if has_keyboard:
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.flow.moved.emit(None)

    def service(self) -> Uid:
        """Return the service that is shown."""
        return self._service

    def _sheet(self) -> ServiceSheet:
        return self._desk.sheet(self._service)

    def _is_closed(self) -> bool:
        is_recused = self._sheet().state is SheetState.RECUSED
        return is_recused or self._desk.read_at is not None

    def _show_sheet(self) -> tuple[Line, ...]:
        sheet, drafts = self._sheet(), self._desk.drafts(self._service)
        lines = lines_of(sheet, drafts, sentence_of, why_words)
        self.flow.show_lines(self._service, lines)
        self.canvas.show_lines(lines, is_closed=self._is_closed())
        self._head.show_sheet(sheet, Glyph.ERROR if drafts else GLYPHS[sheet.state])
        return lines

    def retranslate(self) -> None:
        if self._service:
            self._show_sheet()
            self.flow.name_editor()

    @Slot(object)
    def _on_sheet_changed(self, service: Uid) -> None:
        if service == self._service:
            self._show_sheet()
            self._texts.show_texts(self._sheet(), self._desk.drafts(service))

    # --- the way through -------------------------------------------------------------------

    def take_focus(self) -> None:
        """Bring the keyboard to the cell in work."""
        self.flow.open_editor()

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

    @Slot(object, str)
    def _on_text(self, cell: Cell, text: str) -> None:
        self._desk.enter(self._service, cell, text)
