"""Read a written workbook again, by other means than it was written, and compare everything.

Every cell is compared with the sheets that were meant; and where a number of the result stands,
what a spreadsheet program shows there is compared with the outcome itself.
"""

import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from workbench.errors import ExportError
from workbench.exact import plain
from workbench.reports.as_written import Drawn, Found, Surroundings, WrittenWorkbook
from workbench.reports.cells import Held, Row, column, quoted
from workbench.reports.sheet import Sheet

Figures = Mapping[str, Mapping[str, str]]
"""By sheet and address what has to be shown there."""
_NO_FIGURES: Final[Figures] = MappingProxyType({})
_NOWHERE: Final[Mapping[str, str]] = MappingProxyType({})


def compare(
    path: Path,
    sheets: Sequence[Sheet],
    tick: Callable[[], None],
    figures: Figures = _NO_FIGURES,
) -> None:
    """Compare the workbook at ``path`` with ``sheets`` and ``figures``; tick once per row.

    Raises:
        ExportError: the file holds something else than was meant.
    """
    with zipfile.ZipFile(path) as archive:
        written = WrittenWorkbook(archive)
        names = [sheet.name for sheet in sheets]
        if written.sheets != names or not figures.keys() <= set(names):
            raise ExportError("report_differs", name=path.name, place="–")
        for sheet in sheets:
            place = _difference(written, sheet, figures.get(sheet.name, _NOWHERE), tick)
            if place is not None:
                where = f"{sheet.name} {place}".strip()
                raise ExportError("report_differs", name=path.name, place=where)


def _difference(
    written: WrittenWorkbook, sheet: Sheet, figures: Mapping[str, str], tick: Callable[[], None]
) -> str | None:
    """Return where the first difference is, None where there is none."""
    around = Surroundings()
    rows = written.rows(sheet.name, around)
    links: dict[str, str] = {}
    waiting = {address: shown for address, shown in figures.items() if shown}
    empty = figures.keys() - waiting.keys()
    for at, row in enumerate(sheet.rows(), start=1):
        number, cells = next(rows, (0, {}))
        meant = _meant(row, at, links)
        if number != at or cells != meant:
            return _first(cells, meant) or str(at)
        for address in (one for one in cells if one in figures):
            if address in empty or cells[address].shown != waiting.pop(address):
                return address
        tick()
    if next(rows, None) is not None:
        return ""
    if waiting:
        return min(waiting)
    if around.links != links:
        return _first(around.links, links)
    return _dress(written, sheet, around)


def _dress(written: WrittenWorkbook, sheet: Sheet, around: Surroundings) -> str | None:
    """Return what of all that stands around the cells differs, in the words of a Korean menu."""
    columns = len(sheet.widths)
    area = written.print_areas.get(sheet.name, "").replace("$", "")
    rules = [rule for rule in around.rules if rule[0] != _short(sheet.verdicts)]
    judged = [(_short(cells), "lessThan", plain(cut)) for cells, cut in sheet.judged]
    drawn = written.charts(sheet.name)
    is_as_meant = {
        "숨긴 열": around.hidden == {*range(columns - sheet.hidden + 1, columns + 1)},
        "필터": around.filtered == sheet.filtered,
        "조건부 서식": rules == judged,
        "인쇄 영역": area.startswith(f"{quoted(sheet.name)}A1:{sheet.printed_columns}"),
        "도표": drawn == [Drawn(one.ranges, one.words) for one in sheet.charts],
    }
    return next((part for part, is_so in is_as_meant.items() if not is_so), None)


def _short(cells: str) -> str:
    """Return a range as files name it: one cell is no range."""
    first, _, last = cells.partition(":")
    return first if first == last else cells


def _meant(row: Row, at: int, links: dict[str, str]) -> dict[str, Found]:
    found: dict[str, Found] = {}
    for index, cell in enumerate(row.cells, start=1):
        if cell is None:
            continue
        address = f"{column(index)}{at}"
        if cell.link:
            links[address] = cell.link
        if cell.content:
            shown = "" if cell.held is Held.TEXT else cell.look.numbers
            found[address] = Found(cell.held, cell.content, shown)
    return found


def _first(found: Mapping[str, object], meant: Mapping[str, object]) -> str:
    """Return the first address at which two rows or two sets of links differ."""
    differing = (
        address
        for address in found.keys() | meant.keys()
        if found.get(address) != meant.get(address)
    )
    return min(differing, default="")
