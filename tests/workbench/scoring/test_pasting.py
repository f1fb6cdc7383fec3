"""Blocks from a spreadsheet: read as it writes them, laid whole or not at all."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workbench.results.rounds_by_hand import COMMON, indicator
from tests.workbench.rounds.small_round import IN_MEMORY, WHOLE, made, typed, typed_into
from workbench.definition.terms import Formula, Measure, Scale
from workbench.results.outcome import MarkState
from workbench.scoring.book import open_book
from workbench.scoring.columns import Column, columns_of, typed_fields
from workbench.scoring.overview import Overview
from workbench.scoring.pasting import block_of, lay_block, text_of
from workbench.sentences import LANGUAGES, sentence_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.workbench.rounds.small_round import Bench
    from workbench.scoring.book import Book
    from workbench.scoring.pasting import Laid

COLUMNS = (
    Column("C1", "score"),
    Column("I1", "target"),
    Column("I1", "actual"),
    Column("S1", "survey_n"),
    Column("S1", "survey_mean"),
    Column("S1", "survey_min"),
    Column("S1", "survey_max"),
    Column(),
)
GRADES = """
    code¦section¦group¦name¦kind¦scale¦max_points¦step¦applies_to¦aggregation¦guidance¦allow_not_applicable
    C1¦common¦사업¦계획¦qualitative¦grade¦40¦¦all¦¦¦
    I1¦individual¦사업¦실적¦quantitative¦measure¦45¦¦service:1;5¦¦¦
    I1¦individual¦사업¦노력¦qualitative¦points¦45¦1¦service:2¦¦¦
    S1¦satisfaction¦¦만족도¦survey¦survey¦15¦¦all¦¦¦
    """
LEVELS = """
    indicator¦label¦percent¦description
    C1¦탁월¦100¦
    C1¦우수¦80¦
    C1¦우려¦60¦
    C1¦3¦40¦
    """


@pytest.fixture
def book(bench: Bench) -> Iterator[Book]:
    with open_book(bench.books["E1"]) as opened:
        yield opened


def lay(book: Book, text: str, at: tuple[int, int] = (0, 0)) -> Laid:
    overview = Overview(book.definition.rules, book.sheets())
    return lay_block(book, overview, columns_of(overview), block_of(text), at)


def stored(book: Book, number: int, code: str) -> dict[str, str]:
    sheet = next(sheet for sheet in book.sheets() if sheet.service.number == number)
    row = next(row for row in sheet.rows() if row.indicator.code == code)
    return dict(row.mark.values)


def keys(laid: Laid) -> list[str]:
    return [refused.why.key for refused in laid.refused]


# --- reading what a spreadsheet writes ---------------------------------------------------------

READ = [
    ("", ()),
    ("\n", (("",),)),
    ("5", (("5",),)),
    ("5\n", (("5",),)),
    ("5\r\n", (("5",),)),
    ("5\t\n", (("5", ""),)),
    ("\t5", (("", "5"),)),
    ("1\t2\r\n3\t4\r\n", (("1", "2"), ("3", "4"))),
    ("1\t2\r3\t4\r", (("1", "2"), ("3", "4"))),
    ("1\n\n2\n", (("1",), ("",), ("2",))),
    ('"두 줄\n의 글"\t5\n', (("두 줄\n의 글", "5"),)),
    ('"두 줄\r\n의 글"\t5\r\n', (("두 줄\r\n의 글", "5"),)),
    ('"a\tb"\t"c ""d"""\n', (("a\tb", 'c "d"'),)),
    ('""\t5', (("", "5"),)),
    ('"말" 하나\t5', (('"말" 하나', "5"),)),  # no closing mark at the end of the cell
    ('"5\n6', (('"5',), ("6",))),
    ('키 5"\t6', (('키 5"', "6"),)),
]


@pytest.mark.parametrize(("text", "block"), READ)
def test_a_block_is_read_as_a_spreadsheet_writes_it(text: str, block: object) -> None:
    assert block_of(text) == block


@given(st.lists(st.lists(st.text(), min_size=1).map(tuple), min_size=1).map(tuple))
def test_what_is_copied_is_read_back_as_it_was(block: tuple[tuple[str, ...], ...]) -> None:
    assert block_of(text_of(block)) == block


@given(st.text(alphabet='ab"\t\r\n'))
def test_any_text_is_read_and_nothing_gets_lost(text: str) -> None:
    read = block_of(text)
    assert sum(cell.count("a") for row in read for cell in row) == text.count("a")
    assert block_of(text_of(read)) == read


