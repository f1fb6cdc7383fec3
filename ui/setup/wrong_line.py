"""What is wrong with the cell in work, on the line below its table."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.language import Speaking
from ui.setup.sheet_table import SheetTable
from ui.theme.fonts import CAPTION, HALF_BOLD
from ui.theme.parts import Words


class WrongLine(Speaking):
    """Keeps its room, so that no error moves the table."""

    def __init__(self, table: SheetTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.words = Words(CAPTION, HALF_BOLD, "danger", self)
        self.setFixedHeight(34)
        table.current_changed.connect(self.look)
        table.sheet.draft.looked.connect(self.look)
        table.sheet.draft.changed.connect(self.look)

    @Slot()
    def look(self) -> None:
        """Say what is wrong with the cell the table stands on."""
        here = self._table.current()
        said = self._table.sheet.wrong(*here) if here is not None else ""
        self.words.setText(said)
        self.words.setToolTip(said)
        self._table.editor.setAccessibleDescription(said)

    def retranslate(self) -> None:
        self.look()

    def resizeEvent(self, event: object) -> None:
        self.words.setGeometry(self.rect())
