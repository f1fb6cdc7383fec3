"""Which revisions count: withdrawn ones sleep and return, the lead's with their parents."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.journal.chains import LEAD, by_id, cell, ids, revision
from workbench.journal.counting import counting

FIRST = revision("1", seq=1)
SECOND = revision("2", FIRST, seq=2)
FORK = revision("3", FIRST, seq=2, replica=b"q" * 16)
SETTLED = revision("3", SECOND, FORK, author=LEAD, seq=1, replica=b"L" * 16)
AGAIN = revision("2", SETTLED, author=LEAD, seq=2, replica=b"L" * 16)
OF_LEAD = revision("yes", at=cell("C1", "moderation"), author=LEAD, seq=3, replica=b"L" * 16)
ALL = by_id(FIRST, SECOND, FORK, SETTLED, AGAIN, OF_LEAD)


def awake(*imported: frozenset[bytes]) -> set[bytes]:
    return counting(ALL, imported, LEAD)


def test_what_a_standing_import_brought_counts() -> None:
    assert awake(ids(FIRST, SECOND)) == ids(FIRST, SECOND, OF_LEAD)
    assert awake(ids(FIRST), ids(FIRST, FORK)) == ids(FIRST, FORK, OF_LEAD)


def test_what_no_import_brought_sleeps_and_the_leads_own_cells_stand_alone() -> None:
    assert awake() == ids(OF_LEAD)


def test_a_settlement_counts_only_while_all_its_parents_do() -> None:
    both = ids(FIRST, SECOND), ids(FIRST, FORK)
    assert awake(*both) == set(ALL)
    assert awake(both[0]) == ids(FIRST, SECOND, OF_LEAD)  # it sleeps, and all upon it
    assert awake(both[1]) == ids(FIRST, FORK, OF_LEAD)
    assert awake(*both) == set(ALL)  # and returns by itself


def test_a_chain_of_the_leads_wakes_in_whatever_order_it_is_kept() -> None:
    backwards = dict(reversed(ALL.items()))
    both = [ids(FIRST, SECOND), ids(FIRST, FORK)]
    assert counting(backwards, both, LEAD) == set(ALL)


@given(st.lists(st.sets(st.sampled_from([FIRST, SECOND, FORK])), max_size=4))
def test_more_imports_never_count_less(brought: list[set]) -> None:
    imported = [ids(*rows) for rows in brought]
    for kept in range(len(imported)):
        assert awake(*imported[:kept]) <= awake(*imported)
