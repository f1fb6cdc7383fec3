"""Lines, routes, columns and numbers of the score sheet: values in, values out."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from ui.scoring.desk import Cell, Draft
from ui.scoring.geometry import (
    COMMENT_LEAST,
    COMMENT_MOST,
    NAME_LEAST,
    WIDTH_LEAST,
    columns_for,
)
from ui.scoring.lines import (
    LineKind,
    entry_order,
    first_open,
    glyph_of,
    is_computed,
    lines_of,
    stored_text,
)
from ui.scoring.numbers import (
    figure_text,
    grade_typed,
    level_points,
    points_text,
    preview,
    signed_text,
)
from ui.scoring.route import Step, target_of
from ui.scoring.wording import why_words
from ui.theme.glyphs import Glyph
from workbench.definition.terms import Scale
from workbench.errors import InputError
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.scoring.sheet import MarkRow, ServiceSheet


def sheet_of(book_of, code: str, number: int) -> ServiceSheet:
    with open_book(book_of(code)) as book:
        return next(sheet for sheet in book.sheets() if sheet.service.number == number)


def rows(sheet: ServiceSheet) -> dict[str, MarkRow]:
    return {row.indicator.code: row for part in sheet.sections for row in part.rows}


@pytest.fixture
def figures(book_of) -> ServiceSheet:
    """The 13th service of the one who enters figures: one of them typed."""
    return sheet_of(book_of, "Q1", 13)


@pytest.fixture
def marks(book_of) -> ServiceSheet:
    return sheet_of(book_of, "E1", 13)


def plain_lines(sheet: ServiceSheet, drafts: dict[Cell, Draft] | None = None):
    return lines_of(sheet, drafts or {}, lambda error: error.key, lambda why: why)


def codes(sheet: ServiceSheet, cells) -> list[tuple[str, str]]:
    names = {row.indicator.uid: code for code, row in rows(sheet).items()}
    return [(names[cell.indicator], cell.field) for cell in cells]


def test_enter_walks_through_the_marks_alone(marks: ServiceSheet) -> None:
    order = codes(marks, entry_order(plain_lines(marks)))
    assert order == [(code, "score") for code in ("C1", "C2", "C4", "C5", "C6", "C7", "C8")]


def test_what_the_rubric_gives_costs_no_key(figures: ServiceSheet) -> None:
    order = codes(figures, entry_order(plain_lines(figures)))
    assert order[-2:] == [("S1", "survey_n"), ("S1", "survey_mean")]
    assert order[:2] == [("C3", "target"), ("C3", "actual")]


def test_work_begins_at_the_first_gap(marks: ServiceSheet, figures: ServiceSheet) -> None:
    assert codes(marks, [first_open(plain_lines(marks))]) == [("C4", "score")]
    assert codes(figures, [first_open(plain_lines(figures))]) == [("C3", "target")]


def test_computed_points_stand_over_their_figures(figures: ServiceSheet) -> None:
    kinds = [
        line.kind for line in plain_lines(figures) if line.row and is_computed(line.row.indicator)
    ]
    assert kinds == [LineKind.INDICATOR, LineKind.FIGURES] * (len(kinds) // 2)


def test_a_refused_entry_has_its_sentence_below_it(marks: ServiceSheet) -> None:
    cell = Cell(rows(marks)["C4"].indicator.uid, "score")
    lines = plain_lines(marks, {cell: Draft("99", InputError("some_key"))})
    place = next(n for n, line in enumerate(lines) if cell in line.cells)
    assert lines[place].glyph is Glyph.ERROR
    assert (lines[place + 1].kind, lines[place + 1].text) == (LineKind.SENTENCE, "some_key")
    assert len(lines) == len(plain_lines(marks)) + 1


def test_half_of_a_pair_is_part_of_a_mark(book_of) -> None:
    with open_book(book_of("Q1")) as book:
        sheet = next(it for it in book.sheets() if it.service.number == 14)
        row = rows(sheet)["C3"]
        sheet = book.record(sheet.service.uid, row.indicator.uid, "target", "100")
    assert glyph_of(rows(sheet)["C3"].mark) is Glyph.PART


@pytest.mark.parametrize(
    ("step", "begin", "end"),
    [
        (Step.NEXT, ("C1", "score"), ("C2", "score")),
        (Step.BACK, ("C2", "score"), ("C1", "score")),
        (Step.DOWN, ("C2", "score"), ("C4", "score")),
        (Step.RIGHT, ("C1", "score"), ("C1", "comment")),
        (Step.RIGHT, ("C1", "comment"), ("C2", "score")),
        (Step.LEFT, ("C2", "score"), ("C1", "comment")),
        (Step.NEXT, ("C1", "comment"), ("C2", "score")),
        (Step.BACK, ("C1", "comment"), ("C1", "score")),
        (Step.UP, ("C2", "comment"), ("C1", "comment")),
        (Step.NEXT, ("C8", "score"), None),
        (Step.BACK, ("C1", "score"), None),
        (Step.UP, ("C1", "score"), None),
    ],
)
def test_keys_lead_where_hands_expect(marks: ServiceSheet, step, begin, end) -> None:
    found = rows(marks)
    cell = Cell(found[begin[0]].indicator.uid, begin[1])
    target = target_of(plain_lines(marks), cell, step)
    wanted = end and Cell(found[end[0]].indicator.uid, end[1])
    assert target == wanted


def test_down_leaves_a_pair_of_figures_at_once(figures: ServiceSheet) -> None:
    found = rows(figures)
    target = target_of(plain_lines(figures), Cell(found["I1"].indicator.uid, "actual"), Step.DOWN)
    assert target == Cell(found["I2"].indicator.uid, "target")


def test_extra_width_goes_to_the_comment_first() -> None:
    least = columns_for(WIDTH_LEAST)
    assert (least.name_width, least.comment_width) == (NAME_LEAST, COMMENT_LEAST)
    wide = columns_for(3000)
    assert wide.comment_width == COMMENT_MOST
    assert wide.code > least.code
    for width in range(WIDTH_LEAST, 2000, 7):
        columns = columns_for(width)
        assert columns.right <= width - 24
        assert columns.name + columns.name_width + 46 == columns.max_right


def test_the_picture_of_the_page_is_met_to_the_pixel() -> None:
    columns = columns_for(670)
    assert (columns.code, columns.name, columns.max_right) == (24, 58, 332)
    assert (columns.score, columns.comment, columns.right) == (344, 462, 646)


def test_numbers_are_shown_as_people_read_them() -> None:
    assert points_text(Decimal("4"), 2) == "4.00"
    assert points_text(None, 2) == "–"
    assert figure_text("20000.50") == "20000.50"  # not as stored: nothing is made up
    assert figure_text("20000.5") == "20,000.5"
    assert signed_text(Decimal("-0.38"), 2) == "−0.38"


def test_points_are_seen_before_they_are_stored(book_of) -> None:
    found = rows(sheet_of(book_of, "Q1", 14))
    row = found["S1"]
    assert preview(row, "survey_mean", "4.5", 2) == Decimal("13.13")
    assert preview(row, "survey_mean", "viel", 2) is None
    assert preview(row, "survey_mean", "", 2) is None
    assert preview(found["C3"], "target", "100", 2) is None  # the other half is missing


def test_a_grade_is_typed_by_number_beginning_or_name(book_of) -> None:
    indicator = rows(sheet_of(book_of, "E1", 14))["C4"].indicator
    assert indicator.scale is Scale.GRADE
    assert grade_typed(indicator, "1") == indicator.levels[0].label == "탁월"
    assert grade_typed(indicator, "미") == "미흡"
    assert grade_typed(indicator, "9") == "9"
    assert grade_typed(indicator, " 보통 ") == "보통"
    assert level_points(indicator)[:2] == (Decimal("4.00"), Decimal("3.60"))


def test_what_is_edited_is_what_was_typed(book_of: object, tmp_path: Path) -> None:
    row = rows(sheet_of(book_of, "E1", 1))["C1"]
    assert stored_text(row, Cell(row.indicator.uid, "score")) == dict(row.mark.values)["score"]
    assert stored_text(row, Cell(row.indicator.uid, "comment")) == row.comment


def test_figures_that_make_no_points_say_why(book_of, dressed) -> None:
    with open_book(book_of("Q1")) as book:
        service = next(it for it in book.sheets() if it.service.number == 14).service.uid
        row = rows(book.sheet(service))["C3"]
        book.record(service, row.indicator.uid, "target", "0")
        sheet = book.record(service, row.indicator.uid, "actual", "5")
    lines = lines_of(sheet, {}, lambda error: error.key, why_words)
    said = [line.text for line in lines if line.kind is LineKind.SENTENCE]
    assert said == ["목표가 0이라 점수가 나오지 않습니다. 목표를 확인해 주세요."]


def test_a_recused_service_is_read_and_not_written(open_in_window, book_of) -> None:
    with open_book(book_of("E1")) as book:
        uid = book.sheets()[0].service.uid
        book.record(uid, None, "recusal", "자문 경력")
    page = open_in_window(book_of("E1"))
    assert page.sheet.service() == uid
    assert page.sheet.canvas.editor.isHidden()
    assert page.sheet.flow.current() is None
    assert page.desk.progress().recused == 1
    assert page.desk.progress().services == 28
