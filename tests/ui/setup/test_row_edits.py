"""Edits of rows keep every row that they do not name, whoever moves where."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.setup import row_edits
from workbench.setup.sheets import SheetRow, columns_of

SHEET = "evaluators"


def rows_of(count: int) -> row_edits.Rows:
    return tuple(
        SheetRow(bytes([at]) * 16, {**row_edits.blank(SHEET, {}).texts, "code": f"E{at}"})
        for at in range(count)
    )


@st.composite
def moves(draw: st.DrawFn) -> tuple[row_edits.Rows, list[int], int, int, int]:
    rows = rows_of(draw(st.integers(1, 9)))
    shown = draw(st.lists(st.integers(0, len(rows) - 1), min_size=1, unique=True).map(sorted))
    first = draw(st.integers(0, len(shown) - 1))
    last = draw(st.integers(first, len(shown) - 1))
    return rows, shown, first, last, draw(st.sampled_from((-1, 1)))


@given(moves())
def test_moving_loses_no_row_and_moving_back_undoes_it(
    case: tuple[row_edits.Rows, list[int], int, int, int],
) -> None:
    rows, shown, first, last, way = case
    moved = row_edits.moved(rows, shown, first, last, way)
    assert sorted(row.uid for row in moved) == sorted(row.uid for row in rows)
    hidden = set(range(len(rows))) - set(shown)
    assert all(moved[at] is rows[at] for at in hidden)
    if moved != rows:
        assert row_edits.moved(moved, shown, first + way, last + way, -way) == rows


@given(st.integers(0, 6), st.data())
def test_removing_what_was_added_gives_the_same_rows(count: int, data: st.DataObject) -> None:
    rows = rows_of(count)
    at = data.draw(st.integers(-1, count - 1))
    longer = row_edits.with_rows_after(rows, at, [row_edits.blank(SHEET, {"role": "evaluator"})])
    assert longer[at + 1].uid is None
    assert row_edits.without(longer, [at + 1]) == rows


@given(st.text())
def test_what_is_typed_passes_the_one_door(text: str) -> None:
    (row,) = row_edits.with_texts(rows_of(1), {0: {"name": text}})
    (again,) = row_edits.with_texts((row,), {0: {"name": row.text("name")}})
    assert again == row
    assert set(row.texts) == set(columns_of(SHEET))
    row.text("name").encode()
