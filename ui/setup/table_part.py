"""A whole sheet as a table with what is wrong below it and the buttons for its rows."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import Speaking
from ui.setup.columns import sheet_word
from ui.setup.draft import SetupDraft
from ui.setup.row_buttons import RowButtons
from ui.setup.sheet_model import SheetModel
from ui.setup.sheet_table import SheetTable
from ui.setup.wrong_line import WrongLine


class TablePart(Speaking):
    """``begun`` says what a new row holds at first, ``caption_of`` what stands above a row."""

    def __init__(
        self,
        draft: SetupDraft,
        sheet: str,
        begun: Callable[[], Mapping[str, str]] = dict,
        caption_of: Callable[[SheetModel, int], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.table = SheetTable(SheetModel(draft, sheet, begun=begun), caption_of=caption_of)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(WrongLine(self.table))
        self.column.addWidget(RowButtons(self.table))
        self.retranslate()

    def retranslate(self) -> None:
        self.table.setAccessibleName(sheet_word(self.table.sheet.sheet))
        self.table.sheet.retranslate()
        self.table.fit()

    def show_row(self, at: int, column: str) -> None:
        """Go to a cell by the place of its row in the sheet."""
        self.table.go_to(self.table.sheet.row_at(at), self.table.sheet.column_named(column))
