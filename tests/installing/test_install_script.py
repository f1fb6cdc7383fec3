"""The script that installs for one person: all of it there, all of it gone, nothing of others."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

LINUX = Path(__file__).parents[2] / "resources" / "installing" / "linux"
OURS = ("scoring-workbench", "scorebench")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a script for Linux")


class Person:
    """Somebody with a home and an unpacked folder, whose programs say which version they are."""

    def __init__(self, home: Path, folder: Path) -> None:
        self.home = home
        self.folder = folder
        self.program = home / ".local" / "opt" / "ScoringWorkbench"
        self.entry = home / ".local" / "share" / "applications" / "scoring-workbench.desktop"
        home.mkdir()

    def unpack(self, version: str) -> Path:
        folder = self.folder / version / "ScoringWorkbench"
        shutil.copytree(LINUX, folder / "installing")
        (folder / "installing" / "install.sh").rename(folder / "install.sh")
        for name in ("ScoringWorkbench", "scorebench"):
            (folder / name).write_text(f"#!/bin/sh\necho {version}\n")
            (folder / name).chmod(0o755)
        (folder / version).touch()
        return folder / "install.sh"

    def runs(self, script: Path, *words: str, lang: str = "C") -> subprocess.CompletedProcess[str]:
        environment = {"HOME": str(self.home), "PATH": os.environ["PATH"], "LANG": lang}
        return subprocess.run(
            [script, *words], env=environment, capture_output=True, text=True, check=False
        )

    def files(self) -> set[str]:
        return {
            path.relative_to(self.home).as_posix()
            for path in self.home.rglob("*")
            if path.is_symlink() or path.is_file()
        }


@pytest.fixture(params=["kim", "김 가상", 'a"b`c$d\\e%f & g'])
def person(request: pytest.FixtureRequest, tmp_path: Path) -> Person:
    return Person(tmp_path / request.param, tmp_path / "받은 파일")


def words_of(entry: str) -> Iterator[str]:
    """The words of an Exec line, as the desktop entry specification reads them."""
    (line,) = re.findall(r"^Exec=(.*)$", entry, re.MULTILINE)
    line = re.sub(r"\\(.)", r"\1", line)  # the rule for every string of an entry
    for quoted, plain in re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', line):
        yield re.sub(r"\\(.)", r"\1", quoted).replace("%%", "%") or plain.replace("%%", "%")


def test_the_menu_starts_the_program_wherever_the_home_is(person: Person) -> None:
    done = person.runs(person.unpack("1.0"))
    assert (done.returncode, done.stderr) == (0, "")
    program, field = words_of(person.entry.read_text(encoding="utf-8"))
    assert program == str(person.program / "ScoringWorkbench")
    assert field == "%f"
    for name in OURS:
        command = person.home / ".local" / "bin" / name
        assert subprocess.check_output([command], text=True) == "1.0\n"


def test_uninstalling_leaves_what_was_there_before(person: Person) -> None:
    (person.home / ".local" / "share" / "scoring-workbench").mkdir(parents=True)
    (person.home / ".local" / "share" / "scoring-workbench" / "window.json").touch()
    (person.home / "회차.round").touch()
    before = person.files()
    assert person.runs(person.unpack("1.0")).returncode == 0
    installed = person.files()
    assert len(installed - before) > 8
    done = person.runs(person.program / "install.sh", "--uninstall")
    assert (done.returncode, done.stderr) == (0, "")
    indexes = {path for path in person.files() if "/mime/" in path or path.endswith(".cache")}
    assert person.files() - indexes == before
    assert not any("scoring-workbench" in path for path in indexes)


def test_a_newer_version_takes_the_place_of_the_older(person: Person) -> None:
    person.runs(person.unpack("1.0"))
    assert person.runs(person.unpack("2.0")).returncode == 0
    assert not (person.program / "1.0").exists()
    assert subprocess.check_output([person.program / "scorebench"], text=True) == "2.0\n"
    assert [path.name for path in person.program.parent.iterdir()] == ["ScoringWorkbench"]


@pytest.fixture
def kim(tmp_path: Path) -> Person:
    return Person(tmp_path / "kim", tmp_path / "downloads")


def test_a_command_of_somebody_else_is_left_and_named(kim: Person) -> None:
    other = kim.home / ".local" / "bin" / "scorebench"
    other.parent.mkdir(parents=True)
    other.write_text("another program")
    done = kim.runs(kim.unpack("1.0"))
    assert done.returncode == 0
    assert f"left as it is: {other}" in done.stdout
    kim.runs(kim.program / "install.sh", "--uninstall")
    assert other.read_text() == "another program"
    assert not (other.parent / "scoring-workbench").is_symlink()


def test_a_running_program_is_not_replaced(kim: Person) -> None:
    kim.runs(kim.unpack("1.0"))
    shutil.copyfile("/bin/cat", kim.program / "ScoringWorkbench")
    with subprocess.Popen([kim.program / "ScoringWorkbench"], stdin=subprocess.PIPE) as running:
        refused = kim.runs(kim.unpack("2.0"), lang="ko_KR.UTF-8")
        kept = kim.runs(kim.program / "install.sh", "--uninstall")
        assert running.stdin is not None
        running.stdin.close()
    assert (refused.returncode, kept.returncode) == (1, 1)
    assert "닫고 다시 하십시오" in refused.stderr
    assert "Close it and try again" in kept.stderr
    assert (kim.program / "1.0").exists()
    assert kim.entry.exists()


def test_a_folder_that_was_unpacked_in_part_installs_nothing(kim: Person) -> None:
    script = kim.unpack("1.0")
    script.with_name("scorebench").unlink()
    refused = kim.runs(script)
    assert refused.returncode == 1
    assert "Unpack the whole archive" in refused.stderr
    assert kim.files() == set()


def test_the_installed_folder_does_not_install_itself(kim: Person) -> None:
    kim.runs(kim.unpack("1.0"))
    before = kim.files()
    assert kim.runs(kim.program / "install.sh").returncode == 1
    assert kim.runs(kim.program / "install.sh", "--help").returncode == 1
    assert kim.files() == before
