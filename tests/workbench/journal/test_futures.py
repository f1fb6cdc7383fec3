"""Two futures of one file: found whichever way the files came, and named cell by cell."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.workbench.journal.chains import LEAD, by_id, cell, ids, revision
from workbench.journal.counting import forked

OTHER = b"q" * 16
A1 = revision("1", at=cell("A"), seq=1)
B1 = revision("1", at=cell("B"), seq=2)
BASE = (A1, B1)
A2 = revision("2", A1, seq=3)  # on in the file itself
A3 = revision("3", A1, seq=1, replica=OTHER)  # on in a copy of it
A3_SAME = revision("2", A1, seq=1, replica=OTHER)
B3 = revision("9", B1, seq=2, replica=OTHER)


def cells(rows: tuple, *imported: frozenset[bytes]) -> set:
    found = {frozenset(forked(by_id(*rows), list(order), LEAD)) for order in permutations(imported)}
    assert len(found) == 1  # the order in which they came decides nothing
    return set(found.pop())


def test_one_file_or_none_has_one_future() -> None:
    assert cells(BASE) == set()
    assert cells(BASE, ids(*BASE)) == set()


def test_an_older_and_a_newer_state_are_one_future() -> None:
    rows = (*BASE, A2)
    assert cells(rows, ids(A1), ids(*BASE), ids(*rows)) == set()


def test_a_copy_edited_beside_the_file_is_two_futures_in_the_cells_that_differ() -> None:
    rows = (*BASE, A2, A3, B3)
    ours, theirs = ids(*BASE, A2), ids(*BASE, A3, B3)
    assert cells(rows, ours, theirs) == {cell("A"), cell("B")}


def test_two_futures_in_different_cells_name_both() -> None:
    rows = (*BASE, A2, B3)
    assert cells(rows, ids(*BASE, A2), ids(*BASE, B3)) == {cell("A"), cell("B")}


def test_two_futures_that_say_the_same_differ_nowhere() -> None:
    rows = (*BASE, A2, A3_SAME)
    assert cells(rows, ids(*BASE, A2), ids(*BASE, A3_SAME)) == set()


def test_a_cell_cleared_in_one_and_never_filled_in_the_other_does_not_differ() -> None:
    filled = revision("1", at=cell("C"), seq=3)
    cleared = revision(None, filled, seq=4)
    rows = (*BASE, filled, cleared, B3)
    assert cells(rows, ids(*BASE, filled, cleared), ids(*BASE, B3)) == {cell("B")}


def test_a_file_that_holds_both_covers_them() -> None:
    rows = (*BASE, A2, A3)
    joined = revision("3", A2, A3, seq=2, replica=OTHER)
    both = (*rows, joined)
    assert cells(both, ids(*BASE, A2), ids(*BASE, A3), ids(*both)) == set()
    assert cells(both, ids(*BASE, A2), ids(*BASE, A3), ids(*rows)) == set()


def test_a_third_future_beside_a_file_that_covers_two_is_still_one_too_many() -> None:
    third = revision("4", A1, seq=1, replica=b"t" * 16)
    rows = (*BASE, A2, A3, third)
    covering = ids(*BASE, A2, A3)
    assert cells(rows, ids(*BASE, A2), ids(*BASE, A3), covering, ids(*BASE, third)) == {cell("A")}


def test_a_restored_backup_that_went_on_is_two_futures_though_no_number_is_double() -> None:
    after = revision("5", B1, seq=1, replica=OTHER)  # a restored file takes a new replica id
    rows = (*BASE, A2, after)
    assert cells(rows, ids(*BASE, A2), ids(*BASE, after)) == {cell("A"), cell("B")}


def test_one_number_given_twice_by_one_replica_names_both_cells() -> None:
    twin = revision("5", B1, seq=3)  # same replica, same running number as A2
    rows = (*BASE, A2, twin)
    assert cells(rows, ids(*BASE, A2), ids(*BASE, twin)) == {cell("A"), cell("B")}


def test_one_number_given_twice_with_equal_values_is_still_named() -> None:
    twin = revision("2", A1, seq=3, made_at=1)
    rows = (*BASE, A2, twin)
    assert cells(rows, ids(*BASE, A2), ids(*BASE, twin)) == {cell("A")}


def test_one_number_given_thrice_names_every_cell_in_every_order() -> None:
    c1 = revision("1", at=cell("C"), seq=3)
    twin = revision("5", B1, seq=3)
    rows = (*BASE, A2, twin, c1)
    for three in permutations((ids(*BASE, A2, twin), ids(*BASE, c1))):
        assert cells(rows, *three) == {cell("A"), cell("B"), cell("C")}


def test_one_number_given_twice_is_covered_by_a_file_that_holds_both_and_nothing_else() -> None:
    one, other = revision("1", at=cell("A"), seq=3), revision("1", at=cell("B"), seq=3)
    assert cells((one, other), ids(one), ids(other), ids(one, other)) == set()
    assert cells((one, other), ids(one), ids(other)) == {cell("A"), cell("B")}


def test_settling_ends_it_cell_by_cell() -> None:
    rows = (*BASE, A2, A3, B3)
    settled_a = revision("3", A2, A3, author=LEAD, seq=1, replica=b"L" * 16)
    settled_b = revision("9", B3, author=LEAD, seq=2, replica=b"L" * 16)
    imported = ids(*BASE, A2), ids(*BASE, A3, B3)
    assert cells((*rows, settled_a), *imported) == {cell("B")}
    assert cells((*rows, settled_a, settled_b), *imported) == set()


def test_a_change_after_the_settlement_opens_it_again() -> None:
    rows = (*BASE, A2, A3)
    settled = revision("3", A2, A3, author=LEAD, seq=1, replica=b"L" * 16)
    later = revision("7", A2, seq=4)
    imported = ids(*BASE, A2), ids(*BASE, A3), ids(*BASE, A2, later)
    assert cells((*rows, settled, later), *imported) == {cell("A")}


def test_a_settlement_whose_parent_sleeps_settles_nothing() -> None:
    third = revision("4", A1, seq=1, replica=b"t" * 16)
    rows = (*BASE, A2, A3, third)
    settled = revision("3", A2, A3, author=LEAD, seq=1, replica=b"L" * 16)
    assert cells((*rows, settled), ids(*BASE, A2), ids(*BASE, third)) == {cell("A")}


@pytest.mark.parametrize("count", [2, 3, 6])
def test_many_futures_are_all_found(count: int) -> None:
    ends = [
        revision(str(number), at=cell(f"X{number}"), seq=1, replica=bytes([number]) * 16)
        for number in range(count)
    ]
    rows = (*BASE, *ends)
    imported = [ids(*BASE, end) for end in ends]
    assert forked(by_id(*rows), imported, LEAD) == {end.cell for end in ends}
