"""A written workbook taken apart: zip and XML by the standard library, nothing of what wrote it."""

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import IO, Final, NamedTuple
from xml.etree import ElementTree

from workbench.exact import half_up, plain
from workbench.reports.cells import Held
from workbench.reports.safe_text import shown_text

_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CHART: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DRAWN: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_CHUNK: Final = 1 << 17
_BUILT_IN: Final = {0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00"}
"""Formats that every spreadsheet program knows by number."""
_FORMAT: Final = re.compile(r"([^#0]*)((?:#,##)?0(?:\.(0+))?)([^#0]*)")
_ROW, _DATA, _FORMULA = f"{_MAIN}row", f"{_MAIN}sheetData", f"{_MAIN}f"
_KINDS: Final = {"inlineStr": Held.TEXT, "n": Held.NUMBER, None: Held.NUMBER}

Found = tuple[str, Held | None, str, str]
"""A cell of the file: its address, what it holds (None: what no report holds), the characters,
and the format in which a number is shown. A plain tuple: of large rounds there are millions."""
FoundRow = tuple[int, list[Found]]
"""Row number and its cells; cells that hold nothing are not there."""


def shown(cell: Found) -> str:
    """Return what a spreadsheet program shows for ``cell``; of a formula nothing is known."""
    _, held, content, code = cell
    if held is Held.NUMBER:
        return shown_number(Decimal(content), code)
    return shown_text(content) if held is Held.TEXT else ""


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


def _formats(styles: ElementTree.Element) -> dict[str, str]:
    """Return the number format of every style, by the number under which cells refer to it."""
    own = {
        int(row.get("numFmtId", "0")): str(row.get("formatCode"))
        for row in styles.iter(f"{_MAIN}numFmt")
    }
    known = _BUILT_IN | own
    looks = styles.find(f"{_MAIN}cellXfs")
    rows = [] if looks is None else list(looks)
    return {str(at): known.get(int(row.get("numFmtId", "0")), "") for at, row in enumerate(rows)}


def _drawn(chart: ElementTree.Element) -> Drawn:
    ranges = dict.fromkeys(row.text or "" for row in chart.iter(f"{_CHART}f"))
    words = (
        "".join(run.text or "" for run in title.iter(f"{_DRAWN}t"))
        for title in chart.iter(f"{_CHART}title")
    )
    return Drawn(tuple(ranges), tuple(words))


def _rows(part: IO[bytes], formats: Mapping[str, str], around: Surroundings) -> Iterator[FoundRow]:
    """Yield row after row while the XML is read; what was yielded is let go of."""
    builder = ElementTree.TreeBuilder()
    parser = ElementTree.XMLParser(target=builder)
    data = None
    while chunk := part.read(_CHUNK):
        parser.feed(chunk)
        root = builder.close()  # as far as it was built; events would take as long as the parsing
        data = root.find(_DATA) if data is None else data
        if data is not None:
            whole = len(data) - (data is root[-1])  # the last one may still grow
            yield from [_row(row, formats) for row in data[:whole]]
            del data[:whole]
    root = parser.close()
    yield from [_row(row, formats) for row in root.iterfind(f"{_DATA}/{_ROW}")]
    _look_around(root, around)


def _row(row: ElementTree.Element, formats: Mapping[str, str]) -> FoundRow:
    found: list[Found] = []
    for cell in row:
        if not len(cell):
            continue
        told, first = cell.get, cell[0]
        held = _KINDS.get(told("t"))
        code = ""
        if held is not Held.TEXT:
            code = formats[told("s", "0")]
            if first.tag == _FORMULA:
                held = Held.FORMULA
        is_plain = len(cell) == 1 and not len(first)
        content = first.text or "" if is_plain else "".join(cell.itertext())
        found.append((told("r", ""), held, content, code))
    return int(row.get("r", "0")), found


def _look_around(sheet: ElementTree.Element, around: Surroundings) -> None:
    for row in sheet.iter(f"{_MAIN}col"):
        if row.get("hidden") == "1":
            around.hidden |= {*range(int(row.get("min", "0")), int(row.get("max", "0")) + 1)}
    for row in sheet.iter(f"{_MAIN}hyperlink"):
        around.links[row.get("ref", "")] = row.get("location", "")
    for row in sheet.iter(f"{_MAIN}autoFilter"):
        around.filtered = row.get("ref", "")
    for area in sheet.iter(f"{_MAIN}conditionalFormatting"):
        for rule in area.iter(f"{_MAIN}cfRule"):
            bound = "".join(rule.itertext())
            around.rules.append((area.get("sqref", ""), rule.get("operator", ""), bound))
