"""A process that merges a folder of books into a round, one step for every line it hears.

    python -m tests.journeys.merger ROUND FOLDER

At every report of progress it says ``step`` with what it is at and waits for a line; after the
commit it says ``merged`` and waits for its end.
"""

from __future__ import annotations

import sys
from pathlib import Path

from workbench.rounds.desk import open_round


def say(*words: object) -> None:
    sys.stdout.write("\t".join(map(str, words)) + "\n")
    sys.stdout.flush()
    sys.stdin.readline()


def main(round_: Path, books: Path) -> None:
    def step(done: int, total: int, doing: str) -> None:
        say("step", done, total, doing)

    with open_round(round_) as desk:
        desk.merge([books], progress=step)
        say("merged")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.stdin.reconfigure(encoding="utf-8")
    main(Path(sys.argv[1]), Path(sys.argv[2]))
