"""A workbook from outside: it is read, or refused by one sentence, and never believed."""

from __future__ import annotations

import io
import json
import random
import re
import struct
import subprocess
import sys
import zipfile
import zlib
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.definition.reading import read_definition
from workbench.errors import DefinitionUnfit
from workbench.sentences import LANGUAGES, sentence_of
from workbench.tables import guard
from workbench.tables.files import MAX_FILE_BYTES
from workbench.tables.foreign import believed
from workbench.tables.task import workbook_rows
from workbench.tables.terms import Limits, Wanted
from workbench.tables.unfit import BookUnfit, Unfit

if TYPE_CHECKING:
    from pathlib import Path

SHEET = "xl/worksheets/sheet3.xml"  # indicators
STRINGS = "xl/sharedStrings.xml"


@pytest.fixture
def good(tables, write_xlsx) -> bytes:
    return write_xlsx(tables).read_bytes()


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as package:
        for name, inside in parts.items():
            package.writestr(name, inside)
    return made.getvalue()


def with_shared_strings(good: bytes) -> bytes:
    """The same workbook with its texts in one place, as Excel writes them."""
    parts, texts = parts_of(good), []

    def shared(found: re.Match[bytes]) -> bytes:
        texts.append(found[2])
        return b'<c%s t="s"><v>%d</v></c>' % (found[1], len(texts) - 1)

    inline = rb'<c([^>]*?) t="inlineStr"><is>(.*?)</is></c>'
    for name in [name for name in parts if name.startswith("xl/worksheets/")]:
        parts[name] = re.sub(inline, shared, parts[name], flags=re.DOTALL)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    told = f'<Override PartName="/{STRINGS}" ContentType="{kind}"/></Types>'.encode()
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", told)
    links, office = "xl/_rels/workbook.xml.rels", "http://schemas.openxmlformats.org/officeDocument"
    link = f'<Relationship Type="{office}/2006/relationships/sharedStrings" Id="texts"'
    link += ' Target="sharedStrings.xml"/></Relationships>'
    parts[links] = parts[links].replace(b"</Relationships>", link.encode())
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strings = b"".join(b"<si>%s</si>" % text for text in texts)
    parts[STRINGS] = b'<sst xmlns="%s">%s</sst>' % (space, strings)
    return packed(parts)


def read(content: bytes, folder: Path):
    path = folder / "정의.xlsx"
    path.write_bytes(content)
    return read_definition(path)


def refusal(content: bytes, folder: Path) -> str:
    with pytest.raises(DefinitionUnfit) as caught:
        read(content, folder)
    (problem,) = caught.value.problems
    for language in LANGUAGES:
        assert "정의.xlsx" in sentence_of(problem, language)
    return problem.key.removeprefix("definition_")


@pytest.mark.parametrize(
    "content",
    [b"", b"title,value\n", b"PK\x03\x04", b"SQLite format 3\x00" + bytes(100), b"\x00" * 1000],
)
def test_what_is_no_workbook_is_told(content, tmp_path) -> None:
    assert refusal(content, tmp_path) == "not_book"


def test_a_protected_or_old_workbook_is_told(tmp_path) -> None:
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), tmp_path) == "book_protected"


