"""The heads of a round laid out by place: a mapping like any other of the same heads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.journal import Revision
from tests.workbench.journal.chains import cell, revision
from workbench.journal.head_table import HeadTable, table_of
from workbench.journal.revisions import by_cell

UIDS = st.sampled_from([b"a" * 16, b"b" * 16])
ROWS = st.builds(
    Revision,
    id=st.binary(min_size=32, max_size=32),
    owner=UIDS,
    service=UIDS,
    subject=UIDS,
    field=st.sampled_from(["score", "target", "not_applicable", "comment", "achievement"]),
    value=st.sampled_from([None, "1", "2"]),
    author=UIDS,
    replica=st.just(b"r" * 16),
    seq=st.just(1),
    definition=st.just(b"v" * 32),
    made_at=st.just(0),
    parents=st.just(b""),
)
HEADS = st.lists(ROWS, max_size=30, unique_by=lambda row: row.id)


@given(HEADS)
def test_it_holds_what_the_heads_by_cell_hold(rows: list[Revision]) -> None:
    table, plain = HeadTable(rows), by_cell(rows)
    assert table == plain
    assert dict(table.items()) == plain
    assert set(table) == plain.keys()
    assert (len(table), bool(table)) == (len(plain), bool(plain))
    assert sorted(table.values()) == sorted(plain.values())
    assert [table[place] for place in plain] == [*plain.values()]
    assert table.several == {place for place, group in plain.items() if len(group) > 1}


@given(HEADS)
def test_of_a_plain_mapping_it_is_made_and_of_a_table_it_is_that(rows: list[Revision]) -> None:
    table = table_of(by_cell(rows))
    assert table == HeadTable(rows)
    assert table_of(table) is table


@given(HEADS)
def test_marks_nobody_expects_are_those_whose_owner_is_not_asked(rows: list[Revision]) -> None:
    table = HeadTable(rows)
    asked = {(b"a" * 16, b"b" * 16): (b"a" * 16,)}
    assert table.unexpected(asked) == {
        place: group
        for place, group in table.items()
        if place not in table.others and place[0] not in asked.get(place[1:3], ())
    }


def test_a_cell_without_heads_is_not_there() -> None:
    table = HeadTable([revision("1", at=cell("C1"))])
    for place in (cell("C2"), cell("C1", "comment"), cell("C1", owner=b"x" * 16)):
        assert place not in table
        assert table.get(place) is None
        with pytest.raises(KeyError):
            table[place]
