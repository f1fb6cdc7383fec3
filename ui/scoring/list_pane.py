"""The left pane: search, filter chips, the services or the indicators."""

from collections.abc import Set as AbstractSet
from enum import StrEnum

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.composing import Composition
from ui.language import Speaking
from ui.scoring.desk import ScoringDesk
from ui.scoring.headings import glyph_of_code, glyph_of_service
from ui.scoring.numbers import points_text
from ui.scoring.orders import Order, Subject, is_flagged, is_open, subjects
from ui.scoring.subject_list import SubjectEntry, SubjectList, SubjectModel
from ui.theme.icons import icon
from ui.theme.parts import Hairline, Words, button, on_surface
from workbench.scoring.sheet import SheetState


class Filter(StrEnum):
    """What the chips let through."""

    ALL = "all"
    OPEN = "open"
    FLAGGED = "flagged"
    BELOW = "below"


class ListPane(Speaking):
    """Choosing what the sheet shows; the search and the chips narrow the list."""

    chosen = Signal(object)
    entered = Signal()

    def __init__(self, desk: ScoringDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._order = Order.SERVICE
        self._subject: Subject | None = None
        self._entries: dict[Subject, SubjectEntry] = {}
        self._kept: dict[Order, dict[Subject, SubjectEntry]] = {}
        self._stale: dict[Order, set[bytes]] = {order: set() for order in Order}
        """Services that changed while the list of another order was shown."""
        self._search = QLineEdit()
        self._search.addAction(icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self._search.textChanged.connect(self._narrow)
        self._search.returnPressed.connect(self._to_hit)
        self._composition = Composition(self._search)
        self._search.installEventFilter(self)
        self._chips = {kind: button("chip") for kind in Filter}
        self._group = QButtonGroup(self)
        for chip in self._chips.values():
            self._group.addButton(chip)
        self._chips[Filter.ALL].setChecked(True)
        self._group.buttonToggled.connect(self._on_chip)
        self.model = SubjectModel(self)
        self._list = SubjectList()
        self._list.setModel(self.model)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._list.entered.connect(self.entered)
        self._none = Words(role="text2")
        self._clear = button()
        self._clear.clicked.connect(self._clear_filter)
        self._stack = QStackedWidget()
        self._lay_out()
        desk.changed.connect(self._on_changed)
        self.retranslate()

    def _lay_out(self) -> None:
        on_surface(self)
        head = QVBoxLayout()
        head.setContentsMargins(12, 12, 12, 9)
        head.setSpacing(8)
        head.addWidget(self._search)
        chips = QHBoxLayout()
        chips.setSpacing(4)
        for chip in self._chips.values():
            chips.addWidget(chip)
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
        self.setMaximumWidth(400)

    def retranslate(self) -> None:
        self._say()
        self.setMinimumWidth(0)
        self.refresh()

    def _say(self) -> None:
        by_indicator = self._order is Order.INDICATOR
        hint = (
            self.tr("Find an indicator by name or code")
            if by_indicator
            else self.tr("Find a service by name or number")
        )
        self._search.setPlaceholderText(hint)
        self._search.setAccessibleName(hint)
        self._list.setAccessibleName(self.tr("Indicators") if by_indicator else self.tr("Services"))
        self._none.setText(
            self.tr("No indicator fits this filter.")
            if by_indicator
            else self.tr("No service fits this filter.")
        )
        self._clear.setText(self.tr("Clear the filter"))
        for kind, meaning in (
            (Filter.OPEN, self.tr("Something is left to do")),
            (Filter.FLAGGED, self.tr("A mark asks for a comment")),
            (Filter.BELOW, self.tr("Complete, and below my own mean")),
        ):
            self._chips[kind].setToolTip(meaning)
            self._chips[kind].setAccessibleDescription(meaning)

    # --- what is shown ---------------------------------------------------------------------

    def show_subject(self, subject: Subject) -> None:
        """Mark what the sheet shows; another order of work brings its own list."""
        self._subject = subject
        if subject.order is not self._order:
            self._kept[self._order] = self._entries
            self._order = subject.order
            self._entries = self._kept.get(subject.order, {})
            self._search.clear()
            self._chips[Filter.ALL].setChecked(True)
            self._say()
            stale, self._stale[subject.order] = self._stale[subject.order], set()
            self._look_again(stale)
        if self.model.row_of(subject) < 0:
            self._clear_filter()
        self._list.setCurrentIndex(self.model.index(self.model.row_of(subject)))

    def shown(self) -> tuple[Subject, ...]:
        """Return what the filter lets through, in the order of the list."""
        return tuple(self.model.row(row).subject for row in range(self.model.rowCount()))

    def take_focus(self) -> None:
        """Bring the keyboard to the list."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def search(self) -> None:
        """Bring the keyboard to the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def refresh(self) -> None:
        """Look at every subject again."""
        self._kept.clear()
        self._entries = {}
        for services in self._stale.values():
            services.clear()
        self._look_again(frozenset())

    @Slot(object)
    def _on_changed(self, services: frozenset[bytes]) -> None:
        for order, stale in self._stale.items():
            if order is not self._order:
                stale |= services
        self._look_again(services)

    def _look_again(self, services: AbstractSet[bytes]) -> None:
        """Look at these services again, or at the indicators, which go through all of them.

        What was not seen yet is looked at in any case.
        """
        is_any = self._order is Order.INDICATOR and bool(services)
        for subject in subjects(self._desk, self._order):
            if subject not in self._entries or is_any or subject.service in services:
                self._entries[subject] = self._entry(subject)
        self._narrow()

    def _entry(self, subject: Subject) -> SubjectEntry:
        desk = self._desk
        flagged = is_flagged(desk, subject)
        if subject.order is Order.INDICATOR:
            code = subject.code
            counted = len(desk.overview.counted_in(code))
            standing = f"{counted - len(desk.open_in(code))} / {counted}"
            name = desk.overview.name(code)
            return SubjectEntry(subject, code, name, glyph_of_code(desk, code), standing, flagged)
        sheet = desk.sheet(subject.service)
        standing = f"{sheet.given} / {sheet.expected}"
        if sheet.state is SheetState.COMPLETE:
            standing = points_text(sheet.subtotal, desk.places)
        if sheet.state is SheetState.RECUSED:
            standing = self.tr("Recused")
        glyph = glyph_of_service(desk, subject.service)
        number = str(sheet.service.number)
        return SubjectEntry(subject, number, sheet.service.name, glyph, standing, flagged)

    # --- search and chips ------------------------------------------------------------------

    def _passes(self, kind: Filter) -> list[SubjectEntry]:
        entries = list(self._entries.values())
        if kind is Filter.OPEN:
            return [entry for entry in entries if is_open(self._desk, entry.subject)]
        if kind is Filter.FLAGGED:
            return [entry for entry in entries if entry.is_flagged]
        if kind is Filter.BELOW:
            below = self._desk.overview.below_mean()
            return [entry for entry in entries if entry.subject.service in below]
        return entries

    def _filter(self) -> Filter:
        return next(kind for kind, chip in self._chips.items() if chip.isChecked())

    @Slot(QAbstractButton, bool)
    def _on_chip(self, chip: QPushButton, is_on: bool) -> None:
        if is_on:
            self._narrow()

    @Slot()
    def _narrow(self) -> None:
        passing = {kind: self._passes(kind) for kind in Filter}
        words = {
            Filter.ALL: self.tr("All {count}"),
            Filter.OPEN: self.tr("Open {count}"),
            Filter.FLAGGED: self.tr("Flagged {count}"),
            Filter.BELOW: self.tr("Low {count}"),
        }
        for kind, chip in self._chips.items():
            text = words[kind].format(count=len(passing[kind]))
            if chip.text() != text:
                chip.setText(text)
        self._chips[Filter.BELOW].setVisible(self._order is not Order.INDICATOR)
        self._keep_room()
        kind, wanted = self._filter(), self._search.text().strip().casefold()
        chosen = {entry.subject for entry in passing[kind] if _fits(entry, wanted)}
        if kind is not Filter.ALL and not wanted and self._subject is not None:
            chosen.add(self._subject)  # what is in work stays, although it is done now
        self.model.show_rows([it for it in self._entries.values() if it.subject in chosen])
        self._stack.setCurrentIndex(0 if chosen else 1)
        row = self.model.row_of(self._subject) if self._subject is not None else -1
        if row >= 0 and self._list.currentIndex().row() != row:
            self._list.setCurrentIndex(self.model.index(row))

    def _keep_room(self) -> None:
        """Keep the width the chips once needed, or turning to another order moves all panes."""
        needed = max(self.minimumWidth(), self.minimumSizeHint().width())
        self.setMinimumWidth(min(needed, self.maximumWidth()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        layout = self.layout()
        if event.type() is QEvent.Type.StyleChange and layout is not None:
            self.setMinimumWidth(0)  # what the chips needed undressed
            layout.activate()  # or the rows in it keep the sizes they know
            self._keep_room()

    @Slot()
    def _clear_filter(self) -> None:
        self._search.clear()
        self._chips[Filter.ALL].setChecked(True)

    @Slot()
    def _to_hit(self) -> None:
        """Choose what was found, the first of several, and go on in the sheet."""
        if self._choose_hit():
            self.entered.emit()

    def _choose_hit(self) -> bool:
        self._composition.finish()
        row = self.model.row_of(self._subject) if self._subject is not None else -1
        is_any = self.model.rowCount() > 0
        if is_any:
            self._list.setCurrentIndex(self.model.index(max(row, 0)))
        return is_any

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Down lead from the search into the list, and Escape back into the sheet."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down:
                if self._choose_hit():
                    self.take_focus()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._search.clear()
                self.entered.emit()
                return True
        return super().eventFilter(watched, event)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not now.isValid():
            return
        subject = self.model.row(now.row()).subject
        if subject != self._subject:
            self._subject = subject
            self.chosen.emit(subject)


def _fits(entry: SubjectEntry, wanted: str) -> bool:
    return not wanted or wanted in entry.name.casefold() or wanted == entry.code.casefold()
