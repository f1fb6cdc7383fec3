"""Ctrl+C leaves nothing half done, whenever it comes."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from contextlib import redirect_stdout
from typing import TYPE_CHECKING

import openpyxl
import pytest

from tests.journeys.command_line import contents, done, nothing_changes
from tests.journeys.marks import drawn
from workbench.commands.main import main
from workbench.errors import Cancelled
from workbench.rounds.desk import open_round

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.rounds import Round

INTERRUPTED = 130


class Terminal(io.StringIO):
    """A terminal whose reader presses Ctrl+C when something is drawn for the n-th time."""

    def __init__(self, presses_at: int) -> None:
        super().__init__()
        self._left = presses_at

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self._left -= 1
        if self._left == 0:
            raise KeyboardInterrupt
        return super().write(text)

    @property
    def pressed(self) -> bool:
        return self._left <= 0


def interrupted(
    monkeypatch: pytest.MonkeyPatch, presses_at: int, *arguments: object
) -> tuple[bool, int, str]:
    """Run a command on a terminal; say whether Ctrl+C came in time, its code and last words."""
    terminal = Terminal(presses_at)
    monkeypatch.setattr(sys, "stderr", terminal)
    with redirect_stdout(io.StringIO()):
        code = main([str(argument) for argument in arguments])
    return terminal.pressed, code, terminal.getvalue()


@pytest.fixture
def scored(small_round: Round) -> Round:
    small_round.enter(drawn(small_round.tables, 15, texts=True))
    return small_round


@pytest.mark.parametrize("presses_at", range(1, 7))
def test_a_merge_interrupted_anywhere_is_whole_or_not_there(
    scored: Round, monkeypatch: pytest.MonkeyPatch, presses_at: int
) -> None:
    before = contents(scored.folder)
    files = list(scored.books.values())
    pressed, code, words = interrupted(monkeypatch, presses_at, "merge", scored.path, *files)
    assert code == (INTERRUPTED if pressed else 0)
    assert "Traceback" not in words
    unchanged = contents(scored.folder) == before
    assert unchanged or presses_at > len(files)
    assert scored.results()["counted"] == (0 if unchanged else 5)
    assert {row["status"] for row in scored.merge()["files"]} == {
        "merged" if unchanged else "nothing new"
    }


@pytest.mark.parametrize("presses_at", [1, 2, 5, 10, 20])
def test_an_export_interrupted_on_the_way_leaves_the_older_report(
    scored: Round, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, presses_at: int
) -> None:
    scored.merge()
    folder = tmp_path / "보고"
    folder.mkdir()
    report = folder / "보고.xlsx"
    report.write_bytes(b"older")
    before = contents(scored.folder)
    pressed, code, words = interrupted(monkeypatch, presses_at, "export", scored.path, "-o", report)
    changed = [name for name, content in contents(scored.folder).items() if before[name] != content]
    assert changed == ([] if pressed else [scored.path.name])  # its history keeps what was exported
    assert code == (INTERRUPTED if pressed else 0)
    assert "Traceback" not in words
    assert [path.name for path in folder.iterdir()] == [report.name]
    assert (report.read_bytes() == b"older") == pressed


def test_the_last_words_of_an_interrupted_command_are_a_sentence(
    scored: Round, monkeypatch: pytest.MonkeyPatch
) -> None:
    pressed, code, words = interrupted(monkeypatch, 2, "merge", scored.path, *scored.books.values())
    assert (pressed, code) == (True, INTERRUPTED)
    assert words.splitlines()[-1].endswith("남지 않았습니다.")


@pytest.mark.parametrize("stop", [KeyboardInterrupt, Cancelled])
@pytest.mark.parametrize("after", [0, 1, 2])
def test_progress_may_stop_any_long_work(
    scored: Round, tmp_path: Path, stop: type[BaseException], after: int
) -> None:
    """The window asks to stop in the same way as a terminal: out of the report of progress."""
    calls = iter(range(after))

    def progress(done_: int, total: int, doing: str) -> None:
        if next(calls, None) is None:
            raise stop

    target = tmp_path / "다시"
    with nothing_changes(scored.folder), open_round(scored.path) as desk:
        before = contents(tmp_path)
        works = (
            lambda: desk.merge(list(scored.books.values()), progress=progress),
            lambda: desk.hand_out(target, progress=progress),
            lambda: desk.export(tmp_path / "보고.xlsx", draft=True, progress=progress),
        )
        for work in works:
            calls = iter(range(after))
            with pytest.raises(stop):
                work()
            assert contents(tmp_path) == before
    scored.merge()
    done("hand-out", scored.path, "--to", target)


@pytest.mark.parametrize(
    ("presses_at", "name"),
    [(1, "연습"), (2, "연습"), (3, "새 폴더/더 깊이/연습"), (4, "."), (5, "연습")],
)
def test_an_interrupted_demo_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, presses_at: int, name: str
) -> None:
    folder = tmp_path / "여기"
    folder.mkdir()
    (folder / "내 것.txt").write_text("mine", encoding="utf-8")
    pressed, code, _ = interrupted(monkeypatch, presses_at, "demo", folder / name)
    assert (pressed, code) == (True, INTERRUPTED)
    assert [path.name for path in folder.rglob("*")] == ["내 것.txt"]


@pytest.mark.skipif(os.name != "posix", reason="another way of interrupting")
@pytest.mark.parametrize("command", ["merge", "export"])
def test_a_real_interrupt_of_a_real_process_leaves_whole_files(
    scored: Round, tmp_path: Path, command: str
) -> None:
    import pty

    report = tmp_path / "보고.xlsx"
    if command == "export":
        scored.merge()
    rest = ["-o", report, "--draft"] if command == "export" else scored.books.values()
    words = [sys.executable, "-m", "workbench", command, scored.path, *rest]
    terminal, other_end = pty.openpty()
    with subprocess.Popen([str(word) for word in words], stderr=other_end) as process:
        os.close(other_end)
        os.read(terminal, 1)  # the bar is drawn: the work has begun
        process.send_signal(signal.SIGINT)
    os.close(terminal)
    assert done("check", scored.path, *scored.books.values())["ok"]
    assert not list(scored.folder.rglob("*.part"))
    assert {path.name for path in tmp_path.glob("*") if path.is_file()} <= {report.name}
    if report.exists():
        assert "종합점수표" in openpyxl.load_workbook(report).sheetnames
    scored.merge()
    assert scored.results()["counted"] == 5
