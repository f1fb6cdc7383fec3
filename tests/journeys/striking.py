"""The unchanged program struck at a chosen system call: killed there, or told that it failed.

strace stops the process at each of its writing calls, so a kill or a fault comes at exactly the
call that was chosen, never at a moment: nothing here depends on time. First a whole run is
listened to, which gives every call that can be struck; then a fresh copy is struck at one of them.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

CALLS = ("pwrite64", "write", "fdatasync", "fsync", "ftruncate", "rename", "unlink")
"""How SQLite and Python write, make sure, empty, replace and remove."""

_LINE = re.compile(r"(\d+) +(\w+)\((.*)")
_STRUCK = ("(INJECTED)", "killed by SIGKILL")


@dataclass(frozen=True, slots=True)
class Point:
    """The n-th call of a kind that the main thread makes, counted from 1, and what it is about."""

    call: str
    number: int
    about: str


def strikable() -> None:
    """Skip where no process can be struck: there is no strace, or it is not permitted."""
    if sys.platform != "linux" or shutil.which("strace") is None:
        pytest.skip("strace strikes processes on Linux only")
    probe = subprocess.run(["strace", "-o", os.devnull, "true"], check=False, capture_output=True)
    if probe.returncode:
        pytest.skip("no process may be traced here")


def points_of(command: Sequence[object], folder: Path, environment: dict[str, str]) -> list[Point]:
    """Every writing call that a whole run of ``command`` makes on something below ``folder``."""
    log = folder.with_name(f"{folder.name}.calls")
    ended = _traced(command, log, environment)
    assert ended.returncode == 0, ended.stderr
    return [point for point in calls_in(log) if f"{folder}/" in point.about]


def kill_at(
    point: Point, command: Sequence[object], folder: Path, environment: dict[str, str]
) -> bool:
    """Kill ``command`` as it makes the call; return whether it came to it."""
    log = folder.with_name(f"{folder.name}.kill")
    ended = _traced(command, log, environment, f"{point.call}:signal=SIGKILL:when={point.number}")
    return ended.returncode == -signal.SIGKILL


def fail_at(
    point: Point,
    error: str,
    command: Sequence[object],
    folder: Path,
    environment: dict[str, str],
    *,
    again: bool,
) -> tuple[bool, subprocess.CompletedProcess[str]]:
    """Let the call fail with ``error``, from then on every time if ``again``.

    Returns:
        Whether a call below ``folder`` was struck, and how the program ended.
    """
    log = folder.with_name(f"{folder.name}.fail")
    when = f"{point.number}+" if again else str(point.number)
    ended = _traced(command, log, environment, f"{point.call}:error={error}:when={when}")
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return any(f"{folder}/" in line and _STRUCK[0] in line for line in lines), ended


def under_strace(log: Path, *inject: str, about: Sequence[Path] = ()) -> list[str]:
    """The command under which a program is listened to, and struck as ``inject`` says.

    Only calls on the files ``about`` are counted and struck where some are given.
    """
    strikes = [word for one in inject for word in ("-e", f"inject={one}")]
    paths = [word for path in about for word in ("-P", str(path))]
    kinds = ["-e", f"trace={','.join(CALLS)}"]
    # stopped swiftly, a process is told of faults, but no signal reaches it
    swift = () if any("signal=" in one for one in inject) else _swift()
    return ["strace", *swift, "-f", "-y", "-s", "0", "-o", str(log), *paths, *kinds, *strikes]


@cache
def _swift() -> tuple[str, ...]:
    """Let the system stop the process at the calls in question alone, where strace can ask it."""
    asked = ("--seccomp-bpf",)
    probe = [*("strace", *asked, "-f", "-o", os.devnull), "true"]
    known = subprocess.run(probe, check=False, capture_output=True)
    return asked if known.returncode == 0 else ()


def _traced(
    command: Sequence[object], log: Path, environment: dict[str, str], *inject: str
) -> subprocess.CompletedProcess[str]:
    steady = {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [*under_strace(log, *inject), *map(str, command)],
        env={**os.environ, **environment, **steady},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def calls_in(log: Path) -> list[Point]:
    """Every call of the main thread, numbered as strace numbers them: each kind by itself."""
    counted: dict[str, int] = {}
    found = []
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    main = lines[-1].partition(" ")[0]  # the process ends when its main thread does
    for line in lines:
        match = _LINE.match(line)
        if match is None or match[1] != main:
            continue
        counted[match[2]] = counted.get(match[2], 0) + 1
        found.append(Point(match[2], counted[match[2]], match[3]))
    return found


def spread(points: Sequence[Point], wanted: int) -> list[Point]:
    """So many of ``points``, from the first to the last; all of them again where there are few."""
    if wanted == 1:
        return [points[len(points) // 2]]
    last = len(points) - 1
    if wanted > len(points):
        return [points[at % len(points)] for at in range(wanted)]
    return [points[at * last // (wanted - 1)] for at in range(wanted)]