def test_a_truncated_workbook_is_told(good, tmp_path) -> None:
    assert refusal(good[: len(good) // 2], tmp_path) == "not_book"


def test_a_file_beyond_the_limit_is_not_read(tmp_path) -> None:
    assert refusal(bytes(MAX_FILE_BYTES + 1), tmp_path) == "book_large"


def ordinary(size: int) -> bytes:
    """As many bytes that pack as well as a sheet does, about forty times."""
    chance = random.Random(1)
    return b"".join(chance.randbytes(8).hex().encode() + b" " * 1000 for _ in range(size // 1016))


def bomb(good: bytes) -> bytes:
    return packed(parts_of(good) | {"xl/media/image1.xml": b"<a>" + b" " * 5_000_000 + b"</a>"})


def too_much(good: bytes) -> bytes:
    return packed(parts_of(good) | {f"xl/m{n}.bin": ordinary(9_000_000) for n in range(12)})


def large_part(good: bytes) -> bytes:
    return packed(parts_of(good) | {"xl/noise.xml": b"<a>" + ordinary(33 << 20) + b"</a>"})


def doctype(good: bytes) -> bytes:
    parts = parts_of(good)
    evil = b'<!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    parts[SHEET] = parts[SHEET].replace(b"<worksheet", evil + b"<worksheet", 1)
    return packed(parts)


def doctype_in_utf16(good: bytes) -> bytes:
    parts = parts_of(good)
    text = parts["xl/workbook.xml"].decode()
    text = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + text
    parts["xl/workbook.xml"] = ('<?xml version="1.0" encoding="UTF-16"?>' + text).encode("utf-16")
    return packed(parts)


def outside_name(good: bytes) -> bytes:
    return packed(parts_of(good) | {"../evil.xml": b"<a/>"})


def absolute_name(good: bytes) -> bytes:
    return packed(parts_of(good) | {"/etc/evil.xml": b"<a/>"})


def many_parts(good: bytes) -> bytes:
    return packed(parts_of(good) | {f"xl/part{n}.xml": b"<a/>" for n in range(600)})


def same_part_twice(good: bytes) -> bytes:
    return packed(parts_of(good) | {"XL/workbook.xml": b"<a/>"})


def many_elements(good: bytes) -> bytes:
    noise = "".join(f"<c{n:x}/>" for n in range(100_000)) * 21
    return packed(parts_of(good) | {"xl/noise.xml": f"<a>{noise}</a>".encode()})


def encrypted(good: bytes) -> bytes:
    made = bytearray(good)
    for found in re.finditer(rb"PK\x01\x02", good):
        flags = struct.unpack_from("<H", made, found.start() + 8)[0]
        struct.pack_into("<H", made, found.start() + 8, flags | 1)
    return bytes(made)


@pytest.mark.parametrize(
    "hostile",
    [
        bomb,
        too_much,
        large_part,
        doctype,
        doctype_in_utf16,
        outside_name,
        absolute_name,
        many_parts,
        same_part_twice,
        many_elements,
        encrypted,
    ],
)
def test_an_abnormal_structure_is_never_parsed(hostile, good, tmp_path) -> None:
    content = hostile(good)
    assert refusal(content, tmp_path) == "book_unsafe"
    with pytest.raises(BookUnfit) as caught:
        guard.judged_package(content)  # which parses nothing
    assert caught.value.kind is Unfit.UNSAFE


def test_the_limits_are_those_that_were_tried() -> None:
    limits = (guard.MAX_PARTS, guard.MAX_RATIO, MAX_FILE_BYTES >> 20)
    assert limits == (500, 200, 20)
    assert guard.MAX_UNPACKED_BYTES == 100 << 20


@pytest.mark.parametrize(
    ("part", "damage"),
    [
        ("[Content_Types].xml", lambda text: b"<a/>"),
        ("xl/workbook.xml", lambda text: text[: len(text) // 2]),
        ("xl/_rels/workbook.xml.rels", lambda text: b"nothing"),
        (STRINGS, lambda text: text.replace(b"</si>", b"", 1)),
        (STRINGS, lambda text: b"<sst/>"),
        ("xl/styles.xml", lambda text: text[:-20]),
        (SHEET, lambda text: text[:-20]),
        (SHEET, lambda text: text.replace(b'r="A2"', b'r="AAAAAAAA99"', 1)),
        (SHEET, lambda text: text.replace(b"<v>", b"<v>x", 1)),
    ],
)
def test_damage_inside_is_one_sentence(part, damage, good, tmp_path) -> None:
    parts = parts_of(with_shared_strings(good))
    parts[part] = damage(parts[part])
    assert refusal(packed(parts), tmp_path) == "book_damaged"


def test_a_wrong_size_written_in_the_sheet_is_not_believed(good, tmp_path) -> None:
    parts = parts_of(good)
    for size in (b"A1", b"A1:XFD1048576"):
        parts[SHEET] = re.sub(
            rb'<dimension ref="[^"]*"', b'<dimension ref="%s"' % size, parts[SHEET]
        )
        assert len(read(packed(parts), tmp_path).indicators) == 6


def with_row(good: bytes, row: bytes) -> bytes:
    parts = parts_of(good)
    parts[SHEET] = parts[SHEET].replace(b"</sheetData>", row + b"</sheetData>")
    return packed(parts)


def test_formats_far_away_are_no_content(good, tmp_path) -> None:
    far = b'<row r="1048576"><c r="XFD1048576"/></row>'
    assert len(read(with_row(good, far), tmp_path).indicators) == 6


@pytest.mark.parametrize(
    ("row", "key"),
    [
        (b'<row r="9"><c r="XFD9"><v>1</v></c></row>', "too_wide"),
        (b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>', "too_long"),
    ],
)
def test_content_beyond_the_limits_is_told_and_ends_the_reading(row, key, good, tmp_path) -> None:
    with pytest.raises(DefinitionUnfit) as caught:
        read(with_row(good, row), tmp_path)
    assert [problem.key for problem in caught.value.problems] == [f"definition_{key}"]


def test_ten_thousand_rows_below_the_header_are_read_and_no_more(good, tmp_path) -> None:
    line = b'<row r="%d"><c r="A%d" t="str"><v>C1</v></c></row>'
    for last, key in ((10_001, "definition_text_missing"), (10_002, "definition_too_long")):
        with pytest.raises(DefinitionUnfit) as caught:
            read(with_row(good, line % (last, last)), tmp_path)
        assert caught.value.problems[0].key == key
        assert caught.value.problems[0].place.row == last


def test_shared_strings_and_escaped_controls_are_texts(good, tmp_path) -> None:
    parts = parts_of(with_shared_strings(good))
    parts[STRINGS] = re.sub(rb"&#(\d+);", lambda found: chr(int(found[1])).encode(), parts[STRINGS])
    plan = "계획, 목표(도전성)".encode()
    assert parts[STRINGS].count(plan) == 1
    parts[STRINGS] = parts[STRINGS].replace(plan, "계획_x000D_\n목표_x0007_".encode())
    definition = read(packed(parts), tmp_path)
    assert definition.indicators[0].name == "계획\n목표"
    assert definition.indicators[4].levels[0].description == "목표를 크게 넘음"


def test_a_formula_counts_with_its_stored_value_only(good, tmp_path) -> None:
    parts = parts_of(good)
    cell = rb'(<c r="G2"[^>]*>)<v>32</v>'
    with_value = re.sub(cell, rb"\1<f>30+2</f><v>32</v>", parts[SHEET])
    assert read(packed(parts | {SHEET: with_value}), tmp_path).indicators[0].max_points == 32
    without = re.sub(cell, rb"\1<f>30+2</f>", parts[SHEET])
    with pytest.raises(DefinitionUnfit) as caught:
        read(packed(parts | {SHEET: without}), tmp_path)
    (problem,) = caught.value.problems
    assert problem.key == "definition_formula_unsaved"
    for language in LANGUAGES:
        sentence = sentence_of(problem, language)
        assert all(word in sentence for word in ("indicators", "2", "max_points", "=30+2"))


def test_a_formula_that_gives_an_empty_text_is_an_empty_cell(good, tmp_path) -> None:
    parts = parts_of(good)
    empty = rb'<c r="C7" t="str"><f>""</f><v></v></c><c r="D7"'
    parts[SHEET] = re.sub(rb'<c r="D7"', empty, parts[SHEET])
    assert read(packed(parts), tmp_path).indicators[5].group == ""


def test_an_error_in_a_cell_is_told(good, tmp_path) -> None:
    parts = parts_of(good)
    error = rb'<c r="G2" t="e"><v>#REF!</v>'
    parts[SHEET] = re.sub(rb'<c r="G2"[^>]*><v>32</v>', error, parts[SHEET])
    with pytest.raises(DefinitionUnfit) as caught:
        read(packed(parts), tmp_path)
    (problem,) = caught.value.problems
    assert (problem.key, problem.place.row, problem.place.column) == (
        "definition_cell_error",
        2,
        "max_points",
    )
    assert "#REF!" in sentence_of(problem, "ko")


def test_what_is_typed_as_text_is_never_a_formula(tables, write_xlsx, put) -> None:
    put("indicators", 2, "guidance", '=HYPERLINK("x")')
    assert read_definition(write_xlsx(tables)).indicators[0].guidance == '=HYPERLINK("x")'


def test_a_binary_fraction_is_not_taken_for_what_it_shows(good, tmp_path) -> None:
    parts = parts_of(good)
    parts[SHEET] = re.sub(rb"<v>7.5</v>", b"<v>0.30000000000000004</v>", parts[SHEET])
    with pytest.raises(DefinitionUnfit) as caught:
        read(packed(parts), tmp_path)
    assert [problem.key for problem in caught.value.problems] == ["definition_number_unfit"]


def test_sheets_and_files_are_no_part_of_a_name(good, tmp_path) -> None:
    path = tmp_path / "아무 이름.데이터"
    path.write_bytes(good)
    assert len(read_definition(path).services) == 4


mutations = st.lists(
    st.tuples(st.integers(0, 10**9), st.binary(min_size=1, max_size=6)), max_size=5
)
WANTED = Wanted(
    ("indicators",),
    or_first=True,
    limits=Limits(10_001, 10_001, 60),
    with_merged=True,
    with_tops=True,
)


@given(st.data(), mutations)
def test_no_damage_gives_anything_but_rows_or_a_refusal(
    mutable_workbook: dict[str, bytes], data: st.DataObject, places: list
) -> None:
    parts = dict(mutable_workbook)
    name = data.draw(st.sampled_from(sorted(parts)))
    inside = bytearray(parts[name])
    for position, replacement in places:
        start = position % len(inside)
        inside[start : start + len(replacement)] = replacement
    parts[name] = bytes(inside)
    whole = bytearray(packed(parts))
    if data.draw(st.booleans()):
        for position, replacement in places:
            start = position % len(whole)
            whole[start : start + len(replacement)] = replacement
    asked = {
        "titles": list(WANTED.titles),
        "or_first": WANTED.or_first,
        "last_row": WANTED.limits.last_row,
        "most_rows": WANTED.limits.most_rows,
        "most_columns": WANTED.limits.most_columns,
        "with_merged": WANTED.with_merged,
        "with_tops": WANTED.with_tops,
    }
    try:
        said = workbook_rows(bytes(whole), asked)
    except BookUnfit:
        return
    book = believed(json.loads(json.dumps(said)), WANTED)
    assert len(book.sheets) <= 1


@pytest.fixture(scope="module")
def mutable_workbook() -> dict[str, bytes]:
    """A small workbook with an indicators sheet and styles; mutants need not be a definition."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "indicators"
    sheet.append(["code", "section", "name", "max_points"])
    sheet.append(["C1", "common", "계획", 7.5])
    sheet["E2"] = "=1+1"
    sheet.merge_cells("A4:B5")
    book.create_sheet("메모").append(["무엇이든", 7])
    made = io.BytesIO()
    book.save(made)
    return parts_of(made.getvalue())


def test_a_workbook_that_only_the_guard_can_judge_is_ordinary_in_ratio() -> None:
    inside = ordinary(9_000_000)
    assert 20 < len(inside) / len(zlib.compress(inside)) < guard.MAX_RATIO


def test_reading_waits_for_no_spreadsheet_library_and_parses_nothing_itself(good, tmp_path) -> None:
    (tmp_path / "정의.xlsx").write_bytes(good)
    asked = (
        "import sys, pathlib\n"
        "from workbench.definition.reading import read_definition\n"
        f"read_definition(pathlib.Path({str(tmp_path / '정의.xlsx')!r}))\n"
        "print({'openpyxl', 'pyexpat', 'xml.etree.ElementTree'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "set()"
