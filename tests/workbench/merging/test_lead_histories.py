"""Random histories of copies and of the lead between them: merge, settle, withdraw, merge again."""

from __future__ import annotations

import shutil
import tempfile
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.merging.lead import rewritten, told
from tests.workbench.merging.test_histories import TYPINGS
from tests.workbench.rounds.small_round import (
    IN_MEMORY,
    Bench,
    derived_state,
    heads_in,
    history_in,
    merged,
    revisions_in,
    sealed,
    typed,
)
from workbench.checking import check_file
from workbench.ledger.withdrawing import imports, withdraw
from workbench.merging.reading import read_outside_book
from workbench.rounds.desk import open_round
from workbench.settling.inbox import read_inbox
from workbench.settling.settling import settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from random import Random

    from models.journal import Revision
    from workbench.merging.reading import OutsideBook

MOST_COPIES = 5
WHICH = st.integers(0, 6)
MARKS = TYPINGS[:4]  # few cells, so that copies meet in them
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("type"), WHICH, st.sampled_from(MARKS)),
        st.tuples(st.just("type"), WHICH, st.sampled_from(TYPINGS)),
        *(
            st.tuples(st.just(step), WHICH, st.none())
            for step in ("copy", "seal", "send", "restore", "merge", "merge", "withdraw", "again")
        ),
        st.tuples(st.just("settle"), WHICH, st.sampled_from((0, 1, None))),
    ),
    min_size=4,
    max_size=20,
)


class Affair:
    """Two to five copies of two books, what was sent of them, and the lead's round."""

    def __init__(self, bench: Bench, folder: Path) -> None:
        self.bench = bench.copied_to(folder / "bench")
        self.folder = folder
        self.round = self.bench.round
        self.copies = list(self.bench.books.values())
        self.sent: list[Path] = []
        self.outside: dict[Path, OutsideBook] = {}
        self.standing: dict[bytes, bool] = {}
        """By digest of every import whether it stands."""
        self.settled: list[Revision] = []
        self.known: dict[bytes, Revision] = {}
        """Every revision that ever was in the round."""

    def live(self, steps: list[tuple]) -> None:
        for step, which, what in steps:
            getattr(self, f"_{step}")(which, what)
            self.require_lawful()

    # --- what evaluators do ----------------------------------------------------------------

    def _type(self, which: int, typing: tuple) -> None:
        typed(self._copy_of(which), typing)

    def _seal(self, which: int, _: None) -> None:
        sealed(self._copy_of(which))

    def _copy(self, which: int, _: None) -> None:
        self._take_up(self._copy_of(which))

    def _restore(self, which: int, _: None) -> None:
        """Go on in an older state of a book, as with a backup."""
        if self.sent:
            self._take_up(self.sent[which % len(self.sent)])

    def _send(self, which: int, _: None) -> Path:
        target = self.folder / f"sent{len(self.sent)}.score"
        self.sent.append(shutil.copyfile(self._copy_of(which), target))
        self.outside[target] = read_outside_book(target)
        return target

    def _take_up(self, source: Path) -> None:
        if len(self.copies) < MOST_COPIES:
            target = self.folder / f"copy{len(self.copies)}.score"
            self.copies.append(shutil.copyfile(source, target))

    def _copy_of(self, which: int) -> Path:
        return self.copies[which % len(self.copies)]

    # --- what the lead does ----------------------------------------------------------------

    def _merge(self, which: int, _: None) -> None:
        self._take(self._send(which, None))

    def _again(self, which: int, _: None) -> None:
        if self.sent:
            self._take(self.sent[which % len(self.sent)])

    def _take(self, file: Path) -> None:
        merged(self.round, file)
        self.standing[self.outside[file].digest] = True
        self.known |= self.outside[file].revisions

    def _withdraw(self, which: int, _: None) -> None:
        with open_round(self.round) as desk:
            rows = [row for row in imports(desk) if not row.withdrawn]
            if not rows:
                return
            withdraw(desk, rows[which % len(rows)].number, "잘못 받은 파일")
        digests = list(self.standing)
        self.standing[digests[rows[which % len(rows)].number - 1]] = False

    def _settle(self, which: int, choice: int | None) -> None:
        before = revisions_in(self.round).keys()
        with open_round(self.round) as desk:
            cells = read_inbox(desk).cells
            if not cells:
                return
            cell = cells[which % len(cells)].cell
            group = [row for row in heads_in_desk(desk) if row.cell == cell]
            value = None if choice is None else group[choice % len(group)].value
            settle(desk, [(cell, value)], "전화로 확인")
        (made,) = (row for id_, row in revisions_in(self.round).items() if id_ not in before)
        assert set(made.parent_ids) == {row.id for row in group}
        self.settled.append(made)
        self.known[made.id] = made

    # --- what must hold --------------------------------------------------------------------

    def awake(self) -> set[bytes]:
        """Say by DESIGN §3 alone which revisions count."""
        imported = [book for book in self.outside.values() if self.standing.get(book.digest)]
        found = {id_ for book in imported for id_ in book.revisions}
        for row in self.settled:  # in the order they were made: parents come first
            if found.issuperset(row.parent_ids):
                found.add(row.id)
        return found

    def heads(self) -> dict[tuple, set[Revision]]:
        awake = self.awake()
        replaced = {parent for id_ in awake for parent in self.known[id_].parent_ids}
        groups = defaultdict(set)
        for id_ in awake - replaced:
            groups[self.known[id_].cell].add(self.known[id_])
        return groups

    def require_lawful(self) -> None:
        revisions, heads = history_in(self.round)
        assert revisions == self.known  # none is lost, none is made up
        assert heads.keys() == {row.id for group in self.heads().values() for row in group}
        assert check_file(self.round) == ()

    def differing(self) -> set[tuple]:
        """Cells that hold different content; equal content is never among them."""
        groups = self.heads().items()
        return {cell for cell, rows in groups if len({row.value for row in rows}) > 1}


