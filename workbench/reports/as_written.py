"""A written workbook taken apart: zip and XML by the standard library, nothing of what wrote it."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import IO, Final, NamedTuple
from xml.etree import ElementTree
from xml.parsers import expat

from workbench.exact import half_up, plain
from workbench.reports.cells import Held
from workbench.reports.safe_text import shown_text

_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CHART: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DRAWN: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_CHUNK: Final = 1 << 16
_BUILT_IN: Final = {0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00"}
"""Formats that every spreadsheet program knows by number."""
_FORMAT: Final = re.compile(r"([^#0]*)((?:#,##)?0(?:\.(0+))?)([^#0]*)")
_KEPT: Final = ("col", "hyperlink", "autoFilter", "cfRule", "conditionalFormatting", "formula")


class Found(NamedTuple):
    """What stands in one cell of the file, and the format in which a number is shown."""

    held: Held
    content: str
    format: str = ""

    @property
    def shown(self) -> str:
        """Return what a spreadsheet program shows; of a formula nothing is known."""
        if self.held is Held.NUMBER:
            return shown_number(Decimal(self.content), self.format)
        return shown_text(self.content) if self.held is Held.TEXT else ""


FoundRow = tuple[int, dict[str, Found]]
"""Row number and its cells by address; cells that hold nothing are not there."""


@dataclass
class Surroundings:
    """What a sheet says besides its cells."""

    hidden: set[int] = field(default_factory=set)
    """Columns that are not shown."""
    links: dict[str, str] = field(default_factory=dict)
    """By the address of a cell the place that it leads to."""
    filtered: str = ""
    rules: list[tuple[str, str, str]] = field(default_factory=list)
    """Colours that follow a rule: range, operator, bound."""


class Drawn(NamedTuple):
    """A chart of the file: the ranges that it draws, and its titles."""

    ranges: tuple[str, ...]
    words: tuple[str, ...]


class WrittenWorkbook:
    """The parts of an open archive, by the names of its sheets."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        """Find out where each sheet stands and how numbers are shown."""
        self._archive = archive
        self._names = frozenset(archive.namelist())
        targets = self._targets("xl/workbook.xml")
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        self._parts = {
            str(sheet.get("name")): targets[str(sheet.get(f"{_RELATION}id"))]
            for sheet in book.iter(f"{_MAIN}sheet")
        }
        names = list(self._parts)
        self.print_areas = {
            names[int(row.get("localSheetId", "0"))]: row.text or ""
            for row in book.iter(f"{_MAIN}definedName")
            if row.get("name") == "_xlnm.Print_Area"
        }
        self._formats = _formats(ElementTree.fromstring(archive.read("xl/styles.xml")))

    @property
    def sheets(self) -> list[str]:
        """Return the names of the sheets, in the order of their tabs."""
        return list(self._parts)

    def rows(self, sheet: str, around: Surroundings) -> Iterator[FoundRow]:
        """Yield the rows of ``sheet``; ``around`` is whole once all of them have been yielded."""
        with self._archive.open(self._parts[sheet]) as part:
            yield from _rows(part, self._formats, around)

    def charts(self, sheet: str) -> list[Drawn]:
        """Return the charts of ``sheet``."""
        drawings = self._targets(self._parts[sheet], "/drawing").values()
        parts = [
            chart for drawing in drawings for chart in self._targets(drawing, "/chart").values()
        ]
        return [_drawn(ElementTree.fromstring(self._archive.read(part))) for part in parts]

    def _targets(self, part: str, kind: str = "") -> dict[str, str]:
        """Return what ``part`` refers to by id, all or only of one ``kind``."""
        folder, name = posixpath.split(part)
        listed = f"{folder}/_rels/{name}.rels"
        if listed not in self._names:
            return {}
        rows = ElementTree.fromstring(self._archive.read(listed))
        return {
            str(row.get("Id")): posixpath.normpath(
                posixpath.join("/", folder, str(row.get("Target")))
            ).lstrip("/")
            for row in rows
            if str(row.get("Type")).endswith(kind)
        }


def shown_number(number: Decimal, code: str) -> str:
    """Return ``number`` as a spreadsheet program shows it in the format ``code``.

    Raises:
        ValueError: the format is none that a report has.
    """
    if code == "General":
        return plain(number)
    sections = code.split(";")
    section = sections[0]
    if len(sections) > 1 and number < 0:
        number, section = -number, sections[1]
    elif len(sections) > 2 and number == 0:
        section = sections[2]
    parts = _FORMAT.fullmatch(section)
    if parts is None:
        raise ValueError(code)
    places = len(parts[3] or "")
    rounded = half_up(Fraction(number), places)
    digits = f"{rounded:,.{places}f}" if "," in parts[2] else f"{rounded:.{places}f}"
    return (parts[1] + digits + parts[4]).replace('"', "")


def _formats(styles: ElementTree.Element) -> list[str]:
    own = {
        int(row.get("numFmtId", "0")): str(row.get("formatCode"))
        for row in styles.iter(f"{_MAIN}numFmt")
    }
    known = _BUILT_IN | own
    looks = styles.find(f"{_MAIN}cellXfs")
    rows = [] if looks is None else list(looks)
    return [known.get(int(row.get("numFmtId", "0")), "") for row in rows]


def _drawn(chart: ElementTree.Element) -> Drawn:
    ranges = dict.fromkeys(row.text or "" for row in chart.iter(f"{_CHART}f"))
    words = (
        "".join(run.text or "" for run in title.iter(f"{_DRAWN}t"))
        for title in chart.iter(f"{_CHART}title")
    )
    return Drawn(tuple(ranges), tuple(words))


def _rows(part: IO[bytes], formats: list[str], around: Surroundings) -> Iterator[FoundRow]:
    gatherer = _Gatherer(formats, around)
    while chunk := part.read(_CHUNK):
        gatherer.parser.Parse(chunk, False)
        yield from gatherer.rows
        gatherer.rows.clear()
    gatherer.parser.Parse(b"", True)


class _Gatherer:
    """Gathers the cells of a sheet's XML row by row, and what stands around them."""

    def __init__(self, formats: list[str], around: Surroundings) -> None:
        self.rows: list[FoundRow] = []
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self._formats = formats
        self._around = around
        self._cells: dict[str, Found] = {}
        self._row = self._address = self._style = ""
        self._held = Held.NUMBER
        self._texts: list[str] = []
        self._range = self._operator = ""

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "c":
            self._address, self._style = attributes["r"], attributes.get("s", "0")
            self._held = Held.TEXT if attributes.get("t") == "inlineStr" else Held.NUMBER
        elif tag in ("v", "t", "f"):
            self._texts = []
            self.parser.CharacterDataHandler = self._texts.append
            if tag == "f":
                self._held = Held.FORMULA
        elif tag == "row":
            self._row, self._cells = attributes["r"], {}
        elif tag in _KEPT:
            self._keep(tag, attributes)

    def _keep(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "col" and attributes.get("hidden") == "1":
            self._around.hidden |= {*range(int(attributes["min"]), int(attributes["max"]) + 1)}
        elif tag == "hyperlink":
            self._around.links[attributes["ref"]] = attributes.get("location", "")
        elif tag == "autoFilter":
            self._around.filtered = attributes["ref"]
        elif tag == "conditionalFormatting":
            self._range = attributes["sqref"]
        elif tag == "cfRule":
            self._operator = attributes.get("operator", "")
        elif tag == "formula":
            self._texts = []
            self.parser.CharacterDataHandler = self._texts.append

    def _end(self, tag: str) -> None:
        if tag in ("v", "t", "f"):
            self.parser.CharacterDataHandler = None
            content = "".join(self._texts)
            if content or tag != "v":
                code = "" if self._held is Held.TEXT else self._formats[int(self._style)]
                self._cells[self._address] = Found(self._held, content, code)
        elif tag == "row":
            self.rows.append((int(self._row), self._cells))
        elif tag == "formula":
            self.parser.CharacterDataHandler = None
            self._around.rules.append((self._range, self._operator, "".join(self._texts)))
