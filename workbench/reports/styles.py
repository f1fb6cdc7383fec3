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


class Styles:
    """The styles of one workbook by look."""

    def __init__(self, workbook: Any) -> None:
        base = Font(name=TYPEFACE, size=10)
        workbook._fonts = IndexedList([base])  # what an unstyled cell and the widths go by
        workbook._named_styles["Normal"].font = base
        self._workbook = workbook
        self._found: dict[tuple[Look, bool], int] = {}

    def number(self, look: Look, *, is_text: bool) -> int:
        """Return by which number cells refer to the style of ``look``.

        What is text stays text when somebody edits the cell.
        """
        key = (look, is_text)
        if key not in self._found:
            self._found[key] = self._built(look, is_text=is_text)
        return self._found[key]

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
