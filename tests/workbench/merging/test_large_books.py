"""What the program itself can make, the reader takes, however large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.workbench.rounds.small_round import WHOLE, made, merged, typed
from workbench.text import MAX_CHARACTERS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench


def test_the_longest_guidance_that_a_definition_takes_comes_back(tmp_path: Path) -> None:
    longest = "가" * MAX_CHARACTERS
    levels = "\n".join(f"C1¦{percent}%¦{percent}¦{longest}" for percent in (100, 75, 50, 25, 0))
    bench = made(tmp_path, levels=f"indicator¦label¦percent¦description\n{levels}")
    typed(bench.books["E1"], *WHOLE)
    (row,) = merged(bench.round, bench.books["E1"]).files
    assert row.status == "merged"


def test_the_longest_texts_come_back(bench: Bench) -> None:
    longest = "🏆" * MAX_CHARACTERS
    rows = [(number, "", "opinion", longest) for number in (1, 2, 5)]
    typed(bench.books["E1"], *rows, (1, "C1", "comment", longest))
    (row,) = merged(bench.round, bench.books["E1"]).files
    assert (row.status, row.new) == ("merged", 4)
