"""Blocks pasted twice are found; equal answers that chance makes are not."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.surveys.duplicates import Block, blocks_of, repeated


def answers(rng: Random, count: int, questions: int = 20, likely: str = "34455") -> list[tuple]:
    return [tuple(rng.choice(likely) for _ in range(questions)) for _ in range(count)]


@pytest.mark.parametrize("length", [5, 6, 30])
def test_a_block_is_found_at_its_full_length(length: int) -> None:
    rows = answers(Random(1), 200)
    twice = [*rows[:120], *rows[40 : 40 + length], *rows[120:]]
    assert blocks_of(twice) == (Block(40, 120, length),)


def test_four_rows_are_no_block() -> None:
    rows = answers(Random(1), 200)
    assert blocks_of([*rows, *rows[40:44]]) == ()


def test_the_smallest_table_pasted_twice() -> None:
    rows = answers(Random(2), 5)
    assert blocks_of([*rows, *rows]) == (Block(0, 5, 5),)


def test_a_block_pasted_three_times_is_found_twice() -> None:
    rows = answers(Random(3), 60)
    found = blocks_of([*rows, *rows[10:20], *rows[30:33], *rows[10:20]])
    assert [(block.first, block.second, block.length) for block in found] == [
        (10, 60, 10),
        (10, 73, 10),
    ]


def test_another_order_is_no_block() -> None:
    rows = answers(Random(4), 60)
    assert blocks_of([*rows, *reversed(rows)]) == ()


def test_who_ticks_one_box_all_the_way_down_is_no_copy() -> None:
    rng = Random(5)
    rows = answers(rng, 300)
    for at in range(100, 160):  # sixty in a row
        rows[at] = ("5",) * 20
    assert blocks_of(rows) == ()


def test_a_copied_block_that_begins_with_such_rows_is_found_whole() -> None:
    rows = answers(Random(6), 300)
    for at in (50, 51, 52, 55, 200, 201):
        rows[at] = ("5",) * 20
    assert blocks_of([*rows, *rows[50:70]]) == (Block(50, 300, 20),)


@pytest.mark.parametrize("questions", [1, 2])
def test_few_questions_repeat_by_chance(questions: int) -> None:
    for seed in range(20):
        assert blocks_of(answers(Random(seed), 400, questions)) == ()


def test_sorted_rows_of_few_questions_are_no_copies() -> None:
    assert blocks_of(sorted(answers(Random(7), 400, 2))) == ()


@given(st.lists(st.tuples(st.sampled_from("12"), st.sampled_from("12")), max_size=40))
def test_no_row_is_in_two_second_places_and_none_overlaps_its_first(rows: list[tuple]) -> None:
    taken: set[int] = set()
    for block in blocks_of([(*row, str(at % 9)) for at, row in enumerate(rows)]):
        second = set(range(block.second, block.second + block.length))
        assert block.first + block.length <= block.second
        assert not second & taken
        taken |= second


def test_a_respondent_named_again() -> None:
    assert repeated([("a", "1"), ("a", "2"), ("a", "1"), ("b", "1"), ("a", "1"), ("a", "")]) == (
        (0, 2),
        (0, 4),
    )
