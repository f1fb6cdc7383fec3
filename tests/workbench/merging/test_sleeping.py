"""However often imports are withdrawn and return, the round ends where it would have been."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workbench.merging.lead import settle, standing_imports, withdraw
from tests.workbench.rounds.small_round import (
    IN_MEMORY,
    WHOLE,
    Bench,
    derived_state,
    heads_in,
    merged,
    revisions_in,
    sealed,
    typed,
)
from workbench.checking import check_file

if TYPE_CHECKING:
    from models.journal import Revision

SCORE = (1, "C1", "score")
STEPS = st.lists(st.tuples(st.sampled_from(["merge", "withdraw"]), st.integers(0, 3)), max_size=10)


@pytest.fixture(scope="module")
def sent(fresh_bench: Bench, tmp_path_factory: pytest.TempPathFactory) -> tuple[Bench, list[Path]]:
    """A round with a settled conflict, and the four books whose imports stand in it."""
    bench = fresh_bench.copied_to(tmp_path_factory.mktemp("sleeping"))
    book = bench.books["E1"]
    typed(book, *WHOLE)
    older = shutil.copyfile(book, bench.path("older.score"))
    copy = shutil.copyfile(book, bench.path("copy.score"))
    typed(book, (*SCORE, "31"), (2, "", "opinion", "글"))
    typed(copy, (*SCORE, "32"), (2, "", "opinion", "다른 글"))
    typed(bench.books["E2"], *WHOLE)
    books = [older, book, copy, bench.books["E2"]]
    for path in books[1:]:
        sealed(path)
    merged(bench.round, *books)
    settle(bench.round, bench.cell("E1", *SCORE), "31.5")
    return bench, books


@given(STEPS)
@settings(max_examples=settings().max_examples // 4)
def test_what_sleeps_returns_and_everything_follows(
    sent: tuple[Bench, list[Path]], steps: list[tuple[str, int]]
) -> None:
    bench, books = sent
    everything, whole = revisions_in(bench.round), derived_state(bench.round)
    held = [frozenset(revisions_in(path)) for path in books]
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder:
        round_ = shutil.copyfile(bench.round, Path(folder) / "a.round")
        standing = dict.fromkeys(range(4), True)
        for action, which in steps:
            if action == "withdraw":
                withdraw(round_, books[which])
            else:
                (row,) = merged(round_, books[which]).files
                assert row.status == ("nothing new" if standing[which] else "merged")
                assert row.new == 0
            standing[which] = action == "merge"
            assert [stands for _, stands in standing_imports(round_)] == list(standing.values())
            assert revisions_in(round_) == everything
            assert heads_in(round_).keys() == awake_heads(everything, held, standing)
            assert check_file(round_) == ()
        merged(round_, *books)
        assert derived_state(round_) == whole


def awake_heads(
    everything: dict[bytes, Revision], held: list[frozenset[bytes]], standing: dict[int, bool]
) -> set[bytes]:
    """The heads as the rule has it: what a standing book holds, and the lead's upon it."""
    awake = {id_ for at, ids in enumerate(held) if standing[at] for id_ in ids}
    (settled,) = (everything[id_] for id_ in everything.keys() - frozenset().union(*held))
    if awake.issuperset(settled.parent_ids):
        awake.add(settled.id)
    return awake - {parent for id_ in awake for parent in everything[id_].parent_ids}
