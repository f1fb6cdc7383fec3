"""The left pane: search, filter chips, the services."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.composing import Composition
from ui.language import Speaking
from ui.scoring.desk import ScoringDesk
from ui.scoring.numbers import points_text
from ui.scoring.service_list import ServiceEntry, ServiceList, ServiceModel
from ui.scoring.sheet_head import GLYPHS
from ui.theme.glyphs import Glyph
from ui.theme.icons import icon
from ui.theme.parts import Hairline, Words, button, on_surface
from workbench.definition.terms import Uid
from workbench.scoring.sheet import SheetState

CLOSED = (SheetState.COMPLETE, SheetState.RECUSED)


class ListPane(Speaking):
    """Choosing a service; the search and the chips narrow the list."""

    chosen = Signal(object)
    entered = Signal()

    def __init__(self, desk: ScoringDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._service: Uid | None = None
        self._search = QLineEdit()
        self._search.addAction(icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self._search.textChanged.connect(self.refresh)
        Composition(self._search)
        self._all, self._open = button("chip"), button("chip")
        self._chips = QButtonGroup(self)
        for chip in (self._all, self._open):
            self._chips.addButton(chip)
        self._all.setChecked(True)
        self._chips.buttonToggled.connect(self.refresh)
        self.model = ServiceModel(self)
        self._list = ServiceList()
        self._list.setModel(self.model)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._list.entered.connect(self.entered)
        self._none = Words(role="text2")
        self._clear = button()
        self._clear.clicked.connect(self._clear_filter)
        self._stack = QStackedWidget()
        self._lay_out()
        desk.sheet_changed.connect(self.refresh)
        self.retranslate()

    def _lay_out(self) -> None:
        on_surface(self)
        head = QVBoxLayout()
        head.setContentsMargins(12, 12, 12, 9)
        head.setSpacing(8)
        head.addWidget(self._search)
        chips = QHBoxLayout()
        chips.setSpacing(5)
        chips.addWidget(self._all)
        chips.addWidget(self._open)
        chips.addStretch(1)
        head.addLayout(chips)
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(20, 20, 20, 20)
        column.addWidget(self._none)
        column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._stack.addWidget(self._list)
        self._stack.addWidget(empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(Hairline())
        whole.addWidget(self._stack, 1)
        self.setMinimumWidth(240)
        self.setMaximumWidth(400)

    def retranslate(self) -> None:
        self._search.setPlaceholderText(self.tr("Find a service by name or number"))
        self._search.setAccessibleName(self.tr("Find a service by name or number"))
        self._list.setAccessibleName(self.tr("Services"))
        self._none.setText(self.tr("No service fits this filter."))
        self._clear.setText(self.tr("Clear the filter"))
        self.refresh()

    def show_service(self, service: Uid) -> None:
        """Mark the service that the sheet shows."""
        self._service = service
        row = self.model.row_of(service)
        if row < 0:
            self._clear_filter()
            row = self.model.row_of(service)
        self._list.setCurrentIndex(self.model.index(row))

    def take_focus(self) -> None:
        """Bring the keyboard to the list."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def search(self) -> None:
        """Bring the keyboard to the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    @Slot()
    def refresh(self) -> None:
        """Show the present states, through the filter."""
        entries = [self._entry(uid) for uid in self._desk.services()]
        unfinished = [entry for entry in entries if self._is_open(entry.uid)]
        self._all.setText(self.tr("All {count}").format(count=len(entries)))
        self._open.setText(self.tr("Incomplete {count}").format(count=len(unfinished)))
        shown = unfinished if self._open.isChecked() else entries
        wanted = self._search.text().strip().casefold()
        shown = [entry for entry in shown if _fits(entry, wanted)]
        is_narrowed = self._open.isChecked() or bool(wanted)
        if is_narrowed and self._service is not None:
            shown = [e for e in entries if e in shown or (e.uid == self._service and not wanted)]
        self.model.show_entries(shown)
        self._stack.setCurrentIndex(0 if shown else 1)
        row = self.model.row_of(self._service) if self._service is not None else -1
        if row >= 0 and self._list.currentIndex().row() != row:
            self._list.setCurrentIndex(self.model.index(row))

    def _is_open(self, uid: Uid) -> bool:
        return self._desk.sheet(uid).state not in CLOSED or bool(self._desk.drafts(uid))

    def _entry(self, uid: Uid) -> ServiceEntry:
        sheet = self._desk.sheet(uid)
        glyph = Glyph.ERROR if self._desk.drafts(uid) else GLYPHS[sheet.state]
        standing = f"{sheet.given} / {sheet.expected}"
        if sheet.state is SheetState.COMPLETE:
            standing = points_text(sheet.subtotal, self._desk.definition.rules.score_places)
        if sheet.state is SheetState.RECUSED:
            standing = self.tr("Recused")
        return ServiceEntry(uid, sheet.service.number, sheet.service.name, glyph, standing)

    @Slot()
    def _clear_filter(self) -> None:
        self._search.clear()
        self._all.setChecked(True)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not now.isValid():
            return
        uid = self.model.entry(now.row()).uid
        if uid != self._service:
            self._service = uid
            self.chosen.emit(uid)


def _fits(entry: ServiceEntry, wanted: str) -> bool:
    return not wanted or wanted in entry.name.casefold() or wanted == str(entry.number)
