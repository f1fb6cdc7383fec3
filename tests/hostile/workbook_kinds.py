"""Kinds of hostile, damaged and merely odd workbooks, each made of a sound one.

A kind says what must come of it: refused as what, or read with exactly the content of the sound
workbook (and of its extra sheet, where strange values stand). Sizes are what a kind needs to
show its trick, not more: the suite makes all of them, for every door.
"""

from __future__ import annotations

import random
import re
import struct
import warnings
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from tests.hostile.workbook_parts import (
    BOOK,
    CLOCK,
    DAY,
    ELAPSED,
    KIND,
    KOREAN,
    LINKS,
    MAIN,
    MANIFEST,
    OFFICE,
    OWN_DATE,
    OWN_PERCENT,
    PERCENT,
    STRINGS,
    STYLES,
    Parts,
    packed,
    with_shared_strings,
)
from workbench.tables.unfit import Unfit

Made = Callable[[Parts], bytes]

NOT_BOOK, PROTECTED, UNSAFE, DAMAGED = (
    Unfit.NOT_BOOK,
    Unfit.PROTECTED,
    Unfit.UNSAFE,
    Unfit.DAMAGED,
)


@dataclass(frozen=True)
class Kind:
    """One kind: how it is made of a sound workbook, and what must come of it."""

    name: str
    make: Made
    unfit: Unfit | None
    """None where it is read."""
    extra: str | tuple[str, str] = ""
    """The one cell of the extra sheet: a text, or a mark and a text."""
    is_larger: bool = False
    """More than the sound content stands in the sheet: a door may refuse that, by name."""


KINDS: list[Kind] = []


def kind(unfit: Unfit | None, *, is_larger: bool = False) -> Callable[[Made], Made]:
    def known(make: Made) -> Made:
        KINDS.append(Kind(make.__name__, make, unfit, is_larger=is_larger))
        return make

    return known


def refused(unfit: Unfit, **made: Made) -> None:
    KINDS.extend(Kind(name, make, unfit) for name, make in made.items())


def read(**made: Made) -> None:
    KINDS.extend(Kind(name, make, None) for name, make in made.items())


# --- what is no workbook at all

_PK = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

