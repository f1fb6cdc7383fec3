"""A merge of fifty books killed at any step: the round is as before or as after, never between."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Self

import pytest

from models.picture import read_store
from models.recovering import journal_path
from models.schema import DocumentKind
from tests.workbench.merging.lead import standing_imports
from tests.workbench.rounds.small_round import (
    WHOLE,
    Bench,
    derived_state,
    made,
    merged,
    revisions_in,
    sealed,
    typed,
)
from workbench.checking import check_file
from workbench.rounds.desk import open_round

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.tallying import Tally

BOOKS = 50
KILLS, KILLS_OF_THE_LONG_RUN = 5, 200
State = tuple[object, ...]


class MergerProcess:
    """The merging process as its parent sees it: paced by lines, killed at any of them."""

    def __init__(self, round_: Path, books: Path) -> None:
        self._running = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.merger", str(round_), str(books)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def hear(self) -> str:
        """Wait for what it says next; empty once it has ended."""
        return self._running.stdout.readline().partition("\t")[0].strip()

    def tell(self, times: int = 1) -> None:
        """Let it go on, so many steps without being asked again."""
        self._running.stdin.write("\n" * times)
        self._running.stdin.flush()

    def kill(self) -> None:
        """End it as a power cut would."""
        self._running.kill()
        self._running.wait()

    @property
    def exit_code(self) -> int | None:
        return self._running.returncode

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._running.poll() is None:
            self.kill()
        self._running.stdout.close()
        self._running.stdin.close()


@pytest.fixture(scope="module")
def fifty(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """A round of fifty evaluators, every book of it whole and sealed, and nothing merged yet."""
    codes = [f"E{number:02}" for number in range(1, BOOKS + 1)]
    people = "\n".join(f"{code}¦가상{code}¦¦evaluator" for code in codes)
    granted = "\n".join(f"{code}¦all¦all¦¦" for code in codes)
    bench = made(
        tmp_path_factory.mktemp("fifty"),
        evaluators=f"code¦name¦affiliation¦role\n{people}",
        assignments=f"evaluator¦services¦sections¦status¦reason\n{granted}",
    )
    for book in bench.books.values():
        typed(book, *WHOLE)
        sealed(book)
    return bench


def books_of(bench: Bench) -> Path:
    return next(iter(bench.books.values())).parent


def steps_of_a_merge(bench: Bench, folder: Path) -> tuple[int, int]:
    """How many steps a whole merge has, and how many of them lie inside its transaction."""
    round_ = shutil.copyfile(bench.round, folder / "whole.round")
    inside: list[bool] = []

    def step(done: int, total: int, doing: str) -> None:
        inside.append(_journal_size(round_) > 0)

    with open_round(round_) as desk:
        desk.merge([books_of(bench)], progress=step)
    return len(inside), sum(inside)


def _journal_size(round_: Path) -> int:
    journal = journal_path(round_)
    return journal.stat().st_size if journal.exists() else 0


def moment(number: int, kills: int, steps: int, inside: int) -> tuple[int, bool]:
    """At which step a kill comes, and whether the merge is let run on there.

    Of five kills one falls anywhere, three into the transaction, one on its end.
    """
    if number % 5 == 4:
        return steps - 1 + number // 5 % 2, True
    first = 0 if number % 5 == 0 else steps - inside
    return first + (steps - 1 - first) * (number + 1) // kills, number % 2 == 1


def kill_at(step: int, runs_on: bool, round_: Path, books: Path) -> bool:
    """Kill a merge at its ``step``, waiting there or running on; say whether it was writing."""
    with MergerProcess(round_, books) as merger:
        for _ in range(step):
            assert merger.hear() == "step"
            merger.tell()
        assert merger.hear() in ("step", "merged")
        if runs_on:
            merger.tell(2)  # the kill meets it wherever it then is: writing, committing, done
        merger.kill()
    assert sys.platform == "win32" or merger.exit_code == -signal.SIGKILL
    return _journal_size(round_) > 0


def state_of(round_: Path) -> State:
    """All that a merge changes: results, heads, seals, revisions, imports and the history."""
    return (derived_state(round_), sorted(revisions_in(round_)), standing_imports(round_))


def test_a_killed_merge_leaves_the_round_before_or_after_and_it_opens(
    fifty: Bench,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    record_property: Callable[[str, object], None],
    tally: Tally,
) -> None:
    kills = KILLS_OF_THE_LONG_RUN if request.config.getoption("--long") else KILLS
    books = books_of(fifty)
    steps, inside = steps_of_a_merge(fifty, tmp_path)
    before, after = state_of(fifty.round), state_of(tmp_path / "whole.round")
    assert inside >= BOOKS - 1
    assert before != after
    writing = done = 0
    for number in range(kills):
        round_ = shutil.copyfile(fifty.round, tmp_path / "killed.round")
        writing += kill_at(*moment(number, kills, steps, inside), round_, books)
        with open_round(round_) as desk:  # rolls back by itself and asks nothing
            desk.prove()
        assert check_file(round_) == ()
        found = state_of(round_)
        assert found in (before, after)
        done += found == after
        (tmp_path / "killed.round").unlink()
    tally("kills: merging fifty books", kills)
    said = f"{kills} merges killed, {writing} of them while writing, {done} after their commit"
    record_property("measured", f"{said}; each round before or after, none between")


def test_after_a_kill_the_same_merge_is_done_as_if_nothing_had_happened(
    fifty: Bench, tmp_path: Path
) -> None:
    books = books_of(fifty)
    steps, inside = steps_of_a_merge(fifty, tmp_path)
    round_ = shutil.copyfile(fifty.round, tmp_path / "killed.round")
    assert kill_at(steps - inside // 2, False, round_, books)
    report = merged(round_, books)
    assert {row.status for row in report.files} == {"merged"}
    assert state_of(round_) == state_of(tmp_path / "whole.round")
    with read_store(round_, DocumentKind.ROUND) as store:
        assert store.problem() is None
