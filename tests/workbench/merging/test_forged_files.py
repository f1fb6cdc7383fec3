"""The hostile corpus: every kind is refused with its sentence, or read exactly as the genuine."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.hostile.score_kinds import KINDS
from tests.journeys.test_every_refusal import pattern
from tests.workbench.merging.judging import bytes_around, verdict_on
from tests.workbench.rounds.small_round import Bench, merged
from workbench.commands.main import main

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tallying import Tally
    from workbench.merging.reading import OutsideBook


def test_the_corpus_is_as_large_as_promised() -> None:
    assert len(KINDS) >= 200


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_gets_its_verdict(
    book: Path, genuine: OutsideBook, name: str, tally: Tally
) -> None:
    kind = KINDS[name]
    kind.forge(book)
    verdict = verdict_on(book, genuine)
    tally("hostile score books, by function and by child", 1, int(verdict != kind.key))
    assert verdict == kind.key


def test_the_whole_corpus_in_one_merge_changes_not_a_byte_of_the_round(
    scored_bench: Bench, tmp_path: Path, capsys: pytest.CaptureFixture[str], tally: Tally
) -> None:
    bench = scored_bench.copied_to(tmp_path / "round")
    merged(bench.round, bench.books["E1"])
    folder = tmp_path / "corpus"
    folder.mkdir()
    files = []
    for number, kind in enumerate(KINDS.values()):
        files.append(shutil.copyfile(bench.books["E1"], folder / f"{number:03}.score"))
        kind.forge(files[-1])
    before = bytes_around(bench.round)
    sizes = {path: path.stat() for path in folder.iterdir()}
    code = main(["merge", str(bench.round), *map(str, files), "--json", "--lang", "ko"])
    rows = json.loads(capsys.readouterr().out)["files"]
    wrong = [
        (name, row["status"], row["reason"])
        for (name, kind), row in zip(KINDS.items(), rows, strict=True)
        if not (
            row["status"] == "nothing new"
            if kind.key == "genuine"
            else row["status"] == "refused"
            and pattern(kind.key, "ko", r"(?s:.*?)").fullmatch(row["reason"])
        )
    ]
    tally("hostile score books in one merge", len(rows), len(wrong))
    assert not wrong, "\n".join(map(str, wrong))
    assert code == 4  # some prove themselves and belong to no version of the round
    assert bytes_around(bench.round) == before
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == {
        path: known.st_mtime_ns for path, known in sizes.items()
    }
