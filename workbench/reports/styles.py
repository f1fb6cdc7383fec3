"""Looks become styles of one workbook, each built once (styles per cell cost three times)."""

from typing import Any, Final

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils.indexed_list import IndexedList

from workbench.reports.cells import Look

TYPEFACE: Final = "맑은 고딕"
_HAIR: Final = Side(style="thin", color="FFE2E5EB")
_EDGE: Final = Side(style="thin", color="FF7F8796")
_BORDERS: Final = {
    "": Border(),
    "hair": Border(bottom=_HAIR),
    "head": Border(top=_EDGE, bottom=_EDGE),
    "foot": Border(top=_EDGE, bottom=_EDGE),
    "box": Border(top=_HAIR, bottom=_HAIR, left=_HAIR, right=_HAIR),
}


class Styles(dict[tuple[Look, bool], int]):
    """By look, and whether it is text, the number under which cells refer to their style.

    Each is built when it is asked for first. What is text stays text when somebody edits the cell.
    """

    def __init__(self, workbook: Any) -> None:
        """Give ``workbook`` the typeface of reports and no style yet."""
        super().__init__()
        base = Font(name=TYPEFACE, size=10)
        workbook._fonts = IndexedList([base])  # what an unstyled cell and the widths go by
        workbook._named_styles["Normal"].font = base
        self._workbook = workbook

    def __missing__(self, key: tuple[Look, bool]) -> int:
        """Build a style that was not asked for yet."""
        look, is_text = key
        number = self[key] = self._built(look, is_text=is_text)
        return number

    def _built(self, look: Look, *, is_text: bool) -> int:
        cell: Any = WriteOnlyCell(self._workbook.worksheets[0])
        cell.font = Font(name=TYPEFACE, size=look.size, bold=look.bold, color=f"FF{look.ink}")
        if look.tint:
            cell.fill = PatternFill("solid", start_color=f"FF{look.tint}")
        cell.border = _BORDERS[look.ruled]
        cell.alignment = Alignment(
            horizontal=look.align, vertical="center", wrap_text=look.wrap, indent=look.indent
        )
        cell.number_format = look.numbers
        cell.quotePrefix = is_text
        return int(cell.style_id)
