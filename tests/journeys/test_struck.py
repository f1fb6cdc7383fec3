"""Every work killed, or refused by the disk, at the writing call itself: whole, or not begun."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.journeys.striking import fail_at, kill_at, points_of, spread, strikable
from tests.journeys.works import WORKS, copied, prepared, round_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.journeys.striking import Point
    from tests.tallying import Tally

KILLS = {"normal": 5, "long": 200}
FAULTS = {"normal": 4, "long": 60}
ERRORS = ("ENOSPC", "EIO", "EACCES")

WITHOUT_JOURNAL = """
import sqlite3, sys
raw = sqlite3.connect(sys.argv[1], isolation_level=None)
raw.execute("PRAGMA journal_mode=OFF")
raw.execute("PRAGMA synchronous=FULL")
raw.execute("BEGIN IMMEDIATE")
raw.execute("UPDATE revision SET value = value || 'x' || hex(zeroblob(400))")
raw.execute("COMMIT")
"""


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    strikable()
    folder = tmp_path_factory.mktemp("ready") / "회차"
    prepared(folder)
    return folder


@pytest.fixture
def profile(request: pytest.FixtureRequest) -> str:
    return "long" if request.config.getoption("--long") else "normal"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Backups and logs stand in the folder that is struck."""
    monkeypatch.setenv("SCORING_WORKBENCH_HOME", str(tmp_path / "struck" / "home"))
    return {"SCORING_WORKBENCH_HOME": str(tmp_path / "struck" / "home")}


def done_whole(
    command: Callable[[Path], list[object]],
    traces: Callable[[Path], object],
    ready: Path,
    home: dict[str, str],
) -> tuple[object, list[Point], object]:
    """What stands before a work, the calls by which it is done, and what stands after it."""
    folder = copied(ready, Path(home["SCORING_WORKBENCH_HOME"]).parent)
    before = traces(folder)
    copied(ready, folder)
    points = points_of(command(folder), folder, home)
    after = traces(folder)
    assert before != after
    return before, points, after


@pytest.mark.parametrize("name", WORKS)
def test_a_killed_work_is_whole_or_not_begun(
    name: str, ready: Path, home: dict[str, str], tmp_path: Path, profile: str, tally: Tally
) -> None:
    work, folder = WORKS[name], tmp_path / "struck"
    before, points, after = done_whole(work.command, work.traces, ready, home)
    found = []
    for point in spread(points, KILLS[profile]):
        copied(ready, folder)
        assert kill_at(point, work.command(folder), folder, home), point
        found.append(work.traces(folder))
    wrong = [state for state in found if state not in (before, after)]
    tally(f"kills: {name}", len(found), len(wrong))
    assert wrong == []
    assert before in found
    done = work.command(copied(ready, folder))
    assert points_of(done, folder, home)


@pytest.mark.parametrize("name", [name for name in WORKS if name != "upgrading"])
def test_a_work_that_the_disk_refuses_says_so_and_leaves_everything_as_it_was(
    name: str, ready: Path, home: dict[str, str], tmp_path: Path, profile: str, tally: Tally
) -> None:
    work, folder = WORKS[name], tmp_path / "struck"
    before, points, after = done_whole(work.command, work.traces, ready, home)
    tried, wrong = 0, []
    for number, point in enumerate(spread(points, FAULTS[profile])):
        copied(ready, folder)
        error = ERRORS[number % len(ERRORS)]
        command = work.command(folder)
        # a write that fails for good would take the sentence along
        for_good = number % 2 == 0 and point.call != "write"
        struck, ended = fail_at(point, error, command, folder, home, again=for_good)
        if not struck:
            continue
        tried += 1
        said = ended.stderr.strip()
        is_told = ended.returncode == 0 or (said and "Traceback" not in said)
        state = work.traces(folder)
        is_right = state == after if ended.returncode == 0 else state in (before, after)
        if not (is_told and is_right):
            wrong.append((point, error, said))
    tally(f"write faults: {name}", tried, len(wrong))
    assert wrong == []
    assert tried >= FAULTS[profile] // 2


def test_the_harness_finds_what_a_file_without_a_journal_loses(
    ready: Path, home: dict[str, str], tmp_path: Path, profile: str, tally: Tally
) -> None:
    """The negative control: struck in the same way, an unprotected file comes to harm."""
    folder = tmp_path / "struck"

    def command(folder: Path) -> list[object]:
        return [sys.executable, "-c", WITHOUT_JOURNAL, round_in(folder)]

    def harmed() -> bool:
        try:
            state = WORKS["upgrading"].traces(folder)
        except Exception:  # noqa: BLE001 - whatever comes of a broken file is harm
            return True
        return state not in (before, after)

    before, points, after = done_whole(command, WORKS["upgrading"].traces, ready, home)
    found = 0
    tried = spread(points, KILLS[profile])
    for point in tried:
        copied(ready, folder)
        assert kill_at(point, command(folder), folder, home)
        found += harmed()
    tally("kills: without a journal, harm found (must not be 0)", found)
    assert found
