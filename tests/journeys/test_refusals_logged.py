"""What is refused stands in the log of this computer, a line to each file, and not in the round."""

from __future__ import annotations

import json
import zipfile
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from tests.journeys.command_line import done, logged, nothing_changes, scorebench
from tests.journeys.marks import drawn
from tests.journeys.test_every_refusal import forged_value
from workbench import __version__
from workbench.home import home
from workbench.rounds.desk import open_round

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.rounds import Round


def refusals() -> list[dict[str, Any]]:
    """The refusals in the log, each a line that says when and by which version."""
    found = []
    for line in logged().splitlines():
        _, program, version, kind, told = line.split(" ", 4)
        assert (program, version, kind) == ("scoring-workbench", __version__, "refused")
        found.append(json.loads(told))
    return found


@pytest.fixture
def scored(small_round: Round) -> Round:
    small_round.enter(drawn(small_round.tables, 9))
    return small_round


@pytest.fixture
def damaged(scored: Round) -> Path:
    path = scored.folder / "받은\n파일.score"
    path.write_bytes(scored.books["E1"].read_bytes()[:-4096])
    return path


def test_a_merge_logs_each_refused_file_and_the_round_knows_nothing(
    scored: Round, damaged: Path
) -> None:
    absent = scored.folder / "없음.score"
    before = done("history", scored.path)["entries"]
    found = scorebench("merge", scored.path, scored.books["E2"], damaged, absent)
    assert found.code == 3
    first, second = refusals()
    assert first == {
        "document": str(scored.path),
        "file": damaged.name,
        "sha256": sha256(damaged.read_bytes()).hexdigest(),
        "key": "store_damaged",
        "sentence": first["sentence"],
    }
    assert "손상" in first["sentence"]
    assert (second["file"], second["sha256"], second["key"]) == (absent.name, None, "file_absent")
    added = done("history", scored.path)["entries"][len(before) :]
    assert [row["kind"] for row in added] == ["merged"]
    assert damaged.name not in str(added)


def test_a_merge_of_nothing_sound_changes_no_byte_and_is_logged(
    scored: Round, damaged: Path
) -> None:
    with nothing_changes(scored.folder):
        scorebench("merge", scored.path, damaged)
        scorebench("merge", scored.path, damaged, scored.books["E1"], "--all-or-nothing")
    assert [row["file"] for row in refusals()] == [damaged.name] * 2


def test_a_book_in_a_zip_is_logged_under_the_bytes_that_were_sent(
    scored: Round, damaged: Path, tmp_path: Path
) -> None:
    packed = tmp_path / "메일.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(damaged, "가.score")
        archive.write(scored.books["E1"], "나.score")
    scorebench("merge", scored.path, packed)
    (row,) = refusals()
    assert (row["file"], row["sha256"]) == ("가.score", sha256(packed.read_bytes()).hexdigest())


def test_a_plan_that_was_looked_at_and_its_merge_log_a_file_once(
    scored: Round, damaged: Path
) -> None:
    files = [damaged, scored.books["E1"]]
    with open_round(scored.path) as desk:
        seen = desk.merge(files, dry_run=True)
        assert desk.merge(files, seen=seen).applied
        assert [row["file"] for row in refusals()] == [damaged.name]
        damaged.unlink()
        desk.merge(files, seen=seen)
    assert [row["key"] for row in refusals()] == ["store_damaged", "file_absent"]


def test_a_check_logs_what_it_finds(scored: Round, damaged: Path) -> None:
    assert scorebench("check", scored.path, damaged).code == 3
    (row,) = refusals()
    assert (row["document"], row["file"]) == (str(damaged), damaged.name)
    assert row["key"] == "store_damaged"


def test_no_mark_stands_in_the_log(small_round: Round) -> None:
    small_round.enter(drawn(small_round.tables, 9))
    answer = scorebench(*forged_value(small_round))
    assert "40.5" in answer.err
    assert "40.5" not in logged()
    assert [row["key"] for row in refusals()] == ["bad_content"]


def test_a_log_that_cannot_be_written_disturbs_nothing(scored: Round, damaged: Path) -> None:
    home().mkdir(exist_ok=True)
    (home() / "logs").write_text("a file, no folder")
    found = scorebench("merge", scored.path, damaged, scored.books["E1"])
    assert [row["status"] for row in found.found["files"]] == ["refused", "merged"]