# --- columns -------------------------------------------------------------------------------------


def test_columns_are_every_typed_field_in_rubric_order(book: Book) -> None:
    assert columns_of(Overview(book.definition.rules, book.sheets())) == COLUMNS


def test_a_code_of_several_scales_has_the_fields_of_all(tmp_path: Path) -> None:
    bench = made(tmp_path, indicators=GRADES, levels=LEVELS)
    with open_book(bench.books["E1"]) as book:
        columns = columns_of(Overview(book.definition.rules, book.sheets()))
        assert [it.field for it in columns if it.code == "I1"] == ["score", "target", "actual"]
        laid = lay(book, "\t5\n5\t\n\t7\n", (0, 1))
        assert keys(laid) == []
        assert laid.marks == 3
        assert keys(lay(book, "5", (0, 1))) == ["paste_no_cell"]
        assert keys(lay(book, "5", (1, 2))) == ["paste_no_cell"]


def test_a_deviation_has_no_target_to_type() -> None:
    row = replace(
        indicator("I1", COMMON, "10"), scale=Scale.MEASURE, measure=Measure(Formula.DEVIATION)
    )
    assert typed_fields(row) == ("actual",)


# --- laying a block ------------------------------------------------------------------------------


def test_a_block_becomes_changes_of_what_differs(bench: Bench, book: Book) -> None:
    typed_into(book, [(1, "C1", "score", "30")])
    laid = lay(book, "30\t1,200\t980.5\n31.50\t\t\n")
    assert laid.refused == ()
    assert (laid.marks, laid.blank) == (3, 2)
    assert [change[1] for change in laid.changes] == ["1200", "980.5", "31.5"]
    assert [change[0][1] for change in laid.same] == [bench.service(1)]
    book.write(laid.changes)
    assert stored(book, 1, "I1") == {"target": "1200", "actual": "980.5"}
    assert stored(book, 2, "C1") == {"score": "31.5"}


def test_a_blank_cell_erases_nothing(book: Book) -> None:
    typed_into(book, WHOLE)
    laid = lay(book, "\t\t \n\u3000\t5\t\n")
    assert (laid.marks, laid.blank) == (1, 5)
    book.write(laid.changes)
    assert stored(book, 1, "C1") == {"score": "30"}
    assert stored(book, 2, "I1") == {"target": "5", "actual": "8"}


def test_full_width_digits_are_digits(book: Book) -> None:
    assert [change[1] for change in lay(book, "\uff13\uff10").changes] == ["30"]


REFUSED = [
    ("x", (0, 0), "number_unfit"),
    ("41", (0, 0), "score_too_high"),
    ("30.3", (0, 0), "score_off_step"),
    ("1,5", (0, 0), "number_unfit"),
    ("1,5000", (0, 1), "number_unfit"),
    ("-3", (0, 1), "number_unfit"),
    ("7" * 100, (0, 1), "number_unfit"),
    ("12.5", (0, 3), "whole_number_unfit"),
    ("해당 없음", (0, 1), "not_applicable_closed"),
    ("77", (0, 7), "paste_computed"),
    ("5", (0, 8), "paste_beside"),
    ("5", (3, 0), "paste_below"),
    ("5", (3, 8), "paste_below"),
]


@pytest.mark.parametrize(("text", "at", "key"), REFUSED)
def test_a_cell_that_fits_nowhere_is_named_with_its_reason(
    book: Book, text: str, at: tuple[int, int], key: str
) -> None:
    (refused,) = lay(book, text, at).refused
    assert refused.why.key == key
    assert (refused.row, refused.column) == at
    assert refused.text == text
    assert (refused.service is None) == (at[0] == 3)
    assert (refused.target is None) == (at[1] == 8)
    assert all(sentence_of(refused.why, language) for language in LANGUAGES)


def test_every_refused_cell_is_named_and_nothing_is_changed(book: Book) -> None:
    laid = lay(book, "30\t5\n99\t6\n31\tx\n1\t2\n")
    assert laid.changes == ()
    assert laid.same == ()
    assert [(it.row, it.column, it.why.key) for it in laid.refused] == [
        (1, 0, "score_too_high"),
        (2, 1, "number_unfit"),
        (3, 0, "paste_below"),
        (3, 1, "paste_below"),
    ]
    assert [it.service.number if it.service else None for it in laid.refused] == [2, 5, None, None]


def test_a_recused_service_takes_nothing_but_what_stands_there(bench: Bench, book: Book) -> None:
    typed_into(book, [(2, "C1", "score", "30"), (2, "", "recusal", "이해관계")])
    assert keys(lay(book, "31\n31\n")) == ["paste_recused"]
    laid = lay(book, "31\n30\n")
    assert keys(laid) == []
    assert laid.marks == 1


