"""The window killed while somebody types: every mark whose field had been left is there."""

from __future__ import annotations

import random
import shutil
import signal
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from models.recovering import journal_path
from tests.journeys.scoring_by_key import Hand, Marks, fresh_books, marks_in
from tests.journeys.typist_process import TypistProcess
from tests.own_window import OwnWindow
from workbench.checking import check_file
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import pytest

    from tests.tallying import Tally

KILLS, KILLS_OF_THE_LONG_RUN = 10, 1000
MOST_MARKS = 5
WRITING = ("writing",)
MOMENTS = (("stored", "held"), ("leaving",), ("at",), WRITING, WRITING)


@dataclass
class Victim:
    """A book that grows from kill to kill, and what it has to hold."""

    path: Path
    wanted: Marks
    kept: Marks = field(default_factory=dict)

    def has_room(self) -> bool:
        return len(self.wanted) - len(self.kept) > 2 * MOST_MARKS


def victims(folder: Path) -> Iterator[Victim]:
    """Fresh books without end."""
    number = 0
    while True:
        number += 1
        place = folder / str(number)
        place.mkdir()
        for path, wanted in fresh_books(place).values():
            yield Victim(path, wanted)


def journal_size(book: Path) -> int:
    journal = journal_path(book)
    return journal.stat().st_size if journal.exists() else 0


def killed(victim: Victim, rng: random.Random, note: Path) -> TypistProcess:
    """Let the typist score some marks and kill it at a moment that is drawn, never timed."""
    marks, moment = rng.randrange(MOST_MARKS), rng.choice(MOMENTS)
    with TypistProcess(victim.path, victim.wanted, note) as typist:
        typist.hear("at")
        typist.tell(marks + rng.randint(1, 3))  # it types on while the kill comes
        for _ in range(marks):
            typist.hear("stored", "held")
        typist.hear(*(("leaving",) if moment is WRITING else moment))
        while moment is WRITING and not journal_size(victim.path) and not typist.has_spoken():
            pass
        typist.kill()
    assert sys.platform == "win32" or typist.exit_code == -signal.SIGKILL
    return typist


def after_the_kill(victim: Victim, folder: Path) -> Marks:
    """What a copy of the book and its journal holds; the book itself is mended by its window."""
    copy = folder / "copy.score"
    shutil.copyfile(victim.path, copy)
    if journal_size(victim.path):
        shutil.copyfile(journal_path(victim.path), journal_path(copy))
    with open_book(copy) as book:
        found = marks_in(book)
    assert check_file(copy) == ()
    return found


def test_every_mark_whose_field_had_been_left_survives_a_kill(
    tmp_path: Path,
    request: pytest.FixtureRequest,
    record_property: Callable[[str, object], None],
    tally: Tally,
) -> None:
    is_long = request.config.getoption("--long")
    rng = random.Random(20240702)
    books = victims(tmp_path)
    victim = next(books)
    acknowledged = halfway = in_flight = 0
    kills = KILLS_OF_THE_LONG_RUN if is_long else KILLS
    for _ in range(kills):
        if not victim.has_room():
            victim = next(books)
        typist = killed(victim, rng, tmp_path / "marks.json")
        acknowledged += len(typist.stored)
        halfway += journal_size(victim.path) > 0
        in_flight += typist.in_flight is not None
        certain = victim.kept | typist.stored
        possible = dict(certain)
        if typist.in_flight is not None:
            possible[typist.in_flight] = victim.wanted[typist.in_flight]
        found = after_the_kill(victim, tmp_path)
        assert found in (certain, possible)
        victim.kept = found
    tally("kills: typing in the window", kills)
    said = f"{acknowledged} marks acknowledged, {in_flight} kills while a field was being left"
    record_property("measured", f"{said}, {halfway} of them inside a transaction; nothing lost")


def test_reopening_after_a_kill_lands_on_the_same_cell(tmp_path: Path) -> None:
    path, wanted = fresh_books(tmp_path)["E1"]
    with TypistProcess(path, wanted, tmp_path / "marks.json") as typist:
        typist.hear("at")
        typist.tell(9)
        for _ in range(9):
            typist.hear("at")
        typist.kill()
    with OwnWindow() as own:
        assert Hand(own.open(path), wanted).here() == typist.at
