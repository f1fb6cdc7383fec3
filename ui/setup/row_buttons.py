"""The same as the row keys of a table, as buttons; and the keys named beside them."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.language import Speaking
from ui.setup.sheet_table import SheetTable
from ui.theme.parts import KeyHint, button


class RowButtons(Speaking):
    """Add, remove, up, down."""

    def __init__(self, table: SheetTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        commands = table.commands
        self._buttons = {name: button("link") for name in ("add", "remove", "up", "down")}
        self._keys = {key: KeyHint(key) for key in ("F2", "Ctrl+V", "Ctrl+Tab")}
        for name, slot in (
            ("add", commands.add),
            ("remove", commands.remove),
            ("up", commands.move_up),
            ("down", commands.move_down),
        ):
            self._buttons[name].clicked.connect(slot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for one in self._buttons.values():
            row.addWidget(one)
        row.addStretch(1)
        for hint in self._keys.values():
            row.addWidget(hint)
        table.sheet.draft.changed.connect(self._allow)
        self._allow()
        self.retranslate()

    @Slot()
    def _allow(self) -> None:
        for one in self._buttons.values():
            one.setEnabled(self._table.sheet.draft.may_edit)

    def retranslate(self) -> None:
        for name, words, key in (
            ("add", self.tr("Add a row"), "Ins"),
            ("remove", self.tr("Remove"), "Ctrl+Del"),
            ("up", self.tr("Move up"), "Alt+↑"),
            ("down", self.tr("Move down"), "Alt+↓"),
        ):
            self._buttons[name].setText(words)
            self._buttons[name].setToolTip(key)
        for key, words in {
            "F2": self.tr("edit the cell"),
            "Ctrl+V": self.tr("paste from Excel"),
            "Ctrl+Tab": self.tr("leave the table"),
        }.items():
            self._keys[key].say(words)
