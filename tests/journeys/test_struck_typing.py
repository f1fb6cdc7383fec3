"""A disk that refuses while somebody types: each mark is in the file, or still on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.recovering import journal_path
from tests.journeys.scoring_by_key import fresh_books, marks_in
from tests.journeys.striking import calls_in, strikable, under_strace
from tests.journeys.typist_process import TypistProcess
from workbench.checking import check_file
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.journeys.scoring_by_key import Marks
    from tests.tallying import Tally

MARKS = 3
FAULTS = {"normal": 3, "long": 120}
ERRORS = ("ENOSPC", "EIO", "EACCES")


def typed_under(
    folder: Path, log: Path, marks: int, *inject: str
) -> tuple[Path, Marks, TypistProcess]:
    """Let the real window score so many marks in a fresh book, struck as ``inject`` says."""
    folder.mkdir()
    path, wanted = fresh_books(folder)["E1"]
    under = under_strace(log, *inject, about=(path, journal_path(path)))
    with TypistProcess(path, wanted, folder / "marks.json", *under) as typist:
        typist.hear("at")
        for _ in range(marks):
            typist.tell(1)
            typist.hear("at", "kept")
            if typist.kept:
                break
        typist.finish()
    return path, wanted, typist


def test_what_the_disk_refuses_stays_on_the_screen_and_is_told(
    tmp_path: Path, request: pytest.FixtureRequest, tally: Tally
) -> None:
    strikable()
    wanted_faults = FAULTS["long" if request.config.getoption("--long") else "normal"]
    typed_under(tmp_path / "none", tmp_path / "none.calls", 0)
    typed_under(tmp_path / "some", tmp_path / "some.calls", MARKS)
    writes = [
        len([point for point in calls_in(tmp_path / name) if point.call == "pwrite64"])
        for name in ("none.calls", "some.calls")
    ]
    first, last = writes[0] + 1, writes[1]
    tried, wrong = 0, []
    for number in range(wanted_faults):
        at = first + (last - first) * number // wanted_faults
        error = ERRORS[number % len(ERRORS)]
        inject = f"pwrite64:error={error}:when={at}{'+' if number % 2 else ''}"
        path, wanted, typist = typed_under(
            tmp_path / str(number), tmp_path / f"{number}.calls", MARKS, inject
        )
        with open_book(path) as book:
            found = marks_in(book)
        is_right = (
            check_file(path) == ()
            and typist.stored.items() <= found.items()
            and all(wanted[mark] == text for mark, text in typist.kept.items())
            and found.keys() <= typist.stored.keys() | typist.kept.keys()
            and (len(typist.stored) == MARKS or len(typist.kept) == 1)
        )
        tried += 1
        if not is_right:
            wrong.append((inject, typist.stored, typist.kept, found))
    tally("write faults: typing in the window", tried, len(wrong))
    assert wrong == []
