"""The right pane: what helps to judge the indicator in work."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.judging.compare import CompareTray
from ui.judging.evidence import EvidencePart
from ui.judging.figures import FiguresPart
from ui.judging.guide import Guide
from ui.judging.live import LiveMark, live_mark, stored_mark
from ui.judging.own_marks import OwnMarksPart
from ui.judging.own_picture import OwnPictures
from ui.language import Speaking
from ui.scoring.cell import Cell
from ui.scoring.desk import ScoringDesk
from ui.scoring.lines import mark_cells
from ui.theme.fonts import BODY
from ui.theme.parts import Words, on_surface
from workbench.definition.terms import Uid
from workbench.scoring.sheet import MarkRow


class HelpPane(Speaking):
    """Guidance, how points come about, own marks, compare tray and evidence of one indicator."""

    level_chosen = Signal(str)
    cell_requested = Signal(object)
    """The Cell of another service whose mark was chosen in the strip."""
    pin_changed = Signal()
    left = Signal()
    """The keyboard is free again."""

    def __init__(self, desk: ScoringDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cell: Cell | None = None
        self._pictures = OwnPictures()
        self._empty = Words(BODY, role="text3")
        self.guide = Guide(desk.definition.rules)
        self.figures = FiguresPart(desk.definition.rules)
        self.own = OwnMarksPart(desk)
        self.tray = CompareTray(desk)
        self.evidence = EvidencePart(desk)
        self._parts = (self.guide, self.own, self.tray, self.evidence)
        self._scroll = QScrollArea()
        self._lay_out()
        self.guide.level_chosen.connect(self.level_chosen)
        self.own.service_requested.connect(self._on_service_requested)
        self.own.left.connect(self.left)
        self.tray.pin_changed.connect(self.pin_changed)
        self.evidence.left.connect(self.left)
        desk.changed.connect(self._on_changed)
        self.retranslate()

    def _lay_out(self) -> None:
        on_surface(self)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 14, 20, 20)
        column.setSpacing(14)
        guide, *others = self._parts
        for part in (self._empty, guide, self.figures, *others):
            column.addWidget(part)
        column.addStretch(1)
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for ground in (self._scroll.viewport(), inside):
            ground.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self.setMinimumWidth(280)

    # --- what is shown ---------------------------------------------------------------------

    def show_cell(self, cell: Cell | None) -> None:
        """Show what helps with the indicator of a cell."""
        self._cell = cell
        self._refresh()

    def show_typed(self, text: str) -> None:
        """Follow what is being typed into the cell: points, level and difference, nothing else."""
        row = self._row()
        if row is None or self._cell is None:
            return
        live = live_mark(row, self._cell, text, self._desk.places)
        for part in (self.guide, self.figures, self.own, self.tray):
            part.follow(live)

    def retranslate(self) -> None:
        self._empty.setText(self.tr("Go to an indicator to see here what helps to judge it."))
        self._refresh()

    def _row(self) -> MarkRow | None:
        return self._desk.row(self._cell) if self._cell is not None else None

    def _refresh(self) -> None:
        cell, row = self._cell, self._row()
        self._empty.setVisible(row is None)
        for part in self._parts:
            part.setVisible(row is not None)
        if row is None or cell is None:
            self.figures.hide()
            self.evidence.store()
            return
        code = row.indicator.code
        live = self._live(row, cell)
        own = self._desk.overview.own.of(code)
        picture = self._pictures.of(code, own, row.indicator.max_points)
        asked = self._desk.overview.asked(cell.service, code)
        is_open = not self._desk.is_closed(cell.service)
        self.guide.show_mark(live, asked, picture, is_open=is_open)
        self.figures.show_mark(self._desk.sheet(cell.service).service.number, live)
        self.own.show_marks(cell.service, picture, live)
        self.tray.show_mark(cell.service, live)
        self.evidence.show_row(cell.service, row)

    def _live(self, row: MarkRow, cell: Cell) -> LiveMark:
        """Return the mark as its field shows it: what was refused still stands there."""
        draft = self._desk.drafts(cell.service).get(cell)
        if draft is None:
            return stored_mark(row)
        return live_mark(row, cell, draft.text, self._desk.places)

    @Slot(object)
    def _on_changed(self, _services: frozenset[Uid]) -> None:
        # a mark of any service moves a dot of the strip
        if self._cell is not None:
            self._refresh()

    # --- what people do --------------------------------------------------------------------

    @Slot()
    def edit_evidence(self) -> None:
        """Bring the keyboard to the evidence of the indicator in work."""
        if self._row() is None:
            return
        self.show()
        self._scroll.ensureWidgetVisible(self.evidence)
        self.evidence.edit()

    def store(self) -> None:
        """Store evidence that is being written."""
        self.evidence.store()

    @Slot()
    def toggle_pin(self) -> None:
        """Pin the service in work for comparison; the pinned one is let go."""
        if self._cell is not None:
            self.tray.toggle(self._cell.service)

    def pinned(self) -> Uid | None:
        """Return the pinned service, to be found again."""
        return self.tray.pinned()

    def pin(self, service: Uid | None) -> None:
        """Pin a service, or none; one that is not in the book is none."""
        self.tray.pin(service)

    @Slot(object)
    def _on_service_requested(self, service: Uid) -> None:
        row = self._row()
        other = self._desk.overview.row(service, row.indicator.code) if row is not None else None
        if other is not None:
            self.cell_requested.emit(mark_cells(service, other.indicator)[0])
