"""What is missing or odd in the service in work, under its head; each remark leads to its cell."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.handing_over.remark_words import GLYPHS, indicator_of, remark_sentence
from ui.language import Speaking
from ui.scoring.cell import Cell
from ui.scoring.desk import ScoringDesk
from ui.theme.fonts import BODY, HALF_BOLD
from ui.theme.glyphs import Glyph, GlyphMark
from ui.theme.icons import icon
from ui.theme.parts import Words, button
from workbench.definition.terms import Uid
from workbench.scoring.check import Checked, check_sheet

_TALLEST = 190


class CheckStrip(Speaking):
    """Opened by F9; it follows what is entered and goes with Esc or another service."""

    jump_requested = Signal(object)
    left = Signal()

    def __init__(self, desk: ScoringDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._service: Uid | None = None
        self._title = Words(BODY, HALF_BOLD)
        self._close = button("link")
        self._close.setIcon(icon("close"))
        self._close.clicked.connect(self.put_away)
        self._rows = QWidget()
        self._shown: list[QWidget] = []
        self._links: list[QPushButton] = []
        self._column = QVBoxLayout(self._rows)
        self._scroll = QScrollArea()
        self._lay_out()
        desk.changed.connect(self._on_changed)
        self.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setProperty("kind", "tray")
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._scroll.setWidget(self._rows)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for part in (self._scroll.viewport(), self._rows):
            part.setAutoFillBackground(False)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(14, 8, 8, 8)
        inside.setSpacing(4)
        inside.addLayout(head)
        inside.addWidget(self._scroll)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 8, 24, 12)
        whole.addWidget(frame)

    # --- what is shown ---------------------------------------------------------------------

    def check(self, service: Uid) -> None:
        """Say what is missing or odd in a service, and take the keyboard to the first remark."""
        self._service = service
        self._refresh()
        self.show()
        target = self._links[0] if self._links else self._close
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, service: Uid | None) -> None:
        """Go away where another service is shown."""
        if service != self._service:
            self._service = None
            self.hide()

    @Slot()
    def put_away(self) -> None:
        """Close and give the keyboard back."""
        self._service = None
        self.hide()
        self.left.emit()

    def retranslate(self) -> None:
        self._close.setToolTip(self.tr("Put away"))
        self._close.setAccessibleName(self.tr("Put away"))
        if self._service is not None:
            self._refresh()

    def _refresh(self) -> None:
        if self._service is None:
            return
        drafts = self._desk.drafts(self._service)
        sheet = self._desk.sheet(self._service)
        places = [(cell.subject, cell.field) for cell in drafts]
        remarks = tuple(check_sheet(sheet, self._desk.overview.own, places))
        for old in self._shown:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._links.clear()
        self._shown = [self._row(remark) for remark in remarks]
        for row in self._shown:
            self._column.addWidget(row)
        if remarks:
            words = self.tr("No. {number}: {count} to look at")
            words = words.format(number=sheet.service.number, count=len(remarks))
        else:
            words = self.tr("No. {number}: nothing is missing or odd")
            words = words.format(number=sheet.service.number)
        self._title.setText(words)
        self._scroll.setVisible(bool(remarks))
        self._scroll.setFixedHeight(min(_TALLEST, self._rows.sizeHint().height() + 2))

    def _row(self, remark: Checked) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(GlyphMark(GLYPHS.get(remark.remark, Glyph.EMPTY)))
        cell = Cell(self._service or b"", remark.subject, remark.field)
        draft = self._desk.drafts(cell.service).get(cell)
        indicator = indicator_of(self._desk, remark)
        sentence = remark_sentence(self._desk, remark, draft.text if draft else "")
        link = button("link")
        link.setText(f"{indicator.code}  {sentence}" if indicator is not None else sentence)
        link.clicked.connect(partial(self.jump_requested.emit, cell))
        self._links.append(link)
        line.addWidget(link)
        line.addStretch(1)
        return row

    @Slot(object)
    def _on_changed(self, services: frozenset[Uid]) -> None:
        if self._service in services:
            self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.put_away()
        elif key is Qt.Key.Key_Down:
            self.focusNextChild()
        elif key is Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)
