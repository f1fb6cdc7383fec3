"""A revision's id covers all it holds; heads follow from revisions alone."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import StoreError
from models.journal import Revision
from tests.workbench.journal.chains import cell, revision
from workbench.journal.revisions import by_cell, heads, intact, make_revision, revision_id, values

if TYPE_CHECKING:
    from random import Random

UIDS = st.binary(min_size=16, max_size=16)
HASHES = st.binary(min_size=32, max_size=32)
ROWS = st.builds(
    Revision,
    id=st.just(b""),
    owner=UIDS,
    service=UIDS,
    subject=UIDS,
    field=st.text(max_size=12),
    value=st.none() | st.text(max_size=30),
    author=UIDS,
    replica=UIDS,
    seq=st.integers(1, 2**63 - 1),
    definition=HASHES,
    made_at=st.integers(-(2**63), 2**63 - 1),
    parents=st.lists(HASHES, max_size=3).map(b"".join),
)


@given(ROWS, ROWS)
def test_two_revisions_share_an_id_only_if_they_share_everything(
    one: Revision, other: Revision
) -> None:
    assert (revision_id(one) == revision_id(other)) == (one == other)


@given(ROWS, st.sampled_from([name for name in Revision._fields if name != "id"]), ROWS)
def test_changing_any_one_thing_changes_the_id(one: Revision, name: str, other: Revision) -> None:
    changed = one._replace(**{name: getattr(other, name)})
    assert (revision_id(changed) == revision_id(one)) == (changed == one)


def test_the_id_is_the_same_on_every_machine_for_all_time() -> None:
    row = revision("7.5", at=cell("C1"))
    assert row.id.hex() == "21ff97558d3653853266dab7e6c1016d3c1c07b51f92debfee4978ec7377d23e"


@given(ROWS)
def test_the_id_is_the_hash_of_every_part_with_its_length(row: Revision) -> None:
    name = row.field.encode()
    value = (row.value or "").encode()
    length = 2**32 - 1 if row.value is None else len(value)  # cleared: no text has that length
    uids = row.owner + row.service + row.subject + row.author + row.replica + row.definition
    numbers = row.seq.to_bytes(8, "big") + row.made_at.to_bytes(8, "big", signed=True)
    sizes = len(name).to_bytes(4, "big") + length.to_bytes(4, "big")
    content = uids + numbers + sizes + name + value + row.parents
    assert revision_id(row) == sha256(b"scoring-workbench revision 1\n" + content).digest()


def test_cleared_and_empty_are_not_the_same() -> None:
    assert revision(None).id != revision("").id


def test_the_order_in_which_parents_are_given_is_no_difference() -> None:
    one, two = revision("1", seq=1), revision("2", seq=2)
    assert revision("3", one, two).id == revision("3", two, one).id


def test_a_made_revision_proves_itself_and_a_changed_one_does_not() -> None:
    row = make_revision(
        cell(),
        "7",
        author=b"a" * 16,
        replica=b"r" * 16,
        seq=1,
        definition=b"v" * 32,
        made_at=0,
        parents=[],
    )
    assert intact([row]) == [row]
    with pytest.raises(StoreError) as refused:
        intact([row, row._replace(value="8")])
    assert refused.value.key == "history_broken"


def test_heads_are_those_nobody_replaces() -> None:
    first = revision("1")
    second = revision("2", first)
    fork = revision("3", first, seq=2)
    other = revision("9", at=cell("C2"))
    assert {row.value for row in heads([first, second, fork, other])} == {"2", "3", "9"}
    joined = revision("4", second, fork)
    assert {row.value for row in heads([first, second, fork, other, joined])} == {"4", "9"}
    assert heads([]) == []


@given(st.randoms(use_true_random=True), st.integers(1, 25))
def test_heads_depend_on_the_set_and_not_on_its_order(rng: Random, count: int) -> None:
    rows: list[Revision] = []
    for number in range(count):
        parents = rng.sample(rows, min(len(rows), rng.randint(0, 2)))
        rows.append(revision(str(number), *parents, at=cell(), seq=number + 1))
    shuffled = list(rows)
    rng.shuffle(shuffled)
    assert heads(shuffled) == heads(rows)
    named = {parent for row in rows for parent in row.parent_ids}
    assert {row.id for row in heads(rows)} == {row.id for row in rows} - named


def test_groups_are_by_cell_and_values_tell_conflicts() -> None:
    same = [revision("1", seq=1), revision("1", seq=2)]
    other = revision(None, at=cell("C2"))
    groups = by_cell([*same, other])
    assert set(groups) == {cell("C1"), cell("C2")}
    assert groups[cell("C1")] == tuple(sorted(same, key=lambda row: row.id))
    assert values(groups[cell("C1")]) == {"1"}
    assert values(groups[cell("C2")]) == {None}
    assert values(()) == set()
