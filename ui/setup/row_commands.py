"""What keys and buttons do with whole rows and blocks of an editable table."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from ui.setup.choice_popup import ChoicePopup
from workbench.scoring.pasting import block_of

if TYPE_CHECKING:
    from ui.setup.sheet_table import SheetTable


class RowCommands(QObject):
    """Copy, paste, clear, add, remove, move; each a step of the draft."""

    def __init__(self, table: "SheetTable") -> None:
        super().__init__(table)
        self._table = table
        self._sheet = table.sheet
        self.popup: ChoicePopup | None = None

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key means; say whether it means anything here."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return True
        return self._sheet.draft.may_edit and (self._block(event) or self._row(event))

    def _block(self, event: QKeyEvent) -> bool:
        key, held = Qt.Key(event.key()), event.modifiers()
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif key == Qt.Key.Key_Delete and not control:
            self._sheet.clear(self._table.selected())
        elif key == Qt.Key.Key_Backspace:
            self._table.editor.begin_empty()
        elif key == Qt.Key.Key_F2 or (key == Qt.Key.Key_Space and self._choices()):
            self.begin()
        else:
            return False
        return True

    def _row(self, event: QKeyEvent) -> bool:
        key, held = Qt.Key(event.key()), event.modifiers()
        has_alt = bool(held & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_Delete:
            self.remove()
        elif key == Qt.Key.Key_Insert:
            self.add()
        elif has_alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(-1 if key == Qt.Key.Key_Up else 1)
        else:
            return False
        return True

    def _choices(self) -> Mapping[str, str]:
        """Return the fixed values of the current cell, none where anything may stand."""
        here = self._table.current()
        return self._sheet.columns[here[1]].choices if here is not None else {}

    def begin(self) -> None:
        """Mend the current cell: choose one of its fixed values, or type on."""
        here = self._table.current()
        if here is None or not self._sheet.draft.may_edit:
            return
        if not self._choices():
            self._table.begin()
            return
        window, viewport = self._table.window(), self._table.viewport()
        if self.popup is None:
            self.popup = ChoicePopup(window)
            self.popup.chosen.connect(self._table.enter)
            self.popup.left.connect(self._table.take_focus)
            self.destroyed.connect(self.popup.deleteLater)
        spot = viewport.mapTo(window, self._table.box(self._table.currentIndex()).bottomLeft())
        self.popup.open_at(spot, self._choices(), self._sheet.stored(*here))

    def copy(self) -> None:
        """Put the selected cells on the clipboard, as a spreadsheet takes them."""
        QGuiApplication.clipboard().setText(self._sheet.copied(self._table.selected()))

    def paste(self) -> None:
        """Lay what is on the clipboard onto the table, from the first selected cell on."""
        part, block = self._table.selected(), block_of(QGuiApplication.clipboard().text())
        if block and not part.isEmpty() and self._sheet.paste(block, part.top(), part.left()):
            self._table.go_to(part.top(), part.left())

    @Slot()
    def add(self) -> None:
        """Put a blank row below the current one and go there."""
        self._table.store()
        here = self._table.current()
        row = here[0] if here is not None else self._sheet.count() - 1
        if self._sheet.insert(row):
            self._table.go_to(min(row + 1, self._sheet.count() - 1), 0)
            self._table.take_focus()

    @Slot()
    def remove(self) -> None:
        """Take the selected rows away."""
        part = self._table.selected()
        if self._sheet.remove(range(part.top(), part.bottom() + 1)):
            self._table.go_to(part.top(), part.left())
            self._table.take_focus()

    @Slot()
    def move_up(self) -> None:
        """Move the selected rows one up."""
        self._move(-1)

    @Slot()
    def move_down(self) -> None:
        """Move the selected rows one down."""
        self._move(1)

    def _move(self, way: int) -> None:
        self._table.store()
        part = self._table.selected()
        if self._sheet.move(part.top(), part.bottom(), way):
            self._table.select(part.translated(0, way))
