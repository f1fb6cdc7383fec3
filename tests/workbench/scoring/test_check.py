"""The check before sealing: what is missing or odd, and which cell it leads to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.workbench.rounds.small_round import SHEETS, WHOLE, made, typed_into
from workbench.results.outcome import MarkState
from workbench.scoring.book import open_book
from workbench.scoring.check import Checked, Remark, Weight, check_book, check_sheet
from workbench.scoring.patterns import Asked, OwnMarks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench
    from workbench.scoring.book import Book
    from workbench.scoring.check import Place


@pytest.fixture
def book(bench: Bench) -> Iterator[Book]:
    with open_book(bench.books["E1"]) as opened:
        yield opened


def checked(
    book: Book, unstored: Mapping[bytes, Collection[Place]] | None = None
) -> tuple[Checked, ...]:
    sheets = book.sheets()
    own = OwnMarks(book.definition.rules, sheets)
    return check_book(sheets, own, pledged=book.pledged, unstored=unstored or {})


def said(book: Book, remarks: Collection[Checked]) -> list[tuple[object, ...]]:
    """Number, code, field and remark, as a person would name them."""
    definition = book.definition
    return [
        (
            definition.service[each.service].number if each.service else 0,
            definition.indicator[each.subject].code if each.subject else "",
            each.field,
            each.remark,
        )
        for each in remarks
    ]


def test_an_empty_book_lacks_every_mark_and_each_leads_to_its_first_field(book: Book) -> None:
    found = said(book, checked(book))
    assert found[0] == (0, "", "", Remark.PLEDGE)
    for number in (1, 2, 5):
        assert [row for row in found if row[0] == number] == [
            (number, "C1", "score", Remark.MISSING),
            (number, "I1", "target", Remark.MISSING),
            (number, "S1", "survey_n", Remark.MISSING),
            (number, "", "achievement", Remark.NO_TEXT),
        ]


def test_half_typed_figures_lead_to_the_half_that_is_missing(book: Book) -> None:
    typed_into(book, [*WHOLE[:2], (1, "S1", "survey_n", "20")])
    found = said(book, checked(book))
    assert (1, "I1", "actual", Remark.MISSING) in found
    assert (1, "S1", "survey_mean", Remark.MISSING) in found
    assert not [row for row in found if row[:2] == (1, "C1")]


def test_a_whole_book_has_nothing_open(book: Book) -> None:
    typed_into(book, [*WHOLE, *((n, "", "opinion", "글") for n in (1, 2, 5))])
    book.pledge("2024-03-04")
    assert checked(book) == ()


def test_a_pledge_and_a_service_without_texts_are_no_holes(book: Book) -> None:
    typed_into(book, WHOLE)
    assert {(each.remark, each.weight) for each in checked(book)} == {
        (Remark.PLEDGE, Weight.LOOK),
        (Remark.NO_TEXT, Weight.NOTE),
    }


def test_figures_that_make_no_points_say_why(book: Book) -> None:
    typed_into(book, [*WHOLE, (2, "I1", "target", "0")])
    (hole,) = [each for each in checked(book) if each.weight is Weight.OPEN]
    assert said(book, [hole]) == [(2, "I1", "target", Remark.NO_POINTS)]
    assert hole.why == "zero_target"


def test_what_was_refused_is_named_instead_of_the_hole_it_leaves(bench: Bench, book: Book) -> None:
    typed_into(book, WHOLE[1:])
    service, mark, new = bench.service(1), bench.indicator("C1"), b"finding".ljust(16)
    found = said(book, checked(book, {service: [(mark, "score")]}))
    assert [row for row in found if row[:2] == (1, "C1")] == [(1, "C1", "score", Remark.NOT_STORED)]
    # a refused comment fills no hole, and a finding stands behind the marks
    remarks = checked(book, {service: [(new, "achievement"), (mark, "comment")]})
    first = [(each.subject, each.remark) for each in remarks if each.service == service][:3]
    assert first == [
        (mark, Remark.NOT_STORED),
        (mark, Remark.MISSING),
        (new, Remark.NOT_STORED),
    ]


def test_of_a_recused_service_nothing_else_is_said(book: Book) -> None:
    typed_into(book, [(2, "", "recusal", "자문 이력"), (2, "C1", "score", "3")])
    found = [row for row in said(book, checked(book)) if row[0] == 2]
    assert found == [(2, "", "recusal", Remark.RECUSED)]


def test_marks_that_ask_for_a_comment_lead_to_it(tmp_path: Path) -> None:
    rules = f"{SHEETS['round'].rstrip()}\ncomment_at_max¦yes\ncomment_below¦60\n"
    bench = made(tmp_path / "bench", round=rules)
    with open_book(bench.books["E1"]) as book:
        typed_into(
            book,
            [
                *WHOLE,
                (1, "C1", "score", "40"),
                (2, "C1", "score", "10"),
                (5, "C1", "score", ""),
                (5, "C1", "not_applicable", "yes"),
            ],
        )
        asked = [each for each in checked(book) if each.remark is Remark.REASON]
        assert said(book, asked) == [(n, "C1", "comment", Remark.REASON) for n in (1, 2, 5)]
        assert [each.asked for each in asked] == [Asked.AT_MAX, Asked.BELOW, Asked.NOT_APPLICABLE]
        typed_into(book, [(n, "C1", "comment", "까닭") for n in (1, 2, 5)])
        assert not [each for each in checked(book) if each.remark is Remark.REASON]


def test_a_comment_that_was_refused_is_not_asked_for_twice(bench: Bench, book: Book) -> None:
    typed_into(book, [*WHOLE[1:], (1, "C1", "not_applicable", "yes")])
    unstored = {bench.service(1): [(bench.indicator("C1"), "comment")]}
    found = [row for row in said(book, checked(book, unstored)) if row[:2] == (1, "C1")]
    assert found == [(1, "C1", "comment", Remark.NOT_STORED)]


def test_a_deviation_needs_its_actual_alone(tmp_path: Path) -> None:
    measures = f"{SHEETS['measures'].rstrip()}\nI1¦deviation¦low=10;high=20¦명\n"
    bench = made(tmp_path / "bench", measures=measures)
    with open_book(bench.books["E1"]) as book:
        assert (1, "I1", "actual", Remark.MISSING) in said(book, checked(book))


@pytest.mark.parametrize(
    ("state", "remark"),
    [(MarkState.CONFLICT, Remark.CONFLICT), (MarkState.ENTER_AGAIN, Remark.ENTER_AGAIN)],
)
def test_a_mark_that_does_not_count_is_open(book: Book, state: MarkState, remark: Remark) -> None:
    typed_into(book, WHOLE)
    sheet = book.sheets()[0]
    section = sheet.sections[0]
    row = replace(section.rows[0], mark=section.rows[0].mark._replace(state=state, points=None))
    sections = (replace(section, rows=(row,)), *sheet.sections[1:])
    found = list(
        check_sheet(replace(sheet, sections=sections), OwnMarks(book.definition.rules, []))
    )
    assert [(each.remark, each.weight, each.field) for each in found][:1] == [
        (remark, Weight.OPEN, "score")
    ]
