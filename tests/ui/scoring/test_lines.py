"""Lines, routes, columns and numbers of the score sheet: values in, values out."""

from __future__ import annotations

from contextlib import ExitStack
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from ui.scoring.cell import Cell
from ui.scoring.desk import ScoringDesk
from ui.scoring.geometry import (
    COMMENT_LEAST,
    COMMENT_MOST,
    NAME_LEAST,
    WIDTH_LEAST,
    columns_for,
)
from ui.scoring.lines import (
    LineKind,
    Wording,
    entry_order,
    first_open,
    glyph_of,
    is_computed,
    lines_of_indicator,
    lines_of_service,
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
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from workbench.scoring.sheet import MarkRow, ServiceSheet


KEYS = Wording(lambda error: error.key, lambda why: why)


def sheet_of(book_of, code: str, number: int) -> ServiceSheet:
    with open_book(book_of(code)) as book:
        return next(sheet for sheet in book.sheets() if sheet.service.number == number)


def uid_of(desk: ScoringDesk, number: int) -> bytes:
    return next(uid for uid in desk.services() if desk.sheet(uid).service.number == number)


def rows(sheet: ServiceSheet) -> dict[str, MarkRow]:
    return {row.indicator.code: row for part in sheet.sections for row in part.rows}


@pytest.fixture
def desk_of(book_of, qapp) -> Iterator[Callable[[str], ScoringDesk]]:
    """An open book of the template without a window."""
    with ExitStack() as stack:
        yield lambda code: ScoringDesk(stack.enter_context(open_book(book_of(code))))


@pytest.fixture
def figures(desk_of) -> ScoringDesk:
    """The book of the one who enters figures: of the 13th service, one of them typed."""
    return desk_of("Q1")


@pytest.fixture
def marks(desk_of) -> ScoringDesk:
    return desk_of("E1")


def plain_lines(desk: ScoringDesk, number: int = 13):
    return lines_of_service(desk, uid_of(desk, number), KEYS)


def codes(desk: ScoringDesk, cells) -> list[tuple[str, str]]:
    named = desk.definition.indicator
    return [(named[cell.subject].code, cell.field) for cell in cells]


def cell_of(desk: ScoringDesk, code: str, field: str, number: int = 13) -> Cell:
    service = uid_of(desk, number)
    return Cell(service, desk.overview.row(service, code).indicator.uid, field)


def test_enter_walks_through_the_marks_alone(marks: ScoringDesk) -> None:
    order = codes(marks, entry_order(plain_lines(marks)))
    assert order == [(code, "score") for code in ("C1", "C2", "C4", "C5", "C6", "C7", "C8")]


def test_what_the_rubric_gives_costs_no_key(figures: ScoringDesk) -> None:
    order = codes(figures, entry_order(plain_lines(figures)))
    assert order[-2:] == [("S1", "survey_n"), ("S1", "survey_mean")]
    assert order[:2] == [("C3", "target"), ("C3", "actual")]


def test_work_begins_at_the_first_gap(marks: ScoringDesk, figures: ScoringDesk) -> None:
    assert codes(marks, [first_open(plain_lines(marks))]) == [("C4", "score")]
    assert codes(figures, [first_open(plain_lines(figures))]) == [("C3", "target")]


def test_computed_points_stand_over_their_figures(figures: ScoringDesk) -> None:
    kinds = [
        line.kind for line in plain_lines(figures) if line.row and is_computed(line.row.indicator)
    ]
    assert kinds == [LineKind.INDICATOR, LineKind.FIGURES] * (len(kinds) // 2)


def test_a_refused_entry_has_its_sentence_below_it(marks: ScoringDesk) -> None:
    before = len(plain_lines(marks))
    cell = cell_of(marks, "C5", "score")
    assert not marks.enter(cell, "99")
    lines = plain_lines(marks)
    place = next(n for n, line in enumerate(lines) if cell in line.cells)
    assert lines[place].glyph is Glyph.ERROR
    assert (lines[place + 1].kind, lines[place + 1].text) == (
        LineKind.SENTENCE,
        marks.drafts(cell.service)[cell].error.key,
    )
    assert len(lines) == before + 1


def test_one_indicator_runs_through_all_services(marks: ScoringDesk) -> None:
    lines = lines_of_indicator(marks, "C4", KEYS)
    named = [line for line in lines if line.kind is LineKind.INDICATOR]
    assert [line.code for line in named] == [str(number) for number in range(1, 30)]
    assert codes(marks, entry_order(lines)) == [("C4", "score")] * 29
    assert first_open(lines) == cell_of(marks, "C4", "score", 13)


def test_a_recused_service_stands_apart_in_the_order_by_indicator(marks: ScoringDesk) -> None:
    assert marks.enter(Cell(uid_of(marks, 2), None, "recusal"), "자문 경력")
    numbers = [line.code for line in lines_of_indicator(marks, "C4", KEYS) if line.cells]
    assert "2" not in numbers
    assert len(numbers) == 28


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
def test_keys_lead_where_hands_expect(marks: ScoringDesk, step, begin, end) -> None:
    target = target_of(plain_lines(marks), cell_of(marks, *begin), step)
    assert target == (end and cell_of(marks, *end))


def test_down_leaves_a_pair_of_figures_at_once(figures: ScoringDesk) -> None:
    target = target_of(plain_lines(figures), cell_of(figures, "I1", "actual"), Step.DOWN)
    assert target == cell_of(figures, "I2", "target")


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


def test_what_is_edited_is_what_was_typed(marks: ScoringDesk) -> None:
    row = marks.overview.row(uid_of(marks, 1), "C1")
    score, comment = (cell_of(marks, "C1", field, 1) for field in ("score", "comment"))
    assert stored_text(row, score) == dict(row.mark.values)["score"]
    assert stored_text(row, comment) == row.comment


def test_figures_that_make_no_points_say_why(figures: ScoringDesk, dressed) -> None:
    assert figures.enter(cell_of(figures, "C3", "target", 14), "0")
    assert figures.enter(cell_of(figures, "C3", "actual", 14), "5")
    words = Wording(lambda error: error.key, why_words)
    lines = lines_of_service(figures, uid_of(figures, 14), words)
    said = [line.text for line in lines if line.kind is LineKind.SENTENCE]
    assert said == ["목표가 0이라 점수가 나오지 않습니다. 목표를 확인해 주세요."]


def test_a_recused_service_is_read_and_not_written(open_in_window, book_of) -> None:
    with open_book(book_of("E1")) as book:
        uid = book.sheets()[0].service.uid
        book.record(uid, None, "recusal", "자문 경력")
    page = open_in_window(book_of("E1"))
    assert page.work.sheet.subject().service == uid
    assert page.work.sheet.canvas.editor.isHidden()
    assert page.work.sheet.flow.current() is None
    assert page.desk.overview.progress().recused == 1
    assert page.desk.overview.progress().services == 28
