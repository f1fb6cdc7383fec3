"""A workbook made part by part, so that every part can be made wrong on purpose."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Rows = list[list[str]]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"

MANIFEST, BOOK, LINKS = "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
STYLES, STRINGS = "xl/styles.xml", "xl/sharedStrings.xml"
EXTRA = "자료"
"""The last sheet: no door reads it, so strange values may stand there."""

GENERAL, DAY, CLOCK, PERCENT, OWN_DATE, ELAPSED, KOREAN, OWN_PERCENT = range(8)
"""Cell formats by number, as ``styles`` lists them."""

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NUMBER = re.compile(r"(0|[1-9]\d{0,8})(\.\d{1,6})?")


@dataclass(frozen=True)
class Parts:
    """The parts by name; ``sheet`` is the one that is read, ``extra`` the one that is not."""

    named: dict[str, bytes]
    sheet: str
    extra: str

    def with_part(self, name: str, inside: bytes) -> Parts:
        return replace(self, named=self.named | {name: inside})

    def without(self, name: str) -> Parts:
        return replace(self, named={key: it for key, it in self.named.items() if key != name})

    def changed(self, name: str, old: str, new: str) -> Parts:
        """Replace the first ``old`` in a part, which must be there."""
        inside = self.named[name].decode()
        assert old in inside, (name, old)
        return self.with_part(name, inside.replace(old, new, 1).encode())

    def sheet_changed(self, old: str, new: str) -> Parts:
        return self.changed(self.sheet, old, new)

    def with_rows(self, rows: str) -> Parts:
        """Rows below those of the sheet that is read."""
        return self.sheet_changed("</sheetData>", f"{rows}</sheetData>")

    def with_extra(self, rows: str) -> Parts:
        return self.changed(self.extra, "</sheetData>", f"{rows}</sheetData>")

    def packed(self, compression: int = zipfile.ZIP_DEFLATED, level: int = 1) -> bytes:
        return packed(self.named.items(), compression, level)


def packed(
    parts: Iterable[tuple[str, bytes]], compression: int = zipfile.ZIP_DEFLATED, level: int = 1
) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression, compresslevel=level) as package:
        for name, inside in parts:
            package.writestr(name, inside)
    return made.getvalue()


def letters(position: int) -> str:
    before, last = divmod(position, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def cell(reference: str, text: str) -> str:
    if not text:
        return ""
    if _NUMBER.fullmatch(text):
        return f'<c r="{reference}"><v>{text}</v></c>'
    return f'<c r="{reference}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def row_xml(number: int, row: Sequence[str]) -> str:
    cells = "".join(cell(f"{letters(at)}{number}", text) for at, text in enumerate(row))
    return f'<row r="{number}">{cells}</row>'


def sheet_xml(rows: Rows) -> bytes:
    inside = "".join(row_xml(number, row) for number, row in enumerate(rows, start=1))
    return (
        f'{_HEAD}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}"><dimension ref="A1"/>'
        f"<sheetData>{inside}</sheetData></worksheet>"
    ).encode()


def links_xml(links: Sequence[tuple[str, str, str]]) -> bytes:
    inside = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target={quoteattr(target)}/>'
        for key, kind, target in links
    )
    return (
        f'{_HEAD}<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'.encode()
    )


def styles_xml() -> bytes:
    own = [
        (164, 'yyyy"년" m"월" d"일"'),
        (165, "[h]:mm:ss"),
        (166, '0.0"%p";[Red]-0.0%'),
    ]
    used = (0, 14, 21, 9, 164, 165, 31, 166)
    formats = "".join(
        f'<numFmt numFmtId="{key}" formatCode={quoteattr(code)}/>' for key, code in own
    )
    cells = "".join(f'<xf numFmtId="{key}" xfId="0"/>' for key in used)
    return (
        f'{_HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="3">{formats}</numFmts>'
        f'<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>'
        f'<cellXfs count="{len(used)}">{cells}</cellXfs></styleSheet>'
    ).encode()


def workbook(sheets: Mapping[str, Rows], read: str) -> Parts:
    """A sound workbook of these sheets and the extra one, of which ``read`` will be made wrong."""
    titles = [*sheets, EXTRA]
    numbered = list(enumerate(titles, start=1))
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="{KIND}.worksheet+xml"/>'
        for at, _ in numbered
    )
    listed = "".join(
        f'<sheet name={quoteattr(title)} sheetId="{at}" r:id="rId{at}"/>' for at, title in numbered
    )
    links = [(f"rId{at}", "worksheet", f"worksheets/sheet{at}.xml") for at, _ in numbered]
    named = {
        MANIFEST: (
            f'{_HEAD}<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/{BOOK}" ContentType="{KIND}.sheet.main+xml"/>{types}</Types>'
        ).encode(),
        "_rels/.rels": links_xml([("rId1", "officeDocument", BOOK)]),
        BOOK: (
            f'{_HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr/>'
            f"<sheets>{listed}</sheets></workbook>"
        ).encode(),
        LINKS: links_xml([*links, ("rId90", "styles", "styles.xml")]),
        STYLES: styles_xml(),
    }
    for at, title in numbered:
        named[f"xl/worksheets/sheet{at}.xml"] = sheet_xml(sheets.get(title, []))
    at = titles.index(read) + 1
    return Parts(named, f"xl/worksheets/sheet{at}.xml", f"xl/worksheets/sheet{len(titles)}.xml")


def with_shared_strings(parts: Parts) -> Parts:
    """The same workbook with its texts in one place, as Excel writes them."""
    texts: list[str] = []

    def shared(found: re.Match[str]) -> str:
        texts.append(found[2])
        return f'<c{found[1]} t="s"><v>{len(texts) - 1}</v></c>'

    inline = r'<c([^>]*?) t="inlineStr"><is>(.*?)</is></c>'
    for name, inside in parts.named.items():
        if name.startswith("xl/worksheets/"):
            made = re.sub(inline, shared, inside.decode(), flags=re.DOTALL)
            parts = parts.with_part(name, made.encode())
    strings = "".join(f"<si>{text}</si>" for text in texts)
    link = f'<Relationship Id="rId91" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    kind = f'<Override PartName="/{STRINGS}" ContentType="{KIND}.sharedStrings+xml"/>'
    return (
        parts.changed(LINKS, "</Relationships>", f"{link}</Relationships>")
        .changed(MANIFEST, "</Types>", f"{kind}</Types>")
        .with_part(STRINGS, f'{_HEAD}<sst xmlns="{MAIN}">{strings}</sst>'.encode())
    )
