"""Steps back and forth: whatever was done in an open book can be taken back and done again."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.rounds.small_round import IN_MEMORY
from workbench.scoring import findings
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.workbench.rounds.small_round import Bench
    from workbench.scoring.book import Book

ENTRIES = st.one_of(
    st.tuples(st.sampled_from([1, 2]), st.just("C1"), st.just("score"), st.sampled_from(["", "3"])),
    st.tuples(
        st.sampled_from([1, 5]),
        st.just("C1"),
        st.just("not_applicable"),
        st.sampled_from(["", "yes"]),
    ),
    st.tuples(
        st.just(2),
        st.just("I1"),
        st.sampled_from(["target", "actual"]),
        st.sampled_from(["", "2", "10"]),
    ),
    st.tuples(st.sampled_from([1, 2]), st.just(""), st.just("opinion"), st.sampled_from("가나")),
)


@pytest.fixture
def book(bench: Bench) -> Iterator[Book]:
    with open_book(bench.books["E1"]) as opened:
        yield opened


def enter(book: Book, bench: Bench, number: int, code: str, field: str, text: str) -> None:
    indicator = bench.indicator(code) if code else None
    book.write([book.change(bench.service(number), indicator, field, text)])


@given(entries=st.lists(ENTRIES, max_size=8))
def test_taking_everything_back_and_doing_it_again_changes_nothing(
    fresh_bench: Bench, entries: list[tuple[int, str, str, str]]
) -> None:
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder:
        bench = fresh_bench.copied_to(Path(folder))
        with open_book(bench.books["E1"]) as book:
            states = [book.sheets()]
            for entry in entries:
                enter(book, bench, *entry)
                if book.sheets() != states[-1]:
                    states.append(book.sheets())
            for state in reversed(states[:-1]):
                assert book.undo() is not None
                assert book.sheets() == state
            assert book.undo() is None
            for state in states[1:]:
                assert book.redo() is not None
                assert book.sheets() == state
            assert book.redo() is None
            final = book.sheets()
        with open_book(bench.books["E1"]) as again:
            assert again.sheets() == final
            assert again.last_step is None  # steps live as long as the book is open


def test_many_cells_at_once_are_one_step(bench: Bench, book: Book) -> None:
    changes = [
        book.change(bench.service(number), bench.indicator("C1"), "score", "7") for number in (1, 5)
    ]
    assert book.write(changes) == 2
    step = book.undo()
    assert step is not None
    assert len(step.changes) == 2
    assert [sheet.given for sheet in book.sheets()] == [0, 0, 0]


def test_what_changed_nothing_is_no_step(bench: Bench, book: Book) -> None:
    enter(book, bench, 1, "C1", "score", "7")
    enter(book, bench, 1, "C1", "score", "7.0")
    step = book.last_step
    assert step is not None
    assert (step.changes[0].before, step.changes[0].after) == (None, "7")


def test_a_new_step_ends_what_could_be_done_again(bench: Bench, book: Book) -> None:
    enter(book, bench, 1, "C1", "score", "7")
    book.undo()
    enter(book, bench, 1, "C1", "score", "8")
    assert book.next_step is None
    assert book.redo() is None


def test_the_past_of_a_mark_tells_every_value_and_which_one_stands(
    bench: Bench, book: Book
) -> None:
    for text in ("7", "8", ""):
        enter(book, bench, 1, "C1", "score", text)
    enter(book, bench, 1, "C1", "comment", "근거")
    past = book.past(bench.service(1), bench.indicator("C1"), ["score"])
    assert [(value.before, value.after) for value in past] == [
        ("8", None),
        ("7", "8"),
        (None, "7"),
    ]
    assert [value.is_present for value in past] == [True, False, False]
    assert {value.author for value in past} == {bench.owner("E1")}


def test_taking_back_is_itself_in_the_past(bench: Bench, book: Book) -> None:
    enter(book, bench, 1, "C1", "score", "7")
    enter(book, bench, 1, "C1", "score", "8")
    book.undo()
    past = book.past(bench.service(1), bench.indicator("C1"), ["score"])
    assert [value.after for value in past] == ["7", "8", "7"]


def test_a_finding_moves_and_is_linked_and_moves_back(bench: Bench, book: Book) -> None:
    service = bench.service(1)
    book.record_list(service, "achievement", ["하나", "둘", "셋"])
    place = (book.owner.uid, service, "achievement")
    third = book.sheet(service).items("achievement")[2].uid
    book.write(findings.moved(book.lists(), place, third, -5))
    assert book.sheet(service).achievements == ("셋", "하나", "둘")
    book.write(findings.about(place, third, bench.indicator("C1")))
    assert book.sheet(service).items("achievement")[0].about == bench.indicator("C1")
    book.undo()
    book.undo()
    assert book.sheet(service).achievements == ("하나", "둘", "셋")


def test_a_new_finding_comes_last_and_blank_takes_it_away(bench: Bench, book: Book) -> None:
    service, uid = bench.service(1), b"\x07" * 16
    place = (book.owner.uid, service, "improvement")
    book.write(findings.typed(book.lists(), place, uid, "  "))
    assert book.sheet(service).improvements == ()
    book.write(findings.typed(book.lists(), place, uid, "과제"))
    book.write(findings.typed(book.lists(), place, b"\x08" * 16, "다음"))
    assert book.sheet(service).improvements == ("과제", "다음")
    book.write(findings.typed(book.lists(), place, uid, ""))
    assert book.sheet(service).improvements == ("다음",)


def test_the_pledge_keeps_its_day_and_is_no_step(bench: Bench, book: Book) -> None:
    book.pledge("2024-03-04")
    assert book.pledged == "2024-03-04"
    assert book.last_step is None


def test_changes_since_the_seal_are_counted_by_cell(bench: Bench, book: Book) -> None:
    enter(book, bench, 1, "C1", "score", "7")
    book.seal()
    assert book.standing.receipt is not None
    enter(book, bench, 1, "C1", "score", "8")
    enter(book, bench, 1, "C1", "score", "9")
    enter(book, bench, 2, "C1", "score", "9")
    assert book.receipt() is None
    assert len(book.standing.changed) == 2
