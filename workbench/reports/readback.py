"""Read a written workbook again, by other means than it was written, and compare every cell.

The reader takes the file apart itself (zip and XML); the library that wrote it has no part in it.
"""

import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, Final, NamedTuple
from xml.etree import ElementTree
from xml.parsers import expat

from workbench.errors import ExportError
from workbench.reports.cells import Held, Row, column
from workbench.reports.sheet import Sheet

_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CHUNK: Final = 1 << 16


class Found(NamedTuple):
    """What stands in one cell of the file."""

    held: Held
    content: str


FoundRow = tuple[int, dict[str, Found]]
"""Row number and its cells by address; cells that hold nothing are not there."""


def compare(path: Path, sheets: Sequence[Sheet], tick: Callable[[], None]) -> None:
    """Compare every cell of the workbook at ``path`` with ``sheets``; tick once per row.

    Raises:
        ExportError: the file holds something else than was meant.
    """
    with zipfile.ZipFile(path) as archive:
        parts = _parts(archive)
        if list(parts) != [sheet.name for sheet in sheets]:
            raise ExportError("report_differs", name=path.name, place="–")
        for sheet in sheets:
            with archive.open(parts[sheet.name]) as part:
                _compare_sheet(path.name, sheet, _rows(part), tick)


def _compare_sheet(
    name: str, sheet: Sheet, found: Iterator[FoundRow], tick: Callable[[], None]
) -> None:
    for at, row in enumerate(sheet.rows(), start=1):
        number, cells = next(found, (0, {}))
        meant = _meant(row, at)
        if number != at or cells != meant:
            differing = sorted(
                address
                for address in cells.keys() | meant.keys()
                if cells.get(address) != meant.get(address)
            )
            place = f"{sheet.name} {(differing or [str(at)])[0]}"
            raise ExportError("report_differs", name=name, place=place)
        tick()
    if next(found, None) is not None:
        raise ExportError("report_differs", name=name, place=sheet.name)


def _meant(row: Row, at: int) -> dict[str, Found]:
    return {
        f"{column(index)}{at}": Found(cell.held, cell.content)
        for index, cell in enumerate(row.cells, start=1)
        if cell is not None and cell.content
    }


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the file of each sheet by the sheet's name, in the order of the tabs."""
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {row.get("Id"): str(row.get("Target")) for row in relations}
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    return {
        str(sheet.get("name")): targets[sheet.get(f"{_RELATION}id")].lstrip("/")
        for sheet in book.iter(f"{_MAIN}sheet")
    }


def _rows(part: IO[bytes]) -> Iterator[FoundRow]:
    gatherer = _Gatherer()
    while chunk := part.read(_CHUNK):
        gatherer.parser.Parse(chunk, False)
        yield from gatherer.rows
        gatherer.rows.clear()
    gatherer.parser.Parse(b"", True)


class _Gatherer:
    """Gathers the cells of a sheet's XML row by row."""

    def __init__(self) -> None:
        self.rows: list[FoundRow] = []
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self._cells: dict[str, Found] = {}
        self._row = self._address = ""
        self._held = Held.NUMBER
        self._texts: list[str] = []

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "row":
            self._row, self._cells = attributes["r"], {}
        elif tag == "c":
            self._address = attributes["r"]
            self._held = Held.TEXT if attributes.get("t") == "inlineStr" else Held.NUMBER
        elif tag in ("v", "t", "f"):
            self._texts = []
            self.parser.CharacterDataHandler = self._texts.append
            if tag == "f":
                self._held = Held.FORMULA

    def _end(self, tag: str) -> None:
        if tag in ("v", "t", "f"):
            self.parser.CharacterDataHandler = None
            content = "".join(self._texts)
            if content or tag != "v":
                self._cells[self._address] = Found(self._held, content)
        elif tag == "row":
            self.rows.append((int(self._row), self._cells))
