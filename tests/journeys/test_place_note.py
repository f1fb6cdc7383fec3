"""A note on standard error about a document in an unsafe place; everything else as elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.command_line import done, require_plain, scorebench
from tests.workbench.rounds.small_round import made

if TYPE_CHECKING:
    from pathlib import Path


def test_entering_and_merging_note_where_the_file_lies(tmp_path: Path) -> None:
    scores = tmp_path / "scores.csv"
    scores.write_text("service,indicator,field,value\n1,C1,score,30\n", encoding="utf-8")
    here = made(tmp_path / "여기")
    synced = made(tmp_path / "네이버 MYBOX")
    for answer, same in (
        (scorebench("enter", synced.books["E1"], scores), done("enter", here.books["E1"], scores)),
        (
            scorebench("merge", synced.round, synced.books["E1"]),
            done("merge", here.round, here.books["E1"]),
        ),
    ):
        assert answer.code == 0
        (note,) = answer.complaints
        require_plain([note])
        assert "네이버 MYBOX" in note
        assert answer.found.keys() == same.keys()


def test_reading_says_nothing_of_the_place(tmp_path: Path) -> None:
    synced = made(tmp_path / "Dropbox")
    done("check", synced.round, synced.books["E1"])
    done("results", synced.round)
