"""An evaluator's book: sheets as he sees them, recorded cell by cell, committed at once."""

from __future__ import annotations

import os
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from models.errors import StoreError
from tests.workbench.rounds.small_round import WHOLE, heads_in, made, revisions_in, typed
from workbench.errors import InputError
from workbench.results.outcome import MarkState
from workbench.scoring.book import open_book
from workbench.scoring.sheet import SheetState

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench
    from workbench.scoring.book import Book


@pytest.fixture
def book(bench: Bench) -> Iterator[Book]:
    with open_book(bench.books["E1"]) as opened:
        yield opened


def test_a_book_shows_its_services_by_number_and_nothing_given(bench: Bench, book: Book) -> None:
    sheets = book.sheets()
    assert [sheet.service.number for sheet in sheets] == [1, 2, 5]
    assert book.owner.code == "E1"
    for sheet in sheets:
        assert (sheet.state, sheet.given, sheet.expected) == (SheetState.EMPTY, 0, 3)
        assert sheet.subtotal is None
        assert [section.section.code for section in sheet.sections] == [
            "common",
            "individual",
            "satisfaction",
        ]
        assert [section.max_points for section in sheet.sections] == [40, 45, 15]
    assert book.saved_at is None


def test_recording_returns_the_sheet_as_it_now_stands(bench: Bench, book: Book) -> None:
    service = bench.service(2)
    sheet = book.record(service, bench.indicator("C1"), "score", "30.50")
    assert (sheet.state, sheet.given, sheet.subtotal) == (SheetState.PART, 1, Decimal("30.50"))
    sheet = book.record(service, bench.indicator("I1"), "target", "3")
    assert (sheet.given, sheet.subtotal) == (1, Decimal("30.50"))
    sheet = book.record(service, bench.indicator("I1"), "actual", "1")
    assert (sheet.given, sheet.subtotal) == (2, Decimal("45.50"))
    sheet = book.record(service, bench.indicator("S1"), "survey_mean", "4")
    assert (sheet.state, sheet.subtotal) == (SheetState.COMPLETE, Decimal("56.75"))
    assert book.sheet(service) == sheet
    assert book.saved_at is not None
    assert [row.state for row in book.sheets()] == ["empty", "complete", "empty"]


def test_half_of_a_pair_shows_as_part_and_not_as_given(bench: Bench, book: Book) -> None:
    sheet = book.record(bench.service(1), bench.indicator("I1"), "target", "3")
    assert (sheet.state, sheet.given) == (SheetState.PART, 0)
    mark = sheet.sections[1].rows[0].mark
    assert (mark.state, mark.values) == (MarkState.EMPTY, (("target", "3"),))


def test_blank_clears(bench: Bench, book: Book) -> None:
    service, indicator = bench.service(1), bench.indicator("C1")
    book.record(service, indicator, "score", "30")
    sheet = book.record(service, indicator, "score", "  ")
    assert (sheet.state, sheet.given, sheet.subtotal) == (SheetState.EMPTY, 0, None)


def test_what_is_refused_stores_nothing(bench: Bench, book: Book) -> None:
    before = book.path.read_bytes()
    for indicator, field, text in (
        ("C1", "score", "40.5"),
        ("C1", "score", "30.3"),
        ("C1", "score", "서른"),
        ("I1", "score", "30"),
        ("S1", "not_applicable", "yes"),
    ):
        with pytest.raises(InputError):
            book.record(bench.service(1), bench.indicator(indicator), field, text)
    with pytest.raises(InputError) as refused:
        book.record(bench.service(1), b"x" * 16, "score", "1")
    assert refused.value.key == "mark_not_expected"
    with pytest.raises(InputError):
        book.record(b"x" * 16, bench.indicator("C1"), "score", "1")
    assert book.path.read_bytes() == before


def test_a_text_on_a_service_that_is_not_in_the_book_is_refused(bench: Bench, book: Book) -> None:
    with pytest.raises(InputError):
        book.record(b"x" * 16, None, "opinion", "글")
    with pytest.raises(InputError):
        book.record_list(b"x" * 16, "achievement", ["글"])
    assert revisions_in(book.path) == {}


