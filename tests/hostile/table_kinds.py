"""Kinds of hostile, damaged and merely odd .csv tables, each made of sound rows."""

from __future__ import annotations

import csv
import gzip
import io
import random
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from tests.hostile.workbook_parts import Rows, workbook

Made = Callable[[Rows], bytes]


class Fate(Enum):
    """What must come of a kind."""

    READ = "read"
    """With exactly the sound content."""
    REFUSED = "refused"
    FOREIGN = "read where any encoding of a survey is taken, and refused elsewhere"
    EITHER = "refused, or read as it stands"


@dataclass(frozen=True)
class Kind:
    """One kind: how it is made of sound rows, and what must come of it."""

    name: str
    make: Made
    fate: Fate


KINDS: list[Kind] = []


def kinds(fate: Fate, **made: Made) -> None:
    KINDS.extend(Kind(name, make, fate) for name, make in made.items())


def text(rows: Rows, end: str = "\r\n", *, quoting: int = csv.QUOTE_MINIMAL) -> str:
    made = io.StringIO()
    csv.writer(made, lineterminator=end, quoting=quoting).writerows(rows)
    return made.getvalue()


def utf8(rows: Rows, end: str = "\r\n") -> bytes:
    return text(rows, end).encode()


def with_first_text(rows: Rows, change: Callable[[str], str]) -> bytes:
    """Change the first name of the header, before anything is quoted."""
    return utf8([[change(rows[0][0]), *rows[0][1:]], *rows[1:]])


kinds(
    Fate.READ,
    nul_at_the_end=lambda rows: utf8(rows) + b"\x00",
    nul_in_a_value=lambda rows: utf8([rows[0], [f"{rows[1][0]}\x00", *rows[1][1:]], *rows[2:]]),
    plain=utf8,
    with_a_mark=lambda rows: b"\xef\xbb\xbf" + utf8(rows),
    lines_of_unix=lambda rows: utf8(rows, "\n"),
    lines_of_old_macs=lambda rows: utf8(rows, "\r"),
    lines_of_all_kinds=lambda rows: b"".join(
        utf8([row], end) for row, end in zip(rows, ["\r", "\n", "\r\n"] * 9, strict=False)
    ),
    no_end_of_the_last_line=lambda rows: utf8(rows).rstrip(),
    everything_quoted=lambda rows: text(rows, quoting=csv.QUOTE_ALL).encode(),
    empty_lines_below=lambda rows: utf8(rows) + b"\r\n" * 50_000,
    empty_fields_below=lambda rows: utf8(rows) + (b"," * (len(rows[0]) - 1) + b"\r\n") * 500,
    controls_in_a_name=lambda rows: with_first_text(rows, lambda name: f"{name[:1]}\x07{name[1:]}"),
    direction_marks_in_a_name=lambda rows: with_first_text(
        rows, lambda name: f"{name[:1]}\u202e{name[1:]}\u200f"
    ),
    spaces_around_a_name=lambda rows: with_first_text(rows, lambda name: f"  {name}\t"),
)
kinds(
    Fate.FOREIGN,
    korean_excel=lambda rows: text(rows).encode("cp949"),
    utf16_of_small_machines=lambda rows: b"\xff\xfe" + text(rows).encode("utf-16-le"),
    utf16_of_great_machines=lambda rows: b"\xfe\xff" + text(rows).encode("utf-16-be"),
)


def _row(rows: Rows, first: str) -> list[str]:
    return [first, *[""] * (len(rows[0]) - 1)]


kinds(
    Fate.REFUSED,
    nothing=lambda _: b"",
    nothing_but_a_mark=lambda _: b"\xef\xbb\xbf",
    spaces=lambda _: b"   \r\n  \r\n",
    zeros=lambda _: bytes(5000),
    nul_in_a_name=lambda rows: with_first_text(rows, lambda name: f"{name}\x00"),
    utf16_without_a_mark=lambda rows: text(rows).encode("utf-16-le"),
    utf16_of_odd_length=lambda rows: b"\xff\xfe" + text(rows).encode("utf-16-le") + b"x",
    utf16_of_half_characters=lambda rows: (
        b"\xff\xfe" + text(rows).encode("utf-16-le") + b"\x00\xd8"
    ),
    utf32=lambda rows: text(rows).encode("utf-32"),
    mark_of_utf8_before_korean=lambda rows: (
        b"\xef\xbb\xbf" + text([*rows, _row(rows, "가나다")]).encode("cp949")
    ),
    cut_within_a_character=lambda rows: utf8([*rows, _row(rows, "가" * 50)])[:-8],
    utf8_and_korean_mixed=lambda rows: (
        utf8(rows) + "나다라".encode() + "똠방".encode("cp949") + b"\xff"
    ),
    half_characters=lambda rows: utf8(rows) + b"\xed\xa0\x80,\r\n",
    overlong_characters=lambda rows: utf8(rows) + b"\xc0\xaf\xc0\xaf\xff,\r\n",
    chance=lambda _: random.Random(5).randbytes(100_000),
    workbook_under_its_name=lambda rows: workbook({"a": rows}, "a").packed(),
    old_excel_under_its_name=lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000),
    packed_with_gzip=lambda rows: gzip.compress(utf8(rows)),
    quote_without_end=lambda rows: utf8(rows) + b'"' + b"x,y\r\n" * 100_000,
    quote_without_end_and_lines=lambda rows: utf8(rows) + b'"' + b"x" * 5_000_000,
    quote_without_end_of_commas=lambda rows: utf8(rows) + b'"' + b"," * 900_000,
    quote_within_a_field=lambda rows: utf8(rows) + b'a"b"c,"d"e\r\n',
    quote_open_at_the_end=lambda rows: utf8(rows) + b'1,"',
    field_without_end=lambda rows: utf8(rows) + b"x" * 5_000_000,
    row_of_a_million_fields=lambda rows: utf8(rows) + b"," * 1_000_000 + b"\r\n",
    row_of_a_million_quoted_lines=lambda rows: utf8(rows) + b'"\n",' * 1_000_000 + b"\r\n",
    header_of_a_million_fields=lambda rows: b"a," * 1_000_000 + b"\r\n" + utf8(rows),
    million_rows=lambda rows: utf8(rows) + utf8([_row(rows, "7")]) * 1_000_000,
    separated_by_semicolons=lambda rows: text(rows).replace(",", ";").encode(),
    separated_by_tabs=lambda rows: b"\xff\xfe" + text(rows).replace(",", "\t").encode("utf-16-le"),
    one_field_too_many=lambda rows: utf8(rows) + b"1" + b",x" * len(rows[0]) + b"\r\n",
    one_field_too_few=lambda rows: utf8(rows) + b"1" + b",x" * (len(rows[0]) - 2) + b"\r\n",
    page_of_a_browser=lambda _: b"<html>\n<body>1,2</body>\n</html>\n",
)
kinds(
    Fate.EITHER,
    command_of_a_spreadsheet=lambda rows: utf8([*rows, _row(rows, "=cmd|' /C calc'!A0")]),
    only_a_header=lambda rows: utf8(rows[:1]),
    text_of_200000_characters=lambda rows: utf8([*rows, _row(rows, "가" * 200_000)]),
    thousands_of_distinct_rows=lambda rows: (
        utf8(rows) + b"".join(utf8([_row(rows, str(n))]) for n in range(2_000))
    ),
    two_million_fields=lambda rows: (
        utf8(rows) + (",".join(map(str, range(1_000))) + "\n").encode() * 2_500
    ),
)
