"""A scale whose lowest is above its highest: refused where it is typed, no points else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workbench.results.rounds_by_hand import COMMON, indicator
from tests.workbench.rounds.small_round import WHOLE, typed_into
from workbench.definition.terms import Formula, Measure, Scale
from workbench.errors import EntryUnfit, InputError
from workbench.reports.proof_points import computed_points
from workbench.results.outcome import Mark, MarkState
from workbench.scoring.book import Book, open_book
from workbench.scoring.check import Remark, check_book
from workbench.scoring.columns import columns_of
from workbench.scoring.overview import Overview
from workbench.scoring.pasting import lay_block
from workbench.scoring.patterns import OwnMarks
from workbench.scoring.table import TableRow, enter_rows
from workbench.sentences import LANGUAGES, sentence_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.workbench.rounds.small_round import Bench

MIN, MAX = "survey_min", "survey_max"


@pytest.fixture
def book(bench: Bench) -> Iterator[Book]:
    """The rubric says 1 to 5; four of five stands in every service."""
    with open_book(bench.books["E1"]) as opened:
        typed_into(opened, WHOLE)
        yield opened


def mark(book: Book, number: int) -> Mark:
    sheet = next(sheet for sheet in book.sheets() if sheet.service.number == number)
    return next(row for row in sheet.rows() if row.indicator.code == "S1").mark


def reverse(book: Book, bench: Bench, number: int, **ends: str) -> None:
    """As an older version stored it: past the door, as revisions of a foreign book come."""
    book._put([(bench.cell("E1", number, "S1", field), text) for field, text in ends.items()])


@pytest.mark.parametrize(
    ("before", "typed"),
    [
        ([], (MIN, "5.1")),  # against the rubric's own ends
        ([], (MIN, "7")),
        ([], (MAX, "0.999999")),
        ([(MAX, "10")], (MIN, "10.5")),
        ([(MIN, "0"), (MAX, "10")], (MIN, "11")),
        ([(MIN, "3")], (MAX, "2")),
    ],
)
def test_an_end_beyond_the_other_is_refused_where_it_is_typed(
    book: Book, before: list[tuple[str, str]], typed: tuple[str, str]
) -> None:
    typed_into(book, [(1, "S1", field, text) for field, text in before])
    stands = mark(book, 1)
    with pytest.raises(InputError) as refusal:
        typed_into(book, [(1, "S1", *typed)])
    assert refusal.value.key == "survey_ends_reversed"
    assert mark(book, 1) == stands
    for language in LANGUAGES:
        assert typed[1] in sentence_of(refusal.value, language)


@pytest.mark.parametrize("typed", [(MIN, "5"), (MAX, "1"), (MAX, "1.0")])
def test_an_end_on_the_other_is_stored_and_makes_a_hole_with_its_sentence(
    book: Book, typed: tuple[str, str]
) -> None:
    assert typed_into(book, [(1, "S1", *typed)]) == 1
    found = mark(book, 1)
    assert (found.state, found.why, found.points) == (MarkState.NO_POINTS, "no_width", None)
    book.undo()
    assert mark(book, 1).state is MarkState.GIVEN


def test_both_ends_can_be_changed_at_once_and_each_be_cleared(book: Book) -> None:
    typed_into(book, [(1, "S1", MIN, "6"), (1, "S1", MAX, "10")])
    typed_into(book, [(1, "S1", MAX, "")])  # 6 above the rubric's 5: named, not held fast
    assert (mark(book, 1).state, mark(book, 1).why) == (MarkState.NO_POINTS, "scale_reversed")
    typed_into(book, [(1, "S1", MIN, "")])
    assert mark(book, 1).state is MarkState.GIVEN
    book.undo()
    book.undo()
    assert dict(mark(book, 1).values)[MIN] == "6"


def test_what_older_books_hold_makes_no_points_and_the_check_leads_to_it(
    book: Book, bench: Bench
) -> None:
    reverse(book, bench, 1, survey_min="5", survey_max="1")
    reverse(book, bench, 2, survey_max="1")
    found = mark(book, 1)
    assert (found.state, found.why, found.points) == (MarkState.NO_POINTS, "scale_reversed", None)
    sheets = book.sheets()
    remarks = check_book(sheets, OwnMarks(book.definition.rules, sheets), pledged="x", unstored={})
    holes = [row for row in remarks if row.remark is Remark.NO_POINTS]
    assert [(row.field, row.why) for row in holes] == [(MIN, "scale_reversed"), (MAX, "no_width")]
    typed_into(book, [(1, "S1", "survey_mean", "2")])  # what concerns no end can be typed
    typed_into(book, [(1, "S1", MIN, "0.5")])
    assert mark(book, 1).state is MarkState.GIVEN


def test_a_table_of_marks_names_the_line(book: Book) -> None:
    rows = [
        TableRow(2, "1", "S1", MIN, "0"),
        TableRow(3, "1", "S1", MAX, "10"),
        TableRow(4, "2", "S1", MIN, "7"),
        TableRow(5, "5", "S1", MAX, "0.5"),
    ]
    with pytest.raises(EntryUnfit) as refusal:
        enter_rows(book, rows)
    assert [row.values["line"] for row in refusal.value.problems] == [4, 5]
    assert dict(mark(book, 1).values).get(MIN) is None
    assert enter_rows(book, rows[:2]) == 2


def test_a_pasted_block_is_judged_as_it_would_stand(book: Book) -> None:
    overview = Overview(book.definition.rules, book.sheets())
    columns = columns_of(overview)
    at = next(place for place, column in enumerate(columns) if column.field == MIN)
    good = lay_block(book, overview, columns, (("6", "10"),), (0, at))
    assert good.refused == ()
    assert len(good.changes) == 2
    bad = lay_block(book, overview, columns, (("0", "10"), ("10", "6")), (0, at))
    assert bad.changes == ()
    assert [(row.row, row.column, row.text) for row in bad.refused] == [
        (1, at, "10"),
        (1, at + 1, "6"),
    ]
    assert {row.why.key for row in bad.refused} == {"survey_ends_reversed"}


@pytest.mark.parametrize(
    ("formula", "given", "cells", "expression"),
    [
        ("survey_linear", "", "MAN", "IF(A1<N1,20*(M1-A1)/(N1-A1),NA())"),
        ("survey_linear", "min=1;max=5", "M", "IF(1<5,20*(M1-1)/(5-1),NA())"),
        ("survey_proportional", "", "MAN", "IF(A1<N1,20*M1/N1,NA())"),
        ("survey_proportional", "max=5", "M", "20*M1/5"),
    ],
)
def test_the_live_formula_has_no_points_of_a_reversed_scale_either(
    formula: str, given: str, cells: str, expression: str
) -> None:
    pairs = tuple(tuple(pair.split("=")) for pair in given.split(";") if pair)
    row = indicator(
        "S1", COMMON, "20", scale=Scale.SURVEY, measure=Measure(Formula(formula), pairs)
    )
    at = {"survey_mean": "M1", MIN: "A1", MAX: "N1"}
    there = {name: cell for name, cell in at.items() if cell[0] in cells}
    assert computed_points(row, there.get) == f"MAX(0,MIN(20,{expression}))"
