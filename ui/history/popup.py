"""Earlier values of a cell over the page: who, when, from what to what; Enter restores one."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.history.entries import Entry, entries_of
from ui.history.past_list import PastList, PastModel
from ui.language import Speaking
from ui.problems import sentence_of
from ui.scoring.cell import LISTS, Cell
from ui.scoring.desk import ScoringDesk
from ui.theme.fonts import BODY, CAPTION, CARD_TITLE, DENSE, HALF_BOLD
from ui.theme.key_row import KeyRow
from ui.theme.parts import Hairline, Words
from ui.theme.runs import Run, RunLine
from ui.theme.scheme import color
from ui.theme.tokens import CARD_RADIUS
from workbench.errors import AppError

_WIDTH = 440
_LIST_LEAST = 100
_WHOLE_MOST = 96
_LONG = 34
_GAP = 6


class HistoryPopup(Speaking):
    """Shown over the page near the cell; goes with Esc, a restore, or a click elsewhere."""

    def __init__(self, desk: ScoringDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = parent
        self._cell: Cell | None = None
        self._anchor = QRect()
        self._before: QWidget | None = None
        self._title, self._place = RunLine(), RunLine(Qt.AlignmentFlag.AlignRight)
        self.model = PastModel(self)
        self.list = PastList()
        self.list.setModel(self.model)
        self._empty = Words(BODY, role="text3")
        self._whole = Words(DENSE, role="text2")
        self._whole_room = QScrollArea()
        self._wrong = Words(CAPTION, HALF_BOLD, "danger")
        self._keys = KeyRow(("Enter", "Esc"))
        self._lay_out()
        self.list.restored.connect(self._on_restored)
        self.list.walked.connect(self._on_walked)
        self.list.given_up.connect(self.close_popup)
        self.list.left.connect(self.hide)
        self.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(22, 0, 18, 0)
        head.addWidget(self._title)
        head.addWidget(self._place, 1)
        self._whole_room.setWidget(self._whole)
        self._whole_room.setWidgetResizable(True)
        self._whole_room.setFrameShape(QFrame.Shape.NoFrame)
        self._whole_room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for ground in (self._whole_room.viewport(), self._whole, self.list.viewport()):
            ground.setAutoFillBackground(False)
        inside = QVBoxLayout()
        inside.setContentsMargins(22, 0, 18, 0)
        inside.setSpacing(8)
        for part in (self._empty, self._whole_room, self._wrong, Hairline()):
            inside.addWidget(part)
        inside.addLayout(self._keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 14, 1, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addLayout(inside)

    # --- coming and going ------------------------------------------------------------------

    def show_for(self, cell: Cell, anchor: QWidget | QRect) -> None:
        """Show the past of ``cell`` near ``anchor``: a widget, or a place in the page.

        What is being typed is stored first, since the keyboard leaves its field.
        """
        self._before = self.window().focusWidget()
        self._anchor = anchor if isinstance(anchor, QRect) else self._place_of(anchor)
        self.show()
        self.raise_()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._cell = cell
        self._wrong.clear()
        self.model.show_rows(entries_of(self._desk, cell))
        self.list.setCurrentIndex(self.model.index(self._row_to_begin(cell), 0))
        self.retranslate()

    @Slot()
    def close_popup(self) -> None:
        """Go away and give the keyboard back to where it was."""
        before = self._before
        # the live field of the sheet hides when it is left; the sheet under it opens it again
        while before is not None and before.isHidden():
            before = before.parentWidget()
        self.hide()
        if before is not None:
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    def _place_of(self, anchor: QWidget) -> QRect:
        return QRect(anchor.mapTo(self._page, QPoint(0, 0)), anchor.size())

    def _row_to_begin(self, cell: Cell) -> int:
        """Return the newest earlier value of the cell itself, else the newest value of it."""
        rows = range(self.model.rowCount())
        own = [row for row in rows if self._entry(row).cell.field == cell.field]
        earlier = [row for row in own if not self._entry(row).is_present]
        return next(iter([*earlier, *own]), 0)

    def _entry(self, row: int) -> Entry:
        entry = self.model.row_or_none(row)
        if entry is None:
            raise IndexError(row)
        return entry

    # --- what is shown ---------------------------------------------------------------------

    def retranslate(self) -> None:
        title = self.tr("Earlier values")
        self.list.setAccessibleName(title)
        cell = self._cell
        if cell is None or self.isHidden():
            return
        self._title.say(Run(title, CARD_TITLE, HALF_BOLD))
        service = self._desk.sheet(cell.service).service
        indicator = self._desk.definition.indicator.get(cell.subject or b"")
        place = self.tr("No. {number}").format(number=service.number)
        if indicator is not None:
            place = f"{place} {indicator.code}"
        self._place.say(Run(place, CAPTION, role="text3"))
        self.list.setAccessibleName(f"{title}, {place}")
        self._empty.setText(self.tr("Nothing has been stored here yet."))
        self._keys.say((self.tr("restore this value"), self.tr("close")))
        has_past = self.model.rowCount() > 0
        self._empty.setVisible(not has_past)
        # the list keeps the keyboard even where it has nothing to show
        wanted = self.list.sizeHint().height()
        self.list.setMinimumHeight(min(wanted, _LIST_LEAST))
        self.list.setMaximumHeight(wanted)
        self._on_walked(self.list.currentIndex().row())

    @Slot(int)
    def _on_walked(self, row: int) -> None:
        entry = self.model.row_or_none(row)
        is_long = entry is not None and entry.is_text and len(entry.after) > _LONG
        self._whole.setText(entry.after if entry is not None and is_long else "")
        self._whole_room.setVisible(is_long)
        may_restore = entry is not None and not entry.is_present
        self._keys.hints[0].setVisible(may_restore and not self._is_closed())
        self._wrong.clear()
        self._fit()

    def _is_closed(self) -> bool:
        return self._cell is None or self._desk.is_closed(self._cell.service)

    def _say_wrong(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self.list.setAccessibleDescription(sentence)
        self._fit()

    def _fit(self) -> None:
        """Take the height that is needed, below the cell where it fits, else above it."""
        self._wrong.setVisible(bool(self._wrong.text()))
        room = self._page.rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
        width = min(_WIDTH, room.width())
        whole = self._whole.heightForWidth(width - 60)
        self._whole_room.setFixedHeight(min(max(whole, 16), _WHOLE_MOST))
        layout = self.layout()
        if layout is None:
            return
        layout.invalidate()
        layout.activate()  # what was shown or hidden just now counts
        below = room.bottom() - self._anchor.bottom() - _GAP
        above = self._anchor.top() - _GAP - room.top()
        height = layout.totalSizeHint().height()
        least = layout.totalMinimumSize().height()
        if layout.hasHeightForWidth():
            height = layout.totalHeightForWidth(width)
            least = layout.totalMinimumHeightForWidth(width)
        is_below = height <= below or below >= above
        height = min(height, max(below if is_below else above, least))
        top = self._anchor.bottom() + _GAP if is_below else self._anchor.top() - _GAP - height
        top = max(room.top(), min(top, room.bottom() - height))
        left = min(max(self._anchor.left(), room.left()), room.right() - width)
        self.setGeometry(QRect(QPoint(left, top), QSize(width, height)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(color("edge"))
        painter.setBrush(color("surface"))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, CARD_RADIUS, CARD_RADIUS)
        painter.end()

    # --- restoring -------------------------------------------------------------------------

    @Slot(int)
    def _on_restored(self, row: int) -> None:
        entry = self.model.row_or_none(row)
        if entry is None or entry.is_present:
            self.close_popup()
            return
        sentence = self._refusal(entry)
        if sentence:
            self._say_wrong(sentence)
            return
        self._desk.enter(entry.cell, entry.value)
        self.close_popup()

    def _refusal(self, entry: Entry) -> str:
        """Return why a value cannot stand there any more; asked before anything is touched."""
        cell = entry.cell
        if self._desk.is_closed(cell.service):
            return self.tr("Nothing can be entered here now, so nothing was restored.")
        if cell.field in LISTS:
            return ""
        try:
            self._desk.book.change(cell.service, cell.subject, cell.field, entry.value)
        except AppError as error:
            return sentence_of(error)
        return ""
