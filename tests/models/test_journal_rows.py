"""Revisions in a file: numbered as they come, found by owner and by place, heads beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.journal import (
    Revision,
    add_revisions,
    all_revisions,
    head_numbers,
    head_revisions,
    last_number,
    last_seq,
    numbered_heads,
    numbers_of,
    replace_heads,
    revisions_of,
    revisions_of_subject,
)
from models.schema import DocumentKind
from models.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from models.store import Store

ONE, OTHER = b"1" * 16, b"2" * 16


def row(at: int, owner: bytes = ONE, subject: bytes = b"s" * 16, *parents: Revision) -> Revision:
    packed = b"".join(sorted(parent.id for parent in parents))
    named = owner, b"v" * 16, subject, "score", str(at), owner, b"r" * 16, at, b"d" * 32, at, packed
    return Revision(bytes([255 - at]) * 32, *named)


FIRST = row(1)
SECOND = row(2, OTHER)
THIRD = row(3, ONE, b"t" * 16)
FOURTH = row(4, ONE, b"s" * 16, FIRST, THIRD)


@pytest.fixture
def store(book_file: Path) -> Iterator[Store]:
    with open_store(book_file, DocumentKind.SCORE) as opened:
        yield opened


@pytest.fixture
def filled(store: Store) -> Store:
    """Three revisions in one go and one more after them; the last replaces two of them."""
    with store.write() as connection:
        numbers = add_revisions(connection, [FIRST, SECOND, THIRD])
        replace_heads(connection, [], numbers.values())
    with store.write() as connection:
        replace_heads(connection, [1, 3], add_revisions(connection, [FOURTH]).values())
    return store


def test_numbers_go_on_where_the_file_stands(filled: Store) -> None:
    with filled.read() as connection:
        assert numbers_of(connection) == {FIRST.id: 1, SECOND.id: 2, THIRD.id: 3, FOURTH.id: 4}
        assert all_revisions(connection) == [FIRST, SECOND, THIRD, FOURTH]
        assert (last_number(connection), last_seq(connection, b"r" * 16)) == (4, 4)


def test_an_empty_file_has_no_numbers_and_adding_nothing_gives_none(store: Store) -> None:
    with store.write() as connection:
        assert add_revisions(connection, []) == {}
        replace_heads(connection, [], [])
        assert (last_number(connection), last_seq(connection, b"r" * 16)) == (0, 0)
        assert (numbers_of(connection), head_numbers(connection)) == ({}, set())


def test_heads_are_what_was_put_in_and_not_taken_out(filled: Store) -> None:
    with filled.read() as connection:
        assert head_numbers(connection) == {2, 4}
        assert numbered_heads(connection) == {2: SECOND, 4: FOURTH}
        assert {found.id for found in head_revisions(connection)} == {SECOND.id, FOURTH.id}


def test_revisions_are_found_by_owner_and_by_place_oldest_first(filled: Store) -> None:
    with filled.read() as connection:
        assert revisions_of(connection, ONE) == {1: FIRST, 3: THIRD, 4: FOURTH}
        assert revisions_of(connection, OTHER) == {2: SECOND}
        place = b"v" * 16, b"s" * 16
        assert revisions_of_subject(connection, *place) == [FIRST, SECOND, FOURTH]
        assert revisions_of_subject(connection, b"s" * 16, b"v" * 16) == []


def test_parents_come_back_one_by_one_and_the_cell_without_the_rest(filled: Store) -> None:
    with filled.read() as connection:
        last = all_revisions(connection)[-1]
    assert last.parent_ids == tuple(sorted((FIRST.id, THIRD.id)))
    assert last.cell == (ONE, b"v" * 16, b"s" * 16, "score")
    assert FIRST.parent_ids == ()