def test_opinion_and_recusal_stand_on_the_sheet(bench: Bench, book: Book) -> None:
    service = bench.service(1)
    sheet = book.record(service, None, "opinion", " 종합\r\n의견 ")
    assert sheet.opinion == "종합\n의견"
    sheet = book.record(service, None, "recusal", "자문 이력")
    assert (sheet.state, sheet.recusal) == (SheetState.RECUSED, "자문 이력")
    sheet = book.record(service, None, "recusal", "")
    assert (sheet.state, sheet.recusal) == (SheetState.EMPTY, "")


def test_a_list_keeps_its_items_by_place(bench: Bench, book: Book) -> None:
    service = bench.service(1)
    cells = {}
    for texts in (["하나", "둘", "셋"], ["하나", "둘 고침", "셋"], ["하나"], ["하나", "새 둘"]):
        sheet = book.record_list(service, "achievement", texts)
        assert list(sheet.achievements) == texts
        assert sheet.improvements == ()
        cells[len(cells)] = {
            row.subject: row.value
            for row in heads_in(book.path).values()
            if row.field == "achievement" and row.value is not None
        }
    assert cells[0].keys() == cells[1].keys()  # row n keeps the uid of item n
    assert cells[2].keys() < cells[1].keys()
    assert len(cells[3].keys() - cells[1].keys()) == 1


def test_equal_items_make_no_revision_and_blank_rows_are_no_items(bench: Bench, book: Book) -> None:
    service = bench.service(1)
    book.record_list(service, "improvement", ["하나", "둘"])
    before = book.path.read_bytes()
    sheet = book.record_list(service, "improvement", ["", " 하나 ", "  ", "둘", "\t"])
    assert sheet.improvements == ("하나", "둘")
    assert book.path.read_bytes() == before
    assert book.record_list(service, "improvement", ["", " "]).improvements == ()


def test_a_list_with_a_text_too_long_is_refused_whole(bench: Bench, book: Book) -> None:
    with pytest.raises(InputError) as refused:
        book.record_list(bench.service(1), "achievement", ["하나", "가" * 100_001])
    assert refused.value.key == "text_too_long"
    assert book.sheet(bench.service(1)).achievements == ()


def test_what_was_recorded_is_there_after_closing_without_a_word(bench: Bench) -> None:
    path = bench.books["E1"]
    typed(path, *WHOLE)
    with open_book(path, read_only=True) as book:
        assert [sheet.state for sheet in book.sheets()] == [SheetState.COMPLETE] * 3
        assert {sheet.subtotal for sheet in book.sheets()} == {Decimal("77.25")}
        assert book.saved_at is not None


def test_a_picture_of_a_book_refuses_to_record(bench: Bench) -> None:
    with open_book(bench.books["E1"], read_only=True) as book:
        with pytest.raises(StoreError) as refused:
            book.record(bench.service(1), bench.indicator("C1"), "score", "30")
        assert refused.value.key == "read_only_view"
        assert book.sheet(bench.service(1)).given == 0


def test_a_round_is_no_book(bench: Bench) -> None:
    with pytest.raises(StoreError) as refused:
        open_book(bench.round)
    assert refused.value.key == "book_wanted"


def test_a_book_shows_only_what_its_owner_scores(tmp_path: Path) -> None:
    bench = made(
        tmp_path,
        assignments="""
            evaluator¦services¦sections¦status¦reason
            E1¦1;5¦common;individual¦¦
            E2¦2¦all¦¦
            E2¦1;5¦satisfaction¦¦
            E1¦5¦individual¦회피¦자문 이력
            E2¦5¦individual¦¦
        """,
        indicators="""
            code¦section¦group¦name¦kind¦scale¦max_points¦step¦applies_to¦aggregation¦guidance
            C1¦common¦사업¦계획¦qualitative¦points¦40¦0.5¦all¦¦
            I1¦individual¦사업¦실적¦quantitative¦measure¦45¦¦all¦¦
            S1¦satisfaction¦¦만족도¦survey¦survey¦15¦¦all¦¦
        """,
    )
    with open_book(bench.books["E1"]) as book:
        shown = {
            sheet.service.number: [
                row.indicator.code for part in sheet.sections for row in part.rows
            ]
            for sheet in book.sheets()
        }
        assert shown == {1: ["C1", "I1"], 5: ["C1"]}
        with pytest.raises(InputError):
            book.record(bench.service(5), bench.indicator("I1"), "actual", "1")
    assert os.path.getsize(bench.books["E1"]) > 0
