"""Random histories on the real files: what a round holds follows from the set of books alone."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.imports import imports_of
from models.schema import DocumentKind
from models.store import open_store
from tests.workbench.rounds.small_round import (
    IN_MEMORY,
    Bench,
    derived_state,
    heads_in,
    merged,
    revisions_in,
    sealed,
    typed,
)
from workbench.checking import check_file
from workbench.merging.reading import read_outside_book
from workbench.rounds.desk import open_round

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from random import Random

    from workbench.merging.reading import OutsideBook
    from workbench.merging.report import FileReport

TYPINGS = [
    (number, code, field, text)
    for number in (1, 2)
    for code, field, texts in (
        ("C1", "score", ("30", "31", "")),
        ("C1", "comment", ("글", "다른 글", "")),
        ("I1", "target", ("10", "")),
        ("I1", "actual", ("8", "9", "")),
        ("S1", "survey_mean", ("4", "")),
        ("", "opinion", ("의견", "")),
    )
    for text in texts
]
ACTIONS = st.lists(
    st.one_of(
        st.tuples(st.just("type"), st.integers(0, 3), st.sampled_from(TYPINGS)),
        st.tuples(st.just("type"), st.integers(0, 3), st.sampled_from(TYPINGS[:4])),
        st.tuples(st.just("copy"), st.integers(0, 3), st.none()),
        st.tuples(st.just("seal"), st.integers(0, 3), st.none()),
        st.tuples(st.just("send"), st.integers(0, 3), st.none()),
        st.tuples(st.just("clone"), st.none(), st.none()),
        st.tuples(st.just("move"), st.integers(0, 2), st.none()),
    ),
    min_size=3,
    max_size=16,
)


class World:
    """Up to four copies of two books on several computers, and what was sent to the lead."""

    def __init__(self, bench: Bench, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.bench = bench.copied_to(folder / "bench")
        self.folder = folder
        self.books = list(self.bench.books.values())
        self.sent: list[Path] = []
        self.outside: dict[Path, OutsideBook] = {}
        self.homes = [folder / "home0"]
        self._patch = patch
        self.move(0)

    def live(self, actions: list[tuple]) -> None:
        for action, which, typing in actions:
            if action == "type":
                typed(self.book(which), typing)
            elif action == "seal":
                sealed(self.book(which))
            elif action == "copy" and len(self.books) < 4:
                copy = self.folder / f"copy{len(self.books)}.score"
                self.books.append(shutil.copyfile(self.book(which), copy))
            elif action == "send":
                self.send(self.book(which))
            elif action == "clone":  # the whole computer, notes and all
                self.homes.append(self.folder / f"home{len(self.homes)}")
                if self.homes[0].exists():
                    shutil.copytree(self.homes[0], self.homes[-1])
            elif action == "move":
                self.move(which)
        for book in self.books:
            self.send(book)

    def book(self, which: int) -> Path:
        return self.books[which % len(self.books)]

    def send(self, book: Path) -> None:
        target = self.folder / f"sent{len(self.sent)}.score"
        self.sent.append(shutil.copyfile(book, target))
        self.outside[target] = read_outside_book(target)  # every book of every history is whole

    def move(self, which: int) -> None:
        self._patch.setenv("SCORING_WORKBENCH_HOME", str(self.homes[which % len(self.homes)]))

    def round(self, name: str) -> Path:
        return shutil.copyfile(self.bench.round, self.folder / f"{name}.round")


@pytest.fixture(scope="session")
def lived(fresh_bench: Bench) -> Callable[[list[tuple]], AbstractContextManager[World]]:
    """Live through some actions in a folder of their own, which goes at the end."""

    @contextmanager
    def live(actions: list[tuple]) -> Iterator[World]:
        with (
            tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder,
            pytest.MonkeyPatch.context() as patch,
        ):
            world = World(fresh_bench, Path(folder), patch)
            world.live(actions)
            yield world

    return live


class Ledger:
    """What must be in the round, kept beside it as plain sets."""

    def __init__(self) -> None:
        self.digests: set[bytes] = set()
        self.revisions: dict[bytes, object] = {}

    def require(self, book: OutsideBook, row: FileReport) -> None:
        fresh = {one.cell for id_, one in book.revisions.items() if id_ not in self.revisions}
        assert row.status == ("nothing new" if book.digest in self.digests else "merged")
        assert row.new == len({cell[1:] for cell in fresh})
        assert row.error is None
        self.digests.add(book.digest)
        self.revisions |= book.revisions

    def heads(self) -> set[bytes]:
        named = {parent for row in self.revisions.values() for parent in row.parent_ids}
        return self.revisions.keys() - named

    def conflicts(self) -> int:
        rows = sorted((self.revisions[id_] for id_ in self.heads()), key=lambda row: row.cell)
        cells = [list(group) for _, group in groupby(rows, key=lambda row: row.cell)]
        return sum(len({row.value for row in group}) > 1 for group in cells)


def merge_all(round_: Path, world: World, rng: Random) -> Ledger:
    """Merge everything at least once, in random batches and order, with repetitions."""
    ledger = Ledger()
    waiting = [*world.sent, *rng.sample(world.sent, rng.randint(0, len(world.sent)))]
    rng.shuffle(waiting)
    while waiting:
        size = rng.randint(1, len(waiting))
        batch, waiting = waiting[:size], waiting[size:]
        report = merged(round_, *batch)
        for path, row in zip(batch, report.files, strict=True):
            ledger.require(world.outside[path], row)
        assert report.conflicts == ledger.conflicts()
        assert report.exit_code == (4 if report.conflicts else 0)
    return ledger


@given(ACTIONS, st.randoms(use_true_random=True))
def test_any_order_repetition_and_grouping_gives_the_same_round(
    lived, actions: list[tuple], rng: Random
) -> None:
    with lived(actions) as world:
        rounds = [world.round(name) for name in ("one", "other")]
        ledgers = [merge_all(round_, world, rng) for round_ in rounds]
        assert derived_state(rounds[0]) == derived_state(rounds[1])
        for round_, ledger in zip(rounds, ledgers, strict=True):
            require_whole(round_, ledger)
        before = rounds[0].read_bytes()
        again = merged(rounds[0], *world.sent)
        assert {row.status for row in again.files} == {"nothing new"}
        assert rounds[0].read_bytes() == before


def require_whole(round_: Path, ledger: Ledger) -> None:
    assert revisions_in(round_) == ledger.revisions  # none is lost, none is made up
    assert heads_in(round_).keys() == ledger.heads()
    assert check_file(round_) == ()
    with open_store(round_, DocumentKind.ROUND) as store, store.read() as connection:
        assert {row.digest for row in imports_of(connection)} == ledger.digests


@given(ACTIONS, st.randoms(use_true_random=True))
@settings(max_examples=settings().max_examples // 2)
def test_a_dry_run_says_what_the_real_run_does_and_writes_nothing(
    lived, actions: list[tuple], rng: Random
) -> None:
    with lived(actions) as world:
        round_ = world.round("one")
        batch = rng.sample(world.sent, rng.randint(1, len(world.sent)))
        merged(round_, *rng.sample(world.sent, rng.randint(0, len(world.sent))))
        before = round_.read_bytes()
        told = merged(round_, *batch, dry_run=True)
        assert round_.read_bytes() == before
        done = merged(round_, *batch)
        assert not told.applied
        assert str(told.files) == str(done.files)
        assert (told.conflicts, told.exit_code) == (done.conflicts, done.exit_code)


@given(ACTIONS)
@settings(max_examples=settings().max_examples // 2)
def test_a_book_handed_out_again_holds_all_of_its_owner_and_changes_nothing(
    lived, actions: list[tuple]
) -> None:
    with lived(actions) as world:
        round_ = world.round("one")
        merged(round_, *world.sent)
        state, everything = derived_state(round_), revisions_in(round_)
        with open_round(round_) as desk:
            again = {owner.uid: path for owner, path in desk.hand_out(world.folder / "again")}
        for uid, path in again.items():
            mine = {id_: row for id_, row in everything.items() if row.owner == uid}
            assert revisions_in(path) == mine
            assert check_file(path) == ()
        merged(round_, *again.values())
        after = derived_state(round_)
        assert after[:2] == state[:2]  # results and heads
        assert not [why for why in after[3] if "closed_futures" in why]  # it covers them all
