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
from workbench.reports.as_written import Drawn, Found, Surroundings, WrittenWorkbook, shown
from workbench.reports.cells import Held, Row, columns, quoted
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
    waiting = {address: meant for address, meant in figures.items() if meant}
    empty = figures.keys() - waiting.keys()
    for at, row in enumerate(sheet.rows(), start=1):
        number, cells = next(rows, (0, []))
        meant = _meant(row, at, links)
        if number != at or cells != meant:
            return _first(_by_address(cells), _by_address(meant)) or str(at)
        for cell in [one for one in cells if one[0] in figures] if figures else ():
            if cell[0] in empty or shown(cell) != waiting.pop(cell[0]):
                return cell[0]
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


def _meant(row: Row, at: int, links: dict[str, str]) -> list[Found]:
    found: list[Found] = []
    for letters, cell in zip(columns(len(row.cells)), row.cells, strict=True):
        if cell is None:
            continue
        held, content, look, link = cell
        if link:
            links[f"{letters}{at}"] = link
        if content:
            code = "" if held is Held.TEXT else look.numbers
            found.append((f"{letters}{at}", held, content, code))
    return found


def _by_address(cells: list[Found]) -> dict[str, Found]:
    return {cell[0]: cell for cell in cells}


def _first(found: Mapping[str, object], meant: Mapping[str, object]) -> str:
    """Return the first address at which two rows or two sets of links differ."""
    differing = (
        address
        for address in found.keys() | meant.keys()
        if found.get(address) != meant.get(address)
    )
    return min(differing, default="")
