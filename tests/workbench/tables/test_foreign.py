"""What a child says about a workbook is judged again; a child that fails is one more refusal."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

from tests.hostile.workbook_parts import workbook
from workbench.errors import InputError
from workbench.outside.asking import Readers
from workbench.sentences import LANGUAGES, sentence_of
from workbench.tables import foreign
from workbench.tables.foreign import ForeignBook, believed
from workbench.tables.formats import Shape, _of_code
from workbench.tables.terms import (
    LAST_COLUMN,
    LAST_ROW,
    MAX_TEXT,
    TOP_ROWS,
    Limits,
    Stop,
    Wanted,
)

WANTED = Wanted(("표",), or_first=False, limits=Limits(10, 3, 2))
WITH_MERGED = replace(WANTED, with_merged=True)


def sheet(**changed: object) -> dict[str, object]:
    rows = [[1, ["a", "b"]], [3, [["=", "=1+1"]]]]
    return {"at": 0, "rows": rows, "stopped": None, "merged": []} | changed


def book(
    *sheets: object, titles: object = ("표", "둘"), tops: tuple[object, ...] = ()
) -> dict[str, object]:
    said = list(titles) if isinstance(titles, tuple) else titles
    return {"titles": said, "sheets": list(sheets), "tops": list(tops)}


def test_what_a_sound_child_says_is_believed() -> None:
    found = believed(book(sheet(stopped=["too_wide", 4])), WANTED)
    assert found.titles == ("표", "둘")
    assert found.sheets[0].rows == [(1, ["a", "b"]), (3, [("=", "=1+1")])]
    assert found.sheets[0].stopped == (Stop.TOO_WIDE, 4)
    found = believed(book(sheet(merged=[[1, 1, 2, 1], [3, 2, LAST_ROW, 2]])), WITH_MERGED)
    assert found.sheets[0].merged == [(1, 1, 2, 1), (3, 2, LAST_ROW, 2)]


@pytest.mark.parametrize(
    "area",
    [
        None,
        [],
        [1, 1, 2],
        [1, 1, 2, 1, 1],
        [1, 1, 2, True],
        [1, 1, 2, "1"],
        [0, 1, 2, 1],
        [2, 1, 1, 1],
        [1, 2, 1, 1],
        [1, 1, 1, LAST_COLUMN + 1],
        [1, 1, LAST_ROW + 1, 1],
    ],
    ids=str,
)
def test_what_is_no_merged_area_is_not_believed(area: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says
        believed(book(sheet(merged=[area])), WITH_MERGED)


def test_merged_areas_are_not_believed_unasked_nor_without_end() -> None:
    for merged, wanted in (([[1, 1, 2, 1]], WANTED), ([[1, 1, 2, 1]] * 100_001, WITH_MERGED)):
        with pytest.raises(ValueError, match="longer"):
            believed(book(sheet(merged=merged)), wanted)


@pytest.mark.parametrize(
    "at_and_said",
    list(
        enumerate(
            [
                None,
                [],
                {"titles": ["표"]},
                book() | {"more": 1},
                book(titles="표"),
                book(titles=("표", 7)),
                book(titles=("",)),
                book(titles=("가" * 256,)),
                book(titles=("a",) * 501),
                book(sheet(), sheet(at=1)),
                book(sheet(at=2)),
                book(sheet(at=-1)),
                book(sheet(at=True)),
                book(sheet() | {"more": 1}),
                book(sheet(rows=[[1, ["a"]]] * 4)),
                book(sheet(rows=[[2, ["a"]], [1, ["a"]]])),
                book(sheet(rows=[[0, ["a"]]])),
                book(sheet(rows=[[11, ["a"]]])),
                book(sheet(rows=[["1", ["a"]]])),
                book(sheet(rows=[[1]])),
                book(sheet(rows=[[1, ["a"], 2]])),
                book(sheet(rows=[[1, ["a", "b", "c"]]])),
                book(sheet(rows=[[1, [7]]])),
                book(sheet(rows=[[1, [None]]])),
                book(sheet(rows=[[1, [["=", "1", "2"]]]])),
                book(sheet(rows=[[1, [["?", "1"]]]])),
                book(sheet(rows=[[1, [["b", "1"]]]])),
                book(sheet(rows=[[1, ["x" * MAX_TEXT, "y" * 20_000]]])),
                book(sheet(stopped=["too_late", 4])),
                book(sheet(stopped=["too_long", 0])),
                book(sheet(stopped=["too_long"])),
            ]
        )
    ),
    ids=lambda at_and_said: str(at_and_said[0]),
)
def test_what_no_sound_child_says_is_not(at_and_said: tuple[int, object]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says
        believed(at_and_said[1], WANTED)


def test_tops_are_sheets_of_their_own_with_a_few_rows() -> None:
    asked = replace(WANTED, with_tops=True)
    rows = [[number, ["a"]] for number in range(100, 100 + TOP_ROWS)]
    found = believed(
        book(sheet(), tops=(sheet(at=1, rows=rows, stopped=["too_long", 200]),)), asked
    )
    assert list(found.sheets) == [0]
    assert [number for number, _ in found.tops[1].rows] == [number for number, _ in rows]
    for tops, wanted in (
        ((sheet(at=1),), WANTED),
        ((sheet(at=0),), asked),
        ((sheet(at=2),), asked),
        ((sheet(at=1), sheet(at=1)), asked),
        ((sheet(at=1, rows=[*rows, [200, ["a"]]]),), asked),
        ((sheet(at=1, rows=[[1, ["a", "b", "c"]]]),), asked),
        ((sheet(at=1, merged=[[1, 1, 2, 1]]),), replace(asked, with_merged=True)),
    ):
        with pytest.raises(ValueError):  # noqa: PT011 - whatever it says
            believed(book(sheet(), tops=tops), wanted)


def test_tops_are_those_of_the_other_sheets_that_are_seen() -> None:
    rows = [[str(number)] for number in range(30)]
    parts = workbook({"표": rows, "숨김": rows, "둘": rows, "셋": [["x"] * 3]}, "표")
    name = '<sheet name="숨김"'
    content = parts.changed("xl/workbook.xml", name, f'{name} state="veryHidden"').packed()
    found = ForeignBook(content, "책.xlsx").read(replace(WANTED, with_tops=True))
    assert list(found.sheets) == [0]
    assert list(found.tops) == [2, 3, 4]
    assert [cells for _, cells in found.tops[2].rows] == rows[:TOP_ROWS]
    assert found.tops[2].stopped == (Stop.TOO_LONG, TOP_ROWS + 1)
    assert found.tops[3].stopped == (Stop.TOO_WIDE, 1)
    assert found.tops[4].rows == []
    nothing = replace(WANTED, titles=("없음",), with_tops=True)
    assert ForeignBook(content, "책.xlsx").read(nothing).tops == {}


def test_a_child_that_dies_is_one_sentence_that_names_the_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dying = [sys.executable, "-c", "import sys; sys.stdin.buffer.read(1)"]
    monkeypatch.setattr(foreign, "Readers", lambda: Readers(command=dying))
    with pytest.raises(InputError, match="reading_crashed") as refusal:
        ForeignBook(b"PK", "받은 책.xlsx").read(WANTED)
    for language in LANGUAGES:
        assert "받은 책.xlsx" in sentence_of(refusal.value, language)


def test_the_first_sheet_is_the_first_that_is_seen() -> None:
    parts = workbook({"숨김": [["1"]], "보임": [["2"], ["3"], ["4"], ["5"]]}, "숨김")
    book = '<sheet name="숨김"'
    content = parts.changed("xl/workbook.xml", book, f'{book} state="hidden"').packed()
    wanted = Wanted((), or_first=True, limits=WANTED.limits)
    found = ForeignBook(content, "책.xlsx").read(wanted)
    assert found.titles[:2] == ("숨김", "보임")
    assert found.sheets[1].rows == [(1, ["2"]), (2, ["3"]), (3, ["4"])]
    assert found.sheets[1].stopped == (Stop.TOO_LONG, 4)
    assert list(found.sheets) == [1]


CODES = [
    *BUILTIN_FORMATS.values(),
    'yyyy"년" m"월" d"일"',
    "[$-412]AM/PM h:mm",
    "[Red]#,##0;[Blue]-#,##0",
    '0.0"점"',
    '"d"0',
    r"0\d",
    "#,##0_);(#,##0)",
    "[$₩-412]#,##0",
    "0.00E+00",
    "@",
]


@pytest.mark.parametrize("code", CODES)
def test_a_format_is_a_date_where_others_say_so(code: str) -> None:
    assert (_of_code(code) in (Shape.DATE, Shape.DURATION)) == bool(is_date_format(code))
