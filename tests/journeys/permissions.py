"""A process that file permissions bind, whoever runs the tests: root gives his privilege away."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.journeys.command_line import Answer

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PRIVILEGES = "-dac_override,-dac_read_search"
"""What lets root read and write whatever the permissions of a file say."""


def bound_scorebench(*arguments: object, as_text: bool = False) -> Answer:
    """Run one command in a process of its own that may do only what permissions allow."""
    words = [*map(str, arguments), *([] if as_text else ["--json"])]
    ran = subprocess.run(
        [*_without_privilege(), sys.executable, "-m", "workbench", *words],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in ran.stdout + ran.stderr
    found = None if as_text else json.loads(ran.stdout)
    return Answer(ran.returncode, found, ran.stdout, ran.stderr)


@contextmanager
def permitted(path: Path, mode: int) -> Iterator[None]:
    """Give ``path`` the permissions ``mode`` while the block runs."""
    before = path.stat().st_mode
    path.chmod(mode)
    try:
        yield
    finally:
        path.chmod(before)


def _without_privilege() -> list[str]:
    if os.name == "nt":
        pytest.skip("permissions are not those of POSIX here")
    if os.geteuid() != 0:
        return []
    setpriv = shutil.which("setpriv")
    given = [str(setpriv), f"--bounding-set={PRIVILEGES}"]
    if setpriv is None or subprocess.run([*given, "true"], check=False).returncode != 0:
        pytest.skip("root cannot give the right to read everything away here")
    return given
