"""Where keys lead in a small grid: x takes no entry."""

from __future__ import annotations

import pytest

from ui.grid.route import next_open, target_of
from ui.scoring.route import Step

GRID = ("..x", "x..", "...", "..x")
SIZE = (4, 3)


def can_enter(row: int, column: int) -> bool:
    return GRID[row][column] == "."


@pytest.mark.parametrize(
    ("here", "step", "there"),
    [
        ((0, 0), Step.NEXT, (2, 0)),
        ((3, 0), Step.NEXT, (0, 1)),
        ((3, 1), Step.NEXT, (1, 2)),
        ((2, 2), Step.NEXT, None),
        ((2, 0), Step.BACK, (0, 0)),
        ((1, 2), Step.BACK, (3, 1)),
        ((0, 0), Step.BACK, None),
        ((0, 1), Step.RIGHT, (1, 1)),
        ((1, 1), Step.LEFT, (0, 1)),
        ((3, 1), Step.RIGHT, None),
        ((0, 0), Step.LEFT, None),
        ((0, 0), Step.DOWN, (2, 0)),
        ((3, 0), Step.DOWN, None),
        ((2, 2), Step.UP, (1, 2)),
        ((1, 2), Step.UP, None),
    ],
)
def test_a_key_leads_to_the_next_cell_that_takes_an_entry(
    here: tuple[int, int], step: Step, there: tuple[int, int] | None
) -> None:
    assert target_of(SIZE, here, step, can_enter) == there


def test_what_is_left_to_do_is_found_service_by_service_going_round() -> None:
    left = {(1, 2), (2, 0)}

    def is_open(row: int, column: int) -> bool:
        return (row, column) in left

    assert next_open(SIZE, (0, 0), is_open) == (1, 2)
    assert next_open(SIZE, (1, 2), is_open) == (2, 0)
    assert next_open(SIZE, (3, 2), is_open) == (1, 2)
    assert next_open(SIZE, (0, 0), lambda row, column: False) is None
    assert next_open(SIZE, (2, 0), lambda row, column: (row, column) == (2, 0)) == (2, 0)
