"""A real process that merges and says before every step what it is about to do."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_CODE = """
import sys
from pathlib import Path
from workbench.rounds.desk import open_round

def progress(done, total, doing):
    print(done, total, flush=True)
    sys.stdin.readline()

with open_round(Path(sys.argv[1])) as desk:
    desk.merge([Path(name) for name in sys.argv[2:]], progress=progress)
print("merged", flush=True)
sys.stdin.readline()
"""


class MergingProcess:
    """Waits at every step until it is told to go on; killed at the latest when the block ends."""

    def __init__(self, round_: Path, files: Sequence[Path]) -> None:
        self._running = subprocess.Popen(
            [sys.executable, "-c", _CODE, str(round_), *map(str, files)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def step(self) -> str:
        """Return what it is about to do: ``done total``, or ``merged``; empty once it is gone."""
        return self._running.stdout.readline().strip()

    def go_on(self) -> None:
        self._running.stdin.write("\n")
        self._running.stdin.flush()

    def kill(self) -> int:
        """Kill it where it stands and return its exit code."""
        self._running.kill()
        return self._running.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        self._running.stdin.close()
        self._running.stdout.close()