refused(
    NOT_BOOK,
    nothing=lambda _: b"",
    zeros=lambda _: bytes(1000),
    text_of_a_table=lambda _: "번호,이름\r\n1,가\r\n".encode(),
    page_of_a_browser=lambda _: b"<html><table><tr><td>1</td></tr></table></html>",
    first_bytes_of_an_archive=lambda _: _PK,
    chance=lambda _: _PK + random.Random(7).randbytes(5000),
    database=lambda _: b"SQLite format 3\x00" + bytes(500),
    excel_of_1990=lambda _: b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(600),
    cut_in_half=lambda parts: parts.packed()[: len(parts.packed()) // 2],
    cut_at_its_end=lambda parts: parts.packed()[:-30],
    archive_of_a_table=lambda _: packed([("표.csv", b"a,b\n1,2\n")]),
    open_document=lambda _: packed(
        [
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", b"<office:document-content xmlns:office='o'/>"),
        ]
    ),
    document_of_word=lambda parts: parts.changed(
        MANIFEST, f"{KIND}.sheet.main", "application/vnd.openxmlformats-word"
    ).packed(),
    binary_workbook=lambda parts: parts.changed(
        MANIFEST, f"{KIND}.sheet.main+xml", "application/vnd.ms-excel.sheet.binary.main"
    ).packed(),
    without_manifest=lambda parts: parts.without(MANIFEST).packed(),
    without_relations=lambda parts: parts.without("_rels/.rels").packed(),
    relations_to_no_book=lambda parts: parts.changed(
        "_rels/.rels", 'officeDocument"', 'x"'
    ).packed(),
    empty_manifest=lambda parts: parts.with_part(
        MANIFEST,
        b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ).packed(),
    strict_by_relation=lambda parts: parts.changed(
        "_rels/.rels",
        f"{OFFICE}/officeDocument",
        "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
    ).packed(),
    strict_by_name=lambda parts: parts.changed(
        BOOK, MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"
    ).packed(),
)
refused(
    PROTECTED,
    password=lambda _: _OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le") + bytes(500),
    old_excel=lambda _: _OLE + bytes(512) + "Workbook".encode("utf-16-le") + bytes(500),
)


@kind(NOT_BOOK)
def wrong_check_sum(parts: Parts) -> bytes:
    made = bytearray(parts.packed(zipfile.ZIP_STORED))
    at = made.rindex(b"</worksheet>")
    made[at - 40] ^= 1
    return bytes(made)


@kind(NOT_BOOK)
def sizes_that_lie(parts: Parts) -> bytes:
    """The directory says 100 bytes of a sheet that unpacks to many more."""
    made = bytearray(parts.packed())
    at = made.rindex(parts.sheet.encode()) - 46
    assert made[at : at + 4] == b"PK\x01\x02"
    struct.pack_into("<L", made, at + 24, 100)
    return bytes(made)


# --- archives that are weapons


@cache
def _ordinary(size: int) -> bytes:
    """As many bytes that pack as well as a sheet does, about forty times."""
    chance = random.Random(1)
    return b"".join(chance.randbytes(8).hex().encode() + b" " * 1000 for _ in range(size // 1016))


@kind(UNSAFE)
def bomb_of_one_part(parts: Parts) -> bytes:
    return parts.with_part("xl/bomb.xml", b"<a>" + b" " * 5_000_000 + b"</a>").packed()


@kind(UNSAFE)
def bomb_in_the_sheet(parts: Parts) -> bytes:
    return parts.sheet_changed("<sheetData>", f"<sheetData>{' ' * 5_000_000}").packed()


@kind(UNSAFE)
def bomb_of_many_parts(parts: Parts) -> bytes:
    for number in range(80):
        parts = parts.with_part(f"xl/media/{number}.bin", bytes(99_000))
    return parts.packed(level=9)


@kind(UNSAFE)
def more_than_may_be_unpacked(parts: Parts) -> bytes:
    inside = _ordinary(9_000_000)
    for number in range(12):
        parts = parts.with_part(f"xl/media/{number}.bin", inside)
    return parts.packed()


@kind(None)
def bomb_within_an_archive_within(parts: Parts) -> bytes:
    """What is packed once more is nobody's to unpack."""
    inner = packed([("zeros", bytes(40_000_000))])
    return parts.with_part("xl/embeddings/more.zip", packed([("bomb.zip", inner)])).packed()


@kind(UNSAFE)
def many_entries(parts: Parts) -> bytes:
    for number in range(600):
        parts = parts.with_part(f"xl/part{number}.xml", b"<a/>")
    return parts.packed()


@kind(UNSAFE)
def very_many_entries(parts: Parts) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, inside in parts.named.items():
            package.writestr(name, inside)
        for number in range(5_000):
            package.writestr(zipfile.ZipInfo(f"xl/{number}"), b"")
    return made.getvalue()


@kind(UNSAFE)
def entries_over_each_other(parts: Parts) -> bytes:
    """The directory leads two names to one place: what is there counts twice."""
    made = bytearray(parts.packed())
    places = [found.start() for found in re.finditer(b"PK\x01\x02", made)]
    first, second = places[-2:]
    made[second + 42 : second + 46] = made[first + 42 : first + 46]
    return bytes(made)


@kind(UNSAFE)
def entries_within_each_other(parts: Parts) -> bytes:
    """One entry's bytes reach over the next entry's header."""
    made = bytearray(parts.packed(zipfile.ZIP_STORED))
    at = [found.start() for found in re.finditer(b"PK\x01\x02", made)][-2]
    size = struct.unpack_from("<L", made, at + 20)[0] + 100
    struct.pack_into("<LL", made, at + 20, size, size)
    return bytes(made)


@kind(UNSAFE)
def two_entries_of_one_name(parts: Parts) -> bytes:
    other = parts.named[parts.sheet].replace(b"<v>1</v>", b"<v>2</v>")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the name that comes twice
        return packed([*parts.named.items(), (parts.sheet, other)])


def _with_name(name: str) -> Made:
    return lambda parts: parts.with_part(name, b"<a/>").packed()


refused(
    UNSAFE,
    same_part_in_capitals=_with_name("XL/Workbook.xml"),
    name_that_leads_out=_with_name("../evil.xml"),
    name_that_leads_out_within=_with_name("xl/../../evil.xml"),
    absolute_name=_with_name("/etc/evil.xml"),
    name_of_another_system=_with_name("xl\\evil.xml"),
)


@kind(UNSAFE)
def link_to_a_file(parts: Parts) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, inside in parts.named.items():
            entry = zipfile.ZipInfo(name)
            if name == parts.sheet:
                entry.create_system, entry.external_attr = 3, 0o120777 << 16
                inside = b"/etc/passwd"
            package.writestr(entry, inside)
    return made.getvalue()


@kind(UNSAFE)
def locked_entry(parts: Parts) -> bytes:
    made = bytearray(parts.packed())
    for found in re.finditer(b"PK\x01\x02", bytes(made)):
        made[found.start() + 8] |= 1
    return bytes(made)


refused(
    UNSAFE,
    packed_another_way=lambda parts: parts.packed(zipfile.ZIP_BZIP2),
    packed_in_a_third_way=lambda parts: parts.packed(zipfile.ZIP_LZMA),
)
read(
    not_packed=lambda parts: parts.packed(zipfile.ZIP_STORED),
    behind_other_bytes=lambda parts: b"#!/bin/sh\nexit\n" * 10 + parts.packed(),
)


@kind(None)
def long_remark_of_the_archive(parts: Parts) -> bytes:
    made = BytesIO(parts.packed())
    with zipfile.ZipFile(made, "a") as package:
        package.comment = b"x" * 65_000
    return made.getvalue()


# --- entities, document types, characters

_LAUGHS = "<!DOCTYPE l [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
)


def _with_type(declared: str) -> Made:
    return lambda parts: parts.sheet_changed("<worksheet", f"{declared}<worksheet").packed()


refused(
    UNSAFE,
    billion_laughs=_with_type(_LAUGHS + "]>"),
    one_long_entity=_with_type(f"<!DOCTYPE q [<!ENTITY q '{'가' * 50_000}'>]>"),
    entity_of_a_file=_with_type("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"),
    entity_of_an_address=_with_type("<!DOCTYPE x [<!ENTITY e SYSTEM 'http://127.0.0.1:9/e'>]>"),
    entity_of_the_type=_with_type("<!DOCTYPE x [<!ENTITY % p SYSTEM 'file:///dev/zero'> %p;]>"),
    type_from_outside=_with_type("<!DOCTYPE worksheet SYSTEM 'http://127.0.0.1:9/w.dtd'>"),
    type_in_the_texts=lambda parts: (
        with_shared_strings(parts).changed(STRINGS, "<sst", f"{_LAUGHS}]><sst").packed()
    ),
    type_in_the_list_of_sheets=lambda parts: parts.changed(
        BOOK, "<workbook", f"{_LAUGHS}]><workbook"
    ).packed(),
    type_in_the_manifest=lambda parts: parts.changed(
        MANIFEST, "<Types", f"{_LAUGHS}]><Types"
    ).packed(),
)


def _sheet_in(declared: str, encoding: str, before: str = "") -> Made:
    def make(parts: Parts) -> bytes:
        text = parts.named[parts.sheet].decode()
        text = text.replace('encoding="UTF-8"', f'encoding="{declared}"', 1)
        text = text.replace("<worksheet", f"{before}<worksheet", 1)
        return parts.with_part(parts.sheet, text.encode(encoding, "ignore")).packed()

    return make


read(
    sheet_in_utf16=_sheet_in("UTF-16", "utf-16"),
    sheet_with_a_mark_of_order=_sheet_in("UTF-8", "utf-8-sig"),
)
refused(
    UNSAFE,
    type_in_utf16=_sheet_in("UTF-16", "utf-16", "<!DOCTYPE x [<!ENTITY e 'e'>]>"),
    declared_korean=_sheet_in("euc-kr", "euc-kr"),
    declared_latin=_sheet_in("ISO-8859-1", "utf-8"),
    declared_utf7=_sheet_in("utf-7", "utf-7"),
)
refused(
    DAMAGED,
    declared_utf16_but_is_not=_sheet_in("UTF-16", "utf-8"),
    declared_utf8_but_is_korean=_sheet_in("UTF-8", "cp949"),
    in_utf32=_sheet_in("UTF-8", "utf-32"),
    type_in_a_code_of_mainframes=_sheet_in("cp037", "cp037", "<!DOCTYPE x [<!ENTITY e 'e'>]>"),
)


def _in_a_text(inside: str) -> Made:
    return lambda parts: parts.sheet_changed("<t>", f"<t>{inside}").packed()


refused(
    DAMAGED,
    nul_in_a_text=_in_a_text("\x00"),
    control_in_a_text=_in_a_text("\x07"),
    control_by_number=_in_a_text("&#7;"),
    half_a_character_by_number=_in_a_text("&#xD800;"),
    no_character_by_number=_in_a_text("&#xFFFFFFFF;"),
    entity_nobody_declared=_in_a_text("&evil;"),
    no_utf8=lambda parts: parts.with_part(
        parts.sheet, parts.named[parts.sheet].replace(b"<t>", b"<t>\xff\xfe", 1)
    ).packed(),
)
read(
    remarks_and_instructions_within=_in_a_text("<!-- x --><?php exit ?>"),
    million_spaces_between=lambda parts: parts.sheet_changed(
        "<sheetData>", f"<sheetData>{' ' * 60_000}"
    ).packed(),
    deep_nest_beside_the_rows=lambda parts: parts.sheet_changed(
        "</sheetData>", f"</sheetData>{'<a>' * 5_000}{'</a>' * 5_000}"
    ).packed(),
    many_attributes=lambda parts: parts.sheet_changed(
        "<sheetData>", "<sheetData" + "".join(f' a{n}="{n * n}"' for n in range(5_000)) + ">"
    ).packed(),
)

# --- parts that do not fit together

refused(
    DAMAGED,
    without_list_of_sheets=lambda parts: parts.without(BOOK).packed(),
    without_relations_of_sheets=lambda parts: parts.without(LINKS).packed(),
    without_texts=lambda parts: with_shared_strings(parts).without(STRINGS).packed(),
    without_styles=lambda parts: parts.without(STYLES).packed(),
    without_the_sheet=lambda parts: parts.without(parts.sheet).packed(),
    texts_of_another_kind=lambda parts: (
        with_shared_strings(parts).with_part(STRINGS, b"<sst/>").packed()
    ),
    manifest_of_another_kind=lambda parts: parts.with_part(MANIFEST, b"<a/>").packed(),
    list_cut_off=lambda parts: parts.with_part(BOOK, parts.named[BOOK][:-40]).packed(),
    sheet_cut_off=lambda parts: parts.with_part(
        parts.sheet, parts.named[parts.sheet][:-30]
    ).packed(),
    sheet_cut_in_a_row=lambda parts: parts.with_part(
        parts.sheet, parts.named[parts.sheet][: parts.named[parts.sheet].rindex(b"<row") + 9]
    ).packed(),
    sheet_empty=lambda parts: parts.with_part(parts.sheet, b"").packed(),
    sheet_of_no_sheet=lambda parts: parts.with_part(parts.sheet, parts.named[BOOK]).packed(),
    styles_cut_off=lambda parts: parts.with_part(STYLES, parts.named[STYLES][:-20]).packed(),
    relations_of_nothing=lambda parts: parts.with_part(LINKS, b"nothing").packed(),
    relation_twice=lambda parts: parts.changed(LINKS, 'Id="rId90"', 'Id="rId1"').packed(),
    two_kinds_of_texts=lambda parts: (
        with_shared_strings(parts)
        .changed(
            LINKS,
            "</Relationships>",
            f'<Relationship Id="x" Type="{OFFICE}/sharedStrings" Target="other.xml"/>'
            "</Relationships>",
        )
        .with_part("xl/other.xml", b"<sst/>")
        .packed()
    ),
    sheet_without_name=lambda parts: re_titled(parts, ""),
    sheet_with_endless_name=lambda parts: re_titled(parts, "가" * 9_000),
    sheet_of_no_relation=lambda parts: parts.changed(BOOK, 'r:id="rId1"', 'r:id="rId77"').packed(),
    two_sheets_of_one_name=lambda parts: two_of_one_name(parts, str),
    two_sheets_of_one_name_in_capitals=lambda parts: two_of_one_name(parts, str.upper),
)


def _titles(parts: Parts) -> list[str]:
    return re.findall('<sheet name="(.*?)"', parts.named[BOOK].decode())


def re_titled(parts: Parts, title: str) -> bytes:
    return parts.changed(
        BOOK, f'<sheet name="{_titles(parts)[-1]}"', f'<sheet name="{title}"'
    ).packed()


def two_of_one_name(parts: Parts, written: Callable[[str], str]) -> bytes:
    return re_titled(parts, written(_titles(parts)[0]))


def _to(target: str, mode: str = "") -> Made:
    def make(parts: Parts) -> bytes:
        own = parts.sheet.removeprefix("xl/")
        return (
            parts.with_part("xl/sheet.bin", parts.named[parts.sheet])
            .changed(LINKS, f'Target="{own}"', f'Target="{target}"{mode}')
            .packed()
        )

    return make


read(relation_from_the_top=lambda parts: _to(f"/{parts.sheet}")(parts))
refused(
    UNSAFE,
    relation_out_of_the_file=_to("../../../etc/passwd"),
    relation_to_an_address=_to("http://127.0.0.1:9/sheet.xml", ' TargetMode="External"'),
    relation_to_a_file=_to("file:///etc/passwd", ' TargetMode="External"'),
    relation_to_an_unjudged_part=_to("sheet.bin"),
)
refused(
    DAMAGED,
    relation_to_nothing=_to("worksheets/sheet99.xml"),
    relation_to_the_list=_to("workbook.xml"),
)

# --- sheets that contradict themselves


def _row_twice(parts: Parts) -> bytes:
    row = re.findall('<row r="2">.*?</row>', parts.named[parts.sheet].decode())[0]
    return parts.sheet_changed(row, row + row).packed()


def _rows_swapped(parts: Parts) -> bytes:
    sheet = parts.named[parts.sheet].decode()
    first, second = re.findall('<row r="[23]">.*?</row>', sheet)
    return parts.sheet_changed(first + second, second + first).packed()


def _cells(change: Callable[[str], str]) -> Made:
    """Write the second row's first cell in another way."""

    def make(parts: Parts) -> bytes:
        sheet = parts.named[parts.sheet].decode()
        first = re.findall('<c r="A2".*?</c>', sheet)[0]
        return parts.sheet_changed(first, change(first)).packed()

    return make


def _attribute(name: str, value: str) -> Made:
    return _cells(lambda cell: re.sub(r'<c r="A2"( t="\w+")?', f'<c r="A2" {name}="{value}"', cell))


refused(
    DAMAGED,
    row_twice=_row_twice,
    rows_out_of_order=_rows_swapped,
    row_of_no_number=lambda parts: parts.sheet_changed('<row r="2"', '<row r="zwei"').packed(),
    row_nought=lambda parts: parts.sheet_changed('<row r="1"', '<row r="0"').packed(),
    row_below_nought=lambda parts: parts.sheet_changed('<row r="1"', '<row r="-1"').packed(),
    row_beyond_the_last=lambda parts: parts.with_rows(
        '<row r="1048577"><c><v>1</v></c></row>'
    ).packed(),
    row_of_seven_digits_and_more=lambda parts: parts.with_rows(
        f'<row r="{10**30}"><c><v>1</v></c></row>'
    ).packed(),
    cell_twice=_cells(lambda cell: cell + cell),
    cell_of_another_row=_cells(lambda cell: cell.replace('r="A2"', 'r="A3"')),
    cell_of_no_place=_cells(lambda cell: cell.replace('r="A2"', 'r="2A"')),
    cell_in_small_letters=_cells(lambda cell: cell.replace('r="A2"', 'r="a2"')),
    cell_beyond_the_last_column=lambda parts: parts.with_rows(
        '<row r="99"><c r="XFE99"><v>1</v></c></row>'
    ).packed(),
    cells_out_of_order=lambda parts: parts.with_rows(
        '<row r="99"><c r="B99"><v>1</v></c><c r="A99"><v>1</v></c></row>'
    ).packed(),
    cell_of_unknown_type=_attribute("t", "money"),
    value_twice=_cells(lambda _: '<c r="A2"><v>1</v><v>2</v></c>'),
    value_with_something_inside=_cells(lambda _: '<c r="A2"><v>1<b/>2</v></c>'),
    value_beside_a_text=_cells(lambda _: '<c r="A2" t="inlineStr"><v>1</v><is><t>2</t></is></c>'),
    text_in_a_number=_cells(lambda _: '<c r="A2"><is><t>2</t></is></c>'),
    stranger_in_a_row=_cells(lambda cell: f"{cell}<w/>"),
    stranger_among_rows=lambda parts: parts.sheet_changed(
        "<sheetData>", "<sheetData><w/>"
    ).packed(),
    rows_of_two_versions=lambda parts: parts.sheet_changed(
        "<sheetData>",
        '<sheetData><mc:AlternateContent xmlns:mc="m"><mc:Choice><row r="1"/></mc:Choice>'
        "</mc:AlternateContent>",
    ).packed(),
    data_twice=lambda parts: parts.sheet_changed(
        "</sheetData>", "</sheetData><sheetData></sheetData>"
    ).packed(),
    number_that_is_none=_cells(lambda _: '<c r="A2"><v>NaN</v></c>'),
    number_infinite=_cells(lambda _: '<c r="A2"><v>INF</v></c>'),
    number_too_great=_cells(lambda _: '<c r="A2"><v>1E999</v></c>'),
    number_of_an_endless_power=_cells(lambda _: '<c r="A2"><v>1E999999999</v></c>'),
    number_of_5000_digits=_cells(lambda _: f'<c r="A2"><v>{"9" * 5000}</v></c>'),
    number_of_a_programmer=_cells(lambda _: '<c r="A2"><v>1_0</v></c>'),
    number_in_other_digits=_cells(lambda _: '<c r="A2"><v>\uff11</v></c>'),
    truth_of_seven=_cells(lambda _: '<c r="A2" t="b"><v>7</v></c>'),
    date_in_words=_cells(lambda _: '<c r="A2" t="d"><v>어제</v></c>'),
    hour_of_no_clock=_cells(lambda _: '<c r="A2" t="d"><v>2026-02-01T25:00:00</v></c>'),
    text_within_a_text=_in_a_text("<t>a</t>"),
    texts_within_texts=lambda parts: (
        with_shared_strings(parts).changed(STRINGS, "<si>", "<x><si></si></x><si>").packed()
    ),
    date_of_no_calendar=_cells(lambda _: '<c r="A2" t="d"><v>2026-02-30</v></c>'),
    style_nobody_made=_cells(lambda _: '<c r="A2" s="99"><v>1</v></c>'),
    style_before_the_first=_cells(lambda _: '<c r="A2" s="-1"><v>1</v></c>'),
)


def _first_shared(parts: Parts, text: str) -> bytes:
    """Refer to ``text`` where the first shared text of the sheet stands."""
    shared = with_shared_strings(parts)
    inside = shared.named[shared.sheet].decode()
    made = re.sub(r't="s"><v>\d+</v>', f't="s"><v>{text}</v>', inside, count=1)
    return shared.with_part(shared.sheet, made.encode()).packed()


refused(
    DAMAGED,
    text_beyond_the_last=lambda parts: _first_shared(parts, "99999"),
    text_before_the_first=lambda parts: _first_shared(parts, "-1"),
    text_of_half_a_number=lambda parts: _first_shared(parts, "0.5"),
    text_of_a_programmer=lambda parts: _first_shared(parts, "0_0"),
    text_of_an_endless_number=lambda parts: _first_shared(parts, "9" * 400),
)

# --- more than anybody needs


@kind(None)
def dimension_of_everything(parts: Parts) -> bytes:
    return parts.sheet_changed('ref="A1"', 'ref="A1:XFD1048576"').packed()


@kind(None)
def million_merged_ranges(parts: Parts) -> bytes:
    """Beside the rows, where nothing stands that could be hidden by them."""
    merged = "".join(f'<mergeCell ref="AX{n}:AY{n}"/>' for n in range(1, 1_001)) * 1_000
    return parts.sheet_changed(
        "</sheetData>", f"</sheetData><mergeCells>{merged}</mergeCells>"
    ).packed()


@kind(None)
def many_rules_beside_the_rows(parts: Parts) -> bytes:
    rules = "".join(
        f'<conditionalFormatting sqref="A{n}"><cfRule type="expression" priority="{n}">'
        "<formula>1</formula></cfRule></conditionalFormatting>"
        for n in range(1, 50_001)
    )
    return parts.sheet_changed("</sheetData>", f"</sheetData>{rules}").packed()


@kind(UNSAFE)
def more_elements_than_any_table(parts: Parts) -> bytes:
    noise = "".join(f"<c{n:x}/>" for n in range(100_000)) * 21
    return parts.with_part("xl/noise.xml", f"<a>{noise}</a>".encode()).packed()


@kind(UNSAFE)
def more_styles_than_a_program_knows(parts: Parts) -> bytes:
    made = "".join(f'<xf numFmtId="{n % 50}"/>' for n in range(70_000))
    return parts.changed(STYLES, "</cellXfs>", f"{made}</cellXfs>").packed()


@kind(UNSAFE)
def one_text_in_thousands_of_cells(parts: Parts) -> bytes:
    """A small file that would become gigabytes of text."""
    shared = with_shared_strings(parts)
    text = _ordinary(300_000).decode()
    count = shared.named[STRINGS].decode().count("<si>")
    rows = "".join(
        f'<row r="{n}">' + f'<c t="s"><v>{count}</v></c>' * 30 + "</row>" for n in range(50, 300)
    )
    return (
        shared.changed(STRINGS, "</sst>", f"<si><t>{text}</t></si></sst>").with_rows(rows).packed()
    )


@kind(None, is_larger=True)
def giant_cell(parts: Parts) -> bytes:
    text = _ordinary(10_000_000).decode()
    return parts.with_rows(
        f'<row r="99"><c r="A99" t="inlineStr"><is><t>{text}</t></is></c></row>'
    ).packed()


@kind(None, is_larger=True)
def value_far_to_the_right(parts: Parts) -> bytes:
    return parts.with_rows('<row r="99"><c r="XFD99"><v>1</v></c></row>').packed()


@kind(None, is_larger=True)
def value_far_below(parts: Parts) -> bytes:
    return parts.with_rows('<row r="1048576"><c r="A1048576"><v>1</v></c></row>').packed()


@kind(None)
def formats_far_away(parts: Parts) -> bytes:
    rows = "".join(f'<row r="{n}"><c r="XFD{n}" s="1"/></row>' for n in range(900, 9_000))
    return parts.with_rows(f'{rows}<row r="1048576"><c r="XFD1048576"/></row>').packed()


@kind(None)
def many_empty_rows(parts: Parts) -> bytes:
    rows = "".join(f'<row r="{n}"/>' for n in range(2_000, 100_000))
    return parts.with_rows(rows).packed()


# --- odd, and read


@kind(None)
def texts_in_one_place(parts: Parts) -> bytes:
    return with_shared_strings(parts).packed()


@kind(None)
def no_places_written(parts: Parts) -> bytes:
    """Rows and cells may count themselves; what is empty then has to stand there."""
    inside = parts.named[parts.sheet].decode()
    rows = []
    for row in re.findall("<row.*?</row>", inside):
        cells, made = dict(re.findall('(<c r="([A-Z]+)[0-9]+".*?</c>)', row)), []
        by_letter = {letter: cell for cell, letter in cells.items()}
        for letter in "ABCDEFGHIJKLMNOP"[: ord(max(by_letter)) - ord("A") + 1]:
            made.append(re.sub(r' r="\w+"', "", by_letter.get(letter, "<c/>"), count=1))
        rows.append(f"<row>{''.join(made)}</row>")
    made = re.sub(
        "<sheetData>.*</sheetData>", lambda _: f"<sheetData>{''.join(rows)}</sheetData>", inside
    )
    return parts.with_part(parts.sheet, made.encode()).packed()


@kind(None)
def texts_in_runs(parts: Parts) -> bytes:
    """Coloured pieces, and a reading aid that is no part of the text."""

    def in_runs(found: re.Match[str]) -> str:
        text = found[1]
        return (
            f"<is><r><rPr><b/></rPr><t>{text[:1]}</t></r><r><t xml:space='preserve'>{text[1:]}"
            "</t></r><rPh sb='0' eb='1'><t>읽기</t></rPh><phoneticPr fontId='1'/></is>"
        )

    inside = parts.named[parts.sheet].decode()
    made = re.sub(r"<is><t>([^<&]*)</t></is>", in_runs, inside)
    return parts.with_part(parts.sheet, made.encode()).packed()


@kind(None)
def values_of_formulas(parts: Parts) -> bytes:
    """Every value was computed, some of them by a command that nobody runs here."""
    inside = parts.named[parts.sheet].decode()
    made = re.sub("<v>", "<f>cmd|' /C calc'!A0</f><v>", inside)
    made = re.sub(
        ' t="inlineStr"><is><t>(.*?)</t></is>',
        r' t="str"><f t="shared" si="0" ref="A1:B2">DDE("a","b")</f><v>\1</v>',
        made,
    )
    return parts.with_part(parts.sheet, made.encode()).packed()


read(
    extensions_in_cells_and_rows=_cells(
        lambda cell: cell.replace("</c>", "<extLst><ext><x/></ext></extLst></c><extLst/>")
    ),
    hidden_sheet=lambda parts: parts.changed(
        BOOK,
        f'<sheet name="{_titles(parts)[-1]}"',
        f'<sheet state="veryHidden" name="{_titles(parts)[-1]}"',
    ).packed(),
    protected_sheet=lambda parts: parts.sheet_changed(
        "</sheetData>", '</sheetData><sheetProtection password="CC1A" sheet="1" objects="1"/>'
    ).packed(),
    protected_book=lambda parts: parts.changed(
        BOOK, "<sheets>", '<workbookProtection workbookPassword="CC1A" lockStructure="1"/><sheets>'
    ).packed(),
    book_with_macros=lambda parts: (
        parts.changed(
            MANIFEST,
            f"{KIND}.sheet.main+xml",
            "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        )
        .with_part("xl/vbaProject.bin", _OLE + b"Sub Auto_Open()" + bytes(3000))
        .packed()
    ),
    template=lambda parts: parts.changed(
        MANIFEST, f"{KIND}.sheet.main", f"{KIND}.template.main"
    ).packed(),
    links_to_other_books=lambda parts: (
        parts.changed(
            LINKS,
            "</Relationships>",
            f'<Relationship Id="rId80" Type="{OFFICE}/externalLink" TargetMode="External" '
            'Target="file:///etc/passwd"/></Relationships>',
        )
        .changed(
            BOOK,
            "</sheets>",
            '</sheets><externalReferences><externalReference r:id="rId80"/></externalReferences>',
        )
        .packed()
    ),
    remarks_and_pictures=lambda parts: (
        parts.with_part("xl/comments1.xml", f'<comments xmlns="{MAIN}"/>'.encode())
        .with_part("xl/media/a.png", random.Random(3).randbytes(60_000))
        .sheet_changed("</sheetData>", '</sheetData><legacyDrawing r:id="rId9"/>')
        .packed()
    ),
    names_in_another_case=lambda parts: parts.changed(
        LINKS, f'"{parts.sheet[3:]}"', f'"{parts.sheet[3:].upper()}"'
    ).packed(),
    chart_before_the_sheets=lambda parts: (
        parts.changed(BOOK, "<sheets>", '<sheets><sheet name="그림" sheetId="70" r:id="rId70"/>')
        .changed(
            LINKS,
            "</Relationships>",
            f'<Relationship Id="rId70" Type="{OFFICE}/chartsheet" Target="chart.xml"/>'
            "</Relationships>",
        )
        .packed()
    ),
)

# --- strange values, on a sheet that no door reads


def _value(name: str, xml: str, found: str | tuple[str, str]) -> None:
    KINDS.append(
        Kind(
            name,
            lambda parts: parts.with_extra(f'<row r="1">{xml}</row>').packed(),
            None,
            found,
        )
    )


def _number(text: str, style: int = 0) -> str:
    return f'<c r="A1" s="{style}"><v>{text}</v></c>'


def _typed(kind: str, text: str) -> str:
    return f'<c r="A1" t="{kind}"><v>{text}</v></c>'


_value("formula_never_computed", '<c r="A1"><f>1+1</f></c>', ("=", "=1+1"))
_value("formula_shared_never_computed", '<c r="A1"><f t="shared" si="0"/></c>', ("=", "="))
_value("formula_of_empty_text", '<c r="A1" t="str"><f>""</f><v></v></c>', "")
_value("formula_of_a_value", '<c r="A1"><f>30+2</f><v>32</v></c>', "32")
_value("error", _typed("e", "#DIV/0!"), ("!", "#DIV/0!"))
_value("truth", _typed("b", "1"), ("b", "TRUE"))
_value("untruth", _typed("b", "0"), ("b", "FALSE"))
_value("text_like_a_formula", _typed("str", "=HYPERLINK(&quot;x&quot;)"), '=HYPERLINK("x")')
_value("whole_number", _number("75"), "75")
_value("number_as_excel_keeps_it", _number("8.6999999999999993"), "8.7")
_value("number_of_17_digits", _number("0.30000000000000004"), "0.30000000000000004")
_value("number_with_a_power", _number("7.4989999999999995E1"), "74.99")
_value("number_with_a_small_power", _number("1E-7"), "0.0000001")
_value("number_of_308_digits", _number("1e308"), "1" + "0" * 308)
_value("number_too_small_to_be", _number("1e-400"), "0")
_value("negative_nought", _number("-0"), "0")
_value("negative_nought_with_a_point", _number("-0.0"), "0")
_value("number_of_400_digits", _number("9" * 400), "9" * 400)
_value("per_cent", _number("0.8", PERCENT), ("%", "0.8"))
_value("per_cent_of_an_own_format", _number("0.125", OWN_PERCENT), ("%", "0.125"))
_value("date", _number("46053", DAY), "2026-01-31")
_value("date_of_an_own_format", _number("46053", OWN_DATE), "2026-01-31")
_value("date_of_a_korean_format", _number("46053", KOREAN), "2026-01-31")
_value("date_with_time", _number("46053.75", DAY), "2026-01-31 18:00:00")
_value("first_of_march_1900", _number("61", DAY), "1900-03-01")
_value("first_of_january_1900", _number("1", DAY), "1900-01-01")
_value("date_before_all_days", _number("-1", DAY), ("!", "#VALUE!"))
_value("date_after_all_days", _number("1e300", DAY), ("!", "#VALUE!"))
_value("date_at_the_last_moment", _number("2958465.9999999995", DAY), ("!", "#VALUE!"))
_value("time_in_words_of_iso", _typed("d", "18:30:00"), "18:30:00")
_value("date_of_nothing", _typed("d", ""), "")
_value("time", _number("0.5", CLOCK), "12:00:00")
_value("duration", _number("1.5", ELAPSED), "36:00:00")
_value("date_in_words_of_iso", _typed("d", "2026-01-31T00:00:00"), "2026-01-31")
_value("moment_in_words_of_iso", _typed("d", "2026-01-31T18:30:00"), "2026-01-31 18:30:00")
_value("escaped_control", _typed("str", "계획_x000D_\n목표_x0007_"), "계획\r\n목표\x07")
_value("escaped_escape", _typed("str", "_x005F_x000D_"), "_x000D_")
_value("escaped_half_character", _typed("str", "_xD800_"), "_xD800_")
_value("emoji_and_signs", _typed("str", "👩‍👧 \uff1d \u202eabc"), "👩‍👧 \uff1d \u202eabc")
_LONG = "".join(map(chr, range(0xAC00, 0xAC00 + 10_000))) * 3 + "가" * 10_000
_value("text_of_40000_characters", _typed("str", _LONG), _LONG)


def _of_1904(parts: Parts) -> bytes:
    made = parts.with_extra(f'<row r="1">{_number("44591", DAY)}</row>')
    return made.changed(BOOK, "<workbookPr/>", '<workbookPr date1904="1"/>').packed()


KINDS.append(Kind("calendar_of_1904", _of_1904, None, "2026-01-31"))


def names() -> list[str]:
    return [kind.name for kind in KINDS]


def ratio(content: bytes) -> int:
    """How many times as large ``content`` becomes when it is unpacked."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        return sum(part.file_size for part in package.infolist()) // len(content)


assert len(names()) == len(set(names())), "two kinds of one name"