@pytest.mark.parametrize("word", ["해당 없음", "해당없음", "n/a", "N/A", " 해당  없음 "])
def test_not_applicable_is_pasted_by_its_word(book: Book, word: str) -> None:
    book.write(lay(book, word).changes)
    assert stored(book, 1, "C1") == {"not_applicable": "yes"}
    again = lay(book, word)
    assert again.changes == ()
    assert again.marks == 0


def test_a_mark_pasted_over_not_applicable_says_that_it_applies(book: Book) -> None:
    typed_into(book, [(1, "C1", "score", "30"), (1, "C1", "not_applicable", "yes")])
    laid = lay(book, "30")
    assert laid.marks == 1
    book.write(laid.changes)
    assert stored(book, 1, "C1") == {"score": "30"}


@pytest.mark.parametrize(
    ("text", "label"),
    [("탁월", "탁월"), ("탁", "탁월"), ("우수", "우수"), ("3", "3")],
)
def test_a_grade_is_pasted_by_its_label(tmp_path: Path, text: str, label: str) -> None:
    bench = made(tmp_path, indicators=GRADES, levels=LEVELS)
    with open_book(bench.books["E1"]) as book:
        assert [change[1] for change in lay(book, text).changes] == [label]


@pytest.mark.parametrize("text", ["우", "1", "40", "없는 등급"])
def test_what_could_be_several_grades_or_a_score_is_refused(tmp_path: Path, text: str) -> None:
    bench = made(tmp_path, indicators=GRADES, levels=LEVELS)
    with open_book(bench.books["E1"]) as book:
        assert keys(lay(book, text)) == ["grade_unknown"]


def test_a_mark_to_be_entered_again_is_never_taken_for_the_same(bench: Bench) -> None:
    typed(bench.books["E1"], (1, "C1", "score", "30"))
    with open_book(bench.books["E1"]) as book:
        overview = Overview(book.definition.rules, book.sheets())
        row = overview.row(bench.service(1), "C1")
        assert row is not None
        again = replace(row, mark=row.mark._replace(state=MarkState.ENTER_AGAIN))
        sheet = overview.sheet(bench.service(1))
        first, *others = sheet.sections
        overview.take(replace(sheet, sections=(replace(first, rows=(again,)), *others)))
        laid = lay_block(book, overview, columns_of(overview), block_of("30"), (0, 0))
        assert laid.marks == 1


# --- for any block -------------------------------------------------------------------------------

CELLS = st.sampled_from(["", " ", "30", "40", "0.5", "41", "x", "1,000", "해당없음", "30.25"])
BLOCKS = st.lists(st.lists(CELLS, min_size=1, max_size=9), min_size=1, max_size=4)
PLACES = st.tuples(st.integers(0, 3), st.integers(0, 8))


@pytest.fixture(scope="module")
def scratch() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def scored(fresh_bench: Bench, scratch: Path) -> Iterator[Book]:
    path = fresh_bench.copied_to(scratch / "scored").books["E1"]
    typed(path, *WHOLE)
    with open_book(path) as book:
        yield book


@settings(deadline=None)
@given(block=BLOCKS, at=PLACES)
def test_a_block_is_laid_whole_or_not_at_all(
    scored: Book, block: list[list[str]], at: tuple[int, int]
) -> None:
    overview = Overview(scored.definition.rules, scored.sheets())
    laid = lay_block(scored, overview, columns_of(overview), block, at)
    assert not (laid.refused and laid.changes)
    filled = sum(bool(cell.strip()) for row in block for cell in row)
    if laid.refused:
        assert len(laid.refused) <= filled
        places = [(it.row, it.column) for it in laid.refused]
        assert len(set(places)) == len(places)
    else:
        assert laid.marks + len(laid.same) == filled


@settings(deadline=None)
@given(block=BLOCKS, at=PLACES)
def test_blank_cells_never_reach_a_mark(
    scored: Book, block: list[list[str]], at: tuple[int, int]
) -> None:
    overview = Overview(scored.definition.rules, scored.sheets())
    laid = lay_block(scored, overview, columns_of(overview), block, at)
    assert all(value is not None for _, value in laid.changes)
    blank = [["" for _ in row] for row in block]
    nothing = lay_block(scored, overview, columns_of(overview), blank, at)
    assert (nothing.changes, nothing.refused, nothing.marks) == ((), (), 0)
