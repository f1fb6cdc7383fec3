"""The evaluator's own pattern, which marks ask for a reason, and the book at a glance."""

from __future__ import annotations

import tempfile
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.rounds.small_round import IN_MEMORY, made
from workbench.scoring.book import open_book
from workbench.scoring.overview import Overview
from workbench.scoring.patterns import ENOUGH, Asked, fence_of
from workbench.scoring.sheet import SheetState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.workbench.rounds.small_round import Bench
    from workbench.scoring.book import Book

TEN = """
    number¦name¦type¦department¦operators¦term_end¦status¦reason
    """ + "\n".join(f"    {number}¦가상 사무 {number}¦¦¦¦¦¦" for number in range(1, 11))
ASKING = """
    key¦value
    title¦2024년 제1차 종합성과평가 (시험)
    year¦2024
    sequence¦1
    cut¦75
    aggregation¦mean
    comment_below¦60
    comment_at_max¦yes
    """


@pytest.fixture(scope="module")
def ten(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """Ten services, and a rubric that asks for reasons."""
    return made(tmp_path_factory.mktemp("ten"), services=TEN, round=ASKING)


@pytest.fixture
def book(ten: Bench, tmp_path: Path) -> Iterator[Book]:
    with open_book(ten.copied_to(tmp_path / "ten").books["E1"]) as opened:
        yield opened


def enter(book: Book, bench: Bench, number: int, field: str, text: str, code: str = "C1") -> None:
    book.record(bench.service(number), bench.indicator(code), field, text)


def asked(book: Book, bench: Bench, number: int) -> Asked | None:
    view = Overview(book.definition.rules, book.sheets())
    return view.asked(bench.service(number), "C1")


@pytest.mark.parametrize(
    ("text", "why"),
    [("40", Asked.AT_MAX), ("39.5", None), ("24", None), ("23.5", Asked.BELOW), ("0", Asked.BELOW)],
)
def test_the_edges_of_the_rule_are_exact(
    ten: Bench, book: Book, text: str, why: Asked | None
) -> None:
    enter(book, ten, 1, "score", text)
    assert asked(book, ten, 1) is why


def test_a_comment_answers(ten: Bench, book: Book) -> None:
    enter(book, ten, 1, "score", "40")
    enter(book, ten, 1, "comment", "모든 기준 충족")
    assert asked(book, ten, 1) is None


def test_not_applicable_asks_for_its_reason(ten: Bench, book: Book) -> None:
    enter(book, ten, 1, "not_applicable", "yes")
    assert asked(book, ten, 1) is Asked.NOT_APPLICABLE


def test_a_mark_far_from_the_own_pattern_asks_once_there_is_a_pattern(
    ten: Bench, book: Book
) -> None:
    for number in range(1, ENOUGH):
        enter(book, ten, number, "score", "38")
    enter(book, ten, ENOUGH, "score", "30")
    assert asked(book, ten, ENOUGH) is Asked.FAR  # 0.75 lies beyond 0.95 - 1.5 x 0.1
    enter(book, ten, ENOUGH, "score", "32.5")
    assert asked(book, ten, ENOUGH) is None
    enter(book, ten, ENOUGH, "score", "")
    enter(book, ten, 1, "score", "30")
    assert asked(book, ten, 1) is None  # seven marks are no pattern yet


def test_a_recused_service_is_not_part_of_the_pattern(ten: Bench, book: Book) -> None:
    enter(book, ten, 1, "score", "40")
    book.record(ten.service(1), None, "recusal", "자문")
    view = Overview(book.definition.rules, book.sheets())
    assert view.own.of("C1") == ()
    assert view.asked(ten.service(1), "C1") is None
    assert (view.progress().recused, view.progress().services) == (1, 9)


@given(shares=st.lists(st.fractions(0, 1, max_denominator=100), min_size=ENOUGH, max_size=40))
def test_the_fence_holds_the_middle_half_with_room_beside_it(shares: list[Fraction]) -> None:
    fence = fence_of(shares)
    assert fence is not None
    inside = [share for share in shares if fence.low <= share <= fence.high]
    assert len(inside) * 2 >= len(shares)
    assert fence.high - fence.low >= Fraction(3, 10)


def test_too_few_marks_make_no_fence() -> None:
    assert fence_of([Fraction(1, 2)] * (ENOUGH - 1)) is None


CHANGES = st.tuples(
    st.integers(1, 10),
    st.sampled_from(["score", "comment", "not_applicable", "recusal"]),
    st.sampled_from(["", "1", "20", "24", "39", "40"]),
)


@given(changes=st.lists(CHANGES, max_size=14))
def test_taking_in_sheet_by_sheet_equals_looking_at_all_anew(
    ten: Bench, changes: list[tuple[int, str, str]]
) -> None:
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder:
        bench = ten.copied_to(Path(folder))
        with open_book(bench.books["E1"]) as book:
            view = Overview(book.definition.rules, book.sheets())
            for number, field, text in changes:
                service = bench.service(number)
                before = looks(view)
                if field == "recusal":
                    sheet = book.record(service, None, field, text and "자문")
                else:
                    meant = ("yes" if text else "") if field == "not_applicable" else text
                    sheet = book.record(service, bench.indicator("C1"), field, meant)
                changed = view.take(sheet)
                now = looks(view)
                assert {uid for uid in now if now[uid] != before[uid]} <= changed
            anew = Overview(book.definition.rules, book.sheets())
    assert looks(view) == looks(anew)
    assert view.progress() == anew.progress()
    assert view.below_mean() == anew.below_mean()
    for code in view.codes:
        assert view.open_in(code) == anew.open_in(code)
        assert view.own.of(code) == anew.own.of(code)


def looks(view: Overview) -> dict[bytes, object]:
    return {uid: (view.sheet(uid), view.asked(uid, "C1")) for uid in view.services}


def test_below_the_own_mean_are_only_complete_services(ten: Bench, book: Book) -> None:
    for number, digits in ((1, "40"), (2, "10")):
        enter(book, ten, number, "score", digits)
        enter(book, ten, number, "target", "10", "I1")
        enter(book, ten, number, "actual", "10", "I1")
        enter(book, ten, number, "survey_mean", "5", "S1")
    enter(book, ten, 3, "score", "1")
    view = Overview(book.definition.rules, book.sheets())
    assert view.sheet(ten.service(2)).state is SheetState.COMPLETE
    assert view.below_mean() == frozenset([ten.service(2)])
