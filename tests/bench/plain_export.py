"""The workbook as plain code: the same cells and styles through openpyxl in its leanest way.

Rows are streamed (``write_only``), every style is built once and shared. No read-back, no charts,
no conditional formats, no links: only what stands in the cells and how it looks. What to write is
read out of the program's own workbook row by row, and only the writing is measured.
"""

from __future__ import annotations

import re
import zipfile
from copy import copy
from html import unescape
from time import process_time
from typing import IO, TYPE_CHECKING, Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import column_index_from_string

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LOOK = ("font", "fill", "border", "alignment", "number_format")
_CELL = re.compile(
    r'<c r="([A-Z]+)\d+" s="(\d+)"(?: t="(\w+)")?(?:/>|>'
    r"(?:<f>(.*?)</f>)?(?:<v>(.*?)</v>|<v/>|<is><t[^>]*>(.*?)</t></is>)</c>)",
    re.DOTALL,
)
_WIDTH = re.compile(r'<col [^>]*?\bwidth="([0-9.]+)"')
_CHUNK = 1 << 20
Value = tuple[int, int, object, bool]
"""Column, number of the style, value, and whether it is a text whatever it begins with."""


def write_plainly(report: Path, target: Path) -> float:
    """Write the cells of ``report`` to ``target``; return the CPU time of the writing alone."""
    looks = _looks(report)
    began = process_time()
    workbook = Workbook(write_only=True)
    styles: list[Any] = []
    seconds = process_time() - began
    with zipfile.ZipFile(report) as archive:
        for at, name in enumerate(_names(report), start=1):
            with archive.open(f"xl/worksheets/sheet{at}.xml") as part:
                seconds += _write_sheet(workbook, name, part, styles, looks)
    began = process_time()
    workbook.save(target)
    return seconds + process_time() - began


def _write_sheet(
    workbook: Any, name: str, part: IO[bytes], styles: list[Any], looks: list[dict[str, Any]]
) -> float:
    began = process_time()
    sheet = workbook.create_sheet(name)
    if not styles:  # one object for each, shared by all the sheets
        styles += [_style(sheet, look) for look in looks]
    seconds = process_time() - began
    for meant in _rows(part, sheet):
        began = process_time()
        row: list[Any] = [None] * (meant[-1][0] if meant else 0)
        for column, number, value, is_text in meant:
            cell = WriteOnlyCell(sheet, value)
            cell._style = styles[number]
            if is_text:
                cell.data_type = "s"
            row[column - 1] = cell
        sheet.append(row)
        seconds += process_time() - began
    return seconds


def _names(report: Path) -> list[str]:
    workbook = load_workbook(report, read_only=True)
    workbook.close()
    return workbook.sheetnames


def _looks(report: Path) -> list[dict[str, Any]]:
    """What every style of the report looks like, by its number."""
    workbook = load_workbook(report, read_only=True)
    sheet = workbook.worksheets[0]
    found = []
    for style in workbook._cell_styles:
        cell = WriteOnlyCell(sheet)
        cell._style = style
        found.append({name: getattr(cell, name) for name in _LOOK})
    workbook.close()
    return found


def _style(sheet: Any, look: dict[str, Any]) -> Any:
    model = WriteOnlyCell(sheet)
    for name, value in look.items():
        setattr(model, name, copy(value))
    return model._style


def _rows(part: IO[bytes], sheet: Any) -> Iterator[list[Value]]:
    """Yield the rows of a sheet as the program streams them; widths go to ``sheet``."""
    rest = b""
    while chunk := part.read(_CHUNK):
        *whole, rest = (rest + chunk).split(b"</row>")
        for row in whole:
            text = row.decode()
            if "<sheetData>" in text:
                for at, width in enumerate(_WIDTH.findall(text)):
                    sheet.column_dimensions[chr(ord("A") + at % 26)].width = float(width)
            yield [_value(*found) for found in _CELL.findall(text)]


def _value(letters: str, style: str, kind: str, formula: str, number: str, text: str) -> Value:
    value: object = None
    if formula:
        value = f"={unescape(formula)}"
    elif kind == "inlineStr":
        value = unescape(text)
    elif number:
        value = float(number) if "." in number else int(number)
    return column_index_from_string(letters), int(style), value, kind == "inlineStr"