def heads_in_desk(desk) -> list[Revision]:
    from models.journal import head_revisions

    with desk.store.read() as connection:
        return head_revisions(connection)


@pytest.fixture(scope="session")
def affair(fresh_bench: Bench) -> Callable[[list[tuple]], AbstractContextManager[Affair]]:
    """Live through some steps in a folder of their own, which goes at the end."""

    @contextmanager
    def live(steps: list[tuple]) -> Iterator[Affair]:
        with (
            tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder,
            pytest.MonkeyPatch.context() as patch,
        ):
            patch.setenv("SCORING_WORKBENCH_HOME", str(Path(folder) / "home"))
            made = Affair(fresh_bench, Path(folder))
            made.live(steps)
            yield made

    return live


def merged_in_some_order(affair: Affair, name: str, rng: Random) -> Path:
    """Merge everything that was sent into a copy of the round: any order, grouping, repetition."""
    round_ = Path(shutil.copyfile(affair.round, affair.folder / f"{name}.round"))
    waiting = [*affair.sent, *rng.sample(affair.sent, rng.randint(0, len(affair.sent)))]
    rng.shuffle(waiting)
    while waiting:
        size = rng.randint(1, len(waiting))
        merged(round_, *waiting[:size])
        del waiting[:size]
    return round_


@given(STEPS, st.randoms(use_true_random=True))
def test_whatever_the_lead_did_between_any_order_gives_the_same_round(
    affair, steps: list[tuple], rng: Random
) -> None:
    with affair(steps) as lived:
        one, other = (merged_in_some_order(lived, name, rng) for name in ("one", "other"))
        assert derived_state(one) == derived_state(other)
        if lived.sent:
            lived.standing = dict.fromkeys((book.digest for book in lived.outside.values()), True)
            lived.known |= {
                id_: row for book in lived.outside.values() for id_, row in book.revisions.items()
            }
            lived.round = one
            lived.require_lawful()
        awake = lived.awake()
        present = heads_in(one)
        for made in lived.settled:  # all its parents are there again, so it counts
            assert made.id in awake
            assert not present.keys() & set(made.parent_ids)


@given(STEPS, st.integers(0, 6))
def test_withdrawing_and_merging_again_restores_the_same_round(
    affair, steps: list[tuple], which: int
) -> None:
    with affair([*steps, ("merge", which, None)]) as lived:
        before = derived_state(lived.round)
        standing = [
            book for book in lived.outside if lived.standing.get(lived.outside[book].digest)
        ]
        book = standing[which % len(standing)]
        digest = lived.outside[book].digest
        number = list(lived.standing).index(digest) + 1
        with open_round(lived.round) as desk:
            withdraw(desk, number, "다시 받기로 함")
        lived.standing[digest] = False
        lived.require_lawful()
        merged(lived.round, book)
        assert derived_state(lived.round) == before


@given(STEPS)
def test_the_inbox_holds_what_differs_and_never_equal_content(affair, steps: list[tuple]) -> None:
    with affair(steps) as lived, open_round(lived.round) as desk:
        rows = read_inbox(desk).cells
        assert {row.cell for row in rows if row.why == "conflict"} == lived.differing()
        for row in rows:
            if row.why == "future":
                assert row.cell not in lived.differing()


@given(STEPS)
def test_a_book_known_by_its_bytes_is_told_as_if_it_were_read(affair, steps: list[tuple]) -> None:
    with affair(steps) as lived, open_round(lived.round) as desk:
        twins = {file: rewritten(file) for file in lived.sent}
        everything = [[file] for file in lived.sent] + [lived.sent] * bool(lived.sent)
        for files in everything:
            known = desk.merge(files, dry_run=True)
            read = desk.merge([twins[file] for file in files], dry_run=True)
            assert [told(row) for row in known.files] == [told(row) for row in read.files]
            assert replace(known, files=()) == replace(read, files=())
